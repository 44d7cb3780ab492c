/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-campaign-error.h"
#include "ks-code.h"
#include "ks-edit-unit.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-unit-change.h"

static gboolean
check_code (KsRegistry *registry, const char *given, const char *code, GError **error)
{
  GPtrArray *retired = ks_registry_get_retired (registry);
  g_autofree char *quote = ks_field_shorten (given);
  KsUnit *other = code != NULL ? ks_registry_lookup (registry, code) : NULL;

  if (code == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("“%s” is not the code of a unit: it needs 5 digits."), quote);
  else if (other != NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("The code %s belongs to %s already. Correct the code."), code,
                 ks_unit_get_name (other));
  if (code == NULL || other != NULL)
    return FALSE;
  for (guint i = 0; i < retired->len; i++)
    if (g_str_equal (ks_unit_get_code (retired->pdata[i]), code))
      {
        g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                     _ ("%s has the code %s and is out of use. Take it back into use instead."),
                     ks_unit_get_name (retired->pdata[i]), code);
        return FALSE;
      }
  return TRUE;
}

static gboolean
save (KsCampaign *campaign, KsRegistry *registry, KsUnit *unit, GPtrArray *changes, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) units = ks_registry_list_all (registry);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  g_ptr_array_add (units, g_object_ref (unit));
  ks_payload_add_text (payload, "unit", ks_unit_get_code (unit));
  ks_payload_add_text (payload, "name", ks_unit_get_name (unit));
  ks_payload_add_number (payload, "staff", ks_unit_get_staff_in_scope (unit));
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_unit_changes_check_history (tx, campaign, units, error)
         && ks_unit_changes_save (changes, campaign, tx, _ ("A new unit"), error)
         && ks_campaign_commit (campaign, tx, "add-unit", json, KS_CHANGE_REGISTRY, error);
}

/**
 * ks_add_unit_check_code:
 * @registry: the registry
 * @code: what somebody typed
 * @error: return location for an error
 *
 * Returns: whether a new unit may have this code
 */
gboolean
ks_add_unit_check_code (KsRegistry *registry, const char *code, GError **error)
{
  g_autofree char *read = ks_code_read (code);

  return check_code (registry, code, read, error);
}

/**
 * ks_add_unit:
 * @campaign: a campaign
 * @code: a code that no unit has
 * @edits: (array length=n_edits): its fields, a name among them
 * @n_edits: how many
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Adds a unit that the list has left out. One that came into being on a day is an event instead.
 *
 * Returns: %FALSE with @error set; the list is then as it was
 */
gboolean
ks_add_unit (KsCampaign *campaign,
             const char *code,
             const KsUnitEdit *edits,
             guint n_edits,
             KsOutcome **outcome,
             GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) changes = ks_unit_changes_new ();
  g_autofree char *read = ks_code_read (code);
  g_autoptr (KsUnit) unit = NULL;

  if (!check_code (registry, code, read, error))
    return FALSE;
  unit = ks_unit_apply_edits (registry, ks_staff_get_last_day (campaign), NULL, read, edits, n_edits,
                              error);
  if (unit == NULL)
    return FALSE;
  ks_unit_changes_add (changes, NULL, unit);
  if (!save (campaign, registry, unit, changes, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup_printf (_ ("%s was added"), ks_unit_get_name (unit)));
      ks_unit_changes_offer_undo (changes, *outcome);
    }
  return TRUE;
}
