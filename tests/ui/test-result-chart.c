/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-hours-chart.h"
#include "ks-result-chart.h"
#include "ks-test-campaign.h"

#include <string.h>

/* Units of the sample with none, one, four, five and nine answers, and two larger ones. */
#define TINY "90001=4 90002=9 90003=5 90004=1 90005=20 90007=20"

typedef struct
{
  KsCampaign *campaign;
  KsResults *results;
} Fixture;

static void
open_campaign (Fixture *fixture, KsCampaign *campaign)
{
  g_autoptr (GError) error = NULL;

  fixture->campaign = campaign;
  fixture->results = ks_results_load (campaign, &error);
  g_assert_no_error (error);
}

static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
  open_campaign (fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()));
}

static void
set_up_tiny (Fixture *fixture, gconstpointer data)
{
  open_campaign (fixture, ks_test_campaign_new_some (ks_test_campaign_next_day (), TINY));
}

static void
set_up_open (Fixture *fixture, gconstpointer data)
{
  open_campaign (fixture, ks_test_campaign_new_some (ks_test_campaign_noon (), TINY));
}

static void
set_up_nothing (Fixture *fixture, gconstpointer data)
{
  open_campaign (fixture, ks_test_campaign_new_some (ks_test_campaign_next_day (), ""));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->results);
  ks_test_campaign_free (fixture->campaign);
}

static KsResultChart *
make (Fixture *fixture, KsChartKind kind, const char *code)
{
  KsChartChoice choice = { 0 };

  g_assert_true (ks_results_find_scope (fixture->results, code, &choice.scope));
  return ks_result_chart_new (fixture->results, kind, &choice);
}

/* The chart as it is laid out on the screen. */
static KsChart *
lay_out (KsResultChart *made)
{
  KsChart *chart = ks_result_chart_get_chart (made);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Sans 10");

  g_assert_nonnull (chart);
  ks_chart_lay_out (chart, 1000, 600, ks_palette_get (KS_PALETTE_LIGHT), font);
  return chart;
}

static void
test_names (void)
{
  KsChartKind found;

  for (guint i = 0; i < KS_N_CHART_KINDS; i++)
    {
      g_assert_true (ks_chart_kind_find (ks_chart_kind_get_name ((KsChartKind)i), &found));
      g_assert_cmpuint (found, ==, i);
    }
  g_assert_false (ks_chart_kind_find ("pie", &found));
}

