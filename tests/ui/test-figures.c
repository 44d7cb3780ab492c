/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figures.h"
#include "ks-participation-figures.h"
#include "ks-question-set.h"
#include "ks-results-copy.h"
#include "ks-test-campaign.h"

/* A form whose scales are unlike: five levels from the worst on, three levels, and questions that
 * are no scale. */
static const char form_json[]
    = "{ 'id': 'F', 'title': 'T', 'notice': 'PHIẾU DÙNG TẠM; phần sau', 'profile': [],"
      "  'scales': {"
      "    'FIVE': { 'kind': 'ordinal', 'options': ["
      "      { 'value': 1, 'label': 'one' }, { 'value': 2, 'label': 'two' },"
      "      { 'value': 3, 'label': 'three' }, { 'value': 4, 'label': 'four' },"
      "      { 'value': 5, 'label': 'five' }, { 'value': null, 'label': 'unsure' } ] },"
      "    'THREE': { 'kind': 'ordinal', 'options': ["
      "      { 'value': 3, 'label': 'good' }, { 'value': 2, 'label': 'fair' },"
      "      { 'value': 1, 'label': 'poor' } ] } },"
      "  'sections': ["
      "    { 'id': 'A', 'title': 'A. First', 'questions': ["
      "      { 'id': 'A1', 'type': 'single', 'scale': 'FIVE', 'text': 'Long A1', 'short': 'A-one' "
      "},"
      "      { 'id': 'A2', 'type': 'single', 'scale': 'THREE', 'text': 'Long A2' },"
      "      { 'id': 'A3', 'type': 'multi', 'text': 'Several', 'options': ['x', 'y'] } ] },"
      "    { 'id': 'B', 'title': 'B. Second', 'questions': ["
      "      { 'id': 'B1', 'type': 'single', 'scale': 'FIVE', 'text': 'Long B1' },"
      "      { 'id': 'B2', 'type': 'text', 'text': 'Comment' } ] } ] }";

static KsForm *
create_form (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strdelimit (g_strdup (form_json), "'", '"');
  KsForm *form = ks_form_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  return form;
}

/* Counts in the form's order; n and the rest follow from them. */
static KsQuestionResult *
create_result (KsForm *form, const char *id, const gint64 *counts)
{
  const KsQuestion *question = ks_form_lookup (form, id);
  KsQuestionResult *result = g_new0 (KsQuestionResult, 1);

  g_assert_nonnull (question);
  result->question = question;
  result->counts = g_new0 (gint64, MAX (1, question->n_options));
  result->staff = 100;
  result->shown = TRUE;
  result->levels_shown = TRUE;
  for (guint i = 0; i < question->n_options; i++)
    {
      result->counts[i] = counts[i];
      result->answered += counts[i];
      if (question->options[i].good)
        result->good += counts[i];
      if (question->ordinal && !question->options[i].has_value)
        result->dont_know += counts[i];
    }
  return result;
}

static KsQuestionSet *
create_set (KsForm *form)
{
  const gint64 a1[] = { 1, 2, 3, 4, 20, 1 };
  const gint64 a2[] = { 10, 5, 5 };
  const gint64 a3[] = { 7, 9 };
  const gint64 b1[] = { 0, 0, 1, 1, 1, 0 };
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_question_result_free);
  KsQuestionResult *text = create_result (form, "B2", NULL);

  text->answered = 12;
  g_ptr_array_add (results, create_result (form, "A1", a1));
  g_ptr_array_add (results, create_result (form, "A2", a2));
  g_ptr_array_add (results, create_result (form, "A3", a3));
  g_ptr_array_add (results, create_result (form, "B1", b1));
  g_ptr_array_add (results, text);
  return ks_question_set_new (form, results);
}

static void
assert_row (KsFigures *figures, guint row, const char *expected)
{
  g_autoptr (GString) cells = g_string_new (ks_figures_get_cell (figures, row, 0));

  for (guint i = 1; i < ks_figures_get_n_columns (figures); i++)
    g_string_append_printf (cells, "|%s", ks_figures_get_cell (figures, row, i));
  g_assert_cmpstr (cells->str, ==, expected);
}

static char *
write_figures (KsFigures *figures)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);

  ks_figures_write (figures, writer);
  g_assert_true (ks_csv_writer_finish (writer, NULL));
  return ks_csv_writer_steal_text (writer);
}

