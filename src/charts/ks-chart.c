/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart.h"

#include <math.h>

#include "ks-chart-context.h"

/* Marks thinner than this are still found by the pointer when it is as near as that. */
#define NEAR        2.0

typedef struct {
  GMutex      lock;  /* marks, and what the painters keep between layout and paint */
  GArray     *marks; /* of KsMark, row by row in the order of the eye */
} KsChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KsChart, ks_chart, G_TYPE_OBJECT)

static KsChartPrivate *
get_private (KsChart *self)
{
  return ks_chart_get_instance_private (self);
}

static void
ks_chart_finalize (GObject *object)
{
  KsChartPrivate *priv = get_private (KS_CHART (object));

  g_array_unref (priv->marks);
  g_mutex_clear (&priv->lock);
  G_OBJECT_CLASS (ks_chart_parent_class)->finalize (object);
}

static void
ks_chart_class_init (KsChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_chart_finalize;
}

static void
ks_chart_init (KsChart *self)
{
  KsChartPrivate *priv = get_private (self);

  g_mutex_init (&priv->lock);
  priv->marks = g_array_new (FALSE, FALSE, sizeof (KsMark));
}

/* With the lock held. */
static void
lay_out (KsChart *self, KsChartContext *context, double width, double height)
{
  g_array_set_size (get_private (self)->marks, 0);
  KS_CHART_GET_CLASS (self)->lay_out (self, context, width, height);
}

/**
 * ks_chart_measure_height:
 * @self: a chart
 * @width: the width it will have
 * @palette: the colours, which say whether it stands on paper
 * @font: the font of its body text
 *
 * Returns: the height that suits @width
 */
double
ks_chart_measure_height (KsChart *self, double width, const KsPalette *palette,
                         const PangoFontDescription *font)
{
  KsChartContext context;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  ks_chart_context_init (&context, palette, font);
  return KS_CHART_GET_CLASS (self)->measure (self, &context, width);
}

/**
 * ks_chart_lay_out:
 * @self: a chart
 * @width: its width
 * @height: its height
 * @palette: its colours
 * @font: the font of its body text
 *
 * Places the marks without painting them. ks_chart_paint() does it too.
 */
void
ks_chart_lay_out (KsChart *self, double width, double height, const KsPalette *palette,
                  const PangoFontDescription *font)
{
  KsChartContext context;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  ks_chart_context_init (&context, palette, font);
  lay_out (self, &context, width, height);
}

/**
 * ks_chart_paint:
 * @self: a chart
 * @cr: where to paint; the chart's corner is its origin
 * @width: width of the chart
 * @height: height of the chart
 * @palette: its colours
 * @font: the font of its body text
 *
 * Paints the chart. The ground stays as it is.
 */
void
ks_chart_paint (KsChart *self, cairo_t *cr, double width, double height,
                const KsPalette *palette, const PangoFontDescription *font)
{
  KsChartContext context;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  ks_chart_context_init (&context, palette, font);
  lay_out (self, &context, width, height);
  cairo_save (cr);
  KS_CHART_GET_CLASS (self)->paint (self, &context, cr);
  cairo_restore (cr);
}

/**
 * ks_chart_add_mark:
 * @self: a chart
 * @rect: where the mark is
 * @row: the row of the caller that it belongs to
 * @column: its place within the row
 *
 * For the painters, while they lay out: row by row, from left to right.
 */
void
ks_chart_add_mark (KsChart *self, const cairo_rectangle_t *rect, guint row, guint column)
{
  KsMark mark = { *rect, row, column };

  g_array_append_val (get_private (self)->marks, mark);
}

/**
 * ks_chart_get_n_marks:
 * @self: a chart
 *
 * Returns: the number of marks, as last laid out or painted
 */
guint
ks_chart_get_n_marks (KsChart *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  return get_private (self)->marks->len;
}