/* Every mark leads to the figure whose account can be asked for, and so does every row of the
 * table that has a key. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < KS_N_CHART_KINDS; kind++)
    {
      g_autoptr (KsResultChart) made
          = make (fixture, (KsChartKind)kind, kind == KS_CHART_PROFILE ? "90005" : "");
      g_autoptr (KsFigures) figures = ks_result_chart_create_figures (made, FALSE);
      KsChart *chart = lay_out (made);
      const KsQuestion *question;
      KsScope scope;

      g_assert_cmpint (ks_result_chart_get_refusal (made), ==, KS_REFUSAL_NONE);
      g_assert_cmpuint (ks_chart_get_n_marks (chart), >, 5);
      for (guint i = 0; i < ks_chart_get_n_marks (chart); i++)
        {
          g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, i);

          g_assert_cmpuint (strlen (sentence), >, 5);
          g_assert_true (ks_result_chart_find (made, ks_chart_get_mark_row (chart, i), 0, &scope,
                                               &question));
        }
      g_assert_cmpuint (ks_figures_get_n_rows (figures), >, 5);
      for (guint i = 0; i < ks_figures_get_n_rows (figures); i++)
        if (ks_figures_get_key (figures, i) != KS_FIGURE_NO_KEY)
          g_assert_true (ks_result_chart_find (made, ks_figures_get_key (figures, i), 0, &scope,
                                               &question));
    }
}

static void
test_participation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) province = make (fixture, KS_CHART_PARTICIPATION, "");
  g_autoptr (KsResultChart) unit = make (fixture, KS_CHART_PARTICIPATION, "90005");
  const KsQuestion *question;
  KsScope scope;

  g_assert_nonnull (strstr (ks_result_chart_get_title (province), "89,50%"));
  g_assert_nonnull (strstr (ks_result_chart_get_subtitle (province), "n = 4.466; N = 4.990"));
  g_assert_true (ks_result_chart_find (province, 0, 0, &scope, &question));
  g_assert_cmpint (scope.kind, ==, KS_SCOPE_DISTRICT);
  g_assert_null (question);
  /* A unit stands among the others of its district. */
  g_assert_nonnull (strstr (ks_result_chart_get_subtitle (unit), "Thành phố Mẫu"));
  g_assert_true (ks_result_chart_find (unit, 0, 0, &scope, &question));
  g_assert_cmpint (scope.kind, ==, KS_SCOPE_UNIT);
  g_assert_nonnull (strstr (ks_result_chart_get_foot (province),
                            "11 units have more answers than officials in scope"));
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  KsChartChoice choice = { .section = "B" };
  g_autoptr (KsResultChart) all = make (fixture, KS_CHART_LIKERT, "");
  g_autoptr (KsResultChart) section = NULL;
  const KsQuestion *question;
  KsScope scope;

  g_assert_true (ks_results_find_scope (fixture->results, "", &choice.scope));
  section = ks_result_chart_new (fixture->results, KS_CHART_LIKERT, &choice);
  g_assert_nonnull (strstr (ks_result_chart_get_title (all), "18"));
  g_assert_nonnull (strstr (ks_result_chart_get_foot (all), "D4"));
  g_assert_cmpuint (ks_question_set_get_n_rows (ks_result_chart_get_questions (section)), ==, 6);
  g_assert_true (ks_result_chart_find (section, 2, 0, &scope, &question));
  g_assert_cmpstr (question->id, ==, "B3");
  g_assert_false (ks_result_chart_find (section, 6, 0, &scope, &question));
}

/* No section of the form is called so. */
static void
test_no_questions (Fixture *fixture, gconstpointer data)
{
  KsChartChoice choice = { .section = "Z" };
  g_autoptr (KsResultChart) made = NULL;

  g_assert_true (ks_results_find_scope (fixture->results, "", &choice.scope));
  made = ks_result_chart_new (fixture->results, KS_CHART_LIKERT, &choice);
  g_assert_cmpint (ks_result_chart_get_refusal (made), ==, KS_REFUSAL_EMPTY);
}

static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) few = make (fixture, KS_CHART_LIKERT, "90001");
  g_autoptr (KsResultChart) enough = make (fixture, KS_CHART_LIKERT, "90003");
  g_autoptr (KsResultChart) province = make (fixture, KS_CHART_LIKERT, "");
  g_autoptr (KsFigures) nothing = ks_result_chart_create_figures (few, FALSE);
  const KsQuestion *question;
  KsScope scope;

  g_assert_cmpint (ks_result_chart_get_refusal (few), ==, KS_REFUSAL_TOO_FEW);
  g_assert_null (ks_result_chart_get_chart (few));
  g_assert_cmpuint (ks_figures_get_n_rows (nothing), ==, 0);
  g_assert_false (ks_result_chart_find (few, 0, 0, &scope, &question));
  g_assert_cmpint (ks_result_chart_get_refusal (enough), ==, KS_REFUSAL_NONE);
  /* The four and the one of the units that are too small. */
  g_assert_nonnull (strstr (ks_result_chart_get_foot (province), "Without 5 sheets"));
}

