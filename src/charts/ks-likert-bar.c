/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-bar.h"

#include "ks-i18n.h"

/* In units of the body font. */
#define LABEL_LEAST   26.0
#define LABEL_MARGIN  4.0
#define ZERO_WIDTH    1.5
#define PAPER_PARTING 0.5

/* The worst level of a paper is hatched: grey alone does not tell it from the best. */
static gboolean
needs_hatch (const KsChartPen *pen, guint colour)
{
  return pen->context->paper && colour == KS_MAX_LEVELS - 1;
}

static void
fill_level (const KsChartPen *pen, const cairo_rectangle_t *rect, guint colour)
{
  ks_chart_pen_fill (pen, rect, &pen->context->palette->level[colour]);
  if (needs_hatch (pen, colour))
    ks_chart_context_hatch (pen->context, pen->cr, rect, &pen->context->palette->card);
}

/* Returns whether the segment is wide enough for its label. */
static gboolean
paint_level_label (const KsChartPen *pen, const KsLikertItem *item, guint level,
                   const cairo_rectangle_t *rect)
{
  const KsPalette *palette = pen->context->palette;
  const char *text = item->level_text[level];
  guint colour = ks_palette_level (level, item->row.n_levels);
  double centre = rect->x + rect->width / 2;
  double middle = rect->y + rect->height / 2;
  double width;

  if (rect->width < LABEL_LEAST * pen->context->unit)
    return FALSE;
  width = ks_chart_context_measure (pen->context, text, KS_TEXT_CAPTION)
          + LABEL_MARGIN * pen->context->unit;
  if (width > rect->width)
    return FALSE;
  ks_colour_set (&palette->level_label[colour], pen->cr);
  if (needs_hatch (pen, colour))
    {
      ks_colour_set (&palette->card, pen->cr);
      cairo_rectangle (pen->cr, centre - width / 2, middle - 0.5 * pen->context->em, width,
                       pen->context->em);
      cairo_fill (pen->cr);
      ks_colour_set (&palette->text, pen->cr);
    }
  ks_chart_pen_show (pen, text, KS_TEXT_CAPTION, KS_ALIGN_CENTRE, centre, middle, -1);
  return TRUE;
}

/* The zero line makes room for the label of the middle level. */
static void
paint_zero (const KsLikertBar *self, const KsChartPen *pen, gboolean has_label)
{
  double width = ZERO_WIDTH * pen->context->unit;
  double x = ks_scale_map (self->scale, 0) - width / 2;
  double room = has_label ? 0.5 * pen->context->em : 0;

  ks_colour_set (&pen->context->palette->axis, pen->cr);
  cairo_rectangle (pen->cr, x, self->middle - self->zero_half, width, self->zero_half - room);
  cairo_rectangle (pen->cr, x, self->middle + room, width, self->zero_half - room);
  cairo_fill (pen->cr);
}

/* A hair of the ground between two segments, unless it would eat one of them. */
static void
part_segments (const KsChartPen *pen, const cairo_rectangle_t *left,
               const cairo_rectangle_t *right)
{
  gboolean paper = pen->context->paper;
  double width = paper ? PAPER_PARTING : 1;
  cairo_rectangle_t rect = { right->x - (paper ? width / 2 : 0), right->y, width, right->height };

  if (MIN (left->width, right->width) >= 2 * width)
    ks_chart_pen_fill (pen, &rect, &pen->context->palette->card);
}

/**
 * ks_likert_bar_paint:
 * @self: where the bar stands
 * @pen: what to draw with
 * @item: a row with answers
 *
 * Paints the levels from the worst to the best and the zero line before them.
 */
void
ks_likert_bar_paint (const KsLikertBar *self, const KsChartPen *pen, const KsLikertItem *item)
{
  guint n_levels = item->row.n_levels;
  gboolean neutral_label = FALSE;
  double edges[KS_MAX_LEVELS + 1];
  cairo_rectangle_t last = { 0 };

  ks_likert_item_get_edges (item, edges);
  for (guint i = 0; i < n_levels; i++)
    {
      guint level = n_levels - 1 - i;
      double left = ks_scale_map (self->scale, edges[i]);
      cairo_rectangle_t rect = { left, self->middle - self->height / 2,
                                 ks_scale_map (self->scale, edges[i + 1]) - left, self->height };

      if (item->row.counts[level] == 0)
        continue;
      fill_level (pen, &rect, ks_palette_level (level, n_levels));
      part_segments (pen, &last, &rect);
      if (self->labelled && paint_level_label (pen, item, level, &rect)
          && 2 * level + 1 == n_levels)
        neutral_label = TRUE;
      last = rect;
    }
  paint_zero (self, pen, neutral_label);
}

/**
 * ks_likert_dont_know_heading:
 * @context: where the chart stands
 *
 * Returns: (transfer none): the heading of "không biết"
 */
const char *
ks_likert_dont_know_heading (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("Don't know"), "Không biết");
}

static const char *
get_legend_text (const KsLikertItem *item, const KsChartContext *context, guint entry)
{
  return entry < item->row.n_levels ? item->row.levels[item->row.n_levels - 1 - entry]
                                    : ks_likert_dont_know_heading (context);
}

/**
 * ks_likert_legend_place:
 * @legend: (out): a legend on the stack
 * @item: (nullable): a row with the scale; %NULL: no rows
 * @dont_know: whether "không biết" is offered
 * @context: where the chart stands
 * @width: its width
 * @to_right: as of ks_legend_place()
 *
 * Places the levels, the worst first, and "không biết".
 */
void
ks_likert_legend_place (KsLegend *legend, const KsLikertItem *item, gboolean dont_know,
                        const KsChartContext *context, double width, gboolean to_right)
{
  double widths[KS_MAX_LEGEND];
  guint n = item == NULL ? 0 : item->row.n_levels + dont_know;

  for (guint i = 0; i < n; i++)
    widths[i] = ks_legend_measure (context, get_legend_text (item, context, i));
  ks_legend_place (legend, context, widths, n, width, to_right);
}

/**
 * ks_likert_legend_paint:
 * @legend: a placed legend
 * @item: the row that it was placed for
 * @pen: what to draw with
 *
 * Paints the levels and "không biết".
 */
void
ks_likert_legend_paint (const KsLegend *legend, const KsLikertItem *item, const KsChartPen *pen)
{
  const KsPalette *palette = pen->context->palette;

  for (guint i = 0; i < legend->n_entries; i++)
    {
      guint n_levels = item->row.n_levels;
      gboolean is_level = i < n_levels;
      guint colour = is_level ? ks_palette_level (n_levels - 1 - i, n_levels) : 0;
      const KsColour *hatch = needs_hatch (pen, colour) ? &palette->card : NULL;

      ks_legend_paint_swatch (pen, legend->x[i], legend->y[i],
                                is_level ? &palette->level[colour] : NULL,
                                is_level ? hatch : &palette->hatch, !is_level);
      ks_legend_show (legend, pen, i, get_legend_text (item, pen->context, i));
    }
}
