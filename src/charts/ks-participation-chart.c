/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-chart.h"

#include "ks-chart-context.h"
#include "ks-i18n.h"
#include "ks-number.h"

struct _KsParticipationChart {
  KsChart parent_instance;

  guint n_rows;
};

G_DEFINE_FINAL_TYPE (KsParticipationChart, ks_participation_chart, KS_TYPE_CHART)

static double
ks_participation_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return KS_PARTICIPATION_CHART (chart)->n_rows * 2 * context->em;
}

static void
ks_participation_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
}

static void
ks_participation_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
}

static void
ks_participation_chart_class_init (KsParticipationChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  chart_class->measure = ks_participation_chart_measure;
  chart_class->lay_out = ks_participation_chart_lay_out;
  chart_class->paint = ks_participation_chart_paint;
}

static void
ks_participation_chart_init (KsParticipationChart *self)
{
}

KsParticipationChart *
ks_participation_chart_new (const KsParticipationRow *rows, guint n_rows)
{
  KsParticipationChart *self = g_object_new (KS_TYPE_PARTICIPATION_CHART, NULL);

  self->n_rows = n_rows;
  return self;
}

guint
ks_participation_chart_get_n_rows (KsParticipationChart *self)
{
  return self->n_rows;
}

/* The rows with the lowest and the highest rate, compared on integers. */
static gboolean
find_span (const KsParticipationRow *rows, guint n_rows, guint *low, guint *high)
{
  gboolean found = FALSE;

  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].staff <= 0)
        continue;
      if (!found || rows[i].answers * rows[*low].staff < rows[*low].answers * rows[i].staff)
        *low = i;
      if (!found || rows[i].answers * rows[*high].staff > rows[*high].answers * rows[i].staff)
        *high = i;
      found = TRUE;
    }
  return found;
}

/**
 * ks_participation_dup_title:
 * @answers: counted answers of the whole
 * @staff: officials of the whole
 * @rows: (array length=n_rows): its districts or units
 * @n_rows: number of rows
 *
 * The finding as a sentence: the whole and the span of its parts, which names none.
 *
 * Returns: (transfer full): the title
 */
char *
ks_participation_dup_title (gint64 answers, gint64 staff, const KsParticipationRow *rows,
                            guint n_rows)
{
  guint low = 0;
  guint high = 0;
  g_autofree char *rate = ks_format_percent (answers, staff);
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (n_rows < 2 || !find_span (rows, n_rows, &low, &high))
    return g_strdup_printf (_("Participation is %s"), rate);
  lowest = ks_format_percent (rows[low].answers, rows[low].staff);
  highest = ks_format_percent (rows[high].answers, rows[high].staff);
  if (rows[0].n_units > 0)
    return g_strdup_printf (_("The whole province reached %s; districts from %s to %s"), rate, lowest,
                            highest);
  return g_strdup_printf (_("Participation is %s; units from %s to %s"), rate, lowest, highest);
}
