/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-heat-chart.h"

#include "ks-heat-painter.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-participation-chart.h"
#include "ks-shares.h"

struct _KsHeatChart {
  KsChart parent_instance;

  KsHeatSeries series;
  KsHeatLayout layout;
};

G_DEFINE_FINAL_TYPE (KsHeatChart, ks_heat_chart, KS_TYPE_CHART)

static double
ks_heat_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return ks_heat_layout_measure (&KS_HEAT_CHART (chart)->series, context, width);
}

static void
ks_heat_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
  KsHeatChart *self = KS_HEAT_CHART (chart);
  const KsHeatLayout *layout = &self->layout;
  guint n = self->series.n_columns;
  g_autofree cairo_rectangle_t *cells = g_new0 (cairo_rectangle_t, n + 2);

  ks_heat_layout_init (&self->layout, &self->series, context, width);
  cells[0] = (cairo_rectangle_t) { 0, 0, layout->count_right, layout->cell_height };
  for (guint column = 0; column < n; column++)
    ks_heat_layout_get_cell (layout, column, &cells[column + 1]);
  if (layout->mean_right > 0)
    {
      double left = layout->narrow ? layout->count_right
                                   : layout->cell_left + layout->cell_width * n;

      cells[n + 1]
        = (cairo_rectangle_t) { left, 0, layout->mean_right - left, layout->cell_height };
    }
  ks_chart_set_grid (chart, &(KsMarkGrid) {
                              .top = layout->band.top,
                              .pitch = layout->band.pitch,
                              .covered = layout->heading_y + layout->heading_height,
                              .heading = layout->heading_height,
                              .n_rows = self->series.n_rows,
                              .n_columns = n + 1 + (layout->mean_right > 0),
                              .cells = cells,
                            });
}

static void
ks_heat_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  KsHeatChart *self = KS_HEAT_CHART (chart);

  ks_row_band_clip (&self->layout.band, self->series.n_rows, cr);
  ks_heat_paint (&self->series, &self->layout, context, cr);
}

static char *
describe_row (const KsHeatRow *row)
{
  g_autofree char *sentence = ks_participation_dup_sentence (row->label, row->n, row->population);

  if (!row->expandable)
    return g_steal_pointer (&sentence);
  return g_strconcat (sentence,
                      row->expanded ? _("; its units stand below") : _("; its units are folded"),
                      NULL);
}

static char *
describe_cell (const KsHeatRow *row, const KsHeatColumn *column, gint16 share)
{
  g_autofree char *question = column->label != NULL
                                ? g_strconcat (column->id, ". ", column->label, NULL)
                                : g_strdup (column->id);
  g_autofree char *name = g_strconcat (row->label, " – ", question, NULL);
  g_autofree char *figure = NULL;

  if (share < 0)
    return g_strdup_printf (_("%s: too few answers to show results"), name);
  figure = ks_format_percent (share, KS_SHARES_HUNDREDTHS);
  if (row->over)
    return g_strdup_printf (_("%s: %s favourable; the figures are being reconciled"), name,
                            figure);
  return g_strdup_printf (_("%s: %s favourable"), name, figure);
}

static char *
ks_heat_chart_describe (KsChart *chart, guint index, guint column)
{
  KsHeatSeries *series = &KS_HEAT_CHART (chart)->series;
  const KsHeatRow *row = &series->rows[index];
  g_autofree char *mean = NULL;

  if (row->heading)
    return g_strdup (row->label);
  if (column == 0)
    return describe_row (row);
  if (column <= series->n_columns)
    return describe_cell (row, &series->columns[column - 1],
                          series->shares[index * series->n_columns + column - 1]);
  if (row->mean < 0)
    return g_strdup_printf (_("%s: too few answers to show results"), row->label);
  mean = ks_format_percent (row->mean, KS_SHARES_HUNDREDTHS);
  return g_strdup_printf (_("%s – mean of the questions: %s favourable"), row->label, mean);
}

static void
ks_heat_chart_finalize (GObject *object)
{
  KsHeatSeries *series = &KS_HEAT_CHART (object)->series;

  g_free (series->columns);
  g_free (series->rows);
  g_free (series->shares);
  g_free (series->widest_count);
  g_clear_pointer (&series->texts, g_string_chunk_free);
  G_OBJECT_CLASS (ks_heat_chart_parent_class)->finalize (object);
}

static void
ks_heat_chart_class_init (KsHeatChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_heat_chart_finalize;
  chart_class->measure = ks_heat_chart_measure;
  chart_class->lay_out = ks_heat_chart_lay_out;
  chart_class->paint = ks_heat_chart_paint;
  chart_class->describe = ks_heat_chart_describe;
  chart_class->rigid = TRUE;
}

static void
ks_heat_chart_init (KsHeatChart *self)
{
}

static const char *
keep_text (KsHeatSeries *series, const char *text)
{
  return text != NULL ? g_string_chunk_insert (series->texts, text) : NULL;
}