static void
test_table (void)
{
  g_autoptr (KsFigures) figures = ks_figures_new ();

  ks_figures_add_column (figures, "name", KS_FIGURE_TEXT);
  ks_figures_add_column (figures, "n", KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, "share", KS_FIGURE_STRONG);
  ks_figures_add_section (figures, "A. Part");
  ks_figures_add_row (figures, KS_FIGURE_ROW, 7);
  ks_figures_add_text (figures, "first");
  ks_figures_add_count (figures, 4466);
  ks_figures_add_hundredths (figures, 8851);
  ks_figures_add_row (figures, KS_FIGURE_TOTAL, KS_FIGURE_NO_KEY);
  ks_figures_add_text (figures, "all");

  g_assert_cmpuint (ks_figures_get_n_rows (figures), ==, 3);
  g_assert_cmpint (ks_figures_get_kind (figures, 0), ==, KS_FIGURE_SECTION);
  g_assert_cmpuint (ks_figures_get_key (figures, 0), ==, KS_FIGURE_NO_KEY);
  g_assert_cmpuint (ks_figures_get_key (figures, 1), ==, 7);
  g_assert_cmpint (ks_figures_get_kind (figures, 2), ==, KS_FIGURE_TOTAL);
  g_assert_cmpint (ks_figures_get_style (figures, 2), ==, KS_FIGURE_STRONG);
  assert_row (figures, 1, "first|4.466|88,51");
  assert_row (figures, 2, "all||");
}

/* On the clipboard counts are bare digits, and text is never a formula. */
static void
test_table_text (void)
{
  g_autoptr (KsFigures) figures = ks_figures_new ();
  g_autofree char *text = NULL;

  ks_figures_add_column (figures, "name", KS_FIGURE_TEXT);
  ks_figures_add_column (figures, "n", KS_FIGURE_NUMBER);
  ks_figures_add_row (figures, KS_FIGURE_ROW, 0);
  ks_figures_add_text (figures, "=1+1");
  ks_figures_add_count (figures, 4466);
  text = write_figures (figures);
  g_assert_nonnull (strstr (text, "name\tn"));
  g_assert_nonnull (strstr (text, "'=1+1\t4466"));
  g_assert_null (strstr (text, "4.466"));
}

/* The best level comes first, whichever way the form counts; a shorter scale stands under the
 * levels whose colours it has. */
static void
test_set_shares (void)
{
  g_autoptr (KsForm) form = create_form ();
  g_autoptr (KsQuestionSet) set = create_set (form);
  g_autoptr (KsFigures) figures = ks_question_set_create_figures (set, KS_LIKERT_AS_GIVEN, FALSE);

  g_assert_cmpuint (ks_question_set_get_n_rows (set), ==, 3);
  g_assert_cmpstr (ks_figures_get_title (figures, 3), ==, "five");
  g_assert_cmpstr (ks_figures_get_title (figures, 7), ==, "one");
  g_assert_cmpint (ks_figures_get_kind (figures, 0), ==, KS_FIGURE_SECTION);
  assert_row (figures, 1, "A1|A-one|31|64,52|12,90|9,68|6,45|3,23|3,22|77,42");
  assert_row (figures, 2, "A2|Long A2|20|50,00|–|25,00|–|25,00|–|50,00");
  g_assert_cmpint (ks_figures_get_kind (figures, 3), ==, KS_FIGURE_SECTION);
  g_assert_cmpuint (ks_figures_get_key (figures, 4), ==, 2);
  assert_row (figures, 4, "B1|Long B1|3|33,34|33,33|33,33|0,00|0,00|0,00|66,67");
}

static void
test_set_counts (void)
{
  g_autoptr (KsForm) form = create_form ();
  g_autoptr (KsQuestionSet) set = create_set (form);
  g_autoptr (KsFigures) figures = ks_question_set_create_figures (set, KS_LIKERT_AS_GIVEN, TRUE);

  assert_row (figures, 1, "A1|A-one|31|20|4|3|2|1|1|24");
}

static void
test_set_order (void)
{
  g_autoptr (KsForm) form = create_form ();
  g_autoptr (KsQuestionSet) set = create_set (form);
  g_autoptr (KsFigures) figures
      = ks_question_set_create_figures (set, KS_LIKERT_BY_NET_AGREEMENT, FALSE);

  /* 24−3 of 31, 2−0 of 3, 10−5 of 20: no titles between them. */
  g_assert_cmpuint (ks_figures_get_n_rows (figures), ==, 3);
  g_assert_cmpuint (ks_figures_get_key (figures, 0), ==, 0);
  g_assert_cmpuint (ks_figures_get_key (figures, 1), ==, 2);
  g_assert_cmpuint (ks_figures_get_key (figures, 2), ==, 1);
}

static void
test_set_others (void)
{
  g_autoptr (KsForm) form = create_form ();
  g_autoptr (KsQuestionSet) set = create_set (form);
  GPtrArray *choices = ks_question_set_get_choices (set);
  GPtrArray *texts = ks_question_set_get_texts (set);

  g_assert_cmpuint (choices->len, ==, 1);
  g_assert_cmpstr (((KsQuestionResult *)choices->pdata[0])->question->id, ==, "A3");
  g_assert_cmpuint (texts->len, ==, 1);
  g_assert_cmpint (((KsQuestionResult *)texts->pdata[0])->answered, ==, 12);
}

