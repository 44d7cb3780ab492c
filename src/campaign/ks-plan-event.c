/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-record-event.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-code.h"
#include "ks-i18n.h"
#include "ks-text.h"
#include "ks-unit-draft.h"
#include "ks-units-as-of.h"

/**
 * ks_plan_event:
 * @campaign: a campaign
 * @kind: what happened
 * @day: the first day on which it holds
 * @note: (nullable): what it rests on
 * @codes: (array zero-terminated=1): codes that units had on the day before
 * @error: return location for an error
 *
 * Begins an event: looks up the units that it is about. Those that come of it are added by
 * ks_event_add_after().
 *
 * Returns: (transfer full): the event, or %NULL with @error set
 */
KsEvent *
ks_plan_event (KsCampaign *campaign,
               KsEventKind kind,
               KsDay day,
               const char *note,
               const char *const *codes,
               GError **error)
{
  g_autoptr (KsRegistry) registry = ks_units_as_of (campaign, day - 1, error);

  return registry != NULL ? ks_plan_event_of (registry, kind, day, note, codes, error) : NULL;
}

/**
 * ks_plan_event_of:
 * @registry: the units of the day before
 * @kind: what happened
 * @day: the first day on which it holds
 * @note: (nullable): what it rests on
 * @codes: (array zero-terminated=1): codes of @registry
 * @error: return location for an error
 *
 * As ks_plan_event(), where the list of the day before is at hand.
 *
 * Returns: (transfer full): the event, or %NULL with @error set
 */
KsEvent *
ks_plan_event_of (KsRegistry *registry,
                  KsEventKind kind,
                  KsDay day,
                  const char *note,
                  const char *const *codes,
                  GError **error)
{
  g_autoptr (KsEvent) event = ks_event_new (day, kind, note);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *code = ks_code_read (codes[i]);
      KsUnit *unit = ks_registry_lookup (registry, code != NULL ? code : codes[i]);

      if (unit == NULL)
        {
          g_autofree char *date = ks_day_format (day);

          g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                       code != NULL ? _ ("No unit has the code %s on the day before %s. Correct "
                                         "the code or the day.")
                                    : _ ("“%s” is not for certain one unit on the day before %s. "
                                         "Write its code, or correct the day."),
                       codes[i], date);
          return NULL;
        }
      g_ptr_array_add (event->before, ks_unit_draft_end (ks_unit_draft_new_from (unit)));
    }
  return g_steal_pointer (&event);
}

/**
 * ks_event_add_after:
 * @event: a planned event
 * @code: the code of a unit since the event
 * @name: its name in full
 * @district_code: (nullable): code of its district; %NULL: that of the first unit before
 * @district_name: (nullable): name of its district
 * @error: return location for an error
 *
 * Says which unit comes of the event. Fails with a sentence that names the field.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_event_add_after (KsEvent *event,
                    const char *code,
                    const char *name,
                    const char *district_code,
                    const char *district_name,
                    GError **error)
{
  KsUnit *first = event->before->len > 0 ? event->before->pdata[0] : NULL;
  g_autofree char *read = ks_code_read (code);
  g_autoptr (KsUnitDraft) draft = NULL;

  if (read == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("%s: the code of the unit must have 5 digits"), name);
      return FALSE;
    }
  draft = ks_unit_draft_new (read);
  if (district_code == NULL && district_name == NULL && first != NULL)
    {
      district_code = ks_unit_get_district_code (first);
      district_name = ks_unit_get_district_name (first);
    }
  if (!ks_unit_draft_set (draft, KS_UNIT_NAME, name, error)
      || !ks_unit_draft_set (draft, KS_UNIT_DISTRICT_CODE, district_code, error)
      || !ks_unit_draft_set (draft, KS_UNIT_DISTRICT_NAME, district_name, error))
    return FALSE;
  g_ptr_array_add (event->after, ks_unit_draft_end (g_steal_pointer (&draft)));
  return TRUE;
}

/* A unit that keeps its name, or has nothing but its name changed, keeps its code unless another is
 * told. */
static KsUnit *
find_same (const KsEvent *event, const char *name)
{
  g_autofree char *key = ks_text_fold (name);

  if (event->kind == KS_EVENT_RENAME && event->before->len == 1 && strchr (name, '=') == NULL)
    return event->before->pdata[0];
  for (guint i = 0; i < event->before->len; i++)
    {
      g_autofree char *other = ks_text_fold (ks_unit_get_name (event->before->pdata[i]));

      if (g_str_equal (key, other))
        return event->before->pdata[i];
    }
  return NULL;
}

/* Takes "07207=Phường Ngô Quyền" apart. */
static gboolean
split_pair (const char *text, char **code, const char **name, GError **error)
{
  const char *sign = strchr (text, '=');

  *code = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;
  *name = sign != NULL ? sign + 1 : NULL;
  if (sign != NULL)
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("“%s”: write the code and the name, like 07207=Phường Ngô Quyền"), text);
  return FALSE;
}

static const KsDistrict *
find_district (KsRegistry *registry, const char *name)
{
  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);

      if (g_str_equal (district->name, name))
        return district;
    }
  return NULL;
}

/**
 * ks_event_add_after_text:
 * @event: a planned event
 * @registry: the units of the day before
 * @unit: "CODE=NAME" of a unit since the event, or the name alone of one that keeps its code
 * @district: (nullable): "CODE=NAME" of its district, or the name of one of @registry; empty: that
 *   of the first unit before
 * @error: return location for an error
 *
 * As ks_event_add_after(), from what a table or a command says.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_event_add_after_text (KsEvent *event, KsRegistry *registry, const char *unit,
                         const char *district, GError **error)
{
  const KsDistrict *known = district != NULL ? find_district (registry, district) : NULL;
  KsUnit *same = find_same (event, unit);
  g_autofree char *code = NULL;
  g_autofree char *district_code = NULL;
  const char *name, *district_name = NULL;

  if (same == NULL && !split_pair (unit, &code, &name, error))
    return FALSE;
  if (same != NULL)
    {
      code = g_strdup (ks_unit_get_code (same));
      name = event->kind == KS_EVENT_RENAME ? unit : ks_unit_get_name (same);
    }
  if (known != NULL)
    return ks_event_add_after (event, code, name, known->code, known->name, error);
  if (district != NULL && *district != '\0'
      && !split_pair (district, &district_code, &district_name, error))
    return FALSE;
  return ks_event_add_after (event, code, name, district_code, district_name, error);
}
