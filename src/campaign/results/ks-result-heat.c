/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-group.h"
#include "ks-heat-chart.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-share.h"

/* A table of questions by province, districts and the units of those that are open. */
typedef struct {
  GPtrArray *questions; /* of KsQuestion */
  GArray    *columns;   /* of KsHeatColumn, as many */
  GArray    *rows;      /* of KsHeatRow */
  GArray    *scopes;    /* of KsScope, as many */
  GArray    *cells;     /* of gint64: the rows one after the other */
  gboolean   groups;    /* the rows are of groups of people */
} Heat;

static void
free_heat (Heat *self)
{
  g_ptr_array_unref (self->questions);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->scopes);
  g_array_unref (self->cells);
  g_free (self);
}

static void
add_columns (Heat *self, KsResultChart *chart)
{
  KsForm *form = ks_results_get_form (chart->results);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      const KsSection *section = ks_form_lookup_section (form, question->section_id);
      KsHeatColumn column = { question->id, NULL, question->short_text };

      if (!ks_result_chart_takes (chart, question))
        continue;
      column.section_label = section != NULL ? section->title : NULL;
      g_array_append_val (self->columns, column);
      g_ptr_array_add (self->questions, (gpointer) question);
    }
}

static Heat *
new_heat (KsResultChart *chart)
{
  Heat *self = g_new0 (Heat, 1);

  self->questions = g_ptr_array_new ();
  self->columns = g_array_new (FALSE, TRUE, sizeof (KsHeatColumn));
  self->rows = g_array_new (FALSE, TRUE, sizeof (KsHeatRow));
  self->scopes = g_array_new (FALSE, TRUE, sizeof (KsScope));
  self->cells = g_array_new (FALSE, TRUE, sizeof (gint64));
  add_columns (self, chart);
  return self;
}

/* The shares of all @n parts of @parent, row by row. */
static GArray *
dup_cells (Heat *self, KsResultChart *chart, const KsScope *parent, KsScopeKind kind, guint n)
{
  guint n_columns = self->questions->len;
  GArray *cells = g_array_sized_new (FALSE, TRUE, sizeof (gint64), n * n_columns);

  g_array_set_size (cells, n * n_columns);
  for (guint column = 0; column < n_columns; column++)
    {
      g_autoptr (GArray) shares = ks_results_dup_hundredths (
          chart->results, parent, kind, g_ptr_array_index (self->questions, column));

      for (guint i = 0; i < n; i++)
        g_array_index (cells, gint64, i * n_columns + column) = g_array_index (shares, gint64, i);
    }
  return cells;
}

static void
add_row (Heat *self, const KsScope *scope, GArray *cells, guint index)
{
  guint n_columns = self->questions->len;

  g_array_append_vals (self->scopes, scope, 1);
  g_array_append_vals (self->cells, &g_array_index (cells, gint64, index * n_columns), n_columns);
}

/* A scope by itself: a share for each question. */
static void
add_scope (Heat *self, KsResultChart *chart, const KsScope *scope)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->questions->len; i++)
    {
      gint64 hundredths = ks_result_chart_get_hundredths (
          chart, scope, g_ptr_array_index (self->questions, i));

      g_array_append_val (cells, hundredths);
    }
  add_row (self, scope, cells, 0);
}

static void
add_units (Heat *self, KsResultChart *chart, const KsScope *district)
{
  g_autoptr (GArray) units = ks_results_dup_parts (chart->results, district, KS_SCOPE_UNIT);
  g_autoptr (GArray) cells = dup_cells (self, chart, district, KS_SCOPE_UNIT, units->len);

  for (guint i = 0; i < units->len; i++)
    add_row (self, &g_array_index (units, KsScope, i), cells, i);
}

/* Where a district alone is looked at its units are what is looked for. */
static gboolean
is_open (KsResultChart *chart, const KsScope *district)
{
  return ks_result_chart_knows_units (chart)
         && (chart->choice.scope.kind == KS_SCOPE_DISTRICT
             || (chart->choice.open != NULL
                 && g_hash_table_contains (chart->choice.open, district->code)));
}

