/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-campaign-error.h"
#include "ks-check.h"
#include "ks-cli-table.h"
#include "ks-i18n.h"

/**
 * ks_cli_log:
 * @cli: the command line
 * @error: return location for an error
 *
 * `log FILE`: what was done, by whom and when.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_log (KsCli *cli, GError **error)
{
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (!ks_cli_parse (cli, NULL, "FILE", 1, 1, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  entries = campaign != NULL ? ks_log_load (campaign, error) : NULL;
  if (entries == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "seq,utc,actor,action,payload,hash");
  for (guint i = 0; i < entries->len; i++)
    {
      KsLogEntry *entry = g_ptr_array_index (entries, i);

      ks_cli_table_add_count (table, entry->seq);
      ks_cli_table_add_text (table, entry->utc);
      ks_cli_table_add_text (table, entry->actor);
      ks_cli_table_add_text (table, entry->action);
      ks_cli_table_add_text (table, entry->payload);
      ks_cli_table_add_text (table, entry->hash);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_check:
 * @cli: the command line
 * @error: return location for an error
 *
 * `check FILE`: recomputes what can be recomputed.
 *
 * Returns: %FALSE with @error set, also when something does not hold
 */
gboolean
ks_cli_check (KsCli *cli, GError **error)
{
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, NULL, "FILE", 1, 1, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  job = ks_cli_job_new (cli, _ ("Checking the campaign"));
  faults = campaign != NULL ? ks_check_campaign (campaign, job, error) : NULL;
  if (faults == NULL)
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    g_print ("%s\n", (char *) g_ptr_array_index (faults, i));
  if (faults->len == 0)
    {
      g_print ("ok\n");
      return TRUE;
    }
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE, "%s: %u thing does not hold; open a backup of it",
                            "%s: %u things do not hold; open a backup of it", faults->len),
               cli->arguments[0], faults->len);
  return FALSE;
}
