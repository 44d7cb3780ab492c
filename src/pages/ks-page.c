/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-page.h"

#include <math.h>

#define WATERMARK_SIZE 64
/* Along the rising diagonal of a portrait A4. */
#define WATERMARK_ANGLE (-54.7 * G_PI / 180)
#define WATERMARK_GREY (0xEB / 255.0)
#define TAG_LINE 0.25

/* In em. */
static const double cap_heights[] = { [KS_FAMILY_SANS] = 0.714, [KS_FAMILY_SERIF] = 0.655 };

typedef enum {
  ITEM_TEXT,
  ITEM_RECT,
  ITEM_FRAME,
  ITEM_LINE,
  ITEM_DISC,
  ITEM_PICTURE,
  ITEM_WATERMARK,
  ITEM_PAINTING,
  ITEM_CODE,
} Kind;

typedef struct {
  Kind          kind;
  KsInk         ink;
  KsAlign       align;
  KsStyle       style;
  const char   *text;   /* in the page's chunk */
  KsRect        rect;   /* width and height: those of the item; the second point of a line */
  double        line;   /* width of a stroke, radius, wanted width of a stretched text */
  KsPicture     picture;
  KsSymbolLevel level;
  KsCodeCell   *cell;
  KsSymbol     *symbol; /* made by ks_page_encode() */
  guint         row;    /* of the symbol in the page's mask */
  KsPagePainter painter;
  gpointer      data;
} Item;

struct _KsPage {
  GArray          *items;
  GStringChunk    *texts;
  gsize            encoded;
  cairo_surface_t *mask;  /* the codes of the page, below each other */
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->cell, ks_code_cell_free);
  g_clear_pointer (&item->symbol, ks_symbol_unref);
}

/**
 * ks_page_new:
 *
 * Returns: (transfer full): an empty page
 */
KsPage *
ks_page_new (void)
{
  KsPage *self = g_atomic_rc_box_new0 (KsPage);

  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  self->texts = g_string_chunk_new (1024);
  return self;
}

/**
 * ks_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): @self
 */
KsPage *
ks_page_ref (KsPage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_page (KsPage *self)
{
  g_array_unref (self->items);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->mask, cairo_surface_destroy);
}

/**
 * ks_page_unref:
 * @self: (transfer full): a page
 */
void
ks_page_unref (KsPage *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_page);
}

static Item *
add_item (KsPage *self, Kind kind, double x, double y, double width, double height)
{
  Item item = { .kind = kind, .rect = { x, y, width, height } };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, Item, self->items->len - 1);
}

/**
 * ks_page_add_text:
 * @self: a page
 * @style: how it is set
 * @ink: its colour
 * @align: what @x means
 * @x: left end, middle, right end or axis
 * @y: baseline
 * @text: one line of UTF-8
 */
void
ks_page_add_text (KsPage *self, const KsStyle *style, KsInk ink, KsAlign align, double x, double y,
                  const char *text)
{
  Item *item = add_item (self, ITEM_TEXT, x, y, 0, 0);

  item->style = *style;
  item->ink = ink;
  item->align = align;
  item->text = g_string_chunk_insert (self->texts, text);
}

/**
 * ks_page_add_stretched:
 * @self: a page
 * @style: how it is set
 * @x: left end
 * @y: baseline
 * @width: what the line shall fill
 * @text: one line of UTF-8 with blanks, not wider than @width
 *
 * Adds a line of a justified paragraph: its blanks are widened until it fills @width.
 */
void
ks_page_add_stretched (KsPage *self, const KsStyle *style, double x, double y, double width,
                       const char *text)
{
  ks_page_add_text (self, style, KS_INK_BLACK, KS_ALIGN_LEFT, x, y, text);
  g_array_index (self->items, Item, self->items->len - 1).line = width;
}

/**
 * ks_page_add_rect:
 * @self: a page
 * @ink: its colour
 * @rect: a filled rectangle
 */
void
ks_page_add_rect (KsPage *self, KsInk ink, const KsRect *rect)
{
  add_item (self, ITEM_RECT, rect->x, rect->y, rect->width, rect->height)->ink = ink;
}

/**
 * ks_page_add_frame:
 * @self: a page
 * @rect: the middle of its lines
 * @line: their width
 */
void
ks_page_add_frame (KsPage *self, const KsRect *rect, double line)
{
  add_item (self, ITEM_FRAME, rect->x, rect->y, rect->width, rect->height)->line = line;
}

