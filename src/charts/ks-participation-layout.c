/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-layout.h"

#include <math.h>

/* In units of the body font. */
#define TOP             8.0
#define AXIS_LINE       28.0
#define NOTE_LINE       24.0
#define PITCH           36.4
#define PITCH_DENSE     26.0
#define PITCH_LEAST     20.0
#define PITCH_MOST      44.0
#define DENSE_ROWS      12
#define NARROW_PITCH    48.0
#define NARROW_LABEL    12.0
#define BAR_SHARE       0.42
#define TRACK_SHARE     0.66
#define GAP             10.0
#define COLUMN_GAP      18.0
#define LABEL_SHARE     0.32
#define PLOT_LEAST      110.0
#define TICK_DISTANCE   60.0
#define STAR            8.0
#define MARGIN          4.0
#define BAND_OVER       4.0

/* The figure of a paper, in parts of a width of 160 mm and in sizes of its body text. */
#define PAPER_LABEL     (44.0 / 160)
#define PAPER_FROM      (46.0 / 160)
#define PAPER_TO        (132.0 / 160)
#define PAPER_TOP       1.2
#define PAPER_PITCH     1.512
#define PAPER_BAR       0.968
#define PAPER_AXIS      1.6

/**
 * ks_participation_row_is_over:
 * @row: a row
 *
 * Returns: whether it has more answers than staff, so that its figures are being reconciled
 */
gboolean
ks_participation_row_is_over (const KsParticipationRow *row)
{
  return row->staff > 0 && row->answers > row->staff;
}

static gboolean
has_over (const KsParticipationItem *items, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    if (ks_participation_row_is_over (&items[i].row))
      return TRUE;
  return FALSE;
}

static double
measure_texts (const KsParticipationItem *items, guint n_items, const KsChartContext *context,
               KsTextStyle style, gsize offset)
{
  return ks_chart_context_measure_column (context, items, n_items, sizeof *items, offset, style);
}

static void
place_columns (KsParticipationLayout *self, const KsParticipationItem *items, guint n_items,
               const KsChartContext *context)
{
  double unit = self->unit;
  double label = measure_texts (items, n_items, context, KS_TEXT_ROW,
                                G_STRUCT_OFFSET (KsParticipationItem, row.label));
  double count = measure_texts (items, n_items, context, KS_TEXT_CAPTION,
                                G_STRUCT_OFFSET (KsParticipationItem, count_text));
  double rate = measure_texts (items, n_items, context, KS_TEXT_ROW_BOLD,
                               G_STRUCT_OFFSET (KsParticipationItem, rate_text));
  double right;

  self->rate_right = self->width - (has_over (items, n_items) ? STAR : MARGIN) * unit;
  self->count_right = self->rate_right - rate - COLUMN_GAP * unit;
  right = self->count_right - count - COLUMN_GAP * unit;
  self->label_right = MIN (MARGIN * unit + label, LABEL_SHARE * self->width);
  self->scale.start = self->label_right + GAP * unit;
  self->scale.end = right;
  self->narrow = right - self->scale.start < PLOT_LEAST * unit;
  if (self->narrow)
    {
      self->label_right = self->count_right - count - GAP * unit;
      self->scale.start = MARGIN * unit;
      self->scale.end = self->width - MARGIN * unit;
    }
}

static void
place_scale (KsParticipationLayout *self, const KsParticipationItem *items, guint n_items)
{
  self->scale.from = 0;
  self->scale.to = 1;
  for (guint i = 0; i < n_items; i++)
    self->scale.to = MAX (self->scale.to,
                          (double) MAX (items[i].row.answers, items[i].row.staff));
  self->scale.end = MAX (self->scale.end, self->scale.start + 1);
  self->tick_step = ks_scale_step (&self->scale, TICK_DISTANCE * self->unit);
}

static double
natural_pitch (const KsParticipationLayout *self, guint n_items)
{
  if (self->narrow)
    return NARROW_PITCH;
  return n_items > DENSE_ROWS ? PITCH_DENSE : PITCH;
}

static double
bottom_height (const KsParticipationItem *items, guint n_items)
{
  return AXIS_LINE + (has_over (items, n_items) ? NOTE_LINE : 0);
}

