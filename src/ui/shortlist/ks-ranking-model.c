/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-ranking-model.h"

#include "ks-i18n.h"
#include "ks-number.h"

typedef struct
{
  double shares[KS_N_WEIGHT_FAMILIES];
} Measured;

struct _KsRankingModel
{
  GObject parent_instance;
  KsShortlist *list;
  GHashTable *items;    /* code → KsCandidateItem: those that were looked at */
  GHashTable *measured; /* code → Measured */
  KsCandidateItem *head;
  gboolean expanded;
  guint n_lines;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsRankingModel,
                               ks_ranking_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return KS_TYPE_CANDIDATE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return KS_RANKING_MODEL (model)->n_lines;
}

static KsCandidateItem *
get_line (KsRankingModel *self, const KsCandidate *candidate)
{
  const char *code = ks_unit_get_code (candidate->unit);
  KsCandidateItem *item = g_hash_table_lookup (self->items, code);

  if (item != NULL)
    return item;
  item = ks_candidate_item_new ();
  ks_candidate_item_set_candidate (item, self->list, candidate);
  g_hash_table_insert (self->items, g_strdup (code), item);
  return item;
}

/* The first lines are the units by rank, the head comes between them and the rest. */
static gpointer
get_item (GListModel *model, guint position)
{
  KsRankingModel *self = KS_RANKING_MODEL (model);

  if (position >= self->n_lines)
    return NULL;
  if (position == self->list->n_eligible)
    return g_object_ref (self->head);
  return g_object_ref (get_line (
      self,
      self->list->candidates->pdata[position < self->list->n_eligible ? position : position - 1]));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ks_ranking_model_finalize (GObject *object)
{
  KsRankingModel *self = KS_RANKING_MODEL (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->measured);
  g_object_unref (self->head);
  ks_shortlist_free (self->list);
  G_OBJECT_CLASS (ks_ranking_model_parent_class)->finalize (object);
}

static void
ks_ranking_model_class_init (KsRankingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_ranking_model_finalize;
}

static void
ks_ranking_model_init (KsRankingModel *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->measured = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->head = ks_candidate_item_new ();
}

/**
 * ks_ranking_model_new:
 *
 * Returns: (transfer full): a model without lines
 */
KsRankingModel *
ks_ranking_model_new (void)
{
  return g_object_new (KS_TYPE_RANKING_MODEL, NULL);
}

/* How many units are not eligible. */
static guint
count_rest (KsRankingModel *self)
{
  return self->list != NULL ? self->list->candidates->len - self->list->n_eligible : 0;
}

static void
update_head (KsRankingModel *self)
{
  guint n_rest = count_rest (self);
  g_autofree char *count = ks_format_count (n_rest);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s unit not eligible", "%s units not eligible", n_rest),
      count);

  ks_candidate_item_set_head (self->head, title, self->expanded);
}

static guint
count_lines (KsRankingModel *self)
{
  guint n_rest = count_rest (self);

  if (self->list == NULL)
    return 0;
  return self->list->n_eligible + (n_rest > 0) + (self->expanded ? n_rest : 0);
}

/* Lines that were looked at follow their unit; one that is gone is forgotten. */
static void
update_items (KsRankingModel *self)
{
  g_autoptr (GHashTable) candidates = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer code;
  gpointer item;

  for (guint i = 0; self->list != NULL && i < self->list->candidates->len; i++)
    {
      KsCandidate *candidate = self->list->candidates->pdata[i];

      g_hash_table_insert (candidates, (gpointer)ks_unit_get_code (candidate->unit), candidate);
    }
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &code, &item))
    {
      const KsCandidate *candidate = g_hash_table_lookup (candidates, code);

      if (candidate != NULL)
        ks_candidate_item_set_candidate (item, self->list, candidate);
      else
        g_hash_table_iter_remove (&iter);
    }
}

static void
tell_items (KsRankingModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ks_candidate_item_tell (item);
  ks_candidate_item_tell (self->head);
}

/* Where the same units stand in the same places, nothing moves under somebody's hands. */
static GPtrArray *
list_codes (KsRankingModel *self)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->list != NULL && i < self->list->candidates->len; i++)
    g_ptr_array_add (codes, g_strdup (ks_unit_get_code (
                                ((KsCandidate *)self->list->candidates->pdata[i])->unit)));
  return codes;
}

static gboolean
have_same_codes (GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < before->len && i < after->len; i++)
    if (!g_str_equal (before->pdata[i], after->pdata[i]))
      return FALSE;
  return before->len == after->len;
}

static void
tell_change (KsRankingModel *self, GPtrArray *before, guint n_eligible_before)
{
  guint n_before = self->n_lines;
  g_autoptr (GPtrArray) after = list_codes (self);
  guint n_eligible = self->list != NULL ? self->list->n_eligible : 0;

  update_items (self);
  update_head (self);
  self->n_lines = count_lines (self);
  if (n_before != self->n_lines || n_eligible_before != n_eligible
      || !have_same_codes (before, after))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_lines);
  tell_items (self);
}

/**
 * ks_ranking_model_set_shortlist:
 * @self: a model
 * @list: (transfer full) (nullable): the ranking, read anew
 *
 * Shows the ranking; units that stay where they are keep their lines.
 */
void
ks_ranking_model_set_shortlist (KsRankingModel *self, KsShortlist *list)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (KsShortlist) until = NULL;
  guint n_eligible;

  g_return_if_fail (KS_IS_RANKING_MODEL (self));

  before = list_codes (self);
  until = self->list;
  n_eligible = until != NULL ? until->n_eligible : 0;
  self->list = list;
  tell_change (self, before, n_eligible);
}

