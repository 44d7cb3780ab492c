/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-layout.h"

#include "ks-i18n.h"
#include "ks-number.h"

#include <math.h>

/* In units of the body font. */
#define NARROW_WIDTH    620.0
#define HEADER_LINE     42.0
#define HEADER_BASE     14.0
#define AXIS_LINE       28.0
#define ROW_PITCH       28.6
#define ROW_PITCH_LEAST 18.0
#define ROW_PITCH_MOST  36.0
#define BAR_SHARE       0.79
#define NARROW_PITCH    50.0
#define NARROW_LABEL    11.0
#define NARROW_BAR      18.0
#define BAND_OVER       3.0
#define GAP             14.0
#define TICK_DISTANCE   50.0
#define HATCH_GAP       5.0

/* What labels and plot take of the width, if there is too little for both. */
#define LABEL_SHARE     0.38
#define ROUND_PERCENT   5.0

/**
 * ks_likert_poor_heading:
 * @context: where the chart stands
 *
 * Returns: (transfer none): the heading of the poor answers
 */
const char *
ks_likert_poor_heading (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("Unfavourable"), "Đánh giá chưa tốt");
}

/**
 * ks_likert_dup_label_heading:
 * @series: the rows
 * @context: where the chart stands
 *
 * Returns: (transfer full): the heading of the labels, with n and N where all rows share them
 */
char *
ks_likert_dup_label_heading (const KsLikertSeries *series, const KsChartContext *context)
{
  g_autofree char *n = ks_format_count (series->n);
  g_autofree char *staff = ks_format_count (series->staff);
  const char *question = ks_chart_context_say (context, N_("Question"), "Câu hỏi");
  const char *each = ks_chart_context_say (context, N_("each"), "mỗi câu");
  gboolean say_n = series->n > 0 && series->same_n;
  gboolean say_staff = series->staff > 0 && series->same_staff;

  if (say_n && say_staff)
    return g_strdup_printf ("%s (%s n = %s; N = %s)", question, each, n, staff);
  if (say_n)
    return g_strdup_printf ("%s (%s n = %s)", question, each, n);
  if (say_staff)
    return g_strdup_printf ("%s (N = %s)", question, staff);
  return g_strdup (question);
}

/**
 * ks_likert_dup_n_text:
 * @series: the rows
 * @item: one of them, with answers; %NULL: the heading
 *
 * Returns: (transfer full): the text of the column n, or n/N where N differs too
 */
char *
ks_likert_dup_n_text (const KsLikertSeries *series, const KsLikertItem *item)
{
  g_autofree char *staff = NULL;

  if (item == NULL)
    return g_strdup (series->same_staff ? "n" : "n/N");
  if (series->same_staff)
    return g_strdup (item->n_text);
  staff = ks_format_count (item->row.staff);
  return g_strconcat (item->n_text, "/", item->row.staff > 0 ? staff : "–", NULL);
}

/* The widest of a column's texts and its heading, if that counts. */
static double
measure_column (const KsLikertSeries *series, const KsChartContext *context, const char *heading,
                gboolean good)
{
  double width = heading != NULL ? ks_chart_context_measure_heading (context, heading) : 0;

  for (guint i = 0; i < series->n_items; i++)
    {
      const KsLikertItem *item = series->items[i];
      const char *text = good ? item->good_text : item->poor_text;

      if (text != NULL)
        width = MAX (width, ks_chart_context_measure (context, text,
                                                      good ? KS_TEXT_ROW_BOLD : KS_TEXT_ROW));
    }
  return width;
}

static double
measure_ids (const KsLikertSeries *series, const KsChartContext *context)
{
  double width = 0;

  for (guint i = 0; i < series->n_items; i++)
    width = MAX (width, ks_chart_context_measure (context, series->items[i]->row.id,
                                                  KS_TEXT_CAPTION));
  return width > 0 ? width + GAP * context->unit : 0;
}

static double
measure_labels (const KsLikertSeries *series, const KsChartContext *context)
{
  g_autofree char *heading = ks_likert_dup_label_heading (series, context);
  double width = ks_chart_context_measure (context, heading, KS_TEXT_CAPTION_BOLD);

  for (guint i = 0; i < series->n_items; i++)
    width = MAX (width,
                 ks_chart_context_measure (context, series->items[i]->row.label, KS_TEXT_ROW));
  return width;
}