/* While the survey runs who took part is told, and nothing else. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) participation = make (fixture, KS_CHART_PARTICIPATION, "");
  g_autoptr (KsResultChart) arrivals = make (fixture, KS_CHART_ARRIVALS, "");
  g_autoptr (KsResultChart) answers = make (fixture, KS_CHART_LIKERT, "");

  g_assert_cmpint (ks_result_chart_get_refusal (participation), ==, KS_REFUSAL_NONE);
  g_assert_cmpint (ks_result_chart_get_refusal (arrivals), ==, KS_REFUSAL_NONE);
  g_assert_cmpint (ks_result_chart_get_refusal (answers), ==, KS_REFUSAL_OPEN);
  g_assert_cmpstr (ks_refusal_get_title (KS_REFUSAL_OPEN), ==, "The Survey Is Still Open");
}

/* Of a unit neither an hour of few sheets nor a sum that would give it away stands in the table. */
static void
test_hours_of_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) made = make (fixture, KS_CHART_ARRIVALS, "90005");
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (made, FALSE);
  gboolean untold = FALSE;

  for (guint i = 0; i < ks_figures_get_n_rows (figures); i++)
    {
      gint64 count = g_ascii_strtoll (ks_figures_get_cell (figures, i, 1), NULL, 10);

      untold |= g_str_equal (ks_figures_get_cell (figures, i, 1), "<5");
      g_assert_true (count == 0 || count >= 5);
      if (untold)
        g_assert_cmpstr (ks_figures_get_cell (figures, i, 2), ==, "–");
    }
  g_assert_true (untold);
  g_assert_nonnull (strstr (ks_result_chart_get_foot (made), "fewer than 5 sheets is not told"));
}

static double
get_share (KsFigures *figures, guint row, guint column)
{
  g_autofree char *text = g_strdelimit (g_strdup (ks_figures_get_cell (figures, row, column)), ",", '.');

  return g_ascii_strtod (text, NULL);
}

/* Units of a district, each with what is uncertain; who is too small stands there without. */
static void
test_dots (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) made = make (fixture, KS_CHART_DOTS, "90005");
  g_autoptr (KsFigures) desk = ks_result_chart_create_figures (made, FALSE);
  g_autoptr (KsFigures) paper = ks_result_chart_create_figures (made, TRUE);
  const KsQuestion *question;
  guint n_shown = 0;
  KsScope scope;

  g_assert_nonnull (strstr (ks_result_chart_get_subtitle (made), "Thành phố Mẫu · D4."));
  /* What is estimated stays on the screen. */
  g_assert_cmpuint (ks_figures_get_n_columns (desk), ==, 8);
  g_assert_cmpuint (ks_figures_get_n_columns (paper), ==, 7);
  for (guint i = 0; i < ks_figures_get_n_rows (desk); i++)
    {
      gboolean shown = !g_str_equal (ks_figures_get_cell (desk, i, 2), "–");

      n_shown += shown;
      g_assert_true (ks_result_chart_find (made, i, 0, &scope, &question));
      g_assert_cmpstr (question->id, ==, "D4");
      g_assert_cmpstr (scope.name, ==, ks_figures_get_cell (desk, i, 0));
      g_assert_true (shown || g_str_equal (ks_figures_get_cell (desk, i, 4), "–"));
      g_assert_true (shown || *ks_figures_get_cell (desk, i, 7) != '\0');
    }
  /* Of the six units with answers two have fewer than five; they stand last with the empty ones. */
  g_assert_cmpuint (n_shown, ==, 4);
  for (guint i = 0; i < n_shown; i++)
    g_assert_cmpfloat (get_share (desk, i, 4), >, 0);
  g_assert_nonnull (strstr (ks_result_chart_get_foot (made), "Without 5 sheets"));
}

