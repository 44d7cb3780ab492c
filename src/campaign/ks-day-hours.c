/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-figures-private.h"

#include "ks-disclosure.h"

#define SECONDS_PER_HOUR 3600
/* A window without bounds, or one that never ends, is told by the day of the survey alone. */
#define MOST_HOURS (31 * 24)

static gint64
divide_up (KsMoment moment)
{
  return (moment + SECONDS_PER_HOUR - 1) / SECONDS_PER_HOUR;
}

static void
get_span (KsDayFigures *self, gint64 *first, guint *n_hours)
{
  KsMoment from = self->from, to = self->to;

  if (from == KS_MOMENT_NONE || to == KS_MOMENT_NONE || to <= from
      || to - from > (KsMoment) MOST_HOURS * SECONDS_PER_HOUR)
    {
      from = ks_day_get_start (self->day);
      to = ks_day_get_start (self->day + 1);
    }
  *first = from / SECONDS_PER_HOUR;
  *n_hours = (guint) (divide_up (to) - *first);
}

static void
add_hours (const KsArrival *arrival, gint64 first, guint n_hours, gint64 *hours)
{
  for (guint i = 0; arrival->hours != NULL && i < arrival->hours->len; i++)
    {
      const KsArrivalHour *hour = &g_array_index (arrival->hours, KsArrivalHour, i);

      if (hour->hour >= first && hour->hour < first + n_hours)
        hours[hour->hour - first] += hour->n;
    }
}

/* Within a unit an hour of few points at somebody, and so does what is left when others are told. */
static void
hide_few (gint64 *hours, guint n_hours)
{
  g_autofree gboolean *shown = g_new0 (gboolean, n_hours);

  ks_show_subgroups (hours, n_hours, shown);
  for (guint i = 0; i < n_hours; i++)
    if (!shown[i] && hours[i] > 0)
      hours[i] = KS_HOUR_NOT_TOLD;
}

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
  gint64 first_hour, apart = 0;
  guint first_unit, n_units;
  gint64 *hours;
  gboolean complete = find_slice (self, code, &first_unit, &n_units);

  get_span (self, &first_hour, n_hours);
  hours = g_new0 (gint64, *n_hours + 1);
  for (guint i = first_unit; i < first_unit + n_units; i++)
    {
      add_hours (&self->arrivals->units[i], first_hour, *n_hours, hours);
      apart += self->arrivals->units[i].answers;
    }
  for (guint i = 0; i < *n_hours; i++)
    apart -= hours[i];
  if (!complete)
    hide_few (hours, *n_hours);
  if (first != NULL)
    *first = first_hour * SECONDS_PER_HOUR;
  if (n_apart != NULL)
    *n_apart = complete ? apart : 0;
  return hours;
}
