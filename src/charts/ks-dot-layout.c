/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-dot-layout.h"

#include "ks-i18n.h"
#include "ks-number.h"

#include <math.h>

/* In units of the body font. */
#define HEADER_LINE     42.0
#define HEADER_BASE     14.0
#define REFERENCE_LINE  18.0
#define AXIS_LINE       26.0
#define PITCH           24.0
#define PITCH_LEAST     18.0
#define PITCH_MOST      30.0
#define NARROW_PITCH    46.0
#define NARROW_LEAST    38.0
#define NARROW_LABEL    14.0
#define NARROW_DOT      34.0
#define NARROW_HALF     11.0
#define GAP             14.0
#define MARGIN          4.0
#define LABEL_SHARE     0.30
#define PLOT_LEAST      230.0
#define INSET    8.0
#define TICK_DISTANCE   48.0
/* More rows than a screenful have an axis above them too, in a heading that stays in sight. */
#define UPPER_AXIS_ROWS 30
#define ROUND_PERCENT   10.0
#define HALF            50.0

/**
 * ks_dot_row_has_figure:
 * @row: a row
 *
 * Returns: whether it has a dot: it may be shown, and somebody answered
 */
gboolean
ks_dot_row_has_figure (const KsDotRow *row)
{
  return row->shown && row->n > 0;
}

/**
 * ks_dot_row_has_bounds:
 * @row: a row
 *
 * Returns: whether somebody did not answer, so that other shares are possible
 */
gboolean
ks_dot_row_has_bounds (const KsDotRow *row)
{
  return ks_dot_row_has_figure (row) && row->population > 0 && !row->over && !row->complete;
}

/**
 * ks_dot_row_dup_count:
 * @row: a row
 *
 * Returns: (transfer full): "25/28"
 */
char *
ks_dot_row_dup_count (const KsDotRow *row)
{
  g_autofree char *n = ks_format_count (row->n);
  g_autofree char *population = ks_format_count (row->population);

  return g_strconcat (n, "/", row->population > 0 ? population : "–", NULL);
}

/**
 * ks_dot_interval_heading:
 * @context: where the chart stands
 *
 * Returns: (transfer none): the heading of what is estimated
 */
const char *
ks_dot_interval_heading (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("Estimate (95%)"), "Ước lượng (95%)");
}

/**
 * ks_dot_bounds_heading:
 * @context: where the chart stands
 *
 * Returns: (transfer none): the heading of what is possible
 */
const char *
ks_dot_bounds_heading (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("Lowest – highest"), "Thấp – cao nhất");
}

/**
 * ks_dot_key_text:
 * @key: an entry of the legend
 * @context: where the chart stands
 *
 * Returns: (transfer none): its words
 */
const char *
ks_dot_key_text (KsDotKey key, const KsChartContext *context)
{
  switch (key)
    {
    case KS_DOT_KEY_INTERVAL:
      return ks_chart_context_say (context, N_("estimate (95%)"), "khoảng ước lượng (95%)");
    case KS_DOT_KEY_BOUNDS:
      return ks_chart_context_say (context, N_("lowest – highest possible"),
                                   "thấp nhất – cao nhất có thể");
    case KS_DOT_KEY_ABOVE:
      return ks_chart_context_say (context, N_("whole estimate above"), "cả khoảng nằm trên");
    case KS_DOT_KEY_BELOW:
      return ks_chart_context_say (context, N_("below"), "nằm dưới");
    case KS_DOT_KEY_OVER:
      return ks_chart_reconciling_text (context);
    case KS_DOT_KEY_SHARE:
    case KS_N_DOT_KEYS:
    default:
      return ks_chart_good_heading (context);
    }
}

static gboolean
shows_key (const KsDotSeries *series, const KsChartContext *context, KsDotKey key)
{
  gboolean estimated = key == KS_DOT_KEY_INTERVAL || key == KS_DOT_KEY_ABOVE
                       || key == KS_DOT_KEY_BELOW;

  return series->has_key[key] && !(estimated && context->paper);
}

