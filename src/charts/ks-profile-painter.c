/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-profile-layout.h"

#include "ks-chart-symbol.h"
#include "ks-number.h"
#include "ks-shares.h"

#define RADIUS       5.0
#define LINE         2.0
#define HIDDEN_SHARE 0.62
#define SWATCH       14.0

typedef struct {
  const KsProfileSeries *series;
  const KsProfileLayout *layout;
  const KsPalette       *palette;
  cairo_t               *cr;
  KsChartPen             pen;
} Painter;

static const KsSymbol symbols[KS_N_PROFILE_SCOPES] = {
  KS_SYMBOL_DISC,
  KS_SYMBOL_DIAMOND,
  KS_SYMBOL_BAR,
};

static double
map (const Painter *self, gint64 share)
{
  return ks_scale_map (&self->layout->scale, (double) share / 100);
}

static void
paint_legend_entry (const Painter *self, guint entry)
{
  const KsLegend *legend = &self->layout->legend;
  guint scope = self->layout->scopes[entry];

  ks_symbol_paint (&self->pen, symbols[scope],
                   legend->x[entry] + SWATCH / 2 * self->layout->unit, legend->y[entry],
                   RADIUS * self->layout->unit);
  ks_legend_show (legend, &self->pen, entry, self->series->names[scope]);
}

static void
paint_header (const Painter *self)
{
  ks_colour_set (&self->palette->secondary, self->cr);
  for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
    if (self->layout->right[scope] > 0)
      ks_chart_pen_show (&self->pen, ks_profile_scope_heading (self->series, scope, self->pen.context),
                         KS_TEXT_CAPTION_BOLD, KS_ALIGN_RIGHT, self->layout->right[scope],
                         self->layout->header_y, -1);
}

static void
paint_figure (const Painter *self, const KsProfileRow *row, guint scope, double y)
{
  gint64 share = ks_profile_row_get_share (row, scope);
  g_autofree char *text
    = share < 0 ? g_strdup ("–") : ks_format_percent (share, KS_SHARES_HUNDREDTHS);
  gboolean first = scope == self->layout->scopes[0];

  ks_colour_set (first ? &self->palette->text : &self->palette->secondary, self->cr);
  ks_chart_pen_show (&self->pen, text, first ? KS_TEXT_ROW_BOLD : KS_TEXT_ROW, KS_ALIGN_RIGHT,
                     self->layout->right[scope], y, -1);
}

/* The line from the lowest to the highest leads the eye to how far they are apart. */
static void
paint_marks (const Painter *self, const KsProfileRow *row, double y)
{
  double line = LINE * self->layout->unit;
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;

  for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
    if (self->series->names[scope] != NULL && ks_profile_row_get_share (row, scope) >= 0)
      {
        left = MIN (left, map (self, ks_profile_row_get_share (row, scope)));
        right = MAX (right, map (self, ks_profile_row_get_share (row, scope)));
      }
  ks_chart_pen_fill (&self->pen, &(cairo_rectangle_t) { left, y - line / 2, right - left, line },
                     &self->palette->bound);
  for (guint scope = KS_N_PROFILE_SCOPES; scope-- > 0;)
    if (self->series->names[scope] != NULL && ks_profile_row_get_share (row, scope) >= 0)
      ks_symbol_paint (&self->pen, symbols[scope],
                       map (self, ks_profile_row_get_share (row, scope)), y,
                       RADIUS * self->layout->unit);
}

static void
paint_hidden (const Painter *self, double y)
{
  const KsProfileLayout *layout = self->layout;
  double height = 2 * layout->band.half * HIDDEN_SHARE;
  cairo_rectangle_t rect = { layout->scale.start, y - height / 2,
                             layout->scale.end - layout->scale.start, height };

  ks_chart_pen_fill_hidden (&self->pen, &rect, ks_chart_too_few_text (self->pen.context));
}

static gboolean
shows_any (const Painter *self, const KsProfileRow *row)
{
  for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
    if (self->series->names[scope] != NULL && ks_profile_row_get_share (row, scope) >= 0)
      return TRUE;
  return FALSE;
}

static void
paint_row (const Painter *self, guint place)
{
  const KsProfileLayout *layout = self->layout;
  const KsProfileRow *row = &self->series->rows[place];
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;
  double middle = ks_chart_pen_snap (&self->pen, ks_row_band_middle (&layout->band, place));

  ks_colour_set (&self->palette->secondary, self->cr);
  if (row->id != NULL)
    ks_chart_pen_show (&self->pen, row->id, KS_TEXT_CAPTION, KS_ALIGN_LEFT, 4 * layout->unit, y,
                       -1);
  ks_chart_pen_show_label (&self->pen, row->label, KS_TEXT_ROW, layout->narrow,
                           layout->label_left, layout->label_right, y);
  if (shows_any (self, row))
    paint_marks (self, row, middle);
  else
    paint_hidden (self, middle);
  for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
    if (layout->right[scope] > 0)
      paint_figure (self, row, scope, y);
}

/**
 * ks_profile_paint:
 * @series: the questions
 * @layout: their places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints legend, headings, axis and rows.
 */
void
ks_profile_paint (const KsProfileSeries *series, const KsProfileLayout *layout,
                  const KsChartContext *context, cairo_t *cr)
{
  Painter painter = { series, layout, context->palette, cr, { context, cr } };

  for (guint i = 0; i < layout->legend.n_entries; i++)
    paint_legend_entry (&painter, i);
  if (series->n_rows == 0)
    return;
  paint_header (&painter);
  for (guint i = layout->band.first; i < layout->band.end; i++)
    ks_chart_pen_tint_row (&painter.pen, &layout->band, i, layout->width);
  ks_chart_pen_axis (&painter.pen, &layout->band, &layout->scale, layout->tick_step,
                     layout->axis_y, layout->width);
  for (guint i = layout->band.first; i < layout->band.end; i++)
    paint_row (&painter, i);
}
