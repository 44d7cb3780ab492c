/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-work-cells-private.h"

#include <math.h>
#include <string.h>

#include "ks-i18n.h"
#include "ks-text-scale.h"

#define LINE_HEIGHT 27
#define TITLE_HEIGHT 24
#define NAME_WIDTH 162
#define PADDING 6
#define BOX 16
#define MOST_EXTRA 140 /* of which names may grow wider */

static const int widths[]
    = { 108, 52, 78, 68, 58, 69, 33, 60, 53, 28, 28, 28, 28, 28, 28, 28, 48, 54 };
G_STATIC_ASSERT (G_N_ELEMENTS (widths) == KS_WORK_CELLS_N_COLUMNS);

/* The titles that span several columns. */
static const struct
{
  guint first, last;
  const char *title;
} groups[] = {
  { KS_WORK_REPORTED, KS_WORK_ANSWERED, N_ ("Working group’s report") },
  { KS_WORK_POSTED, KS_WORK_MEETINGS, N_ ("Publicity") },
  { KS_WORK_POSTS, KS_WORK_CELLS_DAYS, N_ ("Posts and pictures in the Zalo group") },
};

/* What is painted with, once for all cells. */
typedef struct
{
  KsWorkCells *self;
  GtkSnapshot *snapshot;
  KsWorkMeasures measures;
  GdkRGBA ink, dim, line, accent, on_accent, chosen, ground, notice, head;
  PangoLayout *layout;
} Painter;

gboolean
ks_work_column_is_check (guint column)
{
  return column == KS_WORK_CELLS_VERIFIED
         || (column < KS_WORK_POSTS && ks_work_field_is_mark ((KsWorkField)column));
}

/**
 * ks_work_cells_get_least_width:
 * @self: a grid
 *
 * Returns: how wide all its columns are
 */
int
ks_work_cells_get_least_width (KsWorkCells *self)
{
  double scale = ks_text_scale_get (GTK_WIDGET (self), KS_TEXT_TABLE), width = NAME_WIDTH;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    width += widths[i];
  return (int)ceil (width * scale);
}

/**
 * ks_work_cells_measure_grid:
 * @self: a grid
 * @width: how wide it is
 * @measures: (out caller-allocates): where its columns lie
 */
void
ks_work_cells_measure_grid (KsWorkCells *self, int width, KsWorkMeasures *measures)
{
  double scale = ks_text_scale_get (GTK_WIDGET (self), KS_TEXT_TABLE);
  double extra = MAX (0, width - ks_work_cells_get_least_width (self));
  double names = MIN (extra, MOST_EXTRA * scale), each = (extra - names) / G_N_ELEMENTS (widths);
  double left;

  measures->scale = scale;
  measures->line = (int)round (LINE_HEIGHT * scale);
  measures->head = (int)round (2 * TITLE_HEIGHT * scale);
  measures->name = (int)round (NAME_WIDTH * scale + names);
  left = measures->name;
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      measures->lefts[i] = (int)round (left);
      left += widths[i] * scale + each;
    }
  measures->lefts[G_N_ELEMENTS (widths)] = (int)round (left);
}

static double
get_value (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

static void
look_up (GtkStyleContext *style, const char *name, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (style, name, color))
    *color = (GdkRGBA){ .5f, .5f, .5f, 1 };
}

static void
find_colors (Painter *painter)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (painter->self));

  gtk_style_context_get_color (style, &painter->ink);
  look_up (style, "secondary_color", &painter->dim);
  look_up (style, "hairline_color", &painter->line);
  look_up (style, "accent_color", &painter->accent);
  look_up (style, "accent_bg_color", &painter->chosen);
  look_up (style, "accent_fg_color", &painter->on_accent);
  look_up (style, "card_bg_color", &painter->ground);
  look_up (style, "view_bg_color", &painter->head);
  look_up (style, "notice_color", &painter->notice);
  painter->accent = painter->chosen;
  painter->chosen.alpha = .16f;
}

