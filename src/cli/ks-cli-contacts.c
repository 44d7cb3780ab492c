/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-cli-table.h"
#include "ks-district-contacts.h"
#include "ks-i18n.h"
#include "ks-set-population.h"

static gboolean
find_field (const char *name, KsDistrictField *field)
{
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    if (g_str_equal (ks_district_field_get_id ((KsDistrictField) i), name))
      {
        *field = (KsDistrictField) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
change_contact (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsDistrictContact) contact
      = ks_district_contact_load (campaign, cli->arguments[1], error);
  KsOutcome *outcome = NULL;

  if (contact == NULL)
    return FALSE;
  for (guint i = 2; cli->arguments[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      const char *value = NULL;
      KsDistrictField field;

      if (!ks_cli_split_setting (cli->arguments[i], &name, &value, error))
        return FALSE;
      if (!find_field (name, &field))
        return ks_cli_refuse_usage (error,
                                    _ ("“%s” is no field; there are board, board_phone, union, "
                                       "union_phone, group_link and note"),
                                    name);
      if (!ks_district_contact_set (contact, field, value, error))
        return FALSE;
    }
  return ks_set_district_contact (campaign, contact, &outcome, error)
         && ks_cli_note_outcome (cli, outcome);
}

static gboolean
print_contacts (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCliTable) table
      = ks_cli_table_new (cli, "code,name,board,board_phone,union,union_phone,group_link,note");

  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);
      g_autoptr (KsDistrictContact) contact
          = ks_district_contact_load (campaign, district->code, error);

      if (contact == NULL)
        return FALSE;
      ks_cli_table_add_text (table, district->code);
      ks_cli_table_add_text (table, district->name);
      for (guint field = 0; field < KS_N_DISTRICT_FIELDS; field++)
        ks_cli_table_add_text (table, contact->texts[field]);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_contacts:
 * @cli: the command line
 * @error: return location for an error
 *
 * `contacts FILE [DISTRICT FIELD=VALUE…]`: whom to call in the districts.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_contacts (KsCli *cli, GError **error)
{
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, NULL, "FILE [DISTRICT FIELD=VALUE…]", 1, 2 + KS_N_DISTRICT_FIELDS, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  return cli->arguments[1] != NULL ? change_contact (cli, campaign, error)
                                   : print_contacts (cli, campaign, error);
}

/**
 * ks_cli_population:
 * @cli: the command line
 * @error: return location for an error
 *
 * `population FILE [cadres,civil_servants,part_time]`: whose opinion the survey asks for.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_population (KsCli *cli, GError **error)
{
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsCampaignInfo) info = NULL;
  g_autofree char *text = NULL;
  KsPopulation population;

  if (!ks_cli_parse (cli, NULL, "FILE [KIND,…]", 1, 2, error))
    return FALSE;
  if (cli->arguments[1] != NULL && !ks_population_parse (cli->arguments[1], &population))
    return ks_cli_refuse_usage (error, _ ("the kinds are cadres, civil_servants and part_time"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || (cli->arguments[1] != NULL && !ks_set_population (campaign, population, NULL, error)))
    return FALSE;
  info = ks_campaign_dup_info (campaign);
  text = ks_population_to_text (info->population);
  g_print ("%s\n", text);
  return TRUE;
}
