/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-record-event.h"

#include "ks-campaign-error.h"
#include "ks-code.h"
#include "ks-event-table.h"
#include "ks-history.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-tally-table.h"
#include "ks-unit-change.h"
#include "ks-unit-draft.h"
#include "ks-unit-table.h"
#include "ks-units-as-of.h"

static KsUnit *
copy_unit (KsUnit *unit)
{
  return ks_unit_draft_end (ks_unit_draft_new_from (unit));
}

static KsEvent *
copy_event (const KsEvent *event)
{
  KsEvent *copy = ks_event_new (event->day, event->kind, event->note);

  copy->id = event->id;
  for (guint i = 0; i < event->before->len; i++)
    g_ptr_array_add (copy->before, copy_unit (event->before->pdata[i]));
  for (guint i = 0; i < event->after->len; i++)
    g_ptr_array_add (copy->after, copy_unit (event->after->pdata[i]));
  return copy;
}

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
  g_autoptr (KsEvent) event = ks_event_new (day, kind, note);

  if (registry == NULL)
    return NULL;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *code = ks_code_read (codes[i]);
      KsUnit *unit = ks_registry_lookup (registry, code != NULL ? code : codes[i]);

      if (unit == NULL)
        {
          g_autofree char *date = ks_day_format (day);

          g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                       _ ("No unit has the code %s on the day before %s. Correct the code or the "
                          "day."),
                       codes[i], date);
          return NULL;
        }
      g_ptr_array_add (event->before, copy_unit (unit));
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

static KsUnit *
find_unit (GPtrArray *units, const char *code)
{
  for (guint i = 0; i < units->len; i++)
    if (g_str_equal (ks_unit_get_code (units->pdata[i]), code))
      return units->pdata[i];
  return NULL;
}

/* Answers belong to a code: none may lose its unit, or find itself with another. */
static gboolean
check_answers (KsTransaction *tx, GPtrArray *before, GPtrArray *after, GError **error)
{
  for (guint i = 0; i < before->len; i++)
    {
      KsUnit *unit = before->pdata[i];
      KsUnit *heir = find_unit (after, ks_unit_get_code (unit));
      gboolean same
          = heir != NULL
            && (before->len == 1
                || g_str_equal (ks_unit_get_bare_name (heir), ks_unit_get_bare_name (unit)));

      if (!same && !ks_unit_changes_check_answers (tx, unit, error))
        return FALSE;
    }
  return TRUE;
}

static KsRegistry *
make_registry (GPtrArray *units, KsDay from, const KsEvent *event, KsDay to, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = NULL;

  g_ptr_array_add (events, (gpointer) event);
  list = ks_history_list_units (units, from, events, to, error);
  return list != NULL ? ks_registry_new (list, error) : NULL;
}

static gboolean
check_history (KsRegistry *registry, KsDay day, GPtrArray *events, GError **error)
{
  g_autoptr (GPtrArray) units = ks_registry_list_all (registry);

  return ks_history_check (units, day, events, error);
}

static gboolean
save_registry (KsCampaign *campaign, KsTransaction *tx, KsRegistry *registry, GError **error)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsTally) tally = ks_tally_recompute (tx, registry, form, error);

  return tally != NULL && ks_unit_table_replace (tx, registry, error)
         && ks_tally_table_save (tx, registry, tally, error);
}

static gboolean
commit (KsCampaign *campaign,
        KsTransaction *tx,
        const KsEvent *event,
        const char *action,
        GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *day = ks_day_to_iso (event->day);
  g_autofree char *words = ks_event_describe (event);
  g_autofree char *json = NULL;

  ks_payload_add_number (payload, "event", event->id);
  ks_payload_add_text (payload, "kind", ks_event_kind_get_id (event->kind));
  ks_payload_add_text (payload, "day", day);
  ks_payload_add_text (payload, "what", words);
  ks_payload_add_text (payload, "note", event->note);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS,
                             error);
}

/* What an act on an event leaves for its undo: the event, and the list as it was if the act changed
 * it. */
typedef struct
{
  KsEvent *event;
  KsRegistry *registry;
  gboolean remove; /* undo takes the event away; else it puts it back */
} Undo;

static void
free_undo (gpointer data)
{
  Undo *undo = data;

  ks_event_free (undo->event);
  g_clear_object (&undo->registry);
  g_free (undo);
}

static gboolean
undo_act (KsCampaign *campaign, gpointer data, GError **error)
{
  Undo *undo = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL
         && (undo->remove ? ks_event_table_delete (tx, undo->event->id, error)
                          : ks_event_table_add (tx, undo->event, error))
         && (undo->registry == NULL || save_registry (campaign, tx, undo->registry, error))
         && commit (campaign, tx, undo->event, "undo-event", error);
}

