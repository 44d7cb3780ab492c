/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "ks-base-error.h"
#include "ks-module.h"
#include "ks-platform.h"
#include "ks-sha256.h"

typedef struct {
  const char *locale;
  const char *language;
  const char *ours;
  const char *argument;
  const char *wanted;
} Choice;

static const Choice choices[] = {
  { "C", NULL, NULL, NULL, "vi" },
  { "C.UTF-8", "en_US:en", NULL, NULL, "vi" },
  { "C", "en", NULL, "vi", "en" },
  { "C", "en_US:en", NULL, "en", "en" },
  { "POSIX", "en", "vi", "en", "vi" },
  { "nowhere", NULL, "en", NULL, "en" },
  { "C", "", "", "", "vi" },
};

/* Each choice in a process of its own: a locale is set once. */
static void
test_language (gconstpointer data)
{
  const Choice *choice = data;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("LC_ALL", choice->locale, TRUE);
  g_unsetenv ("LANGUAGE");
  g_unsetenv ("KHAOSAT_LANGUAGE");
  if (choice->language != NULL)
    g_setenv ("LANGUAGE", choice->language, TRUE);
  if (choice->ours != NULL)
    g_setenv ("KHAOSAT_LANGUAGE", choice->ours, TRUE);
  ks_locale_init (choice->argument);
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, choice->wanted);
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
  g_assert_cmpstr (setlocale (LC_CTYPE, NULL), !=, "C");
  g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "C");
}

static char *
build_path (const char *name)
{
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  return g_build_filename (g_get_user_cache_dir (), name, NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
check_holds (const char *path, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ks_file_map (path, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted,
                   strlen (wanted));
}

static void
test_write (void)
{
  g_autofree char *path = build_path ("Sổ.txt");
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_file_write (path, "one", 3, &error));
  check_holds (path, "one");
  g_assert_true (ks_file_write (path, "two two", 7, &error));
  check_holds (path, "two two");
  g_assert_true (ks_file_write (path, NULL, 0, &error));
  check_holds (path, "");
  g_assert_cmpuint (count_files (g_get_user_cache_dir ()), ==, 1);
}

static void
check_file_error (GError *error, const char *name, const char *remedy)
{
  g_assert_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, remedy));
}

static void
test_write_refused (void)
{
  g_autofree char *missing = build_path ("nowhere/x.txt");
  g_autofree char *folder = build_path ("folder.txt");
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_file_write (missing, "x", 1, &error));
  check_file_error (error, "x.txt", "Choose another folder");
  g_clear_error (&error);
  g_mkdir (folder, 0700);
  g_assert_false (ks_file_write (folder, "x", 1, &error));
  check_file_error (error, "folder.txt", "folder.txt");
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
}

static void
test_write_without_permission (void)
{
  g_autofree char *folder = build_path ("locked");
  g_autofree char *path = g_build_filename (folder, "x.txt", NULL);
  g_autofree char *temporary = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  if (geteuid () == 0)
    {
      g_test_skip ("the superuser may write everywhere");
      return;
    }
  g_mkdir (folder, 0500);
  g_assert_false (ks_file_write (path, "x", 1, &error));
  check_file_error (error, "x.txt", "permission");
  g_clear_error (&error);
  temporary = ks_file_temporary_beside (path, &fd, &error);
  g_assert_null (temporary);
  check_file_error (error, "x.txt", "permission");
}

static void
test_words (void)
{
  static const struct
  {
    int code;
    const char *reading;
    const char *writing;
  } cases[] = {
    { G_FILE_ERROR_NOENT, "no such file", "Choose another folder" },
    { G_FILE_ERROR_ACCES, "permission", "permission" },
    { G_FILE_ERROR_ROFS, "permission", "permission" },
    { G_FILE_ERROR_NOSPC, "the cause", "Free some space" },
    { G_FILE_ERROR_ISDIR, "is a folder", "a folder has this name" },
    { G_FILE_ERROR_TXTBSY, "another program", "another program" },
    { G_FILE_ERROR_IO, "the cause", "the cause" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) cause = g_error_new_literal (G_FILE_ERROR, cases[i].code, "the cause");
      g_autoptr (GError) reading = NULL;
      g_autoptr (GError) writing = NULL;

      ks_file_set_read_error (&reading, "/x/a.csv", cause);
      check_file_error (reading, "a.csv", cases[i].reading);
      ks_file_set_write_error (&writing, "/x/a.csv", cause);
      check_file_error (writing, "a.csv", cases[i].writing);
    }
}

static void
test_words_for_streams (void)
{
  g_autoptr (GError) full = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the cause");
  g_autoptr (GError) gone = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "the cause");
  g_autoptr (GError) error = NULL;

  ks_file_set_write_error (&error, "a.pdf", full);
  check_file_error (error, "a.pdf", "Free some space");
  g_clear_error (&error);
  ks_file_set_read_error (&error, "a.pdf", gone);
  check_file_error (error, "a.pdf", "no such file");
}

