/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-painter.h"

#include <math.h>

/* In units of the body font. */
#define LABEL_LEAST  26.0
#define LABEL_MARGIN 4.0
#define ZERO_WIDTH   1.5
#define GRID_OVER    6.0
#define PAPER_PARTING 0.5
#define HATCH_GAP    5.0

typedef struct {
  const KsLikertSeries *series;
  const KsLikertLayout *layout;
  const KsChartContext *context;
  cairo_t *cr;
  KsChartPen pen;
} Painter;

static void
set_colour (const Painter *self, const KsColour *colour)
{
  ks_colour_set (colour, self->cr);
}

static void
show (const Painter *self, const char *text, KsTextStyle style, KsAlign align, double x, double y,
      double width)
{
  ks_chart_pen_show (&self->pen, text, style, align, x, y, width);
}

/* The worst level of a paper is hatched: grey alone does not tell it from the best. */
static gboolean
needs_hatch (const Painter *self, guint colour)
{
  return self->context->paper && colour == KS_MAX_LEVELS - 1;
}

static void
fill_level (const Painter *self, const cairo_rectangle_t *rect, guint colour)
{
  ks_chart_pen_fill (&self->pen, rect, &self->context->palette->level[colour]);
  if (needs_hatch (self, colour))
    ks_chart_context_hatch (self->context, self->cr, rect, &self->context->palette->card);
}

static void
paint_legend_entry (const Painter *self, guint entry)
{
  const KsLegend *legend = &self->layout->legend;
  const KsPalette *palette = self->context->palette;
  guint n_levels = self->series->legend->row.n_levels;
  guint level = n_levels - 1 - entry;
  guint colour;

  if (entry >= n_levels)
    {
      ks_chart_pen_fill_swatch (&self->pen, legend->x[entry], legend->y[entry], NULL,
                                &palette->hatch, TRUE);
      ks_legend_show (legend, &self->pen, entry, ks_likert_dont_know_heading (self->context));
      return;
    }
  colour = ks_palette_level (level, n_levels);
  ks_chart_pen_fill_swatch (&self->pen, legend->x[entry], legend->y[entry],
                            &palette->level[colour],
                            needs_hatch (self, colour) ? &palette->card : NULL, FALSE);
  ks_legend_show (legend, &self->pen, entry, self->series->legend->row.levels[level]);
}

static void
show_heading (const Painter *self, const char *text, KsAlign align, double x)
{
  ks_chart_context_show_heading (self->context, self->cr, text, align, x, self->layout->header_y);
}

static void
paint_header (const Painter *self)
{
  const KsLikertLayout *layout = self->layout;
  g_autofree char *labels = ks_likert_dup_label_heading (self->series, self->context);
  g_autofree char *n = ks_likert_dup_n_text (self->series, NULL);

  set_colour (self, &self->context->palette->secondary);
  show (self, labels, KS_TEXT_CAPTION_BOLD, layout->narrow ? KS_ALIGN_LEFT : KS_ALIGN_RIGHT,
        layout->narrow ? 0 : layout->heading_right, layout->header_y, layout->heading_right);
  if (layout->n_right > 0)
    show_heading (self, n, KS_ALIGN_RIGHT, layout->n_right);
  show_heading (self, ks_chart_good_heading (self->context), KS_ALIGN_RIGHT, layout->good_right);
  if (layout->narrow)
    return;
  if (self->series->any_dont_know)
    show_heading (self, ks_likert_dont_know_heading (self->context), KS_ALIGN_LEFT,
                  layout->dont_know_left);
  show_heading (self, ks_likert_poor_heading (self->context), KS_ALIGN_RIGHT, layout->poor_right);
}

