/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-look.h"

/* View, kind, scope, section, question; as given, counts, table. */
#define TEXT_TYPE "(sssssbbb)"

static const KsChartKind participation_kinds[]
    = { KS_CHART_PARTICIPATION, KS_CHART_FUNNEL, KS_CHART_ARRIVALS };
static const KsChartKind questions_kinds[]
    = { KS_CHART_LIKERT, KS_CHART_PROFILE, KS_CHART_MULTIPLES };
static const KsChartKind heat_kinds[] = { KS_CHART_HEAT };
static const KsChartKind units_kinds[] = { KS_CHART_DOTS };
static const KsChartKind bodies_kinds[] = { KS_CHART_BODIES };

static const struct
{
  const char *name;
  const KsChartKind *kinds;
  guint n_kinds;
} views[KS_N_VIEWS] = {
  [KS_VIEW_PARTICIPATION]
  = { "participation", participation_kinds, G_N_ELEMENTS (participation_kinds) },
  [KS_VIEW_QUESTIONS] = { "questions", questions_kinds, G_N_ELEMENTS (questions_kinds) },
  [KS_VIEW_HEAT] = { "heat", heat_kinds, G_N_ELEMENTS (heat_kinds) },
  [KS_VIEW_UNITS] = { "units", units_kinds, G_N_ELEMENTS (units_kinds) },
  [KS_VIEW_BODIES] = { "bodies", bodies_kinds, G_N_ELEMENTS (bodies_kinds) },
  /* Comments are no chart; where one is asked for all the same it is that of the questions. */
  [KS_VIEW_COMMENTS] = { "comments", questions_kinds, G_N_ELEMENTS (questions_kinds) },
};

/**
 * ks_results_view_get_name:
 * @view: a view
 *
 * Returns: (transfer none): what it is called in the stack and in the settings
 */
const char *
ks_results_view_get_name (KsResultsView view)
{
  return views[view].name;
}

/**
 * ks_results_view_find:
 * @name: (nullable): of a view
 * @view: (out): the view
 *
 * Returns: whether there is one
 */
gboolean
ks_results_view_find (const char *name, KsResultsView *view)
{
  for (guint i = 0; i < KS_N_VIEWS; i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      {
        *view = (KsResultsView)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_results_view_get_kinds:
 * @view: a view
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the charts that it offers, the usual one first
 */
const KsChartKind *
ks_results_view_get_kinds (KsResultsView view, guint *n_kinds)
{
  *n_kinds = views[view].n_kinds;
  return views[view].kinds;
}

/**
 * ks_results_look_new:
 *
 * Returns: (transfer full): who took part in the province
 */
KsResultsLook *
ks_results_look_new (void)
{
  KsResultsLook *self = g_new0 (KsResultsLook, 1);

  self->code = g_strdup ("");
  self->section = g_strdup ("");
  self->question = g_strdup ("");
  ks_results_look_set_view (self, KS_VIEW_PARTICIPATION);
  return self;
}

/**
 * ks_results_look_copy:
 * @self: a look
 *
 * Returns: (transfer full): the same
 */
KsResultsLook *
ks_results_look_copy (const KsResultsLook *self)
{
  KsResultsLook *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->section = g_strdup (self->section);
  copy->question = g_strdup (self->question);
  return copy;
}

/**
 * ks_results_look_free:
 * @self: (nullable): a look
 *
 * Frees it.
 */
void
ks_results_look_free (KsResultsLook *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->section);
  g_free (self->question);
  g_free (self);
}

/**
 * ks_results_look_set:
 * @place: code, section or question of a look
 * @value: (nullable): what it shall be
 *
 * Sets one of the texts.
 */
void
ks_results_look_set (char **place, const char *value)
{
  char *text = g_strdup (value != NULL ? value : "");

  g_free (*place);
  *place = text;
}

/**
 * ks_results_look_set_view:
 * @self: a look
 * @view: a view
 *
 * Goes to a view and to its usual chart.
 */
void
ks_results_look_set_view (KsResultsLook *self, KsResultsView view)
{
  self->view = view;
  self->kind = views[view].kinds[0];
}

/**
 * ks_results_look_is_same_place:
 * @self: a look
 * @other: another
 *
 * Returns: whether both show the same figures, whatever their order and form
 */
gboolean
ks_results_look_is_same_place (const KsResultsLook *self, const KsResultsLook *other)
{
  return self->view == other->view && self->kind == other->kind
         && g_str_equal (self->code, other->code) && g_str_equal (self->section, other->section)
         && g_str_equal (self->question, other->question);
}

/**
 * ks_results_look_dup_text:
 * @self: a look
 *
 * Returns: (transfer full): it as text for the settings; no figure of anybody
 */
char *
ks_results_look_dup_text (const KsResultsLook *self)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new (
      TEXT_TYPE, views[self->view].name, ks_chart_kind_get_name (self->kind), self->code,
      self->section, self->question, self->as_given, self->counts, self->as_table));

  return g_variant_print (value, FALSE);
}

static gboolean
offers (KsResultsView view, KsChartKind kind)
{
  for (guint i = 0; i < views[view].n_kinds; i++)
    if (views[view].kinds[i] == kind)
      return TRUE;
  return FALSE;
}

/**
 * ks_results_look_parse:
 * @text: what ks_results_look_dup_text() gave, perhaps in another version
 *
 * Returns: (transfer full) (nullable): the look; %NULL: it is none
 */
KsResultsLook *
ks_results_look_parse (const char *text)
{
  g_autoptr (GVariant) value
      = g_variant_parse (G_VARIANT_TYPE (TEXT_TYPE), text, NULL, NULL, NULL);
  g_autoptr (KsResultsLook) self = ks_results_look_new ();
  const char *view, *kind, *code, *section, *question;
  KsResultsView found;

  if (value == NULL)
    return NULL;
  g_variant_get (value, "(&s&s&s&s&sbbb)", &view, &kind, &code, &section, &question,
                 &self->as_given, &self->counts, &self->as_table);
  if (!ks_results_view_find (view, &found))
    return NULL;
  ks_results_look_set_view (self, found);
  if (!ks_chart_kind_find (kind, &self->kind) || !offers (found, self->kind))
    return NULL;
  ks_results_look_set (&self->code, code);
  ks_results_look_set (&self->section, section);
  ks_results_look_set (&self->question, question);
  return g_steal_pointer (&self);
}
