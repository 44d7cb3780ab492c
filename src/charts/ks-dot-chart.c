/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-dot-chart.h"

#include "ks-dot-painter.h"
#include "ks-i18n.h"
#include "ks-number.h"

#include <math.h>

struct _KsDotChart {
  KsChart parent_instance;

  KsDotSeries series;
  KsDotLayout layout;
};

G_DEFINE_FINAL_TYPE (KsDotChart, ks_dot_chart, KS_TYPE_CHART)

static double
ks_dot_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return ks_dot_layout_measure (&KS_DOT_CHART (chart)->series, context, width);
}

static void
ks_dot_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
  KsDotChart *self = KS_DOT_CHART (chart);
  const KsRowBand *band = &self->layout.band;

  ks_dot_layout_init (&self->layout, &self->series, context, width, height);
  ks_chart_set_grid (chart, &(KsMarkGrid) {
                              .top = band->top,
                              .pitch = band->pitch,
                              .covered = self->layout.heading_top + self->layout.heading_height,
                              .heading = self->layout.heading_height,
                              .n_rows = self->series.n_rows,
                              .n_columns = 1,
                              .cells = &(cairo_rectangle_t) { 0, 0, width, band->pitch },
                            });
}

static void
ks_dot_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  KsDotChart *self = KS_DOT_CHART (chart);

  ks_row_band_clip (&self->layout.band, self->series.n_rows, cr);
  ks_dot_paint (&self->series, &self->layout, context, cr);
}

static char *
format_span (double low, double high)
{
  g_autofree char *from = ks_format_share (low, 2);
  g_autofree char *to = ks_format_share (high, 2);

  return g_strconcat (from, " – ", to, NULL);
}

static void
add_certainty (GString *text, const KsDotRow *row, double reference)
{
  KsDotState state = ks_dot_row_get_state (row, reference);
  g_autofree char *estimate = format_span (row->low, row->high);
  g_autofree char *bounds = format_span (row->bound_low, row->bound_high);

  if (row->over)
    g_string_append (text, _("; more answers than staff: the figures are being reconciled"));
  else if (row->complete)
    g_string_append (text, _("; everybody answered"));
  else if (row->has_interval)
    g_string_append_printf (text, _("; estimate (95%%) %s"), estimate);
  if (ks_dot_row_has_bounds (row))
    g_string_append_printf (text, _("; lowest to highest possible %s"), bounds);
  if (reference >= 0 && state == KS_DOT_ABOVE)
    g_string_append (text, _("; clearly above the whole"));
  if (reference >= 0 && state == KS_DOT_BELOW)
    g_string_append (text, _("; clearly below the whole"));
  if (row->note != NULL)
    g_string_append_printf (text, "; %s", row->note);
}

static char *
ks_dot_chart_describe (KsChart *chart, guint index, guint column)
{
  KsDotChart *self = KS_DOT_CHART (chart);
  const KsDotRow *row = &self->series.rows[index];
  g_autofree char *x = ks_format_count (row->x);
  g_autofree char *count = ks_dot_row_dup_count (row);
  g_autofree char *n = ks_format_count (row->n);
  g_autofree char *share = ks_format_share (row->share, 2);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!row->shown && row->note != NULL)
    return g_strdup_printf ("%s: %s", row->label, row->note);
  if (!row->shown)
    return g_strdup_printf (_("%s: too few answers to show results"), row->label);
  if (row->n <= 0)
    return g_strdup_printf (_("%s: no answers"), row->label);
  g_string_append_printf (text, _("%s: %s of %s answers favourable, %s"), row->label, x, n, share);
  if (row->population > 0)
    g_string_append_printf (text, "; n/N = %s", count);
  add_certainty (text, row, self->series.reference);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
ks_dot_chart_finalize (GObject *object)
{
  KsDotSeries *series = &KS_DOT_CHART (object)->series;

  for (guint i = 0; i < series->n_rows; i++)
    {
      g_free ((char *) series->rows[i].id);
      g_free ((char *) series->rows[i].label);
      g_free ((char *) series->rows[i].note);
    }
  g_free (series->rows);
  g_free (series->reference_label);
  g_free (series->count_heading);
  G_OBJECT_CLASS (ks_dot_chart_parent_class)->finalize (object);
}

static void
ks_dot_chart_class_init (KsDotChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_dot_chart_finalize;
  chart_class->measure = ks_dot_chart_measure;
  chart_class->lay_out = ks_dot_chart_lay_out;
  chart_class->paint = ks_dot_chart_paint;
  chart_class->describe = ks_dot_chart_describe;
}

