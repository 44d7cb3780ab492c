/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-share.h"

static const KsChartClassOfKind *const kinds[KS_N_CHART_KINDS] = {
  [KS_CHART_PARTICIPATION] = &ks_chart_of_participation,
  [KS_CHART_ARRIVALS] = &ks_chart_of_arrivals,
  [KS_CHART_FUNNEL] = &ks_chart_of_funnel,
  [KS_CHART_LIKERT] = &ks_chart_of_answers,
  [KS_CHART_PROFILE] = &ks_chart_of_profile,
  [KS_CHART_MULTIPLES] = &ks_chart_of_multiples,
  [KS_CHART_HEAT] = &ks_chart_of_heat,
  [KS_CHART_DOTS] = &ks_chart_of_dots,
  [KS_CHART_BODIES] = &ks_chart_of_bodies,
};

/**
 * ks_chart_kind_get_name:
 * @kind: a kind of chart
 *
 * Returns: (transfer none): its name on the command line, never translated
 */
const char *
ks_chart_kind_get_name (KsChartKind kind)
{
  g_return_val_if_fail ((guint) kind < KS_N_CHART_KINDS, NULL);

  return kinds[kind]->name;
}

/**
 * ks_chart_kind_get_noun:
 * @kind: a kind of chart
 *
 * Returns: (transfer none): what it is called in papers, which are Vietnamese
 */
const char *
ks_chart_kind_get_noun (KsChartKind kind)
{
  g_return_val_if_fail ((guint) kind < KS_N_CHART_KINDS, NULL);

  return kinds[kind]->noun;
}

/**
 * ks_chart_kind_get_short_noun:
 * @kind: a kind of chart
 *
 * Returns: (transfer none): what its sheet in a workbook is called
 */
const char *
ks_chart_kind_get_short_noun (KsChartKind kind)
{
  g_return_val_if_fail ((guint) kind < KS_N_CHART_KINDS, NULL);

  return kinds[kind]->short_noun;
}

/**
 * ks_chart_kind_tells_answers:
 * @kind: a kind of chart
 *
 * Returns: whether it shows what was answered, not who took part alone: such a chart leaves the
 *   program by what ks_give_out() hands on
 */
gboolean
ks_chart_kind_tells_answers (KsChartKind kind)
{
  g_return_val_if_fail ((guint) kind < KS_N_CHART_KINDS, TRUE);

  return !kinds[kind]->participation_alone;
}

/**
 * ks_chart_kind_get_label:
 * @kind: a kind of chart
 *
 * Returns: (transfer none): what it is called where one is chosen
 */
const char *
ks_chart_kind_get_label (KsChartKind kind)
{
  g_return_val_if_fail ((guint) kind < KS_N_CHART_KINDS, NULL);

  return _(kinds[kind]->label);
}

/**
 * ks_chart_kind_find:
 * @name: a name as the command line has it
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
ks_chart_kind_find (const char *name, KsChartKind *kind)
{
  for (guint i = 0; i < KS_N_CHART_KINDS; i++)
    if (g_str_equal (kinds[i]->name, name))
      {
        *kind = (KsChartKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_result_chart_new:
 * @results: a snapshot, live or of what may be given out
 * @kind: of chart
 * @choice: what is looked at
 *
 * Returns: (transfer full): the chart, or the reason why there is none
 */
KsResultChart *
ks_result_chart_new (KsResults *results, KsChartKind kind, const KsChartChoice *choice)
{
  KsResultChart *self;

  g_return_val_if_fail (KS_IS_RESULTS (results), NULL);
  g_return_val_if_fail ((guint) kind < KS_N_CHART_KINDS, NULL);

  self = g_new0 (KsResultChart, 1);
  self->kind = kinds[kind];
  self->results = g_object_ref (results);
  self->choice = *choice;
  self->foot = g_string_new (NULL);
  self->kind->load (self);
  return self;
}

/**
 * ks_result_chart_free:
 * @self: (nullable): a chart
 *
 * Frees it.
 */
void
ks_result_chart_free (KsResultChart *self)
{
  if (self == NULL)
    return;
  if (self->free_figures != NULL)
    self->free_figures (self->figures);
  ks_question_set_free (self->questions);
  g_clear_object (&self->chart);
  g_object_unref (self->results);
  g_free (self->title);
  g_free (self->subtitle);
  g_string_free (self->foot, TRUE);
  g_free (self);
}

/* For the kinds: what they go on to draw from. */
void
ks_result_chart_keep (KsResultChart *self, gpointer figures, GDestroyNotify free_figures)
{
  self->figures = figures;
  self->free_figures = free_figures;
}