/**
 * ks_page_add_line:
 * @self: a page
 * @x1: one end
 * @y1: one end
 * @x2: the other end
 * @y2: the other end
 * @line: its width
 *
 * Adds a black line; its ends reach half its width further, so that lines meet in corners.
 */
void
ks_page_add_line (KsPage *self, double x1, double y1, double x2, double y2, double line)
{
  add_item (self, ITEM_LINE, x1, y1, x2 - x1, y2 - y1)->line = line;
}

/**
 * ks_page_add_disc:
 * @self: a page
 * @ink: its colour
 * @x: centre
 * @y: centre
 * @radius: in mm
 */
void
ks_page_add_disc (KsPage *self, KsInk ink, double x, double y, double radius)
{
  Item *item = add_item (self, ITEM_DISC, x, y, 0, 0);

  item->ink = ink;
  item->line = radius;
}

/**
 * ks_page_add_picture:
 * @self: a page
 * @picture: which pictogram
 * @x: left
 * @y: top
 * @size: side of its square
 * @stroke: width of its lines, in units of which @size has 24
 */
void
ks_page_add_picture (KsPage *self, KsPicture picture, double x, double y, double size,
                     double stroke)
{
  Item *item = add_item (self, ITEM_PICTURE, x, y, size, size);

  item->picture = picture;
  item->line = stroke;
}

/**
 * ks_page_add_tag:
 * @self: a page
 * @style: how the words are set
 * @x: right edge of the box
 * @y: baseline
 * @height: of the box, around the middle of the capitals
 * @text: a few words in capitals
 *
 * Adds words in a box: they stay where a copier drops the watermark.
 */
void
ks_page_add_tag (KsPage *self, const KsStyle *style, double x, double y, double height,
                 const char *text)
{
  double width = ks_type_get_width (ks_type_get (), style, text);
  double middle = y - style->size * KS_MM_PER_POINT * cap_heights[style->family] / 2;
  double line = TAG_LINE / 2;
  KsRect box = { x - width - 2 * KS_TAG_PADDING + line, middle - height / 2 + line,
                 width + 2 * KS_TAG_PADDING - 2 * line, height - 2 * line };

  ks_page_add_frame (self, &box, TAG_LINE);
  ks_page_add_text (self, style, KS_INK_BLACK, KS_ALIGN_RIGHT, x - KS_TAG_PADDING, y, text);
}

/**
 * ks_page_add_watermark:
 * @self: a page
 * @x: centre
 * @y: centre
 * @text: a few words; painted as shapes, so that searching the page does not find them
 *
 * Add it first: it is opaque.
 */
void
ks_page_add_watermark (KsPage *self, double x, double y, const char *text)
{
  Item *item = add_item (self, ITEM_WATERMARK, x, y, 0, 0);

  item->style = (KsStyle){ .family = KS_FAMILY_SANS, .size = WATERMARK_SIZE, .bold = TRUE };
  item->text = g_string_chunk_insert (self->texts, text);
}

/**
 * ks_page_add_painting:
 * @self: a page
 * @rect: where
 * @painter: called whenever the page is painted, with its origin at the corner of @rect and the
 *   size of @rect in points
 * @data: for @painter; must outlive the page
 */
void
ks_page_add_painting (KsPage *self, const KsRect *rect, KsPagePainter painter, gpointer data)
{
  Item *item = add_item (self, ITEM_PAINTING, rect->x, rect->y, rect->width, rect->height);

  item->painter = painter;
  item->data = data;
}

/**
 * ks_page_add_code:
 * @self: a page
 * @cell: what the code says, and where it stands with its quiet zone
 * @level: level of error correction
 * @symbol: the square of its modules
 */
void
ks_page_add_code (KsPage *self, const KsCodeCell *cell, KsSymbolLevel level, const KsRect *symbol)
{
  Item *item = add_item (self, ITEM_CODE, symbol->x, symbol->y, symbol->width, symbol->height);

  item->level = level;
  item->cell = ks_code_cell_copy (cell);
}

/**
 * ks_page_dup_cells:
 * @self: a page
 * @index: its number, from 0
 *
 * Returns: (transfer full) (element-type KsCodeCell): the codes on the page
 */
GPtrArray *
ks_page_dup_cells (KsPage *self, guint index)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_code_cell_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      KsCodeCell *cell;

      if (item->kind != ITEM_CODE)
        continue;
      cell = ks_code_cell_copy (item->cell);
      cell->page = index;
      g_ptr_array_add (cells, cell);
    }
  return cells;
}

