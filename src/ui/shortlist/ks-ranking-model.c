/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-ranking-model.h"

#include <gtk/gtk.h>

#include "ks-i18n.h"
#include "ks-number.h"

struct _KsRankingModel
{
  GObject parent_instance;
  GListStore *eligible;
  GListStore *barred;
  GListStore *tail; /* the head and, while it is open, the barred units */
  GListModel *lines;
};

G_DEFINE_FINAL_TYPE (KsRankingModel, ks_ranking_model, G_TYPE_OBJECT)

static void
ks_ranking_model_dispose (GObject *object)
{
  KsRankingModel *self = KS_RANKING_MODEL (object);

  g_clear_object (&self->lines);
  g_clear_object (&self->tail);
  g_clear_object (&self->barred);
  g_clear_object (&self->eligible);
  G_OBJECT_CLASS (ks_ranking_model_parent_class)->dispose (object);
}

static void
ks_ranking_model_class_init (KsRankingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_ranking_model_dispose;
}

static void
ks_ranking_model_init (KsRankingModel *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  self->eligible = g_list_store_new (KS_TYPE_CANDIDATE_ITEM);
  self->barred = g_list_store_new (KS_TYPE_CANDIDATE_ITEM);
  self->tail = g_list_store_new (KS_TYPE_CANDIDATE_ITEM);
  g_list_store_append (parts, self->eligible);
  g_list_store_append (parts, self->tail);
  self->lines = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static void
show_barred_cb (KsRankingModel *self, GParamSpec *pspec, KsCandidateItem *head)
{
  guint n_barred = g_list_model_get_n_items (G_LIST_MODEL (self->barred));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (!ks_candidate_item_get_expanded (head))
    {
      g_list_store_splice (self->tail, 1, g_list_model_get_n_items (G_LIST_MODEL (self->tail)) - 1,
                           NULL, 0);
      return;
    }
  for (guint i = 0; i < n_barred; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->barred), i));
  g_list_store_splice (self->tail, 1, 0, items->pdata, items->len);
}

static void
add_head (KsRankingModel *self)
{
  guint n_barred = g_list_model_get_n_items (G_LIST_MODEL (self->barred));
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u unit not eligible", "%u units not eligible", n_barred),
      n_barred);
  g_autoptr (KsCandidateItem) head = ks_candidate_item_new_head (title);

  g_signal_connect_object (head, "notify::expanded", G_CALLBACK (show_barred_cb), self,
                           G_CONNECT_SWAPPED);
  g_list_store_append (self->tail, head);
}

static void
set_cut (KsRankingModel *self, const KsShortlist *shortlist)
{
  g_autoptr (KsCandidateItem) last = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *text = NULL;

  if (shortlist->cut == 0
      || shortlist->cut >= g_list_model_get_n_items (G_LIST_MODEL (self->eligible)))
    return;
  last = g_list_model_get_item (G_LIST_MODEL (self->eligible), shortlist->cut - 1);
  gap = ks_format_decimal (shortlist->gap, 2);
  text = g_strdup_printf (_ ("widest gap: %s points, after unit %u"), gap, shortlist->cut);
  ks_candidate_item_set_cut (last, text);
}

/**
 * ks_ranking_model_new:
 * @shortlist: a shortlist
 *
 * Returns: (transfer full): its lines
 */
KsRankingModel *
ks_ranking_model_new (const KsShortlist *shortlist)
{
  KsRankingModel *self = g_object_new (KS_TYPE_RANKING_MODEL, NULL);

  for (guint i = 0; i < shortlist->candidates->len; i++)
    {
      const KsCandidate *candidate = g_ptr_array_index (shortlist->candidates, i);
      g_autoptr (KsCandidateItem) item = ks_candidate_item_new (shortlist, i);

      g_list_store_append (candidate->eligible ? self->eligible : self->barred, item);
    }
  set_cut (self, shortlist);
  if (ks_ranking_model_get_n_barred (self) > 0)
    add_head (self);
  return self;
}

/**
 * ks_ranking_model_get_lines:
 * @self: a model
 *
 * Returns: (transfer none): a list of #KsCandidateItem as the screen shows it
 */
GListModel *
ks_ranking_model_get_lines (KsRankingModel *self)
{
  g_return_val_if_fail (KS_IS_RANKING_MODEL (self), NULL);

  return self->lines;
}

/**
 * ks_ranking_model_get_eligible:
 * @self: a model
 *
 * Returns: (transfer none): a list of #KsCandidateItem: the units that can be chosen, by rank
 */
GListModel *
ks_ranking_model_get_eligible (KsRankingModel *self)
{
  g_return_val_if_fail (KS_IS_RANKING_MODEL (self), NULL);

  return G_LIST_MODEL (self->eligible);
}

/**
 * ks_ranking_model_get_n_barred:
 * @self: a model
 *
 * Returns: how many units are not eligible
 */
guint
ks_ranking_model_get_n_barred (KsRankingModel *self)
{
  g_return_val_if_fail (KS_IS_RANKING_MODEL (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->barred));
}

/**
 * ks_ranking_model_update_choice:
 * @self: a model
 * @shortlist: the shortlist read anew after nothing but the choice changed
 *
 * Takes over what is chosen now and leaves every line where it is.
 *
 * Returns: %FALSE when the units are not the same ones any more and nothing was done
 */
gboolean
ks_ranking_model_update_choice (KsRankingModel *self, const KsShortlist *shortlist)
{
  guint n_eligible;

  g_return_val_if_fail (KS_IS_RANKING_MODEL (self), FALSE);

  n_eligible = g_list_model_get_n_items (G_LIST_MODEL (self->eligible));
  if (n_eligible != shortlist->n_eligible)
    return FALSE;
  for (guint i = 0; i < n_eligible; i++)
    {
      const KsCandidate *candidate = g_ptr_array_index (shortlist->candidates, i);
      g_autoptr (KsCandidateItem) item = g_list_model_get_item (G_LIST_MODEL (self->eligible), i);

      if (g_strcmp0 (ks_candidate_item_get_code (item), ks_unit_get_code (candidate->unit)) != 0)
        return FALSE;
      ks_candidate_item_update (item, shortlist, i);
    }
  return TRUE;
}