static void
fill (Painter *painter, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (painter->snapshot, color,
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

/* xalign: 0 left, 0.5 in the middle, 1 right. */
static void
write_text (Painter *painter, const char *text, const GdkRGBA *color, const GdkRectangle *cell,
            double xalign, gboolean strong, double size)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int padding = (int)round (PADDING * painter->measures.scale);
  int width = cell->width - (xalign == .5 ? 2 : padding + (xalign > 0 ? 4 : 2));
  int text_width, text_height;
  double x;

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (painter->layout, attributes);
  pango_layout_set_text (painter->layout, text, -1);
  pango_layout_set_width (painter->layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (painter->layout, &text_width, &text_height);
  x = xalign == .5 ? cell->x + (cell->width - text_width) / 2.0
      : xalign > 0 ? cell->x + cell->width - padding - text_width
                   : cell->x + padding;
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot,
                          &GRAPHENE_POINT_INIT ((float)round (x),
                                                (float)round (cell->y + (cell->height - text_height) / 2.0)));
  gtk_snapshot_append_layout (painter->snapshot, painter->layout, color);
  gtk_snapshot_restore (painter->snapshot);
}

typedef enum
{
  BOX_EMPTY,
  BOX_FULL,
  BOX_PART,
} BoxState;

static void
draw_tick (cairo_t *cr, double x, double y, double size, BoxState state)
{
  cairo_set_line_width (cr, size / 8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (state == BOX_FULL)
    {
      cairo_move_to (cr, x + size * .26, y + size * .52);
      cairo_line_to (cr, x + size * .43, y + size * .69);
      cairo_line_to (cr, x + size * .75, y + size * .33);
    }
  else
    {
      cairo_move_to (cr, x + size * .28, y + size * .5);
      cairo_line_to (cr, x + size * .72, y + size * .5);
    }
  cairo_stroke (cr);
}

static void
draw_box (Painter *painter, const GdkRectangle *cell, BoxState state)
{
  double size = round (BOX * painter->measures.scale);
  double x = round (cell->x + (cell->width - size) / 2), y = round (cell->y + (cell->height - size) / 2);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float)x, (float)y, (float)size, (float)size);
  const float ring[] = { 1.5f, 1.5f, 1.5f, 1.5f };
  GdkRGBA edge = painter->ink;
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float)(size * .28));
  if (state == BOX_EMPTY)
    {
      edge.alpha *= .4f;
      gtk_snapshot_append_border (painter->snapshot, &outline, ring,
                                  (GdkRGBA[4]){ edge, edge, edge, edge });
      return;
    }
  gtk_snapshot_push_rounded_clip (painter->snapshot, &outline);
  gtk_snapshot_append_color (painter->snapshot, &painter->accent, &bounds);
  gtk_snapshot_pop (painter->snapshot);
  cr = gtk_snapshot_append_cairo (painter->snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &painter->on_accent);
  draw_tick (cr, x, y, size, state);
  cairo_destroy (cr);
}

static BoxState
get_box_state (const KsWorkRow *row, guint column)
{
  if (column != KS_WORK_CELLS_VERIFIED)
    return ks_report_get_value (row->report, (KsWorkField)column) > 0 ? BOX_FULL : BOX_EMPTY;
  if (row->claimed == 0 || (row->claimed & row->verified) == 0)
    return BOX_EMPTY;
  return (row->claimed & ~row->verified) == 0 ? BOX_FULL : BOX_PART;
}

/* What may be a mistake shows in its own colour, and in words under the grid. */
static gboolean
is_doubtful (Painter *painter, const KsWorkRow *row, guint column)
{
  KsWorkDoubts doubts = ks_report_find_doubts (
      row->report, ks_unit_get_staff_in_scope (row->unit), painter->self->sheet->info);

  switch (column)
    {
    case KS_WORK_ANSWERED:
      return (doubts & (KS_WORK_MORE_ANSWERED | KS_WORK_OVER_STAFF)) != 0;
    case KS_WORK_GUIDED:
      return (doubts & KS_WORK_MORE_GUIDED) != 0;
    case KS_WORK_PRESENT:
      return (doubts & KS_WORK_OVER_STAFF) != 0;
    case KS_WORK_REPORTED:
      return (doubts & KS_WORK_EARLY) != 0;
    default:
      return FALSE;
    }
}

