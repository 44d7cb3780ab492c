/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-sheets.h"

#include "ks-fonts.h"
#include "ks-i18n.h"
#include "ks-write-images.h"

static gboolean
write_images (KsCli *cli, KsCampaign *campaign, KsSheetChoice *choice, KsPictureFormat format,
              const char *folder, GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Making pictures"));
  g_autofree char *warning = NULL;

  if (!ks_write_images (campaign, choice, format, folder, job, NULL, &warning, error))
    return FALSE;
  ks_cli_note_sheets (cli, campaign, warning);
  return TRUE;
}

/**
 * ks_cli_images:
 * @cli: the command line
 * @error: return location for an error
 *
 * `images FILE [--format png|svg] --output DIR [--save-ink] [--district C]… [--unit C]…`.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_images (KsCli *cli, GError **error)
{
  static const char *const formats[] = { "png", "svg", NULL };
  g_autofree char *folder = NULL;
  g_auto (GStrv) districts = NULL;
  g_auto (GStrv) codes = NULL;
  KsSheetChoice choice = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_ ("folder for the pictures"), "DIR" },
    { "save-ink", 0, 0, G_OPTION_ARG_NONE, &choice.save_ink, N_ ("black only"), NULL },
    { "district", 0, 0, G_OPTION_ARG_STRING_ARRAY, &districts, N_ ("only this district"), "CODE" },
    { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &codes, N_ ("only this unit"), "CODE" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) units = NULL;
  KsPictureFormat format;

  cli->formats = formats;
  if (!ks_cli_parse (cli, entries, "FILE [--format png|svg] --output DIR", 1, 1, error))
    return FALSE;
  if (folder == NULL)
    return ks_cli_refuse_usage (error, _ ("--output is missing"));
  ks_fonts_prepare ();
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL || !ks_cli_select_units (campaign, districts, codes, &units, error))
    return FALSE;
  choice.units = units;
  format = g_strcmp0 (cli->format, "svg") == 0 ? KS_FORMAT_SVG : KS_FORMAT_PNG;
  return write_images (cli, campaign, &choice, format, folder, error);
}