/* A column for blanks stands there only when there are any. */
static void
test_set_blanks (void)
{
  g_autoptr (KsForm) form = create_form ();
  const gint64 a1[] = { 0, 0, 0, 2, 4, 0 };
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_question_result_free);
  KsQuestionResult *result = create_result (form, "A1", a1);
  g_autoptr (KsQuestionSet) set = NULL;
  g_autoptr (KsFigures) figures = NULL;

  result->blank = 3;
  g_ptr_array_add (results, result);
  set = ks_question_set_new (form, results);
  figures = ks_question_set_create_figures (set, KS_LIKERT_AS_GIVEN, FALSE);
  assert_row (figures, 1, "A1|A-one|3|6|66,67|33,33|0,00|0,00|0,00|0,00|100,00");
}

/* Everybody chose the same: x and n, but not which level it was. */
static void
test_set_unanimous (void)
{
  g_autoptr (KsForm) form = create_form ();
  const gint64 a1[] = { 0, 0, 0, 0, 6, 0 };
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_question_result_free);
  KsQuestionResult *result = create_result (form, "A1", a1);
  g_autoptr (KsQuestionSet) set = NULL;
  g_autoptr (KsFigures) figures = NULL;

  result->levels_shown = FALSE;
  memset (result->counts, 0, 6 * sizeof *result->counts);
  g_ptr_array_add (results, result);
  set = ks_question_set_new (form, results);
  figures = ks_question_set_create_figures (set, KS_LIKERT_AS_GIVEN, FALSE);
  g_assert_true (ks_question_set_is_shown (set));
  g_assert_true (ks_question_set_hides_levels (set));
  assert_row (figures, 1, "A1|A-one|6|–|–|–|–|–|–|100,00");
}

static void
test_set_hidden (void)
{
  g_autoptr (KsForm) form = create_form ();
  const gint64 none[] = { 0, 0, 0, 0, 0, 0 };
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_question_result_free);
  KsQuestionResult *result = create_result (form, "A1", none);
  g_autoptr (KsQuestionSet) set = NULL;
  g_autoptr (KsFigures) figures = NULL;

  result->shown = result->levels_shown = FALSE;
  result->answered = 4;
  result->left_out = 4;
  g_ptr_array_add (results, result);
  set = ks_question_set_new (form, results);
  figures = ks_question_set_create_figures (set, KS_LIKERT_AS_GIVEN, FALSE);
  g_assert_false (ks_question_set_is_shown (set));
  g_assert_cmpint (ks_question_set_get_left_out (set), ==, 4);
  assert_row (figures, 1, "A1|A-one|–|–|–|–|–|–|–|–");
}

static void
test_set_empty (void)
{
  g_autoptr (KsForm) form = create_form ();
  g_autoptr (KsQuestionSet) set
      = ks_question_set_new (form, g_ptr_array_new_with_free_func (g_free));
  g_autoptr (KsFigures) figures = ks_question_set_create_figures (set, KS_LIKERT_AS_GIVEN, FALSE);
  g_autofree char *labels = ks_question_set_dup_good_labels (set);

  g_assert_false (ks_question_set_is_shown (set));
  g_assert_cmpuint (ks_figures_get_n_rows (figures), ==, 0);
  g_assert_cmpstr (labels, ==, "");
}

/* A campaign in which one small unit has more answers than officials. */
typedef struct
{
  KsCampaign *campaign;
  KsResults *results;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  fixture->results = ks_results_load (fixture->campaign, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->results);
  ks_test_campaign_free (fixture->campaign);
}

static void
find_scope (Fixture *fixture, const char *name, KsScope *scope)
{
  g_autoptr (GArray) districts = ks_results_dup_scopes (fixture->results, KS_SCOPE_DISTRICT);

  for (guint i = 0; i < districts->len; i++)
    {
      *scope = g_array_index (districts, KsScope, i);
      if (g_str_equal (scope->name, name))
        return;
    }
  g_error ("no district %s", name);
}

static void
test_participation_province (Fixture *fixture, gconstpointer data)
{
  KsScope scope;
  g_autoptr (KsParticipationFigures) loaded = NULL;
  g_autoptr (KsFigures) table = NULL;

  ks_results_find_scope (fixture->results, "", &scope);
  loaded = ks_participation_figures_load (fixture->results, &scope);
  table = ks_participation_figures_create_table (loaded, FALSE);
  g_assert_cmpuint (loaded->parts->len, ==, 10);
  g_assert_cmpuint (ks_figures_get_n_rows (table), ==, 11);
  g_assert_cmpstr (ks_figures_get_cell (table, 0, 0), ==, "Thành phố Mẫu");
  g_assert_cmpint (ks_figures_get_kind (table, 10), ==, KS_FIGURE_TOTAL);
  g_assert_cmpuint (ks_figures_get_key (table, 10), ==, 10);
  assert_row (table, 10,
              "Whole province|209|209|41|4.990|4.466|89,50|11 units: figures being compared");
}