static void
draw_cell (Painter *painter, const KsWorkRow *row, guint column, const GdkRectangle *cell)
{
  g_autofree char *text = NULL;
  gboolean doubtful;

  if (ks_work_column_is_check (column))
    {
      draw_box (painter, cell, get_box_state (row, column));
      return;
    }
  text = ks_work_cells_dup_text (painter->self, row, column);
  if (column == KS_WORK_REPORTED && *text == '\0')
    {
      write_text (painter, _ ("none yet"), &painter->dim, cell, 1, FALSE, 1);
      return;
    }
  doubtful = is_doubtful (painter, row, column);
  write_text (painter, text, doubtful ? &painter->notice : &painter->ink, cell,
              column >= KS_WORK_POSTS ? .5 : 1, doubtful || column == KS_WORK_CELLS_DAYS, 1);
}

static void
draw_frame (Painter *painter, const GdkRectangle *cell)
{
  GskRoundedRect outline;
  const float width[] = { 2, 2, 2, 2 };
  const GdkRGBA *color = &painter->accent;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float)cell->x, (float)cell->y,
                                                        (float)cell->width, (float)cell->height),
                                   2);
  gtk_snapshot_append_border (painter->snapshot, &outline, width,
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
draw_row (Painter *painter, guint index, double top)
{
  KsWorkCells *self = painter->self;
  const KsWorkRow *row = ks_work_cells_get_row (self, index);
  const int *lefts = painter->measures.lefts;
  gboolean current = index == self->row && gtk_widget_has_focus (GTK_WIDGET (self));

  if (index == self->row)
    fill (painter, &painter->chosen, painter->measures.name, top,
          lefts[KS_WORK_CELLS_N_COLUMNS] - painter->measures.name, painter->measures.line);
  for (guint column = 0; column < KS_WORK_CELLS_N_COLUMNS; column++)
    {
      GdkRectangle cell = { lefts[column], (int)top, lefts[column + 1] - lefts[column],
                            painter->measures.line };

      draw_cell (painter, row, column, &cell);
      if (current && column == self->column)
        draw_frame (painter, &cell);
    }
  fill (painter, &painter->line, painter->measures.name, top + painter->measures.line - 1,
        lefts[KS_WORK_CELLS_N_COLUMNS] - painter->measures.name, 1);
}

/* Names stay at the edge while the columns are scrolled. */
static void
draw_name (Painter *painter, guint index, double left, double top)
{
  const KsWorkRow *row = ks_work_cells_get_row (painter->self, index);
  GdkRectangle cell = { (int)left + 6, (int)top, painter->measures.name - 6, painter->measures.line };

  fill (painter, &painter->head, left, top, painter->measures.name, painter->measures.line);
  if (index == painter->self->row)
    fill (painter, &painter->chosen, left, top, painter->measures.name, painter->measures.line);
  write_text (painter, ks_unit_get_name (row->unit), &painter->ink, &cell, 0, FALSE, 1);
  fill (painter, &painter->line, left, top + painter->measures.line - 1, painter->measures.name, 1);
  fill (painter, &painter->line, left + painter->measures.name - 1, top, 1, painter->measures.line);
}

/* A title that spans both rows has its first word in the upper one. */
static void
draw_tall_title (Painter *painter, const char *title, const GdkRectangle *cell)
{
  const char *blank = strchr (title, ' ');
  g_autofree char *first = blank != NULL ? g_strndup (title, (gsize)(blank - title)) : NULL;
  GdkRectangle upper = { cell->x, cell->y + 5, cell->width, cell->height / 2 - 5 };
  GdkRectangle lower = { cell->x, cell->y + cell->height / 2, cell->width, cell->height / 2 - 5 };

  if (blank == NULL)
    {
      write_text (painter, title, &painter->dim, cell, .5, TRUE, .88);
      return;
    }
  write_text (painter, first, &painter->dim, &upper, .5, TRUE, .88);
  write_text (painter, blank + 1, &painter->dim, &lower, .5, TRUE, .88);
}

static void
draw_titles (Painter *painter, double top)
{
  const int *lefts = painter->measures.lefts;
  int half = painter->measures.head / 2;

  fill (painter, &painter->head, 0, top, lefts[KS_WORK_CELLS_N_COLUMNS], painter->measures.head);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GdkRectangle cell = { lefts[groups[i].first], (int)top,
                            lefts[groups[i].last + 1] - lefts[groups[i].first], half };

      write_text (painter, _ (groups[i].title), &painter->dim, &cell, .5, TRUE, .9);
      fill (painter, &painter->line, cell.x, top + half, cell.width, 1);
      fill (painter, &painter->line, cell.x, top, 1, painter->measures.head);
    }
  for (guint column = 0; column < KS_WORK_CELLS_N_COLUMNS; column++)
    {
      gboolean whole = column == KS_WORK_CELLS_VERIFIED;
      GdkRectangle cell = { lefts[column], (int)top + (whole ? 0 : half),
                            lefts[column + 1] - lefts[column], whole ? 2 * half : half };
      g_autofree char *title = ks_work_cells_dup_title (painter->self, column);

      if (whole)
        draw_tall_title (painter, title, &cell);
      else
        write_text (painter, title, &painter->dim, &cell, column < KS_WORK_POSTED ? 1 : .5, TRUE,
                    .88);
    }
  fill (painter, &painter->line, 0, top + painter->measures.head - 1,
        lefts[KS_WORK_CELLS_N_COLUMNS], 1);
}

