/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-criteria.h"

#include "ks-generator.h"
#include "ks-set-criteria.h"

static void
add_text (JsonBuilder *manifest, const char *name, const char *value)
{
  json_builder_set_member_name (manifest, name);
  json_builder_add_string_value (manifest, value);
}

static void
add_number (JsonBuilder *manifest, const char *name, double value)
{
  json_builder_set_member_name (manifest, name);
  json_builder_add_double_value (manifest, value);
}

static void
add_criterion (JsonBuilder *manifest, const KsCriterion *criterion)
{
  json_builder_begin_object (manifest);
  add_text (manifest, "id", criterion->id);
  if (criterion->kind == KS_CRITERION_OWN)
    add_text (manifest, "name", criterion->name);
  add_number (manifest, "points", criterion->points);
  add_number (manifest, "zero", criterion->zero);
  add_number (manifest, "full", criterion->full);
  json_builder_set_member_name (manifest, "checked_only");
  json_builder_add_boolean_value (manifest, criterion->checked_only);
  json_builder_end_object (manifest);
}

/* All locks there were: a change after the first shows. Who locked stays in the campaign: a seal is
 * public. */
static void
add_locks (JsonBuilder *manifest, const KsCriteria *criteria)
{
  json_builder_set_member_name (manifest, "criteria_hash");
  json_builder_add_string_value (manifest, criteria->hash);
  json_builder_set_member_name (manifest, "criteria_locks");
  json_builder_begin_array (manifest);
  for (guint i = 0; i < criteria->locks->len; i++)
    {
      const KsCriteriaLock *lock = criteria->locks->pdata[i];
      g_autofree char *at = ks_moment_to_utc (lock->at);

      json_builder_begin_object (manifest);
      add_text (manifest, "utc", at);
      add_text (manifest, "hash", lock->hash);
      json_builder_end_object (manifest);
    }
  json_builder_end_array (manifest);
}

/**
 * ks_seal_add_criteria:
 * @campaign: a campaign
 * @manifest: within its object; takes the members "criteria", "criteria_hash", "criteria_locks",
 *   "draws", "generator" and "seed"
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
  g_autoptr (KsCriteria) criteria = ks_criteria_load (campaign, error);
  g_autofree char *seed = NULL;

  if (criteria == NULL)
    return FALSE;
  json_builder_set_member_name (manifest, "criteria");
  json_builder_begin_array (manifest);
  for (guint i = 0; i < criteria->criteria->len; i++)
    add_criterion (manifest, criteria->criteria->pdata[i]);
  json_builder_end_array (manifest);
  add_locks (manifest, criteria);
  json_builder_set_member_name (manifest, "draws");
  json_builder_add_int_value (manifest, criteria->n_draws);
  add_text (manifest, "generator", KS_GENERATOR_NAME);
  seed = g_strdup_printf ("%" G_GUINT64_FORMAT, criteria->seed);
  add_text (manifest, "seed", seed);
  return TRUE;
}