static guint
find_over (KsFigures *table)
{
  for (guint i = 0; i < ks_figures_get_n_rows (table); i++)
    if (g_str_equal (ks_figures_get_cell (table, i, 0), "Xã Mẫu 22"))
      return i;
  g_assert_not_reached ();
}

/* At the desk 125 % is shown as it is; what leaves the program says that figures are compared. */
static void
test_participation_over (Fixture *fixture, gconstpointer data)
{
  KsScope scope;
  g_autoptr (KsParticipationFigures) loaded = NULL;
  g_autoptr (KsFigures) desk = NULL;
  g_autoptr (KsFigures) leaving = NULL;

  find_scope (fixture, "Huyện Mẫu A", &scope);
  loaded = ks_participation_figures_load (fixture->results, &scope);
  desk = ks_participation_figures_create_table (loaded, FALSE);
  leaving = ks_participation_figures_create_table (loaded, TRUE);
  assert_row (desk, find_over (desk), "Xã Mẫu 22|24|30|125,00|figures being compared");
  assert_row (leaving, find_over (leaving), "Xã Mẫu 22|24|30|–|figures being compared");
}

static char *
copy (Fixture *fixture, KsChartKind kind, KsChartChoice *choice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsResults) leaving = NULL;

  find_scope (fixture, "Huyện Mẫu A", &choice->scope);
  leaving = ks_results_copy_load (fixture->campaign, kind, &choice->scope, NULL, &error);
  g_assert_no_error (error);
  return ks_results_copy_table (fixture->campaign, leaving, kind, choice);
}

static void
test_copy_participation (Fixture *fixture, gconstpointer data)
{
  KsChartChoice choice = { 0 };
  g_autofree char *text = copy (fixture, KS_CHART_PARTICIPATION, &choice);

  g_assert_true (g_str_has_prefix (text, "Tỷ lệ tham gia khảo sát\n"));
  g_assert_nonnull (strstr (text, "Huyện Mẫu A"));
  g_assert_nonnull (strstr (text, "PRELIMINARY FIGURES"));
  g_assert_nonnull (strstr (text, "SIMULATED DATA"));
  g_assert_null (strstr (text, "125,00"));
}

/* What is copied are the figures that were given out, in the order that is looked at. */
static void
test_copy_answers (Fixture *fixture, gconstpointer data)
{
  KsChartChoice choice = { .counts = TRUE, .as_given = TRUE };
  g_autofree char *text = copy (fixture, KS_CHART_LIKERT, &choice);

  g_assert_nonnull (strstr (text, "\nA1\t"));
  g_assert_nonnull (strstr (text, "\t373\t"));
  g_assert_nonnull (strstr (text, "Favourable: Rất tốt, Tốt."));
  g_assert_null (strstr (text, "\nD1\t"));
}

/* Before figures are settled no unit and no group of people has any. */
static void
test_copy_nothing (Fixture *fixture, gconstpointer data)
{
  KsChartChoice choice = { 0 };
  g_autofree char *units = copy (fixture, KS_CHART_DOTS, &choice);
  g_autofree char *bodies = copy (fixture, KS_CHART_BODIES, &choice);
  g_autofree char *heat = copy (fixture, KS_CHART_HEAT, &choice);

  g_assert_null (units);
  g_assert_null (bodies);
  /* The district stands there alone: what leaves of it knows neither its units nor the province. */
  g_assert_nonnull (strstr (heat, "\nHuyện Mẫu A\t373\t417\t8"));
  g_assert_null (strstr (heat, "Xã Mẫu"));
  g_assert_null (strstr (heat, "Whole province"));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/table", test_table);
  g_test_add_func ("/figures/table-text", test_table_text);
  g_test_add_func ("/question-set/shares", test_set_shares);
  g_test_add_func ("/question-set/counts", test_set_counts);
  g_test_add_func ("/question-set/order", test_set_order);
  g_test_add_func ("/question-set/others", test_set_others);
  g_test_add_func ("/question-set/blanks", test_set_blanks);
  g_test_add_func ("/question-set/unanimous", test_set_unanimous);
  g_test_add_func ("/question-set/hidden", test_set_hidden);
  g_test_add_func ("/question-set/empty", test_set_empty);
  ADD ("/participation/province", test_participation_province);
  ADD ("/participation/over", test_participation_over);
  ADD ("/participation/copy", test_copy_participation);
  ADD ("/question-set/copy", test_copy_answers);
  ADD ("/results/copy-nothing", test_copy_nothing);
  return g_test_run ();
}