static void
place_legend (KsDotLayout *self, const KsDotSeries *series, const KsChartContext *context)
{
  double widths[KS_N_DOT_KEYS];
  guint n = 0;

  for (KsDotKey key = 0; key < KS_N_DOT_KEYS; key++)
    if (shows_key (series, context, key))
      {
        widths[n] = ks_legend_measure (context, ks_dot_key_text (key, context));
        self->keys[n++] = key;
      }
  ks_legend_place (&self->legend, context, widths, n, self->width, !self->narrow);
}

static double
measure_column (const KsChartContext *context, const char *heading, const char *text,
                KsTextStyle style)
{
  return MAX (ks_chart_context_measure_heading (context, heading),
              ks_chart_context_measure (context, text, style));
}

/* The columns from the right; without what is estimated, and what is possible, where there is no
 * room. Returns whether the plot has enough. */
static gboolean
try_columns (KsDotLayout *self, const KsDotSeries *series, const KsChartContext *context,
             gboolean interval, gboolean bounds)
{
  double gap = GAP * self->unit;
  double labels = ks_chart_context_measure_column (context, series->rows, series->n_rows,
                                                   sizeof *series->rows,
                                                   G_STRUCT_OFFSET (KsDotRow, label), KS_TEXT_ROW);
  double right = self->width - MARGIN * self->unit;

  self->bounds_right = bounds ? right : 0;
  if (bounds)
    right -= gap + measure_column (context, ks_dot_bounds_heading (context),
                                   !interval && series->has_key[KS_DOT_KEY_OVER]
                                     ? ks_chart_reconciling_text (context)
                                     : "100–100%",
                                   KS_TEXT_CAPTION);
  self->interval_right = interval ? right : 0;
  if (interval)
    right -= gap + measure_column (context, ks_dot_interval_heading (context), "100–100%",
                                   KS_TEXT_CAPTION);
  self->count_right = right;
  self->share_right
    = right - gap - ks_chart_context_measure (context, series->count_heading, KS_TEXT_CAPTION);
  self->scale.end
    = self->share_right - gap - INSET * self->unit
      - measure_column (context, ks_chart_good_heading (context), "100,00%", KS_TEXT_ROW_BOLD);
  self->label_right = MIN (MARGIN * self->unit + labels, LABEL_SHARE * self->width);
  self->scale.start = self->label_right + gap + INSET * self->unit;
  return self->scale.end - self->scale.start >= PLOT_LEAST * self->unit;
}

/* The label has its line but for share and count; the dot has a line of its own. */
static void
place_narrow (KsDotLayout *self, const KsDotSeries *series, const KsChartContext *context)
{
  double gap = GAP * self->unit;

  self->narrow = TRUE;
  self->label_left = MARGIN * self->unit;
  self->interval_right = 0;
  self->bounds_right = 0;
  self->share_right = self->width - MARGIN * self->unit;
  self->count_right
    = self->share_right - gap
      - measure_column (context, ks_chart_good_heading (context), "100,00%", KS_TEXT_ROW_BOLD);
  self->label_right
    = self->count_right - gap
      - ks_chart_context_measure (context, series->count_heading, KS_TEXT_CAPTION);
  self->scale.start = INSET * self->unit;
  self->scale.end = MAX (self->width - INSET * self->unit, self->scale.start + 1);
}

static void
place_columns (KsDotLayout *self, const KsDotSeries *series, const KsChartContext *context)
{
  gboolean bounds = series->has_key[KS_DOT_KEY_BOUNDS] || series->has_key[KS_DOT_KEY_OVER];
  gboolean interval = !context->paper && series->has_key[KS_DOT_KEY_INTERVAL];

  if (!try_columns (self, series, context, interval, bounds)
      && !try_columns (self, series, context, FALSE, bounds)
      && !try_columns (self, series, context, FALSE, FALSE))
    place_narrow (self, series, context);
  self->scale.from = CLAMP (floor (100 * series->lowest / ROUND_PERCENT) * ROUND_PERCENT, 0, HALF);
  self->scale.to = 100;
  self->tick_step = MAX (ks_scale_step (&self->scale, TICK_DISTANCE * self->unit), ROUND_PERCENT);
}

