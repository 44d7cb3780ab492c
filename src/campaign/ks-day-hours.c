/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-figures-private.h"

/* The units of a scope: a slice of the registry. */
static gboolean
find_slice (KsDayFigures *self, const char *code, guint *first, guint *n_units)
{
  const KsDayDistrict *district = ks_day_figures_lookup_district (self, code);
  KsUnit *unit = district == NULL ? ks_registry_lookup (self->registry, code) : NULL;

  *first = district != NULL ? district->first : unit != NULL ? ks_unit_get_index (unit) : 0;
  *n_units = district != NULL ? district->n_units : unit != NULL;
  return district != NULL;
}

/**
 * ks_day_figures_dup_hours:
 * @self: figures
 * @code: of a district or a unit; empty for the province
 * @first: (out) (optional): when the first hour begins
 * @n_hours: (out): how many there are: those of the survey window
 * @n_apart: (out) (optional): answers of none of them: without a time, or counted outside the window
 *
 * Tells how many answers came in each hour. Of a unit an hour with one to four is not told, nor what
 * would give it away (%KS_HOUR_NOT_TOLD), and neither is @n_apart (0).
 *
 * Returns: (transfer full) (array length=n_hours): the hours; free with g_free()
 */
gint64 *
ks_day_figures_dup_hours (KsDayFigures *self, const char *code, KsMoment *first, guint *n_hours,
                          gint64 *n_apart)
{
  KsSurveyHours survey = { self->arrivals, self->day, self->from, self->to };
  guint first_unit, n_units;
  gboolean complete = find_slice (self, code, &first_unit, &n_units);

  return ks_survey_hours_dup_counts (&survey, first_unit, n_units, complete, first, n_hours,
                                     n_apart);
}