/* For the kinds: a unit has no parts: it is looked at among the others of its district. */
KsScope
ks_result_chart_find_parent (KsResultChart *self)
{
  KsRegistry *registry = ks_results_get_registry (self->results);
  KsScope scope = self->choice.scope;
  KsUnit *unit = scope.kind == KS_SCOPE_UNIT ? ks_registry_lookup (registry, scope.code) : NULL;

  if (unit != NULL)
    ks_results_find_scope (self->results, ks_unit_get_district_code (unit), &scope);
  return scope;
}

/* For the kinds: whether a question on a scale is among those that are looked at. */
gboolean
ks_result_chart_takes (KsResultChart *self, const KsQuestion *question)
{
  return question->ordinal && !question->profile && ks_results_tells (self->results, question)
         && (self->choice.section == NULL
             || g_strcmp0 (question->section_id, self->choice.section) == 0);
}

/* For the kinds: a share alone, without what is known of its error, which takes its time to find;
 * −1: not shown. */
gint64
ks_result_chart_get_hundredths (KsResultChart *self, const KsScope *scope,
                                const KsQuestion *question)
{
  g_autoptr (GArray) hundredths
      = ks_results_dup_hundredths (self->results, scope, scope->kind, question);

  return g_array_index (hundredths, gint64, 0);
}

/* For the kinds: what leaves the program of a district knows nothing of the others. */
gboolean
ks_result_chart_knows_province (KsResultChart *self)
{
  KsGivenState state;

  ks_results_get_given (self->results, &self->choice.scope, &state);
  return !state.leaving || self->choice.scope.kind == KS_SCOPE_PROVINCE;
}

/* For the kinds: whether single units have figures; in what leaves not before they are settled. */
gboolean
ks_result_chart_knows_units (KsResultChart *self)
{
  KsGivenState state;

  ks_results_get_given (self->results, &self->choice.scope, &state);
  return !state.leaving || state.settled_at != KS_MOMENT_NONE;
}

static const KsQuestion *
find_first_scale (KsForm *form)
{
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    if (ks_form_get_question (form, i)->ordinal && !ks_form_get_question (form, i)->profile)
      return ks_form_get_question (form, i);
  return NULL;
}

/* For the kinds that are about one question: which it is, or why there is none to be told. */
gboolean
ks_result_chart_prepare_question (KsResultChart *self)
{
  KsForm *form = ks_results_get_form (self->results);

  if (self->choice.question == NULL)
    self->choice.question = ks_form_get_key_question (form);
  if (self->choice.question == NULL || !self->choice.question->ordinal)
    self->choice.question = find_first_scale (form);
  if (ks_results_is_open (self->results))
    self->refusal = KS_REFUSAL_OPEN;
  else if (self->choice.question == NULL)
    self->refusal = KS_REFUSAL_EMPTY;
  else if (!ks_results_tells (self->results, self->choice.question))
    self->refusal = KS_REFUSAL_DESK;
  return self->refusal == KS_REFUSAL_NONE;
}

/**
 * ks_result_chart_get_refusal:
 * @self: a chart
 *
 * Returns: why there is none; %KS_REFUSAL_NONE: there is one
 */
KsRefusal
ks_result_chart_get_refusal (KsResultChart *self)
{
  return self->refusal;
}

/**
 * ks_result_chart_get_title:
 * @self: a chart that was not refused
 *
 * Returns: (transfer none): the finding as a sentence; it never names the lowest unit
 */
const char *
ks_result_chart_get_title (KsResultChart *self)
{
  return self->title;
}

/**
 * ks_result_chart_get_subtitle:
 * @self: a chart that was not refused
 *
 * Returns: (transfer none): of what and how many
 */
const char *
ks_result_chart_get_subtitle (KsResultChart *self)
{
  return self->subtitle;
}

/**
 * ks_result_chart_get_foot:
 * @self: a chart that was not refused
 *
 * Returns: (transfer none): what counts as what, and what is not among the figures; may be empty
 */
const char *
ks_result_chart_get_foot (KsResultChart *self)
{
  return self->foot->str;
}

/**
 * ks_result_chart_dup_notice:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): what the form says of itself in short, which qualifies what
 *   was answered, not who took part; %NULL: nothing
 */
char *
ks_result_chart_dup_notice (KsResultChart *self)
{
  return self->kind->participation_alone
             ? NULL
             : ks_form_dup_short_notice (ks_results_get_form (self->results));
}

