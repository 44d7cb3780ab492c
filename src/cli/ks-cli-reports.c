/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-import-reports.h"

typedef gboolean (*ImportFunc) (KsCampaign *campaign, const char *path, KsJob *job,
                                KsOutcome **outcome, GError **error);

typedef gboolean (*SetFunc) (KsCampaign *campaign, const char *assignment, KsOutcome **outcome,
                             GError **error);

static gboolean
run (KsCli *cli, ImportFunc import_file, SetFunc set, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *assignment = NULL;
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("table to bring in"), "CSV" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &assignment, N_ ("one unit's figures"), "CODE=…" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  if (!ks_cli_parse (cli, entries, "FILE --import F | --set CODE=…", 1, 1, error))
    return FALSE;
  if ((path == NULL) == (assignment == NULL))
    return ks_cli_refuse_usage (error, _ ("give one of --import and --set"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || !(path != NULL ? import_file (campaign, path, NULL, &outcome, error)
                        : set (campaign, assignment, &outcome, error)))
    return FALSE;
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}

/**
 * ks_cli_reports:
 * @cli: the command line
 * @error: return location for an error
 *
 * `reports FILE --import F | --set CODE=…`: brings reports of the working groups in.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_reports (KsCli *cli, GError **error)
{
  return run (cli, ks_import_reports, ks_set_report, error);
}

/**
 * ks_cli_posts:
 * @cli: the command line
 * @error: return location for an error
 *
 * `posts FILE --import F | --set CODE=…`: brings posts of the Zalo group in.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_posts (KsCli *cli, GError **error)
{
  return run (cli, ks_import_posts, ks_set_post, error);
}