static double
measure_n (const KsLikertSeries *series, const KsChartContext *context)
{
  g_autofree char *heading = ks_likert_dup_n_text (series, NULL);
  double width = ks_chart_context_measure (context, heading, KS_TEXT_CAPTION_BOLD);

  for (guint i = 0; i < series->n_items; i++)
    {
      g_autofree char *text = NULL;

      if (!ks_likert_item_has_answers (series->items[i]))
        continue;
      text = ks_likert_dup_n_text (series, series->items[i]);
      width = MAX (width, ks_chart_context_measure (context, text, KS_TEXT_CAPTION));
    }
  return width;
}

/* Divides what is left between the plot and "không biết", which has the plot's scale. */
static void
place_plot (KsLikertLayout *self, const KsLikertSeries *series, const KsChartContext *context,
            double left, double right)
{
  double figure = HATCH_GAP * self->unit
                  + ks_chart_context_measure (context, "100,0", KS_TEXT_CAPTION);
  double heading
    = ks_chart_context_measure_heading (context, ks_likert_dont_know_heading (context));
  double gap = GAP * self->unit;
  double span;
  double column = 0;

  self->scale.from = -MAX (ceil (series->left / ROUND_PERCENT), 1) * ROUND_PERCENT;
  self->scale.to = MAX (ceil (series->right / ROUND_PERCENT), 1) * ROUND_PERCENT;
  span = self->scale.to - self->scale.from;
  self->scale.start = left;
  if (series->any_dont_know)
    {
      double share = series->dont_know / (span + series->dont_know);

      column = MAX (self->narrow ? 0 : heading,
                    figure + share * MAX (right - left - gap - figure, 0));
      column += gap;
    }
  self->scale.end = MAX (right - column, left + 1);
  self->dont_know_left = self->scale.end + gap;
  self->tick_step = ks_scale_step (&self->scale, TICK_DISTANCE * self->unit);
}

/* The label has its line but for the good answers (and n); the bar has a line of its own. The poor
 * answers stand in the table and in the sentences. */
static void
place_narrow (KsLikertLayout *self, const KsLikertSeries *series, const KsChartContext *context)
{
  double gap = GAP * self->unit;
  double heading
    = ks_chart_context_measure_heading (context, ks_chart_good_heading (context));

  self->good_right = self->width;
  self->label_right = self->width - measure_column (series, context, NULL, TRUE) - gap;
  self->heading_right = self->width - heading - gap;
  if (!series->same_n)
    {
      self->n_right = MIN (self->label_right, self->heading_right);
      self->label_right = self->n_right - measure_n (series, context) - gap;
      self->heading_right = self->label_right;
    }
  place_plot (self, series, context, 0, self->width);
}

static void
place_wide (KsLikertLayout *self, const KsLikertSeries *series, const KsChartContext *context)
{
  double gap = GAP * self->unit;
  double good = measure_column (series, context, ks_chart_good_heading (context), TRUE);
  double poor = measure_column (series, context, ks_likert_poor_heading (context), FALSE);
  double left;

  self->poor_right = self->width;
  self->good_right = self->width - poor - gap;
  self->label_right = MIN (self->id_width + measure_labels (series, context),
                           LABEL_SHARE * self->width);
  self->heading_right = self->label_right;
  left = self->label_right + gap;
  if (!series->same_n)
    {
      self->n_right = left + measure_n (series, context);
      left = self->n_right + gap;
    }
  place_plot (self, series, context, left, self->good_right - good - gap);
}

static void
place_columns (KsLikertLayout *self, const KsLikertSeries *series, const KsChartContext *context)
{
  self->id_width = measure_ids (series, context);
  self->label_left = self->id_width;
  if (self->narrow)
    place_narrow (self, series, context);
  else
    place_wide (self, series, context);
}

static double
natural_pitch (gboolean narrow)
{
  return narrow ? NARROW_PITCH : ROW_PITCH;
}

