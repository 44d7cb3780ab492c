/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-i18n.h"
#include "ks-multiples-chart.h"
#include "ks-number.h"
#include "ks-shares.h"

/* Every part of a scope with its questions. */
typedef struct {
  GArray    *scopes;  /* of KsScope */
  GPtrArray *sets;    /* of KsQuestionSet, as many */
  GArray    *panels;  /* of KsMultiplesPanel, as many */
} Multiples;

static void
free_multiples (Multiples *self)
{
  g_array_unref (self->panels);
  g_ptr_array_unref (self->sets);
  g_array_unref (self->scopes);
  g_free (self);
}

static void
add_panel (Multiples *self, KsResultChart *chart, const KsScope *scope)
{
  KsQuestionSet *set
      = ks_question_set_load_section (chart->results, scope, chart->choice.section);
  KsMultiplesPanel panel = { .id = scope->code, .label = scope->name };
  KsParticipation part;

  ks_results_get_participation (chart->results, scope, &part);
  panel.n = part.answers;
  panel.population = part.staff;
  panel.rows = ks_question_set_get_likert_rows (set, &panel.n_rows);
  g_ptr_array_add (self->sets, set);
  g_array_append_val (self->panels, panel);
}

static Multiples *
load_multiples (KsResultChart *chart)
{
  Multiples *self = g_new0 (Multiples, 1);
  KsScopeKind kind
      = chart->choice.scope.kind == KS_SCOPE_PROVINCE ? KS_SCOPE_DISTRICT : KS_SCOPE_UNIT;

  self->scopes = ks_results_dup_parts (chart->results, &chart->choice.scope, kind);
  self->sets = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_question_set_free);
  self->panels = g_array_new (FALSE, FALSE, sizeof (KsMultiplesPanel));
  for (guint i = 0; i < self->scopes->len; i++)
    add_panel (self, chart, &g_array_index (self->scopes, KsScope, i));
  return self;
}

static KsRefusal
judge (const Multiples *self)
{
  gboolean empty = TRUE;

  for (guint i = 0; i < self->sets->len; i++)
    {
      KsQuestionSet *set = g_ptr_array_index (self->sets, i);

      if (ks_question_set_is_shown (set))
        return KS_REFUSAL_NONE;
      empty &= ks_question_set_get_n_rows (set) == 0;
    }
  return empty ? KS_REFUSAL_EMPTY : KS_REFUSAL_TOO_FEW;
}

static void
say_texts (KsResultChart *self, const Multiples *multiples)
{
  KsParticipation whole;
  g_autofree char *n = NULL;
  g_autofree char *staff = NULL;

  ks_results_get_participation (self->results, &self->choice.scope, &whole);
  n = ks_format_count (whole.answers);
  staff = ks_format_count (whole.staff);
  self->title = ks_multiples_dup_title ((const KsMultiplesPanel *) multiples->panels->data,
                                        multiples->panels->len);
  self->subtitle
      = g_strdup_printf (_("%s · per cent of the sheets that answer the question, on one scale · "
                           "n = %s; N = %s"),
                         ks_result_chart_get_place (self), n, staff);
  ks_result_chart_say_as_of (self);
}

static void
load (KsResultChart *self)
{
  Multiples *multiples;

  if (ks_results_is_open (self->results))
    {
      self->refusal = KS_REFUSAL_OPEN;
      return;
    }
  self->choice.scope = ks_result_chart_find_parent (self);
  multiples = load_multiples (self);
  ks_result_chart_keep (self, multiples, (GDestroyNotify) free_multiples);
  self->refusal = judge (multiples);
  if (self->refusal == KS_REFUSAL_NONE)
    say_texts (self, multiples);
}

static KsChart *
create_chart (KsResultChart *self)
{
  const Multiples *multiples = self->figures;

  return KS_CHART (ks_multiples_chart_new ((const KsMultiplesPanel *) multiples->panels->data,
                                           multiples->panels->len));
}

static void
add_columns (KsFigures *figures, const Multiples *multiples)
{
  KsQuestionSet *first = g_ptr_array_index (multiples->sets, 0);

  ks_figures_add_column (figures, _("Place"), KS_FIGURE_TEXT);
  ks_figures_add_column (figures, "n", KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, "N", KS_FIGURE_NUMBER);
  for (guint i = 0; i < ks_question_set_get_n_rows (first); i++)
    ks_figures_add_column (figures, ks_question_set_get_row (first, i)->question->id,
                           KS_FIGURE_NUMBER);
}

/* The share that the chart writes, which is the sum of what it paints; where no levels are told, x of n. */
static void
add_share (KsFigures *figures, const KsLikertRow *row, const KsQuestionResult *result)
{
  gint64 levels[KS_MAX_LEVELS], dont_know, good, poor;

  if (row->shown
      && ks_likert_row_round (row, KS_SHARES_HUNDREDTHS, levels, &dont_know, &good, &poor))
    ks_figures_add_hundredths (figures, good);
  else if (result->shown)
    ks_figures_add_hundredths (figures, ks_count_hundredths (result->good, result->answered));
  else
    ks_figures_add_none (figures);
}

/* The shares of good opinions: levels of so many would be read by nobody. */
static KsFigures *
create_figures (KsResultChart *self, gboolean leaves)
{
  const Multiples *multiples = self->figures;
  KsFigures *figures = ks_figures_new ();

  add_columns (figures, multiples);
  for (guint i = 0; i < multiples->panels->len; i++)
    {
      const KsMultiplesPanel *panel = &g_array_index (multiples->panels, KsMultiplesPanel, i);

      ks_figures_add_row (figures, KS_FIGURE_ROW, i);
      ks_figures_add_text (figures, panel->label);
      ks_figures_add_count (figures, panel->n);
      ks_figures_add_staff (figures, panel->population);
      for (guint k = 0; k < panel->n_rows; k++)
        add_share (figures, &panel->rows[k],
                   ks_question_set_get_row (g_ptr_array_index (multiples->sets, i), k));
    }
  return figures;
}

/* Column 0 is the name of the part, which leads to who took part. */
static gboolean
find (KsResultChart *self, guint row, guint column, KsScope *scope, const KsQuestion **question)
{
  const Multiples *multiples = self->figures;
  KsQuestionSet *set
      = row < multiples->sets->len ? g_ptr_array_index (multiples->sets, row) : NULL;

  if (set == NULL
      || (column != KS_RESULT_WHOLE_ROW && column > ks_question_set_get_n_rows (set)))
    return FALSE;
  *scope = g_array_index (multiples->scopes, KsScope, row);
  if (column != KS_RESULT_WHOLE_ROW && column > 0)
    *question = ks_question_set_get_row (set, column - 1)->question;
  return TRUE;
}

const KsChartClassOfKind ks_chart_of_multiples = {
  .name = "multiples",
  .label = N_("District by district"),
  .noun = "Kết quả trả lời theo huyện, thị xã, thành phố",
  .short_noun = "Theo huyện",
  .has_cells = TRUE,
  .load = load,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
};
