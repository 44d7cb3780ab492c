/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <gmodule.h>

#include "ks-zip.h"

/* The module that ks_zip_get() loads: the only code that knows libarchive. */

#define FILE_MODE 0644

G_MODULE_EXPORT const KsZip *ks_zip_module_get (void);

static gpointer
open_reader (GBytes *bytes)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, (void *) g_bytes_get_data (bytes, NULL),
                                g_bytes_get_size (bytes))
      == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  return NULL;
}

static void
close_reader (gpointer reader)
{
  archive_read_free (reader);
}

static KsZipStep
next (gpointer reader, const char **path, gboolean *encrypted)
{
  struct archive_entry *entry;
  int status = archive_read_next_header (reader, &entry);

  if (status != ARCHIVE_OK)
    return status == ARCHIVE_EOF ? KS_ZIP_END : KS_ZIP_DAMAGED;
  *path = archive_entry_pathname_utf8 (entry);
  if (*path == NULL)
    *path = archive_entry_pathname (entry);
  *encrypted = archive_entry_is_encrypted (entry) != 0;
  return KS_ZIP_PART;
}

static gssize
read_data (gpointer reader, void *target, gsize length)
{
  return (gssize) archive_read_data (reader, target, length);
}

static gint64
get_position (gpointer reader)
{
  return archive_filter_bytes (reader, -1);
}

static la_ssize_t
append_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static gpointer
begin (GByteArray *bytes)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block (archive, 1);
  archive_write_open (archive, bytes, NULL, append_cb, NULL);
  return archive;
}

static gboolean
add (gpointer writer, const char *name, GBytes *content)
{
  struct archive_entry *entry = archive_entry_new2 (writer);
  gsize size;
  const void *data = g_bytes_get_data (content, &size);
  gboolean ok;

  /* Also what is compressed already: the length of a part that is only stored would stand behind it,
   * where a reader that does not look at the list at the end cannot tell it. */
  archive_write_zip_set_compression_deflate (writer);
  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, FILE_MODE);
  archive_entry_set_size (entry, (la_int64_t) size);
  ok = archive_write_header (writer, entry) == ARCHIVE_OK
       && archive_write_data (writer, data, size) == (la_ssize_t) size;
  archive_entry_free (entry);
  return ok;
}

static gboolean
end (gpointer writer)
{
  return archive_write_close (writer) == ARCHIVE_OK;
}

static const char *
get_fault (gpointer writer)
{
  return archive_error_string (writer);
}

static void
free_writer (gpointer writer)
{
  archive_write_free (writer);
}

/**
 * ks_zip_module_get:
 *
 * Returns: (transfer none): what the module can do
 */
const KsZip *
ks_zip_module_get (void)
{
  static const KsZip zip = {
    open_reader, close_reader, next, read_data, get_position,
    begin,       add,          end,  get_fault, free_writer,
  };

  return &zip;
}
