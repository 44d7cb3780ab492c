/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-withdraw-batch.h"

/**
 * ks_cli_withdraw:
 * @cli: the command line
 * @error: return location for an error
 *
 * `withdraw FILE BATCH [--restore]`: takes an import out whole, or puts it back as it was.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_withdraw (KsCli *cli, GError **error)
{
  gboolean restore = FALSE;
  const GOptionEntry entries[] = {
    { "restore", 0, 0, G_OPTION_ARG_NONE, &restore, N_ ("put it back as it was"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  guint64 batch;

  if (!ks_cli_parse (cli, entries, "FILE BATCH [--restore]", 2, 2, error))
    return FALSE;
  if (!g_ascii_string_to_unsigned (cli->arguments[1], 10, 1, G_MAXINT64, &batch, NULL))
    return ks_cli_refuse_usage (error, _ ("%s is not the number of an import"),
                                cli->arguments[1]);
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || !(restore ? ks_restore_batch (campaign, (gint64) batch, &outcome, error)
                   : ks_withdraw_batch (campaign, (gint64) batch, &outcome, error)))
    return FALSE;
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}
