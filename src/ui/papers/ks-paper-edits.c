/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-edits.h"

struct _KsPaperEdits
{
  KsPaperSettings *saved;
  GArray *edits; /* of KsPaperEdit; slot and body are owned */
};

static void
clear_edit (gpointer data)
{
  KsPaperEdit *edit = data;

  g_free ((char *)edit->slot);
  g_free ((char *)edit->body);
}

/**
 * ks_paper_edits_new:
 * @saved: what is set
 *
 * Returns: (transfer full): nothing typed yet
 */
KsPaperEdits *
ks_paper_edits_new (KsPaperSettings *saved)
{
  KsPaperEdits *self = g_new (KsPaperEdits, 1);

  self->saved = ks_paper_settings_ref (saved);
  self->edits = g_array_new (FALSE, FALSE, sizeof (KsPaperEdit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

/**
 * ks_paper_edits_free:
 * @self: (transfer full): what was typed
 */
void
ks_paper_edits_free (KsPaperEdits *self)
{
  ks_paper_settings_unref (self->saved);
  g_array_unref (self->edits);
  g_free (self);
}

static const KsPaperEdit *
get_edit (KsPaperEdits *self, guint index)
{
  return &g_array_index (self->edits, KsPaperEdit, index);
}

static void
drop (KsPaperEdits *self, const char *paper, const char *slot)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (g_str_equal (get_edit (self, i)->paper, paper)
        && g_str_equal (get_edit (self, i)->slot, slot))
      {
        g_array_remove_index (self->edits, i);
        return;
      }
}

/**
 * ks_paper_edits_put:
 * @self: what was typed
 * @paper: a paper, or %KS_PAPER_ALL
 * @slot: one of its slots
 * @body: (nullable): what it shall hold; %NULL: nothing
 *
 * Takes over what a field says; what is as it was saved is no edit.
 */
void
ks_paper_edits_put (KsPaperEdits *self, KsPaperKind paper, const char *slot, const char *body)
{
  const char *id = ks_paper_settings_get_id (paper);
  KsPaperEdit edit = { id, NULL, NULL };

  drop (self, id, slot);
  if (g_strcmp0 (ks_paper_settings_get_own (self->saved, paper, slot), body) == 0)
    return;
  edit.slot = g_strdup (slot);
  edit.body = g_strdup (body);
  g_array_append_val (self->edits, edit);
}

/**
 * ks_paper_edits_dup_settings:
 * @self: what was typed
 *
 * Returns: (transfer full): the settings as they would be
 */
KsPaperSettings *
ks_paper_edits_dup_settings (KsPaperEdits *self)
{
  const KsPaperEdit *edits = (const KsPaperEdit *)(gconstpointer)self->edits->data;

  return ks_paper_settings_edit (self->saved, edits, self->edits->len);
}

/**
 * ks_paper_edits_is_empty:
 * @self: what was typed
 *
 * Returns: whether all is as it was saved
 */
gboolean
ks_paper_edits_is_empty (KsPaperEdits *self)
{
  return self->edits->len == 0;
}

/**
 * ks_paper_edits_is_valid:
 * @self: what was typed
 *
 * Returns: whether it can stand where it was typed, in papers that are not seen as well
 */
gboolean
ks_paper_edits_is_valid (KsPaperEdits *self)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      const KsPaperEdit *edit = get_edit (self, i);
      KsPaperKind paper = (KsPaperKind)KS_PAPER_ALL;
      g_autofree char *fault = NULL;

      ks_paper_kind_find (edit->paper, &paper);
      if (edit->body != NULL)
        fault = ks_paper_slot_check (ks_paper_slot_find (edit->slot, paper), edit->body);
      if (fault != NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_paper_edits_save:
 * @self: what was typed
 * @campaign: whose settings they are
 * @outcome: (out) (nullable) (transfer full): what was done
 * @error: return location for an error
 *
 * Saves all of it, in one step that can be taken back.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_paper_edits_save (KsPaperEdits *self, KsCampaign *campaign, KsOutcome **outcome, GError **error)
{
  const KsPaperEdit *edits = (const KsPaperEdit *)(gconstpointer)self->edits->data;

  return ks_set_paper_texts (campaign, edits, self->edits->len, outcome, error);
}