static void
ks_dot_chart_init (KsDotChart *self)
{
}

static void
note_row (KsDotSeries *series, const KsDotRow *row)
{
  KsDotState state = ks_dot_row_get_state (row, series->reference);

  if (!ks_dot_row_has_figure (row))
    return;
  series->lowest = MIN (series->lowest, row->share);
  series->has_key[KS_DOT_KEY_SHARE] = TRUE;
  series->has_key[KS_DOT_KEY_OVER] |= state == KS_DOT_OPEN;
  series->has_key[KS_DOT_KEY_ABOVE] |= state == KS_DOT_ABOVE;
  series->has_key[KS_DOT_KEY_BELOW] |= state == KS_DOT_BELOW;
  if (row->has_interval && !row->complete && !row->over)
    {
      series->has_key[KS_DOT_KEY_INTERVAL] = TRUE;
      series->lowest = MIN (series->lowest, row->low);
    }
  if (ks_dot_row_has_bounds (row))
    {
      series->has_key[KS_DOT_KEY_BOUNDS] = TRUE;
      series->lowest = MIN (series->lowest, row->bound_low);
    }
}

/**
 * ks_dot_chart_new:
 * @rows: (array length=n_rows): units or districts in their order, copied
 * @n_rows: number of rows
 * @reference: the share they are compared with, 0…1; negative: none
 * @reference_label: (nullable): what it is: "toàn tỉnh"
 *
 * Returns: (transfer full): a chart of their shares
 */
KsDotChart *
ks_dot_chart_new (const KsDotRow *rows, guint n_rows, double reference,
                  const char *reference_label)
{
  KsDotChart *self = g_object_new (KS_TYPE_DOT_CHART, NULL);
  KsDotSeries *series = &self->series;
  g_autofree char *figure = ks_format_share (reference, 2);
  KsDotRow widest = { 0 };

  series->rows = g_memdup2 (rows, n_rows * sizeof *rows);
  series->n_rows = n_rows;
  series->reference = reference;
  series->lowest = MIN (1, reference >= 0 ? reference : 1);
  series->reference_label = g_strjoin (" ", reference_label != NULL ? reference_label : figure,
                                       reference_label != NULL ? figure : NULL, NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      series->rows[i].id = g_strdup (rows[i].id);
      series->rows[i].label = g_strdup (rows[i].label);
      series->rows[i].note = g_strdup (rows[i].note);
      widest.n = MAX (widest.n, rows[i].n);
      widest.population = MAX (widest.population, rows[i].population);
      note_row (series, &rows[i]);
    }
  series->count_heading = ks_dot_row_dup_count (&widest);
  return self;
}

/**
 * ks_dot_row_get_state:
 * @row: a row
 * @reference: the share it is compared with; negative: none
 *
 * Returns: where its estimate lies: off the reference only where the whole of it does
 */
KsDotState
ks_dot_row_get_state (const KsDotRow *row, double reference)
{
  double low = row->complete ? row->share : row->low;
  double high = row->complete ? row->share : row->high;

  if (row->over)
    return KS_DOT_OPEN;
  if (reference < 0 || (!row->complete && !row->has_interval))
    return KS_DOT_WITHIN;
  if (low > reference)
    return KS_DOT_ABOVE;
  return high < reference ? KS_DOT_BELOW : KS_DOT_WITHIN;
}

/**
 * ks_dot_dup_title:
 * @rows: (array length=n_rows): the rows of a chart
 * @n_rows: number of rows
 * @reference: the share they are compared with
 *
 * The finding as a sentence: how many do not differ, which names none. Rows that are not shown or
 * being reconciled are none of those.
 *
 * Returns: (transfer full): the title
 */
char *
ks_dot_dup_title (const KsDotRow *rows, guint n_rows, double reference)
{
  guint n_within = 0;
  guint n_shown = 0;
  g_autofree char *figure = ks_format_share (reference, 2);
  g_autofree char *all = ks_format_count (n_rows);
  g_autofree char *within = NULL;

  for (guint i = 0; i < n_rows; i++)
    if (ks_dot_row_has_figure (&rows[i]))
      {
        n_shown++;
        n_within += ks_dot_row_get_state (&rows[i], reference) == KS_DOT_WITHIN;
      }
  if (n_shown == 0)
    return g_strdup (_("Too few answers to show results"));
  within = ks_format_count (n_within);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s of %s unit does not clearly differ from the whole (%s)",
                                       "%s of %s units do not clearly differ from the whole (%s)",
                                       n_rows),
                          within, all, figure);
}
