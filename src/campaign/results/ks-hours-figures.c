/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-hours-figures.h"

#include "ks-i18n.h"
#include "ks-number.h"

#define HOUR 3600

/* What came so far is not told behind an hour that is not: it would tell that hour. */
static void
add_sum (KsFigures *table, const KsHours *hours, gint64 sum)
{
  if (sum >= 0)
    ks_figures_add_count (table, sum);
  else
    ks_figures_add_none (table);
  if (sum >= 0 && hours->staff > 0)
    ks_figures_add_hundredths (table, ks_count_hundredths (sum, hours->staff));
  else
    ks_figures_add_none (table);
}

static void
add_hour (KsFigures *table, const KsHours *hours, guint i, gint64 sum)
{
  KsMoment start = hours->first + (KsMoment) i * HOUR;
  g_autofree char *from = ks_hour_dup_label (start);
  g_autofree char *to = ks_hour_dup_label (start + HOUR);
  g_autofree char *name = g_strdup_printf ("%s – %s", from, to);

  ks_figures_add_row (table, KS_FIGURE_ROW, KS_FIGURE_NO_KEY);
  ks_figures_add_text (table, name);
  if (hours->counts[i] >= 0)
    ks_figures_add_count (table, hours->counts[i]);
  else
    ks_figures_add_text (table, "<5");
  add_sum (table, hours, sum);
}

/**
 * ks_hours_create_figures:
 * @hours: the hours of a survey
 *
 * Returns: (transfer full): the table behind their chart, up to the moment of the figures
 */
KsFigures *
ks_hours_create_figures (const KsHours *hours)
{
  KsFigures *table = ks_figures_new ();
  gint64 sum = 0;

  ks_figures_add_column (table, _("Hour"), KS_FIGURE_TEXT);
  ks_figures_add_column (table, _("Sheets received"), KS_FIGURE_NUMBER);
  ks_figures_add_column (table, _("So far"), KS_FIGURE_NUMBER);
  ks_figures_add_column (table, _("Rate %"), KS_FIGURE_STRONG);
  for (guint i = ks_hours_find_first (hours); i < hours->n_hours; i++)
    if (hours->as_of != KS_MOMENT_NONE && hours->first + (KsMoment) i * HOUR <= hours->as_of)
      {
        sum = sum < 0 || hours->counts[i] < 0 ? -1 : sum + hours->counts[i];
        add_hour (table, hours, i, sum);
      }
  return table;
}
