/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>

#include <glib/gstdio.h>

#include "ks-record-lock.h"

typedef struct {
  char *path;
  int   fd;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->fd = g_file_open_tmp ("ks-record-XXXXXX", &self->path, NULL);
  g_close (self->fd, NULL);
  self->fd = ks_record_lock_open (self->path, O_RDWR, 0);
  g_assert_cmpint (self->fd, >=, 0);
  g_setenv ("KS_TEST_FILE", self->path, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->fd >= 0)
    ks_record_lock_close (self->fd);
  g_unlink (self->path);
  g_free (self->path);
}

static int
set_lock (int fd, short type, int start)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = 1 };

  return ks_record_lock_control (fd, F_SETLK, &lock);
}

/* Another program, with the locks of old: may it write byte 0, byte 1? Told by its exit. */
static void
test_subprocess_free (void)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 2 };
  int fd = g_open (g_getenv ("KS_TEST_FILE"), O_RDWR, 0);

  g_assert_cmpint (fcntl (fd, F_SETLK, &lock), ==, 0);
}

static void
assert_free (gboolean is_free)
{
  g_test_trap_subprocess ("/record-lock/subprocess/free", 0, G_TEST_SUBPROCESS_DEFAULT);
  if (is_free)
    g_test_trap_assert_passed ();
  else
    g_test_trap_assert_failed ();
}

static void
test_lasts (Fixture *self, gconstpointer data)
{
  int second = ks_record_lock_open (self->path, O_RDONLY, 0);
  g_autofree char *content = NULL;

  assert_free (TRUE);
  g_assert_cmpint (set_lock (self->fd, F_WRLCK, 0), ==, 0);
  g_assert_cmpint (set_lock (second, F_RDLCK, 1), ==, 0);
  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  assert_free (FALSE);
  ks_record_lock_close (second);
  assert_free (FALSE);

  /* One descriptor of the process may end what another began, as it is with the locks of old. */
  second = ks_record_lock_open (self->path, O_RDONLY, 0);
  g_assert_cmpint (set_lock (second, F_UNLCK, 0), ==, 0);
  g_assert_cmpint (set_lock (second, F_UNLCK, 1), ==, 0);
  assert_free (TRUE);
  ks_record_lock_close (second);
}

static void
test_ends_with_the_last (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (set_lock (self->fd, F_WRLCK, 0), ==, 0);
  assert_free (FALSE);
  ks_record_lock_close (self->fd);
  self->fd = -1;
  assert_free (TRUE);
}

static void
test_others (Fixture *self, gconstpointer data)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1 };

  g_assert_cmpint (ks_record_lock_control (self->fd, F_GETFD), >=, 0);
  g_assert_cmpint (ks_record_lock_control (self->fd, F_SETFD, FD_CLOEXEC), ==, 0);
  g_assert_cmpint (ks_record_lock_control (self->fd, F_GETLK, &lock), ==, 0);
  g_assert_cmpint (lock.l_type, ==, F_UNLCK);
  g_assert_cmpint (ks_record_lock_control (-1, F_SETLK, &lock), ==, -1);
  g_assert_cmpint (errno, ==, EBADF);
  g_assert_cmpint (ks_record_lock_open ("/none/at/all", O_RDWR, 0), ==, -1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/record-lock/lasts", test_lasts);
  ADD ("/record-lock/ends-with-the-last", test_ends_with_the_last);
  ADD ("/record-lock/others", test_others);
  g_test_add_func ("/record-lock/subprocess/free", test_subprocess_free);

  return g_test_run ();
}
