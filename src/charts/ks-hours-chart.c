/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-hours-chart.h"

#include "ks-chart-context.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-scale.h"

#include <math.h>

#define HOUR 3600
#define HOURS_PER_DAY 24
/* Offices open; where nothing came yet the axis begins here. */
#define MORNING 7

/* In units of the body font. */
#define TOP           2.0
#define AXIS_LINE     20.0
#define TICK_DISTANCE 62.0
#define BAR_GAP       1.0
#define COUNT_GAP     2.0 /* between a count and the line where the figures end */
#define LABEL_LINE    17.0
#define TEXT_GAP      8.0
#define LINE_WIDTH    1.5
#define LATER_ALPHA   0.055

struct _KsHoursChart {
  KsChart  parent_instance;

  KsHours  hours;
  gint64  *counts;
  double   plot_height;
  guint    start;    /* index of the first hour that is shown */
  gint64   most;
  KsScale  across;   /* hours since the first */
  KsScale  up;
  double   unit;
};

G_DEFINE_FINAL_TYPE (KsHoursChart, ks_hours_chart, KS_TYPE_CHART)

/**
 * ks_hours_find_first:
 * @hours: the hours
 *
 * Returns: the index of the first hour that says something: the first with answers, else the morning
 */
guint
ks_hours_find_first (const KsHours *hours)
{
  int hour;

  for (guint i = 0; i < hours->n_hours; i++)
    if (hours->counts[i] != 0)
      return i;
  ks_moment_to_civil (hours->first, NULL, NULL, NULL, &hour, NULL, NULL);
  return hour < MORNING && (guint) (MORNING - hour) < hours->n_hours ? (guint) (MORNING - hour) : 0;
}

/**
 * ks_hour_dup_label:
 * @hour: the start of an hour
 *
 * Returns: (transfer full): "7 giờ"; the start of a day is called by its date
 */
char *
ks_hour_dup_label (KsMoment hour)
{
  int month, day, hours;

  ks_moment_to_civil (hour, NULL, &month, &day, &hours, NULL, NULL);
  return hours == 0 ? g_strdup_printf ("%02d/%d", day, month) : g_strdup_printf ("%d giờ", hours);
}

static double
ks_hours_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return ceil ((TOP + KS_HOURS_CHART (chart)->plot_height + AXIS_LINE) * context->unit);
}

static void
ks_hours_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
  KsHoursChart *self = KS_HOURS_CHART (chart);
  double unit = context->unit;

  self->unit = unit;
  self->across = (KsScale) { self->start, MAX (self->hours.n_hours, self->start + 1), 0,
                             MAX (width, 1) };
  self->up = (KsScale) { 0, (double) MAX (self->most, 1),
                         MAX (height - AXIS_LINE * unit, (TOP + 1) * unit), TOP * unit };
  for (guint i = self->start; i < self->hours.n_hours; i++)
    {
      double left = ks_scale_map (&self->across, i);
      cairo_rectangle_t rect = { left, TOP * unit, ks_scale_length (&self->across, 1),
                                 self->up.start - TOP * unit };

      if (self->hours.as_of != KS_MOMENT_NONE
          && self->hours.first + (KsMoment) i * HOUR <= self->hours.as_of)
        ks_chart_add_mark (chart, &rect, 0, i);
    }
}

static void
show (const KsChartContext *context, cairo_t *cr, const char *text, KsTextStyle style,
      KsAlign align, double x, double y)
{
  ks_chart_context_show (context, cr, text, style, align, x, y, -1);
}

/* Where the figures end; outside the chart if they do not. */
static double
find_end (KsHoursChart *self)
{
  double hours;

  if (self->hours.as_of == KS_MOMENT_NONE)
    return G_MAXDOUBLE;
  hours = (double) (self->hours.as_of - self->hours.first) / HOUR;
  if (hours >= self->hours.n_hours)
    return G_MAXDOUBLE;
  return ks_scale_map (&self->across, MAX (hours, self->start));
}

/* The middle of its bar; but the line where the figures end strikes no count through: behind it
 * nothing stands yet. */
static double
find_middle (KsHoursChart *self, guint i, double text_width, gboolean inside)
{
  double left = ks_scale_map (&self->across, i), right = ks_scale_map (&self->across, i + 1);
  double end = find_end (self);
  double away = text_width / 2 + COUNT_GAP * self->unit;
  double after = end + LINE_WIDTH * self->unit + away;

  if (end == G_MAXDOUBLE || fabs (end - (left + right) / 2) >= away)
    return (left + right) / 2;
  if (end - away - text_width / 2 >= left)
    return end - away;
  return !inside || after + text_width / 2 <= right ? after : (left + right) / 2;
}