static void
draw_lines (Painter *painter, double top, double bottom)
{
  for (guint column = 1; column < KS_WORK_CELLS_N_COLUMNS; column++)
    fill (painter, &painter->line, painter->measures.lefts[column], top, 1, bottom - top);
}

static void
draw_all (Painter *painter, int height)
{
  KsWorkCells *self = painter->self;
  double left = get_value (self->across), top = get_value (self->down);
  double page = self->down != NULL ? gtk_adjustment_get_page_size (self->down) : height;
  guint first = (guint)MAX (0, (top) / painter->measures.line);
  guint end = (guint)MIN (self->units->len, (top + page) / painter->measures.line + 1);
  GdkRectangle corner = { (int)left + 6, (int)top, painter->measures.name - 6, painter->measures.head };

  for (guint i = first; i < end; i++)
    draw_row (painter, i, painter->measures.head + i * painter->measures.line);
  draw_lines (painter, top + painter->measures.head / 2.0,
              MIN (top + page, painter->measures.head + (double)self->units->len * painter->measures.line));
  for (guint i = first; i < end; i++)
    draw_name (painter, i, left, painter->measures.head + i * painter->measures.line);
  draw_titles (painter, top);
  draw_lines (painter, top + painter->measures.head / 2.0, top + painter->measures.head);
  fill (painter, &painter->head, left, top, painter->measures.name, painter->measures.head - 1);
  write_text (painter, _ ("Unit"), &painter->dim, &corner, 0, TRUE, .88);
  fill (painter, &painter->line, left + painter->measures.name - 1, top, 1, painter->measures.head);
}

/**
 * ks_work_cells_snapshot:
 * @widget: a grid
 * @snapshot: what to paint on
 *
 * Paints the rows that are seen.
 */
void
ks_work_cells_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KsWorkCells *self = KS_WORK_CELLS (widget);
  Painter painter = { .self = self, .snapshot = snapshot };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);

  if (self->sheet == NULL)
    return;
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  painter.layout = layout;
  ks_work_cells_measure_grid (self, gtk_widget_get_width (widget), &painter.measures);
  find_colors (&painter);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                         (float)gtk_widget_get_height (widget)));
  draw_all (&painter, gtk_widget_get_height (widget));
  gtk_snapshot_pop (snapshot);
  if (self->editing)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->editor), snapshot);
}