static void
paint_axis (const Painter *self)
{
  const KsLikertLayout *layout = self->layout;
  double step = layout->tick_step;

  for (double tick = ceil (layout->scale.from / step) * step; tick <= layout->scale.to;
       tick += step)
    {
      double x = ks_scale_map (&layout->scale, tick);
      g_autofree char *text = fabs (tick) < step / 2 ? g_strdup ("0")
                                                     : g_strdup_printf ("%.0f%%", fabs (tick));

      ks_chart_pen_grid_line (&self->pen, &layout->band, x, GRID_OVER * layout->unit);
      ks_chart_pen_tick (&self->pen, text, x, layout->axis_y + 2 * layout->unit, layout->width);
    }
}

/* Returns whether the segment is wide enough for its label. */
static gboolean
paint_level_label (const Painter *self, const KsLikertItem *item, guint level,
                   const cairo_rectangle_t *rect)
{
  const char *text = item->level_text[level];
  guint colour = ks_palette_level (level, item->row.n_levels);
  double middle = rect->y + rect->height / 2;
  double centre = rect->x + rect->width / 2;
  double width;

  if (rect->width < LABEL_LEAST * self->layout->unit)
    return FALSE;
  width = ks_chart_context_measure (self->context, text, KS_TEXT_CAPTION)
          + LABEL_MARGIN * self->layout->unit;
  if (width > rect->width)
    return FALSE;
  if (needs_hatch (self, colour))
    {
      set_colour (self, &self->context->palette->card);
      cairo_rectangle (self->cr, centre - width / 2, middle - 0.5 * self->context->em, width,
                       self->context->em);
      cairo_fill (self->cr);
      set_colour (self, &self->context->palette->text);
    }
  else
    set_colour (self, &self->context->palette->level_label[colour]);
  show (self, text, KS_TEXT_CAPTION, KS_ALIGN_CENTRE, centre, middle, -1);
  return TRUE;
}

/* The zero line makes room for the label of the middle level. */
static void
paint_zero (const Painter *self, guint place, gboolean has_label)
{
  double width = ZERO_WIDTH * self->layout->unit;
  double x = ks_scale_map (&self->layout->scale, 0) - width / 2;
  double room = has_label ? 0.5 * self->context->em : 0;
  double middle = ks_row_band_middle (&self->layout->band, place);
  double top = middle - self->layout->band.half;
  double bottom = middle + self->layout->band.half;

  set_colour (self, &self->context->palette->axis);
  cairo_rectangle (self->cr, x, top, width, middle - room - top);
  cairo_rectangle (self->cr, x, middle + room, width, bottom - middle - room);
  cairo_fill (self->cr);
}

/* A hair of the ground between two segments, unless it would eat one of them. */
static void
part_segments (const Painter *self, const cairo_rectangle_t *left, const cairo_rectangle_t *right)
{
  double width = self->context->paper ? PAPER_PARTING : 1;
  cairo_rectangle_t rect = { right->x - (self->context->paper ? width / 2 : 0), right->y, width,
                             right->height };

  if (MIN (left->width, right->width) < 2 * width)
    return;
  ks_chart_pen_fill (&self->pen, &rect, &self->context->palette->card);
}

static void
paint_levels (const Painter *self, const KsLikertItem *item, guint place)
{
  guint n_levels = item->row.n_levels;
  gboolean neutral_label = FALSE;
  cairo_rectangle_t last = { 0 };

  for (guint column = 1; column <= n_levels; column++)
    {
      guint level = n_levels - column;
      cairo_rectangle_t rect;

      ks_likert_layout_get_mark (self->layout, item, place, column, &rect);
      if (item->row.counts[level] == 0)
        continue;
      fill_level (self, &rect, ks_palette_level (level, n_levels));
      part_segments (self, &last, &rect);
      if (paint_level_label (self, item, level, &rect) && 2 * level + 1 == n_levels)
        neutral_label = TRUE;
      last = rect;
    }
  paint_zero (self, place, neutral_label);
}

