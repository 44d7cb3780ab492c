/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ks-stability-private.h"

#define NEAR 0.2
/* Weights that differ by less than this were meant to be equal. */
#define SAME_WEIGHT 1e-9

/* Few: sorted by insertion, equal ones as they stand. */
static void
sort_order (KsWeightDrawer *self)
{
  for (guint i = 0; i < self->n_criteria; i++)
    {
      guint place = i;

      for (; place > 0 && self->weights[self->order[place - 1]] < self->weights[i]; place--)
        self->order[place] = self->order[place - 1];
      self->order[place] = i;
    }
}

void
ks_weight_drawer_init (KsWeightDrawer *self,
                       KsWeightFamily family,
                       const double *weights,
                       guint n_criteria,
                       guint64 seed)
{
  self->family = family;
  self->n_criteria = n_criteria;
  self->weights = g_memdup2 (weights, n_criteria * sizeof *weights);
  self->order = g_new0 (guint, n_criteria);
  self->drawn = g_new0 (double, n_criteria);
  self->sorted = g_new0 (double, n_criteria);
  self->n_rejected = 0;
  sort_order (self);
  /* Each family has a sequence of its own. */
  ks_generator_init (&self->generator,
                     seed + (guint64)family * G_GUINT64_CONSTANT (0x5851f42d4c957f2d));
}

void
ks_weight_drawer_clear (KsWeightDrawer *self)
{
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->drawn, g_free);
  g_clear_pointer (&self->sorted, g_free);
}

/* Each but the largest is uniform in its box, the largest is what remains and rejected outside its
 * own: uniform on the part of the simplex that lies in all boxes. */
static void
draw_near (KsWeightDrawer *self)
{
  guint largest = self->order[0];
  double rest;

  while (TRUE)
    {
      rest = 1;
      for (guint i = 0; i < self->n_criteria; i++)
        if (i != largest)
          {
            double span = 2 * ks_generator_next_uniform (&self->generator) - 1;

            self->drawn[i] = self->weights[i] * (1 + NEAR * span);
            rest -= self->drawn[i];
          }
      if (fabs (rest - self->weights[largest]) <= NEAR * self->weights[largest] + SAME_WEIGHT)
        break;
      self->n_rejected++;
    }
  self->drawn[largest] = rest;
}

/* Uniform on the simplex: exponentials over their sum. Uniforms over their sum are not. */
static void
draw_simplex (KsWeightDrawer *self, double *drawn)
{
  double sum = 0;

  for (guint i = 0; i < self->n_criteria; i++)
    {
      drawn[i] = ks_generator_next_exponential (&self->generator);
      sum += drawn[i];
    }
  for (guint i = 0; i < self->n_criteria; i++)
    drawn[i] = sum > 0 ? drawn[i] / sum : 1.0 / self->n_criteria;
}

static void
sort_descending (double *values, guint n_values)
{
  for (guint i = 1; i < n_values; i++)
    {
      double value = values[i];
      guint place = i;

      for (; place > 0 && values[place - 1] < value; place--)
        values[place] = values[place - 1];
      values[place] = value;
    }
}

static void
shuffle (KsWeightDrawer *self, double *values, guint n_values)
{
  for (guint i = n_values; i > 1; i--)
    {
      guint other = ks_generator_next_below (&self->generator, i);
      double value = values[i - 1];

      values[i - 1] = values[other];
      values[other] = value;
    }
}

/* Criteria of equal weight have no order among each other: without the shuffle figures would lean
 * to the one that stands first. */
static void
draw_ordered (KsWeightDrawer *self)
{
  guint first = 0;

  draw_simplex (self, self->sorted);
  sort_descending (self->sorted, self->n_criteria);
  for (guint i = 1; i <= self->n_criteria; i++)
    if (i == self->n_criteria
        || self->weights[self->order[first]] - self->weights[self->order[i]] > SAME_WEIGHT)
      {
        shuffle (self, self->sorted + first, i - first);
        first = i;
      }
  for (guint i = 0; i < self->n_criteria; i++)
    self->drawn[self->order[i]] = self->sorted[i];
}

void
ks_weight_drawer_next (KsWeightDrawer *self)
{
  if (self->family == KS_WEIGHTS_NEAR)
    draw_near (self);
  else if (self->family == KS_WEIGHTS_ORDERED)
    draw_ordered (self);
  else
    draw_simplex (self, self->drawn);
}

/**
 * ks_draw_weights:
 * @family: which weights are drawn
 * @weights: (array length=n_criteria): the chosen ones, all above 0, adding up to 1
 * @n_criteria: 1 or more
 * @seed: of the generator
 * @n_draws: how many draws
 * @drawn: (out caller-allocates): n_draws rows of n_criteria weights, each adding up to 1
 * @n_rejected: (out) (optional): draws of %KS_WEIGHTS_NEAR that lay outside the box of the largest
 *
 * Draws weights as ks_measure_stability() does (SMAA: Lahdelma and Salminen 2001; Tervonen and
 * Figueira 2008).
 *
 * Returns: %FALSE if there is nothing to draw around
 */
gboolean
ks_draw_weights (KsWeightFamily family,
                 const double *weights,
                 guint n_criteria,
                 guint64 seed,
                 guint n_draws,
                 double *drawn,
                 guint *n_rejected)
{
  KsWeightDrawer drawer;

  for (guint i = 0; i < n_criteria; i++)
    g_return_val_if_fail (weights[i] > 0, FALSE);
  if (n_criteria == 0)
    return FALSE;
  ks_weight_drawer_init (&drawer, family, weights, n_criteria, seed);
  for (guint i = 0; i < n_draws; i++)
    {
      ks_weight_drawer_next (&drawer);
      memcpy (drawn + (gsize)i * n_criteria, drawer.drawn, n_criteria * sizeof *drawn);
    }
  if (n_rejected != NULL)
    *n_rejected = drawer.n_rejected;
  ks_weight_drawer_clear (&drawer);
  return TRUE;
}
