/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-import-responses.h"
#include "ks-results.h"
#include "ks-test-day.h"
#include "ks-transaction.h"

#define PLENTY 1000000

/* The file may grow by so many pages and no further, as on a disk that is nearly full. */
static void
limit_pages (KsTestDay *self, gint64 n_more)
{
  KsStore *store = ks_campaign_get_store (self->campaign);
  sqlite3 *db = ks_store_take_writer (store);
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                         ks_connection_get_int (db, "PRAGMA page_count", 0) + n_more);

  g_assert_true (ks_connection_exec (db, sql, NULL));
  ks_store_return_writer (store);
}

static void
assert_empty (KsTestDay *self, const char *hash)
{
  g_autoptr (KsResults) results = ks_results_load (self->campaign, NULL);
  g_autofree char *now = ks_test_day_hash (self);

  g_assert_cmpint (ks_results_get_counted (results), ==, 0);
  g_assert_cmpint (ks_results_get_waiting (results, -1), ==, 0);
  ks_test_day_assert_sound (self);
  g_assert_cmpstr (now, ==, hash);
}

/* Wherever the room ends, nothing came in, one sentence says why, and once there is room all does. */
static void
test_full (KsTestDay *self, gconstpointer data)
{
  static const gint64 limits[] = { 0, 1, 7, 40, 80 };
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *hash = ks_test_day_hash (self);
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      limit_pages (self, limits[i]);
      result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);
      g_assert_error (error, KS_STORE_ERROR, KS_STORE_ERROR_FULL);
      g_assert_nonnull (strstr (error->message, "the disk is full"));
      g_assert_null (result);
      g_clear_error (&error);
      assert_empty (self, hash);
    }
  limit_pages (self, PLENTY);
  result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, 4487);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/room/full", KsTestDay, NULL, ks_test_day_set_up, test_full, ks_test_day_tear_down);
  return g_test_run ();
}
