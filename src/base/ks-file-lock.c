/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-file-lock.h"

#include <string.h>

#include <glib/gstdio.h>

#ifdef G_OS_WIN32
#include <windows.h>
#else
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#define MAX_HOLDER_BYTES 1024
#define MAX_TRIES 10

struct _KsFileLock {
  char *path;
#ifdef G_OS_WIN32
  HANDLE handle;
#else
  int fd;
#endif
};

static char *
make_lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock = g_strdup_printf (".~lock.%s#", name);

  return g_build_filename (folder, lock, NULL);
}

/* What the holder wrote of itself: anybody may have written it. */
static char *
read_holder (const char *lock_path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (lock_path, &text, &length, NULL) || length > MAX_HOLDER_BYTES)
    return g_strdup ("");
  return g_utf8_make_valid (text, (gssize)length);
}

#ifdef G_OS_WIN32

/* Sharing only for reading is the lock; the system removes the file with the handle. */
static KsFileLock *
take_lock (const char *lock_path, const char *holder, gboolean *held)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (lock_path, -1, NULL, NULL, NULL);
  HANDLE handle = CreateFileW ((const wchar_t *)wide, GENERIC_WRITE, FILE_SHARE_READ, NULL,
                               CREATE_ALWAYS, FILE_ATTRIBUTE_HIDDEN | FILE_FLAG_DELETE_ON_CLOSE,
                               NULL);
  DWORD written;
  KsFileLock *self;

  *held = handle == INVALID_HANDLE_VALUE && GetLastError () == ERROR_SHARING_VIOLATION;
  if (handle == INVALID_HANDLE_VALUE)
    return NULL;
  WriteFile (handle, holder, (DWORD)strlen (holder), &written, NULL);
  self = g_new0 (KsFileLock, 1);
  self->handle = handle;
  return self;
}

static void
drop_lock (KsFileLock *self)
{
  CloseHandle (self->handle);
}

#else

/* Whoever held it before may have removed the file between our opening and our locking it. */
static gboolean
is_still_there (int fd, const char *lock_path)
{
  struct stat ours, there;

  return fstat (fd, &ours) == 0 && stat (lock_path, &there) == 0 && ours.st_ino == there.st_ino
         && ours.st_dev == there.st_dev;
}

static gboolean
write_holder (int fd, const char *holder)
{
  return ftruncate (fd, 0) == 0
         && pwrite (fd, holder, strlen (holder), 0) == (gssize)strlen (holder);
}

/* An open descriptor with the lock, or -1. flock() and not fcntl(): a process loses the locks of
 * the latter as soon as any part of it (a file chooser that looks what the file is) closes the
 * file. A file system that knows no locks protects from nothing, and refuses nothing. */
static int
open_locked (const char *lock_path, gboolean *held)
{
  int fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);

  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
    return fd;
  *held = TRUE;
  close (fd);
  return -1;
}

static KsFileLock *
take_lock (const char *lock_path, const char *holder, gboolean *held)
{
  *held = FALSE;
  for (int try = 0; try < MAX_TRIES; try++)
    {
      int fd = open_locked (lock_path, held);

      if (fd < 0)
        return NULL;
      if (is_still_there (fd, lock_path))
        {
          KsFileLock *self = g_new0 (KsFileLock, 1);

          self->fd = fd;
          write_holder (fd, holder);
          return self;
        }
      close (fd);
    }
  return NULL;
}

static void
drop_lock (KsFileLock *self)
{
  g_unlink (self->path);
  close (self->fd);
}

#endif

/**
 * ks_file_lock_take:
 * @path: the file to be held; it is not touched
 * @holder: who holds it, as others read it
 * @other: (out) (optional) (nullable) (transfer full): who holds it already; empty when that is not
 *   known; %NULL when nobody does
 *
 * Takes the lock at once or not at all. It ends with the process, however that ends.
 *
 * Returns: (transfer full) (nullable): the lock; %NULL when another holds it or when the folder
 *   cannot be written
 */
KsFileLock *
ks_file_lock_take (const char *path, const char *holder, char **other)
{
  g_autofree char *lock_path = NULL;
  KsFileLock *self;
  gboolean held;

  g_return_val_if_fail (path != NULL && holder != NULL, NULL);

  lock_path = make_lock_path (path);
  self = take_lock (lock_path, holder, &held);
  if (other != NULL)
    *other = held ? read_holder (lock_path) : NULL;
  if (self != NULL)
    self->path = g_steal_pointer (&lock_path);
  return self;
}

/**
 * ks_file_lock_free:
 * @self: (nullable): a lock
 *
 * Lets the file go.
 */
void
ks_file_lock_free (KsFileLock *self)
{
  if (self == NULL)
    return;

  drop_lock (self);
  g_free (self->path);
  g_free (self);
}
