/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-folio-private.h"

#define TAG_LINE 0.25
#define DOT 0.3
#define WATERMARK_SIZE 64

static void
clear_item (gpointer data)
{
  KsItem *item = data;

  g_clear_pointer (&item->cell, ks_code_cell_free);
  g_clear_pointer (&item->symbol, ks_symbol_unref);
}

/**
 * ks_folio_new:
 *
 * Returns: (transfer full): an empty page
 */
KsFolio *
ks_folio_new (void)
{
  KsFolio *self = g_atomic_rc_box_new0 (KsFolio);

  self->items = g_array_new (FALSE, TRUE, sizeof (KsItem));
  g_array_set_clear_func (self->items, clear_item);
  self->texts = g_string_chunk_new (1024);
  ks_folio_set_frame (self, NULL);
  return self;
}

/**
 * ks_folio_ref:
 * @self: a page
 *
 * Returns: (transfer full): @self
 */
KsFolio *
ks_folio_ref (KsFolio *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_page (KsFolio *self)
{
  g_array_unref (self->items);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->mask, cairo_surface_destroy);
}

/**
 * ks_folio_unref:
 * @self: (transfer full): a page
 */
void
ks_folio_unref (KsFolio *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_page);
}

/**
 * ks_folio_set_frame:
 * @self: a page
 * @frame: (nullable): how what is added from now on stands on the page; %NULL: as it says
 *
 * Lets one layout be drawn several times, in other sizes and upside down. Places of cells are
 * those of the page.
 */
void
ks_folio_set_frame (KsFolio *self, const KsFrame *frame)
{
  static const KsFrame whole = { 0, 0, 1, FALSE };

  self->frame = frame != NULL ? *frame : whole;
}

/**
 * ks_folio_get_size:
 * @self: a page
 * @size: of type in the frame, in points
 * @least: what must be left of it on paper, in points
 *
 * Returns: @size, or as much as is needed in the frame for @least
 */
double
ks_folio_get_size (KsFolio *self, double size, double least)
{
  return MAX (size, least / self->frame.scale);
}

/* The place of a rectangle of the frame on the page. */
static KsRect
map_rect (const KsFolio *self, const KsRect *rect)
{
  const KsFrame *frame = &self->frame;
  double scale = frame->scale;
  double x = frame->turned ? -(rect->x + rect->width) : rect->x;
  double y = frame->turned ? -(rect->y + rect->height) : rect->y;

  return (KsRect){ frame->x + scale * x, frame->y + scale * y, scale * rect->width,
                   scale * rect->height };
}

static KsItem *
add_item (KsFolio *self, KsItemKind kind, double x, double y, double width, double height)
{
  KsRect rect = { x, y, width, height };
  KsItem item = { .kind = kind, .rect = map_rect (self, &rect), .turned = self->frame.turned };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, KsItem, self->items->len - 1);
}

/**
 * ks_folio_add_text:
 * @self: a page
 * @style: how it is set
 * @ink: its colour
 * @align: what @x means
 * @x: left end, middle, right end or axis
 * @y: baseline
 * @text: one line of UTF-8
 */
void
ks_folio_add_text (KsFolio *self, const KsStyle *style, KsInk ink, KsAlign align, double x, double y,
                  const char *text)
{
  KsItem *item = add_item (self, KS_ITEM_TEXT, x, y, 0, 0);

  item->style = *style;
  item->style.size *= self->frame.scale;
  item->ink = ink;
  item->align = align;
  item->text = g_string_chunk_insert (self->texts, text);
}

/**
 * ks_folio_add_stretched:
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
ks_folio_add_stretched (KsFolio *self, const KsStyle *style, double x, double y, double width,
                       const char *text)
{
  ks_folio_add_text (self, style, KS_INK_BLACK, KS_ALIGN_LEFT, x, y, text);
  g_array_index (self->items, KsItem, self->items->len - 1).line = width * self->frame.scale;
}

/**
 * ks_folio_add_rect:
 * @self: a page
 * @ink: its colour
 * @rect: a filled rectangle
 */
void
ks_folio_add_rect (KsFolio *self, KsInk ink, const KsRect *rect)
{
  add_item (self, KS_ITEM_RECT, rect->x, rect->y, rect->width, rect->height)->ink = ink;
}

/**
 * ks_folio_add_frame:
 * @self: a page
 * @rect: the middle of its lines
 * @line: their width
 */
void
ks_folio_add_frame (KsFolio *self, const KsRect *rect, double line)
{
  add_item (self, KS_ITEM_FRAME, rect->x, rect->y, rect->width, rect->height)->line
      = line * self->frame.scale;
}

/**
 * ks_folio_add_line:
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
ks_folio_add_line (KsFolio *self, double x1, double y1, double x2, double y2, double line)
{
  add_item (self, KS_ITEM_LINE, x1, y1, x2 - x1, y2 - y1)->line = line * self->frame.scale;
}

/**
 * ks_folio_add_dots:
 * @self: a page
 * @x1: left end
 * @x2: right end
 * @y: where
 *
 * Adds a dotted line to write on.
 */
