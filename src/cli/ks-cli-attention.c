/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-set-attention.h"

static gboolean
set_rules (KsCampaign *campaign, char **settings, GError **error)
{
  KsAttentionRules rules;

  if (!ks_attention_load (campaign, &rules, error))
    return FALSE;
  for (guint i = 0; settings[i] != NULL; i++)
    if (!ks_attention_rules_set (&rules, settings[i], error))
      return FALSE;
  return ks_set_attention (campaign, &rules, NULL, error);
}

static void
print_rules (KsCli *cli, const KsAttentionRules *rules, KsDay day)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "rule,setting,sentence");

  for (guint i = 0; i < KS_N_ATTENTION_RULES; i++)
    {
      g_autofree char *setting = ks_attention_rule_dup_setting (rules, i);
      g_autofree char *sentence = ks_attention_rule_dup_sentence (rules, i, day);

      ks_cli_table_add_text (table, ks_attention_rule_to_id (i));
      ks_cli_table_add_text (table, setting);
      ks_cli_table_add_text (table, sentence);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}

/**
 * ks_cli_attention:
 * @cli: the command line
 * @error: return location for an error
 *
 * `attention FILE [--set RULE=SETTING]…`: which units ask for a call on the day, and from when on.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_attention (KsCli *cli, GError **error)
{
  g_auto (GStrv) settings = NULL;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &settings,
      N_ ("sets a rule: first_limit=50%@12:00, no_report=off"), "RULE=SETTING" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsCampaignInfo) info = NULL;
  KsAttentionRules rules;

  if (!ks_cli_parse (cli, entries, "FILE [--set RULE=SETTING]…", 1, 1, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL || (settings != NULL && !set_rules (campaign, settings, error))
      || !ks_attention_load (campaign, &rules, error))
    return FALSE;
  info = ks_campaign_dup_info (campaign);
  print_rules (cli, &rules, info->day);
  return TRUE;
}
