/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-import-units.h"
#include "ks-units-as-of.h"

/**
 * ks_cli_print_units:
 * @cli: the command line
 * @registry: units
 *
 * Writes them as a table to standard output.
 */
void
ks_cli_print_units (KsCli *cli, KsRegistry *registry)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (
      cli, "code,name,type,district_code,district_name,staff_party,staff_government,staff_front,"
           "staff_unions,excused,staff");

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const KsStaff *staff = ks_unit_get_staff (unit);
      int excused = 0;

      ks_cli_table_add_text (table, ks_unit_get_code (unit));
      ks_cli_table_add_text (table, ks_unit_get_name (unit));
      ks_cli_table_add_text (table, ks_unit_get_kind (unit));
      ks_cli_table_add_text (table, ks_unit_get_district_code (unit));
      ks_cli_table_add_text (table, ks_unit_get_district_name (unit));
      for (guint body = 0; body < KS_N_BODIES; body++)
        {
          ks_cli_table_add_count (table, staff->total[body]);
          excused += staff->excused[body];
        }
      ks_cli_table_add_count (table, excused);
      ks_cli_table_add_count (table, ks_unit_get_staff_in_scope (unit));
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}

static gboolean
print_units (KsCli *cli, KsCampaign *campaign, const char *as_of, GError **error)
{
  g_autoptr (KsRegistry) registry = NULL;
  KsDay day;

  if (as_of == NULL)
    registry = ks_campaign_dup_registry (campaign);
  else if (!ks_day_parse (as_of, &day))
    return ks_cli_refuse_usage (error, _ ("--as-of takes a day like 2024-04-01"));
  else
    registry = ks_units_as_of (campaign, day, error);
  if (registry == NULL)
    return FALSE;
  ks_cli_print_units (cli, registry);
  return TRUE;
}

/**
 * ks_cli_units:
 * @cli: the command line
 * @error: return location for an error
 *
 * `units FILE [--import F [--encoding E]] [--export F] [--as-of DAY]`: shows, loads or saves the registry.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_units (KsCli *cli, GError **error)
{
  g_autofree char *import = NULL;
  g_autofree char *export = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *encoding_id = NULL;
  KsEncoding encoding;
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &import, "list to load", "CSV" },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &export, "list to write", "CSV" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding_id, "what the list is written in", "ENCODING" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, "the list of another day", "DAY" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--import F [--encoding E]] [--export F] [--as-of DAY]", 1, 1,
                     error)
      || !ks_cli_read_encoding (encoding_id, &encoding, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || (import != NULL && !ks_import_units_full (campaign, import, encoding, NULL, &outcome, error))
      || (export != NULL && !ks_export_units (campaign, export, error)))
    return FALSE;
  if (outcome != NULL)
    ks_cli_note (cli, ks_outcome_get_message (outcome));
  return import != NULL || export != NULL || print_units (cli, campaign, as_of, error);
}
