/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-profile-chart.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-profile-layout.h"
#include "ks-shares.h"

struct _KsProfileChart {
  KsChart parent_instance;

  KsProfileSeries series;
  KsProfileLayout layout;
};

G_DEFINE_FINAL_TYPE (KsProfileChart, ks_profile_chart, KS_TYPE_CHART)

static double
ks_profile_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return ks_profile_layout_measure (&KS_PROFILE_CHART (chart)->series, context, width);
}

static void
ks_profile_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
  KsProfileChart *self = KS_PROFILE_CHART (chart);
  const KsRowBand *band = &self->layout.band;

  ks_profile_layout_init (&self->layout, &self->series, context, width, height);
  for (guint i = 0; i < self->series.n_rows; i++)
    ks_chart_add_mark (chart,
                       &(cairo_rectangle_t) { 0, band->top + i * band->pitch, width, band->pitch },
                       i, 0);
}

static void
ks_profile_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  KsProfileChart *self = KS_PROFILE_CHART (chart);

  ks_row_band_clip (&self->layout.band, self->series.n_rows, cr);
  ks_profile_paint (&self->series, &self->layout, context, cr);
}

static char *
ks_profile_chart_describe (KsChart *chart, guint index, guint column)
{
  KsProfileSeries *series = &KS_PROFILE_CHART (chart)->series;
  const KsProfileRow *row = &series->rows[index];
  const char *parting = " –";
  g_autoptr (GString) text = g_string_new (row->id);

  g_string_append_printf (text, "%s%s", row->id != NULL ? ". " : "", row->label);
  for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
    {
      gint64 share = ks_profile_row_get_share (row, scope);
      g_autofree char *figure
        = share < 0 ? g_strdup (_("too few answers to show results"))
                    : ks_format_percent (share, KS_SHARES_HUNDREDTHS);

      if (series->names[scope] == NULL)
        continue;
      g_string_append_printf (text, "%s %s: %s", parting, series->names[scope], figure);
      parting = ";";
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
ks_profile_chart_finalize (GObject *object)
{
  KsProfileSeries *series = &KS_PROFILE_CHART (object)->series;

  for (guint i = 0; i < series->n_rows; i++)
    {
      g_free ((char *) series->rows[i].id);
      g_free ((char *) series->rows[i].label);
    }
  g_free (series->rows);
  for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
    g_free (series->names[scope]);
  G_OBJECT_CLASS (ks_profile_chart_parent_class)->finalize (object);
}

static void
ks_profile_chart_class_init (KsProfileChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_profile_chart_finalize;
  chart_class->measure = ks_profile_chart_measure;
  chart_class->lay_out = ks_profile_chart_lay_out;
  chart_class->paint = ks_profile_chart_paint;
  chart_class->describe = ks_profile_chart_describe;
}

static void
ks_profile_chart_init (KsProfileChart *self)
{
}

/**
 * ks_profile_chart_new:
 * @rows: (array length=n_rows): the questions in their order, copied
 * @n_rows: number of questions
 * @names: whose shares they are, copied
 *
 * Returns: (transfer full): a chart of their shares
 */
KsProfileChart *
ks_profile_chart_new (const KsProfileRow *rows, guint n_rows, const KsProfileNames *names)
{
  KsProfileChart *self = g_object_new (KS_TYPE_PROFILE_CHART, NULL);
  KsProfileSeries *series = &self->series;
  const char *const given[KS_N_PROFILE_SCOPES] = { names->unit, names->district, names->province };

  series->rows = g_memdup2 (rows, n_rows * sizeof *rows);
  series->n_rows = n_rows;
  series->surveys = names->surveys;
  series->lowest = KS_SHARES_HUNDREDTHS;
  for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
    series->names[scope] = g_strdup (given[scope]);
  for (guint i = 0; i < n_rows; i++)
    {
      series->rows[i].id = g_strdup (rows[i].id);
      series->rows[i].label = g_strdup (rows[i].label);
      for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
        if (given[scope] != NULL && ks_profile_row_get_share (&rows[i], scope) >= 0)
          series->lowest
            = MIN (series->lowest, ks_profile_row_get_share (&rows[i], scope));
    }
  return self;
}

/**
 * ks_profile_dup_title:
 * @rows: (array length=n_rows): the questions
 * @n_rows: number of questions
 * @names: whose shares they are
 *
 * The finding as a sentence: in how many questions the first scope lies above the next.
 *
 * Returns: (transfer full): the title
 */
char *
ks_profile_dup_title (const KsProfileRow *rows, guint n_rows, const KsProfileNames *names)
{
  guint first = names->unit != NULL ? 0 : 1;
  guint second = names->unit != NULL && names->district != NULL ? 1 : 2;
  const char *name = second == 1 ? names->district : names->province;
  guint n_above = 0;
  guint n_shown = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      gint64 own = ks_profile_row_get_share (&rows[i], first);
      gint64 other = ks_profile_row_get_share (&rows[i], second);

      if (own < 0 || other < 0)
        continue;
      n_shown++;
      n_above += own > other;
    }
  if (n_shown == 0 || name == NULL)
    return g_strdup (_("Too few answers to show results"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u question lies above %s",
                                       "%u of %u questions lie above %s", n_shown),
                          n_above, n_shown, name);
}
