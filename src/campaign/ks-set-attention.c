/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-set-attention.h"

#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-setting-table.h"

/**
 * ks_attention_load:
 * @campaign: a campaign
 * @rules: (out caller-allocates): which of its units ask for a call
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_attention_load (KsCampaign *campaign, KsAttentionRules *rules, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  if (tx != NULL)
    *rules = ks_setting_table_get_attention (tx);
  return tx != NULL;
}

/* @before: (out) (optional): the rules until then */
static gboolean
save (KsCampaign *campaign, const KsAttentionRules *rules, KsAttentionRules *before, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *text = ks_attention_rules_to_text (rules);
  g_autofree char *json = NULL;

  if (tx == NULL)
    return FALSE;
  if (before != NULL)
    {
      *before = ks_setting_table_get_attention (tx);
      if (ks_attention_rules_equal (before, rules))
        return TRUE;
    }
  ks_payload_add_text (payload, "rules", text);
  json = ks_payload_to_json (payload);
  return ks_setting_table_set_attention (tx, rules, error)
         && ks_campaign_commit (campaign, tx, "attention", json, KS_CHANGE_INFO, error);
}

static gboolean
undo_attention (KsCampaign *campaign, gpointer data, GError **error)
{
  return save (campaign, data, NULL, error);
}

/**
 * ks_set_attention:
 * @campaign: a campaign
 * @rules: which of its units ask for a call
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if it was so already
 * @error: return location for an error
 *
 * Sets the rules of attention.
 *
 * Returns: %FALSE with @error set; the rules are then as they were
 */
gboolean
ks_set_attention (KsCampaign *campaign, const KsAttentionRules *rules, KsOutcome **outcome,
                  GError **error)
{
  KsAttentionRules before;

  if (outcome != NULL)
    *outcome = NULL;
  if (!save (campaign, rules, &before, error))
    return FALSE;
  if (outcome != NULL && !ks_attention_rules_equal (&before, rules))
    {
      *outcome = ks_outcome_new (g_strdup (_ ("The rules of attention were changed")));
      ks_outcome_set_undo (*outcome, undo_attention, g_memdup2 (&before, sizeof before), g_free);
    }
  return TRUE;
}
