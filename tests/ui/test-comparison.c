/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-comparison-table.h"
#include "ks-form-builder.h"
#include "ks-give-out.h"
#include "ks-number.h"
#include "ks-publish.h"
#include "ks-record-event.h"
#include "ks-results-copy.h"
#include "ks-save-form.h"
#include "ks-test-campaign.h"

#define NOW "90001=4 90002=9 90005=20 90007=20"
#define THEN "90001=12 90002=9 90005=12 90007=4"
#define UNIT "90005"
#define FEW "90001" /* four sheets now */
#define MINUS "−"

typedef struct
{
  KsCampaign *now;
  KsCampaign *earlier;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer then)
{
  fixture->now = ks_test_campaign_new_some (ks_test_campaign_next_day (), NOW);
  fixture->earlier = ks_test_campaign_new_earlier (then);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_campaign_free (fixture->now);
  ks_test_campaign_free (fixture->earlier);
}

static void
settle (KsCampaign *campaign)
{
  g_autoptr (GError) error = NULL;

  ks_publish (campaign, "", NULL, &error);
  g_assert_no_error (error);
}

static KsShareComparison *
compare (Fixture *fixture, const char *code)
{
  g_autoptr (GError) error = NULL;
  KsShareComparison *comparison
      = ks_compare_shares_of (fixture->now, fixture->earlier, code, &error);

  g_assert_no_error (error);
  return comparison;
}

static const KsSharePair *
find (KsShareComparison *comparison, const char *id)
{
  for (guint i = 0; i < ks_share_comparison_get_n_pairs (comparison); i++)
    if (g_str_equal (ks_share_comparison_get_pair (comparison, i)->question->id, id))
      return ks_share_comparison_get_pair (comparison, i);
  g_assert_not_reached ();
}

/* The row of a question; G_MAXUINT: it has none. */
static guint
find_row (KsFigures *figures, const char *id)
{
  for (guint i = 0; i < ks_figures_get_n_rows (figures); i++)
    if (ks_figures_get_kind (figures, i) == KS_FIGURE_ROW
        && g_str_equal (ks_figures_get_cell (figures, i, 0), id))
      return i;
  return G_MAXUINT;
}

static void
assert_cell (KsFigures *figures, guint row, guint column, const char *expected)
{
  g_assert_cmpstr (ks_figures_get_cell (figures, row, column), ==, expected);
}

/* Both shares are those that each survey shows by itself; the table adds up by hand. */
static void
test_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsShareComparison) comparison = compare (fixture, UNIT);
  g_autoptr (KsFigures) figures = ks_comparison_create_figures (comparison);
  g_autoptr (KsResults) now = ks_results_load (fixture->now, NULL);
  g_autoptr (KsResults) then = ks_results_load (fixture->earlier, NULL);
  g_autofree char *place = ks_comparison_dup_place (comparison);
  const KsScope scope = { KS_SCOPE_UNIT, UNIT, "", NULL, 0 };
  guint n_up = 0, n_down = 0;

  g_assert_cmpint (ks_comparison_get_refusal (comparison), ==, KS_REFUSAL_NONE);
  g_assert_cmpstr (place, ==, ks_share_comparison_get_scope (comparison)->name);
  for (guint i = 0; i < ks_share_comparison_get_n_pairs (comparison); i++)
    {
      const KsSharePair *pair = ks_share_comparison_get_pair (comparison, i);
      guint row = find_row (figures, pair->question->id);
      gint64 difference = ks_count_hundredths (pair->now.x, pair->now.n)
                          - ks_count_hundredths (pair->earlier.x, pair->earlier.n);
      g_autofree char *size = ks_format_decimal ((double)ABS (difference) / 100, 2);
      g_autofree char *expected = g_strconcat (difference > 0   ? "+"
                                               : difference < 0 ? MINUS
                                                                : "",
                                               size, NULL);
      KsShare share;

      ks_results_get_share (now, &scope, pair->question, &share);
      g_assert_cmpint (pair->now.x, ==, share.x);
      g_assert_cmpint (pair->now.n, ==, 20);
      ks_results_get_share (
          then, &scope, ks_form_lookup (ks_results_get_form (then), pair->question->id), &share);
      g_assert_cmpint (pair->earlier.x, ==, share.x);
      g_assert_cmpint (pair->earlier.n, ==, 12);
      assert_cell (figures, row, 2, "20");
      assert_cell (figures, row, 5, "12");
      assert_cell (figures, row, 8, expected);
      assert_cell (figures, row, 9, "");
      n_up += difference > 0;
      n_down += difference < 0;
    }
  g_assert_cmpuint (n_up, >, 0);
  g_assert_cmpuint (n_down, >, 0);
}

