/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comment-model.h"

#include "ks-i18n.h"
#include "ks-latest-job.h"
#include "ks-page-cache.h"

/* Items stand side by side; those that are not looked at are few among them. */
#define RENEWED_AT_ONCE 16

/* What is looked for in a thread of its own. */
typedef struct
{
  KsCampaign *campaign;
  char *question;
  char *scope;
  char *search;
  gint64 theme;
  KsComments *comments;
} Search;

struct _KsCommentModel
{
  GObject parent_instance;

  KsLatestJob *search;
  KsCampaign *campaign;
  KsComments *comments; /* NULL: there are none */
  KsPageCache *pages;
  GHashTable *alive; /* number → KsCommentItem that somebody holds */
};

enum
{
  FAILED,
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_interface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsCommentModel, ks_comment_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_interface_init))

static guint
count_items (KsComments *comments)
{
  return comments != NULL ? ks_comments_get_n (comments) : 0;
}

static gpointer
make_key (gint64 number)
{
  return GSIZE_TO_POINTER ((gsize)number);
}

static void
forget_item_cb (gpointer data, GObject *item)
{
  KsCommentModel *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == item)
      g_hash_table_iter_remove (&iter);
}

/* The item that somebody holds says what it says: who reads it may be amidst its words.
 * @comment: (transfer full) */
static KsCommentItem *
provide_item (KsCommentModel *self, KsComment *comment)
{
  gpointer key = make_key (comment->number);
  KsCommentItem *item = g_hash_table_lookup (self->alive, key);

  if (item != NULL)
    {
      ks_comment_free (comment);
      return g_object_ref (item);
    }
  item = ks_comment_item_new (self->comments, comment);
  g_hash_table_insert (self->alive, key, item);
  g_object_weak_ref (G_OBJECT (item), forget_item_cb, self);
  return item;
}

/* A comment that could not be read stands there without words. */
static KsComment *
create_blank (KsCommentModel *self, guint index)
{
  KsComment *comment = g_new0 (KsComment, 1);

  comment->number = ks_comments_get_number (self->comments, index);
  comment->question = ks_comments_get_place (self->comments, 0)->question;
  comment->text = g_strdup ("–");
  comment->spans = g_array_new (FALSE, FALSE, sizeof (KsCommentSpan));
  comment->themes = g_array_new (FALSE, FALSE, sizeof (gint64));
  return comment;
}

/* (transfer full) (nullable): comments that nobody owns yet */
static GPtrArray *
load_comments (KsCommentModel *self, guint first, guint n)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *page = ks_comments_load_page (self->comments, self->campaign, first, n, &error);

  if (page != NULL)
    g_ptr_array_set_free_func (page, NULL);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  return page;
}

static GPtrArray *
read_page (guint first, guint n, gpointer data)
{
  KsCommentModel *self = data;
  g_autoptr (GPtrArray) page = load_comments (self, first, n);
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);
  guint n_read = page != NULL ? page->len : 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, provide_item (self, i < n_read ? page->pdata[i]
                                                           : create_blank (self, first + i)));
  return items;
}

static GType
ks_comment_model_get_item_type (GListModel *model)
{
  return KS_TYPE_COMMENT_ITEM;
}

static guint
ks_comment_model_get_n_items (GListModel *model)
{
  return count_items (KS_COMMENT_MODEL (model)->comments);
}

static gpointer
ks_comment_model_get_item (GListModel *model, guint position)
{
  KsCommentModel *self = KS_COMMENT_MODEL (model);

  return ks_page_cache_get (self->pages, position, count_items (self->comments));
}

static void
list_model_interface_init (GListModelInterface *iface)
{
  iface->get_item_type = ks_comment_model_get_item_type;
  iface->get_n_items = ks_comment_model_get_n_items;
  iface->get_item = ks_comment_model_get_item;
}

static void
free_search (gpointer data)
{
  Search *search = data;

  g_object_unref (search->campaign);
  g_free (search->question);
  g_free (search->scope);
  g_free (search->search);
  g_clear_object (&search->comments);
  g_free (search);
}

static void
forget_items (KsCommentModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_object_weak_unref (item, forget_item_cb, self);
      g_hash_table_iter_remove (&iter);
    }
}

static void
ks_comment_model_dispose (GObject *object)
{
  KsCommentModel *self = KS_COMMENT_MODEL (object);

  g_clear_pointer (&self->search, ks_latest_job_free);
  forget_items (self);
  ks_page_cache_clear (self->pages);
  g_clear_object (&self->comments);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_comment_model_parent_class)->dispose (object);
}

static void
ks_comment_model_finalize (GObject *object)
{
  KsCommentModel *self = KS_COMMENT_MODEL (object);

  g_clear_pointer (&self->pages, ks_page_cache_free);
  g_clear_pointer (&self->alive, g_hash_table_unref);
  G_OBJECT_CLASS (ks_comment_model_parent_class)->finalize (object);
}

