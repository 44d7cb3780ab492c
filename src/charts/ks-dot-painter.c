/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-dot-painter.h"

#include "ks-chart-symbol.h"
#include "ks-i18n.h"
#include "ks-number.h"

#include <math.h>

/* In units of the body font. */
#define RADIUS        5.0
#define INTERVAL      7.0
#define BOUND         1.5
#define CAP           8.0
#define HIDDEN_SHARE  0.7
#define SWATCH        14.0

typedef struct {
  const KsDotSeries *series;
  const KsDotLayout *layout;
  const KsPalette *palette;
  cairo_t *cr;
  KsChartPen pen;
} Painter;

static double
map (const Painter *self, double share)
{
  return ks_scale_map (&self->layout->scale, 100 * share);
}

static void
paint_symbol (const Painter *self, KsDotState state, double x, double y)
{
  static const KsSymbol symbols[] = {
    [KS_DOT_WITHIN] = KS_SYMBOL_DISC,
    [KS_DOT_ABOVE] = KS_SYMBOL_UP,
    [KS_DOT_BELOW] = KS_SYMBOL_DOWN,
    [KS_DOT_OPEN] = KS_SYMBOL_RING,
  };

  ks_symbol_paint (&self->pen, symbols[state], x, y, RADIUS * self->layout->unit);
}

static void
paint_interval (const Painter *self, double left, double right, double y)
{
  double height = INTERVAL * self->layout->unit;
  cairo_rectangle_t rect = { left, y - height / 2, right - left, height };

  ks_chart_pen_fill (&self->pen, &rect, &self->palette->interval);
}

static void
paint_bounds (const Painter *self, double left, double right, double y)
{
  double width = BOUND * self->layout->unit;
  double cap = CAP * self->layout->unit;

  ks_colour_set (&self->palette->bound, self->cr);
  cairo_rectangle (self->cr, left, y - width / 2, right - left, width);
  cairo_rectangle (self->cr, left, y - cap / 2, width, cap);
  cairo_rectangle (self->cr, right - width, y - cap / 2, width, cap);
  cairo_fill (self->cr);
}

static void
paint_legend_entry (const Painter *self, guint entry)
{
  const KsLegend *legend = &self->layout->legend;
  double left = legend->x[entry];
  double size = SWATCH * self->layout->unit;
  double y = ks_chart_pen_snap (&self->pen, legend->y[entry]);
  KsDotKey key = self->layout->keys[entry];

  switch (key)
    {
    case KS_DOT_KEY_INTERVAL:
      paint_interval (self, left, left + size, y);
      break;
    case KS_DOT_KEY_BOUNDS:
      paint_bounds (self, left, left + size, y);
      break;
    case KS_DOT_KEY_ABOVE:
      paint_symbol (self, KS_DOT_ABOVE, left + size / 2, y);
      break;
    case KS_DOT_KEY_BELOW:
      paint_symbol (self, KS_DOT_BELOW, left + size / 2, y);
      break;
    case KS_DOT_KEY_OVER:
      paint_symbol (self, KS_DOT_OPEN, left + size / 2, y);
      break;
    case KS_DOT_KEY_SHARE:
    case KS_N_DOT_KEYS:
    default:
      paint_symbol (self, KS_DOT_WITHIN, left + size / 2, y);
    }
  ks_legend_show (legend, &self->pen, entry, ks_dot_key_text (key, self->pen.context));
}

static void
show_heading (const Painter *self, const char *text, double right)
{
  if (right > 0)
    ks_chart_context_show_heading (self->pen.context, self->cr, text, KS_ALIGN_RIGHT, right,
                                   self->layout->header_y, -1);
}

static void
paint_header (const Painter *self)
{
  const KsDotLayout *layout = self->layout;
  double half;

  ks_colour_set (&self->palette->secondary, self->cr);
  show_heading (self, ks_chart_good_heading (self->pen.context), layout->share_right);
  show_heading (self, "n/N", layout->count_right);
  show_heading (self, ks_dot_interval_heading (self->pen.context), layout->interval_right);
  show_heading (self, ks_dot_bounds_heading (self->pen.context), layout->bounds_right);
  if (self->series->reference < 0)
    return;
  half = ks_chart_context_measure (self->pen.context, self->series->reference_label,
                                   KS_TEXT_CAPTION_BOLD)
         / 2;
  ks_colour_set (&self->palette->text, self->cr);
  ks_chart_pen_show (&self->pen, self->series->reference_label, KS_TEXT_CAPTION_BOLD,
                     KS_ALIGN_CENTRE,
                     CLAMP (map (self, self->series->reference), layout->scale.start + half,
                            MAX (layout->scale.end - half, layout->scale.start + half)),
                     layout->reference_y, layout->scale.end - layout->scale.start);
}

/* "86–96%"; whole per cents are as exact as so few answers allow. */
static char *
format_span (double low, double high)
{
  g_autofree char *from = ks_format_decimal (100 * low, 0);
  g_autofree char *to = ks_format_share (high, 0);

  return g_strconcat (from, "–", to, NULL);
}

static void
show_span (const Painter *self, gboolean known, double low, double high, const char *otherwise,
           double right, double y)
{
  g_autofree char *text = known ? format_span (low, high) : g_strdup (otherwise);

  if (right <= 0)
    return;
  ks_chart_pen_show (&self->pen, text, KS_TEXT_CAPTION, KS_ALIGN_RIGHT, right, y, -1);
}

