/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-platform.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>

#include <glib/gstdio.h>

#include "ks-base-error.h"
#include "ks-i18n.h"

#define PUBLIC_MODE 0666

typedef enum {
  FAULT_OTHER,
  FAULT_MISSING,
  FAULT_FORBIDDEN,
  FAULT_FULL,
  FAULT_FOLDER,
  FAULT_DEVICE,
  FAULT_BUSY,
} Fault;

static Fault
classify_file_fault (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return FAULT_MISSING;
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      return FAULT_FORBIDDEN;
    case G_FILE_ERROR_NOSPC:
      return FAULT_FULL;
    case G_FILE_ERROR_ISDIR:
      return FAULT_FOLDER;
    case G_FILE_ERROR_TXTBSY:
      return FAULT_BUSY;
    default:
      return FAULT_OTHER;
    }
}

static Fault
classify_io_fault (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return FAULT_MISSING;
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return FAULT_FORBIDDEN;
    case G_IO_ERROR_NO_SPACE:
      return FAULT_FULL;
    case G_IO_ERROR_IS_DIRECTORY:
      return FAULT_FOLDER;
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return FAULT_DEVICE;
    case G_IO_ERROR_BUSY:
      return FAULT_BUSY;
    default:
      return FAULT_OTHER;
    }
}

static Fault
classify_fault (const GError *cause)
{
  if (cause->domain == G_FILE_ERROR)
    return classify_file_fault (cause->code);
  return cause->domain == G_IO_ERROR ? classify_io_fault (cause->code) : FAULT_OTHER;
}

/**
 * ks_platform_init:
 *
 * Lets a file that may grow no further be an error like a full disk, which says so, instead of the
 * end of the program.
 */
void
ks_platform_init (void)
{
#ifdef SIGXFSZ
  signal (SIGXFSZ, SIG_IGN);
#endif
}

/**
 * ks_file_set_read_error:
 * @error: return location
 * @path: the file that could not be read
 * @cause: what the system said; a %G_FILE_ERROR or %G_IO_ERROR is put into words of our own
 *
 * Sets %KS_BASE_ERROR_FILE with a message that names the file and says what to do.
 */
void
ks_file_set_read_error (GError **error, const char *path, const GError *cause)
{
  g_autofree char *name = g_filename_display_name (path);

  g_return_if_fail (cause != NULL);

  switch (classify_fault (cause))
    {
    case FAULT_MISSING:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot read “%s”: there is no such file. Check its name and folder."), name);
      break;
    case FAULT_FORBIDDEN:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot read “%s”: you have no permission. Copy it into a folder of your own "
                     "and try again."), name);
      break;
    case FAULT_FOLDER:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot read “%s”: it is a folder. Choose a file in it."), name);
      break;
    case FAULT_DEVICE:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot read “%s”: it is a device or a pipe, not a file. Choose a file."), name);
      break;
    case FAULT_BUSY:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot read “%s”: another program uses it. Close that program and try "
                     "again."), name);
      break;
    case FAULT_FULL:
    case FAULT_OTHER:
    default:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE, _("Cannot read “%s”: %s"), name,
                   cause->message);
    }
}

/**
 * ks_file_set_write_error:
 * @error: return location
 * @path: the file that could not be written
 * @cause: what the system said; a %G_FILE_ERROR or %G_IO_ERROR is put into words of our own
 *
 * Sets %KS_BASE_ERROR_FILE with a message that names the file and says what to do.
 */
void
ks_file_set_write_error (GError **error, const char *path, const GError *cause)
{
  g_autofree char *name = g_filename_display_name (path);

  g_return_if_fail (cause != NULL);

  switch (classify_fault (cause))
    {
    case FAULT_MISSING:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot write “%s”: its folder does not exist. Choose another folder."), name);
      break;
    case FAULT_FORBIDDEN:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot write “%s”: you have no permission to write there. Choose another "
                     "folder."), name);
      break;
    case FAULT_FULL:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot write “%s”: the disk is full. Free some space or choose another "
                     "disk."), name);
      break;
    case FAULT_FOLDER:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot write “%s”: a folder has this name. Choose another name."), name);
      break;
    case FAULT_BUSY:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE,
                   _("Cannot write “%s”: another program uses it. Close that program and try "
                     "again."), name);
      break;
    case FAULT_DEVICE:
    case FAULT_OTHER:
    default:
      g_set_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE, _("Cannot write “%s”: %s"), name,
                   cause->message);
    }
}