static void
copy_columns (KsHeatSeries *series, const KsHeatColumn *columns)
{
  series->columns = g_memdup2 (columns, series->n_columns * sizeof *columns);
  for (guint i = 0; i < series->n_columns; i++)
    {
      series->columns[i].id = keep_text (series, columns[i].id);
      series->columns[i].label = keep_text (series, columns[i].label);
      series->columns[i].section_label = keep_text (series, columns[i].section_label);
      series->has_sections |= columns[i].section_label != NULL;
    }
}

static void
copy_rows (KsHeatSeries *series, const KsHeatRow *rows)
{
  KsHeatRow widest = { 0 };

  series->rows = g_memdup2 (rows, series->n_rows * sizeof *rows);
  series->shares = g_new (gint16, MAX ((gsize) series->n_rows * series->n_columns, 1));
  for (guint i = 0; i < series->n_rows; i++)
    {
      KsHeatRow *row = &series->rows[i];

      row->id = NULL;
      row->hundredths = NULL;
      row->label = keep_text (series, rows[i].label);
      for (guint k = 0; k < series->n_columns; k++)
        {
          gint64 share = CLAMP (rows[i].hundredths[k], KS_HEAT_NONE, KS_SHARES_HUNDREDTHS);

          series->shares[(gsize) i * series->n_columns + k] = (gint16) share;
          series->has_hidden |= share < 0 && !row->heading;
        }
      series->has_mean |= row->mean >= 0;
      series->has_over |= row->over;
      series->deepest = MAX (series->deepest, row->level);
      widest.n = MAX (widest.n, row->n);
      widest.population = MAX (widest.population, row->population);
    }
  widest.over = series->has_over;
  series->widest_count = ks_heat_dup_count (&widest);
}

/**
 * ks_heat_chart_new:
 * @columns: (array length=n_columns): the questions, copied
 * @n_columns: number of questions
 * @rows: (array length=n_rows): the rows in their order, copied
 * @n_rows: number of rows
 *
 * Returns: (transfer full): a table of their shares
 */
KsHeatChart *
ks_heat_chart_new (const KsHeatColumn *columns, guint n_columns, const KsHeatRow *rows,
                   guint n_rows)
{
  KsHeatChart *self = g_object_new (KS_TYPE_HEAT_CHART, NULL);

  self->series.texts = g_string_chunk_new (4096);
  self->series.n_columns = n_columns;
  self->series.n_rows = n_rows;
  copy_columns (&self->series, columns);
  copy_rows (&self->series, rows);
  return self;
}

/**
 * ks_heat_chart_get_n_columns:
 * @self: a chart
 *
 * Returns: the number of its questions
 */
guint
ks_heat_chart_get_n_columns (KsHeatChart *self)
{
  return self->series.n_columns;
}

typedef struct {
  gint64 low;
  gint64 high;
  guint  n;
} Span;

static void
find_span (const KsHeatRow *rows, guint n_rows, guint level, guint column, Span *span)
{
  *span = (Span) { KS_SHARES_HUNDREDTHS, 0, 0 };
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].level == level && rows[i].hundredths[column] >= 0)
      {
        span->low = MIN (span->low, rows[i].hundredths[column]);
        span->high = MAX (span->high, rows[i].hundredths[column]);
        span->n++;
      }
}

/**
 * ks_heat_dup_title:
 * @columns: (array length=n_columns): the questions
 * @n_columns: number of questions
 * @rows: (array length=n_rows): the rows
 * @n_rows: number of rows
 *
 * The finding as a sentence: the question in which districts (without districts units) differ
 * most, which names none of them; where there is but one, what the questions have on average.
 *
 * Returns: (transfer full): the title
 */
char *
ks_heat_dup_title (const KsHeatColumn *columns, guint n_columns, const KsHeatRow *rows,
                   guint n_rows)
{
  g_autofree char *mean = NULL;

  for (guint level = KS_HEAT_DISTRICT; level <= KS_HEAT_UNIT; level++)
    {
      Span widest = { 0, -1, 0 };
      guint found = 0;
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;

      for (guint column = 0; column < n_columns; column++)
        {
          Span span;

          find_span (rows, n_rows, level, column, &span);
          if (span.n >= 2 && span.high - span.low > widest.high - widest.low)
            {
              widest = span;
              found = column;
            }
        }
      if (widest.n < 2)
        continue;
      low = ks_format_percent (widest.low, KS_SHARES_HUNDREDTHS);
      high = ks_format_percent (widest.high, KS_SHARES_HUNDREDTHS);
      if (level == KS_HEAT_DISTRICT)
        return g_strdup_printf (_("Question %s differs most between districts: from %s to %s"),
                                columns[found].id, low, high);
      return g_strdup_printf (_("Question %s differs most between units: from %s to %s"),
                              columns[found].id, low, high);
    }
  if (n_rows == 0 || rows[0].level == KS_HEAT_UNIT || rows[0].mean < 0)
    return g_strdup (_("Too few answers to show results"));
  mean = ks_format_percent (rows[0].mean, KS_SHARES_HUNDREDTHS);
  return g_strdup_printf (_("On average the questions have %s favourable answers"), mean);
}
