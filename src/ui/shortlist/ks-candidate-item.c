/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-candidate-item.h"

struct _KsCandidateItem
{
  GObject parent_instance;
  GPtrArray *candidates; /* keeps the candidate alive after its shortlist went */
  const KsCandidate *candidate;
  GPtrArray *criteria; /* of KsCriterion */
  char *title;
  char *cut;
  gboolean chosen;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (KsCandidateItem, ks_candidate_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_CHOSEN = 1,
  PROP_EXPANDED,
} KsCandidateItemProperty;

static GParamSpec *properties[PROP_EXPANDED + 1];

static void
ks_candidate_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsCandidateItem *self = KS_CANDIDATE_ITEM (object);

  switch ((KsCandidateItemProperty)id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_candidate_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsCandidateItem *self = KS_CANDIDATE_ITEM (object);

  switch ((KsCandidateItemProperty)id)
    {
    case PROP_CHOSEN:
      ks_candidate_item_set_chosen (self, g_value_get_boolean (value));
      break;
    case PROP_EXPANDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_candidate_item_finalize (GObject *object)
{
  KsCandidateItem *self = KS_CANDIDATE_ITEM (object);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->cut);
  G_OBJECT_CLASS (ks_candidate_item_parent_class)->finalize (object);
}

static void
ks_candidate_item_class_init (KsCandidateItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ks_candidate_item_get_property;
  object_class->set_property = ks_candidate_item_set_property;
  object_class->finalize = ks_candidate_item_finalize;

  properties[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ks_candidate_item_init (KsCandidateItem *self)
{
}

/**
 * ks_candidate_item_new:
 * @shortlist: a shortlist
 * @index: of one of its candidates
 *
 * Returns: (transfer full): the line of that candidate, ticked when it was chosen before
 */
KsCandidateItem *
ks_candidate_item_new (const KsShortlist *shortlist, guint index)
{
  KsCandidateItem *self = g_object_new (KS_TYPE_CANDIDATE_ITEM, NULL);

  self->candidates = g_ptr_array_ref (shortlist->candidates);
  self->candidate = g_ptr_array_index (shortlist->candidates, index);
  self->chosen = self->candidate->chosen;
  self->criteria = g_ptr_array_ref (shortlist->criteria->criteria);
  return self;
}

/**
 * ks_candidate_item_update:
 * @self: a line of a unit
 * @shortlist: the shortlist read anew
 * @index: of the same unit in it
 *
 * Takes over what was chosen, where nothing else changed.
 */
void
ks_candidate_item_update (KsCandidateItem *self, const KsShortlist *shortlist, guint index)
{
  g_return_if_fail (KS_IS_CANDIDATE_ITEM (self));

  g_ptr_array_unref (self->candidates);
  self->candidates = g_ptr_array_ref (shortlist->candidates);
  self->candidate = g_ptr_array_index (shortlist->candidates, index);
  ks_candidate_item_set_chosen (self, self->candidate->chosen);
}

/**
 * ks_candidate_item_new_head:
 * @title: what stands below it
 *
 * Returns: (transfer full): the line above the units that are not eligible
 */
KsCandidateItem *
ks_candidate_item_new_head (const char *title)
{
  KsCandidateItem *self = g_object_new (KS_TYPE_CANDIDATE_ITEM, NULL);

  self->title = g_strdup (title);
  return self;
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
 * ks_candidate_item_get_title:
 * @self: a line
 *
 * Returns: (transfer none): the unit's name, or the words of the head
 */
const char *
ks_candidate_item_get_title (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), NULL);

  return self->candidate != NULL ? ks_unit_get_name (self->candidate->unit) : self->title;
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
 * ks_candidate_item_get_cut:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what the rule below the line says; %NULL: there is none
 */
const char *
ks_candidate_item_get_cut (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), NULL);

  return self->cut;
}

/**
 * ks_candidate_item_set_cut:
 * @self: a line
 * @cut: (nullable): what the rule below it says
 *
 * Draws the suggested cut below the line. To be set before the line is shown.
 */
void
ks_candidate_item_set_cut (KsCandidateItem *self, const char *cut)
{
  g_return_if_fail (KS_IS_CANDIDATE_ITEM (self));

  g_free (self->cut);
  self->cut = g_strdup (cut);
}

/**
 * ks_candidate_item_get_chosen:
 * @self: a line
 *
 * Returns: whether the officer ticked it
 */
gboolean
ks_candidate_item_get_chosen (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), FALSE);

  return self->chosen;
}

/**
 * ks_candidate_item_set_chosen:
 * @self: a line
 * @chosen: whether the officer ticks it
 *
 * Ticks the unit; one that is not eligible, and the head, stay as they are.
 */
void
ks_candidate_item_set_chosen (KsCandidateItem *self, gboolean chosen)
{
  g_return_if_fail (KS_IS_CANDIDATE_ITEM (self));

  if (self->candidate == NULL || (chosen && !self->candidate->eligible) || self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * ks_candidate_item_get_expanded:
 * @self: a line
 *
 * Returns: whether its grounds, or the units under the head, are open
 */
gboolean
ks_candidate_item_get_expanded (KsCandidateItem *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ITEM (self), FALSE);

  return self->expanded;
}

/**
 * ks_candidate_item_toggle_expanded:
 * @self: a line
 *
 * Opens or closes its grounds, or the units under the head.
 */
void
ks_candidate_item_toggle_expanded (KsCandidateItem *self)
{
  g_return_if_fail (KS_IS_CANDIDATE_ITEM (self));

  self->expanded = !self->expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}