/**
 * ks_page_find_text:
 * @self: a page
 * @text: a line of text, whole
 * @style: (out) (optional): how it is set
 * @x: (out) (optional): where it stands
 * @y: (out) (optional): its baseline
 *
 * Returns: whether the page has such a line; if it has several, the first is told
 */
gboolean
ks_page_find_text (KsPage *self, const char *text, KsStyle *style, double *x, double *y)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->kind != ITEM_TEXT || !g_str_equal (item->text, text))
        continue;
      if (style != NULL)
        *style = item->style;
      if (x != NULL)
        *x = item->rect.x;
      if (y != NULL)
        *y = item->rect.y;
      return TRUE;
    }
  return FALSE;
}

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
find_left (const Item *item, const KsMeasure *measure)
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

/* How much wider each blank must be for the line to fill its measure. */
static double
find_stretch (const Item *item, const KsMeasure *measure)
{
  guint n_blanks = 0;

  if (item->line <= 0)
    return 0;
  for (const char *p = item->text; *p != '\0'; p++)
    n_blanks += *p == ' ';
  return n_blanks > 0 ? (item->line - measure->width) / n_blanks : 0;
}

static void
paint_text (const Item *item, cairo_t *cr, KsType *type)
{
  KsMeasure measure;

  ks_type_measure (type, &item->style, item->text, &measure);
  cairo_move_to (cr, find_left (item, &measure) * KS_POINTS_PER_MM,
                 item->rect.y * KS_POINTS_PER_MM);
  ks_type_show (type, cr, &item->style, item->text, find_stretch (item, &measure));
}

static void
paint_watermark (const Item *item, cairo_t *cr, KsType *type)
{
  double width = ks_type_get_width (type, &item->style, item->text) * KS_POINTS_PER_MM;

  cairo_set_source_rgb (cr, WATERMARK_GREY, WATERMARK_GREY, WATERMARK_GREY);
  cairo_translate (cr, item->rect.x * KS_POINTS_PER_MM, item->rect.y * KS_POINTS_PER_MM);
  cairo_rotate (cr, WATERMARK_ANGLE);
  cairo_move_to (cr, -width / 2, item->style.size * cap_heights[KS_FAMILY_SANS] / 2);
  ks_type_outline (type, cr, &item->style, item->text);
  cairo_fill (cr);
}

static void
set_module (guchar *data, int stride, guint row, guint column)
{
  guint32 *word = (guint32 *) (gpointer) (data + row * (guint) stride) + column / 32;

  /* Cairo's order of bits is that of the machine. */
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    *word |= (guint32) 1 << (column % 32);
  else
    *word |= (guint32) 1 << (31 - column % 32);
}

static void
draw_symbol (const Item *item, guchar *data, int stride)
{
  guint n = ks_symbol_get_n_modules (item->symbol);

  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < n; column++)
      if (ks_symbol_is_dark (item->symbol, row, column))
        set_module (data, stride, item->row + row, column);
}

/* One mask of a pixel per module holds all codes of the page, with white between them: it is never
 * smoothed, so it is as sharp as paths at every resolution, in a twentieth of their bytes; and one
 * image has less of a frame around it than seven. */
static void
create_mask (KsPage *self, guint n_rows, guint n_columns)
{
  self->mask = cairo_image_surface_create (CAIRO_FORMAT_A1, (int) n_columns, (int) n_rows);
  cairo_surface_flush (self->mask);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->symbol != NULL)
        draw_symbol (item, cairo_image_surface_get_data (self->mask),
                     cairo_image_surface_get_stride (self->mask));
    }
  cairo_surface_mark_dirty (self->mask);
}

static void
encode_items (KsPage *self)
{
  guint n_rows = 0;
  guint n_columns = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);

      if (item->kind != ITEM_CODE)
        continue;
      item->symbol = ks_symbol_new (item->cell->link, item->level, NULL);
      g_return_if_fail (item->symbol != NULL);
      item->row = n_rows;
      n_rows += ks_symbol_get_n_modules (item->symbol) + KS_QUIET_MODULES;
      n_columns = MAX (n_columns, ks_symbol_get_n_modules (item->symbol));
    }
  if (n_columns > 0)
    create_mask (self, n_rows, n_columns);
}