static void
place_rows (KsParticipationLayout *self, const KsParticipationItem *items, guint n_items)
{
  double unit = self->unit;
  double least = self->narrow ? NARROW_PITCH : PITCH_LEAST;
  double most = self->narrow ? NARROW_PITCH * 1.2 : PITCH_MOST;
  double room = self->height - (TOP + bottom_height (items, n_items)) * unit;
  double pitch = CLAMP (room / MAX (n_items, 1), least * unit, most * unit);
  double height = self->narrow ? PITCH_DENSE * unit : pitch;

  self->bar_height = BAR_SHARE * height;
  self->track_height = TRACK_SHARE * height;
  self->label_offset = self->narrow ? NARROW_LABEL * unit : pitch / 2;
  self->band.top = TOP * unit;
  self->band.pitch = pitch;
  self->band.end = n_items;
  self->band.middle = self->narrow ? (2 * NARROW_LABEL + 7) * unit : pitch / 2;
  self->band.half = self->narrow ? self->track_height / 2 + BAND_OVER * unit : pitch / 2;
  self->axis_y = self->band.top + pitch * n_items + 0.55 * AXIS_LINE * unit;
  if (has_over (items, n_items))
    self->note_y = self->axis_y + (0.45 * AXIS_LINE + NOTE_LINE / 2) * unit;
}

static void
place_paper (KsParticipationLayout *self, guint n_items, const KsChartContext *context)
{
  double pitch = PAPER_PITCH * context->em;

  self->band = (KsRowBand) { PAPER_TOP * context->em, pitch, pitch / 2, pitch / 2, 0, n_items };
  self->bar_height = PAPER_BAR * context->em;
  self->track_height = self->bar_height;
  self->label_offset = pitch / 2;
  self->axis_y = self->band.top + pitch * n_items + PAPER_AXIS / 2 * context->em;
  self->label_right = PAPER_LABEL * self->width;
  self->count_right = self->width;
  self->scale = (KsScale) { 0, 100, PAPER_FROM * self->width, PAPER_TO * self->width };
  self->tick_step = 25;
}

/**
 * ks_participation_layout_measure:
 * @items: (array length=n_items): the rows
 * @n_items: number of rows
 * @context: where the chart stands
 * @width: its width
 *
 * Returns: the height that suits @width
 */
double
ks_participation_layout_measure (const KsParticipationItem *items, guint n_items,
                                 const KsChartContext *context, double width)
{
  KsParticipationLayout layout = { .width = width, .unit = context->unit };

  if (context->paper)
    return (PAPER_TOP + PAPER_PITCH * n_items + PAPER_AXIS) * context->em;
  place_columns (&layout, items, n_items, context);
  return ceil ((TOP + natural_pitch (&layout, n_items) * n_items + bottom_height (items, n_items))
               * context->unit);
}

/**
 * ks_participation_layout_init:
 * @self: a layout on the stack
 * @items: (array length=n_items): the rows
 * @n_items: number of rows
 * @context: where the chart stands
 * @width: its width
 * @height: its height; on screen rows become lower or higher within limits
 *
 * Places everything.
 */
void
ks_participation_layout_init (KsParticipationLayout *self, const KsParticipationItem *items,
                              guint n_items, const KsChartContext *context, double width,
                              double height)
{
  *self = (KsParticipationLayout) { .width = width, .height = height, .unit = context->unit };
  if (context->paper)
    {
      place_paper (self, n_items, context);
      return;
    }
  place_columns (self, items, n_items, context);
  place_scale (self, items, n_items);
  place_rows (self, items, n_items);
}

/**
 * ks_participation_layout_get_mark:
 * @self: a layout
 * @place: a row, from 0
 * @rect: (out): where its mark is: the whole row, which is easier to hit than a bar
 */
void
ks_participation_layout_get_mark (const KsParticipationLayout *self, guint place,
                                  cairo_rectangle_t *rect)
{
  *rect = (cairo_rectangle_t) { 0, self->band.top + place * self->band.pitch, self->width,
                                self->band.pitch };
}