static void
report (KsOutcome **outcome, const KsEvent *event, KsRegistry *before, gboolean recorded)
{
  g_autofree char *words = ks_event_describe (event);
  Undo *undo;

  if (outcome == NULL)
    return;
  undo = g_new0 (Undo, 1);
  undo->event = copy_event (event);
  undo->remove = recorded;
  g_set_object (&undo->registry, before);
  *outcome = ks_outcome_new (recorded ? g_steal_pointer (&words)
                                      : g_strdup_printf (_ ("Taken back: %s"), words));
  ks_outcome_set_undo (*outcome, undo_act, undo, free_undo);
}

static gboolean
record_past (KsCampaign *campaign,
             KsTransaction *tx,
             KsEvent *event,
             KsRegistry *before,
             GPtrArray *events,
             KsDay day,
             GError **error)
{
  g_autoptr (GPtrArray) units = ks_registry_list_all (before);
  g_autoptr (KsRegistry) after = NULL;

  /* The list keeps what it knows of the units: it is they that the event ends. */
  for (guint i = 0; i < event->before->len; i++)
    {
      KsUnit *unit = find_unit (units, ks_unit_get_code (event->before->pdata[i]));

      if (unit == NULL)
        continue;
      g_object_unref (event->before->pdata[i]);
      event->before->pdata[i] = copy_unit (unit);
    }
  after = make_registry (units, event->day - 1, event, event->day, error);
  return after != NULL && check_history (after, day, events, error)
         && check_answers (tx, event->before, event->after, error)
         && save_registry (campaign, tx, after, error);
}

/**
 * ks_record_event:
 * @campaign: a campaign
 * @event: what happened, from ks_plan_event()
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Records a merge, split, rename, change of district or new unit. Until the campaign's own day it
 * changes the list: a merged unit has the staff of all, and their names as its former ones. A
 * circle of merges, a code that another unit bears and a unit with answers that would vanish are
 * refused.
 *
 * Returns: %FALSE with @error set; all is then as it was
 */
gboolean
ks_record_event (KsCampaign *campaign, const KsEvent *event, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) before = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsEvent) own = copy_event (event);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (GPtrArray) events = NULL;
  gboolean past = own->day <= info->day;

  if (!ks_event_check (own, error))
    return FALSE;
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  events = tx != NULL ? ks_event_table_load (tx, error) : NULL;
  if (events == NULL)
    return FALSE;
  g_ptr_array_add (events, copy_event (own));
  ((KsEvent *) events->pdata[events->len - 1])->id = G_MAXINT64;
  ks_history_sort (events);
  if (!(past ? record_past (campaign, tx, own, before, events, info->day, error)
             : check_history (before, info->day, events, error))
      || !ks_event_table_add (tx, own, error) || !commit (campaign, tx, own, "event", error))
    return FALSE;
  report (outcome, own, past ? before : NULL, TRUE);
  return TRUE;
}

static KsEvent *
take_event (GPtrArray *events, gint64 id, GError **error)
{
  g_autofree char *number = NULL;

  for (guint i = 0; i < events->len; i++)
    if (((KsEvent *) events->pdata[i])->id == id)
      {
        KsEvent *event = copy_event (events->pdata[i]);

        g_ptr_array_remove_index (events, i);
        return event;
      }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               _ ("No event of the registry has the number %s."), number);
  return NULL;
}

static gboolean
undo_past (KsCampaign *campaign,
           KsTransaction *tx,
           const KsEvent *event,
           KsRegistry *before,
           GPtrArray *events,
           KsDay day,
           GError **error)
{
  g_autoptr (GPtrArray) units = ks_registry_list_all (before);
  g_autoptr (KsRegistry) after = make_registry (units, event->day, event, event->day - 1, error);

  return after != NULL && check_history (after, day, events, error)
         && check_answers (tx, event->after, event->before, error)
         && save_registry (campaign, tx, after, error);
}

/**
 * ks_undo_event:
 * @campaign: a campaign
 * @id: a recorded event
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Takes an event back, at any time: the units before it return as they were. Refused where a later
 * event rests on it.
 *
 * Returns: %FALSE with @error set; all is then as it was
 */
gboolean
ks_undo_event (KsCampaign *campaign, gint64 id, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) before = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) events = tx != NULL ? ks_event_table_load (tx, error) : NULL;
  g_autoptr (KsEvent) event = events != NULL ? take_event (events, id, error) : NULL;
  gboolean past = event != NULL && event->day <= info->day;

  if (event == NULL)
    return FALSE;
  if (!(past ? undo_past (campaign, tx, event, before, events, info->day, error)
             : check_history (before, info->day, events, error))
      || !ks_event_table_delete (tx, id, error)
      || !commit (campaign, tx, event, "take-back-event", error))
    return FALSE;
  report (outcome, event, past ? before : NULL, FALSE);
  return TRUE;
}
