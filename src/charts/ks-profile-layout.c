/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-profile-layout.h"

#include "ks-i18n.h"

#include <math.h>

/* In units of the body font. */
#define HEADER_LINE   30.0
#define HEADER_BASE   13.0
#define AXIS_LINE     26.0
#define PITCH         26.0
#define PITCH_LEAST   20.0
#define PITCH_MOST    34.0
#define NARROW_PITCH  46.0
#define NARROW_LEAST  40.0
#define NARROW_LABEL  14.0
#define NARROW_HALF   11.0
#define NARROW_MARK   34.0
#define GAP           14.0
#define MARGIN        4.0
#define INSET         8.0
#define LABEL_SHARE   0.38
#define PLOT_LEAST    140.0
#define TICK_DISTANCE 48.0
#define ROUND_PERCENT 10.0
#define HALF          50.0

/**
 * ks_profile_row_get_share:
 * @row: a question
 * @scope: 0 the unit, 1 its district, 2 the province
 *
 * Returns: its share, or %KS_PROFILE_NONE
 */
gint64
ks_profile_row_get_share (const KsProfileRow *row, guint scope)
{
  return scope == 0 ? row->unit : scope == 1 ? row->district : row->province;
}

/**
 * ks_profile_scope_heading:
 * @series: the questions
 * @scope: a scope
 * @context: where the chart stands
 *
 * Returns: (transfer none): the heading of its figures; the legend has its name
 */
const char *
ks_profile_scope_heading (const KsProfileSeries *series, guint scope,
                          const KsChartContext *context)
{
  if (series->surveys)
    return scope == 1 ? ks_chart_context_say (context, N_("Now"), "Đợt này")
                      : ks_chart_context_say (context, N_("Then"), "Đợt trước");
  switch (scope)
    {
    case 0:
      return ks_chart_context_say (context, N_("Unit"), "Đơn vị");
    case 1:
      return ks_chart_context_say (context, N_("Its district"), "Huyện");
    default:
      return ks_chart_context_say (context, N_("Province"), "Tỉnh");
    }
}

static void
place_legend (KsProfileLayout *self, const KsProfileSeries *series, const KsChartContext *context)
{
  double widths[KS_N_PROFILE_SCOPES];
  guint n = 0;

  for (guint scope = 0; scope < KS_N_PROFILE_SCOPES; scope++)
    if (series->names[scope] != NULL)
      {
        widths[n] = MIN (ks_legend_measure (context, series->names[scope]), self->width);
        self->scopes[n++] = scope;
      }
  ks_legend_place (&self->legend, context, widths, n, self->width, !self->narrow);
}

static double
measure_figures (const KsProfileSeries *series, const KsChartContext *context, guint scope)
{
  return MAX (ks_chart_context_measure (context, ks_profile_scope_heading (series, scope, context),
                                        KS_TEXT_CAPTION_BOLD),
              ks_chart_context_measure (context, "100,00%", KS_TEXT_ROW_BOLD));
}

/* The figures of each scope from the right; narrow, those of the first one alone. */
static double
place_figures (KsProfileLayout *self, const KsProfileSeries *series,
               const KsChartContext *context)
{
  double right = self->width - MARGIN * self->unit;
  guint n = self->legend.n_entries;

  for (guint i = 0; i < KS_N_PROFILE_SCOPES; i++)
    self->right[i] = 0;
  if (self->narrow)
    n = MIN (n, 1);
  while (n-- > 0)
    {
      guint scope = self->scopes[n];

      self->right[scope] = right;
      right -= measure_figures (series, context, scope) + GAP * self->unit;
    }
  return right;
}

static double
measure_ids (const KsProfileSeries *series, const KsChartContext *context)
{
  double width = ks_chart_context_measure_column (context, series->rows, series->n_rows,
                                                  sizeof *series->rows,
                                                  G_STRUCT_OFFSET (KsProfileRow, id),
                                                  KS_TEXT_CAPTION);

  return MARGIN * context->unit + (width > 0 ? width + GAP * context->unit : 0);
}

