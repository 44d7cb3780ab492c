/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-folio-private.h"

#define DOT_GAP 1.0
#define WATERMARK_GREY (0xEB / 255.0)

static void
set_ink (cairo_t *cr, KsInk ink, gboolean one_colour)
{
  if (ink == KS_INK_WHITE)
    cairo_set_source_rgb (cr, 1, 1, 1);
  else if (ink == KS_INK_ACCENT && !one_colour)
    cairo_set_source_rgb (cr, 0xA5 / 255.0, 0x16 / 255.0, 0x1D / 255.0);
  else
    cairo_set_source_rgb (cr, 0, 0, 0);
}

static double
find_left (const KsItem *item, const KsMeasure *measure)
{
  switch (item->align)
    {
    case KS_ALIGN_CENTRE:
      return item->rect.x - measure->width / 2;
    case KS_ALIGN_RIGHT:
      return item->rect.x - measure->width;
    case KS_ALIGN_AXIS:
      return item->rect.x - measure->ink_left;
    case KS_ALIGN_LEFT:
    default:
      return item->rect.x;
    }
}

static KsRect
find_ink (const KsItem *item)
{
  KsMeasure measure;
  double left;

  if (item->kind != KS_ITEM_TEXT)
    return item->rect;
  ks_type_measure (ks_type_get (), &item->style, item->text, &measure);
  left = find_left (item, &measure);
  if (item->turned)
    return (KsRect){ 2 * item->rect.x - left - measure.width, item->rect.y - measure.ink_fall,
                     measure.width, measure.ink_fall + measure.ink_rise };
  return (KsRect){ left, item->rect.y - measure.ink_rise, measure.width,
                   measure.ink_fall + measure.ink_rise };
}

/**
 * ks_folio_measure_margin:
 * @self: a page
 * @width: of the paper, in mm
 * @height: of the paper, in mm
 *
 * Returns: how far what must be read stands from the edge of the paper, in mm: texts and codes;
 *   marks for scissors may be lost
 */
double
ks_folio_measure_margin (KsFolio *self, double width, double height)
{
  double margin = MIN (width, height) / 2;

  for (guint i = 0; i < self->items->len; i++)
    {
      const KsItem *item = &g_array_index (self->items, KsItem, i);
      KsRect ink;

      if (item->kind != KS_ITEM_TEXT && item->kind != KS_ITEM_CODE)
        continue;
      ink = find_ink (item);
      margin = MIN (margin, MIN (ink.x, width - ink.x - ink.width));
      margin = MIN (margin, MIN (ink.y, height - ink.y - ink.height));
    }
  return margin;
}

/* How much wider each blank must be for the line to fill its measure. */
static double
find_stretch (const KsItem *item, const KsMeasure *measure)
{
  guint n_blanks = 0;

  if (item->line <= 0)
    return 0;
  for (const char *p = item->text; *p != '\0'; p++)
    n_blanks += *p == ' ';
  return n_blanks > 0 ? (item->line - measure->width) / n_blanks : 0;
}

/* A drawing goes to programs of all kinds: paths alone look the same in each, where fonts and masks
 * do not. */
static gboolean
is_drawing (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_SVG;
}

/* Moves the origin and turns everything by 180° about it. */
static void
turn (cairo_t *cr, double x, double y)
{
  cairo_translate (cr, x, y);
  cairo_scale (cr, -1, -1);
}

static void
paint_text (const KsItem *item, cairo_t *cr, KsType *type)
{
  KsMeasure measure;
  double left;

  ks_type_measure (type, &item->style, item->text, &measure);
  left = find_left (item, &measure);
  if (item->turned)
    {
      turn (cr, item->rect.x * KS_POINTS_PER_MM, item->rect.y * KS_POINTS_PER_MM);
      cairo_move_to (cr, (left - item->rect.x) * KS_POINTS_PER_MM, 0);
    }
  else
    cairo_move_to (cr, left * KS_POINTS_PER_MM, item->rect.y * KS_POINTS_PER_MM);
  if (is_drawing (cr))
    {
      ks_type_outline (type, cr, &item->style, item->text);
      cairo_fill (cr);
    }
  else
    ks_type_show (type, cr, &item->style, item->text, find_stretch (item, &measure));
}

static void
paint_watermark (const KsItem *item, cairo_t *cr, KsType *type)
{
  double width = ks_type_get_width (type, &item->style, item->text) * KS_POINTS_PER_MM;

  cairo_set_source_rgb (cr, WATERMARK_GREY, WATERMARK_GREY, WATERMARK_GREY);
  cairo_translate (cr, item->rect.x * KS_POINTS_PER_MM, item->rect.y * KS_POINTS_PER_MM);
  cairo_rotate (cr, -item->line * G_PI / 180);
  cairo_move_to (cr, -width / 2, item->style.size * ks_type_get_cap_height (KS_FAMILY_SANS) / 2);
  ks_type_outline (type, cr, &item->style, item->text);
  cairo_fill (cr);
}

/* A path of the horizontal runs. The unit is the module. */
static void
fill_modules (const KsItem *item, cairo_t *cr)
{
  guint n = ks_symbol_get_n_modules (item->symbol);

  for (guint row = 0; row < n; row++)
    for (guint from = 0, to; from < n; from = to)
      {
        gboolean dark = ks_symbol_is_dark (item->symbol, row, from);

        to = from + 1;
        while (to < n && ks_symbol_is_dark (item->symbol, row, to) == dark)
          to++;
        if (dark)
          cairo_rectangle (cr, from, row, to - from, 1);
      }
  cairo_fill (cr);
}

