/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-stability-private.h"

#define NO_COLUMN G_MAXUINT

/* A unit while rows are made. */
typedef struct
{
  guint unit;
  double sum;   /* of the highest grades */
  double *high; /* grades with weight; the uncertain one as high as it can be */
  double *low;  /* the same, as low as it can be */
  gint64 x;     /* of what is uncertain */
  gint64 n;
  gint64 population;
} Unit;

typedef struct
{
  const KsStabilityInput *input;
  guint *criteria; /* with weight */
  guint n_columns;
  guint uncertain; /* column, or NO_COLUMN */
  double *grades;  /* room for high and low of all */
  Unit *units;
} Work;

static double
grade_share (const KsUncertainAnswers *answers, gint64 good, gint64 population)
{
  double share = population > 0 ? (double)good / (double)population : 0;

  return CLAMP ((share - answers->zero) / (answers->full - answers->zero), 0, 1);
}

/* Nobody told anything of a unit without answers, and nothing is drawn for more than all. */
static gboolean
is_uncertain (const KsUncertainAnswers *answers, guint unit)
{
  return answers->n[unit] > 0 && answers->population[unit] > answers->n[unit];
}

static void
set_bounds (Work *work, Unit *unit)
{
  const KsUncertainAnswers *answers = work->input->answers;
  double least;
  double most;

  unit->x = answers->x[unit->unit];
  unit->n = answers->n[unit->unit];
  unit->population = answers->population[unit->unit];
  if (!is_uncertain (answers, unit->unit))
    return;
  least = grade_share (answers, unit->x, unit->population);
  most = grade_share (answers, unit->x + unit->population - unit->n, unit->population);
  unit->low[work->uncertain] = MIN (least, most);
  unit->high[work->uncertain] = MAX (least, most);
}

static void
read_unit (Work *work, guint index)
{
  const KsStabilityInput *input = work->input;
  Unit *unit = &work->units[index];

  unit->unit = index;
  unit->high = work->grades + (gsize)index * 2 * work->n_columns;
  unit->low = unit->high + work->n_columns;
  for (guint c = 0; c < work->n_columns; c++)
    unit->high[c] = unit->low[c]
        = input->grades[(gsize)index * input->n_criteria + work->criteria[c]];
  if (work->uncertain != NO_COLUMN)
    set_bounds (work, unit);
  for (guint c = 0; c < work->n_columns; c++)
    unit->sum += unit->high[c];
}

static void
read_units (Work *work, const KsStabilityInput *input)
{
  work->input = input;
  work->criteria = g_new0 (guint, input->n_criteria + 1);
  work->uncertain = NO_COLUMN;
  for (guint c = 0; c < input->n_criteria; c++)
    if (input->weights[c] > 0)
      {
        if (input->answers != NULL && input->answers->criterion == c)
          work->uncertain = work->n_columns;
        work->criteria[work->n_columns++] = c;
      }
  work->grades = g_new0 (double, (gsize)input->n_units * 2 * work->n_columns + 1);
  work->units = g_new0 (Unit, input->n_units + 1);
  for (guint i = 0; i < input->n_units; i++)
    read_unit (work, i);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_grades (const Work *work, const Unit *left, const Unit *right)
{
  for (guint c = 0; c < work->n_columns; c++)
    if (left->high[c] != right->high[c])
      return left->high[c] > right->high[c] ? -1 : 1;
  return 0;
}

/* By what units did, never by where they stand in the list: whoever comes first is drawn first. */
static int
compare_units_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Unit *left = a;
  const Unit *right = b;
  int order = (left->sum < right->sum) - (left->sum > right->sum);

  if (order == 0)
    order = compare_grades (data, left, right);
  if (order == 0)
    order = compare_numbers (left->x, right->x);
  if (order == 0)
    order = compare_numbers (left->n, right->n);
  return order != 0 ? order : compare_numbers (left->population, right->population);
}

static gboolean
is_same_row (const Work *work, const Unit *left, const Unit *right)
{
  /* Two units are two draws, whatever they have in common. */
  return work->uncertain == NO_COLUMN && compare_grades (work, left, right) == 0;
}

static gboolean
dominates (const Work *work, const Unit *better, const Unit *unit)
{
  gboolean above = FALSE;

  for (guint c = 0; c < work->n_columns; c++)
    {
      if (better->low[c] < unit->high[c])
        return FALSE;
      above |= better->low[c] > unit->high[c];
    }
  return above;
}

/* Whoever is worse than five others by every criterion is never among the first five. Only those
 * who are kept need to be looked at: one that was not has five better ones of its own. */
static gboolean
is_dominated (const Work *work, GPtrArray *kept, const guint *n_units, const Unit *unit)
{
  guint n_better = 0;

  for (guint i = 0; i < kept->len && n_better < KS_STABILITY_RANKS; i++)
    if (dominates (work, kept->pdata[i], unit))
      n_better += n_units[i];
  return n_better >= KS_STABILITY_RANKS;
}

