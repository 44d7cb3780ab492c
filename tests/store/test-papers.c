/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-decide.h"
#include "ks-edit-unit.h"
#include "ks-findings.h"
#include "ks-give-out.h"
#include "ks-make-paper.h"
#include "ks-paper-settings.h"
#include "ks-publish.h"
#include "ks-test-day.h"
#include "ks-write-paper.h"

#define IDENTICAL "07261" /* Xã Tam Hiệp: ten of its sheets say the same */
#define OTHER "07786"     /* Xã Tiên Sơn, of another district */

static void
publish (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;

  ks_publish (self->campaign, "gửi báo cáo", NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (KsTestDay *self, gconstpointer data)
{
  ks_test_day_set_up (self, data);
  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  ks_test_day_set_paper (self, "recognition", "participation", "80");
  ks_test_day_set_paper (self, "recognition", "good", "80");
}

/* A unit with staff enough whose sheets are alike: nothing but a finding tells it from others. */
static void
set_up_alike (KsTestDay *self, gconstpointer data)
{
  const KsUnitEdit edit = { KS_UNIT_TOTAL, "40" };
  g_autoptr (GError) error = NULL;

  ks_test_day_set_up (self, data);
  ks_edit_unit (self->campaign, IDENTICAL, &edit, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  ks_test_day_import_day (self);
  ks_test_day_set_paper (self, "recognition", "participation", "80");
  ks_test_day_set_paper (self, "recognition", "good", "80");
}

static KsDocument *
make (KsTestDay *self, KsPaperKind kind, const char *unit)
{
  KsPaperWish wish = KS_PAPER_WISH (kind);
  g_autoptr (GError) error = NULL;
  KsDocument *document;

  wish.unit = unit;
  document = ks_make_paper (self->campaign, &wish, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
assert_figure (KsDocument *document, const char *id, const char *text)
{
  const KsFigure *figure = ks_figure_book_lookup (ks_document_get_book (document), id);

  if (figure == NULL)
    g_error ("%s", id);
  g_assert_cmpstr (figure->text, ==, text);
  g_assert_cmpuint (strlen (figure->account), >, 0);
}

/* As somebody adds them up by hand from the files of the simulated day. */
static void
test_figures (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDocument) report = make (self, KS_PAPER_REPORT, NULL);
  static const char *const figures[][2] = {
    { "received", "4.487" },
    { "counted", "4.466" },
    { "staff", "4.990" },
    { "rate", "89,50%" },
    { "not_counted", "21" },
    { "not_counted/outside_window", "12" },
    { "not_counted/token_mismatch", "5" },
    { "not_counted/unknown_unit", "4" },
    { "not_counted/incomplete", "0" },
    { "units", "209" },
    { "units/answered", "209" },
    { "units/complete", "41" },
    { "units/kinds", "175 xã, 19 phường, 15 thị trấn" },
    { "districts", "10" },
    { "rate/lowest", "84,95%" },
    { "rate/highest", "93,90%" },
    { "good", "3.951" },
    { "answered", "4.466" },
    { "share", "88,47%" },
    { "bounds", "73,07% – 90,50%" },
    { "question/D4/level/1", "2.758" },
    { "question/D4/level/1/share", "61,76%" },
    { "question/D4/level/5/share", "1,07%" },
    { "question/D4/levels/share", "100,00%" },
    { "reports", "201" },
    { "reports/rate", "96,17%" },
    { "publicity/posted", "193" },
    { "publicity/website", "124" },
    { "publicity/zalo", "174" },
    { "publicity/facebook", "108" },
    { "publicity/meetings", "142" },
    { "left_out", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    assert_figure (report, figures[i][0], figures[i][1]);
}

/* Counts of the levels add up to those who answered, percentages to 100,00 %. */
static void
test_sums (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDocument) report = make (self, KS_PAPER_REPORT, NULL);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  KsFigureBook *book = ks_document_get_book (report);
  guint n_told = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      g_autofree char *answered = g_strdup_printf ("question/%s/answered", question->id);
      const KsFigure *n = ks_figure_book_lookup (book, answered);
      double counts = 0;
      double shares = 0;

      g_assert_cmpint (n != NULL, ==, !question->sensitive && !question->profile);
      if (n == NULL || question->type != KS_QUESTION_SINGLE)
        continue;
      for (guint k = 1; k <= question->n_options; k++)
        {
          g_autofree char *level = g_strdup_printf ("question/%s/level/%u", question->id, k);
          g_autofree char *share = g_strdup_printf ("%s/share", level);

          counts += ks_figure_book_lookup (book, level)->value;
          shares += ks_figure_book_lookup (book, share)->value;
        }
      g_assert_cmpfloat (counts, ==, n->value);
      g_assert_cmpfloat_with_epsilon (shares, 1, 1e-9);
      n_told++;
    }
  g_assert_cmpuint (n_told, >, 10);
}

static void
assert_refused (KsTestDay *self, KsPaperKind kind, const char *unit)
{
  KsPaperWish wish = KS_PAPER_WISH (kind);
  g_autoptr (GError) error = NULL;

  wish.unit = unit;
  g_assert_null (ks_make_paper (self->campaign, &wish, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
}

static guint
count_given (KsTestDay *self)
{
  g_autoptr (GPtrArray) outs = ks_load_given_out (self->campaign, NULL);

  return outs->len;
}

/* A unit's answers wait until figures are settled; what is refused leaves nothing on record. */
static void
test_before_settling (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDocument) annex = NULL;
  g_autoptr (GPtrArray) places = NULL;

  assert_refused (self, KS_PAPER_UNIT, IDENTICAL);
  assert_refused (self, KS_PAPER_RECOGNITION, NULL);
  g_assert_cmpuint (count_given (self), ==, 0);
  annex = make (self, KS_PAPER_ANNEX, NULL);
  places = ks_document_dup_figures (annex);
  for (guint i = 0; i < places->len; i++)
    {
      const char *id = ((KsFigurePlace *)places->pdata[i])->id;

      if (g_str_has_prefix (id, "unit/"))
        g_assert_true (g_str_has_suffix (id, "/staff") || g_str_has_suffix (id, "/counted")
                       || g_str_has_suffix (id, "/rate"));
    }
  /* Nor is one in the book, for whoever writes a template. */
  assert_figure (annex, "unit/" IDENTICAL "/share", "–");
}

/* While people answer, participation alone is told. */
static void
test_open (KsTestDay *self, gconstpointer data)
{
  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T15:00"));
  assert_refused (self, KS_PAPER_REPORT, NULL);
  assert_refused (self, KS_PAPER_ANNEX, NULL);
}

/* Looking at a paper puts nothing on record. */
static void
test_preview (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDocument) preview = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
  before = ks_test_day_hash (self);
  preview = make (self, KS_PAPER_REPORT, NULL);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_given (self), ==, 0);
}

/* Settled figures can be looked at in papers while somebody else holds the file; nothing of them is
 * written. */
static void
test_preview_held (KsTestDay *self, gconstpointer data)
{
  KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_REPORT);
  g_autofree char *path = g_build_filename (self->folder, "x.docx", NULL);
  g_autoptr (KsCampaign) other = NULL;
  g_autoptr (KsDocument) preview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
  g_assert_true (ks_publish (self->campaign, "Gửi Ban", NULL, NULL));
  other = ks_campaign_open (ks_campaign_get_path (self->campaign), self->clock, "khác", &error);
  g_assert_no_error (error);
  g_assert_false (ks_write_paper (other, &wish, path, NULL, NULL, &error));
  g_assert_error (error, KS_STORE_ERROR, KS_STORE_ERROR_HELD);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  preview = ks_make_paper (other, &wish, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ks_figure_book_lookup (ks_document_get_book (preview), "good"));
}

/* An officer decides all open findings of units. */
static void
clear_findings (KsTestDay *self)
{
  g_autoptr (GPtrArray) findings = ks_findings_load (self->campaign, FALSE, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideRequest request
      = { .decision = KS_DECISION_COUNT, .reason = "đã kiểm tra", .findings = ids };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = findings->pdata[i];

      if (ks_finding_kind_is_of_unit (finding->kind))
        g_array_append_val (ids, finding->id);
    }
  g_assert_cmpuint (ids->len, >, 10);
  ks_decide_finding (self->campaign, &request, NULL, &error);
  g_assert_no_error (error);
}

/* Papers are the same with and without the findings of units, but for their number and for rates
 * that are being reconciled. */
static void
test_findings (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDocument) open = NULL;
  g_autoptr (KsDocument) cleared = NULL;
  g_autoptr (GPtrArray) places = NULL;
  guint n_reconciling = 0;

  publish (self);
  open = make (self, KS_PAPER_RECOGNITION, NULL);
  clear_findings (self);
  cleared = make (self, KS_PAPER_RECOGNITION, NULL);
  places = ks_document_dup_figures (open);
  for (guint i = 0; i < places->len; i++)
    {
      const char *id = ((KsFigurePlace *)places->pdata[i])->id;
      const KsFigure *before = ks_figure_book_lookup (ks_document_get_book (open), id);
      const KsFigure *after = ks_figure_book_lookup (ks_document_get_book (cleared), id);

      g_assert_null (strstr (before->account, "giống hệt"));
      if (g_str_has_suffix (id, "/rate") && g_str_equal (before->text, "đang đối chiếu"))
        n_reconciling++;
      else if (strstr (id, "recognition") == NULL && !g_str_has_suffix (id, "reconciling"))
        g_assert_cmpstr (before->text, ==, after->text);
    }
  g_assert_cmpuint (n_reconciling, ==, 10);
  assert_figure (cleared, "units/reconciling", "0");
  /* An identical pattern says nothing in the table of a unit. */
  assert_figure (
      open, "unit/" IDENTICAL "/rate",
      ks_figure_book_lookup (ks_document_get_book (cleared), "unit/" IDENTICAL "/rate")->text);
}

/* The account of a unit, beside its district and the province. */
static void
test_unit (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDocument) document = NULL;
  g_autoptr (GPtrArray) places = NULL;

  publish (self);
  document = make (self, KS_PAPER_UNIT, "07786");
  places = ks_document_dup_figures (document);
  for (guint i = 0; i < places->len; i++)
    {
      const char *id = ((KsFigurePlace *)places->pdata[i])->id;

      if (g_str_has_prefix (id, "unit/") && g_ascii_isdigit (id[5]))
        g_assert_true (g_str_has_prefix (id, "unit/07786/"));
    }
  assert_figure (document, "counted", "4.466");
}