static void
place_rows (KsLikertLayout *self, guint n_rows)
{
  double most = natural_pitch (self->narrow) * ROW_PITCH_MOST / ROW_PITCH;
  double least = self->narrow ? NARROW_PITCH * 0.8 : ROW_PITCH_LEAST;
  double room = self->height - self->band.top - AXIS_LINE * self->unit;
  double pitch = CLAMP (room / MAX (n_rows, 1), least * self->unit, most * self->unit);

  self->band.pitch = pitch;
  self->band.end = n_rows;
  self->axis_y = self->band.top + pitch * n_rows + 0.5 * AXIS_LINE * self->unit;
  if (self->narrow)
    {
      double spare = (pitch - NARROW_PITCH * self->unit) / 2;

      self->label_offset = MAX (NARROW_LABEL * self->unit + spare, NARROW_LABEL * self->unit / 2);
      self->bar_height = NARROW_BAR * self->unit;
      self->band.middle = self->label_offset + (NARROW_LABEL + NARROW_BAR / 2) * self->unit;
      self->band.half = self->bar_height / 2 + BAND_OVER * self->unit;
      return;
    }
  self->bar_height = BAR_SHARE * pitch;
  self->label_offset = pitch / 2;
  self->band.middle = pitch / 2;
  self->band.half = pitch / 2;
}

static void
place_top (KsLikertLayout *self, const KsLikertSeries *series, const KsChartContext *context,
           double width)
{
  double legend;

  *self = (KsLikertLayout) { .width = width, .unit = context->unit };
  self->narrow = width < NARROW_WIDTH * context->unit;
  ks_likert_legend_place (&self->legend, series->legend, series->any_dont_know, context, width,
                          !self->narrow);
  legend = ks_legend_height (&self->legend, context);
  self->header_y = legend + (HEADER_LINE - HEADER_BASE) * self->unit;
  self->band.top = legend + HEADER_LINE * self->unit;
}

/**
 * ks_likert_layout_measure:
 * @series: the rows
 * @context: where the chart stands
 * @width: its width
 *
 * Returns: the height that suits @width
 */
double
ks_likert_layout_measure (const KsLikertSeries *series, const KsChartContext *context,
                          double width)
{
  KsLikertLayout layout;

  place_top (&layout, series, context, width);
  return ceil (layout.band.top
               + (natural_pitch (layout.narrow) * series->n_items + AXIS_LINE) * context->unit);
}

/**
 * ks_likert_layout_init:
 * @self: a layout on the stack
 * @series: the rows
 * @context: where the chart stands
 * @width: its width
 * @height: its height; rows become lower or higher within limits
 *
 * Places everything.
 */
void
ks_likert_layout_init (KsLikertLayout *self, const KsLikertSeries *series,
                       const KsChartContext *context, double width, double height)
{
  place_top (self, series, context, width);
  self->height = height;
  place_columns (self, series, context);
  place_rows (self, series->n_items);
}

static void
set_span (cairo_rectangle_t *rect, double left, double right)
{
  rect->x = MIN (left, right);
  rect->width = MAX (right - left, 0);
}

/**
 * ks_likert_layout_get_mark:
 * @self: a layout
 * @item: a row
 * @place: its place, from 0
 * @column: one of its marks
 * @rect: (out): where the mark is
 */
void
ks_likert_layout_get_mark (const KsLikertLayout *self, const KsLikertItem *item, guint place,
                           guint column, cairo_rectangle_t *rect)
{
  double top = self->band.top + place * self->band.pitch;
  double edges[KS_MAX_LEVELS + 1];
  guint n_levels = item->row.n_levels;
  double figure_height = self->narrow ? NARROW_BAR * self->unit : self->bar_height;

  rect->height = self->bar_height;
  rect->y = top + self->band.middle - self->bar_height / 2;
  if (column == 0 || column > n_levels + 1)
    {
      rect->height = figure_height;
      rect->y = top + self->label_offset - figure_height / 2;
    }
  if (column == 0)
    set_span (rect, 0, ks_likert_item_has_answers (item) ? self->label_right : self->width);
  else if (column <= n_levels)
    {
      ks_likert_item_get_edges (item, edges);
      set_span (rect, ks_scale_map (&self->scale, edges[column - 1]),
                ks_scale_map (&self->scale, edges[column]));
    }
  else if (column == n_levels + 1)
    set_span (rect, self->dont_know_left,
              self->narrow ? self->width : self->good_right - 4 * GAP * self->unit);
  else if (column == n_levels + 2)
    set_span (rect, self->good_right - 3.5 * GAP * self->unit, self->good_right);
  else if (!self->narrow)
    set_span (rect, self->poor_right - 3.5 * GAP * self->unit, self->poor_right);
  else
    ks_likert_layout_get_mark (self, item, place, n_levels + 2, rect);
}
