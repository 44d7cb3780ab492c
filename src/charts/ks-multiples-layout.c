/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-multiples-layout.h"

#include <math.h>

/* In units of the body font. */
#define PANEL_LEAST   215.0
#define PANEL_MOST    420.0
#define PANEL_GAP     26.0
#define LINE_GAP      12.0
#define TITLE_LINE    24.0
#define PITCH         17.0
#define PITCH_ONE     26.0
#define BAR_SHARE     0.68
#define AXIS_LINE     20.0
#define LEGEND_GAP    6.0
#define GAP           8.0
#define ROUND_PERCENT 5.0

static guint
count_across (const KsMultiplesLayout *self, guint n_panels)
{
  double fit = (self->width + PANEL_GAP * self->unit) / ((PANEL_LEAST + PANEL_GAP) * self->unit);
  guint most = (guint) MAX (fit, 1);
  guint n_lines = (MAX (n_panels, 1) + most - 1) / most;

  /* As many in each line as in the others, so far as they go. */
  return (MAX (n_panels, 1) + n_lines - 1) / n_lines;
}

/**
 * ks_multiples_item_get_series:
 * @self: a panel
 *
 * Of so many panels few are seen at once: what one prints is made when it is asked for.
 *
 * Returns: (transfer none): its questions with all that they print
 */
const KsLikertSeries *
ks_multiples_item_get_series (KsMultiplesItem *self)
{
  g_autofree KsLikertRow *rows = NULL;

  if (self->series != NULL)
    return self->series;
  rows = g_new (KsLikertRow, MAX (self->n_rows, 1));
  for (guint i = 0; i < self->n_rows; i++)
    rows[i] = self->rows[i].row;
  self->series = ks_likert_series_new (rows, self->n_rows, KS_LIKERT_AS_GIVEN);
  return self->series;
}

static double
measure_ids (const KsMultiplesSeries *series, const KsChartContext *context)
{
  double width = 0;

  if (series->most < 2)
    return 0;
  for (guint i = 0; i < series->items->len; i++)
    {
      const KsMultiplesItem *item = &g_array_index (series->items, KsMultiplesItem, i);

      /* The questions of one are those of all. */
      if (item->n_rows < series->most)
        continue;
      for (guint k = 0; k < item->n_rows; k++)
        width = MAX (width, ks_chart_context_measure (context, item->rows[k].row.id,
                                                      KS_TEXT_CAPTION));
      break;
    }
  return width + GAP * context->unit;
}

static void
place_panels (KsMultiplesLayout *self, const KsMultiplesSeries *series)
{
  double unit = self->unit;
  double width;

  self->n_across = count_across (self, series->items->len);
  width = (self->width - (self->n_across - 1) * PANEL_GAP * unit) / self->n_across;
  self->panel_width = MIN (width, PANEL_MOST * unit);
  self->panel_step = self->panel_width + PANEL_GAP * unit;
  self->labelled = series->most < 2;
  self->pitch = (self->labelled ? PITCH_ONE : PITCH) * unit;
  self->bar_height = BAR_SHARE * self->pitch;
  self->title_y = TITLE_LINE / 2 * unit;
  self->rows_top = TITLE_LINE * unit;
  self->axis_y = self->rows_top + self->pitch * series->most + AXIS_LINE / 2 * unit;
  self->panel_height = self->rows_top + self->pitch * series->most + AXIS_LINE * unit;
  self->line_step = self->panel_height + LINE_GAP * unit;
}

static void
place_scale (KsMultiplesLayout *self, const KsMultiplesSeries *series,
             const KsChartContext *context)
{
  double figure = ks_chart_context_measure (context, "100,00%", KS_TEXT_CAPTION);

  self->figure_right = self->panel_width;
  self->scale.start = measure_ids (series, context);
  self->scale.end
    = MAX (self->panel_width - figure - GAP * self->unit, self->scale.start + 1);
  self->scale.from = -MAX (ceil (series->left / ROUND_PERCENT), 1) * ROUND_PERCENT;
  self->scale.to = MAX (ceil (series->right / ROUND_PERCENT), 1) * ROUND_PERCENT;
}

/**
 * ks_multiples_layout_init:
 * @self: a layout on the stack
 * @series: the panels
 * @context: where the chart stands
 * @width: its width
 *
 * Places everything. Panels are as high as they are, whatever room there is.
 */
void
ks_multiples_layout_init (KsMultiplesLayout *self, const KsMultiplesSeries *series,
                          const KsChartContext *context, double width)
{
  *self = (KsMultiplesLayout) { .width = width, .unit = context->unit };
  place_panels (self, series);
  ks_likert_legend_place (&self->legend, series->legend, FALSE, context, width,
                          self->n_across > 1);
  self->top = ks_legend_height (&self->legend, context) + LEGEND_GAP * self->unit;
  self->end = series->items->len;
  place_scale (self, series, context);
}

/**
 * ks_multiples_layout_measure:
 * @series: the panels
 * @context: where the chart stands
 * @width: its width
 *
 * Returns: the height that it needs
 */
double
ks_multiples_layout_measure (const KsMultiplesSeries *series, const KsChartContext *context,
                             double width)
{
  KsMultiplesLayout layout;
  guint n = series->items->len;

  ks_multiples_layout_init (&layout, series, context, width);
  return ceil (layout.top + (n + layout.n_across - 1) / layout.n_across * layout.line_step);
}

/**
 * ks_multiples_layout_clip:
 * @self: a layout
 * @n_panels: number of panels
 * @cr: where they are painted
 *
 * Sets the panels to paint to those in the lines that the clip of @cr shows.
 */
void
ks_multiples_layout_clip (KsMultiplesLayout *self, guint n_panels, cairo_t *cr)
{
  KsRowBand lines = { .top = self->top, .pitch = self->line_step };

  ks_row_band_clip (&lines, (n_panels + self->n_across - 1) / self->n_across, cr);
  self->first = lines.first * self->n_across;
  self->end = MIN (lines.end * self->n_across, n_panels);
}

/**
 * ks_multiples_layout_get_corner:
 * @self: a layout
 * @panel: a panel
 * @x: (out): its left edge
 * @y: (out): its upper edge
 */
void
ks_multiples_layout_get_corner (const KsMultiplesLayout *self, guint panel, double *x, double *y)
{
  *x = panel % self->n_across * self->panel_step;
  *y = self->top + panel / self->n_across * self->line_step;
}
