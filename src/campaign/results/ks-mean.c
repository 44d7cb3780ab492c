/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-mean.h"

#include "ks-interval.h"

/* The values of the levels and how many chose each; "don't know" is no level. */
static guint
list_levels (const KsQuestionResult *result, double *values, gint64 *counts)
{
  guint n_levels = 0;

  for (guint i = 0; i < result->question->n_options; i++)
    if (result->question->options[i].has_value)
      {
        values[n_levels] = result->question->options[i].value;
        counts[n_levels++] = result->counts[i];
      }
  return n_levels;
}

static void
sum_levels (KsMean *self, const double *values, const gint64 *counts, guint n_levels)
{
  self->least = self->most = (int) values[0];
  for (guint i = 0; i < n_levels; i++)
    {
      self->least = MIN (self->least, (int) values[i]);
      self->most = MAX (self->most, (int) values[i]);
      self->n += counts[i];
      self->mean += values[i] * (double) counts[i];
    }
  if (self->n > 0)
    self->mean /= (double) self->n;
}

/**
 * ks_mean_fill:
 * @self: (out caller-allocates): the mean
 * @scope: the scope that @result is of
 * @result: figures of a question
 *
 * The mean level of those who chose one, where levels may be told at all. Of a unit with its interval
 * (ks_mean_interval()), for which who said "don't know" is not among the officials.
 */
void
ks_mean_fill (KsMean *self, const KsScope *scope, const KsQuestionResult *result)
{
  double values[KS_FORM_MAX_OPTIONS];
  gint64 counts[KS_FORM_MAX_OPTIONS];
  guint n_levels = list_levels (result, values, counts);
  double mean;

  *self = (KsMean){ 0 };
  if (!result->levels_shown || !result->question->ordinal || n_levels == 0)
    return;
  sum_levels (self, values, counts, n_levels);
  self->shown = self->n > 0;
  if (self->shown && scope->kind == KS_SCOPE_UNIT)
    self->has_interval
        = ks_mean_interval (values, counts, n_levels, result->staff - result->dont_know, &mean,
                            &self->low, &self->high);
}