/**
 * ks_file_write:
 * @path: where to write
 * @data: (array length=length): what to write
 * @length: number of bytes
 * @error: return location
 *
 * Writes a whole file: beside it first, to the disk, then renamed, so that a failure leaves what
 * was there before.
 *
 * Returns: whether the file now holds @data
 */
gboolean
ks_file_write (const char *path, const void *data, gsize length, GError **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (path != NULL && (data != NULL || length == 0), FALSE);
  g_return_val_if_fail (length <= G_MAXSSIZE, FALSE);

  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                PUBLIC_MODE, &cause))
    return TRUE;
  ks_file_set_write_error (error, path, cause);
  return FALSE;
}

/* A pipe would be waited for without end, and a device has no end. */
static gboolean
check_kind (const char *path, GError **cause)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || S_ISREG (status.st_mode))
    return TRUE;
  if (S_ISDIR (status.st_mode))
    g_set_error_literal (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, g_strerror (EISDIR));
  else
    g_set_error_literal (cause, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "not a file");
  return FALSE;
}

/**
 * ks_file_open:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its bytes from the first on
 */
GFileInputStream *
ks_file_open (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  GFileInputStream *stream = check_kind (path, &cause) ? g_file_read (file, NULL, &cause) : NULL;

  if (stream == NULL)
    ks_file_set_read_error (error, path, cause);
  return stream;
}

/**
 * ks_file_map:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its bytes, read as they are used
 */
GBytes *
ks_file_map (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GMappedFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (check_kind (path, &cause))
    file = g_mapped_file_new (path, FALSE, &cause);
  if (file != NULL)
    return g_mapped_file_get_bytes (file);
  ks_file_set_read_error (error, path, cause);
  return NULL;
}

/**
 * ks_file_temporary_beside:
 * @path: the file to be replaced later
 * @fd: (out): an open descriptor of the new file; the caller closes it
 * @error: return location
 *
 * Makes a new, empty, hidden file in the folder of @path, to be renamed to @path when complete.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
ks_file_temporary_beside (const char *path, int *fd, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *pattern = NULL;
  g_autofree char *temporary = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (path != NULL && fd != NULL, NULL);

  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  pattern = g_strdup_printf (".%s.XXXXXX", name);
  temporary = g_build_filename (folder, pattern, NULL);
  *fd = g_mkstemp_full (temporary, O_RDWR, PUBLIC_MODE);
  if (*fd >= 0)
    return g_steal_pointer (&temporary);

  cause = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  ks_file_set_write_error (error, path, cause);
  return NULL;
}

/**
 * ks_file_check_place:
 * @path: the file to be written later
 * @error: return location
 *
 * Finds out by trying whether a file can be written there. Whoever records something before he
 * writes asks first.
 *
 * Returns: %FALSE with %KS_BASE_ERROR_FILE set; nothing is left there either way
 */
gboolean
ks_file_check_place (const char *path, GError **error)
{
  g_autofree char *temporary = NULL;
  int fd;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GError) cause
          = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_ISDIR, g_strerror (EISDIR));

      ks_file_set_write_error (error, path, cause);
      return FALSE;
    }
  temporary = ks_file_temporary_beside (path, &fd, error);
  if (temporary == NULL)
    return FALSE;
  g_close (fd, NULL);
  g_unlink (temporary);
  return TRUE;
}

/**
 * ks_folder_make:
 * @path: a folder
 * @error: return location for an error
 *
 * Makes a folder, and those above it, where there is none.
 *
 * Returns: %FALSE with %KS_BASE_ERROR_FILE
 */
gboolean
ks_folder_make (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  int code;

  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  code = errno;
  cause = g_error_new_literal (G_FILE_ERROR, (int) g_file_error_from_errno (code),
                               g_strerror (code));
  ks_file_set_write_error (error, path, cause);
  return FALSE;
}