static void
ks_comment_model_class_init (KsCommentModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ks_comment_model_dispose;
  object_class->finalize = ks_comment_model_finalize;
  signals[FAILED] = g_signal_new ("failed", KS_TYPE_COMMENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[LOADED] = g_signal_new ("loaded", KS_TYPE_COMMENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

/* How much of two lists is the same at their beginnings, and at their ends. */
static void
compare (KsComments *before, KsComments *after, guint *n_head, guint *n_tail)
{
  guint n_before = count_items (before);
  guint n_after = count_items (after);
  guint n = MIN (n_before, n_after);

  *n_head = *n_tail = 0;
  while (*n_head < n
         && ks_comments_get_number (before, *n_head) == ks_comments_get_number (after, *n_head))
    ++*n_head;
  while (*n_tail < n - *n_head
         && ks_comments_get_number (before, n_before - 1 - *n_tail)
                == ks_comments_get_number (after, n_after - 1 - *n_tail))
    ++*n_tail;
}

static gboolean
is_alive (KsCommentModel *self, guint index)
{
  return g_hash_table_contains (self->alive,
                                make_key (ks_comments_get_number (self->comments, index)));
}

/* @comment: (transfer full) */
static void
renew_item (KsCommentModel *self, KsComment *comment)
{
  KsCommentItem *found = g_hash_table_lookup (self->alive, make_key (comment->number));
  g_autoptr (KsCommentItem) item = found != NULL ? g_object_ref (found) : NULL;

  if (item != NULL)
    ks_comment_item_set (item, self->comments, comment);
  else
    ks_comment_free (comment);
}

/* Items that somebody shows are read anew, wherever they stand now. */
static void
renew_items (KsCommentModel *self)
{
  guint n = count_items (self->comments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) page = NULL;

      if (!is_alive (self, i))
        continue;
      page = load_comments (self, i, RENEWED_AT_ONCE);
      if (page == NULL)
        return;
      for (guint j = 0; j < page->len; j++)
        renew_item (self, page->pdata[j]);
      i += RENEWED_AT_ONCE - 1;
    }
}

/* (transfer full) comments; NULL: there are none */
static void
take_comments (KsCommentModel *self, KsCampaign *campaign, KsComments *comments)
{
  g_autoptr (KsComments) before = g_steal_pointer (&self->comments);
  guint n_before = count_items (before);
  guint n_after = count_items (comments);
  guint n_head, n_tail;

  g_set_object (&self->campaign, campaign);
  self->comments = comments;
  compare (before, comments, &n_head, &n_tail);
  ks_page_cache_clear (self->pages);
  renew_items (self);
  if (n_head < n_before || n_head < n_after)
    g_list_model_items_changed (G_LIST_MODEL (self), n_head, n_before - n_head - n_tail,
                                n_after - n_head - n_tail);
  g_signal_emit (self, signals[LOADED], 0);
}

static gboolean
search_func (KsJob *job, gpointer data, GError **error)
{
  Search *search = data;
  const KsCommentFilter filter = { search->question, search->scope, search->search, search->theme };

  search->comments = ks_comments_load (search->campaign, &filter, job, error);
  return search->comments != NULL;
}

static void
found_cb (gpointer owner, gpointer data, const GError *error)
{
  Search *search = data;

  take_comments (owner, search->campaign, g_steal_pointer (&search->comments));
  if (error != NULL)
    g_signal_emit (owner, signals[FAILED], 0, error);
}

static void
ks_comment_model_init (KsCommentModel *self)
{
  self->pages = ks_page_cache_new (KS_COMMENT_MODEL_PAGE, read_page, self);
  self->search = ks_latest_job_new (self, found_cb);
  self->alive = g_hash_table_new (NULL, NULL);
}

/**
 * ks_comment_model_new:
 *
 * Returns: (transfer full): an empty list
 */
KsCommentModel *
ks_comment_model_new (void)
{
  return g_object_new (KS_TYPE_COMMENT_MODEL, NULL);
}

/**
 * ks_comment_model_load:
 * @self: a list
 * @campaign: (nullable): where the comments are; %NULL empties the list
 * @filter: which comments
 *
 * Finds out which comments there are, in a thread; the list stays as it was until then.
 */
void
ks_comment_model_load (KsCommentModel *self, KsCampaign *campaign, const KsCommentFilter *filter)
{
  Search *search;

  g_return_if_fail (KS_IS_COMMENT_MODEL (self));

  ks_latest_job_stop (self->search);
  if (campaign == NULL)
    {
      take_comments (self, NULL, NULL);
      return;
    }
  search = g_new0 (Search, 1);
  search->campaign = g_object_ref (campaign);
  search->question = g_strdup (filter->question);
  search->scope = g_strdup (filter->scope);
  search->search = g_strdup (filter->search);
  search->theme = filter->theme;
  ks_latest_job_start (self->search, NULL, _ ("Looking for comments"), search_func, search,
                       free_search);
}

/**
 * ks_comment_model_is_loading:
 * @self: a list
 *
 * Returns: whether the comments that were asked for last are still looked for
 */
gboolean
ks_comment_model_is_loading (KsCommentModel *self)
{
  g_return_val_if_fail (KS_IS_COMMENT_MODEL (self), FALSE);

  return ks_latest_job_get (self->search) != NULL;
}

/**
 * ks_comment_model_get_comments:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what the list is of
 */
KsComments *
ks_comment_model_get_comments (KsCommentModel *self)
{
  g_return_val_if_fail (KS_IS_COMMENT_MODEL (self), NULL);

  return self->comments;
}

/**
 * ks_comment_model_get_n_kept:
 * @self: a list
 *
 * Returns: how many pages it holds in memory
 */
guint
ks_comment_model_get_n_kept (KsCommentModel *self)
{
  g_return_val_if_fail (KS_IS_COMMENT_MODEL (self), 0);

  return ks_page_cache_get_n_kept (self->pages);
}