static void
test_heat (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  KsChartChoice choice = { .open = open };
  g_autoptr (KsResultChart) shut = make (fixture, KS_CHART_HEAT, "");
  g_autoptr (KsResultChart) opened = NULL;
  g_autoptr (KsFigures) few = ks_result_chart_create_figures (shut, FALSE);
  g_autoptr (KsFigures) more = NULL;
  const KsQuestion *question;
  guint row, column;
  gboolean is_open;
  KsScope district, found;

  g_assert_true (ks_results_find_scope (fixture->results, "", &choice.scope));
  g_assert_true (ks_result_chart_find (shut, 1, 0, &district, &question));
  g_assert_cmpint (district.kind, ==, KS_SCOPE_DISTRICT);
  g_assert_true (ks_result_chart_can_open (shut, 1, &is_open) && !is_open);
  g_assert_false (ks_result_chart_can_open (shut, 0, &is_open));
  g_hash_table_add (open, (gpointer)district.code);
  opened = ks_result_chart_new (fixture->results, KS_CHART_HEAT, &choice);
  more = ks_result_chart_create_figures (opened, FALSE);
  g_assert_true (ks_result_chart_can_open (opened, 1, &is_open) && is_open);
  g_assert_cmpuint (ks_figures_get_n_rows (more), >, ks_figures_get_n_rows (few) + 5);
  /* The third question of the first unit: found both ways. */
  g_assert_true (ks_result_chart_find (opened, 2, 3, &found, &question));
  g_assert_cmpint (found.kind, ==, KS_SCOPE_UNIT);
  g_assert_cmpstr (question->id, ==, "A3");
  g_assert_true (ks_result_chart_locate (opened, &found, question, &row, &column));
  g_assert_cmpuint (row, ==, 2);
  g_assert_cmpuint (column, ==, 3);
  g_assert_false (ks_result_chart_locate (shut, &found, question, &row, &column));
  /* Phường Mẫu 01 has four answers, 02 nine. */
  g_assert_cmpstr (ks_figures_get_cell (more, 2, 5), ==, "–");
  g_assert_cmpstr (ks_figures_get_cell (more, 3, 5), !=, "–");
}

/* Two questions tell groups of people apart, and "Khác" is an option of both: each has its title. */
static void
test_bodies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) made = make (fixture, KS_CHART_BODIES, "");
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (made, FALSE);
  KsChart *chart = lay_out (made);
  KsForm *form = ks_results_get_form (fixture->results);
  const char *titles[] = { ks_form_lookup (form, "P1")->short_text, ks_form_lookup (form, "P2")->short_text };
  guint n_titles = 0;
  KsScope group, found;
  const KsQuestion *question;
  guint row, column;

  for (guint i = 0; i < ks_figures_get_n_rows (figures); i++)
    if (ks_figures_get_kind (figures, i) == KS_FIGURE_SECTION)
      g_assert_cmpstr (ks_figures_get_cell (figures, i, 0), ==, titles[n_titles++]);
  g_assert_cmpuint (n_titles, ==, 2);
  /* The title is a row of the chart too, which leads to who took part; the groups stand below. */
  g_assert_true (ks_result_chart_find (made, 1, 0, &found, &question));
  g_assert_true (found.group == NULL && question == NULL);
  g_assert_true (ks_result_chart_find (made, 2, 1, &group, &question));
  g_assert_nonnull (group.group);
  g_assert_true (ks_result_chart_locate (made, &group, question, &row, &column));
  g_assert_cmpuint (row, ==, 2);
  for (guint i = 0; i < ks_chart_get_n_marks (chart); i++)
    if (ks_chart_get_mark_row (chart, i) == 1)
      {
        g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, i);

        g_assert_cmpstr (sentence, ==, titles[0]);
      }
}

/* No unit but those of its own district. */
static void
test_heat_of_district (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) made = make (fixture, KS_CHART_HEAT, "90005");
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (made, FALSE);
  gboolean is_open;

  g_assert_cmpstr (ks_figures_get_cell (figures, 1, 0), ==, "Thành phố Mẫu");
  g_assert_cmpstr (ks_figures_get_cell (figures, 2, 0), ==, "Phường Mẫu 01");
  g_assert_false (ks_result_chart_can_open (made, 1, &is_open));
}