static void
mask_modules (const KsFolio *self, const KsItem *item, cairo_t *cr)
{
  guint n = ks_symbol_get_n_modules (item->symbol);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (self->mask);
  cairo_matrix_t matrix;

  cairo_matrix_init_translate (&matrix, KS_MASK_MARGIN, item->row);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  /* The cut runs through the white between the codes, so its edge cannot show. */
  cairo_rectangle (cr, -1, -1, n + 2, n + 2);
  cairo_clip (cr);
  cairo_mask (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
paint_code (const KsFolio *self, const KsItem *item, cairo_t *cr)
{
  const KsRect *rect = &item->rect;
  double scale = rect->width / ks_symbol_get_n_modules (item->symbol);

  if (item->turned)
    turn (cr, rect->x + rect->width, rect->y + rect->height);
  else
    cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, scale, scale);
  if (is_drawing (cr))
    fill_modules (item, cr);
  else
    mask_modules (self, item, cr);
}

static void
paint_painting (const KsItem *item, cairo_t *cr)
{
  double width = item->rect.width * KS_POINTS_PER_MM;
  double height = item->rect.height * KS_POINTS_PER_MM;

  cairo_translate (cr, item->rect.x * KS_POINTS_PER_MM, item->rect.y * KS_POINTS_PER_MM);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  item->painter (cr, width, height, item->data);
}

static void
paint_dots (const KsItem *item, cairo_t *cr)
{
  const double dashes[] = { item->line, DOT_GAP };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, item->rect.x, item->rect.y);
  cairo_rel_line_to (cr, item->rect.width, 0);
  cairo_stroke (cr);
}

/* Items whose unit is the millimetre. */
static void
paint_shape (const KsItem *item, cairo_t *cr)
{
  const KsRect *rect = &item->rect;

  cairo_scale (cr, KS_POINTS_PER_MM, KS_POINTS_PER_MM);
  cairo_set_line_width (cr, item->line);
  switch (item->kind)
    {
    case KS_ITEM_RECT:
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_fill (cr);
      break;
    case KS_ITEM_FRAME:
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_stroke (cr);
      break;
    case KS_ITEM_DOTS:
      paint_dots (item, cr);
      break;
    case KS_ITEM_DISC:
      cairo_arc (cr, rect->x, rect->y, item->line, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case KS_ITEM_PICTURE:
      if (item->turned)
        turn (cr, 2 * rect->x + rect->width, 2 * rect->y + rect->height);
      ks_picture_paint (item->picture, cr, rect->x, rect->y, rect->width, item->line);
      break;
    case KS_ITEM_CODE:
    case KS_ITEM_TEXT:
    case KS_ITEM_LINE:
    case KS_ITEM_WATERMARK:
    case KS_ITEM_PAINTING:
    default:
      g_assert_not_reached ();
    }
}

/* The lines of a table are one path. Returns the number of items in it. */
static guint
paint_lines (const KsFolio *self, guint first, cairo_t *cr)
{
  double line = g_array_index (self->items, KsItem, first).line;
  guint i;

  cairo_scale (cr, KS_POINTS_PER_MM, KS_POINTS_PER_MM);
  for (i = first; i < self->items->len; i++)
    {
      const KsItem *item = &g_array_index (self->items, KsItem, i);

      if (item->kind != KS_ITEM_LINE || item->line > line || item->line < line)
        break;
      cairo_move_to (cr, item->rect.x, item->rect.y);
      cairo_rel_line_to (cr, item->rect.width, item->rect.height);
    }
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_stroke (cr);
  return i - first;
}

/* Codes stand on top, where nothing can cover them; and texts that follow each other take fewer
 * bytes of a PDF. */
static void
paint_codes (const KsFolio *self, cairo_t *cr, gboolean one_colour)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const KsItem *item = &g_array_index (self->items, KsItem, i);

      if (item->kind != KS_ITEM_CODE)
        continue;
      cairo_save (cr);
      set_ink (cr, item->ink, one_colour);
      cairo_scale (cr, KS_POINTS_PER_MM, KS_POINTS_PER_MM);
      paint_code (self, item, cr);
      cairo_restore (cr);
    }
}

/* Returns the number of items that were painted. */
static guint
paint_item (const KsFolio *self, guint index, cairo_t *cr, KsType *type)
{
  const KsItem *item = &g_array_index (self->items, KsItem, index);

  switch (item->kind)
    {
    case KS_ITEM_TEXT:
      paint_text (item, cr, type);
      return 1;
    case KS_ITEM_WATERMARK:
      paint_watermark (item, cr, type);
      return 1;
    case KS_ITEM_PAINTING:
      paint_painting (item, cr);
      return 1;
    case KS_ITEM_LINE:
      return paint_lines (self, index, cr);
    case KS_ITEM_CODE:
      return 1;
    case KS_ITEM_RECT:
    case KS_ITEM_FRAME:
    case KS_ITEM_DOTS:
    case KS_ITEM_DISC:
    case KS_ITEM_PICTURE:
    default:
      paint_shape (item, cr);
      return 1;
    }
}

/**
 * ks_folio_paint:
 * @self: a page
 * @cr: where to paint; the origin is the page's corner, the unit a point
 * @one_colour: paint the accent in black
 */
void
ks_folio_paint (KsFolio *self, cairo_t *cr, gboolean one_colour)
{
  KsType *type = ks_type_get ();
  guint i = 0;

  ks_folio_encode (self);
  while (i < self->items->len)
    {
      cairo_save (cr);
      set_ink (cr, g_array_index (self->items, KsItem, i).ink, one_colour);
      cairo_new_path (cr);
      i += paint_item (self, i, cr, type);
      cairo_restore (cr);
    }
  paint_codes (self, cr, one_colour);
}
