/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-links-given.h"

#include "ks-csv-writer.h"
#include "ks-i18n.h"

/**
 * ks_links_pick_trial:
 * @campaign: a campaign
 *
 * Returns: (transfer full) (element-type KsUnit): the first, the middle and the last of the units
 *   that have a link, in the office's order; fewer where there are no three
 */
GPtrArray *
ks_links_pick_trial (KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) set = g_ptr_array_new ();
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    if (info->template != NULL || ks_unit_get_link (ks_registry_get_unit (registry, i)) != NULL)
      g_ptr_array_add (set, ks_registry_get_unit (registry, i));
  n = MIN (set->len, KS_TRIAL_CODES);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (units, g_object_ref (set->pdata[n > 1 ? i * (set->len - 1) / (n - 1) : 0]));
  return units;
}

/**
 * ks_links_to_table:
 * @campaign: a campaign
 * @n_links: (out): how many units have a link
 * @error: return location for an error
 *
 * Returns: (transfer full): the link of every unit, as a spreadsheet pastes it; ks_import_links()
 *   reads it again; or %NULL with @error set
 */
char *
ks_links_to_table (KsCampaign *campaign, guint *n_links, GError **error)
{
  static const char *const titles[]
      = { N_ ("Unit code"), N_ ("Unit"), N_ ("District"), N_ ("Survey code"), N_ ("Link") };
  g_autoptr (GPtrArray) links = ks_links_dup (campaign, error);
  g_autoptr (KsCsvWriter) table = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);

  if (links == NULL)
    return NULL;
  *n_links = 0;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ks_csv_writer_add_text (table, _ (titles[i]));
  ks_csv_writer_end_row (table, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const KsUnitLink *link = g_ptr_array_index (links, i);
      const char *district = ks_unit_get_district_name (link->unit);

      ks_csv_writer_add_text (table, ks_unit_get_code (link->unit));
      ks_csv_writer_add_text (table, ks_unit_get_name (link->unit));
      ks_csv_writer_add_text (table, district != NULL ? district : "");
      ks_csv_writer_add_text (table, link->token);
      ks_csv_writer_add_text (table, link->url != NULL ? link->url : "");
      ks_csv_writer_end_row (table, NULL);
      *n_links += link->url != NULL;
    }
  return ks_csv_writer_steal_text (table);
}