static void
place_columns (KsProfileLayout *self, const KsProfileSeries *series,
               const KsChartContext *context)
{
  double unit = self->unit;
  double labels = ks_chart_context_measure_column (context, series->rows, series->n_rows,
                                                   sizeof *series->rows,
                                                   G_STRUCT_OFFSET (KsProfileRow, label),
                                                   KS_TEXT_ROW);
  double right = place_figures (self, series, context);

  self->label_left = measure_ids (series, context);
  self->label_right = MIN (self->label_left + labels, LABEL_SHARE * self->width);
  self->scale.start = self->label_right + (GAP + INSET) * unit;
  self->scale.end = right - INSET * unit;
  if (!self->narrow && self->scale.end - self->scale.start < PLOT_LEAST * unit)
    {
      self->narrow = TRUE;
      place_legend (self, series, context);
      right = place_figures (self, series, context);
    }
  if (self->narrow)
    {
      self->label_right = right;
      self->scale.start = INSET * unit;
      self->scale.end = MAX (self->width - INSET * unit, self->scale.start + 1);
    }
  self->scale.from
    = CLAMP (floor ((double) series->lowest / 100 / ROUND_PERCENT) * ROUND_PERCENT, 0, HALF);
  self->scale.to = 100;
  self->tick_step = MAX (ks_scale_step (&self->scale, TICK_DISTANCE * unit), ROUND_PERCENT);
}

static void
place_top (KsProfileLayout *self, const KsProfileSeries *series, const KsChartContext *context,
           double width)
{
  double legend;

  *self = (KsProfileLayout) { .width = width, .unit = context->unit };
  place_legend (self, series, context);
  place_columns (self, series, context);
  legend = ks_legend_height (&self->legend, context);
  self->header_y = legend + (HEADER_LINE - HEADER_BASE) * self->unit;
  self->band.top = legend + HEADER_LINE * self->unit;
}

/**
 * ks_profile_layout_measure:
 * @series: the questions
 * @context: where the chart stands
 * @width: its width
 *
 * Returns: the height that suits @width
 */
double
ks_profile_layout_measure (const KsProfileSeries *series, const KsChartContext *context,
                           double width)
{
  KsProfileLayout layout;

  place_top (&layout, series, context, width);
  return ceil (layout.band.top
               + ((layout.narrow ? NARROW_PITCH : PITCH) * series->n_rows + AXIS_LINE)
                   * context->unit);
}

/**
 * ks_profile_layout_init:
 * @self: a layout on the stack
 * @series: the questions
 * @context: where the chart stands
 * @width: its width
 * @height: its height; rows become lower or higher within limits
 *
 * Places everything.
 */
void
ks_profile_layout_init (KsProfileLayout *self, const KsProfileSeries *series,
                        const KsChartContext *context, double width, double height)
{
  double unit = context->unit;
  double pitch;

  place_top (self, series, context, width);
  pitch = CLAMP ((height - self->band.top - AXIS_LINE * unit) / MAX (series->n_rows, 1),
                 (self->narrow ? NARROW_LEAST : PITCH_LEAST) * unit,
                 (self->narrow ? NARROW_PITCH : PITCH_MOST) * unit);
  self->band.pitch = pitch;
  self->band.end = series->n_rows;
  self->band.middle = self->narrow ? pitch - (NARROW_PITCH - NARROW_MARK) * unit : pitch / 2;
  self->band.half = self->narrow ? NARROW_HALF * unit : pitch / 2;
  self->label_offset = self->narrow ? NARROW_LABEL * unit - (NARROW_PITCH * unit - pitch) / 2
                                    : pitch / 2;
  self->axis_y = self->band.top + pitch * series->n_rows + AXIS_LINE / 2 * unit;
}