static void
show_certainty (const Painter *self, const KsDotRow *row, double y)
{
  const KsDotLayout *layout = self->layout;
  const char *all = ks_chart_context_say (self->pen.context, N_("everybody"), "đủ người");
  const char *note = row->note;
  double right = MAX (layout->bounds_right, layout->interval_right);

  if (note == NULL && row->over)
    note = ks_chart_reconciling_text (self->pen.context);
  if (note != NULL && right > 0)
    {
      ks_colour_set (&self->palette->text, self->cr);
      ks_chart_pen_show (&self->pen, note, KS_TEXT_CAPTION, KS_ALIGN_RIGHT, right, y,
                         right - layout->count_right - 4 * layout->unit);
      return;
    }
  show_span (self, row->has_interval && !row->complete, row->low, row->high,
             row->complete ? all : "–", layout->interval_right, y);
  show_span (self, ks_dot_row_has_bounds (row), row->bound_low, row->bound_high,
             row->complete && layout->interval_right <= 0 ? all : "–", layout->bounds_right, y);
}

static void
paint_figures (const Painter *self, const KsDotRow *row, double y)
{
  g_autofree char *share = ks_format_share (row->share, 2);
  g_autofree char *count = ks_dot_row_dup_count (row);

  ks_colour_set (&self->palette->text, self->cr);
  ks_chart_pen_show (&self->pen, share, KS_TEXT_ROW_BOLD, KS_ALIGN_RIGHT,
                     self->layout->share_right, y, -1);
  ks_chart_pen_show (&self->pen, count, KS_TEXT_CAPTION, KS_ALIGN_RIGHT,
                     self->layout->count_right, y, -1);
  ks_colour_set (&self->palette->secondary, self->cr);
  show_certainty (self, row, y);
}

static void
paint_plot (const Painter *self, const KsDotRow *row, double y)
{
  gboolean paper = self->pen.context->paper;
  KsDotState state = ks_dot_row_get_state (row, self->series->reference);

  if (ks_dot_row_has_bounds (row))
    paint_bounds (self, map (self, row->bound_low), map (self, row->bound_high), y);
  if (row->has_interval && !row->complete && !row->over && !paper)
    paint_interval (self, map (self, row->low), map (self, row->high), y);
  paint_symbol (self, paper && state != KS_DOT_OPEN ? KS_DOT_WITHIN : state,
                map (self, row->share), y);
}

static void
paint_hidden (const Painter *self, const KsDotRow *row, double middle, double y)
{
  const KsDotLayout *layout = self->layout;
  double height = 2 * layout->band.half * HIDDEN_SHARE;
  cairo_rectangle_t rect = { layout->scale.start, middle - height / 2,
                             layout->scale.end - layout->scale.start, height };
  const char *reason = row->note;

  if (reason == NULL)
    reason = row->shown ? ks_chart_no_answers_text (self->pen.context)
                        : ks_chart_too_few_text (self->pen.context);
  ks_chart_pen_fill_hidden (&self->pen, &rect, reason);
  ks_chart_pen_show (&self->pen, "–", KS_TEXT_ROW, KS_ALIGN_RIGHT, layout->share_right, y, -1);
}

static void
paint_row (const Painter *self, guint place)
{
  const KsDotLayout *layout = self->layout;
  const KsDotRow *row = &self->series->rows[place];
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;
  double middle = ks_chart_pen_snap (&self->pen, ks_row_band_middle (&layout->band, place));

  ks_chart_pen_show_label (&self->pen, row->label, KS_TEXT_ROW, layout->narrow,
                           layout->label_left, layout->label_right, y);
  if (!ks_dot_row_has_figure (row))
    {
      paint_hidden (self, row, middle, y);
      return;
    }
  paint_plot (self, row, middle);
  paint_figures (self, row, y);
}

/* Over the rows that are scrolled behind it. */
static void
paint_heading (const Painter *self)
{
  const KsDotLayout *layout = self->layout;
  const cairo_rectangle_t ground = { 0, layout->heading_top, layout->width,
                                     layout->heading_height };
  const cairo_rectangle_t edge = { 0, layout->heading_top + layout->heading_height - 1,
                                   layout->width, 1 };

  if (layout->heading_height > 0)
    {
      ks_chart_pen_fill (&self->pen, &ground, &self->palette->card);
      ks_chart_pen_fill (&self->pen, &edge, &self->palette->grid);
      ks_chart_pen_axis (&self->pen, &(KsRowBand) { 0 }, &layout->scale, layout->tick_step,
                         layout->upper_axis_y, layout->width);
    }
  paint_header (self);
}

/**
 * ks_dot_paint:
 * @series: the rows
 * @layout: their places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints legend, headings, axis and the rows within the layout's band.
 */
void
ks_dot_paint (const KsDotSeries *series, const KsDotLayout *layout,
              const KsChartContext *context, cairo_t *cr)
{
  Painter painter = { series, layout, context->palette, cr, { context, cr } };

  for (guint i = 0; i < layout->legend.n_entries; i++)
    paint_legend_entry (&painter, i);
  if (series->n_rows == 0)
    return;
  for (guint i = layout->band.first; i < layout->band.end; i++)
    ks_chart_pen_tint_row (&painter.pen, &layout->band, i, layout->width);
  ks_chart_pen_axis (&painter.pen, &layout->band, &layout->scale, layout->tick_step,
                     layout->axis_y, layout->width);
  if (series->reference >= 0)
    ks_chart_pen_reference (&painter.pen, &layout->band, map (&painter, series->reference));
  for (guint i = layout->band.first; i < layout->band.end; i++)
    paint_row (&painter, i);
  paint_heading (&painter);
}
