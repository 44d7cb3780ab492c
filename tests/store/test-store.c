/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "ks-given-out-table.h"
#include "ks-given-unit-table.h"
#include "ks-log-table.h"
#include "ks-setting-table.h"
#include "ks-store.h"
#include "ks-test.h"

/* A campaign file in a folder of its own. */
typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("ks-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.khaosat", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ks_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
write_setting (KsStore *store, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (store, &error);

  g_assert_no_error (error);
  g_assert_true (ks_setting_table_set (tx, "title", value, &error));
  g_assert_true (ks_transaction_commit (tx, 1711929600, "Nguyễn Văn A", "test", "{}", &error));
  g_assert_no_error (error);
}

static char *
read_setting (KsStore *store)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (store, NULL);

  return ks_setting_table_get (tx, "title", NULL);
}

static void
make_file (Fixture *self, const char *title)
{
  g_autoptr (KsStore) store = ks_store_create (self->path, NULL);

  write_setting (store, title);
  g_assert_true (ks_store_close (store, NULL));
}

static char *
hash_file (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) data, length);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* The file is refused with @code, says something, and is byte for byte as it was. */
static void
assert_refused (Fixture *self, KsStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hash_file (self->path);
  g_autofree char *after = NULL;

  g_assert_null (ks_store_open (self->path, &error));
  g_assert_error (error, KS_STORE_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  after = hash_file (self->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) store = NULL;
  g_autofree char *title = NULL;
  g_autofree char *journal = g_strconcat (self->path, "-wal", NULL);

  make_file (self, "Khảo sát");
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  store = ks_store_open (self->path, NULL);
  g_assert_nonnull (store);
  title = read_setting (store);
  g_assert_cmpstr (title, ==, "Khảo sát");
  g_assert_true (ks_store_close (store, NULL));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_create_over (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "mine", -1, NULL));
  g_assert_null (ks_store_create (self->path, &error));
  g_assert_error (error, KS_STORE_ERROR, KS_STORE_ERROR_OPEN);
}

static void
test_rollback (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) store = ks_store_create (self->path, NULL);
  g_autofree char *title = NULL;
  KsTransaction *tx;

  write_setting (store, "first");
  tx = ks_store_begin_write (store, NULL);
  g_assert_true (ks_setting_table_set (tx, "title", "second", NULL));
  ks_transaction_free (tx);
  title = read_setting (store);
  g_assert_cmpstr (title, ==, "first");
}

static void
test_reader_sees_the_past (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) store = ks_store_create (self->path, NULL);
  g_autoptr (KsTransaction) reader = NULL;
  g_autofree char *before = NULL;
  g_autofree char *during = NULL;

  write_setting (store, "old");
  reader = ks_store_begin_read (store, NULL);
  before = ks_setting_table_get (reader, "title", NULL);
  write_setting (store, "new");
  during = ks_setting_table_get (reader, "title", NULL);
  g_assert_cmpstr (before, ==, "old");
  g_assert_cmpstr (during, ==, "old");
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_store_open (self->path, &error));
  g_assert_error (error, KS_STORE_ERROR, KS_STORE_ERROR_OPEN);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_not_ours (Fixture *self, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n";

  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_refused (self, KS_STORE_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (self->path, png, sizeof png, NULL));
  assert_refused (self, KS_STORE_ERROR_NOT_OURS);
  g_unlink (self->path);
  run_sql (self->path, "CREATE TABLE a (b)");
  assert_refused (self, KS_STORE_ERROR_NOT_OURS);
}

static void
test_newer (Fixture *self, gconstpointer data)
{
  make_file (self, "a");
  run_sql (self->path, "PRAGMA user_version = 999");
  assert_refused (self, KS_STORE_ERROR_NEWER);
}

static void
test_planted (Fixture *self, gconstpointer data)
{
  static const char *const plants[] = {
    "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM response; END",
    "CREATE VIEW v AS WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT * FROM r",
    "CREATE TABLE extra (a)",
    "ALTER TABLE unit ADD COLUMN extra TEXT",
  };

  for (guint i = 0; i < G_N_ELEMENTS (plants); i++)
    {
      make_file (self, "a");
      run_sql (self->path, plants[i]);
      assert_refused (self, KS_STORE_ERROR_DAMAGED);
      g_unlink (self->path);
    }
}

