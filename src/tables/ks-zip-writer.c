/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-zip-writer.h"

#include <archive.h>
#include <archive_entry.h>

#include "ks-i18n.h"
#include "ks-tables-error.h"

#define FILE_MODE 0644

struct _KsZipWriter {
  struct archive *archive;
  GByteArray     *bytes;
};

static la_ssize_t
append_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static gboolean
refuse (KsZipWriter *self, GError **error)
{
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT, _("Cannot make the archive: %s"),
               archive_error_string (self->archive));
  return FALSE;
}

/**
 * ks_zip_writer_new:
 *
 * Returns: (transfer full): an empty archive
 */
KsZipWriter *
ks_zip_writer_new (void)
{
  KsZipWriter *self = g_new0 (KsZipWriter, 1);

  self->bytes = g_byte_array_new ();
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_options (self->archive, "zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block (self->archive, 1);
  archive_write_open (self->archive, self->bytes, NULL, append_cb, NULL);
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
  archive_write_free (self->archive);
  if (self->bytes != NULL)
    g_byte_array_unref (self->bytes);
  g_free (self);
}

/**
 * ks_zip_writer_add:
 * @self: an archive
 * @name: name of the part, folders before it with "/"
 * @content: what it holds
 * @packed: whether @content is compressed already: it is then kept as it is
 * @error: return location for an error
 *
 * Adds a part. It has no time of its own: a ZIP tells the local one, which is another on every
 * machine.
 *
 * Returns: %FALSE with %KS_TABLES_ERROR_FORMAT if the part cannot be added
 */
gboolean
ks_zip_writer_add (KsZipWriter *self, const char *name, GBytes *content, gboolean packed,
                   GError **error)
{
  struct archive_entry *entry = archive_entry_new2 (self->archive);
  gsize size;
  const void *data = g_bytes_get_data (content, &size);
  gboolean ok;

  if (packed)
    archive_write_zip_set_compression_store (self->archive);
  else
    archive_write_zip_set_compression_deflate (self->archive);
  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, FILE_MODE);
  archive_entry_set_size (entry, (la_int64_t) size);
  ok = archive_write_header (self->archive, entry) == ARCHIVE_OK
       && archive_write_data (self->archive, data, size) == (la_ssize_t) size;
  archive_entry_free (entry);
  return ok || refuse (self, error);
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
  if (archive_write_close (self->archive) == ARCHIVE_OK)
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  refuse (self, error);
  return NULL;
}
