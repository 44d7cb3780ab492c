/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-outcome.h"

struct _KsOutcome {
  char          *message;
  KsUndoFunc     undo;
  gpointer       data;
  GDestroyNotify destroy;
};

/**
 * ks_outcome_new:
 * @message: (transfer full): the sentence of the toast
 *
 * Returns: (transfer full): an outcome that cannot be undone
 */
KsOutcome *
ks_outcome_new (char *message)
{
  KsOutcome *self = g_new0 (KsOutcome, 1);

  self->message = message;
  return self;
}

/**
 * ks_outcome_set_undo:
 * @self: an outcome
 * @undo: a verb that takes it back
 * @data: (transfer full): for @undo
 * @destroy: (nullable): frees @data
 *
 * Tells how the outcome is undone.
 */
void
ks_outcome_set_undo (KsOutcome *self, KsUndoFunc undo, gpointer data, GDestroyNotify destroy)
{
  self->undo = undo;
  self->data = data;
  self->destroy = destroy;
}

/**
 * ks_outcome_get_message:
 * @self: an outcome
 *
 * Returns: (transfer none): the sentence of the toast
 */
const char *
ks_outcome_get_message (KsOutcome *self)
{
  return self->message;
}

/**
 * ks_outcome_can_undo:
 * @self: an outcome
 *
 * Returns: whether it can be undone
 */
gboolean
ks_outcome_can_undo (KsOutcome *self)
{
  return self->undo != NULL;
}

/**
 * ks_outcome_undo:
 * @self: an outcome that can be undone
 * @campaign: the campaign that it happened to
 * @error: return location for an error
 *
 * Undoes it by a verb of its own, logged like any other.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_outcome_undo (KsOutcome *self, KsCampaign *campaign, GError **error)
{
  g_return_val_if_fail (self->undo != NULL, FALSE);

  return self->undo (campaign, self->data, error);
}

/**
 * ks_outcome_free:
 * @self: (nullable): an outcome
 *
 * Frees the outcome.
 */
void
ks_outcome_free (KsOutcome *self)
{
  if (self == NULL)
    return;
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->message);
  g_free (self);
}
