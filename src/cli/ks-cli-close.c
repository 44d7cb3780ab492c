/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-close-survey.h"
#include "ks-i18n.h"

/**
 * ks_cli_close:
 * @cli: the command line
 * @error: return location for an error
 *
 * `close FILE [--reopen --reason T]`: ends the survey, or opens it again.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_close (KsCli *cli, GError **error)
{
  gboolean reopen = FALSE;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reopen", 0, 0, G_OPTION_ARG_NONE, &reopen, N_ ("open it again"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"), "T" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--reopen --reason T]", 1, 1, error))
    return FALSE;
  if (reopen != (reason != NULL))
    return ks_cli_refuse_usage (error, _ ("--reopen and --reason belong together"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || !(reopen ? ks_reopen_survey (campaign, reason, &outcome, error)
                  : ks_close_survey (campaign, &outcome, error)))
    return FALSE;
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}