/**
 * ks_ranking_model_get_shortlist:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the ranking
 */
const KsShortlist *
ks_ranking_model_get_shortlist (KsRankingModel *self)
{
  g_return_val_if_fail (KS_IS_RANKING_MODEL (self), NULL);

  return self->list;
}

/**
 * ks_ranking_model_apply:
 * @self: a model with a ranking
 * @criteria: a scale
 *
 * Ranks by another scale, without reading anything.
 *
 * Returns: %FALSE if the scale has other criteria: see ks_shortlist_apply()
 */
gboolean
ks_ranking_model_apply (KsRankingModel *self, const KsCriteria *criteria)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_val_if_fail (KS_IS_RANKING_MODEL (self) && self->list != NULL, FALSE);

  before = list_codes (self);
  if (!ks_shortlist_apply (self->list, criteria))
    return FALSE;
  tell_change (self, before, self->list->n_eligible);
  return TRUE;
}

/**
 * ks_ranking_model_toggle_rest:
 * @self: a model
 *
 * Opens or closes the units that are not eligible.
 */
void
ks_ranking_model_toggle_rest (KsRankingModel *self)
{
  guint n_rest;

  g_return_if_fail (KS_IS_RANKING_MODEL (self));

  n_rest = count_rest (self);
  if (n_rest == 0)
    return;
  self->expanded = !self->expanded;
  self->n_lines = count_lines (self);
  g_list_model_items_changed (G_LIST_MODEL (self), self->list->n_eligible + 1,
                              self->expanded ? 0 : n_rest, self->expanded ? n_rest : 0);
  update_head (self);
  ks_candidate_item_tell (self->head);
}

/**
 * ks_ranking_model_find:
 * @self: a model
 * @code: of a unit
 * @position: (out) (optional): where its line stands; opens the rest if it stands there
 *
 * Returns: (transfer none) (nullable): the unit's line
 */
KsCandidateItem *
ks_ranking_model_find (KsRankingModel *self, const char *code, guint *position)
{
  g_return_val_if_fail (KS_IS_RANKING_MODEL (self), NULL);

  for (guint i = 0; self->list != NULL && i < self->list->candidates->len; i++)
    {
      const KsCandidate *candidate = self->list->candidates->pdata[i];

      if (!g_str_equal (ks_unit_get_code (candidate->unit), code))
        continue;
      if (position != NULL && !candidate->eligible && !self->expanded)
        ks_ranking_model_toggle_rest (self);
      if (position != NULL)
        *position = i + (candidate->eligible ? 0 : 1);
      return get_line (self, candidate);
    }
  return NULL;
}

/**
 * ks_ranking_model_dup_cut:
 * @self: a model with a ranking
 * @candidate: one of its candidates
 *
 * Returns: (transfer full) (nullable): what the rule below its line says: the suggestion ends there
 */
char *
ks_ranking_model_dup_cut (KsRankingModel *self, const KsCandidate *candidate)
{
  g_autofree char *gap = NULL;

  g_return_val_if_fail (KS_IS_RANKING_MODEL (self) && self->list != NULL, NULL);

  if (self->list->cut == 0 || self->list->cut >= self->list->n_eligible
      || self->list->candidates->pdata[self->list->cut - 1] != candidate)
    return NULL;
  gap = ks_format_decimal (self->list->gap, 2);
  return g_strdup_printf (_ ("suggestion: widest gap, %s points, after unit %u"), gap,
                          self->list->cut);
}

/**
 * ks_ranking_model_set_stability:
 * @self: a model
 * @measured: (nullable): the list as it was measured
 * @stability: (nullable): what was measured
 * @top: 3 to 5
 *
 * Lets lines tell how often their unit is among the first @top.
 */
void
ks_ranking_model_set_stability (KsRankingModel *self,
                                const KsShortlist *measured,
                                const KsStability *stability,
                                guint top)
{
  g_return_if_fail (KS_IS_RANKING_MODEL (self));

  /* While a slider moves nothing is known, and nothing was. */
  if (stability == NULL && g_hash_table_size (self->measured) == 0)
    return;
  g_hash_table_remove_all (self->measured);
  for (guint i = 0; stability != NULL && i < stability->n_candidates; i++)
    {
      const KsCandidate *candidate = measured->candidates->pdata[i];
      Measured *line;

      if (!candidate->eligible)
        continue;
      line = g_new0 (Measured, 1);
      for (guint f = 0; f < KS_N_WEIGHT_FAMILIES; f++)
        line->shares[f] = ks_stability_get (stability, i, (KsWeightFamily)f, top);
      g_hash_table_insert (self->measured, g_strdup (ks_unit_get_code (candidate->unit)), line);
    }
  tell_items (self);
}

/**
 * ks_ranking_model_get_stability:
 * @self: a model
 * @code: of a unit
 * @family: which points were drawn
 * @share: (out): of draws, 0…1
 *
 * Returns: %FALSE if nothing was measured of it yet
 */
gboolean
ks_ranking_model_get_stability (KsRankingModel *self,
                                const char *code,
                                KsWeightFamily family,
                                double *share)
{
  const Measured *line;

  g_return_val_if_fail (KS_IS_RANKING_MODEL (self), FALSE);

  line = g_hash_table_lookup (self->measured, code);
  if (line != NULL)
    *share = line->shares[family];
  return line != NULL;
}
