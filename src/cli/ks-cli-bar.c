/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-bar-unit.h"
#include "ks-cli.h"
#include "ks-cli-registry.h"
#include "ks-i18n.h"

/**
 * ks_cli_bar:
 * @cli: the command line
 * @error: return location for an error
 *
 * `bar FILE CODE --reason T | --clear`: leaves a unit out of the ranking, or lets it take part
 * again.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_bar (KsCli *cli, GError **error)
{
  g_autofree char *reason = NULL;
  gboolean clear = FALSE;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why the unit is left out"), "T" },
    { "clear", 0, 0, G_OPTION_ARG_NONE, &clear, N_ ("lets the unit take part again"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  if (!ks_cli_parse (cli, entries, "FILE CODE --reason T | --clear", 2, 2, error))
    return FALSE;
  if ((reason != NULL) == clear)
    return ks_cli_refuse_usage (error, _ ("give either --reason or --clear"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || !(clear ? ks_unbar_unit (campaign, cli->arguments[1], &outcome, error)
                 : ks_bar_unit (campaign, cli->arguments[1], reason, &outcome, error)))
    return FALSE;
  return ks_cli_note_outcome (cli, g_steal_pointer (&outcome));
}