/* The count stands in its bar, or above it where the bar is low; not at all where it is narrow. */
static void
paint_count (KsHoursChart *self, const KsChartContext *context, cairo_t *cr, guint i, double top)
{
  double width = ks_scale_length (&self->across, 1);
  double text_width;
  g_autofree char *text
      = self->counts[i] < 0 ? g_strdup ("<5") : ks_format_count (self->counts[i]);
  gboolean inside = self->up.start - top >= LABEL_LINE * self->unit;

  text_width = ks_chart_context_measure (context, text, KS_TEXT_CAPTION);
  if (text_width > width - 2 * BAR_GAP * self->unit)
    return;
  ks_colour_set (inside ? &context->palette->bar_label : &context->palette->secondary, cr);
  show (context, cr, text, KS_TEXT_CAPTION, KS_ALIGN_CENTRE,
        find_middle (self, i, text_width, inside),
        top + (inside ? 0.5 : -0.45) * LABEL_LINE * self->unit);
}

static void
paint_bar (KsHoursChart *self, const KsChartContext *context, cairo_t *cr, guint i)
{
  double left = round (ks_scale_map (&self->across, i));
  double right = round (ks_scale_map (&self->across, i + 1));
  double height = fabs (ks_scale_length (&self->up, (double) MAX (self->counts[i], 0)));
  double top;

  if (self->counts[i] == 0)
    return;
  top = round (self->up.start - MAX (height, 2 * self->unit));
  ks_colour_set (&context->palette->bar, cr);
  cairo_rectangle (cr, left, top, MAX (right - left - BAR_GAP * self->unit, 1),
                   self->up.start - top);
  cairo_fill (cr);
  paint_count (self, context, cr, i, top);
}

static void
paint_axis (KsHoursChart *self, const KsChartContext *context, cairo_t *cr)
{
  static const guint steps[] = { 1, 2, 3, 4, 6, 12, 24 };
  double width = self->across.end;
  guint step = 0;

  ks_colour_set (&context->palette->grid, cr);
  cairo_rectangle (cr, 0, round (self->up.start), width, 1);
  cairo_fill (cr);
  while (step + 1 < G_N_ELEMENTS (steps)
         && ks_scale_length (&self->across, steps[step]) < TICK_DISTANCE * self->unit)
    step++;
  ks_colour_set (&context->palette->secondary, cr);
  for (guint i = self->start; i < self->hours.n_hours; i += steps[step])
    {
      g_autofree char *text = ks_hour_dup_label (self->hours.first + (KsMoment) i * HOUR);
      double x = ks_scale_map (&self->across, i);

      if (x + ks_chart_context_measure (context, text, KS_TEXT_CAPTION) <= width)
        show (context, cr, text, KS_TEXT_CAPTION, i == self->start ? KS_ALIGN_LEFT : KS_ALIGN_CENTRE,
              x, self->up.start + AXIS_LINE * self->unit / 2);
    }
}

static void
paint_left (KsHoursChart *self, const KsChartContext *context, cairo_t *cr, double x)
{
  KsMoment end = self->hours.first + (KsMoment) self->hours.n_hours * HOUR;
  gint64 hours = (end - self->hours.as_of) / HOUR;
  int hour, minute;
  g_autofree char *left = NULL;
  g_autofree char *now = NULL;
  double text_left = x + TEXT_GAP * self->unit;

  ks_moment_to_civil (self->hours.as_of, NULL, NULL, NULL, &hour, &minute, NULL);
  now = g_strdup_printf ("%d giờ %02d", hour, minute);
  left = context->paper
             ? g_strdup_printf ("còn %d giờ đến hết thời gian khảo sát", (int) hours)
             : g_strdup_printf (ngettext ("%d hour until the survey ends",
                                          "%d hours until the survey ends", (gulong) hours),
                                (int) hours);
  if (text_left + ks_chart_context_measure (context, now, KS_TEXT_ROW_BOLD) > self->across.end)
    return;
  ks_colour_set (&context->palette->text, cr);
  show (context, cr, now, KS_TEXT_ROW_BOLD, KS_ALIGN_LEFT, text_left,
        self->up.end + 0.75 * LABEL_LINE * self->unit);
  ks_colour_set (&context->palette->secondary, cr);
  if (hours > 0)
    ks_chart_context_show (context, cr, left, KS_TEXT_CAPTION, KS_ALIGN_LEFT, text_left,
                           self->up.end + 1.75 * LABEL_LINE * self->unit,
                           self->across.end - text_left);
}