static GPtrArray *
keep_rows (KsStabilityRows *self, Work *work)
{
  GPtrArray *kept = g_ptr_array_new ();
  guint n_units = work->input->n_units;
  gboolean last_kept = FALSE;

  g_qsort_with_data (work->units, (int)n_units, sizeof (Unit), compare_units_cb, work);
  for (guint i = 0; i < n_units; i++)
    {
      Unit *unit = &work->units[i];

      if (i == 0 || !is_same_row (work, &work->units[i - 1], unit))
        {
          last_kept = !is_dominated (work, kept, self->n_units, unit);
          if (last_kept)
            g_ptr_array_add (kept, unit);
        }
      self->row_of_unit[unit->unit] = last_kept ? kept->len - 1 : G_MAXUINT;
      if (last_kept)
        self->n_units[kept->len - 1]++;
    }
  return kept;
}

/* Chances of k more good opinions among m, by the ratio of one to the one before, from the most
 * likely on: no function of a library takes part. */
static void
fill_chances (double *chances, guint m, double a, double b)
{
  double mode = (a + b > 2) ? (m + 1) * (a - 1) / (a + b - 2) : m * a / (a + b);
  guint top = (guint)CLAMP (mode, 0, (double)m);
  double sum = 0;

  chances[top] = 1;
  for (guint k = top; k < m; k++)
    chances[k + 1] = chances[k] * ((m - k) * (a + k)) / ((k + 1) * (b + m - k - 1));
  for (guint k = top; k > 0; k--)
    chances[k - 1] = chances[k] * (k * (b + m - k)) / ((m - k + 1) * (a + k - 1));
  for (guint k = 0; k <= m; k++)
    sum += chances[k];
  for (guint k = 0; k <= m; k++)
    chances[k] = chances[k] / sum + (k > 0 ? chances[k - 1] : 0);
}

static void
add_chances (KsStabilityRows *self, const KsUncertainAnswers *answers, GPtrArray *kept)
{
  guint total = 0;

  self->starts = g_new0 (guint, kept->len + 1);
  for (guint i = 0; i < kept->len; i++)
    {
      const Unit *unit = kept->pdata[i];

      self->starts[i] = total;
      total += is_uncertain (answers, unit->unit) ? (guint)(unit->population - unit->n) + 1 : 0;
    }
  self->starts[kept->len] = total;
  self->chances = g_new0 (double, total + 1);
  self->shares = g_new0 (double, total + 1);
  for (guint i = 0; i < kept->len; i++)
    {
      const Unit *unit = kept->pdata[i];
      guint start = self->starts[i];
      guint n = self->starts[i + 1] - start;

      if (n > 0)
        fill_chances (self->chances + start, n - 1, answers->a + (double)unit->x,
                      answers->b + (double)(unit->n - unit->x));
      for (guint k = 0; k < n; k++)
        self->shares[start + k] = grade_share (answers, unit->x + k, unit->population);
    }
}

void
ks_stability_rows_init (KsStabilityRows *self, const KsStabilityInput *input)
{
  Work work = { NULL };
  g_autoptr (GPtrArray) kept = NULL;

  memset (self, 0, sizeof *self);
  read_units (&work, input);
  self->n_columns = work.n_columns;
  self->uncertain = work.uncertain;
  self->n_units = g_new0 (guint, input->n_units + 1);
  self->row_of_unit = g_new0 (guint, input->n_units + 1);
  kept = keep_rows (self, &work);
  self->n_rows = kept->len;
  self->columns = g_new0 (double, (gsize)self->n_columns * self->n_rows + 1);
  for (guint c = 0; c < self->n_columns; c++)
    for (guint i = 0; i < kept->len; i++)
      self->columns[(gsize)c * self->n_rows + i] = ((const Unit *)kept->pdata[i])->high[c];
  if (self->uncertain != NO_COLUMN)
    add_chances (self, input->answers, kept);
  g_free (work.criteria);
  g_free (work.grades);
  g_free (work.units);
}

void
ks_stability_rows_clear (KsStabilityRows *self)
{
  g_free (self->columns);
  g_free (self->n_units);
  g_free (self->row_of_unit);
  g_free (self->starts);
  g_free (self->chances);
  g_free (self->shares);
}

/* What those might think who did not answer. */
void
ks_stability_rows_draw (KsStabilityRows *self, KsGenerator *generator)
{
  double *column = self->columns + (gsize)self->uncertain * self->n_rows;

  for (guint i = 0; i < self->n_rows; i++)
    {
      guint low = self->starts[i];
      guint high = self->starts[i + 1];
      double chance;

      if (low == high)
        continue;
      chance = ks_generator_next_uniform (generator);
      high--;
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (self->chances[middle] < chance)
            low = middle + 1;
          else
            high = middle;
        }
      column[i] = self->shares[low];
    }
}