static void
add_scopes (Heat *self, KsResultChart *chart)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "", NULL, 0 };
  const KsScope *asked = &chart->choice.scope;
  g_autoptr (GArray) whole = dup_cells (self, chart, &province, KS_SCOPE_PROVINCE, 1);
  g_autoptr (GArray) districts = ks_results_dup_parts (chart->results, &province, KS_SCOPE_DISTRICT);
  g_autoptr (GArray) cells
      = dup_cells (self, chart, &province, KS_SCOPE_DISTRICT, districts->len);

  if (ks_result_chart_knows_province (chart))
    add_row (self, &province, whole, 0);
  for (guint i = 0; i < districts->len; i++)
    {
      const KsScope *district = &g_array_index (districts, KsScope, i);

      if (asked->kind == KS_SCOPE_DISTRICT && !g_str_equal (district->code, asked->code))
        continue;
      add_row (self, district, cells, i);
      if (is_open (chart, district))
        add_units (self, chart, district);
    }
}

/* What parts the groups that follow: a row of no choice, without a cell that is shown. */
static void
add_heading (Heat *self, const KsScope *scope, const KsQuestion *question)
{
  const gint64 none = KS_HEAT_NONE;
  KsScope heading = *scope;

  heading.group = question;
  heading.choice = 0;
  g_array_append_val (self->scopes, heading);
  for (guint i = 0; i < self->questions->len; i++)
    g_array_append_val (self->cells, none);
}

static gboolean
is_heading (const KsScope *scope)
{
  return scope->group != NULL && scope->choice == 0;
}

/* The people of each body, and of each kind: a row where the form asks who somebody is. */
static void
add_groups (Heat *self, KsResultChart *chart)
{
  const KsScope *scope = &chart->choice.scope;
  const KsQuestion *questions[KS_MAX_GROUP_QUESTIONS];
  guint n_questions = ks_group_list_questions (ks_results_get_form (chart->results), questions);

  add_scope (self, chart, scope);
  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr (GArray) groups = ks_results_dup_groups (chart->results, scope, questions[i]);

      add_heading (self, scope, questions[i]);
      for (guint k = 0; k < groups->len; k++)
        add_scope (self, chart, &g_array_index (groups, KsScope, k));
    }
}

/* The mean of the questions, where each of them is told. */
static gint64
get_mean (const gint64 *cells, guint n_cells)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] < 0)
      return KS_HEAT_NONE;
    else
      sum += cells[i];
  return n_cells > 0 ? (2 * sum + n_cells) / (2 * (gint64) n_cells) : KS_HEAT_NONE;
}

static const char *
get_label (const KsScope *scope)
{
  if (is_heading (scope))
    return scope->group->short_text;
  if (scope->group != NULL)
    return scope->group->options[scope->choice - 1].label;
  return scope->kind == KS_SCOPE_PROVINCE ? _("Whole province") : scope->name;
}

static KsHeatLevel
get_level (const Heat *self, const KsScope *scope)
{
  if (self->groups)
    return is_heading (scope) ? KS_HEAT_DISTRICT
           : scope->group != NULL ? KS_HEAT_UNIT
                                  : KS_HEAT_PROVINCE;
  return scope->kind == KS_SCOPE_UNIT       ? KS_HEAT_UNIT
         : scope->kind == KS_SCOPE_DISTRICT ? KS_HEAT_DISTRICT
                                            : KS_HEAT_PROVINCE;
}

static void
add_rows (Heat *self, KsResultChart *chart)
{
  guint n_columns = self->questions->len;

  for (guint i = 0; i < self->scopes->len; i++)
    {
      const KsScope *scope = &g_array_index (self->scopes, KsScope, i);
      const gint64 *cells = &g_array_index (self->cells, gint64, i * n_columns);
      KsParticipation participation;
      KsHeatRow row = {
        .id = scope->code,
        .label = get_label (scope),
        .level = get_level (self, scope),
        .heading = is_heading (scope),
        .expandable = !self->groups && scope->kind == KS_SCOPE_DISTRICT,
        .expanded
        = !self->groups && scope->kind == KS_SCOPE_DISTRICT && is_open (chart, scope),
        .hundredths = cells,
        .mean = get_mean (cells, n_columns),
      };

      if (row.heading)
        {
          g_array_append_val (self->rows, row);
          continue;
        }
      ks_results_get_participation (chart->results, scope, &participation);
      row.n = participation.answers;
      row.population = participation.staff;
      row.over = scope->kind == KS_SCOPE_UNIT && scope->group == NULL
                 && participation.n_units_over > 0;
      g_array_append_val (self->rows, row);
    }
}

