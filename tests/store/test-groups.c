/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>

#include "ks-check.h"
#include "ks-packed-counts.h"
#include "ks-tally-table.h"
#include "ks-test-day.h"
#include "ks-test-groups.h"
#include "ks-withdraw-batch.h"

#define N_ROUNDS 2000
#define MAX_COUNTS 40

static void
test_packed (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      guint n = (guint) g_test_rand_int_range (0, MAX_COUNTS);
      gint32 counts[MAX_COUNTS], read[MAX_COUNTS];

      for (guint i = 0; i < n; i++)
        counts[i] = g_test_rand_int_range (0, 3) > 0   ? 0
                    : g_test_rand_int_range (0, 2) > 0 ? g_test_rand_int_range (0, 200)
                                                       : g_test_rand_int_range (0, G_MAXINT32);
      ks_packed_counts_write (bytes, counts, n);
      g_assert_true (ks_packed_counts_read (bytes->data, bytes->len, read, n));
      g_assert_cmpmem (counts, n * sizeof *counts, read, n * sizeof *read);
      /* One count more or less, or a byte less, is another thing. */
      g_assert_false (n + 1 < MAX_COUNTS && ks_packed_counts_read (bytes->data, bytes->len, read, n + 1));
      g_assert_false (n > 0 && ks_packed_counts_read (bytes->data, bytes->len, read, n - 1));
      g_assert_false (n > 0 && ks_packed_counts_read (bytes->data, bytes->len - 1, read, n));
    }
}

static void
test_packed_hostile (void)
{
  static const guint8 unended[] = { 0x85 };
  static const guint8 too_large[] = { 0xff, 0xff, 0xff, 0xff, 0x7f };
  static const guint8 too_long[] = { 0x80, 0x80, 0x80, 0x80, 0x80, 0x01 };
  static const guint8 no_zeros[] = { 0x00, 0x00, 0x01 };
  static const guint8 many_zeros[] = { 0x00, 0xff, 0xff, 0xff, 0xff, 0x0f };
  gint32 counts[4] = { 7, 7, 7, 7 };

  g_assert_false (ks_packed_counts_read (unended, sizeof unended, counts, 1));
  g_assert_false (ks_packed_counts_read (too_large, sizeof too_large, counts, 1));
  g_assert_false (ks_packed_counts_read (too_long, sizeof too_long, counts, 1));
  g_assert_false (ks_packed_counts_read (no_zeros, sizeof no_zeros, counts, 2));
  g_assert_false (ks_packed_counts_read (many_zeros, sizeof many_zeros, counts, 4));
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (counts[i], ==, 0);
  g_assert_true (ks_packed_counts_read (NULL, 0, counts, 0));
}

/* Every sheet of the day tells its body and its kind. */
static void
test_day (KsTestDay *self, gconstpointer data)
{
  ks_test_day_import_day (self);
  g_assert_cmpint (ks_test_assert_groups (self->campaign), ==, 2 * 4466);
  ks_test_day_assert_sound (self);
}

static void
run_sql (KsTestDay *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  self->campaign = ks_campaign_open (self->path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
}

static gboolean
is_kept (KsTestDay *self)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  return ks_group_tally_is_kept (tx, form);
}

/* A file from before tells them by counting, and keeps them with the next change. */
static void
test_older_file (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ks_test_day_import_day (self);
  run_sql (self, KS_TEST_DROP_NEWER "PRAGMA user_version = 11;");
  g_assert_false (is_kept (self));
  g_assert_cmpint (ks_test_assert_groups (self->campaign), ==, 2 * 4466);
  ks_test_day_assert_sound (self);
  ks_withdraw_batch (self->campaign, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_kept (self));
  g_assert_cmpint (ks_test_assert_groups (self->campaign), ==, 0);
  ks_restore_batch (self->campaign, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ks_test_assert_groups (self->campaign), ==, 2 * 4466);
}

static void
test_check_compares (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = NULL;

  ks_test_day_import_day (self);
  run_sql (self, "UPDATE group_tally SET counts = x'00' WHERE unit = '07201';"
                 "DELETE FROM group_tally WHERE unit = '07204';"
                 "UPDATE group_tally SET counts = (SELECT counts FROM group_tally WHERE unit = '07210')"
                 " WHERE unit = '07207';");
  faults = ks_check_campaign (self->campaign, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 3);
}

#define ADD(path, func)                                                                           \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/groups/packed", test_packed);
  g_test_add_func ("/groups/packed/hostile", test_packed_hostile);
  ADD ("/groups/day", test_day);
  ADD ("/groups/older-file", test_older_file);
  ADD ("/groups/check-compares", test_check_compares);

  return g_test_run ();
}