/* A unit beside its district and the province, a district beside the province alone. */
static void
test_profile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) province = make (fixture, KS_CHART_PROFILE, "");
  g_autoptr (KsResultChart) unit = make (fixture, KS_CHART_PROFILE, "90005");
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (unit, FALSE);
  const KsQuestion *question;
  KsScope scope;

  g_assert_cmpint (ks_result_chart_get_refusal (province), ==, KS_REFUSAL_PROVINCE);
  g_assert_cmpuint (ks_figures_get_n_columns (figures), ==, 5);
  g_assert_cmpstr (ks_figures_get_title (figures, 2), ==, "Phường Mẫu 05");
  g_assert_cmpstr (ks_figures_get_title (figures, 3), ==, "Thành phố Mẫu");
  /* B3 of the whole province, as everywhere. */
  g_assert_cmpstr (ks_figures_get_cell (figures, 7, 0), ==, "B3");
  g_assert_cmpstr (ks_figures_get_cell (figures, 7, 4), ==, "86,72");
  g_assert_true (ks_result_chart_find (unit, 7, 0, &scope, &question));
  g_assert_cmpstr (scope.code, ==, "90005");
  g_assert_cmpstr (question->id, ==, "B3");
}

/* What is said of a bar stands in the table too. */
static void
test_multiples (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) made = make (fixture, KS_CHART_MULTIPLES, "");
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (made, FALSE);
  KsChart *chart = lay_out (made);
  const KsQuestion *question;
  KsScope scope;

  g_assert_cmpuint (ks_figures_get_n_rows (figures), ==, 10);
  g_assert_cmpuint (ks_figures_get_n_columns (figures), ==, 3 + 18);
  g_assert_true (ks_result_chart_find (made, 2, 8, &scope, &question));
  g_assert_cmpstr (scope.name, ==, "Huyện Mẫu A");
  g_assert_cmpstr (question->id, ==, "B3");
  g_assert_false (ks_result_chart_find (made, 2, 19, &scope, &question));
  g_assert_false (ks_result_chart_find (made, 10, 0, &scope, &question));
  for (guint i = 0; i < ks_chart_get_n_marks (chart); i++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, i);
      guint column = ks_chart_get_mark_column (chart, i);

      if (column > 0)
        g_assert_nonnull (strstr (
            sentence, ks_figures_get_cell (figures, ks_chart_get_mark_row (chart, i), 2 + column)));
    }
}

static void
test_funnel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) made = make (fixture, KS_CHART_FUNNEL, "");
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (made, FALSE);

  g_assert_cmpuint (ks_figures_get_n_rows (figures), ==, 209 + 1);
  g_assert_cmpstr (ks_figures_get_cell (figures, 209, 2), ==, "4.466");
  g_assert_nonnull (strstr (ks_result_chart_get_subtitle (made), "N = 4.990"));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsResultChart) arrivals = make (fixture, KS_CHART_ARRIVALS, "");
  g_autoptr (KsResultChart) answers = make (fixture, KS_CHART_LIKERT, "");

  g_assert_cmpstr (ks_result_chart_get_title (arrivals), ==, "No hour has sheets to be told");
  g_assert_cmpint (ks_result_chart_get_refusal (answers), ==, KS_REFUSAL_TOO_FEW);
}

#define ADD(name, set_up, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/result-chart/names", test_names);
  ADD ("/result-chart/marks", set_up_sample, test_marks);
  ADD ("/result-chart/participation", set_up_sample, test_participation);
  ADD ("/result-chart/answers", set_up_sample, test_answers);
  ADD ("/result-chart/no-questions", set_up_sample, test_no_questions);
  ADD ("/result-chart/too-few", set_up_tiny, test_too_few);
  ADD ("/result-chart/open", set_up_open, test_open);
  ADD ("/result-chart/hours-of-unit", set_up_tiny, test_hours_of_unit);
  ADD ("/result-chart/dots", set_up_tiny, test_dots);
  ADD ("/result-chart/heat", set_up_tiny, test_heat);
  ADD ("/result-chart/heat-of-district", set_up_tiny, test_heat_of_district);
  ADD ("/result-chart/bodies", set_up_sample, test_bodies);
  ADD ("/result-chart/profile", set_up_sample, test_profile);
  ADD ("/result-chart/multiples", set_up_sample, test_multiples);
  ADD ("/result-chart/funnel", set_up_sample, test_funnel);
  ADD ("/result-chart/nothing", set_up_nothing, test_nothing);
  return g_test_run ();
}
