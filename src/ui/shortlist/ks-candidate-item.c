/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-candidate-item.h"

#include "ks-i18n.h"

struct _KsCandidateItem
{
  GObject parent_instance;
  GPtrArray *candidates; /* keeps the candidate alive after its shortlist went */
  const KsCandidate *candidate;
  GPtrArray *criteria; /* of KsCriterion */
  char *title;
  gboolean blind;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (KsCandidateItem, ks_candidate_item, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} KsCandidateItemSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
ks_candidate_item_finalize (GObject *object)
{
  KsCandidateItem *self = KS_CANDIDATE_ITEM (object);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_free (self->title);
  G_OBJECT_CLASS (ks_candidate_item_parent_class)->finalize (object);
}

static void
ks_candidate_item_class_init (KsCandidateItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_candidate_item_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KS_TYPE_CANDIDATE_ITEM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_candidate_item_init (KsCandidateItem *self)
{
}

/**
 * ks_candidate_item_new:
 *
 * Returns: (transfer full): a line that says nothing yet
 */
KsCandidateItem *
ks_candidate_item_new (void)
{
  return g_object_new (KS_TYPE_CANDIDATE_ITEM, NULL);
}

/**
 * ks_candidate_item_set_candidate:
 * @self: a line
 * @list: a ranking
 * @candidate: one of its candidates
 *
 * Lets the line stand for the candidate, without telling of it yet.
 */
void
ks_candidate_item_set_candidate (KsCandidateItem *self,
                                 const KsShortlist *list,
                                 const KsCandidate *candidate)
{
  g_return_if_fail (KS_IS_CANDIDATE_ITEM (self));

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  self->candidates = g_ptr_array_ref (list->candidates);
  self->criteria = g_ptr_array_ref (list->criteria->criteria);
  self->candidate = candidate;
  self->blind = list->criteria->blind;
  g_free (self->title);
  self->title = g_strdup (ks_shortlist_get_name (list, candidate));
}

/**
 * ks_candidate_item_set_head:
 * @self: a line
 * @title: what stands below it
 * @expanded: whether that is shown
 *
 * Makes the line the head above the units that are not eligible.
 */
void
ks_candidate_item_set_head (KsCandidateItem *self, const char *title, gboolean expanded)
{
  g_return_if_fail (KS_IS_CANDIDATE_ITEM (self));

  g_free (self->title);
  self->title = g_strdup (title);
  self->expanded = expanded;
}

/**
 * ks_candidate_item_tell:
 * @self: a line
 *
 * Tells who shows the line that it says something else.
 */
void
ks_candidate_item_tell (KsCandidateItem *self)
{
  g_return_if_fail (KS_IS_CANDIDATE_ITEM (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ks_candidate_item_get_candidate:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its unit with the grounds; %NULL for the head
 */
const KsCandidate *
ks_candidate_item_get_candidate (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), NULL);

  return self->candidate;
}

/**
 * ks_candidate_item_get_criteria:
 * @self: a line of a unit
 *
 * Returns: (transfer none) (element-type KsCriterion): what its points are earned by
 */
GPtrArray *
ks_candidate_item_get_criteria (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), NULL);

  return self->criteria;
}

/**
 * ks_candidate_item_get_blind:
 * @self: a line
 *
 * Returns: whether names are hidden: nothing that tells which unit it is may be shown
 */
gboolean
ks_candidate_item_get_blind (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), TRUE);

  return self->blind;
}

/**
 * ks_candidate_item_get_expanded:
 * @self: a line
 *
 * Returns: of the head, whether the units below it are shown
 */
gboolean
ks_candidate_item_get_expanded (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), FALSE);

  return self->expanded;
}

/**
 * ks_candidate_item_get_title:
 * @self: a line
 *
 * Returns: (transfer none): what the unit is called now, or the words of the head
 */
const char *
ks_candidate_item_get_title (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), NULL);

  return self->title;
}

/**
 * ks_candidate_item_get_code:
 * @self: a line
 *
 * Returns: (transfer none): the unit's code, empty for the head
 */
const char *
ks_candidate_item_get_code (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), NULL);

  return self->candidate != NULL ? ks_unit_get_code (self->candidate->unit) : "";
}

/**
 * ks_candidate_item_get_reason:
 * @self: a line of a unit
 *
 * Returns: (transfer none): why it is not eligible, empty for one that is
 */
const char *
ks_candidate_item_get_reason (KsCandidateItem *self)
{
  static const char *const hidden[] = {
    [KS_STANDING_RANKED] = "",
    [KS_STANDING_FINDINGS] = N_ ("Its figures are being checked"),
    [KS_STANDING_FEW] = N_ ("Not enough to judge by"),
    [KS_STANDING_BARRED] = N_ ("Left out by hand"),
  };

  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self) && self->candidate != NULL, NULL);

  if (!self->blind)
    return self->candidate->reason;
  return self->candidate->eligible ? "" : _ (hidden[self->candidate->standing]);
}
