/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-survey-hours.h"

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
get_span (const KsSurveyHours *self, gint64 *first, guint *n_hours)
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

/**
 * ks_survey_hours_dup_counts:
 * @self: the hours of a survey
 * @first_unit: index of a unit
 * @n_units: how many follow it, itself among them
 * @complete: a district or the province, whose hours are all told
 * @first: (out) (optional): when the first hour begins
 * @n_hours: (out): how many there are: those of the survey window
 * @n_apart: (out) (optional): answers of none of them: without a time, or counted outside the window
 *
 * Tells how many answers came in each hour. Unless @complete an hour with one to four is not told,
 * nor what would give it away (%KS_HOUR_NOT_TOLD), and neither is @n_apart (0).
 *
 * Returns: (transfer full) (array length=n_hours): the hours; free with g_free()
 */
gint64 *
ks_survey_hours_dup_counts (const KsSurveyHours *self, guint first_unit, guint n_units,
                            gboolean complete, KsMoment *first, guint *n_hours, gint64 *n_apart)
{
  gint64 first_hour, apart = 0;
  gint64 *hours;

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
