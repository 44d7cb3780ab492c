/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-write-summary.h"

/**
 * ks_cli_report:
 * @cli: the command line
 * @error: return location for an error
 *
 * `report FILE --document summary --output X.pdf`.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_report (KsCli *cli, GError **error)
{
  g_autofree char *document = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_STRING, &document, "summary", "DOCUMENT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("PDF to write"), "PDF" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE --document summary --output X.pdf", 1, 1, error))
    return FALSE;
  if (g_strcmp0 (document, "summary") != 0)
    return ks_cli_refuse_usage (error, _ ("--document takes summary"));
  if (output == NULL)
    return ks_cli_refuse_usage (error, _ ("--output is missing"));
  campaign = ks_cli_open (cli, error);
  return campaign != NULL && ks_write_summary (campaign, output, NULL, error);
}
