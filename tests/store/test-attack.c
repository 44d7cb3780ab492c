/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-give-out.h"
#include "ks-publish.h"
#include "ks-result-chart.h"
#include "ks-test-survey.h"

/* The attack: somebody keeps every figure that ever left a campaign, of the province, its districts and
 * units, adds them up and takes them from each other in any way. Nothing of one to four people may come
 * out, neither by where they are nor by when their sheets came in, were withdrawn or moved. */

#define N_SEEDS 1000 /* KS_ATTACK_SEEDS: as many instead */
#define N_MOMENTS 5

/* One survey with all that was given out of it. */
typedef struct {
  KsTestSurvey *survey;
  GRand        *rand;
  KsTestKnown  *known;
  GArray       *moments;   /* of guint: seq of what was given out → which moment's sheets */
  gboolean      settled;
  guint         n_figures;
  guint         n_held;    /* figures of units whose sheets are others by now */
} Attack;

/* The sheets that a unit put into the tables of a moment. */
static GArray *
find_version (Attack *self, KsGivenUnits *units, guint unit)
{
  gint64 seq;

  if (ks_given_units_get_last (units, unit, &seq) == NULL)
    return NULL;
  return ks_test_survey_get_sheets (self->survey, g_array_index (self->moments, guint, seq - 1), unit);
}

/* Whoever has the tables has all of them: the province, districts, and units once that may be. */
static void
read_all (Attack *self, KsResults *given)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->survey->campaign), NULL);
  guint n_slots = ks_form_get_n_slots (self->survey->form);
  g_autoptr (KsGivenUnits) units
      = ks_given_unit_table_load (tx, self->survey->registry, 1 + n_slots, FALSE, NULL);
  GArray *versions[KS_TEST_N_UNITS];

  for (guint unit = 0; unit < KS_TEST_N_UNITS; unit++)
    versions[unit] = find_version (self, units, unit);
  ks_test_known_forget_levels (self->known);
  for (KsScopeKind kind = KS_SCOPE_PROVINCE; kind <= KS_SCOPE_UNIT; kind++)
    {
      g_autoptr (GArray) scopes = ks_test_survey_dup_scopes (self->survey, kind);

      for (guint i = 0; i < scopes->len; i++)
        for (guint q = 0; q < ks_form_get_n_questions (self->survey->form); q++)
          self->n_figures += ks_test_known_read (
              self->known, given, &g_array_index (scopes, KsScope, i),
              ks_form_get_question (self->survey->form, q), versions,
              kind != KS_SCOPE_UNIT || self->settled);
    }
  g_assert_false (ks_test_known_tells_level (self->known));
}

/* What a table has of a question in a scope: a number where it is told, and nothing else. */
static void
assert_cell (KsResults *given, KsFigures *figures, guint row, guint column, const KsScope *scope,
             const KsQuestion *question)
{
  const char *cell = ks_figures_get_cell (figures, row, column);
  g_autoptr (KsQuestionResult) result = ks_results_dup_question (given, scope, question);

  if (result->shown)
    g_assert_true (g_ascii_isdigit (cell[0]));
  else
    g_assert_cmpstr (cell, ==, "–");
}

/* Tables that are written into files and onto the clipboard, by question and place. */
static void
assert_table (KsResults *given, KsChartKind kind, const KsScope *scope)
{
  const KsChartChoice choice = { .scope = *scope, .as_given = TRUE };
  g_autoptr (KsResultChart) chart = ks_result_chart_new (given, kind, &choice);
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (chart, TRUE);
  KsForm *form = ks_results_get_form (given);

  for (guint row = 0; row < ks_figures_get_n_rows (figures); row++)
    for (guint column = 1; column < ks_figures_get_n_columns (figures); column++)
      {
        const KsQuestion *question = ks_form_lookup (form, ks_figures_get_title (figures, column));
        const KsQuestion *of;
        KsScope found;

        if (question != NULL
            && ks_result_chart_find (chart, ks_figures_get_key (figures, row), KS_RESULT_WHOLE_ROW,
                                     &found, &of))
          assert_cell (given, figures, row, column, &found, question);
      }
}

static void
assert_tables (Attack *self, KsResults *given)
{
  for (KsScopeKind kind = KS_SCOPE_PROVINCE; kind <= KS_SCOPE_DISTRICT; kind++)
    {
      g_autoptr (GArray) scopes = ks_test_survey_dup_scopes (self->survey, kind);

      for (guint i = 0; i < scopes->len; i++)
        {
          assert_table (given, KS_CHART_HEAT, &g_array_index (scopes, KsScope, i));
          assert_table (given, KS_CHART_MULTIPLES, &g_array_index (scopes, KsScope, i));
        }
    }
}

/* What was recorded since rests on the sheets of now. */
static void
note_moment (Attack *self)
{
  g_autoptr (GPtrArray) outs = ks_load_given_out (self->survey->campaign, NULL);
  guint now = ks_test_survey_get_n_moments (self->survey) - 1;

  while (self->moments->len < outs->len)
    g_array_append_val (self->moments, now);
}

