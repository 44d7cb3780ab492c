/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-heat-layout.h"

#include "ks-i18n.h"
#include "ks-number.h"

#include <math.h>

/* In units of the body font. */
#define PITCH        19.0
#define ROW_GAP      1.0
#define CELL_LEAST   22.0
#define CELL_NARROW  25.0
#define CELL_MOST    44.0
#define GAP          10.0
#define LABEL_LEAST  110.0
#define LABEL_SHARE  0.30
#define INDENT       12.0
#define MARGIN       4.0
#define SECTION_LINE 22.0
#define SECOND_LINE  14.0
#define SECTION_BASE 13.0
#define SECTION_SIDE 7.0
#define ID_LINE      21.0
#define HEADING_GAP  3.0
#define LEGEND_GAP   4.0

/**
 * ks_heat_key_text:
 * @key: an entry of the legend: a step of colour, %KS_HEAT_KEY_HIDDEN or %KS_HEAT_KEY_OVER
 * @context: where the chart stands
 *
 * Returns: (transfer none): its words
 */
const char *
ks_heat_key_text (guint key, const KsChartContext *context)
{
  static const char *const steps[KS_HEAT_STEPS]
    = { NULL, "90–95", "85–90", "80–85", "75–80", NULL };

  if (key == 0)
    return ks_chart_context_say (context, N_("from 95"), "từ 95");
  if (key == KS_HEAT_STEPS - 1)
    return ks_chart_context_say (context, N_("under 75"), "dưới 75");
  if (key == KS_HEAT_KEY_HIDDEN)
    return ks_chart_context_say (context, N_("too few answers"), "chưa đủ số phiếu");
  if (key == KS_HEAT_KEY_OVER)
    return ks_chart_reconciling_text (context);
  return steps[key];
}

/**
 * ks_heat_mean_heading:
 * @context: where the chart stands
 *
 * Returns: (transfer none): the heading of the means
 */
const char *
ks_heat_mean_heading (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("Mean"), "Chung");
}

/**
 * ks_heat_dup_count:
 * @row: a row
 *
 * Returns: (transfer full): "385/410", with a star where that is more than there are
 */
char *
ks_heat_dup_count (const KsHeatRow *row)
{
  g_autofree char *n = ks_format_count (row->n);
  g_autofree char *population = ks_format_count (row->population);

  return g_strconcat (n, "/", row->population > 0 ? population : "–", row->over ? "*" : NULL,
                      NULL);
}

static void
place_legend (KsHeatLayout *self, const KsHeatSeries *series, const KsChartContext *context)
{
  double widths[KS_N_HEAT_KEYS];
  guint n = 0;

  for (guint key = 0; key < KS_N_HEAT_KEYS; key++)
    {
      if ((key == KS_HEAT_KEY_HIDDEN && !series->has_hidden)
          || (key == KS_HEAT_KEY_OVER && !series->has_over))
        continue;
      widths[n] = ks_legend_measure (context, ks_heat_key_text (key, context));
      self->keys[n++] = key;
    }
  ks_legend_place (&self->legend, context, widths, n, self->width, !self->narrow);
}

/**
 * ks_heat_layout_get_indent:
 * @self: a layout
 * @level: the level of a row
 *
 * Returns: where its name begins
 */
double
ks_heat_layout_get_indent (const KsHeatLayout *self, guint level)
{
  return (MARGIN + level * INDENT) * self->unit;
}

static double
measure_mean (const KsHeatSeries *series, const KsChartContext *context)
{
  if (!series->has_mean)
    return 0;
  return MAX (ks_chart_context_measure_heading (context, ks_heat_mean_heading (context)),
              ks_chart_context_measure (context, "100,0", KS_TEXT_ROW_BOLD))
         + GAP * context->unit;
}

/* Cells in one line; the label has what it needs, or little, so that they are wide enough. */
static gboolean
try_wide (KsHeatLayout *self, const KsHeatSeries *series, const KsChartContext *context,
          double count, double mean)
{
  double unit = self->unit;
  double label = ks_chart_context_measure_column (context, series->rows, series->n_rows,
                                                  sizeof *series->rows,
                                                  G_STRUCT_OFFSET (KsHeatRow, label),
                                                  KS_TEXT_ROW_BOLD)
                 + ks_heat_layout_get_indent (self, series->deepest);
  double rest = self->width - count - mean - GAP * unit;
  double n_cells = MAX (series->n_columns, 1);
  double cells = CELL_LEAST * unit * n_cells;
  double room = MIN (label, MAX (LABEL_SHARE * self->width, rest - CELL_MOST * unit * n_cells));

  if (rest - MIN (label, LABEL_LEAST * unit) < cells)
    return FALSE;
  room = MIN (room, rest - cells);
  self->label_right = room;
  self->count_right = room + count;
  self->cell_left = self->count_right + GAP * unit;
  self->cell_width = MIN ((rest - room) / n_cells, CELL_MOST * unit);
  if (!context->paper)
    self->cell_width = floor (self->cell_width);
  self->per_line = MAX (series->n_columns, 1);
  self->mean_right
    = mean > 0 ? self->cell_left + self->cell_width * series->n_columns + mean : 0;
  return TRUE;
}

