/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-links.h"
#include "ks-print-sheets.h"
#include "ks-type.h"

static void
add_district (GPtrArray *units, KsRegistry *registry, const KsDistrict *district)
{
  for (guint i = 0; i < district->n_units; i++)
    g_ptr_array_add (units, ks_registry_get_unit (registry, district->first + i));
}

/* The units that --district and --unit name; NULL when neither stands there. */
static gboolean
select_units (KsRegistry *registry, char **districts, char **codes, GPtrArray **units,
              GError **error)
{
  *units = districts != NULL || codes != NULL ? g_ptr_array_new () : NULL;
  for (guint i = 0; districts != NULL && districts[i] != NULL; i++)
    {
      const KsDistrict *district = ks_registry_lookup_district (registry, districts[i]);

      if (district == NULL)
        return ks_cli_refuse_usage (error, _ ("no district has the code %s"), districts[i]);
      add_district (*units, registry, district);
    }
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      KsUnit *unit = ks_registry_lookup (registry, codes[i]);

      if (unit == NULL)
        return ks_cli_refuse_usage (error, _ ("no unit has the code %s"), codes[i]);
      g_ptr_array_add (*units, unit);
    }
  return TRUE;
}

static gboolean
print_sheets (KsCli *cli, KsCampaign *campaign, KsSheetChoice *choice, char **districts,
              char **codes, const char *output, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Writing sheets"));
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  if (!select_units (registry, districts, codes, &units, error))
    return FALSE;
  choice->units = units;
  if (!ks_print_sheets (campaign, choice, output, job, error))
    return FALSE;
  if (!info->simulated && !ks_is_scan_confirmed (campaign))
    ks_cli_note (cli, _ ("note: nobody has confirmed yet that a code of this link was tried with "
                         "a phone"));
  return TRUE;
}

/**
 * ks_cli_print:
 * @cli: the command line
 * @error: return location for an error
 *
 * `print FILE --layout poster|annex [--columns 1|2] --output X.pdf [--district C]… [--unit C]…`.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_print (KsCli *cli, GError **error)
{
  g_autofree char *layout = NULL;
  g_autofree char *output = NULL;
  g_autofree char *paper = NULL;
  g_auto (GStrv) districts = NULL;
  g_auto (GStrv) codes = NULL;
  int columns = 1;
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &layout, "poster, annex", "LAYOUT" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, "A4", "PAPER" },
    { "columns", 0, 0, G_OPTION_ARG_INT, &columns, "columns of the annex", "1|2" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "PDF to write", "PDF" },
    { "district", 0, 0, G_OPTION_ARG_STRING_ARRAY, &districts, "only this district", "CODE" },
    { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &codes, "only this unit", "CODE" },
    { NULL },
  };
  KsSheetChoice choice = { 0 };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE --layout poster|annex --output X.pdf", 1, 1, error))
    return FALSE;
  if (layout == NULL || !ks_layout_from_id (layout, &choice.layout))
    return ks_cli_refuse_usage (error, _ ("--layout takes poster or annex"));
  if (paper != NULL && !g_str_equal (paper, "A4"))
    return ks_cli_refuse_usage (error, _ ("--paper takes A4"));
  if (output == NULL || columns < 1 || columns > 2)
    return ks_cli_refuse_usage (error, _ ("--output is missing, or --columns is not 1 or 2"));
  choice.columns = (guint) columns;
  /* Pango looks for the fonts in a thread of its own, while the campaign is read. */
  ks_type_get ();
  campaign = ks_cli_open (cli, error);
  return campaign != NULL
         && print_sheets (cli, campaign, &choice, districts, codes, output, error);
}
