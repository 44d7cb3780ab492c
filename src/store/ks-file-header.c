/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-file-header.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-platform.h"

#define HEADER_LENGTH 100
#define MAGIC "SQLite format 3"
#define OFFSET_USER_VERSION 60
#define OFFSET_APPLICATION_ID 68

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
read_start (const char *path, guint8 *header, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = ks_file_open (path, &local);
  gsize length = 0;

  if (stream == NULL)
    {
      g_set_error_literal (error, KS_STORE_ERROR, KS_STORE_ERROR_OPEN, local->message);
      return FALSE;
    }
  g_input_stream_read_all (G_INPUT_STREAM (stream), header, HEADER_LENGTH, &length, NULL, NULL);
  if (length == HEADER_LENGTH && memcmp (header, MAGIC, sizeof MAGIC) == 0)
    return TRUE;

  g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_NOT_OURS,
               length == 0 ? _ ("%s is empty; open a copy of it, or another campaign file")
                           : _ ("%s is not a campaign file; choose one that Khảo Sát saved"),
               name);
  return FALSE;
}

/**
 * ks_file_header_check_version:
 * @path: a file
 * @version: the format of the campaign file
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set if this program does not know the format
 */
gboolean
ks_file_header_check_version (const char *path, int version, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (version >= 1 && version <= ks_store_get_newest_version ())
    return TRUE;
  g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_NEWER,
               _ ("%s was made by a newer program (format %d; this program reads up to "
                  "format %d); update the program and open it again"),
               name, version, ks_store_get_newest_version ());
  return FALSE;
}

/**
 * ks_file_header_read:
 * @path: a file
 * @version: (out): the format of the campaign file
 * @error: return location for an error
 *
 * Refuses what is no SQLite file, is another program's or is newer than this program, by reading
 * a hundred bytes: a file that is not ours is never opened as a database, hence never changed.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_file_header_read (const char *path, int *version, GError **error)
{
  guint8 header[HEADER_LENGTH];

  if (!read_start (path, header, error))
    return FALSE;

  if (read_be32 (header + OFFSET_APPLICATION_ID) != KS_STORE_APPLICATION_ID)
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_NOT_OURS,
                   _ ("%s belongs to another program; choose a file that ends in .khaosat"), name);
      return FALSE;
    }
  *version = (int) read_be32 (header + OFFSET_USER_VERSION);
  return ks_file_header_check_version (path, *version, error);
}
