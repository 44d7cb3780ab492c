/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-row-model.h"

#include "ks-row-index.h"

/* A column view looks at some 200 rows around what is seen: two pages, and room to go back. */
#define PAGES_KEPT 6

typedef struct
{
  guint number;
  GPtrArray *items; /* of KsRowItem */
} Page;

struct _KsRowModel
{
  GObject parent_instance;

  KsCampaign *campaign;
  KsRowIndex *index;
  guint n_items;
  GQueue pages; /* of Page, the one used last in front */
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_interface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsRowModel, ks_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_interface_init))

static void
free_page (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

static GPtrArray *
read_rows (KsRowModel *self, guint number)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows
      = ks_row_index_load (self->index, self->campaign, (gint64) number * KS_ROW_MODEL_PAGE,
                           KS_ROW_MODEL_PAGE, &error);

  if (rows == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  return rows;
}

/* The list promised so many items: rows that could not be read, or went meanwhile, are blank. */
static Page *
read_page (KsRowModel *self, guint number)
{
  g_autoptr (GPtrArray) rows = read_rows (self, number);
  guint n_items = MIN (KS_ROW_MODEL_PAGE, self->n_items - number * KS_ROW_MODEL_PAGE);
  guint n_rows = rows != NULL ? rows->len : 0;
  Page *page = g_new0 (Page, 1);

  page->number = number;
  page->items = g_ptr_array_new_full (n_items, g_object_unref);
  if (rows != NULL)
    g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (page->items, ks_row_item_new (i < n_rows ? rows->pdata[i] : NULL));
  for (guint i = n_items; i < n_rows; i++)
    ks_response_row_free (rows->pdata[i]);
  return page;
}

static Page *
find_page (KsRowModel *self, guint number)
{
  Page *page;

  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      page = link->data;
      if (page->number != number)
        continue;
      g_queue_unlink (&self->pages, link);
      g_queue_push_head_link (&self->pages, link);
      return page;
    }
  page = read_page (self, number);
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > PAGES_KEPT)
    free_page (g_queue_pop_tail (&self->pages));
  return page;
}

static GType
ks_row_model_get_item_type (GListModel *model)
{
  return KS_TYPE_ROW_ITEM;
}

static guint
ks_row_model_get_n_items (GListModel *model)
{
  return KS_ROW_MODEL (model)->n_items;
}

static gpointer
ks_row_model_get_item (GListModel *model, guint position)
{
  KsRowModel *self = KS_ROW_MODEL (model);
  Page *page;

  if (position >= self->n_items)
    return NULL;
  page = find_page (self, position / KS_ROW_MODEL_PAGE);
  return g_object_ref (page->items->pdata[position % KS_ROW_MODEL_PAGE]);
}

static void
list_model_interface_init (GListModelInterface *iface)
{
  iface->get_item_type = ks_row_model_get_item_type;
  iface->get_n_items = ks_row_model_get_n_items;
  iface->get_item = ks_row_model_get_item;
}

static void
ks_row_model_dispose (GObject *object)
{
  KsRowModel *self = KS_ROW_MODEL (object);

  g_queue_clear_full (&self->pages, free_page);
  g_clear_object (&self->campaign);
  self->n_items = 0;
  G_OBJECT_CLASS (ks_row_model_parent_class)->dispose (object);
}

static void
ks_row_model_finalize (GObject *object)
{
  KsRowModel *self = KS_ROW_MODEL (object);

  g_clear_pointer (&self->index, ks_row_index_free);
  G_OBJECT_CLASS (ks_row_model_parent_class)->finalize (object);
}

static void
ks_row_model_class_init (KsRowModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ks_row_model_dispose;
  object_class->finalize = ks_row_model_finalize;
  signals[FAILED] = g_signal_new ("failed", KS_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ks_row_model_init (KsRowModel *self)
{
  g_queue_init (&self->pages);
}

/**
 * ks_row_model_new:
 *
 * Returns: (transfer full): an empty list
 */
KsRowModel *
ks_row_model_new (void)
{
  return g_object_new (KS_TYPE_ROW_MODEL, NULL);
}

/**
 * ks_row_model_load:
 * @self: a list
 * @campaign: (nullable): where the rows are; %NULL empties the list
 * @state: (nullable): id of a state or of a reason; %NULL for all
 * @unit: (nullable): code of a unit; %NULL for all
 * @error: return location for an error
 *
 * Counts the rows anew and forgets the pages read so far. Rows are read when they are asked for.
 *
 * Returns: %FALSE with @error set if they could not be counted; the list is then empty
 */
gboolean
ks_row_model_load (KsRowModel *self, KsCampaign *campaign, const char *state, const char *unit,
                   GError **error)
{
  const KsRowFilter filter = { state, unit, 0, 0 };
  g_autoptr (KsRowIndex) index = NULL;
  guint n_before;

  g_return_val_if_fail (KS_IS_ROW_MODEL (self), FALSE);

  n_before = self->n_items;
  index = campaign != NULL ? ks_row_index_new (campaign, &filter, error) : NULL;
  g_queue_clear_full (&self->pages, free_page);
  g_set_object (&self->campaign, campaign);
  g_clear_pointer (&self->index, ks_row_index_free);
  self->index = g_steal_pointer (&index);
  self->n_items
      = self->index != NULL ? (guint) MIN (ks_row_index_get_n_rows (self->index), G_MAXUINT) : 0;
  if (n_before > 0 || self->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_items);
  return campaign == NULL || self->index != NULL;
}

/**
 * ks_row_model_get_n_kept:
 * @self: a list
 *
 * Returns: how many pages it holds in memory
 */
guint
ks_row_model_get_n_kept (KsRowModel *self)
{
  g_return_val_if_fail (KS_IS_ROW_MODEL (self), 0);

  return self->pages.length;
}
