/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-recipes.h"

static gboolean
run_import (KsCli *cli, KsCampaign *campaign, const char *path, GError **error)
{
  g_autoptr (KsOutcome) outcome = NULL;

  if (!ks_import_recipes (campaign, path, &outcome, error))
    return FALSE;
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}

/**
 * ks_cli_recipe:
 * @cli: the command line
 * @error: return location for an error
 *
 * `recipe FILE --export F | --import F`: writes how files of answers are read, or takes that over.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_recipe (KsCli *cli, GError **error)
{
  g_autofree char *import_path = NULL;
  g_autofree char *export_path = NULL;
  const GOptionEntry entries[] = {
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &export_path, N_ ("JSON to write"), "F" },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &import_path, N_ ("JSON to take over"), "F" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE --export F | --import F", 1, 1, error))
    return FALSE;
  if ((import_path == NULL) == (export_path == NULL))
    return ks_cli_refuse_usage (error, _ ("recipe takes --export or --import"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  return import_path != NULL ? run_import (cli, campaign, import_path, error)
                             : ks_export_recipes (campaign, export_path, error);
}
