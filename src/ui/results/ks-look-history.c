/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-look-history.h"

/* Nobody goes back further. */
#define MOST 100

struct _KsLookHistory
{
  GPtrArray *looks; /* of KsResultsLook */
  guint current;
};

/**
 * ks_look_history_new:
 *
 * Returns: (transfer full): a history of nothing
 */
KsLookHistory *
ks_look_history_new (void)
{
  KsLookHistory *self = g_new0 (KsLookHistory, 1);

  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_results_look_free);
  return self;
}

/**
 * ks_look_history_free:
 * @self: (nullable): a history
 *
 * Frees it.
 */
void
ks_look_history_free (KsLookHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->looks);
  g_free (self);
}

/**
 * ks_look_history_clear:
 * @self: a history
 *
 * Forgets everything: another campaign.
 */
void
ks_look_history_clear (KsLookHistory *self)
{
  g_ptr_array_set_size (self->looks, 0);
  self->current = 0;
}

static const KsResultsLook *
get (KsLookHistory *self, guint index)
{
  return g_ptr_array_index (self->looks, index);
}

/**
 * ks_look_history_visit:
 * @self: a history
 * @look: what is looked at now
 *
 * Keeps it. The same figures in another order or form take the place of the entry; others follow
 * it, and what was ahead is given up.
 */
void
ks_look_history_visit (KsLookHistory *self, const KsResultsLook *look)
{
  if (self->looks->len > 0 && ks_results_look_is_same_place (get (self, self->current), look))
    {
      ks_results_look_free (g_ptr_array_index (self->looks, self->current));
      g_ptr_array_index (self->looks, self->current) = ks_results_look_copy (look);
      return;
    }
  if (self->looks->len > 0)
    g_ptr_array_set_size (self->looks, (int)self->current + 1);
  g_ptr_array_add (self->looks, ks_results_look_copy (look));
  if (self->looks->len > MOST)
    g_ptr_array_remove_index (self->looks, 0);
  self->current = self->looks->len - 1;
}

/**
 * ks_look_history_can_go:
 * @self: a history
 * @step: −1: back; 1: forward
 *
 * Returns: whether there is something
 */
gboolean
ks_look_history_can_go (KsLookHistory *self, int step)
{
  return step < 0 ? self->current > 0 : self->current + 1 < self->looks->len;
}

/**
 * ks_look_history_go:
 * @self: a history
 * @step: −1: back; 1: forward; possible by ks_look_history_can_go()
 *
 * Returns: (transfer none): what is looked at then
 */
const KsResultsLook *
ks_look_history_go (KsLookHistory *self, int step)
{
  g_return_val_if_fail (ks_look_history_can_go (self, step), NULL);

  self->current = (guint)((int)self->current + step);
  return get (self, self->current);
}
