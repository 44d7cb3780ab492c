/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-criteria.h"

#include "ks-shortlist.h"

/**
 * ks_seal_add_criteria:
 * @campaign: a campaign
 * @manifest: within its object; takes the members "criteria", "generator" and "seed"
 * @error: return location for an error
 *
 * The one place that tells a seal by which scale units were compared: whatever the scale comes to
 * hold is added here.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_seal_add_criteria (KsCampaign *campaign, JsonBuilder *manifest, GError **error)
{
  g_autoptr (KsShortlist) list = ks_shortlist_load (campaign, error);

  if (list == NULL)
    return FALSE;
  json_builder_set_member_name (manifest, "criteria");
  json_builder_begin_array (manifest);
  for (guint i = 0; i < KS_N_CRITERIA; i++)
    {
      json_builder_begin_object (manifest);
      json_builder_set_member_name (manifest, "id");
      json_builder_add_string_value (manifest, list->criteria[i].id);
      json_builder_set_member_name (manifest, "points");
      json_builder_add_double_value (manifest, list->criteria[i].points);
      json_builder_end_object (manifest);
    }
  json_builder_end_array (manifest);
  /* Nothing is drawn by chance yet. */
  json_builder_set_member_name (manifest, "generator");
  json_builder_add_null_value (manifest);
  json_builder_set_member_name (manifest, "seed");
  json_builder_add_null_value (manifest);
  return TRUE;
}
