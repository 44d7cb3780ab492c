/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-set-population.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-setting-table.h"

static gboolean
save (KsCampaign *campaign, KsPopulation population, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *text = ks_population_to_text (population);
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "population", text);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_setting_table_set (tx, "population", text, error)
         && ks_campaign_commit (campaign, tx, "population", json,
                                KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS, error);
}

static gboolean
undo_population (KsCampaign *campaign, gpointer data, GError **error)
{
  return save (campaign, (KsPopulation) GPOINTER_TO_INT (data), error);
}

/**
 * ks_set_population:
 * @campaign: a campaign
 * @population: whose opinion the survey asks for
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if it was so already
 * @error: return location for an error
 *
 * Says who is in scope. Part-time workers count in N only if they are; answers of people outside
 * count all the same, and are told apart.
 *
 * Returns: %FALSE with @error set; the setting is then as it was
 */
gboolean
ks_set_population (KsCampaign *campaign,
                   KsPopulation population,
                   KsOutcome **outcome,
                   GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  if (outcome != NULL)
    *outcome = NULL;
  if (population == 0)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                           _ ("Somebody must be asked: choose at least one kind of person."));
      return FALSE;
    }
  if (info->population == population)
    return TRUE;
  if (!save (campaign, population, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup (_ ("Who is in scope was changed")));
      ks_outcome_set_undo (*outcome, undo_population, GINT_TO_POINTER (info->population), NULL);
    }
  return TRUE;
}
