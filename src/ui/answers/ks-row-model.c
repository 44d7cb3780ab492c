/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-row-model.h"

#include "ks-i18n.h"
#include "ks-latest-job.h"
#include "ks-page-cache.h"
#include "ks-row-index.h"

/* What is looked for in a thread of its own. */
typedef struct
{
  KsCampaign *campaign;
  char *state;
  char *unit;
  KsRowIndex *index;
} Search;

struct _KsRowModel
{
  GObject parent_instance;

  KsLatestJob *search; /* for the rows that come */
  KsCampaign *campaign;
  KsRowIndex *index;
  guint n_items;
  KsPageCache *pages; /* of KsRowItem */
};

enum
{
  FAILED,
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_interface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsRowModel, ks_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_interface_init))

static GPtrArray *
read_rows (KsRowModel *self, guint first, guint n)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = ks_row_index_load (self->index, self->campaign, first, n, &error);

  if (rows == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  return rows;
}

/* The list promised so many items: rows that could not be read, or went meanwhile, are blank. */
static GPtrArray *
read_page (guint first, guint n, gpointer data)
{
  g_autoptr (GPtrArray) rows = read_rows (data, first, n);
  guint n_rows = rows != NULL ? rows->len : 0;
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  if (rows != NULL)
    g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, ks_row_item_new (i < n_rows ? rows->pdata[i] : NULL));
  for (guint i = n; i < n_rows; i++)
    ks_response_row_free (rows->pdata[i]);
  return items;
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

  return ks_page_cache_get (self->pages, position, self->n_items);
}

static void
list_model_interface_init (GListModelInterface *iface)
{
  iface->get_item_type = ks_row_model_get_item_type;
  iface->get_n_items = ks_row_model_get_n_items;
  iface->get_item = ks_row_model_get_item;
}

static void
free_search (gpointer data)
{
  Search *search = data;

  g_object_unref (search->campaign);
  g_free (search->state);
  g_free (search->unit);
  ks_row_index_free (search->index);
  g_free (search);
}

static void
ks_row_model_dispose (GObject *object)
{
  KsRowModel *self = KS_ROW_MODEL (object);

  g_clear_pointer (&self->search, ks_latest_job_free);
  ks_page_cache_clear (self->pages);
  g_clear_object (&self->campaign);
  self->n_items = 0;
  G_OBJECT_CLASS (ks_row_model_parent_class)->dispose (object);
}

static void
ks_row_model_finalize (GObject *object)
{
  KsRowModel *self = KS_ROW_MODEL (object);

  g_clear_pointer (&self->index, ks_row_index_free);
  g_clear_pointer (&self->pages, ks_page_cache_free);
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
  signals[LOADED] = g_signal_new ("loaded", KS_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

/* (transfer full) index; NULL: there are none */
static void
take_rows (KsRowModel *self, KsCampaign *campaign, KsRowIndex *index)
{
  guint n_before = self->n_items;

  ks_page_cache_clear (self->pages);
  g_set_object (&self->campaign, campaign);
  g_clear_pointer (&self->index, ks_row_index_free);
  self->index = index;
  self->n_items = index != NULL ? (guint)MIN (ks_row_index_get_n_rows (index), G_MAXUINT) : 0;
  if (n_before > 0 || self->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_items);
  g_signal_emit (self, signals[LOADED], 0);
}

static gboolean
search_func (KsJob *job, gpointer data, GError **error)
{
  Search *search = data;
  const KsRowFilter filter = { search->state, search->unit, 0, 0 };

  search->index = ks_row_index_new (search->campaign, &filter, job, error);
  return search->index != NULL;
}

static void
found_cb (gpointer owner, gpointer data, const GError *error)
{
  Search *search = data;

  take_rows (owner, search->campaign, g_steal_pointer (&search->index));
  if (error != NULL)
    g_signal_emit (owner, signals[FAILED], 0, error);
}

static void
ks_row_model_init (KsRowModel *self)
{
  self->search = ks_latest_job_new (self, found_cb);
  self->pages = ks_page_cache_new (KS_ROW_MODEL_PAGE, read_page, self);
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

static void
start_search (KsRowModel *self, KsCampaign *campaign, const KsRowFilter *filter)
{
  Search *search = g_new0 (Search, 1);

  search->campaign = g_object_ref (campaign);
  search->state = g_strdup (filter->state);
  search->unit = g_strdup (filter->unit);
  ks_latest_job_start (self->search, NULL, _ ("Looking for the sheets"), search_func, search,
                       free_search);
}

/**
 * ks_row_model_load:
 * @self: a list
 * @campaign: (nullable): where the rows are; %NULL empties the list
 * @state: (nullable): id of a state or of a reason; %NULL for all
 * @unit: (nullable): code of a unit; %NULL for all
 *
 * Finds out which rows there are; they are read when they are asked for. All of them are there at
 * once; those of a state or a unit are looked for in a thread, and the list stays as it was until
 * then. The signal "loaded" tells when the list is what was asked for last.
 */
void
ks_row_model_load (KsRowModel *self, KsCampaign *campaign, const char *state, const char *unit)
{
  const KsRowFilter filter = { state, unit, 0, 0 };
  g_autoptr (GError) error = NULL;

  g_return_if_fail (KS_IS_ROW_MODEL (self));

  ks_latest_job_stop (self->search);
  if (campaign == NULL)
    take_rows (self, NULL, NULL);
  else if (!ks_row_index_is_cheap (&filter))
    start_search (self, campaign, &filter);
  else
    take_rows (self, campaign, ks_row_index_new (campaign, &filter, NULL, &error));
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

/**
 * ks_row_model_is_loading:
 * @self: a list
 *
 * Returns: whether the rows that were asked for last are still looked for
 */
gboolean
ks_row_model_is_loading (KsRowModel *self)
{
  g_return_val_if_fail (KS_IS_ROW_MODEL (self), FALSE);

  return ks_latest_job_get (self->search) != NULL;
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

  return ks_page_cache_get_n_kept (self->pages);
}
