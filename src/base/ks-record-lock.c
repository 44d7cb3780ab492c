/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For the locks of open file descriptions. */
#define _GNU_SOURCE

#include "ks-record-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>

#ifdef F_OFD_SETLK

#include <sys/stat.h>
#include <unistd.h>

#define NEEDED TRUE

/* All locks of this process on one file stand on one descriptor of its own, which nobody else
 * knows and which is closed with the last of the others. */
typedef struct {
  dev_t device;
  ino_t inode;
  guint n_open;
  int   fd; /* -1: nothing was locked yet */
} Entry;

static GMutex mutex;
static GHashTable *entries; /* of Entry, by device and inode; guarded by the mutex */

static guint
hash_entry (gconstpointer key)
{
  const Entry *entry = key;

  return (guint)entry->inode ^ ((guint)entry->device << 16);
}

static gboolean
equal_entry (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  return left->inode == right->inode && left->device == right->device;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  if (entry->fd >= 0)
    close (entry->fd);
  g_free (entry);
}

/* With the mutex held. */
static Entry *
lookup_entry (int fd)
{
  struct stat status;
  Entry key;

  if (entries == NULL || fstat (fd, &status) != 0)
    return NULL;
  key = (Entry){ .device = status.st_dev, .inode = status.st_ino };
  return g_hash_table_lookup (entries, &key);
}

static void
count_open (int fd)
{
  struct stat status;
  Entry *entry;

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    return;
  g_mutex_lock (&mutex);
  if (entries == NULL)
    entries = g_hash_table_new_full (hash_entry, equal_entry, free_entry, NULL);
  entry = lookup_entry (fd);
  if (entry == NULL)
    {
      entry = g_new (Entry, 1);
      *entry = (Entry){ status.st_dev, status.st_ino, 0, -1 };
      g_hash_table_add (entries, entry);
    }
  entry->n_open++;
  g_mutex_unlock (&mutex);
}

/* The descriptor that carries the locks of a file; -1 where it cannot be had. */
static int
get_lock_descriptor (int fd)
{
  Entry *entry;
  int found;

  g_mutex_lock (&mutex);
  entry = lookup_entry (fd);
  if (entry != NULL && entry->fd < 0)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

      entry->fd = open (path, O_RDWR | O_CLOEXEC);
      if (entry->fd < 0)
        entry->fd = open (path, O_RDONLY | O_CLOEXEC);
    }
  found = entry != NULL ? entry->fd : -1;
  g_mutex_unlock (&mutex);
  return found;
}

/* A file system may know the old locks alone. */
static int
control_lock (int fd, int command, struct flock *lock)
{
  int carrier = get_lock_descriptor (fd);
  struct flock ours = *lock;
  int result;

  if (carrier < 0)
    return fcntl (fd, command, lock);
  ours.l_pid = 0;
  result = fcntl (carrier, command == F_GETLK ? F_OFD_GETLK : F_OFD_SETLK, &ours);
  if (result != 0 && errno == EINVAL)
    return fcntl (fd, command, lock);
  if (command == F_GETLK)
    *lock = ours;
  return result;
}

static void
count_close (int fd)
{
  Entry *entry;

  g_mutex_lock (&mutex);
  entry = lookup_entry (fd);
  if (entry != NULL && --entry->n_open == 0)
    g_hash_table_remove (entries, entry);
  g_mutex_unlock (&mutex);
}

static int
control (int fd, int command, gpointer argument)
{
  if (command == F_SETLK || command == F_GETLK)
    return control_lock (fd, command, argument);
  return fcntl (fd, command, argument);
}

#else

#include <io.h>

#define NEEDED FALSE

static void
count_open (int fd)
{
}

static void
count_close (int fd)
{
}

static int
control (int fd, int command, gpointer argument)
{
  errno = ENOSYS;
  return -1;
}

#endif

/**
 * ks_record_lock_is_needed:
 *
 * Returns: whether locks of this system are dropped by others, and it offers those that are not
 */
gboolean
ks_record_lock_is_needed (void)
{
  return NEEDED;
}

/**
 * ks_record_lock_open:
 * @path: a file
 * @flags: as of open()
 * @mode: as of open()
 *
 * Returns: a descriptor to be closed with ks_record_lock_close(), or -1 with errno set
 */
int
ks_record_lock_open (const char *path, int flags, int mode)
{
  int fd = open (path, flags, mode);

  if (fd >= 0)
    count_open (fd);
  return fd;
}

/**
 * ks_record_lock_close:
 * @fd: a descriptor
 *
 * Closes it; with the last descriptor of its file all locks on that file end.
 *
 * Returns: as close()
 */
int
ks_record_lock_close (int fd)
{
  count_close (fd);
  return close (fd);
}

/**
 * ks_record_lock_control:
 * @fd: a descriptor of ks_record_lock_open()
 * @command: as of fcntl(); F_SETLK and F_GETLK speak of locks that last
 *
 * Returns: as fcntl()
 */
int
ks_record_lock_control (int fd, int command, ...)
{
  va_list arguments;
  gpointer argument;

  /* Whatever it is, number or address: it is handed on as it came. */
  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);
  return control (fd, command, argument);
}
