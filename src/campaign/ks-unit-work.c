/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-work.h"

#include "ks-score.h"

static KsUnitWork *
find_work (KsUnitWork *works, KsRegistry *registry, const char *code)
{
  KsUnit *unit = ks_registry_lookup (registry, code);

  return unit != NULL ? &works[ks_unit_get_index (unit)] : NULL;
}

/* A mark has no hour: it is told at every moment, a report only from its own on. */
static void
add_report (KsUnitWork *work, const KsReport *report, KsMoment until)
{
  work->report = report;
  work->reported = ks_report_is_made (report) && report->reported <= until;
  work->n_publicity = (guint) (report->posted + report->website + report->zalo + report->facebook
                               + (report->meetings >= 1));
}

static void
add_posts (KsUnitWork *work, const KsPostDay *posts, KsDay day)
{
  work->n_posts += posts->posts;
  work->n_post_days += posts->day >= day - KS_POST_DAYS && posts->day < day;
}

/**
 * ks_unit_work_sum:
 * @registry: the units
 * @reports: (element-type KsReport): reports that outlive what is returned
 * @days: (element-type KsPostDay): posts by unit and day
 * @day: of the survey
 * @until: the last second that is told of
 *
 * Sums up what was reported and posted until a moment.
 *
 * Returns: (transfer full) (array): one of each unit, in the order of @registry; free with g_free()
 */
KsUnitWork *
ks_unit_work_sum (KsRegistry *registry, GPtrArray *reports, GPtrArray *days, KsDay day,
                  KsMoment until)
{
  KsUnitWork *works = g_new0 (KsUnitWork, ks_registry_get_n_units (registry) + 1);

  for (guint i = 0; i < reports->len; i++)
    {
      const KsReport *report = g_ptr_array_index (reports, i);
      KsUnitWork *work = find_work (works, registry, report->unit);

      if (work != NULL)
        add_report (work, report, until);
    }
  for (guint i = 0; i < days->len; i++)
    {
      const KsPostDay *posts = g_ptr_array_index (days, i);
      KsUnitWork *work = find_work (works, registry, posts->unit);

      if (work != NULL && posts->posts > 0 && ks_day_get_start (posts->day) <= until)
        add_posts (work, posts, day);
    }
  return works;
}