static gboolean
is_any_shown (Heat *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, gint64, i) >= 0)
      return TRUE;
  return FALSE;
}

/* The span of the groups' means, which names none. */
static char *
dup_groups_title (const Heat *heat)
{
  gint64 low = G_MAXINT64, high = -1;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  for (guint i = 1; i < heat->rows->len; i++)
    {
      gint64 mean = g_array_index (heat->rows, KsHeatRow, i).mean;

      if (mean < 0)
        continue;
      low = MIN (low, mean);
      high = MAX (high, mean);
    }
  if (high < 0)
    return g_strdup (_("No group has all its answers shown"));
  lowest = ks_format_percent (low, (gint64) KS_RESULT_HUNDREDTHS);
  highest = ks_format_percent (high, (gint64) KS_RESULT_HUNDREDTHS);
  return g_strdup_printf (_("On average the groups have from %s to %s favourable sheets"), lowest,
                          highest);
}

static char *
dup_title (const Heat *heat)
{
  return heat->groups
             ? dup_groups_title (heat)
             : ks_heat_dup_title ((const KsHeatColumn *) heat->columns->data, heat->columns->len,
                                  (const KsHeatRow *) heat->rows->data, heat->rows->len);
}

static void
say_texts (KsResultChart *self, Heat *heat)
{
  guint first = !heat->groups && self->choice.scope.kind == KS_SCOPE_DISTRICT
                && ks_result_chart_knows_province (self);
  const KsHeatRow *whole = &g_array_index (heat->rows, KsHeatRow, first);
  g_autofree char *n = ks_format_count (whole->n);
  g_autofree char *staff = ks_format_count (whole->population);
  g_autofree char *labels = ks_question_dup_good_labels (g_ptr_array_index (heat->questions, 0));
  g_autofree char *good = g_strdup_printf (_("Favourable: %s."), labels);

  self->title = dup_title (heat);
  self->subtitle
      = g_strdup_printf (_("%s · per cent of favourable sheets; * figures being compared · n = %s; "
                           "N = %s"),
                         ks_result_chart_get_place (self), n, staff);
  ks_result_chart_say (self, good);
  ks_result_chart_say (self, _("Hatched: too few answers to give a result."));
  if (heat->groups)
    ks_result_chart_say (self, _("A group is not shown either where a smaller one could be told by "
                                 "subtraction."));
  ks_result_chart_say_as_of (self);
}

/* Whether there is a table to be filled. */
static gboolean
begin (KsResultChart *self)
{
  if (ks_results_is_open (self->results))
    {
      self->refusal = KS_REFUSAL_OPEN;
      return FALSE;
    }
  ks_result_chart_keep (self, new_heat (self), (GDestroyNotify) free_heat);
  if (((Heat *) self->figures)->questions->len == 0)
    self->refusal = KS_REFUSAL_EMPTY;
  return self->refusal == KS_REFUSAL_NONE;
}

static void
end (KsResultChart *self)
{
  Heat *heat = self->figures;

  add_rows (heat, self);
  if (is_any_shown (heat))
    say_texts (self, heat);
  else
    self->refusal = KS_REFUSAL_TOO_FEW;
}

static void
load (KsResultChart *self)
{
  self->choice.scope = ks_result_chart_find_parent (self);
  if (!begin (self))
    return;
  add_scopes (self->figures, self);
  end (self);
}