/* Too few answers in either survey: a dash and the reason, whichever it is. */
static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsShareComparison) few_now = compare (fixture, FEW);
  g_autoptr (KsShareComparison) few_then = compare (fixture, "90007");
  g_autoptr (KsFigures) figures = ks_comparison_create_figures (few_then);
  guint row = find_row (figures, "A1");

  g_assert_cmpint (ks_comparison_get_refusal (few_now), ==, KS_REFUSAL_TOO_FEW);
  g_assert_cmpint (ks_comparison_get_refusal (few_then), ==, KS_REFUSAL_NONE);
  assert_cell (figures, row, 2, "20");
  for (guint column = 5; column < 9; column++)
    assert_cell (figures, row, column, "–");
  assert_cell (figures, row, 9, "Too few answers then");
}

static void
test_province (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsShareComparison) comparison = compare (fixture, "");
  g_autofree char *foot = ks_comparison_dup_foot (comparison);
  g_autofree char *title = ks_comparison_dup_title (comparison);

  g_assert_cmpint (find (comparison, "A1")->now.n, ==, 49);
  g_assert_cmpint (find (comparison, "A1")->earlier.n, ==, 33);
  g_assert_nonnull (strstr (foot, "Now without 4 sheets"));
  g_assert_nonnull (strstr (foot, "Then without 4 sheets"));
  g_assert_true (g_str_has_prefix (title, "Of 18 questions asked both times"));
}

static void
edit_form (KsCampaign *campaign, void (*edit) (KsFormBuilder *builder, KsForm *form))
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);
  g_autoptr (KsForm) changed = NULL;
  g_autoptr (GError) error = NULL;

  edit (builder, form);
  changed = ks_form_builder_build (builder, &error);
  g_assert_no_error (error);
  ks_save_form (campaign, changed, NULL, NULL, &error);
  g_assert_no_error (error);
}

static guint
find_index (KsFormBuilder *builder, const char *id)
{
  guint i = 0;

  while (!g_str_equal (ks_form_builder_get_question_id (builder, i), id))
    i++;
  return i;
}

static void
reword (KsFormBuilder *builder, KsForm *form)
{
  KsQuestion question = *ks_form_lookup (form, "A1");

  question.text = (char *)"Hỏi bằng câu khác";
  ks_form_builder_set_question (builder, find_index (builder, "A1"), &question);
}

static void
change_scale (KsFormBuilder *builder, KsForm *form)
{
  KsQuestion question = *ks_form_lookup (form, "A2");

  question.scale_id = ks_form_lookup (form, "D4")->scale_id;
  ks_form_builder_set_question (builder, find_index (builder, "A2"), &question);
  ks_form_builder_remove_question (builder, find_index (builder, "A3"));
}

/* The same question in other words is told of; with other levels, or none, it is not compared. */
static void
test_forms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsShareComparison) comparison = NULL;
  KsCampaign *bare = ks_test_campaign_new_earlier ("");
  g_autoptr (KsShareComparison) other = NULL;
  g_autoptr (GError) error = NULL;

  edit_form (fixture->earlier, reword);
  comparison = compare (fixture, UNIT);
  g_assert_true (find (comparison, "A1")->reworded);
  g_assert_false (find (comparison, "A2")->reworded);
  g_assert_cmpstr (ks_share_pair_get_note (find (comparison, "A1")), ==, "Worded otherwise then");
  edit_form (bare, change_scale);
  other = ks_compare_shares_of (fixture->now, bare, UNIT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find (other, "A1")->state, ==, KS_PAIR_COMPARED);
  g_assert_cmpint (find (other, "A2")->state, ==, KS_PAIR_OTHER_LEVELS);
  g_assert_cmpint (find (other, "A3")->state, ==, KS_PAIR_NOT_ASKED);
  g_assert_cmpstr (ks_share_pair_get_note (find (other, "A1")), ==, "No answers then");
  g_assert_cmpstr (ks_share_pair_get_note (find (other, "A2")), ==, "Other levels then");
  g_assert_cmpstr (ks_share_pair_get_note (find (other, "A3")), ==, "Not asked then");
  g_clear_pointer (&other, ks_share_comparison_free);
  ks_test_campaign_free (bare);
}

