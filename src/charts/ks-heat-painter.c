/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-heat-painter.h"

#include "ks-figure-run.h"
#include "ks-number.h"

#include <math.h>

/* In units of the body font. */
#define ARROW        3.6
#define ARROW_BEFORE 7.0
#define RULE         1.2
#define HAIR         1.0
#define DASH_HALF    4.0
#define SECTION_SIDE 3.0
#define NO_STEP      KS_HEAT_STEPS
/* What is painted of them lies near by in memory still when the figures come. */
#define ROWS_AT_ONCE 12

typedef struct {
  const KsHeatSeries *series;
  const KsHeatLayout *layout;
  const KsPalette    *palette;
  cairo_t            *cr;
  KsChartPen          pen;
} Painter;

/* The step of a cell's colour; NO_STEP: it is not shown. */
static guint
get_step (const Painter *self, guint row, guint column)
{
  gint16 share = self->series->shares[row * self->series->n_columns + column];

  return share < 0 ? NO_STEP : ks_palette_heat_step (share);
}

static void
get_cell (const Painter *self, guint row, guint column, cairo_rectangle_t *rect)
{
  ks_heat_layout_get_cell (self->layout, column, rect);
  rect->y += self->layout->band.top + row * self->layout->band.pitch;
}

static gboolean
is_hidden (const Painter *self, guint row)
{
  for (guint column = 0; column < self->series->n_columns; column++)
    if (get_step (self, row, column) != NO_STEP)
      return FALSE;
  return self->series->n_columns > 0;
}

/* The cells of one colour are filled at once, which takes a tenth of the time. */
static void
fill_step (const Painter *self, guint step)
{
  for (guint row = self->layout->band.first; row < self->layout->band.end; row++)
    for (guint column = 0; column < self->series->n_columns; column++)
      if (get_step (self, row, column) == step)
        {
          cairo_rectangle_t rect;

          get_cell (self, row, column, &rect);
          ks_chart_pen_trace (&self->pen, &rect);
        }
  ks_colour_set (&self->palette->heat[step], self->cr);
  cairo_fill (self->cr);
}

/* A dash on a piece of the ground, which the hatch would swallow. */
static void
paint_dash (const Painter *self, const cairo_rectangle_t *rect)
{
  double half = DASH_HALF * self->layout->unit;
  double x = rect->x + rect->width / 2;
  double y = rect->y + rect->height / 2;
  cairo_rectangle_t ground = { x - 1.6 * half, y - half, 3.2 * half, 2 * half };
  cairo_rectangle_t dash = { x - half, y - self->layout->unit / 2, 2 * half,
                             self->layout->unit };

  ks_chart_pen_fill (&self->pen, &ground, &self->palette->card);
  ks_chart_pen_fill (&self->pen, &dash, &self->palette->secondary);
}

static void
paint_hidden_cells (const Painter *self, guint row)
{
  for (guint column = 0; column < self->series->n_columns; column++)
    if (get_step (self, row, column) == NO_STEP)
      {
        cairo_rectangle_t rect;

        get_cell (self, row, column, &rect);
        ks_chart_context_hatch (self->pen.context, self->cr, &rect, &self->palette->hatch);
        paint_dash (self, &rect);
      }
}

/* A row of which nothing is shown says why, in the place of its cells. */
static void
paint_hidden_row (const Painter *self, guint row)
{
  cairo_rectangle_t first, last;

  get_cell (self, row, 0, &first);
  get_cell (self, row, self->series->n_columns - 1, &last);
  first.width = (last.y > first.y ? self->layout->per_line * self->layout->cell_width
                                  : last.x + last.width - first.x);
  first.height = last.y + last.height - first.y;
  ks_chart_pen_fill_hidden (&self->pen, &first, ks_chart_too_few_text (self->pen.context));
}

static void
paint_cells (const Painter *self)
{
  for (guint step = 0; step < KS_HEAT_STEPS; step++)
    fill_step (self, step);
  for (guint row = self->layout->band.first; row < self->layout->band.end; row++)
    if (self->series->rows[row].heading)
      continue;
    else if (is_hidden (self, row))
      paint_hidden_row (self, row);
    else
      paint_hidden_cells (self, row);
}

