/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-confirm-form.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-links.h"
#include "ks-payload.h"
#include "ks-setting-table.h"

#define SETTING_PREFILLED "prefilled_link"

/* That the unit is filled in holds for the links that were tried. */
static gboolean
save (KsCampaign *campaign, KsFormSettings settings, const char *action, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *link = ks_links_describe (campaign);
  gboolean no_identity = (settings & KS_FORM_SETTING_NO_IDENTITY) != 0;
  gboolean prefilled = (settings & KS_FORM_SETTING_PREFILLED) != 0;
  g_autofree char *json = NULL;

  ks_payload_add_number (payload, "no_identity", no_identity);
  ks_payload_add_number (payload, "prefilled", prefilled);
  json = ks_payload_to_json (payload);
  return tx != NULL
         && ks_setting_table_set (tx, "no_identity", no_identity ? "1" : "0", error)
         && ks_setting_table_set (tx, SETTING_PREFILLED, prefilled ? link : NULL, error)
         && ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_INFO, error);
}

static gboolean
undo_confirm (KsCampaign *campaign, gpointer data, GError **error)
{
  return save (campaign, (KsFormSettings) GPOINTER_TO_UINT (data), "undo-confirm-form", error);
}

/**
 * ks_get_form_settings:
 * @campaign: a campaign
 *
 * Returns: what an officer confirmed of the form, and still holds
 */
KsFormSettings
ks_get_form_settings (KsCampaign *campaign)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), NULL);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *then = tx != NULL ? ks_setting_table_get (tx, SETTING_PREFILLED, NULL) : NULL;
  g_autofree char *now = ks_links_describe (campaign);
  KsFormSettings settings = 0;

  if (info->no_identity)
    settings |= KS_FORM_SETTING_NO_IDENTITY;
  if (then != NULL && g_str_equal (then, now))
    settings |= KS_FORM_SETTING_PREFILLED;
  return settings;
}

/**
 * ks_confirm_form:
 * @campaign: a campaign
 * @settings: what the officer saw at the form service
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if it was so already
 * @error: return location for an error
 *
 * Records how the form is set at its service. That it collects no e-mail and asks for no sign-in is
 * what lets the sheets say so.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_confirm_form (KsCampaign *campaign, KsFormSettings settings, KsOutcome **outcome,
                 GError **error)
{
  KsFormSettings before = ks_get_form_settings (campaign);

  if (outcome != NULL)
    *outcome = NULL;
  if (before == settings)
    return TRUE;
  if ((settings & KS_FORM_SETTING_PREFILLED) != 0 && ks_links_count_set (campaign) == 0)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                           _ ("No link is set yet: set the link first, then look whether it fills "
                              "in the unit."));
      return FALSE;
    }
  if (!save (campaign, settings, "confirm-form", error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup (_ ("Recorded: how the form is set")));
      ks_outcome_set_undo (*outcome, undo_confirm, GUINT_TO_POINTER (before), NULL);
    }
  return TRUE;
}
