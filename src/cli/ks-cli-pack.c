/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-sheets.h"

#include "ks-fonts.h"
#include "ks-i18n.h"
#include "ks-write-packs.h"

static gboolean
write_packs (KsCli *cli, KsCampaign *campaign, char **districts, const char *folder,
             GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Packing for districts"));
  g_autofree char *warning = NULL;

  if (!ks_write_packs (campaign, (const char *const *) districts, folder, job, NULL, &warning,
                       error))
    return FALSE;
  ks_cli_note_sheets (cli, campaign, warning);
  return TRUE;
}

/**
 * ks_cli_pack:
 * @cli: the command line
 * @error: return location for an error
 *
 * `pack FILE --output DIR [--kind codes] [--district C]…`: a ZIP for every district.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_pack (KsCli *cli, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *folder = NULL;
  g_auto (GStrv) districts = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, "codes", "KIND" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_ ("folder for the packs"), "DIR" },
    { "district", 0, 0, G_OPTION_ARG_STRING_ARRAY, &districts, N_ ("only this district"), "CODE" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE --output DIR [--kind codes] [--district CODE]…", 1, 1,
                     error))
    return FALSE;
  if (kind != NULL && !g_str_equal (kind, "codes"))
    return ks_cli_refuse_usage (error, _ ("--kind takes codes, not %s"), kind);
  if (folder == NULL)
    return ks_cli_refuse_usage (error, _ ("--output is missing"));
  ks_fonts_prepare ();
  campaign = ks_cli_open (cli, error);
  return campaign != NULL && write_packs (cli, campaign, districts, folder, error);
}
