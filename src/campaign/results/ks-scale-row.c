/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-scale-row.h"

#include "ks-shares.h"

#define MIN_LEVELS 2

static guint
count_levels (const KsQuestion *question)
{
  guint n_levels = 0;

  for (guint i = 0; i < question->n_options; i++)
    n_levels += question->options[i].has_value;
  return n_levels;
}

/* The option that comes next below @better; the best one for NULL. */
static const KsOption *
find_level (const KsQuestion *question, const KsOption *better)
{
  const KsOption *found = NULL;

  for (guint i = 0; i < question->n_options; i++)
    {
      const KsOption *option = &question->options[i];

      if (option->has_value && (better == NULL || option->value < better->value)
          && (found == NULL || option->value > found->value))
        found = option;
    }
  return found;
}

static void
fill_levels (KsScaleRow *self, const KsQuestionResult *result, guint n_levels)
{
  const KsOption *option = NULL;

  for (guint i = 0; i < n_levels; i++)
    {
      option = find_level (result->question, option);
      if (option == NULL)
        return;
      self->levels[i] = option->label;
      self->counts[i] = result->counts[option - result->question->options];
      self->good[i] = option->good;
      self->poor[i] = option->poor;
    }
}

/**
 * ks_scale_row_fill:
 * @self: (out caller-allocates): the row
 * @result: figures of a question; its form must outlive @self
 *
 * Puts the figures of a question into the order of its scale.
 *
 * Returns: %FALSE when the question is no scale of two to five levels
 */
gboolean
ks_scale_row_fill (KsScaleRow *self, const KsQuestionResult *result)
{
  const KsQuestion *question = result->question;
  guint n_levels = count_levels (question);

  *self = (KsScaleRow){ 0 };
  if (!question->ordinal || n_levels < MIN_LEVELS || n_levels > KS_MAX_LEVELS)
    return FALSE;
  fill_levels (self, result, n_levels);
  self->row = (KsLikertRow){
    .id = question->id,
    .label = question->short_text,
    .levels = self->levels,
    .counts = self->counts,
    .good = self->good,
    .poor = self->poor,
    .n_levels = n_levels,
    .has_dont_know = n_levels < question->n_options,
    .dont_know = result->dont_know,
    .blank = result->blank,
    .staff = result->staff,
    .shown = result->shown && result->levels_shown,
  };
  return TRUE;
}

/* Best level first, then what is no level; options that are no scale stay as they are. */
static int
compare_options (gconstpointer a, gconstpointer b, gpointer data)
{
  const KsQuestion *question = data;
  const KsOption *first = &question->options[*(const guint *)a];
  const KsOption *second = &question->options[*(const guint *)b];

  if (!question->ordinal)
    return 0;
  if (first->has_value != second->has_value)
    return first->has_value ? -1 : 1;
  return first->has_value ? (first->value < second->value) - (first->value > second->value) : 0;
}

static KsShareSide
get_side (const KsOption *option)
{
  return option->good ? KS_SIDE_GOOD : option->poor ? KS_SIDE_POOR : KS_SIDE_NEITHER;
}

/**
 * ks_scale_round_options:
 * @result: figures of a question of which one option is chosen
 * @shares: (out caller-allocates): a share for every option, in the form's order, in hundredths of
 *   a per cent
 *
 * The shares that a chart of the question prints: levels are rounded best first, since of equal
 * remainders the earlier is rounded up, whichever way the form counts.
 *
 * Returns: %FALSE, with all shares 0, if nobody answered
 */
gboolean
ks_scale_round_options (const KsQuestionResult *result, gint64 *shares)
{
  const KsQuestion *question = result->question;
  guint n = question->n_options;
  g_autofree guint *order = g_new0 (guint, n + 1);
  g_autofree gint64 *counts = g_new0 (gint64, n + 1);
  g_autofree KsShareSide *sides = g_new0 (KsShareSide, n + 1);
  g_autofree gint64 *rounded = g_new0 (gint64, n + 1);
  gboolean answered;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof *order, compare_options, (gpointer)question);
  for (guint i = 0; i < n; i++)
    {
      counts[i] = result->counts[order[i]];
      sides[i] = get_side (&question->options[order[i]]);
    }
  answered = ks_round_sided_shares (counts, sides, n, KS_SHARES_HUNDREDTHS, rounded);
  for (guint i = 0; i < n; i++)
    shares[order[i]] = rounded[i];
  return answered;
}
