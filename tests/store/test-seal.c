/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-give-out.h"
#include "ks-import-responses.h"
#include "ks-plain-zip.h"
#include "ks-publish.h"
#include "ks-response-change.h"
#include "ks-response-writer.h"
#include "ks-tally-table.h"
#include "ks-test-day.h"
#include "ks-verify-seal.h"
#include "ks-withdraw-batch.h"
#include "ks-write-seal.h"

#define FLIPS 200

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

typedef struct
{
  KsTestDay day;
  char *seal;
  char *archive;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  ks_test_day_set_up (&self->day, data);
  ks_test_day_import_day (&self->day);
  ks_clock_set (self->day.clock, ks_test_moment ("2024-04-05T09:00:00"));
  self->seal = g_build_filename (self->day.folder, "seal.zip", NULL);
  self->archive = g_build_filename (self->day.folder, "archive.zip", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->seal);
  g_unlink (self->archive);
  g_free (self->seal);
  g_free (self->archive);
  ks_test_day_tear_down (&self->day, data);
}

static void
publish (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_publish (self->day.campaign, "", NULL, &error));
  g_assert_no_error (error);
}

static void
write_seal (Fixture *self, gboolean with_archive)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  g_assert_true (ks_write_seal (self->day.campaign, self->seal, with_archive ? self->archive : NULL,
                                NULL, NULL, &outcome, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome), ": "));
}

/* How many faults; what was found to hold is said if there are none. */
static guint
verify (const char *seal, const char *archive, char **said)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_verify_seal (seal, archive, NULL, &faults, &outcome, &error));
  g_assert_no_error (error);
  g_assert_true ((faults->len == 0) == (outcome != NULL));
  for (guint i = 0; i < faults->len; i++)
    {
      g_assert_cmpstr (((KsSealFault *)faults->pdata[i])->message, !=, "");
      if (g_test_verbose ())
        g_test_message ("%s: %s", ((KsSealFault *)faults->pdata[i])->part,
                        ((KsSealFault *)faults->pdata[i])->message);
    }
  if (said != NULL)
    *said = outcome != NULL ? g_strdup (ks_outcome_get_message (outcome)) : NULL;
  return faults->len;
}

static char *
read_piece (const char *path, const char *name)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  g_autoptr (KsPlainZip) zip = ks_plain_zip_read (bytes);
  GBytes *content = ks_plain_zip_lookup (zip, name);

  g_assert_nonnull (content);
  return g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
}

static void
test_flipped (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  publish (self);
  write_seal (self, FALSE);
  g_assert_cmpuint (verify (self->seal, NULL, NULL), ==, 0);
  g_assert_true (g_file_get_contents (self->seal, &bytes, &length, NULL));
  for (guint i = 0; i < FLIPS; i++)
    {
      gsize at = (gsize)g_test_rand_int_range (0, (gint32)length);
      char was = bytes[at];

      bytes[at] ^= (char)(1 << g_test_rand_int_range (0, 8));
      g_assert_true (g_file_set_contents (self->seal, bytes, (gssize)length, NULL));
      g_assert_cmpuint (verify (self->seal, NULL, NULL), >, 0);
      bytes[at] = was;
    }
}

/* What was given out before, settled and corrected comes out the same from the answers, though some
 * were withdrawn and came in anew, and one sheet less counts each time. */
