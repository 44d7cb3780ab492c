/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-words.h"

#include "ks-hours-figures.h"
#include "ks-i18n.h"
#include "ks-number.h"

/**
 * ks_day_dup_as_of:
 * @figures: figures
 *
 * Returns: (transfer full): the moment that they speak of, as the window says it
 */
char *
ks_day_dup_as_of (KsDayFigures *figures)
{
  KsMoment as_of = ks_day_figures_get_as_of (figures);
  g_autofree char *moment = ks_moment_format (as_of);

  return as_of == KS_MOMENT_NONE ? g_strdup (_ ("No answers yet"))
                                 : g_strdup_printf (_ ("Figures as of %s"), moment);
}

/**
 * ks_day_dup_lagging:
 * @figures: figures
 * @district: a district or the province
 *
 * Returns: (transfer full): how many of its units ask for attention: a number, never a name
 */
char *
ks_day_dup_lagging (KsDayFigures *figures, const KsDayDistrict *district)
{
  int limit = ks_day_figures_get_limit (figures);

  if (limit > 0 && district->n_below == 0)
    return g_strdup_printf (_ ("no unit under %d%%"), limit);
  if (limit > 0)
    return g_strdup_printf (
        ngettext ("%u unit under %d%%", "%u units under %d%%", district->n_below),
        district->n_below, limit);
  if (district->n_no_answer == 0)
    return g_strdup (_ ("no unit without an answer"));
  return g_strdup_printf (ngettext ("%u unit without an answer", "%u units without an answer",
                                    district->n_no_answer),
                          district->n_no_answer);
}

/**
 * ks_day_dup_title:
 * @figures: figures
 * @district: a district or the province
 *
 * Returns: (transfer full): how far it is, as a sentence
 */
char *
ks_day_dup_title (KsDayFigures *figures, const KsDayDistrict *district)
{
  g_autofree char *answers = ks_format_count (district->answers);
  g_autofree char *staff = ks_format_count (district->staff);
  g_autofree char *rate = ks_format_percent (district->answers, district->staff);
  g_autofree char *lagging = ks_day_dup_lagging (figures, district);

  if (district->staff <= 0)
    return g_strdup_printf (_ ("%s has %s sheets; the number of staff is not known"),
                            district->name, answers);
  return g_strdup_printf (_ ("%s has %s/%s sheets, %s; %s"), district->name, answers, staff, rate,
                          lagging);
}

static void
load_hours (KsDayFigures *figures, const KsDayDistrict *district, KsHours *hours)
{
  *hours = (KsHours){ .as_of = ks_day_figures_get_as_of (figures), .staff = district->staff };
  hours->counts
      = ks_day_figures_dup_hours (figures, district->code, &hours->first, &hours->n_hours, NULL);
}

/**
 * ks_day_create_hours:
 * @figures: figures
 * @district: a district or the province
 * @height: of the bars
 *
 * Returns: (transfer full): what came in each hour
 */
KsChart *
ks_day_create_hours (KsDayFigures *figures, const KsDayDistrict *district, double height)
{
  KsHours hours;
  KsChart *chart;

  load_hours (figures, district, &hours);
  chart = KS_CHART (ks_hours_chart_new (&hours, height));
  g_free ((gpointer)hours.counts);
  return chart;
}

/**
 * ks_day_create_hours_table:
 * @figures: figures
 * @district: a district or the province, whose hours are all told
 *
 * Returns: (transfer full): the table behind the chart, up to the moment of the figures
 */
KsFigures *
ks_day_create_hours_table (KsDayFigures *figures, const KsDayDistrict *district)
{
  KsFigures *table;
  KsHours hours;

  load_hours (figures, district, &hours);
  table = ks_hours_create_figures (&hours);
  g_free ((gpointer)hours.counts);
  return table;
}