/* Every page flipped, and the file cut at every page: it opens as it was, or it is refused and
 * left alone; nothing in between, no crash. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;
  guint n_refused = 0;

  make_file (self, "a");
  g_assert_true (g_file_get_contents (self->path, &whole, &length, NULL));
  for (gsize at = 100; at < length; at += 4096)
    for (guint cut = 0; cut < 2; cut++)
      {
        g_autofree char *broken = g_memdup2 (whole, length);
        g_autofree char *before = NULL;
        g_autofree char *after = NULL;
        g_autoptr (KsStore) store = NULL;

        memset (broken + at, 0xa5, MIN (64, length - at));
        g_assert_true (
            g_file_set_contents (self->path, broken, cut ? (gssize) at : (gssize) length, NULL));
        before = hash_file (self->path);
        store = ks_store_open (self->path, NULL);
        if (store != NULL)
          continue;
        n_refused++;
        after = hash_file (self->path);
        g_assert_cmpstr (before, ==, after);
      }
  g_assert_cmpuint (n_refused, >, 10);
}

static void
test_log (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) store = ks_store_create (self->path, NULL);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *head = NULL;
  KsLogEntry *entry;

  for (guint i = 0; i < 4; i++)
    write_setting (store, "x");
  tx = ks_store_begin_read (store, NULL);
  entries = ks_log_table_load (tx, NULL);
  g_assert_cmpuint (entries->len, ==, 4);
  g_assert_cmpint (ks_log_table_find_break (entries), ==, 0);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->utc, ==, "2024-04-01T00:00:00Z");
  g_assert_cmpstr (entry->actor, ==, "Nguyễn Văn A");
  head = ks_log_table_dup_head (tx, NULL);
  g_assert_cmpstr (head, ==, ((KsLogEntry *) entries->pdata[3])->hash);

  entry = g_ptr_array_index (entries, 2);
  entry->payload[0] = '[';
  g_assert_cmpint (ks_log_table_find_break (entries), ==, 3);
  entry->payload[0] = '{';
  g_assert_cmpint (ks_log_table_find_break (entries), ==, 0);
  g_ptr_array_remove_index (entries, 1);
  g_assert_cmpint (ks_log_table_find_break (entries), ==, 2);
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) store = ks_store_create (self->path, NULL);
  g_autofree char *copy_path = g_build_filename (self->folder, "copy.khaosat", NULL);
  g_autoptr (KsStore) copy = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  write_setting (store, "copied while in use");
  g_assert_true (ks_store_copy_to (store, copy_path, &error));
  g_assert_no_error (error);
  copy = ks_store_open (copy_path, &error);
  g_assert_no_error (error);
  title = read_setting (copy);
  g_assert_cmpstr (title, ==, "copied while in use");
  g_assert_false (ks_store_copy_to (store, copy_path, &error));
  g_assert_error (error, KS_STORE_ERROR, KS_STORE_ERROR_OPEN);
  ks_store_close (copy, NULL);
}

static KsRegistry *
make_registry (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (units, ks_unit_new ("00001", "Xã Một", "Xã", "1", "Huyện", NULL, NULL));
  return ks_registry_new (units, NULL);
}

/* What was given out reads back as it was written, sheets of one kind and of several. */
static void
test_given (Fixture *self, gconstpointer data)
{
  KsTableSheet sheets[] = { { 1, 3 }, { 5, 3 }, { 5, 1 }, { G_MAXUINT64, 7 } };
  const gint32 counts[] = { 4, -1, 70000 };
  g_autoptr (KsRegistry) registry = make_registry ();
  g_autoptr (KsStore) store = ks_store_create (self->path, NULL);
  g_autoptr (KsTransaction) tx = ks_store_begin_write (store, NULL);
  g_autoptr (KsGivenUnits) written = ks_given_unit_table_load (tx, registry, 3, TRUE, NULL);
  g_autoptr (KsGivenUnits) read = NULL;
  KsGivenOut out = { 0, 42, (char *) "N", KS_GIVEN_CORRECTED, (char *) "", (char *) "",
                     (char *) "", (char *) "r", (char *) "a" };
  g_autoptr (GPtrArray) outs = NULL;

  g_assert_true (ks_given_out_table_append (tx, &out, NULL));
  g_assert_cmpint (out.seq, ==, 1);
  for (gsize n = 0; n <= G_N_ELEMENTS (sheets); n++)
    {
      KsTableVersion version = { sheets, n, (gint64) n + 1 };

      g_assert_true (
          ks_given_unit_table_append (tx, written, registry, 0, &version, counts, NULL));
      g_clear_pointer (&read, ks_given_units_free);
      read = ks_given_unit_table_load (tx, registry, 3, TRUE, NULL);
      g_assert_true (ks_given_units_is_last (read, 0, &version, counts));
      g_assert_cmpuint (read->versions[0]->len, ==, n + 1);
    }
  outs = ks_given_out_table_load (tx, NULL);
  g_assert_cmpuint (outs->len, ==, 1);
  g_assert_cmpint (((KsGivenOut *) outs->pdata[0])->kind, ==, KS_GIVEN_CORRECTED);
  g_assert_cmpstr (((KsGivenOut *) outs->pdata[0])->agreed, ==, "a");
}

/* Two writers in two threads: both rows of the log are there, one after the other. */
static gpointer
write_in_thread (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    write_setting (data, "thread");
  return NULL;
}

static void
test_threads (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) store = ks_store_create (self->path, NULL);
  GThread *first = g_thread_new ("first", write_in_thread, store);
  GThread *second = g_thread_new ("second", write_in_thread, store);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_thread_join (first);
  g_thread_join (second);
  tx = ks_store_begin_read (store, NULL);
  entries = ks_log_table_load (tx, NULL);
  g_assert_cmpuint (entries->len, ==, 40);
  g_assert_cmpint (ks_log_table_find_break (entries), ==, 0);
}