static void
test_history (Fixture *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsResults) given = ks_give_out (self->day.campaign, &province, "export", NULL, NULL);
  g_autoptr (KsImportResult) result = NULL;
  g_autofree char *said = NULL;
  g_autofree char *versions = NULL;
  g_autofree char *earlier = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (given);
  publish (self);
  g_assert_true (ks_withdraw_batch (self->day.campaign, 1, NULL, NULL));
  result = ks_import_responses (self->day.campaign, path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (KsTransaction) tx
        = ks_store_begin_write (ks_campaign_get_store (self->day.campaign), NULL);
    g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->day.campaign);
    g_autoptr (KsForm) form = ks_campaign_dup_form (self->day.campaign);
    g_autoptr (KsTally) tally = NULL;

    /* An officer's pen: the 100th sheet of the second import counts no more. */
    g_assert_true (
        ks_response_table_place (tx, 4487 + 100, "", KS_STATE_EXCLUDED, KS_REASON_NONE, NULL));
    tally = ks_tally_recompute (tx, registry, form, NULL);
    g_assert_true (ks_tally_table_save (tx, registry, tally, NULL));
    g_assert_true (
        ks_campaign_commit (self->day.campaign, tx, "decide", "{}", KS_CHANGE_ANSWERS, NULL));
  }
  g_assert_true (ks_correct_publication (self->day.campaign, "why", "who", NULL, &error));
  g_assert_no_error (error);
  write_seal (self, TRUE);
  g_assert_cmpuint (verify (self->seal, self->archive, &said), ==, 0);
  versions = read_piece (self->archive, "da-neu.jsonl");
  g_assert_nonnull (strstr (versions, "\"rows\":["));
  g_assert_null (strstr (versions, "\"counts\""));
  earlier = read_piece (self->seal, "so-lieu/cac-lan-truoc.csv");
  g_assert_nonnull (strstr (earlier, "\n1,province,,A1,"));
}

static gboolean
find_row (const KsResponse *response, gpointer data, GError **error)
{
  char **answers = data;

  g_free (*answers);
  *answers = g_strdup (response->answers);
  return TRUE;
}

/* Sheets that are read otherwise by now, that would not come in, or that came in once more: the
 * archive says how they were counted, and it is told that it alone does. */
static void
test_other_readings (Fixture *self, gconstpointer data)
{
  g_autofree char *answers = NULL;
  g_autofree char *said = NULL;
  g_autofree char *lines = NULL;
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  {
    g_autoptr (KsTransaction) tx
        = ks_store_begin_write (ks_campaign_get_store (self->day.campaign), NULL);
    g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->day.campaign);
    g_autoptr (KsForm) form = ks_campaign_dup_form (self->day.campaign);
    g_autoptr (KsTally) tally = NULL;

    filter.first = filter.last = 200;
    g_assert_true (ks_response_table_foreach (tx, &filter, find_row, &answers, NULL));
    answers[0] = answers[0] == '1' ? '2' : '1';
    g_assert_true (ks_response_table_correct (tx, 200, answers, NULL));
    tally = ks_tally_recompute (tx, registry, form, NULL);
    g_assert_true (ks_tally_table_save (tx, registry, tally, NULL));
    g_assert_true (
        ks_campaign_commit (self->day.campaign, tx, "decide", "{}", KS_CHANGE_ANSWERS, NULL));
  }
  publish (self);
  write_seal (self, TRUE);
  g_assert_cmpuint (verify (self->seal, self->archive, &said), ==, 0);
  lines = read_piece (self->archive, "xu-ly.jsonl");
  g_assert_nonnull (strstr (lines, answers));
  {
    g_autoptr (KsTransaction) tx
        = ks_store_begin_write (ks_campaign_get_store (self->day.campaign), NULL);
    g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->day.campaign);
    g_autoptr (KsForm) form = ks_campaign_dup_form (self->day.campaign);
    g_autoptr (KsResponseWriter) writer = ks_response_writer_new (tx, NULL);
    g_autoptr (KsTally) tally = NULL;
    const KsResponse response = { .batch = 1,
                                  .source_row = 9000,
                                  .unit = "07201",
                                  .given = "",
                                  .answered = KS_MOMENT_NONE,
                                  .answers = answers };

    g_assert_true (ks_response_table_remove (tx, 300, NULL));
    for (guint i = 0; i < 2; i++)
      g_assert_true (ks_response_writer_add (writer, &response, NULL));
    g_assert_true (ks_response_writer_flush (writer, NULL));
    g_clear_pointer (&writer, ks_response_writer_free);
    tally = ks_tally_recompute (tx, registry, form, NULL);
    g_assert_true (ks_tally_table_save (tx, registry, tally, NULL));
    g_assert_true (
        ks_campaign_commit (self->day.campaign, tx, "decide", "{}", KS_CHANGE_ANSWERS, NULL));
  }
  g_assert_true (ks_correct_publication (self->day.campaign, "why", "who", NULL, NULL));
  write_seal (self, TRUE);
  g_assert_cmpuint (verify (self->seal, self->archive, NULL), ==, 0);
  g_free (lines);
  lines = read_piece (self->archive, "xu-ly.jsonl");
  g_assert_nonnull (strstr (lines, "\"take\":\"in\""));
  g_assert_nonnull (strstr (lines, "\"take\":\"out\""));
}

