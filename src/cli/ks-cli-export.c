/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-write-results.h"

/**
 * ks_cli_export:
 * @cli: the command line
 * @error: return location for an error
 *
 * `export FILE [--scope CODE] --output X.xlsx|csv|pdf`: all figures of a scope as they may leave.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_export (KsCli *cli, GError **error)
{
  g_autofree char *scope = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, N_ ("a district or a unit"), "CODE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("XLSX, CSV or PDF to write"), "FILE" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--scope CODE] --output X.xlsx|csv|pdf", 1, 1, error))
    return FALSE;
  if (output == NULL)
    return ks_cli_refuse_usage (error, _ ("--output is missing"));
  campaign = ks_cli_open (cli, error);
  job = ks_cli_job_new (cli, _ ("Writing the results"));
  return campaign != NULL
         && ks_write_results (campaign, scope != NULL ? scope : "", output, job, error);
}
