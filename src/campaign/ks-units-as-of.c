/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-units-as-of.h"

#include "ks-campaign-error.h"
#include "ks-event-table.h"
#include "ks-history.h"
#include "ks-i18n.h"
#include "ks-unit-change.h"
#include "ks-unit-draft.h"

/**
 * ks_events_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsEvent): what happened to units, ordered by day, or %NULL
 *   with @error set
 */
GPtrArray *
ks_events_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_event_table_load (tx, error) : NULL;
}

/* On a day before it went out of use a unit is in use. */
static GPtrArray *
set_states (GPtrArray *units, KsDay day)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < units->len; i++)
    {
      KsUnitDraft *draft = ks_unit_draft_new_from (units->pdata[i]);

      if (ks_unit_get_retired (units->pdata[i]) > day)
        ks_unit_draft_set_retired (draft, KS_DAY_NONE);
      g_ptr_array_add (list, ks_unit_draft_end (draft));
    }
  return list;
}

/**
 * ks_units_of_day:
 * @registry: the units of @own_day
 * @own_day: a day
 * @events: (element-type KsEvent): all that happened to them, ordered by day
 * @day: another day
 * @error: return location for an error
 *
 * Returns: (transfer full): the units of @day, or %NULL with @error set
 */
KsRegistry *
ks_units_of_day (KsRegistry *registry, KsDay own_day, GPtrArray *events, KsDay day, GError **error)
{
  g_autoptr (GPtrArray) all = ks_registry_list_all (registry);
  g_autoptr (GPtrArray) units = ks_history_list_units (all, own_day, events, day, error);
  g_autoptr (GPtrArray) list = units != NULL ? set_states (units, day) : NULL;

  return list != NULL ? ks_registry_new (list, error) : NULL;
}

/**
 * ks_units_as_of:
 * @campaign: a campaign
 * @day: any day, or %KS_DAY_NONE for the survey's own
 * @error: return location for an error
 *
 * Returns: (transfer full): the units of that day, or %NULL with @error set
 */
KsRegistry *
ks_units_as_of (KsCampaign *campaign, KsDay day, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GPtrArray) events = NULL;

  if (day == KS_DAY_NONE || day == info->day)
    return g_steal_pointer (&registry);
  events = ks_events_load (campaign, error);
  return events != NULL ? ks_units_of_day (registry, info->day, events, day, error) : NULL;
}

/**
 * ks_lineage:
 * @campaign: a campaign
 * @code: code of a unit on @from
 * @from: a day
 * @to: another day, before or after it
 * @error: return location for an error
 *
 * Tells what became of a unit, or what it came from, by the recorded events alone: a code that
 * another unit bears on @to leads nowhere.
 *
 * Returns: (transfer full) (element-type KsUnit): the units of @to, or %NULL with @error set
 */
GPtrArray *
ks_lineage (KsCampaign *campaign, const char *code, KsDay from, KsDay to, GError **error)
{
  g_autoptr (KsRegistry) start = ks_units_as_of (campaign, from, error);
  g_autoptr (KsRegistry) end = start != NULL ? ks_units_as_of (campaign, to, error) : NULL;
  g_autoptr (GPtrArray) events = end != NULL ? ks_events_load (campaign, error) : NULL;
  g_autoptr (GPtrArray) codes = NULL;
  GPtrArray *units;

  if (events == NULL)
    return NULL;
  if (ks_registry_lookup (start, code) == NULL)
    {
      g_autofree char *day = ks_day_format (from);

      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No unit has the code %s on %s."), code, day);
      return NULL;
    }
  codes = ks_history_follow (events, code, from, to);
  units = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < codes->len; i++)
    {
      KsUnit *unit = ks_registry_lookup (end, codes->pdata[i]);

      if (unit != NULL)
        g_ptr_array_add (units, g_object_ref (unit));
    }
  return units;
}