static void
stop_cb (KsJob *job, gpointer data)
{
  guint *n_left = data;

  if (*n_left > 0 && --*n_left == 0)
    ks_job_stop (job);
}

/* Whoever stops finds what was there before, wherever he stops. */
static void
test_stopped (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  guint n_stopped = 0;

  publish (self);
  write_seal (self, FALSE);
  before = ks_test_day_hash (&self->day);
  g_unlink (self->seal);
  for (guint reports = 1; reports < 40; reports += 3)
    {
      g_autoptr (KsJob) job = ks_job_new ("");
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      guint n_left = reports;

      ks_job_set_report_func (job, stop_cb, &n_left);
      if (ks_write_seal (self->day.campaign, self->seal, self->archive, NULL, job, NULL, &error))
        break;
      n_stopped++;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (g_file_test (self->seal, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (self->archive, G_FILE_TEST_EXISTS));
      after = ks_test_day_hash (&self->day);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_cmpuint (n_stopped, >, 2);
}

static void
watch_cb (KsJob *job, gpointer data)
{
  double *last = data;
  double now = ks_job_get_fraction (job);

  g_assert_cmpfloat (now, >=, *last);
  *last = now;
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  g_autoptr (KsJob) sealing = ks_job_new ("");
  g_autoptr (KsJob) checking = ks_job_new ("");
  g_autoptr (GPtrArray) faults = NULL;
  double sealed = 0, checked = 0;

  publish (self);
  ks_job_set_report_func (sealing, watch_cb, &sealed);
  g_assert_true (
      ks_write_seal (self->day.campaign, self->seal, self->archive, NULL, sealing, NULL, NULL));
  g_assert_cmpfloat (sealed, >, 0.7);
  ks_job_set_report_func (checking, watch_cb, &checked);
  g_assert_true (ks_verify_seal (self->seal, self->archive, checking, &faults, NULL, NULL));
  g_assert_cmpfloat (checked, >, 0.7);
  g_assert_cmpuint (faults->len, ==, 0);
  ks_job_set_report_func (checking, NULL, NULL);
  ks_job_stop (checking);
  g_clear_pointer (&faults, g_ptr_array_unref);
  g_assert_false (ks_verify_seal (self->seal, self->archive, checking, &faults, NULL, NULL));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_write_seal (self->day.campaign, self->seal, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  publish (self);
  ks_clock_set (self->day.clock, ks_test_moment ("2024-04-01T09:00:00"));
  g_assert_false (ks_write_seal (self->day.campaign, self->seal, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_false (g_file_test (self->seal, G_FILE_TEST_EXISTS));
}

static void
test_papers (void)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7", 8);
  g_autoptr (GBytes) text = g_bytes_new_static ("a,b\n", 4);
  g_autoptr (GPtrArray) papers
      = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_seal_paper_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (papers, ks_seal_paper_new ("Báo cáo nhanh.PDF", pdf, &error));
  g_assert_no_error (error);
  g_assert_null (ks_seal_paper_new ("a.csv", text, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ks_seal_paper_new ("a.pdf", text, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/seal/flipped", Fixture, NULL, set_up, test_flipped, tear_down);
  g_test_add ("/seal/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/seal/other-readings", Fixture, NULL, set_up, test_other_readings, tear_down);
  g_test_add ("/seal/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/seal/progress", Fixture, NULL, set_up, test_progress, tear_down);
  g_test_add ("/seal/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add_func ("/seal/papers", test_papers);
  return g_test_run ();
}
