/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-bar-unit.h"

#include "ks-bar-table.h"
#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-nominee-table.h"
#include "ks-payload.h"
#include "ks-text.h"

static gboolean
check_not_chosen (KsTransaction *tx, KsUnit *unit, GError **error)
{
  g_autoptr (GPtrArray) nominees = ks_nominee_table_load (tx, error);

  if (nominees == NULL)
    return FALSE;
  for (guint i = 0; i < nominees->len; i++)
    {
      const KsNominee *nominee = nominees->pdata[i];

      if (nominee->kind == KS_NOMINEE_UNIT && g_str_equal (nominee->unit, ks_unit_get_code (unit)))
        return ks_campaign_refuse (
            error, KS_CAMPAIGN_ERROR_REFUSED,
            _ ("%s is on the list of proposals. Take it off that list first."),
            ks_unit_get_name (unit));
    }
  return TRUE;
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, const KsBar *bar, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "unit", bar->unit);
  if (bar->reason[0] != '\0')
    ks_payload_add_text (payload, "reason", bar->reason);
  json = ks_payload_to_json (payload);
  return ks_bar_table_save (tx, bar, error)
         && ks_campaign_commit (campaign, tx, bar->reason[0] != '\0' ? "bar-unit" : "unbar-unit",
                                json, KS_CHANGE_CRITERIA, error);
}

static gboolean
undo_bar (KsCampaign *campaign, gpointer data, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL && commit (campaign, tx, data, error);
}

static KsUnit *
find_unit (KsRegistry *registry, const char *code, GError **error)
{
  KsUnit *unit = ks_registry_lookup (registry, code);

  if (unit == NULL)
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED, _ ("No unit in use has the code %s."),
                        code);
  return unit;
}

static gboolean
set_bar (
    KsCampaign *campaign, KsUnit *unit, const char *reason, KsOutcome **outcome, GError **error)
{
  const char *code = ks_unit_get_code (unit);
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsBar) before = tx != NULL ? ks_bar_table_load_one (tx, code, error) : NULL;
  g_autoptr (KsBar) after = ks_bar_new (code, reason);

  if (before == NULL || (*reason != '\0' && !check_not_chosen (tx, unit, error)))
    return FALSE;
  if (*reason == '\0' && before->reason[0] == '\0')
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED, _ ("%s is not left out."),
                               ks_unit_get_name (unit));
  after->barred = ks_campaign_now (campaign);
  g_free (after->actor);
  after->actor = g_strdup (ks_campaign_get_actor (campaign));
  if (!commit (campaign, tx, after, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup_printf (*reason != '\0'
                                                      ? _ ("%s is left out of the ranking")
                                                      : _ ("%s takes part in the ranking again"),
                                                  ks_unit_get_name (unit)));
      ks_outcome_set_undo (*outcome, undo_bar, g_steal_pointer (&before),
                           (GDestroyNotify)ks_bar_free);
    }
  return TRUE;
}

/**
 * ks_bar_unit:
 * @campaign: a campaign
 * @code: of a unit
 * @reason: why it is left out
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Leaves a unit out of the ranking. It stays on the list, at the end, with the reason. A unit that
 * was chosen is to be taken off that list first.
 *
 * Returns: %FALSE with @error set; the unit then stands as it did
 */
gboolean
ks_bar_unit (
    KsCampaign *campaign, const char *code, const char *reason, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsUnit *unit = find_unit (registry, code, error);
  g_autofree char *text = ks_text_clean (reason);

  if (unit == NULL)
    return FALSE;
  if (*text == '\0')
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("Write the reason for leaving out %s."), ks_unit_get_name (unit));
  return set_bar (campaign, unit, text, outcome, error);
}

/**
 * ks_unbar_unit:
 * @campaign: a campaign
 * @code: of a unit that was left out
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Lets a unit take part in the ranking again.
 *
 * Returns: %FALSE with @error set; the unit then stands as it did
 */
gboolean
ks_unbar_unit (KsCampaign *campaign, const char *code, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsUnit *unit = find_unit (registry, code, error);

  return unit != NULL && set_bar (campaign, unit, "", outcome, error);
}