/* What an office limits: judged by the bounds, so that nobody meets them by who did not answer. */
static void
test_recognition (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDocument) document = NULL;
  g_autoptr (KsDocument) strict = NULL;
  KsFigureBook *book;

  publish (self);
  document = make (self, KS_PAPER_RECOGNITION, NULL);
  book = ks_document_get_book (document);
  assert_figure (document, "recognition/participation", "153");
  assert_figure (document, "limit/good", "80%");
  g_assert_cmpfloat (ks_figure_book_lookup (book, "recognition/good")->value, <, 153);
  ks_test_day_set_paper (self, "recognition", "good", "100");
  strict = make (self, KS_PAPER_RECOGNITION, NULL);
  g_assert_cmpfloat (
      ks_figure_book_lookup (ks_document_get_book (strict), "recognition/good")->value, <,
      ks_figure_book_lookup (book, "recognition/good")->value);
}

static void
change_staff (KsTestDay *self, const char *unit)
{
  const KsUnitEdit edit = { KS_UNIT_TOTAL, "40" };
  g_autoptr (GError) error = NULL;

  ks_edit_unit (self->campaign, unit, &edit, 1, "đi học về", NULL, &error);
  g_assert_no_error (error);
}

static void
assert_changes (KsDocument *document, const char *count, const char *told, const char *untold)
{
  const KsFigure *list
      = ks_figure_book_lookup (ks_document_get_book (document), "staff/changes/list");

  assert_figure (document, "staff/changes", count);
  g_assert_nonnull (strstr (list->text, told));
  if (untold != NULL)
    g_assert_null (strstr (list->text, untold));
}

