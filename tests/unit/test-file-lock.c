/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "ks-file-lock.h"

typedef struct {
  char *folder;
  char *path;
  char *lock_path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("ks-lock-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "Đợt một.khaosat", NULL);
  self->lock_path = g_build_filename (self->folder, ".~lock.Đợt một.khaosat#", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->lock_path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->lock_path);
}

static void
test_one_holder (Fixture *self, gconstpointer data)
{
  g_autofree char *other = NULL;
  KsFileLock *lock = ks_file_lock_take (self->path, "Nguyễn Văn A", &other);

  g_assert_nonnull (lock);
  g_assert_null (other);
  g_assert_null (ks_file_lock_take (self->path, "Trần Thị B", &other));
  g_assert_cmpstr (other, ==, "Nguyễn Văn A");
  ks_file_lock_free (lock);
  g_assert_false (g_file_test (self->lock_path, G_FILE_TEST_EXISTS));

  lock = ks_file_lock_take (self->path, "Trần Thị B", NULL);
  g_assert_nonnull (lock);
  ks_file_lock_free (lock);
}

/* What somebody else put there names nobody, is no lock and does no harm. */
static void
test_left_over (Fixture *self, gconstpointer data)
{
  g_autofree char *other = NULL;
  g_autofree char *text = NULL;
  KsFileLock *lock;

  g_assert_true (g_file_set_contents (self->lock_path, "\xff\xfe a much longer name", -1, NULL));
  lock = ks_file_lock_take (self->path, "A", &other);
  g_assert_nonnull (lock);
  g_assert_true (g_file_get_contents (self->lock_path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "A");
  ks_file_lock_free (lock);
}

static void
test_subprocess_killed (void)
{
  KsFileLock *lock = ks_file_lock_take (g_getenv ("KS_TEST_LOCK"), "who is gone", NULL);

  g_assert_nonnull (lock);
  _Exit (0);
}

static void
test_killed_holder (Fixture *self, gconstpointer data)
{
  g_autofree char *other = NULL;
  KsFileLock *lock;

  g_setenv ("KS_TEST_LOCK", self->path, TRUE);
  g_test_trap_subprocess ("/file-lock/subprocess/killed", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_assert_true (g_file_test (self->lock_path, G_FILE_TEST_EXISTS));
  lock = ks_file_lock_take (self->path, "A", &other);
  g_assert_nonnull (lock);
  g_assert_null (other);
  ks_file_lock_free (lock);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "none", "a.khaosat", NULL);
  g_autofree char *other = NULL;

  g_assert_null (ks_file_lock_take (path, "A", &other));
  g_assert_null (other);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/file-lock/one-holder", test_one_holder);
  ADD ("/file-lock/left-over", test_left_over);
  ADD ("/file-lock/killed-holder", test_killed_holder);
  ADD ("/file-lock/no-folder", test_no_folder);
  g_test_add_func ("/file-lock/subprocess/killed", test_subprocess_killed);

  return g_test_run ();
}