void
ks_folio_add_dots (KsFolio *self, double x1, double x2, double y)
{
  add_item (self, KS_ITEM_DOTS, x1, y, x2 - x1, 0)->line = DOT * self->frame.scale;
}

/**
 * ks_folio_add_disc:
 * @self: a page
 * @ink: its colour
 * @x: centre
 * @y: centre
 * @radius: in mm
 */
void
ks_folio_add_disc (KsFolio *self, KsInk ink, double x, double y, double radius)
{
  KsItem *item = add_item (self, KS_ITEM_DISC, x, y, 0, 0);

  item->ink = ink;
  item->line = radius * self->frame.scale;
}

/**
 * ks_folio_add_picture:
 * @self: a page
 * @picture: which pictogram
 * @x: left
 * @y: top
 * @size: side of its square
 * @stroke: width of its lines, in units of which @size has 24
 */
void
ks_folio_add_picture (KsFolio *self, KsPicture picture, double x, double y, double size,
                     double stroke)
{
  KsItem *item = add_item (self, KS_ITEM_PICTURE, x, y, size, size);

  item->picture = picture;
  item->line = stroke;
}

/**
 * ks_folio_add_tag:
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
ks_folio_add_tag (KsFolio *self, const KsStyle *style, double x, double y, double height,
                 const char *text)
{
  double width = ks_type_get_width (ks_type_get (), style, text);
  double middle = y - style->size * KS_MM_PER_POINT * ks_type_get_cap_height (style->family) / 2;
  double line = TAG_LINE / 2;
  KsRect box = { x - width - 2 * KS_TAG_PADDING + line, middle - height / 2 + line,
                 width + 2 * KS_TAG_PADDING - 2 * line, height - 2 * line };

  ks_folio_add_frame (self, &box, TAG_LINE);
  ks_folio_add_text (self, style, KS_INK_BLACK, KS_ALIGN_RIGHT, x - KS_TAG_PADDING, y, text);
}

/**
 * ks_folio_add_watermark:
 * @self: a page
 * @x: centre
 * @y: centre
 * @rise: how steep they are, in degrees
 * @text: a few words; painted as shapes, so that searching the page does not find them
 *
 * Add it first: it is opaque.
 */
void
ks_folio_add_watermark (KsFolio *self, double x, double y, double rise, const char *text)
{
  KsItem *item = add_item (self, KS_ITEM_WATERMARK, x, y, 0, 0);

  item->style = (KsStyle){ .family = KS_FAMILY_SANS, .size = WATERMARK_SIZE * self->frame.scale,
                           .bold = TRUE };
  item->line = rise;
  item->text = g_string_chunk_insert (self->texts, text);
}

/**
 * ks_folio_add_painting:
 * @self: a page
 * @rect: where
 * @painter: called whenever the page is painted, with its origin at the corner of @rect and the
 *   size of @rect in points
 * @data: for @painter; must outlive the page
 */
void
ks_folio_add_painting (KsFolio *self, const KsRect *rect, KsFolioPainter painter, gpointer data)
{
  KsItem *item = add_item (self, KS_ITEM_PAINTING, rect->x, rect->y, rect->width, rect->height);

  item->painter = painter;
  item->data = data;
}

/**
 * ks_folio_add_code:
 * @self: a page
 * @cell: what the code says, and where it stands with its quiet zone
 * @symbol: the square of its modules
 */
void
ks_folio_add_code (KsFolio *self, const KsCodeCell *cell, const KsRect *symbol)
{
  KsItem *item = add_item (self, KS_ITEM_CODE, symbol->x, symbol->y, symbol->width, symbol->height);

  item->cell = ks_code_cell_copy (cell);
  item->cell->code = map_rect (self, &cell->code);
  item->cell->cell = map_rect (self, &cell->cell);
  item->cell->sheet = map_rect (self, &cell->sheet);
  item->cell->quiet = cell->quiet * self->frame.scale;
}

/**
 * ks_folio_dup_cells:
 * @self: a page
 * @index: its number, from 0
 *
 * Returns: (transfer full) (element-type KsCodeCell): the codes on the page
 */
GPtrArray *
ks_folio_dup_cells (KsFolio *self, guint index)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_code_cell_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      const KsItem *item = &g_array_index (self->items, KsItem, i);
      KsCodeCell *cell;

      if (item->kind != KS_ITEM_CODE)
        continue;
      cell = ks_code_cell_copy (item->cell);
      cell->page = index;
      g_ptr_array_add (cells, cell);
    }
  return cells;
}

/**
 * ks_folio_find_text:
 * @self: a page
 * @text: a line of text, whole
 * @style: (out) (optional): how it is set
 * @x: (out) (optional): where it stands
 * @y: (out) (optional): its baseline
 *
 * Returns: whether the page has such a line; if it has several, the first is told
 */
gboolean
ks_folio_find_text (KsFolio *self, const char *text, KsStyle *style, double *x, double *y)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const KsItem *item = &g_array_index (self->items, KsItem, i);

      if (item->kind != KS_ITEM_TEXT || !g_str_equal (item->text, text))
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