static void
give_out (Attack *self)
{
  KsScopeKind kind
      = (KsScopeKind) g_rand_int_range (self->rand, 0, self->settled ? 3 : 2);
  g_autoptr (GArray) scopes = ks_test_survey_dup_scopes (self->survey, kind);
  const KsScope *scope = &g_array_index (
      scopes, KsScope, g_rand_int_range (self->rand, 0, (gint32) scopes->len));
  g_autoptr (GError) error = NULL;
  g_autoptr (KsResults) given = ks_give_out (self->survey->campaign, scope, "x", NULL, &error);

  g_assert_no_error (error);
  note_moment (self);
  read_all (self, given);
  assert_tables (self, given);
}

/* To settle anew is refused where nothing may change. */
static void
settle (Attack *self)
{
  gboolean done = ks_publish (self->survey->campaign, "", NULL, NULL);

  self->settled |= done;
  note_moment (self);
  give_out (self);
}

/* Who corrects was warned wherever the figures tell somebody's answers afterwards. */
static void
correct (Attack *self)
{
  g_autofree char *warning = NULL;
  g_autofree char *isolated = NULL;
  KsPublicationPlan plan;

  g_assert_true (ks_plan_publication (self->survey->campaign, &plan, NULL));
  warning = ks_publication_plan_dup_warning (&plan);
  if (!ks_correct_publication (self->survey->campaign, "vì", "ai", NULL, NULL))
    return;
  note_moment (self);
  give_out (self);
  isolated = ks_test_known_isolate (self->known, TRUE);
  g_assert_true (isolated == NULL || warning != NULL);
}

static void
assert_safe (Attack *self, guint32 seed)
{
  g_autofree char *isolated = ks_test_known_isolate (self->known, TRUE);

  if (isolated != NULL)
    g_error ("seed %u: %s", seed, isolated);
}

static guint
run (KsTestSurvey *survey, guint32 seed)
{
  Attack self = { .survey = survey, .rand = g_rand_new_with_seed (seed),
                  .moments = g_array_new (FALSE, FALSE, sizeof (guint)) };

  ks_test_survey_begin (survey, seed);
  self.known = ks_test_known_new (survey);
  for (guint moment = 0; moment < N_MOMENTS; moment++)
    {
      ks_test_survey_change (survey);
      if (g_rand_int_range (self.rand, 0, 3) == 0)
        settle (&self);
      else
        give_out (&self);
    }
  assert_safe (&self, seed);
  ks_test_survey_change (survey);
  if (self.settled)
    correct (&self);
  ks_test_known_free (self.known);
  g_array_unref (self.moments);
  g_rand_free (self.rand);
  return self.n_figures;
}

static guint
count_seeds (void)
{
  const char *set = g_getenv ("KS_ATTACK_SEEDS");

  return set != NULL ? (guint) g_ascii_strtoull (set, NULL, 10) : N_SEEDS;
}

static void
test_leaving (KsTestSurvey *survey, gconstpointer data)
{
  guint n_seeds = count_seeds ();
  guint n_figures = 0;

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    n_figures += run (survey, seed);
  g_test_message ("%u figures", n_figures);
  g_assert_cmpuint (n_figures, >, n_seeds * 50);
}

/* On the desk's screen: bodies, and kinds of people, beside everybody. */
static void
test_groups (KsTestSurvey *survey, gconstpointer data)
{
  const KsQuestion *groups[KS_MAX_GROUP_QUESTIONS];
  guint n_groups = ks_group_list_questions (survey->form, groups);
  guint n_seeds = count_seeds ();
  guint n_figures = 0;

  g_assert_cmpuint (n_groups, ==, 2);
  for (guint32 seed = 1; seed <= n_seeds; seed++)
    {
      g_autoptr (KsResults) results = NULL;

      ks_test_survey_begin (survey, seed);
      ks_test_survey_change (survey);
      results = ks_results_load (survey->campaign, NULL);
      for (guint g = 0; g < n_groups; g++)
        {
          g_autoptr (KsTestKnown) known = ks_test_known_new (survey);
          g_autofree char *isolated = NULL;

          n_figures += ks_test_known_read_groups (known, results, groups[g]);
          isolated = ks_test_known_isolate (known, FALSE);
          if (isolated != NULL)
            g_error ("seed %u, %s: %s", seed, groups[g]->id, isolated);
        }
    }
  g_test_message ("%u figures of groups", n_figures);
  g_assert_cmpuint (n_figures, >, n_seeds * 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                           \
  g_test_add ("/attack/" name, KsTestSurvey, NULL, ks_test_survey_set_up, func,                   \
              ks_test_survey_tear_down)
  ADD ("leaving", test_leaving);
  ADD ("groups", test_groups);
  return g_test_run ();
}