/* Names above their cells, which take as many lines as they need. */
static void
place_narrow (KsHeatLayout *self, const KsHeatSeries *series, const KsChartContext *context,
              double count, double mean)
{
  double least = CELL_NARROW * self->unit;
  guint fit = (guint) MAX (self->width / least, 1);
  guint n_lines = (MAX (series->n_columns, 1) + fit - 1) / fit;

  self->narrow = TRUE;
  self->per_line = (MAX (series->n_columns, 1) + n_lines - 1) / n_lines;
  self->cell_width = MIN (self->width / self->per_line, CELL_MOST * self->unit);
  if (!context->paper)
    self->cell_width = floor (self->cell_width);
  self->mean_right = mean > 0 ? self->width : 0;
  self->count_right = self->width - mean;
  self->label_right = MAX (self->count_right - count, 0);
}

static void
place_columns (KsHeatLayout *self, const KsHeatSeries *series, const KsChartContext *context)
{
  double count = ks_chart_context_measure (context, series->widest_count, KS_TEXT_CAPTION_BOLD)
                 + GAP * self->unit;
  double mean = measure_mean (series, context);

  if (!try_wide (self, series, context, count, mean))
    place_narrow (self, series, context, count, mean);
  self->style = ks_chart_context_measure (context, "100", KS_TEXT_ROW_BOLD) <= self->cell_width - 2
                  ? KS_TEXT_ROW
                  : KS_TEXT_CAPTION;
}

static guint
count_lines (const KsHeatLayout *self, const KsHeatSeries *series)
{
  return MAX ((series->n_columns + self->per_line - 1) / self->per_line, 1);
}

/* Where a section's name is longer than its cells are wide, all of them have two lines. */
static gboolean
needs_two_lines (const KsHeatLayout *self, const KsHeatSeries *series,
                 const KsChartContext *context)
{
  for (guint first = 0, end; first < series->n_columns; first = end)
    {
      const char *label = series->columns[first].section_label;

      for (end = first + 1; end < series->n_columns; end++)
        if (g_strcmp0 (series->columns[end].section_label, label) != 0)
          break;
      if (label != NULL
          && ks_chart_context_measure (context, label, KS_TEXT_CAPTION_BOLD)
               > (end - first) * self->cell_width - SECTION_SIDE * self->unit)
        return TRUE;
    }
  return FALSE;
}

static void
place_heading (KsHeatLayout *self, const KsHeatSeries *series, const KsChartContext *context)
{
  double unit = self->unit;
  guint n_lines = count_lines (self, series);
  double two_lines = needs_two_lines (self, series, context) ? SECOND_LINE * unit : 0;
  double sections
    = series->has_sections && n_lines == 1 ? SECTION_LINE * unit + two_lines : 0;
  double names = self->narrow ? ID_LINE * unit : 0;

  self->heading_top = ks_legend_height (&self->legend, context) + LEGEND_GAP * unit;
  self->section_y = sections > 0 ? names + sections - SECTION_BASE * unit : 0;
  self->id_y = names + sections + ID_LINE / 2 * unit;
  self->heading_height = names + sections + n_lines * ID_LINE * unit + HEADING_GAP * unit;
}

static void
place_rows (KsHeatLayout *self, const KsHeatSeries *series, const KsChartContext *context)
{
  double pitch = PITCH * self->unit;
  double line = context->paper ? pitch : round (pitch);
  guint n_lines = count_lines (self, series);

  self->cell_height = line - ROW_GAP;
  self->cell_top = self->narrow ? line : 0;
  self->label_offset = (line - ROW_GAP) / 2;
  self->band = (KsRowBand) {
    .top = ceil (self->heading_top + self->heading_height),
    .pitch = self->cell_top + n_lines * line + (self->narrow ? MARGIN * self->unit : 0),
    .end = series->n_rows,
  };
  if (!context->paper)
    self->band.pitch = round (self->band.pitch);
}

/**
 * ks_heat_layout_get_cell:
 * @self: a layout
 * @column: a question
 * @rect: (out): its cell, from the upper left corner of a row
 */
void
ks_heat_layout_get_cell (const KsHeatLayout *self, guint column, cairo_rectangle_t *rect)
{
  guint line = column / self->per_line;

  *rect = (cairo_rectangle_t) {
    self->cell_left + column % self->per_line * self->cell_width,
    self->cell_top + line * (self->cell_height + ROW_GAP),
    self->cell_width - ROW_GAP,
    self->cell_height,
  };
}

/**
 * ks_heat_layout_measure:
 * @series: the table
 * @context: where the chart stands
 * @width: its width
 *
 * Returns: the height that suits @width
 */
double
ks_heat_layout_measure (const KsHeatSeries *series, const KsChartContext *context, double width)
{
  KsHeatLayout layout;

  ks_heat_layout_init (&layout, series, context, width);
  return ceil (layout.band.top + layout.band.pitch * series->n_rows + MARGIN * context->unit);
}

/**
 * ks_heat_layout_init:
 * @self: a layout on the stack
 * @series: the table
 * @context: where the chart stands
 * @width: its width
 *
 * Places everything. Rows are as high as they are, whatever room there is.
 */
void
ks_heat_layout_init (KsHeatLayout *self, const KsHeatSeries *series,
                     const KsChartContext *context, double width)
{
  double last;

  *self = (KsHeatLayout) { .width = width, .unit = context->unit };
  place_columns (self, series, context);
  place_legend (self, series, context);
  place_heading (self, series, context);
  place_rows (self, series, context);
  last = self->band.top + self->band.pitch * series->n_rows - self->heading_height
         - self->band.pitch;
  self->heading_y = CLAMP (context->offset, self->heading_top, MAX (last, self->heading_top));
}
