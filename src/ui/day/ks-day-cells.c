/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-cells.h"

#include "ks-day-calls.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-score.h"



/**
 * ks_day_dup_hour:
 * @moment: a moment
 *
 * Returns: (transfer full): "14 giờ 42"
 */
char *
ks_day_dup_hour (KsMoment moment)
{
  int hour, minute;

  ks_moment_to_civil (moment, NULL, NULL, NULL, &hour, &minute, NULL);
  return g_strdup_printf ("%d giờ %02d", hour, minute);
}

/* The hour on the day of the survey, the date alone on another: a cell is narrow. */
static char *
dup_time (KsDayItem *item, KsMoment moment)
{
  int month, day;

  if (ks_moment_get_day (moment) == ks_day_figures_get_day (ks_day_item_get_day (item)))
    return ks_day_dup_hour (moment);
  ks_moment_to_civil (moment, NULL, &month, &day, NULL, NULL, NULL);
  return g_strdup_printf ("%02d/%d", day, month);
}

/**
 * ks_day_cell_dup_unit:
 * @item: a row
 *
 * Returns: (transfer full): the unit's name
 */
char *
ks_day_cell_dup_unit (gpointer item, gpointer data)
{
  return g_strdup (ks_unit_get_name (ks_day_item_get_figures (item)->unit));
}

/**
 * ks_day_cell_dup_district:
 * @item: a row
 *
 * Returns: (transfer full): the name of its district
 */
char *
ks_day_cell_dup_district (gpointer item, gpointer data)
{
  return g_strdup (ks_unit_get_district_name (ks_day_item_get_figures (item)->unit));
}

/**
 * ks_day_cell_get_staff:
 * @item: a row
 *
 * Returns: N
 */
gint64
ks_day_cell_get_staff (gpointer item, gpointer data)
{
  return ks_day_item_get_figures (item)->staff;
}

/**
 * ks_day_cell_get_answers:
 * @item: a row
 *
 * Returns: n
 */
gint64
ks_day_cell_get_answers (gpointer item, gpointer data)
{
  return ks_day_item_get_figures (item)->answers;
}

/**
 * ks_day_dup_change:
 * @figures: the figures
 * @answers: answers now
 * @before: answers at the import before
 *
 * Returns: (transfer full): what came since the import before, with its sign; empty: nothing
 */
char *
ks_day_dup_change (KsDayFigures *figures, gint64 answers, gint64 before)
{
  gint64 change = answers - before;
  g_autofree char *count = ks_format_count (ABS (change));

  if (change == 0 || ks_day_figures_get_previous (figures) == KS_MOMENT_NONE)
    return g_strdup ("");
  return g_strconcat (change > 0 ? "+" : "−", count, NULL);
}

/**
 * ks_day_cell_dup_change:
 * @item: a row
 *
 * Returns: (transfer full): what came since the import before
 */
char *
ks_day_cell_dup_change (gpointer item, gpointer data)
{
  const KsDayUnit *unit = ks_day_item_get_figures (item);

  return ks_day_dup_change (ks_day_item_get_day (item), unit->answers, unit->answers_before);
}

/**
 * ks_day_dup_unit_rate:
 * @unit: a unit
 *
 * Returns: (transfer full): n of N in per cent, never clipped; a dash where N is not known
 */
char *
ks_day_dup_unit_rate (const KsDayUnit *unit)
{
  return unit->staff > 0 ? ks_format_percent (unit->answers, unit->staff) : g_strdup ("–");
}

/**
 * ks_day_cell_dup_rate:
 * @item: a row
 *
 * Returns: (transfer full): the rate
 */
char *
ks_day_cell_dup_rate (gpointer item, gpointer data)
{
  return ks_day_dup_unit_rate (ks_day_item_get_figures (item));
}

/**
 * ks_day_cell_dup_last:
 * @item: a row
 *
 * Returns: (transfer full): when its last answer came
 */
char *
ks_day_cell_dup_last (gpointer item, gpointer data)
{
  KsMoment last = ks_day_item_get_figures (item)->last;

  return last != KS_MOMENT_NONE ? dup_time (item, last) : g_strdup ("–");
}

/**
 * ks_day_cell_dup_report:
 * @item: a row
 *
 * Returns: (transfer full): when its working group reported
 */
char *
ks_day_cell_dup_report (gpointer item, gpointer data)
{
  const KsReport *report = ks_day_item_get_figures (item)->work.report;

  if (report == NULL)
    return g_strdup (C_ ("report", "none"));
  return report->reported != KS_MOMENT_NONE ? dup_time (item, report->reported)
                                            : g_strdup (_ ("received"));
}

/**
 * ks_day_cell_dup_publicity:
 * @item: a row
 *
 * Returns: (transfer full): how many kinds of publicity there were
 */
char *
ks_day_cell_dup_publicity (gpointer item, gpointer data)
{
  return g_strdup_printf ("%u/%d", ks_day_item_get_figures (item)->work.n_publicity,
                          KS_N_PUBLICITY);
}

/**
 * ks_day_cell_dup_posts:
 * @item: a row
 *
 * Returns: (transfer full): on how many days before the survey something was posted
 */
char *
ks_day_cell_dup_posts (gpointer item, gpointer data)
{
  return g_strdup_printf ("%u/%d", ks_day_item_get_figures (item)->work.n_post_days, KS_POST_DAYS);
}

/**
 * ks_day_cell_dup_call:
 * @item: a row
 * @calls: (type KsDayCalls**): where the calls stand
 *
 * Returns: (transfer full): the last call, or why none is needed
 */
char *
ks_day_cell_dup_call (gpointer item, gpointer calls)
{
  const KsDayUnit *unit = ks_day_item_get_figures (item);
  const KsCall *call
      = ks_day_calls_get_last (*(KsDayCalls **)calls, ks_unit_get_code (unit->unit));

  if (unit->checking)
    return g_strdup (_ ("figures being compared"));
  if (call != NULL)
    {
      g_autofree char *time = dup_time (item, call->called);
      g_autofree char *words = ks_call_dup_words (call);

      return g_strdup_printf ("%s · %s", time, words);
    }
  return g_strdup (unit->staff > 0 && unit->answers == unit->staff ? _ ("complete") : "–");
}

/**
 * ks_day_cell_mark:
 * @item: a row
 * @news: (type KsNews): what the column tells of, by GINT_TO_POINTER()
 *
 * Returns: (transfer none) (nullable): the style class of a cell that tells something new. It
 *   changes with every list, so that what fades begins again
 */
const char *
ks_day_cell_mark (gpointer item, gpointer news)
{
  static const char *const classes[] = { "news", "news-again" };

  if ((ks_day_item_get_news (item) & (KsNews)GPOINTER_TO_INT (news)) == 0)
    return NULL;
  return classes[ks_day_item_get_round (item) % G_N_ELEMENTS (classes)];
}