static void
write_share (gint16 share, char text[4])
{
  guint whole = ((guint) share + 50) / 100;

  if (whole >= 100)
    *text++ = '1';
  if (whole >= 10)
    *text++ = (char) ('0' + whole / 10 % 10);
  *text++ = (char) ('0' + whole % 10);
  *text = '\0';
}

static gboolean
is_bold (const Painter *self, guint row)
{
  return self->series->rows[row].level != KS_HEAT_UNIT;
}

/* The figures of the cells whose text has the colour of @step, last of its kind. */
static void
add_figures (const Painter *self, KsFigureRun *runs, gboolean last)
{
  for (guint row = self->layout->band.first; row < self->layout->band.end; row++)
    for (guint column = 0; column < self->series->n_columns; column++)
      {
        guint step = get_step (self, row, column);
        cairo_rectangle_t rect;
        char text[4];

        if (step == NO_STEP || (step == KS_HEAT_STEPS - 1) != last)
          continue;
        get_cell (self, row, column, &rect);
        write_share (self->series->shares[row * self->series->n_columns + column], text);
        ks_figure_run_add (&runs[is_bold (self, row)], self->cr, text, KS_ALIGN_CENTRE,
                           rect.x + rect.width / 2, rect.y + rect.height / 2);
      }
}

static void
paint_figures (const Painter *self)
{
  KsFigureRun runs[2];
  KsTextStyle style = self->layout->style;

  ks_figure_run_init (&runs[0], self->pen.context, style);
  style.bold = TRUE;
  ks_figure_run_init (&runs[1], self->pen.context, style);
  for (guint last = 0; last < 2; last++)
    {
      ks_colour_set (&self->palette->heat_text[last * (KS_HEAT_STEPS - 1)], self->cr);
      add_figures (self, runs, last);
      ks_figure_run_show (&runs[0], self->cr);
      ks_figure_run_show (&runs[1], self->cr);
    }
  ks_figure_run_clear (&runs[0]);
  ks_figure_run_clear (&runs[1]);
}

/* The triangle before a row that opens. */
static void
paint_arrow (const Painter *self, const KsHeatRow *row, double y)
{
  double size = ARROW * self->layout->unit;
  double x = ks_heat_layout_get_indent (self->layout, row->level)
             - ARROW_BEFORE * self->layout->unit;

  if (row->expanded)
    {
      cairo_move_to (self->cr, x - size, y - size * 0.6);
      cairo_line_to (self->cr, x + size, y - size * 0.6);
      cairo_line_to (self->cr, x, y + size * 0.8);
    }
  else
    {
      cairo_move_to (self->cr, x - size * 0.6, y - size);
      cairo_line_to (self->cr, x + size * 0.8, y);
      cairo_line_to (self->cr, x - size * 0.6, y + size);
    }
  cairo_close_path (self->cr);
  ks_colour_set (&self->palette->secondary, self->cr);
  cairo_fill (self->cr);
}

static void
paint_label (const Painter *self, guint index)
{
  const KsHeatLayout *layout = self->layout;
  const KsHeatRow *row = &self->series->rows[index];
  double y = layout->band.top + index * layout->band.pitch + layout->label_offset;
  double left = ks_heat_layout_get_indent (layout, row->level);

  if (row->expandable && !self->pen.context->paper)
    paint_arrow (self, row, y);
  ks_chart_pen_show_label (&self->pen, row->label,
                           is_bold (self, index) ? KS_TEXT_ROW_BOLD : KS_TEXT_ROW, TRUE, left,
                           row->heading ? MAX (layout->mean_right, layout->count_right)
                                        : layout->label_right,
                           y);
}

/* n/N: those that are more than there are in bold, with their star. */
static void
paint_counts (const Painter *self, gboolean over)
{
  const KsHeatLayout *layout = self->layout;
  KsFigureRun run;

  ks_figure_run_init (&run, self->pen.context, over ? KS_TEXT_CAPTION_BOLD : KS_TEXT_CAPTION);
  ks_colour_set (over ? &self->palette->text : &self->palette->secondary, self->cr);
  for (guint i = layout->band.first; i < layout->band.end; i++)
    if (!self->series->rows[i].over == !over && !self->series->rows[i].heading)
      {
        g_autofree char *text = ks_heat_dup_count (&self->series->rows[i]);

        ks_figure_run_add (&run, self->cr, text, KS_ALIGN_RIGHT, layout->count_right,
                           layout->band.top + i * layout->band.pitch + layout->label_offset);
      }
  ks_figure_run_show (&run, self->cr);
  ks_figure_run_clear (&run);
}