static void
assert_refused (Fixture *fixture, const char *code, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_give_out_comparison (fixture->now, fixture->earlier, code, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, reason));
}

static guint
count_given_out (KsCampaign *campaign)
{
  g_autoptr (GPtrArray) outs = ks_load_given_out (campaign, NULL);

  return outs->len;
}

/* What leaves: of the earlier survey what was settled; of this one what may be given out, on
 * record. */
static void
test_give_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsShareComparison) province = NULL;
  g_autoptr (KsFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  assert_refused (fixture, "", "“Khảo sát trước” are not settled");
  settle (fixture->earlier);
  assert_refused (fixture, UNIT, "single unit");
  g_assert_cmpuint (count_given_out (fixture->now), ==, 0);
  g_assert_cmpuint (count_given_out (fixture->earlier), ==, 1);
  province = ks_give_out_comparison (fixture->now, fixture->earlier, "", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_given_out (fixture->now), ==, 1);
  g_assert_cmpuint (count_given_out (fixture->earlier), ==, 1);
  figures = ks_comparison_create_figures (province);
  g_assert_cmpuint (find_row (figures, "A1"), !=, G_MAXUINT);
  g_assert_cmpuint (find_row (figures, "D1"), ==, G_MAXUINT);
  text = ks_results_copy_comparison (fixture->now, fixture->earlier, province);
  g_assert_nonnull (strstr (text, "\nPRELIMINARY FIGURES\n"));
  g_assert_nonnull (strstr (text, "\nEarlier survey: Khảo sát trước, 01/4/2024\nSETTLED ON "));
  g_assert_nonnull (strstr (text, "\nA1\t"));
  g_assert_null (strstr (text, "\nD1\t"));
  g_assert_null (strstr (text, MINUS));
  g_assert_null (strstr (text, "'"));
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("ks-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "hai-dot.csv", NULL);
  g_autofree char *wrong = g_build_filename (folder, "hai-dot.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_write_comparison (fixture->now, fixture->earlier, "", wrong, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ks_write_comparison (fixture->now, fixture->earlier, "", path, NULL, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_given_out (fixture->now), ==, 0);
  settle (fixture->now);
  settle (fixture->earlier);
  ks_write_comparison (fixture->now, fixture->earlier, UNIT, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Tỷ lệ đánh giá tốt so với đợt khảo sát trước"));
  g_assert_nonnull (strstr (text, "Đợt trước: Khảo sát trước, ngày 01/4/2024 – số liệu chốt lúc"));
  g_assert_nonnull (strstr (text, "PHIẾU DÙNG TẠM"));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Itself under another name, and a survey of other units, are no earlier surveys. */
static void
test_wrong_survey (Fixture *fixture, gconstpointer data)
{
  KsCampaign *same = ks_test_campaign_new_some (ks_test_campaign_next_day (), "");
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_compare_shares_of (fixture->now, same, "", &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "itself"));
  g_clear_error (&error);
  g_assert_null (ks_compare_shares_of (fixture->now, fixture->earlier, "không có", &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
  ks_test_campaign_free (same);
}

/* Points stand with their sign on screen and as a bare number on the clipboard. */
static void
test_points (void)
{
  g_autoptr (KsFigures) figures = ks_figures_new ();
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  g_autofree char *text = NULL;

  ks_figures_add_column (figures, "d", KS_FIGURE_NUMBER);
  ks_figures_add_row (figures, KS_FIGURE_ROW, 0);
  ks_figures_add_points (figures, 331);
  ks_figures_add_points (figures, -50);
  ks_figures_add_points (figures, 0);
  assert_cell (figures, 0, 0, "+3,31");
  assert_cell (figures, 0, 1, MINUS "0,50");
  assert_cell (figures, 0, 2, "0,00");
  ks_figures_write (figures, writer);
  ks_csv_writer_finish (writer, NULL);
  text = ks_csv_writer_steal_text (writer);
  g_assert_cmpstr (text, ==, "d\n3,31\t-0,50\t0,00\n");
}

#define ADD(path, func) g_test_add ("/comparison/" path, Fixture, THEN, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/points", test_points);
  ADD ("unit", test_unit);
  ADD ("too-few", test_too_few);
  ADD ("province", test_province);
  ADD ("forms", test_forms);
  ADD ("give-out", test_give_out);
  ADD ("write", test_write);
  ADD ("wrong-survey", test_wrong_survey);
  return g_test_run ();
}
