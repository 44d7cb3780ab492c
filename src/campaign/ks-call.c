/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-call.h"

#include "ks-campaign-error.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-payload.h"

#define MAX_NOTE 300

static const char *
find_name (KsRegistry *registry, const KsCall *call)
{
  const KsDistrict *district
      = call->district ? ks_registry_lookup_district (registry, call->code) : NULL;
  KsUnit *unit = call->district ? NULL : ks_registry_lookup (registry, call->code);

  return unit != NULL ? ks_unit_get_name (unit) : district != NULL ? district->name : NULL;
}

/* What somebody said stays out of the log: it may name people. */
static char *
describe (const KsCall *call)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_number (payload, "call", call->id);
  ks_payload_add_text (payload, call->district ? "district" : "unit", call->code);
  ks_payload_add_text (payload, "outcome", ks_call_outcome_get_id (call->outcome));
  if (call->appointment != KS_MOMENT_NONE)
    {
      g_autofree char *time = ks_moment_to_utc (call->appointment);

      ks_payload_add_text (payload, "appointment", time);
    }
  return ks_payload_to_json (payload);
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, const KsCall *call, const char *action,
        GError **error)
{
  g_autofree char *json = describe (call);

  return ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_CALLS, error);
}

static gboolean
add_call (KsCampaign *campaign, KsCall *call, const char *action, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL && ks_call_table_add (tx, call, error)
         && commit (campaign, tx, call, action, error);
}

/* Returns: (transfer full) (nullable): the call that was taken out */
static KsCall *
take_call (KsCampaign *campaign, gint64 id, const char *action, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (GError) local = NULL;
  g_autoptr (KsCall) call = tx != NULL ? ks_call_table_find (tx, id, &local) : NULL;

  if (tx == NULL)
    return NULL;
  if (call == NULL && local == NULL)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (&local, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No call has the number %s; “calls FILE” lists them."), number);
    }
  if (call != NULL && ks_call_table_delete (tx, id, &local)
      && commit (campaign, tx, call, action, &local))
    return g_steal_pointer (&call);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
undo_log_call (KsCampaign *campaign, gpointer data, GError **error)
{
  g_autoptr (KsCall) call = take_call (campaign, ((KsCall *) data)->id, "undo-call", error);

  return call != NULL;
}

static gboolean
undo_take_back (KsCampaign *campaign, gpointer data, GError **error)
{
  return add_call (campaign, data, "undo-call", error);
}

/* @call: (transfer full) */
static void
report (KsOutcome **outcome, KsCampaign *campaign, KsCall *call, gboolean taken)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  const char *name = find_name (registry, call);
  g_autofree char *words = ks_call_dup_words (call);
  char *message = g_strdup_printf (taken ? _ ("Taken back: %s: %s") : "%s: %s",
                                   name != NULL ? name : call->code, words);

  *outcome = ks_outcome_new (message);
  ks_outcome_set_undo (*outcome, taken ? undo_take_back : undo_log_call, call,
                       (GDestroyNotify) ks_call_free);
}

static gboolean
check_times (const KsCall *call, KsMoment now, GError **error)
{
  if (call->called > now)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("A call that has not been made yet cannot be logged; give the "
                                  "time when it was made."));
  if ((call->outcome == KS_CALL_APPOINTMENT) != (call->appointment != KS_MOMENT_NONE))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               "%s", call->outcome == KS_CALL_APPOINTMENT
                                   ? _ ("Tell by what time they promised it, such as 16:30.")
                                   : _ ("A time belongs to a promise alone; leave it out."));
  if (call->appointment != KS_MOMENT_NONE && call->appointment <= call->called)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("What was promised lies before the call; give a later time."));
  return TRUE;
}

static KsCall *
settle (KsCampaign *campaign, const KsCall *given, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCall) call = ks_call_new (given->district, given->code);
  KsMoment now = ks_campaign_now (campaign);

  g_free (call->actor);
  call->actor = g_strdup (ks_campaign_get_actor (campaign));
  call->called = given->called != KS_MOMENT_NONE ? given->called : now;
  call->outcome = given->outcome;
  call->appointment = given->appointment;
  g_free (call->note);
  call->note = ks_field_clean (_ ("What was said"), given->note, MAX_NOTE, error);
  if (call->note == NULL || !check_times (call, now, error))
    return NULL;
  if (find_name (registry, call) == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No unit and no district of the registry has the code %s."), call->code);
      return NULL;
    }
  if (call->outcome == KS_CALL_TROUBLE && *call->note == '\0')
    {
      ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("Write down what hinders them."));
      return NULL;
    }
  return g_steal_pointer (&call);
}

/**
 * ks_log_call:
 * @campaign: a campaign
 * @call: whom it went to, what came of it; no time of the call: now
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Notes that somebody was called. Who called is the campaign's actor.
 *
 * Returns: %FALSE with @error set; the log of calls is then as it was
 */
gboolean
ks_log_call (KsCampaign *campaign, const KsCall *call, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCall) settled = settle (campaign, call, error);

  if (settled == NULL || !add_call (campaign, settled, "call", error))
    return FALSE;
  if (outcome != NULL)
    report (outcome, campaign, g_steal_pointer (&settled), FALSE);
  return TRUE;
}

/**
 * ks_take_back_call:
 * @campaign: a campaign
 * @id: number of a call
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Takes a call out of the log of calls, at any time.
 *
 * Returns: %FALSE with @error set; the log of calls is then as it was
 */
gboolean
ks_take_back_call (KsCampaign *campaign, gint64 id, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCall) call = take_call (campaign, id, "take-back-call", error);

  if (call == NULL)
    return FALSE;
  if (outcome != NULL)
    report (outcome, campaign, g_steal_pointer (&call), TRUE);
  return TRUE;
}

/**
 * ks_calls_load:
 * @campaign: a campaign
 * @code: (nullable): code of a unit or a district; %NULL: all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsCall): the calls, oldest first, or %NULL with @error set
 */
GPtrArray *
ks_calls_load (KsCampaign *campaign, const char *code, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_call_table_load (tx, code, error) : NULL;
}
