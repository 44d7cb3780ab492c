/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-choose.h"
#include "ks-decide.h"
#include "ks-findings.h"
#include "ks-give-out.h"
#include "ks-paper-settings.h"
#include "ks-publish.h"
#include "ks-test-day.h"
#include "ks-test-docx.h"
#include "ks-write-paper.h"

#define UNIT "07786"
#define MOST_PAGES 50

static void
choose (KsTestDay *self)
{
  g_autoptr (GPtrArray) nominees = ks_nominees_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (nominees, ks_nominee_new_unit ("07291", "tổ chức tốt"));
  ks_choose (self->campaign, nominees, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (KsTestDay *self, gconstpointer data)
{
  const KsPaperEdit limits[]
      = { { "recognition", "participation", "80" }, { "recognition", "good", "80" } };
  g_autoptr (GError) error = NULL;

  ks_test_day_set_up (self, data);
  ks_test_day_import_day (self);
  ks_set_paper_texts (self->campaign, limits, G_N_ELEMENTS (limits), NULL, &error);
  g_assert_no_error (error);
  choose (self);
  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
}

static void
settle (KsTestDay *self)
{
  g_assert_true (ks_publish (self->campaign, "", NULL, NULL));
}

static char *
make_path (KsTestDay *self, KsPaperKind kind, const char *ending)
{
  g_autofree char *name = g_strconcat (ks_paper_kind_get_id (kind), ending, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static KsPaperWish
wish_for (KsPaperKind kind)
{
  KsPaperWish wish = KS_PAPER_WISH (kind);

  if (ks_paper_kind_has (kind, KS_PAPER_OF_A_UNIT))
    wish.unit = UNIT;
  if (ks_paper_kind_has (kind, KS_PAPER_OF_A_DISTRICT))
    wish.district = "213";
  return wish;
}

static GBytes *
write_paper (KsTestDay *self, KsPaperKind kind, const char *ending)
{
  const KsPaperWish wish = wish_for (kind);
  g_autofree char *path = make_path (self, kind, ending);
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize length = 0;

  ks_write_paper (self->campaign, &wish, path, NULL, &outcome, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome), ending));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

/* Every ending that a paper offers is one that it is written as, and the same bytes each time. */
static void
test_every_ending (KsTestDay *self, gconstpointer data)
{
  settle (self);
  for (guint kind = 0; kind < KS_N_PAPERS; kind++)
    for (const char *const *ending = ks_paper_kind_get_endings ();
         *ending != NULL; ending++)
      {
        g_autoptr (GBytes) first = write_paper (self, (KsPaperKind)kind, *ending);
        g_autoptr (GBytes) second = write_paper (self, (KsPaperKind)kind, *ending);
        const char *content = g_bytes_get_data (first, NULL);

        g_assert_true (g_bytes_equal (first, second));
        g_assert_true (g_str_has_prefix (
            content, g_str_equal (*ending, ".pdf") ? "%PDF-" : "PK\3\4"));
        if (g_str_equal (*ending, ".docx"))
          ks_test_docx_assert_sound (first);
      }
  ks_test_day_assert_sound (self);
}

static guint
count_given (KsTestDay *self)
{
  g_autoptr (GPtrArray) outs = ks_load_given_out (self->campaign, NULL);

  return outs->len;
}

/* What carries answers is on record once for each file; a list of names carries none. */
static void
test_record (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GBytes) report = write_paper (self, KS_PAPER_REPORT, ".pdf");
  g_autoptr (GBytes) annex = write_paper (self, KS_PAPER_ANNEX, ".xlsx");
  g_autoptr (GBytes) proposal = write_paper (self, KS_PAPER_PROPOSAL, ".pdf");
  g_autoptr (GBytes) account = NULL;
  g_autoptr (GPtrArray) outs = NULL;
  const KsGivenOut *last;

  g_assert_cmpuint (count_given (self), ==, 2);
  settle (self);
  account = write_paper (self, KS_PAPER_UNIT, ".pdf");
  outs = ks_load_given_out (self->campaign, NULL);
  g_assert_cmpuint (outs->len, ==, 4);
  last = outs->pdata[3];
  g_assert_cmpstr (last->document, ==, "unit");
  g_assert_cmpstr (last->scope, ==, UNIT);
}

/* Refused, with nothing written and nothing on record. */
static void
assert_refused (KsTestDay *self, const KsPaperWish *wish, const char *path, KsJob *job)
{
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_write_paper (self->campaign, wish, path, job, &outcome, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 0);
  g_assert_null (outcome);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refusals (KsTestDay *self, gconstpointer data)
{
  static const char *const faulty[] = { "x.txt", "x", "x.pdf.exe", "missing/x.pdf" };
  g_autofree char *path = g_build_filename (self->folder, "x.pdf", NULL);
  KsPaperWish wishes[] = {
    KS_PAPER_WISH (KS_PAPER_UNIT),     KS_PAPER_WISH (KS_PAPER_DISTRICT),
    KS_PAPER_WISH (KS_PAPER_REPORT),   KS_PAPER_WISH (KS_PAPER_PROPOSAL),
    KS_PAPER_WISH (KS_PAPER_REPORT),   KS_PAPER_WISH (KS_PAPER_DISTRICT),
    KS_PAPER_WISH (KS_PAPER_SUMMARY),  KS_PAPER_WISH (KS_PAPER_UNIT),
    KS_PAPER_WISH (KS_PAPER_ANNEX),
  };
  const KsPaperWish report = KS_PAPER_WISH (KS_PAPER_REPORT);

  wishes[2].unit = UNIT;
  wishes[3].district = "213";
  wishes[4].at = ks_test_moment ("2024-04-01T12:00");
  wishes[5].district = "999";
  wishes[6].unit = UNIT;
  wishes[7].unit = "99999";
  wishes[8].district = "999";
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    assert_refused (self, &wishes[i], path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autofree char *place = g_build_filename (self->folder, faulty[i], NULL);

      assert_refused (self, &report, place, NULL);
    }
}

/* Somebody who is at work while papers are made. */
typedef struct
{
  KsTestDay *day;
  guint n_left; /* sheets that he takes out of the count, one a page */
  gint64 next;
} Meddler;

static void
meddle_cb (KsJob *job, gpointer data)
{
  Meddler *self = data;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  const KsDecideRequest request
      = { .decision = KS_DECISION_EXCLUDE, .reason = "Thử", .rows = rows };
  g_autoptr (GError) error = NULL;

  /* Pages are counted at the end, sheets before. */
  if (self->n_left == 0 || ks_job_get_total (job) == 0 || ks_job_get_total (job) > MOST_PAGES)
    return;
  self->n_left--;
  self->next++;
  g_array_append_val (rows, self->next);
  ks_decide_finding (self->day->campaign, &request, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
write_meanwhile (KsTestDay *self, guint n_changes, const char *path, GError **error)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_REPORT);
  g_autoptr (KsJob) job = ks_job_new ("x");
  Meddler meddler = { self, n_changes, 100 };

  ks_job_set_report_func (job, meddle_cb, &meddler);
  return ks_write_paper (self->campaign, &wish, path, job, NULL, error);
}

/* What is on record is what the file shows, though a sheet went while it was made. */
static void
test_changed_meanwhile (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "meanwhile.pdf", NULL);
  g_autoptr (GBytes) before = write_paper (self, KS_PAPER_REPORT, ".pdf");
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;

  write_meanwhile (self, 1, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_given (self), ==, 2);
  after = write_paper (self, KS_PAPER_REPORT, ".pdf");
  g_assert_false (g_bytes_equal (before, after));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  ks_test_day_assert_sound (self);
}

/* Who is never left alone is told so, and nothing leaves. */
static void
test_never_left_alone (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "never.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_meanwhile (self, 1000, path, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_BUSY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_given (self), ==, 0);
}

/* Files of one paper say the same, and are on record once. */
static void
test_files (KsTestDay *self, gconstpointer data)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_ANNEX);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  guint n_written;

  for (const char *const *ending = ks_paper_kind_get_endings (); *ending != NULL; ending++)
    {
      g_autofree char *path = g_strconcat (self->folder, "/one", *ending, NULL);

      g_strv_builder_add (paths, path);
    }
  files = g_strv_builder_end (paths);
  ks_write_paper_files (self->campaign, &wish, (const char *const *)files, FALSE, &n_written, NULL,
                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, 3);
  g_assert_cmpuint (count_given (self), ==, 1);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GBytes) alone = write_paper (self, wish.kind, strrchr (files[i], '.'));
      g_autofree char *content = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (files[i], &content, &length, NULL));
      g_assert_cmpmem (content, length, g_bytes_get_data (alone, NULL), g_bytes_get_size (alone));
    }
}