/* Papers close the figure with its sign; on screen it stands once, above the chart. */
static void
show_figure (const Painter *self, const char *text, KsTextStyle style, double x, double y)
{
  g_autofree char *closed = self->context->paper ? g_strconcat (text, "%", NULL) : NULL;

  show (self, closed != NULL ? closed : text, style, KS_ALIGN_RIGHT, x, y, -1);
}

static void
paint_figures (const Painter *self, const KsLikertItem *item, guint place)
{
  const KsLikertLayout *layout = self->layout;
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;
  cairo_rectangle_t rect;

  if (self->series->any_dont_know)
    {
      ks_likert_layout_get_mark (layout, item, place, item->row.n_levels + 1, &rect);
      rect.width = ks_scale_length (&layout->scale, (double) item->dont_know_share / 100);
      ks_chart_pen_fill_hatched (&self->pen, &rect);
      set_colour (self, &self->context->palette->secondary);
      show (self, item->dont_know_text, KS_TEXT_CAPTION, KS_ALIGN_LEFT,
            rect.x + rect.width + HATCH_GAP * layout->unit, rect.y + rect.height / 2, -1);
    }
  set_colour (self, &self->context->palette->text);
  show_figure (self, item->good_text, KS_TEXT_ROW_BOLD, layout->good_right, y);
  if (!layout->narrow)
    show_figure (self, item->poor_text, KS_TEXT_ROW, layout->poor_right, y);
  if (layout->n_right > 0)
    {
      g_autofree char *n = ks_likert_dup_n_text (self->series, item);

      set_colour (self, &self->context->palette->secondary);
      show (self, n, KS_TEXT_CAPTION, KS_ALIGN_RIGHT, layout->n_right, y, -1);
    }
}

/* A row that shows nothing says its name and why. */
static void
paint_hidden (const Painter *self, const KsLikertItem *item, guint place)
{
  const KsLikertLayout *layout = self->layout;
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;
  const char *reason = item->row.shown ? ks_chart_no_answers_text (self->context)
                                       : ks_chart_too_few_text (self->context);
  cairo_rectangle_t rect = {
    layout->scale.start,
    ks_row_band_middle (&layout->band, place) - layout->bar_height / 2,
    layout->scale.end - layout->scale.start,
    layout->bar_height,
  };

  ks_chart_pen_fill_hidden (&self->pen, &rect, reason);
  show (self, "–", KS_TEXT_ROW, KS_ALIGN_RIGHT, layout->good_right, y, -1);
  if (!layout->narrow)
    show (self, "–", KS_TEXT_ROW, KS_ALIGN_RIGHT, layout->poor_right, y, -1);
}

static void
paint_row (const Painter *self, guint place)
{
  const KsLikertLayout *layout = self->layout;
  const KsLikertItem *item = self->series->items[place];
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;

  set_colour (self, &self->context->palette->secondary);
  show (self, item->row.id, KS_TEXT_CAPTION, KS_ALIGN_LEFT, 0, y, -1);
  ks_chart_pen_show_label (&self->pen, item->row.label, KS_TEXT_ROW, layout->narrow,
                           layout->label_left, layout->label_right, y);
  if (!ks_likert_item_has_answers (item))
    {
      paint_hidden (self, item, place);
      return;
    }
  paint_levels (self, item, place);
  paint_figures (self, item, place);
}

/**
 * ks_likert_paint:
 * @series: the rows
 * @layout: their places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints legend, headings, axis and rows.
 */
void
ks_likert_paint (const KsLikertSeries *series, const KsLikertLayout *layout,
                 const KsChartContext *context, cairo_t *cr)
{
  Painter painter = { series, layout, context, cr, { context, cr } };

  for (guint i = 0; i < layout->legend.n_entries; i++)
    paint_legend_entry (&painter, i);
  if (series->n_items == 0)
    return;
  paint_header (&painter);
  paint_axis (&painter);
  for (guint i = layout->band.first; i < layout->band.end; i++)
    paint_row (&painter, i);
}
