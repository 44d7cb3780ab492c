/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-marks.h"

#include <math.h>

/* Marks thinner than this are still found by the pointer when it is as near as that. */
#define NEAR 2.0

/**
 * ks_marks_init:
 * @self: marks
 *
 * Makes @self empty.
 */
void
ks_marks_init (KsMarks *self)
{
  self->list = g_array_new (FALSE, FALSE, sizeof (KsMark));
  self->cells = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->grid = (KsMarkGrid) { 0 };
}

/**
 * ks_marks_clear:
 * @self: marks
 *
 * Frees what @self holds.
 */
void
ks_marks_clear (KsMarks *self)
{
  g_array_unref (self->list);
  g_array_unref (self->cells);
}

/**
 * ks_marks_reset:
 * @self: marks
 *
 * Forgets the marks, before they are placed anew.
 */
void
ks_marks_reset (KsMarks *self)
{
  g_array_set_size (self->list, 0);
  g_array_set_size (self->cells, 0);
  self->grid = (KsMarkGrid) { 0 };
}

/**
 * ks_marks_add:
 * @self: marks
 * @mark: one more, behind or below the last
 *
 * Adds a mark to the list.
 */
void
ks_marks_add (KsMarks *self, const KsMark *mark)
{
  g_array_append_val (self->list, *mark);
}

/**
 * ks_marks_set_grid:
 * @self: marks without a list
 * @grid: the table, copied
 *
 * Makes the marks a table.
 */
void
ks_marks_set_grid (KsMarks *self, const KsMarkGrid *grid)
{
  g_return_if_fail (self->list->len == 0);

  g_array_set_size (self->cells, 0);
  g_array_append_vals (self->cells, grid->cells, grid->n_columns);
  self->grid = *grid;
  self->grid.cells = (const cairo_rectangle_t *) (gpointer) self->cells->data;
}

/**
 * ks_marks_get_n:
 * @self: marks
 *
 * Returns: how many there are
 */
guint
ks_marks_get_n (const KsMarks *self)
{
  return self->list->len + self->grid.n_rows * self->grid.n_columns;
}

static const KsMark *
get_listed (const KsMarks *self, guint index)
{
  return &g_array_index (self->list, KsMark, index);
}

/**
 * ks_marks_get:
 * @self: marks
 * @index: one of them
 * @mark: (out): where it is and what it belongs to
 */
void
ks_marks_get (const KsMarks *self, guint index, KsMark *mark)
{
  const KsMarkGrid *grid = &self->grid;

  if (grid->n_columns == 0)
    {
      *mark = *get_listed (self, index);
      return;
    }
  mark->row = index / grid->n_columns;
  mark->column = index % grid->n_columns;
  mark->rect = grid->cells[mark->column];
  mark->rect.y += grid->top + mark->row * grid->pitch;
}

static double
distance_to (const cairo_rectangle_t *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/* The nearest of the marks from @first to before @end. */
static int
find_nearest (const KsMarks *self, guint first, guint end, double x, double y)
{
  double nearest = NEAR;
  int hit = -1;

  for (guint i = first; i < end; i++)
    {
      KsMark mark;
      double distance;

      ks_marks_get (self, i, &mark);
      if (mark.rect.width <= 0 || mark.rect.height <= 0)
        continue;
      distance = distance_to (&mark.rect, x, y);
      if (distance < nearest)
        {
          nearest = distance;
          hit = (int) i;
        }
    }
  return hit;
}

/**
 * ks_marks_hit:
 * @self: marks
 * @x: position of the pointer
 * @y: position of the pointer
 *
 * Returns: the mark there, or the nearest within two units; −1: none. Empty marks are never hit,
 *   nor those that a heading covers
 */
int
ks_marks_hit (const KsMarks *self, double x, double y)
{
  const KsMarkGrid *grid = &self->grid;
  double row;

  if (grid->n_columns == 0)
    return find_nearest (self, 0, self->list->len, x, y);
  row = floor ((y - grid->top) / grid->pitch);
  if (row < 0 || row >= grid->n_rows || y < grid->covered)
    return -1;
  return find_nearest (self, (guint) row * grid->n_columns, ((guint) row + 1) * grid->n_columns,
                       x, y);
}

/* The mark at the same column (or the last before it) of the row above or below. */
static int
find_beside (const KsMarks *self, int from, int step)
{
  KsMark start, best;
  int found = from;
  gboolean inside = FALSE;

  ks_marks_get (self, (guint) from, &start);
  best = start;
  for (int i = from + step; i >= 0 && i < (int) ks_marks_get_n (self); i += step)
    {
      KsMark mark;

      ks_marks_get (self, (guint) i, &mark);
      if (mark.row == start.row && !inside)
        continue;
      if (inside && mark.row != best.row)
        break;
      if (!inside
          || ABS ((int) mark.column - (int) start.column)
               < ABS ((int) best.column - (int) start.column))
        {
          found = i;
          best = mark;
        }
      inside = TRUE;
    }
  return found;
}

/**
 * ks_marks_move:
 * @self: marks
 * @from: the mark that has the focus; negative: none yet
 * @move: a key
 *
 * Returns: the mark that has the focus then: itself at the edges, −1 if there is none at all
 */
int
ks_marks_move (const KsMarks *self, int from, KsChartMove move)
{
  int last = (int) ks_marks_get_n (self) - 1;

  if (last < 0 || from < 0 || from > last)
    return MIN (last, 0);
  switch (move)
    {
    case KS_CHART_LEFT:
      return MAX (from - 1, 0);
    case KS_CHART_RIGHT:
      return MIN (from + 1, last);
    case KS_CHART_UP:
      return find_beside (self, from, -1);
    case KS_CHART_DOWN:
      return find_beside (self, from, 1);
    case KS_CHART_LAST:
      return last;
    case KS_CHART_FIRST:
    default:
      return 0;
    }
}