static void
place_rows (KsDotLayout *self, const KsDotSeries *series)
{
  double unit = self->unit;
  double legend = self->legend.n_lines > 0 ? self->legend.y[self->legend.n_entries - 1] + 12 * unit
                                           : 0;
  gboolean compared = series->reference >= 0;

  self->heading_top = legend;
  self->header_y = legend + (HEADER_LINE - HEADER_BASE) * unit;
  self->reference_y = self->header_y;
  self->band.top = legend + HEADER_LINE * unit;
  if (self->narrow && compared)
    {
      self->reference_y = self->band.top + REFERENCE_LINE / 2 * unit;
      self->band.top += REFERENCE_LINE * unit;
    }
  if (series->n_rows > UPPER_AXIS_ROWS)
    {
      self->upper_axis_y = self->band.top + AXIS_LINE / 2 * unit;
      self->band.top += AXIS_LINE * unit;
      self->heading_height = self->band.top - self->heading_top;
    }
}

static void
place_top (KsDotLayout *self, const KsDotSeries *series, const KsChartContext *context,
           double width)
{
  *self = (KsDotLayout) { .width = width, .unit = context->unit };
  place_columns (self, series, context);
  place_legend (self, series, context);
  place_rows (self, series);
}

/**
 * ks_dot_layout_measure:
 * @series: the rows
 * @context: where the chart stands
 * @width: its width
 *
 * Returns: the height that suits @width
 */
double
ks_dot_layout_measure (const KsDotSeries *series, const KsChartContext *context, double width)
{
  KsDotLayout layout;

  place_top (&layout, series, context, width);
  return ceil (layout.band.top
               + ((layout.narrow ? NARROW_PITCH : PITCH) * series->n_rows + AXIS_LINE)
                   * context->unit);
}

/* The heading goes down as far as the view is scrolled, to the last row at most. */
static void
shift_heading (KsDotLayout *self, const KsDotSeries *series, double offset)
{
  double last = self->band.top + self->band.pitch * MAX (series->n_rows, 1) - self->band.pitch
                - self->heading_height;
  double shift = CLAMP (offset, self->heading_top, MAX (last, self->heading_top))
                 - self->heading_top;

  if (self->heading_height <= 0)
    return;
  self->heading_top += shift;
  self->header_y += shift;
  self->reference_y += shift;
  self->upper_axis_y += shift;
}

/**
 * ks_dot_layout_init:
 * @self: a layout on the stack
 * @series: the rows
 * @context: where the chart stands
 * @width: its width
 * @height: its height; rows become lower or higher within limits
 *
 * Places everything.
 */
void
ks_dot_layout_init (KsDotLayout *self, const KsDotSeries *series, const KsChartContext *context,
                    double width, double height)
{
  double unit = context->unit;
  double room, pitch;

  place_top (self, series, context, width);
  self->height = height;
  room = height - self->band.top - AXIS_LINE * unit;
  pitch = CLAMP (room / MAX (series->n_rows, 1),
                 (self->narrow ? NARROW_LEAST : PITCH_LEAST) * unit,
                 (self->narrow ? NARROW_PITCH : PITCH_MOST) * unit);
  self->band.pitch = pitch;
  self->band.end = series->n_rows;
  self->band.middle = self->narrow ? pitch - (NARROW_PITCH - NARROW_DOT) * unit : pitch / 2;
  self->band.half = self->narrow ? NARROW_HALF * unit : pitch / 2;
  self->label_offset
    = self->narrow ? NARROW_LABEL * unit - (NARROW_PITCH * unit - pitch) / 2 : pitch / 2;
  self->axis_y = self->band.top + pitch * series->n_rows + AXIS_LINE / 2 * unit;
  shift_heading (self, series, context->offset);
}
