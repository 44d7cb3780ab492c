/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-zip-writer.h"

#include "ks-i18n.h"
#include "ks-tables-error.h"
#include "ks-zip.h"

struct _KsZipWriter {
  const KsZip *zip;
  gpointer     archive;
  GByteArray  *bytes;
};

static gboolean
refuse (KsZipWriter *self, GError **error)
{
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT, _("Cannot make the archive: %s"),
               self->zip->get_fault (self->archive));
  return FALSE;
}

/**
 * ks_zip_writer_new:
 * @error: return location for an error
 *
 * Returns: (transfer full): an empty archive, or %NULL with %KS_TABLES_ERROR_FORMAT if what writes
 *   archives is not installed
 */
KsZipWriter *
ks_zip_writer_new (GError **error)
{
  const KsZip *zip = ks_zip_get (error);
  KsZipWriter *self;

  if (zip == NULL)
    return NULL;
  self = g_new0 (KsZipWriter, 1);
  self->zip = zip;
  self->bytes = g_byte_array_new ();
  self->archive = zip->begin (self->bytes);
  return self;
}

/**
 * ks_zip_writer_free:
 * @self: (transfer full) (nullable): an archive
 */
void
ks_zip_writer_free (KsZipWriter *self)
{
  if (self == NULL)
    return;
  self->zip->free (self->archive);
  if (self->bytes != NULL)
    g_byte_array_unref (self->bytes);
  g_free (self);
}

/**
 * ks_zip_writer_add:
 * @self: an archive
 * @name: name of the part, folders before it with "/"
 * @content: what it holds
 * @error: return location for an error
 *
 * Adds a part. It has no time of its own: a ZIP tells the local one, which is another on every
 * machine.
 *
 * Returns: %FALSE with %KS_TABLES_ERROR_FORMAT if the part cannot be added
 */
gboolean
ks_zip_writer_add (KsZipWriter *self, const char *name, GBytes *content, GError **error)
{
  return self->zip->add (self->archive, name, content) || refuse (self, error);
}

/**
 * ks_zip_writer_end:
 * @self: an archive to which nothing is added any more
 * @error: return location for an error
 *
 * Returns: (transfer full): the archive, or %NULL with %KS_TABLES_ERROR_FORMAT
 */
GBytes *
ks_zip_writer_end (KsZipWriter *self, GError **error)
{
  if (self->zip->end (self->archive))
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  refuse (self, error);
  return NULL;
}
