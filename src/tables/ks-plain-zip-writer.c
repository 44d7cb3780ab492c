/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-plain-zip-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-tables-error.h"

#define WRITTEN_AT_ONCE ((gsize)16 << 20)

struct _KsPlainZipWriter
{
  char *path;
  char *temporary;
  GFileIOStream *file;
  GArray *entries; /* of KsZipEntry */
  guint64 length;
};

/**
 * ks_plain_zip_writer_new:
 * @path: the archive to write
 * @error: return location for an error
 *
 * Begins an archive in a hidden file beside @path.
 *
 * Returns: (transfer full): an archive without parts, or %NULL with @error set
 */
KsPlainZipWriter *
ks_plain_zip_writer_new (const char *path, GError **error)
{
  g_autoptr (KsPlainZipWriter) self = g_new0 (KsPlainZipWriter, 1);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) cause = NULL;
  int fd;

  self->entries = g_array_new (FALSE, TRUE, sizeof (KsZipEntry));
  g_array_set_clear_func (self->entries, (GDestroyNotify)ks_zip_entry_clear);
  self->path = g_strdup (path);
  self->temporary = ks_file_temporary_beside (path, &fd, error);
  if (self->temporary == NULL)
    return NULL;
  g_close (fd, NULL);
  file = g_file_new_for_path (self->temporary);
  self->file = g_file_open_readwrite (file, NULL, &cause);
  if (self->file != NULL)
    return g_steal_pointer (&self);
  ks_file_set_write_error (error, path, cause);
  return NULL;
}

/**
 * ks_plain_zip_writer_free:
 * @self: (nullable): an archive
 *
 * Frees it; what was not kept leaves nothing behind.
 */
void
ks_plain_zip_writer_free (KsPlainZipWriter *self)
{
  if (self == NULL)
    return;
  if (self->file != NULL)
    g_io_stream_close (G_IO_STREAM (self->file), NULL, NULL);
  g_clear_object (&self->file);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_array_unref (self->entries);
  g_free (self);
}

static gboolean
write_all (KsPlainZipWriter *self, const guint8 *data, gsize length, GError **error)
{
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (self->file));
  g_autoptr (GError) cause = NULL;

  for (gsize done = 0; done < length; done += WRITTEN_AT_ONCE)
    if (!g_output_stream_write_all (stream, data + done, MIN (WRITTEN_AT_ONCE, length - done), NULL,
                                    NULL, &cause))
      {
        ks_file_set_write_error (error, self->path, cause);
        return FALSE;
      }
  self->length += length;
  return TRUE;
}

static gboolean
refuse (KsPlainZipWriter *self, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
               _ ("Cannot write “%s”: it would be larger than 4 GB, which ZIP archives cannot be."),
               name);
  return FALSE;
}

/**
 * ks_plain_zip_writer_add:
 * @self: an archive
 * @name: name of the part, see ks_plain_zip_is_name(); none has it yet
 * @content: what it holds
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_plain_zip_writer_add (KsPlainZipWriter *self, const char *name, GBytes *content, GError **error)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  KsZipEntry entry = { .at = (guint32)self->length };

  g_return_val_if_fail (ks_plain_zip_is_name (name), FALSE);
  if (self->length + size > KS_PLAIN_ZIP_MAX_BYTES || self->entries->len >= KS_PLAIN_ZIP_MAX_PARTS)
    return refuse (self, error);
  entry.name = g_strdup (name);
  entry.size = (guint32)size;
  entry.crc = ks_zip_crc (data, size);
  g_array_append_val (self->entries, entry);
  ks_zip_append_local (record, &entry);
  return write_all (self, record->data, record->len, error) && write_all (self, data, size, error);
}

/* Where a disk cannot be asked to, the file is as safe as any other. */
static void
sync_file (const char *path)
{
  int fd = g_open (path, O_RDWR, 0);

  if (fd < 0)
    return;
  g_fsync (fd);
  g_close (fd, NULL);
}

/**
 * ks_plain_zip_writer_finish:
 * @self: an archive with all its parts
 * @error: return location for an error
 *
 * Writes its end and sees it on the disk; it is not in its place yet.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_plain_zip_writer_finish (KsPlainZipWriter *self, GError **error)
{
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;

  ks_zip_append_directory (directory, self->entries, (guint32)self->length);
  if (!write_all (self, directory->data, directory->len, error))
    return FALSE;
  if (g_io_stream_close (G_IO_STREAM (self->file), NULL, &cause))
    {
      g_clear_object (&self->file);
      sync_file (self->temporary);
      return TRUE;
    }
  ks_file_set_write_error (error, self->path, cause);
  return FALSE;
}

/**
 * ks_plain_zip_writer_keep:
 * @self: an archive that is finished
 * @error: return location for an error
 *
 * Puts it in its place, whatever was there before.
 *
 * Returns: %FALSE with @error set; what was there before is there still
 */
gboolean
ks_plain_zip_writer_keep (KsPlainZipWriter *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  int number;

  if (g_rename (self->temporary, self->path) == 0)
    {
      g_clear_pointer (&self->temporary, g_free);
      return TRUE;
    }
  number = errno;
  cause = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (number), g_strerror (number));
  ks_file_set_write_error (error, self->path, cause);
  return FALSE;
}