/**
 * ks_result_chart_get_chart:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what paints itself; %NULL: refused
 */
KsChart *
ks_result_chart_get_chart (KsResultChart *self)
{
  if (self->chart == NULL && self->refusal == KS_REFUSAL_NONE)
    self->chart = self->kind->create_chart (self);
  return self->chart;
}

/**
 * ks_result_chart_create_figures:
 * @self: a chart
 * @leaves: for what leaves the program
 *
 * Returns: (transfer full): the table behind the chart, empty when it was refused. Keys of its rows
 *   are rows of the chart
 */
KsFigures *
ks_result_chart_create_figures (KsResultChart *self, gboolean leaves)
{
  return self->refusal == KS_REFUSAL_NONE ? self->kind->create_figures (self, leaves)
                                          : ks_figures_new ();
}

/**
 * ks_result_chart_get_questions:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what was answered, if the chart is of several questions of
 *   one scope
 */
KsQuestionSet *
ks_result_chart_get_questions (KsResultChart *self)
{
  return self->questions;
}

/**
 * ks_result_chart_find:
 * @self: a chart
 * @row: a row of it
 * @column: the column of a mark within the row
 * @scope: (out): whose figure it is
 * @question: (out) (nullable): of which question; %NULL: participation
 *
 * Tells which figure a mark or a row of the table shows, whose account can then be asked for.
 *
 * Returns: whether it shows one
 */
gboolean
ks_result_chart_find (KsResultChart *self, guint row, guint column, KsScope *scope,
                      const KsQuestion **question)
{
  *question = NULL;
  *scope = self->choice.scope;
  return self->refusal == KS_REFUSAL_NONE && self->kind->find (self, row, column, scope, question);
}

static gboolean
is_of (KsResultChart *self, guint row, guint column, const KsScope *scope,
       const KsQuestion *question)
{
  const KsQuestion *found_question;
  KsScope found;

  return ks_result_chart_find (self, row, column, &found, &found_question)
         && found.kind == scope->kind && g_strcmp0 (found.code, scope->code) == 0
         && found.group == scope->group && found.choice == scope->choice
         && found_question == question;
}

static gboolean
locate_in_row (KsResultChart *self, guint row, const KsScope *scope, const KsQuestion *question,
               guint *column)
{
  const KsQuestion *found_question;
  KsScope found;

  *column = KS_RESULT_WHOLE_ROW;
  if (is_of (self, row, *column, scope, question))
    return TRUE;
  if (!self->kind->has_cells)
    return FALSE;
  for (*column = 0; self->kind->find (self, row, *column, &found, &found_question); (*column)++)
    if (is_of (self, row, *column, scope, question))
      return TRUE;
  return FALSE;
}

/**
 * ks_result_chart_locate:
 * @self: a chart
 * @scope: whose figure
 * @question: (nullable): of which question; %NULL: participation
 * @row: (out): its row
 * @column: (out): its column, or %KS_RESULT_WHOLE_ROW
 *
 * The other way round than ks_result_chart_find().
 *
 * Returns: whether the chart shows it
 */
gboolean
ks_result_chart_locate (KsResultChart *self, const KsScope *scope, const KsQuestion *question,
                        guint *row, guint *column)
{
  const KsQuestion *found_question;
  KsScope found;

  for (*row = 0;
       ks_result_chart_find (self, *row, KS_RESULT_WHOLE_ROW, &found, &found_question); (*row)++)
    if (g_strcmp0 (found.code, scope->code) == 0
        && locate_in_row (self, *row, scope, question, column))
      return TRUE;
  return FALSE;
}

/**
 * ks_result_chart_get_subject:
 * @self: a chart
 * @scope: (out): what it is about
 * @question: (out) (nullable): the question that it is about; %NULL: of none alone
 *
 * Tells what the whole chart is about, refused or not: what account there is where no mark is.
 */
void
ks_result_chart_get_subject (KsResultChart *self, KsScope *scope, const KsQuestion **question)
{
  *scope = self->choice.scope;
  *question = self->choice.question;
}

/**
 * ks_result_chart_can_open:
 * @self: a chart
 * @row: a row of it
 * @is_open: (out): whether its parts are seen
 *
 * Returns: whether the row has parts that can be seen below it or not
 */
gboolean
ks_result_chart_can_open (KsResultChart *self, guint row, gboolean *is_open)
{
  return self->refusal == KS_REFUSAL_NONE && self->kind->can_open != NULL
         && self->kind->can_open (self, row, is_open);
}
