/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-folio-private.h"

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
draw_symbol (const KsItem *item, guchar *data, int stride)
{
  guint n = ks_symbol_get_n_modules (item->symbol);

  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < n; column++)
      if (ks_symbol_is_dark (item->symbol, row, column))
        set_module (data, stride, item->row + row, KS_MASK_MARGIN + column);
}

/* One mask of a pixel per module holds all codes of the page, with white between them: it is never
 * smoothed, so it is as sharp as paths at every resolution, in a twentieth of their bytes; and one
 * image has less of a frame around it than seven. */
static void
create_mask (KsFolio *self, guint n_rows, guint n_columns)
{
  self->mask = cairo_image_surface_create (CAIRO_FORMAT_A1, (int) n_columns, (int) n_rows);
  cairo_surface_flush (self->mask);
  for (guint i = 0; i < self->items->len; i++)
    {
      const KsItem *item = &g_array_index (self->items, KsItem, i);

      if (item->symbol != NULL)
        draw_symbol (item, cairo_image_surface_get_data (self->mask),
                     cairo_image_surface_get_stride (self->mask));
    }
  cairo_surface_mark_dirty (self->mask);
}

static void
encode_items (KsFolio *self)
{
  guint n_rows = KS_MASK_MARGIN;
  guint n_columns = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      KsItem *item = &g_array_index (self->items, KsItem, i);

      if (item->kind != KS_ITEM_CODE)
        continue;
      item->symbol = ks_symbol_new (item->cell->link, item->cell->level, NULL);
      g_return_if_fail (item->symbol != NULL);
      item->row = n_rows;
      n_rows += ks_symbol_get_n_modules (item->symbol) + KS_QUIET_MODULES;
      n_columns = MAX (n_columns, ks_symbol_get_n_modules (item->symbol));
    }
  if (n_columns > 0)
    create_mask (self, n_rows, n_columns + 2 * KS_MASK_MARGIN);
}

/**
 * ks_folio_encode:
 * @self: a page to which nothing is added any more
 *
 * Makes the codes of the page: the longest part of painting it. Painting does it by itself; a
 * second thread may do it before. Whoever comes second waits for the first.
 */
void
ks_folio_encode (KsFolio *self)
{
  if (!g_once_init_enter (&self->encoded))
    return;
  encode_items (self);
  g_once_init_leave (&self->encoded, 1);
}
