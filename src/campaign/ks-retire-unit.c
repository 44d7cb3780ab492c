/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-campaign-error.h"
#include "ks-edit-unit.h"
#include "ks-i18n.h"
#include "ks-nominee-table.h"
#include "ks-payload.h"
#include "ks-unit-change.h"
#include "ks-unit-draft.h"

static KsUnit *
with_state (KsUnit *unit, KsDay retired)
{
  KsUnitDraft *draft = ks_unit_draft_new_from (unit);

  ks_unit_draft_set_retired (draft, retired);
  return ks_unit_draft_end (draft);
}

static KsUnit *
find_unit (KsRegistry *registry, const char *code, gboolean in_use)
{
  GPtrArray *retired = ks_registry_get_retired (registry);

  if (in_use)
    return ks_registry_lookup (registry, code);
  for (guint i = 0; i < retired->len; i++)
    if (g_str_equal (ks_unit_get_code (retired->pdata[i]), code))
      return retired->pdata[i];
  return NULL;
}

/* A unit that people chose to propose must be taken off that list first. */
static gboolean
check_choice (KsTransaction *tx, KsUnit *unit, GError **error)
{
  g_autoptr (GPtrArray) nominees = ks_nominee_table_load (tx, error);

  if (nominees == NULL)
    return FALSE;
  for (guint i = 0; i < nominees->len; i++)
    if (g_str_equal (((KsNominee *) nominees->pdata[i])->unit, ks_unit_get_code (unit)))
      {
        g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                     _ ("%s is on the list of proposals. Take it off that list first."),
                     ks_unit_get_name (unit));
        return FALSE;
      }
  return TRUE;
}

static gboolean
save (KsCampaign *campaign,
      KsUnit *unit,
      KsDay day,
      const char *reason,
      GPtrArray *changes,
      GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *since = day != KS_DAY_NONE ? ks_day_to_iso (day) : NULL;
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "unit", ks_unit_get_code (unit));
  if (since != NULL)
    ks_payload_add_text (payload, "since", since);
  if (reason != NULL && *reason != '\0')
    ks_payload_add_text (payload, "reason", reason);
  json = ks_payload_to_json (payload);
  if (tx == NULL)
    return FALSE;
  if (since != NULL
      && !(ks_unit_changes_check_answers (tx, unit, error) && check_choice (tx, unit, error)))
    return FALSE;
  return ks_unit_changes_save (changes, campaign, tx, reason, error)
         && ks_campaign_commit (campaign, tx, since != NULL ? "retire-unit" : "restore-unit", json,
                                KS_CHANGE_REGISTRY, error);
}

static gboolean
set_state (KsCampaign *campaign,
           const char *code,
           KsDay day,
           const char *reason,
           const char *words,
           KsOutcome **outcome,
           GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsUnit *unit = find_unit (registry, code, day != KS_DAY_NONE);
  g_autoptr (GPtrArray) changes = ks_unit_changes_new ();
  g_autoptr (KsUnit) after = NULL;

  if (unit == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   day != KS_DAY_NONE ? _ ("No unit in use has the code %s.")
                                      : _ ("No unit out of use has the code %s."),
                   code);
      return FALSE;
    }
  after = with_state (unit, day);
  ks_unit_changes_add (changes, unit, after);
  if (!save (campaign, unit, day, reason, changes, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup_printf ("%s: %s", ks_unit_get_name (unit), words));
      ks_unit_changes_offer_undo (changes, *outcome);
    }
  return TRUE;
}

/**
 * ks_retire_unit:
 * @campaign: a campaign
 * @code: code of a unit in use that has no answers
 * @day: since when it is out of use
 * @reason: (nullable): why; needed once answers have come in
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Takes a unit out of use: no list, sheet or count has it any more, and nothing of it is lost.
 *
 * Returns: %FALSE with @error set; the list is then as it was
 */
gboolean
ks_retire_unit (KsCampaign *campaign,
                const char *code,
                KsDay day,
                const char *reason,
                KsOutcome **outcome,
                GError **error)
{
  g_return_val_if_fail (day != KS_DAY_NONE, FALSE);

  return set_state (campaign, code, day, reason, _ ("out of use"), outcome, error);
}

/**
 * ks_restore_unit:
 * @campaign: a campaign
 * @code: code of a unit out of use
 * @reason: (nullable): why; needed once answers have come in
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Takes a unit back into use, with all that was known of it.
 *
 * Returns: %FALSE with @error set; the list is then as it was
 */
gboolean
ks_restore_unit (
    KsCampaign *campaign, const char *code, const char *reason, KsOutcome **outcome, GError **error)
{
  return set_state (campaign, code, KS_DAY_NONE, reason, _ ("in use again"), outcome, error);
}