static void
paint_means (const Painter *self)
{
  const KsHeatLayout *layout = self->layout;
  KsFigureRun run;

  if (layout->mean_right <= 0)
    return;
  ks_figure_run_init (&run, self->pen.context, KS_TEXT_ROW_BOLD);
  ks_colour_set (&self->palette->text, self->cr);
  for (guint i = layout->band.first; i < layout->band.end; i++)
    {
      gint64 mean = self->series->rows[i].mean;
      g_autofree char *text
        = self->series->rows[i].heading ? g_strdup ("")
          : mean < 0 ? g_strdup ("–") : ks_format_decimal ((double) mean / 100, 1);

      ks_figure_run_add (&run, self->cr, text, KS_ALIGN_RIGHT, layout->mean_right,
                         layout->band.top + i * layout->band.pitch + layout->label_offset);
    }
  ks_figure_run_show (&run, self->cr);
  ks_figure_run_clear (&run);
}

static gboolean
begins_section (const Painter *self, guint column)
{
  return self->layout->section_y > 0
         && (column == 0
             || g_strcmp0 (self->series->columns[column].section_label,
                           self->series->columns[column - 1].section_label)
                  != 0);
}

static double
get_rule_width (const Painter *self)
{
  return self->pen.context->paper ? RULE * self->layout->unit / 2 : 1;
}

/* The lines between the sections, in the gaps between the cells. */
static void
trace_rules (const Painter *self, double top, double height)
{
  double width = get_rule_width (self);

  for (guint column = 1; column < self->series->n_columns; column++)
    if (begins_section (self, column))
      {
        cairo_rectangle_t rect;

        ks_heat_layout_get_cell (self->layout, column, &rect);
        rect = (cairo_rectangle_t) { rect.x - width, top, width, height };
        ks_chart_pen_trace (&self->pen, &rect);
      }
}

/* They leave out the names where those stand above the cells. */
static void
paint_rules (const Painter *self)
{
  const KsHeatLayout *layout = self->layout;
  double width = get_rule_width (self);

  for (guint row = layout->band.first; row < layout->band.end; row++)
    {
      double top = layout->band.top + row * layout->band.pitch;

      if (self->series->rows[row].heading)
        continue;
      trace_rules (self, top + layout->cell_top,
                   layout->narrow ? layout->cell_height : layout->band.pitch);
      if (self->series->rows[row].level == KS_HEAT_PROVINCE && row + 1 < self->series->n_rows
          && self->series->rows[row + 1].level != KS_HEAT_PROVINCE)
        ks_chart_pen_trace (&self->pen,
                            &(cairo_rectangle_t) { 0, top + layout->band.pitch - width,
                                                   MAX (layout->mean_right, layout->count_right),
                                                   width });
    }
  ks_colour_set (&self->palette->axis, self->cr);
  cairo_fill (self->cr);
}

static void
show_section (const Painter *self, guint first)
{
  const KsHeatLayout *layout = self->layout;
  const char *label = self->series->columns[first].section_label;
  double side = SECTION_SIDE * layout->unit;
  double y = layout->heading_y + layout->section_y;
  guint end = first + 1;
  cairo_rectangle_t left, right;

  while (end < self->series->n_columns && !begins_section (self, end))
    end++;
  ks_heat_layout_get_cell (layout, first, &left);
  ks_heat_layout_get_cell (layout, end - 1, &right);
  if (label == NULL || *label == '\0')
    return;
  ks_colour_set (&self->palette->secondary, self->cr);
  ks_chart_context_show_heading (self->pen.context, self->cr, label, KS_ALIGN_CENTRE,
                                 (left.x + right.x + right.width) / 2, y,
                                 right.x + right.width - left.x - 2 * side);
  left.x += side;
  left = (cairo_rectangle_t) { left.x, y + 10 * layout->unit, right.x + right.width - side - left.x,
                               self->pen.context->paper ? HAIR * layout->unit / 2 : 1 };
  ks_chart_pen_fill (&self->pen, &left, &self->palette->grid);
}