/**
 * ks_page_encode:
 * @self: a page to which nothing is added any more
 *
 * Makes the codes of the page: the longest part of painting it. Painting does it by itself; a
 * second thread may do it before. Whoever comes second waits for the first.
 */
void
ks_page_encode (KsPage *self)
{
  if (!g_once_init_enter (&self->encoded))
    return;
  encode_items (self);
  g_once_init_leave (&self->encoded, 1);
}

static void
paint_code (const KsPage *self, const Item *item, cairo_t *cr)
{
  guint n = ks_symbol_get_n_modules (item->symbol);
  double scale = item->rect.width / n;
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (self->mask);
  cairo_matrix_t matrix;

  cairo_matrix_init_translate (&matrix, 0, item->row);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_translate (cr, item->rect.x, item->rect.y);
  cairo_scale (cr, scale, scale);
  /* The cut runs through the white between the codes, so its edge cannot show. */
  cairo_rectangle (cr, -1, -1, n + 2, n + 2);
  cairo_clip (cr);
  cairo_mask (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
paint_painting (const Item *item, cairo_t *cr)
{
  double width = item->rect.width * KS_POINTS_PER_MM;
  double height = item->rect.height * KS_POINTS_PER_MM;

  cairo_translate (cr, item->rect.x * KS_POINTS_PER_MM, item->rect.y * KS_POINTS_PER_MM);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  item->painter (cr, width, height, item->data);
}

/* Items whose unit is the millimetre. */
static void
paint_shape (const KsPage *self, const Item *item, cairo_t *cr)
{
  const KsRect *rect = &item->rect;

  cairo_scale (cr, KS_POINTS_PER_MM, KS_POINTS_PER_MM);
  cairo_set_line_width (cr, item->line);
  switch (item->kind)
    {
    case ITEM_RECT:
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_fill (cr);
      break;
    case ITEM_FRAME:
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_stroke (cr);
      break;
    case ITEM_DISC:
      cairo_arc (cr, rect->x, rect->y, item->line, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case ITEM_PICTURE:
      ks_picture_paint (item->picture, cr, rect->x, rect->y, rect->width, item->line);
      break;
    case ITEM_CODE:
      paint_code (self, item, cr);
      break;
    case ITEM_TEXT:
    case ITEM_LINE:
    case ITEM_WATERMARK:
    case ITEM_PAINTING:
    default:
      g_assert_not_reached ();
    }
}

/* The lines of a table are one path. Returns the number of items in it. */
static guint
paint_lines (const KsPage *self, guint first, cairo_t *cr)
{
  double line = g_array_index (self->items, Item, first).line;
  guint i;

  cairo_scale (cr, KS_POINTS_PER_MM, KS_POINTS_PER_MM);
  for (i = first; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->kind != ITEM_LINE || item->line > line || item->line < line)
        break;
      cairo_move_to (cr, item->rect.x, item->rect.y);
      cairo_rel_line_to (cr, item->rect.width, item->rect.height);
    }
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_stroke (cr);
  return i - first;
}

/* Returns the number of items that were painted. */
static guint
paint_item (const KsPage *self, guint index, cairo_t *cr, KsType *type)
{
  const Item *item = &g_array_index (self->items, Item, index);

  switch (item->kind)
    {
    case ITEM_TEXT:
      paint_text (item, cr, type);
      return 1;
    case ITEM_WATERMARK:
      paint_watermark (item, cr, type);
      return 1;
    case ITEM_PAINTING:
      paint_painting (item, cr);
      return 1;
    case ITEM_LINE:
      return paint_lines (self, index, cr);
    case ITEM_RECT:
    case ITEM_FRAME:
    case ITEM_DISC:
    case ITEM_PICTURE:
    case ITEM_CODE:
    default:
      paint_shape (self, item, cr);
      return 1;
    }
}

/**
 * ks_page_paint:
 * @self: a page
 * @cr: where to paint; the origin is the page's corner, the unit a point
 * @one_colour: paint the accent in black
 */
void
ks_page_paint (KsPage *self, cairo_t *cr, gboolean one_colour)
{
  KsType *type = ks_type_get ();
  guint i = 0;

  ks_page_encode (self);
  while (i < self->items->len)
    {
      cairo_save (cr);
      set_ink (cr, g_array_index (self->items, Item, i).ink, one_colour);
      cairo_new_path (cr);
      i += paint_item (self, i, cr, type);
      cairo_restore (cr);
    }
}