static void
test_map_refused (void)
{
  g_autofree char *missing = build_path ("missing.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_file_map (missing, &error));
  check_file_error (error, "missing.json", "no such file");
  g_clear_error (&error);
  g_assert_null (ks_file_map (g_get_user_cache_dir (), &error));
  check_file_error (error, "folder", "Choose a file");
}

/* Whoever opens a pipe waits until somebody writes into it: for ever. */
static void
test_device (void)
{
#ifdef G_OS_UNIX
  g_autofree char *pipe = build_path ("answers.csv");
  const char *const paths[] = { pipe, "/dev/zero" };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) mapped = NULL;
      g_autoptr (GError) opened = NULL;

      g_assert_null (ks_file_map (paths[i], &mapped));
      check_file_error (mapped, "not a file", "Choose a file");
      g_assert_null (ks_file_open (paths[i], &opened));
      check_file_error (opened, "not a file", "Choose a file");
    }
#endif
}

static void
test_temporary (void)
{
  g_autofree char *path = build_path ("annex.pdf");
  g_autofree char *temporary = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  int fd = -1;

  temporary = ks_file_temporary_beside (path, &fd, &error);
  g_assert_no_error (error);
  folder = g_path_get_dirname (temporary);
  g_assert_cmpstr (folder, ==, g_get_user_cache_dir ());
  g_assert_cmpint (write (fd, "x", 1), ==, 1);
  g_assert_true (g_close (fd, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rename (temporary, path), ==, 0);
  check_holds (path, "x");
}

static void
test_place (void)
{
  g_autofree char *missing = build_path ("nowhere/x.pdf");
  g_autofree char *folder = build_path ("a-folder.pdf");
  g_autofree char *path = build_path ("place/x.pdf");
  g_autofree char *place = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_file_check_place (missing, &error));
  check_file_error (error, "x.pdf", "Choose another folder");
  g_clear_error (&error);
  g_mkdir (folder, 0700);
  g_assert_false (ks_file_check_place (folder, &error));
  check_file_error (error, "a-folder.pdf", "a folder has this name");
  g_clear_error (&error);

  g_mkdir (place, 0700);
  g_assert_true (ks_file_check_place (path, &error));
  g_assert_no_error (error);
  /* An empty folder can be removed. */
  g_assert_cmpint (g_rmdir (place), ==, 0);
}

static void
test_sha256 (void)
{
  g_autofree char *hex = NULL;
  KsSha256 sum;

  ks_sha256_init (&sum);
  ks_sha256_add (&sum, "abc", 3);
  hex = ks_sha256_finish (&sum);
  g_assert_cmpstr (hex, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* However the bytes come, the sum is GLib's. */
static void
test_sha256_in_pieces (void)
{
  g_autofree guint8 *data = g_malloc (5000);
  g_autofree char *wanted = NULL;

  for (guint i = 0; i < 5000; i++)
    data[i] = (guint8) (i * 7919 >> 3);
  wanted = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, 5000);
  for (gsize piece = 1; piece <= 5000; piece += 61)
    {
      g_autofree char *hex = NULL;
      KsSha256 sum;

      ks_sha256_init (&sum);
      for (gsize done = 0; done < 5000; done += piece)
        ks_sha256_add (&sum, data + done, MIN (piece, 5000 - done));
      hex = ks_sha256_finish (&sum);
      g_assert_cmpstr (hex, ==, wanted);
    }
}

/* An uninstalled build looks for its modules in the build alone, not where another version is
 * installed. */
static void
test_module_path (void)
{
  g_autofree char *path = ks_dup_module_path ("khaosat-reader");

  g_autofree char *place = g_build_filename ("src", "khaosat-reader." G_MODULE_SUFFIX, NULL);

  g_assert_true (g_str_has_suffix (path, place));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

/* A part is loaded once; one that is not installed is told of once, and not there. */
static void
test_module (void)
{
  gconstpointer part = ks_module_get ("khaosat-workbook", "ks_workbook_module_get");

  g_assert_nonnull (part);
  g_assert_true (ks_module_get ("khaosat-workbook", "ks_workbook_module_get") == part);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*khaosat-none*");
  g_assert_null (ks_module_get ("khaosat-none", "ks_none_get"));
  g_assert_null (ks_module_get ("khaosat-none", "ks_none_get"));
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strdup_printf ("/platform/language/%u", i);

      g_test_add_data_func (path, &choices[i], test_language);
    }
  g_test_add_func ("/platform/write", test_write);
  g_test_add_func ("/platform/write-refused", test_write_refused);
  g_test_add_func ("/platform/write-without-permission", test_write_without_permission);
  g_test_add_func ("/platform/words", test_words);
  g_test_add_func ("/platform/words-for-streams", test_words_for_streams);
  g_test_add_func ("/platform/map-refused", test_map_refused);
  g_test_add_func ("/platform/temporary", test_temporary);
  g_test_add_func ("/platform/device", test_device);
  g_test_add_func ("/platform/place", test_place);
  g_test_add_func ("/platform/sha256", test_sha256);
  g_test_add_func ("/platform/sha256-in-pieces", test_sha256_in_pieces);
  g_test_add_func ("/platform/module-path", test_module_path);
  g_test_add_func ("/platform/module", test_module);
  return g_test_run ();
}