/* The id of a question above its cell, wherever its line stands. */
static void
show_id (const Painter *self, guint column)
{
  const KsHeatLayout *layout = self->layout;
  cairo_rectangle_t cell;
  double line;

  ks_heat_layout_get_cell (layout, column, &cell);
  line = (cell.y - layout->cell_top) / (layout->cell_height + 1);
  ks_chart_pen_show (&self->pen, self->series->columns[column].id, KS_TEXT_CAPTION_BOLD,
                     KS_ALIGN_CENTRE, cell.x + cell.width / 2,
                     layout->heading_y + layout->id_y + line * 21 * layout->unit, cell.width);
}

/* Names and figures of the rows stand above the ids where they stand above the cells. */
static void
paint_heading (const Painter *self)
{
  const KsHeatLayout *layout = self->layout;
  cairo_rectangle_t ground = { 0, layout->heading_y, layout->width, layout->heading_height };
  cairo_rectangle_t edge = { 0, layout->heading_y + layout->heading_height - 1, layout->width, 1 };
  double y = layout->heading_y + (layout->narrow ? 10 * layout->unit : layout->id_y);

  ks_chart_pen_fill (&self->pen, &ground, &self->palette->card);
  if (layout->heading_y > layout->heading_top)
    ks_chart_pen_fill (&self->pen, &edge, &self->palette->grid);
  trace_rules (self, layout->heading_y + layout->id_y - 8 * layout->unit,
               layout->heading_height - layout->id_y + 8 * layout->unit);
  ks_colour_set (&self->palette->axis, self->cr);
  cairo_fill (self->cr);
  for (guint column = 0; column < self->series->n_columns; column++)
    if (begins_section (self, column))
      show_section (self, column);
  ks_colour_set (&self->palette->secondary, self->cr);
  for (guint column = 0; column < self->series->n_columns; column++)
    show_id (self, column);
  ks_chart_pen_show (&self->pen, "n/N", KS_TEXT_CAPTION_BOLD, KS_ALIGN_RIGHT,
                     layout->count_right, y, -1);
  if (layout->mean_right > 0)
    ks_chart_pen_show (&self->pen, ks_heat_mean_heading (self->pen.context), KS_TEXT_CAPTION_BOLD,
                       KS_ALIGN_RIGHT, layout->mean_right, y, -1);
}

static void
paint_legend_entry (const Painter *self, guint entry)
{
  const KsLegend *legend = &self->layout->legend;
  guint key = self->layout->keys[entry];

  if (key == KS_HEAT_KEY_OVER)
    {
      ks_colour_set (&self->palette->text, self->cr);
      ks_chart_pen_show (&self->pen, "*", KS_TEXT_ROW_BOLD, KS_ALIGN_CENTRE,
                         legend->x[entry] + 7 * self->layout->unit, legend->y[entry], -1);
    }
  else
    ks_legend_paint_swatch (&self->pen, legend->x[entry], legend->y[entry],
                              key < KS_HEAT_STEPS ? &self->palette->heat[key] : NULL,
                              key < KS_HEAT_STEPS ? NULL : &self->palette->hatch, TRUE);
  ks_legend_show (legend, &self->pen, entry, ks_heat_key_text (key, self->pen.context));
}

static void
paint_rows (const Painter *self)
{
  paint_rules (self);
  paint_cells (self);
  paint_figures (self);
  for (guint i = self->layout->band.first; i < self->layout->band.end; i++)
    paint_label (self, i);
  paint_counts (self, FALSE);
  paint_counts (self, TRUE);
  paint_means (self);
}

/**
 * ks_heat_paint:
 * @series: the table
 * @layout: its places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints legend, the rows within the layout's band, and the heading over them.
 */
void
ks_heat_paint (const KsHeatSeries *series, const KsHeatLayout *layout,
               const KsChartContext *context, cairo_t *cr)
{
  Painter painter = { series, layout, context->palette, cr, { context, cr } };

  for (guint i = 0; i < layout->legend.n_entries; i++)
    paint_legend_entry (&painter, i);
  if (series->n_rows == 0)
    return;
  for (guint first = layout->band.first; first < layout->band.end; first += ROWS_AT_ONCE)
    {
      KsHeatLayout part = *layout;

      part.band.first = first;
      part.band.end = MIN (first + ROWS_AT_ONCE, layout->band.end);
      painter.layout = &part;
      paint_rows (&painter);
    }
  painter.layout = layout;
  paint_heading (&painter);
}