/* A paper that is stopped has not left: neither a file nor a row in the ledger tells of it. */
static void
test_stopped (KsTestDay *self, gconstpointer data)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_REPORT);
  g_autoptr (KsJob) job = ks_job_new ("x");
  g_autofree char *path = make_path (self, KS_PAPER_REPORT, ".pdf");

  ks_job_stop (job);
  assert_refused (self, &wish, path, job);
}

/* A template without tables makes no workbook, and nothing is on record of it; but other files. Who
 * wants all papers is not stopped by the one that has nothing. */
static void
test_nothing_to_write (KsTestDay *self, gconstpointer data)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_REPORT);
  g_autofree char *path = make_path (self, KS_PAPER_REPORT, ".xlsx");
  g_autofree char *other = make_path (self, KS_PAPER_REPORT, ".pdf");
  const char *const paths[] = { path, other, NULL };
  const char *const alone[] = { path, NULL };
  guint n_written;

  ks_test_day_set_paper (self, "report", "template", "@title BÁO CÁO\nCó {counted} phiếu.");
  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
  assert_refused (self, &wish, path, NULL);
  g_assert_true (
      ks_write_paper_files (self->campaign, &wish, alone, TRUE, &n_written, NULL, NULL));
  g_assert_cmpuint (n_written, ==, 0);
  g_assert_cmpuint (count_given (self), ==, 0);
  g_assert_true (
      ks_write_paper_files (self->campaign, &wish, paths, TRUE, &n_written, NULL, NULL));
  g_assert_cmpuint (n_written, ==, 1);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What stood there before stays when a paper is refused. */
static void
test_before (KsTestDay *self, gconstpointer data)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_RECOGNITION);
  g_autofree char *path = ks_test_day_write (self, "recognition.pdf", "cũ", -1);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_write_paper (self->campaign, &wish, path, NULL, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "cũ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, KsTestDay, NULL, set_up, func, ks_test_day_tear_down)
  ADD ("/write-paper/every-ending", test_every_ending);
  ADD ("/write-paper/record", test_record);
  ADD ("/write-paper/changed-meanwhile", test_changed_meanwhile);
  ADD ("/write-paper/never-left-alone", test_never_left_alone);
  ADD ("/write-paper/files", test_files);
  ADD ("/write-paper/refusals", test_refusals);
  ADD ("/write-paper/stopped", test_stopped);
  ADD ("/write-paper/nothing-to-write", test_nothing_to_write);
  ADD ("/write-paper/before", test_before);
  return g_test_run ();
}
