/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-sheets.h"

#include "ks-i18n.h"
#include "ks-links.h"

static void
add_district (GPtrArray *units, KsRegistry *registry, const KsDistrict *district)
{
  for (guint i = 0; i < district->n_units; i++)
    g_ptr_array_add (units, g_object_ref (ks_registry_get_unit (registry, district->first + i)));
}

/**
 * ks_cli_select_units:
 * @campaign: a campaign
 * @districts: (nullable): codes of districts
 * @codes: (nullable): codes of units
 * @units: (out) (transfer full) (nullable) (element-type KsUnit): the units named; %NULL when none
 *   is: all
 * @error: return location for an error
 *
 * Returns: %FALSE with an error of usage for a code that the registry does not have
 */
gboolean
ks_cli_select_units (KsCampaign *campaign, char **districts, char **codes, GPtrArray **units,
                     GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; districts != NULL && districts[i] != NULL; i++)
    {
      const KsDistrict *district = ks_registry_lookup_district (registry, districts[i]);

      if (district == NULL)
        return ks_cli_refuse_usage (error, _ ("no district has the code %s"), districts[i]);
      add_district (found, registry, district);
    }
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      KsUnit *unit = ks_registry_lookup (registry, codes[i]);

      if (unit == NULL)
        return ks_cli_refuse_usage (error, _ ("no unit has the code %s"), codes[i]);
      g_ptr_array_add (found, g_object_ref (unit));
    }
  *units = districts != NULL || codes != NULL ? g_steal_pointer (&found) : NULL;
  return TRUE;
}

/**
 * ks_cli_note_sheets:
 * @cli: the command line
 * @campaign: a campaign whose sheets were written
 * @warning: (nullable): of their codes
 *
 * Says on standard error what whoever hangs the sheets must know.
 */
void
ks_cli_note_sheets (KsCli *cli, KsCampaign *campaign, const char *warning)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  if (warning != NULL)
    ks_cli_note (cli, warning);
  if (!info->simulated && !ks_is_scan_confirmed (campaign))
    ks_cli_note (cli, _ ("note: nobody has confirmed yet that a code of this link was tried with "
                         "a phone"));
}
