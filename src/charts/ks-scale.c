/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-scale.h"

#include <math.h>

/**
 * ks_scale_map:
 * @self: a scale
 * @value: a value, also outside the scale
 *
 * Returns: its position
 */
double
ks_scale_map (const KsScale *self, double value)
{
  return self->start + ks_scale_length (self, value - self->from);
}

/**
 * ks_scale_length:
 * @self: a scale
 * @span: a difference of values
 *
 * Returns: its length
 */
double
ks_scale_length (const KsScale *self, double span)
{
  return self->to > self->from ? span / (self->to - self->from) * (self->end - self->start) : 0;
}

/**
 * ks_scale_step:
 * @self: a scale
 * @least: the least distance of two marks on its axis
 *
 * Returns: the smallest of 1, 2, 5, 10, 20, 50 … that keeps that distance
 */
double
ks_scale_step (const KsScale *self, double least)
{
  static const double steps[] = { 1, 2, 5 };
  double power = 1;

  g_return_val_if_fail (self->to > self->from && self->end > self->start, 1);

  for (guint i = 0;; i++)
    {
      double step = steps[i % G_N_ELEMENTS (steps)] * power;

      if (ks_scale_length (self, step) >= least)
        return step;
      if (i % G_N_ELEMENTS (steps) == G_N_ELEMENTS (steps) - 1)
        power *= 10;
    }
}
