/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart.h"

#include "ks-chart-context.h"
#include "ks-marks.h"

typedef struct {
  GMutex  lock;    /* marks, and what the painters keep between layout and paint */
  KsMarks marks;
  double  offset;  /* how far it is scrolled */
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

  ks_marks_clear (&priv->marks);
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
  ks_marks_init (&priv->marks);
}

/* With the lock held. */
static void
lay_out (KsChart *self, KsChartContext *context, double width, double height)
{
  ks_marks_reset (&get_private (self)->marks);
  context->offset = get_private (self)->offset;
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

  ks_marks_add (&get_private (self)->marks, &mark);
}

/**
 * ks_chart_set_grid:
 * @self: a chart
 * @grid: rows of marks that are all alike
 *
 * For painters of tables, while they lay out, in place of ks_chart_add_mark().
 */
void
ks_chart_set_grid (KsChart *self, const KsMarkGrid *grid)
{
  ks_marks_set_grid (&get_private (self)->marks, grid);
}

/**
 * ks_chart_set_offset:
 * @self: a chart
 * @offset: how much of its height is scrolled away above
 *
 * Tells where the upper edge of what is seen lies. A chart whose heading stays in sight paints it
 * there. Beyond the clip a table paints nothing at all.
 */
void
ks_chart_set_offset (KsChart *self, double offset)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  get_private (self)->offset = MAX (offset, 0);
}

/**
 * ks_chart_get_heading_height:
 * @self: a chart
 *
 * Returns: how much the heading that stays in sight covers below the offset; 0: there is none
 */
double
ks_chart_get_heading_height (KsChart *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);

  return get_private (self)->marks.grid.heading;
}

/**
 * ks_chart_is_rigid:
 * @self: a chart
 *
 * Returns: whether it needs the height that it measures, and is cut where there is less
 */
gboolean
ks_chart_is_rigid (KsChart *self)
{
  return KS_CHART_GET_CLASS (self)->rigid;
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

  return ks_marks_get_n (&get_private (self)->marks);
}

/* With the lock held. */
static gboolean
get_mark (KsChart *self, guint index, KsMark *mark)
{
  const KsMarks *marks = &get_private (self)->marks;

  *mark = (KsMark) { 0 };
  g_return_val_if_fail (index < ks_marks_get_n (marks), FALSE);
  ks_marks_get (marks, index, mark);
  return TRUE;
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
  KsMark found;

  get_mark (self, mark, &found);
  *rect = found.rect;
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
  KsMark found;

  get_mark (self, mark, &found);
  return found.row;
}

/**
 * ks_chart_get_mark_column:
 * @self: a chart
 * @mark: a mark
 *
 * Returns: its place within its row, as the chart numbers them
 */
guint
ks_chart_get_mark_column (KsChart *self, guint mark)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&get_private (self)->lock);
  KsMark found;

  get_mark (self, mark, &found);
  return found.column;
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
  KsMark found;

  if (!get_mark (self, mark, &found))
    return NULL;
  return KS_CHART_GET_CLASS (self)->describe (self, found.row, found.column);
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

  return ks_marks_hit (&get_private (self)->marks, x, y);
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

  const KsMarks *marks = &get_private (self)->marks;

  if (KS_CHART_GET_CLASS (self)->move != NULL && mark >= 0 && (guint) mark < ks_marks_get_n (marks)
      && move <= KS_CHART_DOWN)
    return (int) KS_CHART_GET_CLASS (self)->move (self, (guint) mark, move);
  return ks_marks_move (marks, mark, move);
}
