/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-scale-row.h"

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