static void
load_groups (KsResultChart *self)
{
  const KsQuestion *questions[KS_MAX_GROUP_QUESTIONS];
  KsGivenState state;

  ks_results_get_given (self->results, &self->choice.scope, &state);
  if (!begin (self))
    return;
  if (state.leaving)
    {
      self->refusal = KS_REFUSAL_DESK;
      return;
    }
  ((Heat *) self->figures)->groups = TRUE;
  if (ks_group_list_questions (ks_results_get_form (self->results), questions) == 0)
    {
      self->refusal = KS_REFUSAL_EMPTY;
      return;
    }
  add_groups (self->figures, self);
  end (self);
}

static KsChart *
create_chart (KsResultChart *self)
{
  const Heat *heat = self->figures;

  return KS_CHART (ks_heat_chart_new ((const KsHeatColumn *) heat->columns->data,
                                      heat->columns->len, (const KsHeatRow *) heat->rows->data,
                                      heat->rows->len));
}

static void
add_share (KsFigures *figures, gint64 hundredths)
{
  if (hundredths >= 0)
    ks_figures_add_hundredths (figures, hundredths);
  else
    ks_figures_add_none (figures);
}

static KsFigures *
create_figures (KsResultChart *self, gboolean leaves)
{
  const Heat *heat = self->figures;
  KsFigures *figures = ks_figures_new ();

  ks_figures_add_column (figures, _("Place"), KS_FIGURE_TEXT);
  ks_figures_add_column (figures, "n", KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, "N", KS_FIGURE_NUMBER);
  for (guint i = 0; i < heat->columns->len; i++)
    ks_figures_add_column (figures, g_array_index (heat->columns, KsHeatColumn, i).id,
                           KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _("Mean"), KS_FIGURE_STRONG);
  for (guint i = 0; i < heat->rows->len; i++)
    {
      const KsHeatRow *row = &g_array_index (heat->rows, KsHeatRow, i);

      if (row->heading)
        {
          ks_figures_add_section (figures, row->label);
          continue;
        }
      ks_figures_add_row (figures, row->level == KS_HEAT_UNIT ? KS_FIGURE_ROW : KS_FIGURE_TOTAL, i);
      ks_figures_add_text (figures, row->label);
      ks_figures_add_count (figures, row->n);
      ks_figures_add_staff (figures, row->population);
      for (guint column = 0; column < heat->columns->len; column++)
        add_share (figures, row->hundredths[column]);
      add_share (figures, row->mean);
    }
  return figures;
}

/* Column 0 is the name of the row, the last one the mean: both lead to who took part. */
static gboolean
find (KsResultChart *self, guint row, guint column, KsScope *scope, const KsQuestion **question)
{
  const Heat *heat = self->figures;
  guint n_columns = heat->questions->len;

  if (row >= heat->scopes->len || (column != KS_RESULT_WHOLE_ROW && column > n_columns + 1))
    return FALSE;
  *scope = g_array_index (heat->scopes, KsScope, row);
  if (is_heading (scope))
    {
      *scope = self->choice.scope;
      return TRUE;
    }
  *question = column > 0 && column <= n_columns ? g_ptr_array_index (heat->questions, column - 1)
                                                : NULL;
  return TRUE;
}

static gboolean
can_open (KsResultChart *self, guint row, gboolean *is_row_open)
{
  const Heat *heat = self->figures;

  if (row >= heat->rows->len || heat->groups || self->choice.scope.kind != KS_SCOPE_PROVINCE)
    return FALSE;
  *is_row_open = g_array_index (heat->rows, KsHeatRow, row).expanded;
  return g_array_index (heat->rows, KsHeatRow, row).expandable;
}

const KsChartClassOfKind ks_chart_of_heat = {
  .name = "heat",
  .label = N_("Questions by district and unit"),
  .noun = "Kết quả theo huyện, thị xã, thành phố và đơn vị",
  .short_noun = "Bảng màu",
  .has_cells = TRUE,
  .load = load,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
  .can_open = can_open,
};

const KsChartClassOfKind ks_chart_of_bodies = {
  .name = "bodies",
  .label = N_("Questions by body"),
  .noun = "Kết quả theo khối cơ quan và đối tượng",
  .short_noun = "Khối cơ quan",
  .has_cells = TRUE,
  .load = load_groups,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
};
