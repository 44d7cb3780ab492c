/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-day.h"

#include "ks-batch-table.h"
#include "ks-check.h"
#include "ks-create-campaign.h"
#include "ks-import-reports.h"
#include "ks-import-responses.h"
#include "ks-paper-settings.h"
#include "ks-test.h"

KsMoment
ks_test_moment (const char *text)
{
  KsMoment moment;

  g_assert_true (ks_moment_parse (text, &moment));
  return moment;
}

/* Asks from the first second @from to the last before @to. */
void
ks_test_day_set_up_between (KsTestDay *self, const char *from, const char *to)
{
  g_autofree char *units = ks_test_day_path ("units.csv");
  KsNewCampaign what = {
    .title = "PKS 01",
    .from = from != NULL ? ks_test_moment (from) : KS_MOMENT_NONE,
    .to = to != NULL ? ks_test_moment (to) : KS_MOMENT_NONE,
    .id = "PKS01-2024",
    .key_hex = KS_TEST_KEY,
    .units_path = units,
    .template = KS_TEST_TEMPLATE,
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_day_parse ("2024-04-01", &what.day));
  self->folder = g_dir_make_tmp ("ks-campaign-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "day.khaosat", NULL);
  self->clock = ks_clock_new_fixed (ks_test_moment ("2024-04-02T08:05"));
  ks_create_campaign (self->path, &what, self->clock, "Nguyễn Văn A", NULL, &error);
  g_assert_no_error (error);
  self->campaign = ks_campaign_open (self->path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
}

void
ks_test_day_set_up (KsTestDay *self, gconstpointer data)
{
  ks_test_day_set_up_between (self, NULL, NULL);
}

void
ks_test_day_tear_down (KsTestDay *self, gconstpointer data)
{
  if (self->campaign != NULL)
    g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  ks_test_remove_folder (self->folder);
  g_clear_pointer (&self->clock, ks_clock_unref);
  g_free (self->folder);
  g_free (self->path);
}

void
ks_test_day_import_day (KsTestDay *self)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->counted, ==, 4466);
}

void
ks_test_day_import_work (KsTestDay *self)
{
  g_autofree char *reports = ks_test_day_path ("reports.csv");
  g_autofree char *posts = ks_test_day_path ("posts.csv");
  g_autoptr (GError) error = NULL;

  ks_import_reports (self->campaign, reports, NULL, NULL, &error);
  g_assert_no_error (error);
  ks_import_posts (self->campaign, posts, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Sets what a paper says in one of its slots. */
void
ks_test_day_set_paper (KsTestDay *self, const char *paper, const char *slot, const char *body)
{
  const KsPaperEdit edit = { paper, slot, body };
  g_autoptr (GError) error = NULL;

  ks_set_paper_texts (self->campaign, &edit, 1, NULL, &error);
  g_assert_no_error (error);
}

/* Writes a file into the campaign's folder and returns its path. (transfer full) */
char *
ks_test_day_write (KsTestDay *self, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

/* The head of the log: it moves with every change and with nothing else. (transfer full) */
char *
ks_test_day_hash (KsTestDay *self)
{
  g_autoptr (GPtrArray) entries = ks_log_load (self->campaign, NULL);
  KsLogEntry *last = g_ptr_array_index (entries, entries->len - 1);

  return g_strdup (last->hash);
}

/* What is kept agrees with the answers themselves. */
void
ks_test_day_assert_sound (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = ks_check_campaign (self->campaign, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
append_part (const guint8 *bytes, gsize length, gpointer data)
{
  g_byte_array_append (data, bytes, (guint) length);
}

/* What was kept of the source of an import. (transfer full) */
GBytes *
ks_test_load_kept (KsTransaction *tx, gint64 batch)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();

  g_assert_true (ks_batch_table_foreach_part (tx, batch, append_part, whole, NULL));
  return g_byte_array_free_to_bytes (g_steal_pointer (&whole));
}