/* What has not come yet, from the moment of the figures on. */
static void
paint_later (KsHoursChart *self, const KsChartContext *context, cairo_t *cr)
{
  KsColour ground = context->palette->text;
  double x = find_end (self);

  if (x == G_MAXDOUBLE)
    return;
  ground.alpha = LATER_ALPHA;
  ks_colour_set (&ground, cr);
  cairo_rectangle (cr, x, self->up.end, self->across.end - x, self->up.start - self->up.end);
  cairo_fill (cr);
  ks_colour_set (&context->palette->axis, cr);
  cairo_rectangle (cr, round (x), 0, LINE_WIDTH * self->unit, self->up.start);
  cairo_fill (cr);
  paint_left (self, context, cr, x);
}

static void
ks_hours_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  KsHoursChart *self = KS_HOURS_CHART (chart);

  for (guint i = self->start; i < self->hours.n_hours; i++)
    paint_bar (self, context, cr, i);
  paint_later (self, context, cr);
  paint_axis (self, context, cr);
  if (self->most > 0)
    return;
  ks_colour_set (&context->palette->secondary, cr);
  show (context, cr, ks_chart_context_say (context, N_ ("No answers yet"), "Chưa có phiếu nào"),
        KS_TEXT_ROW, KS_ALIGN_CENTRE, self->across.end / 2, (self->up.start + self->up.end) / 2);
}

static gint64
sum_until (KsHoursChart *self, guint column)
{
  gint64 sum = 0;

  for (guint i = 0; i <= column; i++)
    if (self->counts[i] < 0)
      return -1;
    else
      sum += self->counts[i];
  return sum;
}

static char *
ks_hours_chart_describe (KsChart *chart, guint row, guint column)
{
  KsHoursChart *self = KS_HOURS_CHART (chart);
  KsMoment hour = self->hours.first + (KsMoment) column * HOUR;
  g_autofree char *from = ks_hour_dup_label (hour);
  g_autofree char *to = ks_hour_dup_label (hour + HOUR);
  g_autofree char *count = ks_format_count (self->counts[column]);
  gint64 sum = sum_until (self, column);
  g_autofree char *so_far = ks_format_count (sum);
  g_autofree char *rate = ks_format_percent (MAX (sum, 0), MAX (self->hours.staff, 0));

  if (self->counts[column] < 0)
    return g_strdup_printf (_("%s to %s: fewer than 5 answers"), from, to);
  if (sum < 0 || self->hours.staff <= 0)
    return g_strdup_printf (_("%s to %s: %s answers"), from, to, count);
  return g_strdup_printf (_("%s to %s: %s answers; %s so far, %s"), from, to, count, so_far, rate);
}

static void
ks_hours_chart_finalize (GObject *object)
{
  g_free (KS_HOURS_CHART (object)->counts);
  G_OBJECT_CLASS (ks_hours_chart_parent_class)->finalize (object);
}

static void
ks_hours_chart_class_init (KsHoursChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_hours_chart_finalize;
  chart_class->measure = ks_hours_chart_measure;
  chart_class->lay_out = ks_hours_chart_lay_out;
  chart_class->paint = ks_hours_chart_paint;
  chart_class->describe = ks_hours_chart_describe;
}

static void
ks_hours_chart_init (KsHoursChart *self)
{
}

/**
 * ks_hours_chart_new:
 * @hours: the hours, copied
 * @height: of the bars, in units of a body font of 11 points
 *
 * Returns: (transfer full): a chart of the arrivals
 */
KsHoursChart *
ks_hours_chart_new (const KsHours *hours, double height)
{
  KsHoursChart *self = g_object_new (KS_TYPE_HOURS_CHART, NULL);

  self->hours = *hours;
  self->counts = g_memdup2 (hours->counts, hours->n_hours * sizeof *hours->counts);
  self->hours.counts = self->counts;
  self->plot_height = height;
  self->start = ks_hours_find_first (hours);
  for (guint i = 0; i < hours->n_hours; i++)
    self->most = MAX (self->most, hours->counts[i]);
  return self;
}
