/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-words.h"

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

  if (limit > 0)
    return g_strdup_printf (
        ngettext ("%u unit under %d%%", "%u units under %d%%", district->n_below),
        district->n_below, limit);
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

static void
add_hour (KsFigures *table, const KsHours *hours, guint i, gint64 sum)
{
  KsMoment start = hours->first + (KsMoment)i * 3600;
  g_autofree char *from = ks_hour_dup_label (start);
  g_autofree char *to = ks_hour_dup_label (start + 3600);
  g_autofree char *name = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *rate
      = hours->staff > 0 ? ks_format_percent (sum, hours->staff) : g_strdup ("–");

  ks_figures_add_row (table, KS_FIGURE_ROW, KS_FIGURE_NO_KEY);
  ks_figures_add_text (table, name);
  ks_figures_add_count (table, hours->counts[i]);
  ks_figures_add_count (table, sum);
  ks_figures_add_text (table, rate);
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
  KsFigures *table = ks_figures_new ();
  KsHours hours;
  gint64 sum = 0;

  load_hours (figures, district, &hours);
  ks_figures_add_column (table, _ ("Hour"), KS_FIGURE_TEXT);
  ks_figures_add_column (table, _ ("Sheets received"), KS_FIGURE_NUMBER);
  ks_figures_add_column (table, _ ("So far"), KS_FIGURE_NUMBER);
  ks_figures_add_column (table, _ ("Rate"), KS_FIGURE_STRONG);
  for (guint i = ks_hours_find_first (&hours); i < hours.n_hours; i++)
    if (hours.as_of != KS_MOMENT_NONE && hours.first + (KsMoment)i * 3600 <= hours.as_of)
      {
        sum += hours.counts[i];
        add_hour (table, &hours, i, sum);
      }
  g_free ((gpointer)hours.counts);
  return table;
}