/* What a file chooser does to the files of a folder: it opens each, looks what it is and closes it. */
static void
look_at_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *data = NULL;

      g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
    }
}

/* Another program: opens the file, reads it, closes it. */
static void
test_subprocess_read (void)
{
  g_autoptr (KsStore) store = ks_store_open (g_getenv ("KS_TEST_STORE"), NULL);
  g_autofree char *title = store != NULL ? read_setting (store) : NULL;

  g_assert_cmpstr (title, ==, g_getenv ("KS_TEST_TITLE"));
  g_assert_true (ks_store_close (store, NULL));
}

static void
read_elsewhere (Fixture *self, const char *title)
{
  g_setenv ("KS_TEST_STORE", self->path, TRUE);
  g_setenv ("KS_TEST_TITLE", title, TRUE);
  g_test_trap_subprocess ("/store/subprocess/read", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_reader_beside_a_writer (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) store = NULL;
  g_autofree char *title = NULL;

  make_file (self, "một");
  store = ks_store_open (self->path, NULL);
  write_setting (store, "hai");
  look_at_files (self);
  read_elsewhere (self, "hai");
  write_setting (store, "ba");
  look_at_files (self);
  read_elsewhere (self, "ba");
  g_assert_true (ks_store_close (store, NULL));
  g_clear_object (&store);
  store = ks_store_open (self->path, NULL);
  title = read_setting (store);
  g_assert_cmpstr (title, ==, "ba");
}

/* Another program that knows nothing of ours puts the journal away if it takes itself for the only
 * one. */
static void
test_subprocess_tidy (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (g_getenv ("KS_TEST_STORE"), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL), ==,
                   SQLITE_BUSY);
  sqlite3_close (db);
}

static void
test_locks_last (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) store = NULL;

  make_file (self, "một");
  store = ks_store_open (self->path, NULL);
  write_setting (store, "hai");
  look_at_files (self);
  g_setenv ("KS_TEST_STORE", self->path, TRUE);
  g_test_trap_subprocess ("/store/subprocess/tidy", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_assert_true (ks_store_close (store, NULL));
}

static void
assert_held (KsStore *store, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_store_begin_write (store, &error));
  g_assert_error (error, KS_STORE_ERROR, KS_STORE_ERROR_HELD);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_two_writers (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) first = NULL;
  g_autoptr (KsStore) second = NULL;
  g_autofree char *title = NULL;
  gboolean changed = FALSE;

  make_file (self, "một");
  first = ks_store_open (self->path, NULL);
  ks_store_set_holder (first, "Nguyễn Thị Ẫ");
  g_assert_true (ks_store_hold (first, 0, NULL, NULL));
  second = ks_store_open (self->path, NULL);
  g_assert_false (ks_store_hold (second, 0, NULL, NULL));
  assert_held (second, "Nguyễn Thị Ẫ");
  g_assert_false (ks_store_has_changed (second));
  write_setting (first, "hai");
  g_assert_true (ks_store_has_changed (second));
  title = read_setting (second);
  g_assert_cmpstr (title, ==, "hai");
  write_setting (first, "ba");
  g_assert_true (ks_store_close (first, NULL));
  g_assert_true (ks_store_hold (second, 0, &changed, NULL));
  g_assert_true (changed);
  write_setting (second, "bốn");
  g_assert_true (ks_store_close (second, NULL));
}

/* What was read before others wrote may not be written back over it. */
static void
test_late_writer (Fixture *self, gconstpointer data)
{
  g_autoptr (KsStore) late = NULL;
  g_autoptr (KsStore) quick = NULL;

  make_file (self, "một");
  late = ks_store_open (self->path, NULL);
  quick = ks_store_open (self->path, NULL);
  write_setting (quick, "hai");
  g_assert_true (ks_store_close (quick, NULL));
  assert_held (late, "changed by another program");
  g_assert_true (ks_store_close (late, NULL));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/round-trip", test_round_trip);
  ADD ("/store/create-over", test_create_over);
  ADD ("/store/rollback", test_rollback);
  ADD ("/store/reader-sees-the-past", test_reader_sees_the_past);
  ADD ("/store/missing", test_missing);
  ADD ("/store/not-ours", test_not_ours);
  ADD ("/store/newer", test_newer);
  ADD ("/store/planted", test_planted);
  ADD ("/store/damaged", test_damaged);
  ADD ("/store/log", test_log);
  ADD ("/store/copy", test_copy);
  ADD ("/store/given", test_given);
  ADD ("/store/threads", test_threads);
  ADD ("/store/reader-beside-a-writer", test_reader_beside_a_writer);
  ADD ("/store/two-writers", test_two_writers);
  ADD ("/store/late-writer", test_late_writer);
  ADD ("/store/locks-last", test_locks_last);
  g_test_add_func ("/store/subprocess/read", test_subprocess_read);
  g_test_add_func ("/store/subprocess/tidy", test_subprocess_tidy);

  return g_test_run ();
}
