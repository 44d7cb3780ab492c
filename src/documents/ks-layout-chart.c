/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-layout-private.h"

#define LEAST_SCALE 0.35

/**
 * ks_chart_paint_fitted:
 * @cr: (nullable): where to paint; %NULL: only measure
 * @width: in points
 * @height: in points
 * @block: (type KsBlock): a chart
 *
 * Paints a chart; one that is higher than its place is painted whole, smaller.
 *
 * Returns: how high it wants to be
 */
double
ks_chart_paint_fitted (cairo_t *cr, double width, double height, gpointer block)
{
  const KsBlock *self = block;
  double wanted = self->height_mm > 0 ? self->height_mm * KS_POINTS_PER_MM
                                      : self->paint (NULL, width, 0, self->chart);
  double scale = MAX (MIN (1, height / wanted), LEAST_SCALE);

  if (cr == NULL)
    return wanted;
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  self->paint (cr, width / scale, MAX (wanted, height / scale), self->chart);
  cairo_restore (cr);
  return wanted;
}

/**
 * ks_chart_measure:
 * @block: a chart
 * @document: its paper
 * @place: its page
 *
 * Returns: the height of the picture, with which its caption stands on one page, in mm
 */
double
ks_chart_measure (const KsBlock *block, const KsDocument *document, const KsPaperPlace *place)
{
  double width = place->right - place->left;
  double most = place->bottom - place->top - KS_CHART_AFTER
                - ks_caption_measure (block->text, document, place);

  return MIN (most, ks_chart_paint_fitted (NULL, width * KS_POINTS_PER_MM, 0, (gpointer)block)
                        / KS_POINTS_PER_MM);
}

/**
 * ks_layout_measure_chart:
 * @self: a layout
 * @block: a chart
 *
 * Returns: its height with its caption, in mm
 */
double
ks_layout_measure_chart (KsLayout *self, const KsBlock *block)
{
  return KS_CHART_GAP + ks_chart_measure (block, self->document, &self->place)
         + ks_caption_measure (block->text, self->document, &self->place) + KS_CHART_AFTER;
}

/**
 * ks_layout_add_chart:
 * @self: a layout
 * @block: a chart; the pages keep it
 */
void
ks_layout_add_chart (KsLayout *self, const KsBlock *block)
{
  double height = ks_chart_measure (block, self->document, &self->place);
  KsRect rect = { self->place.left, 0, self->place.right - self->place.left, height };

  ks_layout_add_gap (self, KS_CHART_GAP);
  ks_paper_flow_keep (&self->flow, height + ks_caption_measure (block->text, self->document, &self->place));
  rect.y = self->flow.y;
  ks_folio_add_painting (self->flow.page, &rect, ks_chart_paint_fitted, (gpointer)block);
  self->flow.y += height;
  ks_layout_add_caption (self, block->text);
  self->flow.y += KS_CHART_AFTER;
}