static const KsMark *
get_mark (KsChart *self, guint mark)
{
  return &g_array_index (get_private (self)->marks, KsMark, mark);
}

/**
 * ks_chart_get_mark_rect:
 * @self: a chart
 * @mark: a mark
 * @rect: (out caller-allocates): where it is; an empty level has no width
 */
void
ks_chart_get_mark_rect (KsChart *self, guint mark, cairo_rectangle_t *rect)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  g_return_if_fail (mark < get_private (self)->marks->len);
  *rect = get_mark (self, mark)->rect;
}

/**
 * ks_chart_get_mark_row:
 * @self: a chart
 * @mark: a mark
 *
 * Returns: which of the rows that the chart was made of it belongs to
 */
guint
ks_chart_get_mark_row (KsChart *self, guint mark)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  g_return_val_if_fail (mark < get_private (self)->marks->len, 0);
  return get_mark (self, mark)->row;
}

/**
 * ks_chart_dup_mark_sentence:
 * @self: a chart
 * @mark: a mark
 *
 * Returns: (transfer full): what the mark says, with its exact figures
 */
char *
ks_chart_dup_mark_sentence (KsChart *self, guint mark)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  g_return_val_if_fail (mark < get_private (self)->marks->len, NULL);
  return KS_CHART_GET_CLASS (self)->describe (self, get_mark (self, mark)->row,
                                              get_mark (self, mark)->column);
}

static double
distance_to (const cairo_rectangle_t *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/**
 * ks_chart_hit:
 * @self: a chart
 * @x: position of the pointer
 * @y: position of the pointer
 *
 * Returns: the mark there, or the nearest within two units; −1: none. Empty marks are never hit
 */
int
ks_chart_hit (KsChart *self, double x, double y)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);
  GArray *marks = get_private (self)->marks;
  double nearest = NEAR;
  int hit = -1;

  for (guint i = 0; i < marks->len; i++)
    {
      const cairo_rectangle_t *rect = &g_array_index (marks, KsMark, i).rect;
      double distance;

      if (rect->width <= 0 || rect->height <= 0)
        continue;
      distance = distance_to (rect, x, y);
      if (distance < nearest)
        {
          nearest = distance;
          hit = (int) i;
        }
    }
  return hit;
}

/* The mark at the same column (or the last before it) of the row above or below. */
static int
find_beside (GArray *marks, int from, int step)
{
  const KsMark *start = &g_array_index (marks, KsMark, from);
  int found = from;
  gboolean inside = FALSE;
  guint row = start->row;

  for (int i = from + step; i >= 0 && i < (int) marks->len; i += step)
    {
      const KsMark *mark = &g_array_index (marks, KsMark, i);

      if (mark->row == start->row && !inside)
        continue;
      if (inside && mark->row != row)
        break;
      if (!inside || ABS ((int) mark->column - (int) start->column)
                       < ABS ((int) g_array_index (marks, KsMark, found).column
                              - (int) start->column))
        found = i;
      inside = TRUE;
      row = mark->row;
    }
  return found;
}

/**
 * ks_chart_move:
 * @self: a chart
 * @mark: the mark that has the focus; negative: none yet
 * @move: a key
 *
 * Returns: the mark that has the focus then: itself at the edges, −1 if there is none at all
 */
int
ks_chart_move (KsChart *self, int mark, KsChartMove move)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);
  GArray *marks = get_private (self)->marks;
  int last = (int) marks->len - 1;

  if (last < 0 || mark < 0 || mark > last)
    return MIN (last, 0);
  switch (move)
    {
    case KS_CHART_LEFT:
      return MAX (mark - 1, 0);
    case KS_CHART_RIGHT:
      return MIN (mark + 1, last);
    case KS_CHART_UP:
      return find_beside (marks, mark, -1);
    case KS_CHART_DOWN:
      return find_beside (marks, mark, 1);
    case KS_CHART_LAST:
      return last;
    case KS_CHART_FIRST:
    default:
      return 0;
    }
}
