/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-page-cache.h"

typedef struct
{
  guint number;
  GPtrArray *items; /* of GObject */
} Page;

struct _KsPageCache
{
  guint page_size;
  KsPageFunc read;
  gpointer data;
  GQueue pages; /* of Page, the one used last in front */
};

static void
free_page (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

/**
 * ks_page_cache_new:
 * @page_size: how many items are read at once
 * @read: reads a page
 * @data: for @read
 *
 * Returns: (transfer full): a cache that holds nothing yet
 */
KsPageCache *
ks_page_cache_new (guint page_size, KsPageFunc read, gpointer data)
{
  KsPageCache *self = g_new0 (KsPageCache, 1);

  self->page_size = page_size;
  self->read = read;
  self->data = data;
  g_queue_init (&self->pages);
  return self;
}

/**
 * ks_page_cache_clear:
 * @self: a cache
 *
 * Drops what was read, for the list is another.
 */
void
ks_page_cache_clear (KsPageCache *self)
{
  g_queue_clear_full (&self->pages, free_page);
}

/**
 * ks_page_cache_free:
 * @self: (nullable): a cache
 *
 * Frees it.
 */
void
ks_page_cache_free (KsPageCache *self)
{
  if (self == NULL)
    return;
  ks_page_cache_clear (self);
  g_free (self);
}

static Page *
read_page (KsPageCache *self, guint number, guint n_items)
{
  guint first = number * self->page_size;
  Page *page = g_new0 (Page, 1);

  page->number = number;
  page->items = self->read (first, MIN (self->page_size, n_items - first), self->data);
  return page;
}

static Page *
find_page (KsPageCache *self, guint number, guint n_items)
{
  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      if (((Page *)link->data)->number != number)
        continue;
      g_queue_unlink (&self->pages, link);
      g_queue_push_head_link (&self->pages, link);
      return link->data;
    }
  g_queue_push_head (&self->pages, read_page (self, number, n_items));
  if (self->pages.length > KS_PAGE_CACHE_KEPT)
    free_page (g_queue_pop_tail (&self->pages));
  return self->pages.head->data;
}

/**
 * ks_page_cache_get:
 * @self: a cache
 * @position: of an item
 * @n_items: how many the list has
 *
 * Returns: (transfer full) (type GObject) (nullable): the item; %NULL behind the end of the list
 */
gpointer
ks_page_cache_get (KsPageCache *self, guint position, guint n_items)
{
  Page *page;

  if (position >= n_items)
    return NULL;
  page = find_page (self, position / self->page_size, n_items);
  return g_object_ref (page->items->pdata[position % self->page_size]);
}

/**
 * ks_page_cache_get_n_kept:
 * @self: a cache
 *
 * Returns: how many pages it holds in memory
 */
guint
ks_page_cache_get_n_kept (KsPageCache *self)
{
  return self->pages.length;
}
