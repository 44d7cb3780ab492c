/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-steps.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"

/* What stood there before, to be put back. */
typedef struct {
  KsStepKind kind;
  GPtrArray *codes;   /* of char *: what was put on record or taken off it */
  GPtrArray *before;  /* of KsStepDone: what was on record of these */
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->before);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static Change *
change_new (KsStepKind kind)
{
  Change *self = g_new0 (Change, 1);

  self->kind = kind;
  self->codes = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_step_done_free);
  return self;
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, const char *action, const Change *change,
        gboolean done, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "step", ks_step_kind_to_id (change->kind));
  ks_payload_add_number (payload, "done", done);
  ks_payload_add_texts (payload, "codes", (const char *const *) change->codes->pdata);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_STEPS, error);
}

static gboolean
undo_steps (KsCampaign *campaign, gpointer data, GError **error)
{
  const Change *self = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  if (tx == NULL)
    return FALSE;
  for (guint i = 0; i < self->codes->len; i++)
    if (!ks_step_table_delete (tx, self->kind, self->codes->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->before->len; i++)
    if (!ks_step_table_save (tx, self->before->pdata[i], error))
      return FALSE;
  return commit (campaign, tx, "undo-steps", self, self->before->len > 0, error);
}

/**
 * ks_steps_index:
 * @steps: (element-type KsStepDone): what is on record; it must outlive the index
 * @kind: what is done
 *
 * Returns: (transfer full) (element-type utf8 KsStepDone): what is on record of it, by the code of
 *   the district or the unit
 */
GHashTable *
ks_steps_index (GPtrArray *steps, KsStepKind kind)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < steps->len; i++)
    {
      KsStepDone *step = g_ptr_array_index (steps, i);

      if (step->kind == kind)
        g_hash_table_insert (index, step->code, step);
    }
  return index;
}

static gboolean
check_code (KsRegistry *registry, KsStepKind kind, const char *code, GError **error)
{
  gboolean known = ks_step_kind_is_of_district (kind)
                       ? ks_registry_lookup_district (registry, code) != NULL
                       : ks_registry_lookup (registry, code) != NULL;

  if (!known)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 ks_step_kind_is_of_district (kind)
                     ? _ ("No district of the registry has the code %s.")
                     : _ ("No unit of the registry has the code %s."),
                 code);
  return known;
}

static gboolean
put_on_record (KsCampaign *campaign, KsTransaction *tx, KsStepKind kind, const char *code,
               GError **error)
{
  const KsStepDone step = { kind, (char *) code, ks_campaign_now (campaign),
                            (char *) ks_campaign_get_actor (campaign) };

  return ks_step_table_save (tx, &step, error);
}

static KsStepDone *
copy_step (const KsStepDone *step)
{
  KsStepDone *copy = g_memdup2 (step, sizeof *step);

  copy->code = g_strdup (step->code);
  copy->actor = g_strdup (step->actor);
  return copy;
}

/* What is on record keeps its day. */
static gboolean
apply (Change *self, KsCampaign *campaign, KsTransaction *tx, const char *const *codes,
       gboolean done, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) steps = ks_step_table_load (tx, error);
  g_autoptr (GHashTable) known = steps != NULL ? ks_steps_index (steps, self->kind) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; steps != NULL && codes[i] != NULL; i++)
    {
      const KsStepDone *before = g_hash_table_lookup (known, codes[i]);

      if (!check_code (registry, self->kind, codes[i], error))
        return FALSE;
      if ((before != NULL) == done || !g_hash_table_add (seen, (gpointer) codes[i]))
        continue;
      if (before != NULL)
        g_ptr_array_add (self->before, copy_step (before));
      g_ptr_array_add (self->codes, g_strdup (codes[i]));
      if (!(done ? put_on_record (campaign, tx, self->kind, codes[i], error)
                 : ks_step_table_delete (tx, self->kind, codes[i], error)))
        return FALSE;
    }
  return steps != NULL;
}

static char *
describe (const Change *self, gboolean done)
{
  g_autofree char *count = ks_format_count (self->codes->len);

  if (self->codes->len == 0)
    return g_strdup (_ ("All of it was on record already; nothing was changed"));
  if (!done)
    return g_strdup_printf (_ ("Taken off the record: %s"), count);
  switch (self->kind)
    {
    case KS_STEP_DONE_SENT:
      return g_strdup_printf (_ ("Packs sent to %s districts put on record"), count);
    case KS_STEP_DONE_RECEIVED:
      return g_strdup_printf (_ ("%s units put on record: they have their code"), count);
    case KS_STEP_DONE_TRIED:
      return g_strdup_printf (_ ("%s units put on record: they scanned their code"), count);
    case KS_STEP_DONE_POSTED:
    case KS_N_STEPS_DONE:
    default:
      return g_strdup_printf (_ ("%s units put on record: their sheet hangs"), count);
    }
}

/**
 * ks_set_steps:
 * @campaign: a campaign
 * @kind: what is done
 * @codes: (array zero-terminated=1): of districts or units, as @kind asks
 * @done: whether it is done; %FALSE: it is not, after all
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Puts on record what was done before the day, in one transaction. What is on record already keeps
 * its date.
 *
 * Returns: %FALSE with @error set; the record is then as it was
 */
gboolean
ks_set_steps (KsCampaign *campaign, KsStepKind kind, const char *const *codes, gboolean done,
              KsOutcome **outcome, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (Change) change = change_new (kind);
  gboolean changed;

  if (tx == NULL || !apply (change, campaign, tx, codes, done, error))
    return FALSE;
  changed = change->codes->len > 0;
  if (changed && !commit (campaign, tx, "steps", change, done, error))
    return FALSE;
  if (outcome == NULL)
    return TRUE;
  *outcome = ks_outcome_new (describe (change, done));
  if (changed)
    ks_outcome_set_undo (*outcome, undo_steps, g_steal_pointer (&change), change_free);
  return TRUE;
}

/**
 * ks_steps_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsStepDone): what is on record, or %NULL with @error set
 */
GPtrArray *
ks_steps_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_step_table_load (tx, error) : NULL;
}