/* A paper about a place tells whose staff was changed there, and of no other place. */
static void
test_staff_changes (KsTestDay *self, gconstpointer data)
{
  KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_ANNEX);
  g_autoptr (KsDocument) whole = NULL;
  g_autoptr (KsDocument) district = NULL;
  g_autoptr (KsDocument) unit = NULL;

  change_staff (self, IDENTICAL);
  change_staff (self, OTHER);
  publish (self);
  whole = make (self, KS_PAPER_ANNEX, NULL);
  assert_changes (whole, "2", "Xã Tam Hiệp", NULL);
  assert_changes (whole, "2", "Xã Tiên Sơn", NULL);
  wish.district = "215";
  district = ks_make_paper (self->campaign, &wish, NULL, NULL);
  assert_changes (district, "1", "Xã Tam Hiệp", "Xã Tiên Sơn");
  unit = make (self, KS_PAPER_UNIT, OTHER);
  assert_changes (unit, "1", "Xã Tiên Sơn", "Xã Tam Hiệp");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, KsTestDay, NULL, set_up, func, ks_test_day_tear_down)
  ADD ("/papers/figures", test_figures);
  ADD ("/papers/sums", test_sums);
  ADD ("/papers/before-settling", test_before_settling);
  ADD ("/papers/open", test_open);
  ADD ("/papers/preview", test_preview);
  ADD ("/papers/preview-held", test_preview_held);
  g_test_add ("/papers/findings", KsTestDay, NULL, set_up_alike, test_findings,
              ks_test_day_tear_down);
  ADD ("/papers/unit", test_unit);
  ADD ("/papers/recognition", test_recognition);
  ADD ("/papers/staff-changes", test_staff_changes);
  return g_test_run ();
}
