/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-unit-change.h"

#include "ks-batch-table.h"
#include "ks-campaign-error.h"
#include "ks-edit-unit.h"
#include "ks-event-table.h"
#include "ks-history.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-response-table.h"
#include "ks-staff-change-table.h"
#include "ks-unit-table.h"

/* NULL before: the unit is new; NULL after: it goes. */
typedef struct
{
  KsUnit *before;
  KsUnit *after;
  gint64 staff_change; /* number of the row that tells why N changed, or 0 */
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

/**
 * ks_unit_changes_new:
 *
 * Returns: (transfer full): no changes yet
 */
GPtrArray *
ks_unit_changes_new (void)
{
  return g_ptr_array_new_with_free_func (free_change);
}

/**
 * ks_unit_changes_add:
 * @self: changes
 * @before: (nullable): a unit as it was; %NULL: it is new
 * @after: (nullable): the same unit as it shall be; %NULL: it goes
 */
void
ks_unit_changes_add (GPtrArray *self, KsUnit *before, KsUnit *after)
{
  Change *change = g_new0 (Change, 1);

  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  g_ptr_array_add (self, change);
}

/**
 * ks_registry_list_all:
 * @registry: a registry
 *
 * Returns: (transfer full) (element-type KsUnit): its units in their order, then those out of use
 */
GPtrArray *
ks_registry_list_all (KsRegistry *registry)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *retired = ks_registry_get_retired (registry);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    g_ptr_array_add (units, g_object_ref (ks_registry_get_unit (registry, i)));
  for (guint i = 0; i < retired->len; i++)
    g_ptr_array_add (units, g_object_ref (retired->pdata[i]));
  return units;
}

/**
 * ks_unit_changes_check_answers:
 * @tx: a transaction
 * @unit: a unit that shall leave the list
 * @error: return location for an error
 *
 * A unit that has answers may not go: its answers would belong to nobody.
 *
 * Returns: whether it has none
 */
gboolean
ks_unit_changes_check_answers (KsTransaction *tx, KsUnit *unit, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  gint64 n_answers;

  filter.unit = ks_unit_get_code (unit);
  n_answers = ks_response_table_count (tx, &filter, error);
  if (n_answers > 0)
    {
      g_autofree char *count = ks_format_count (n_answers);

      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   ngettext ("%s has %s answer sheet in this survey and must stay in the list.",
                             "%s has %s answer sheets in this survey and must stay in the list.",
                             (gulong) n_answers),
                   ks_unit_get_name (unit), count);
    }
  return n_answers == 0;
}

/**
 * ks_unit_changes_check_history:
 * @tx: a transaction
 * @campaign: a campaign
 * @units: (element-type KsUnit): the units that it shall have
 * @error: return location for an error
 *
 * Returns: whether the recorded events still fit them
 */
gboolean
ks_unit_changes_check_history (KsTransaction *tx,
                               KsCampaign *campaign,
                               GPtrArray *units,
                               GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GPtrArray) events = ks_event_table_load (tx, error);

  return events != NULL && ks_history_check (units, info->day, events, error);
}

static int
get_staff (KsUnit *unit)
{
  return unit != NULL && ks_unit_get_retired (unit) == KS_DAY_NONE
             ? ks_unit_get_staff_in_scope (unit)
             : 0;
}

static gboolean
has_imports (KsTransaction *tx, gboolean *any, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);

  if (batches == NULL)
    return FALSE;
  *any = FALSE;
  for (guint i = 0; i < batches->len; i++)
    *any = *any || g_str_equal (((KsBatch *) batches->pdata[i])->state, "in");
  return TRUE;
}

/**
 * ks_staff_needs_reason:
 * @campaign: a campaign
 *
 * Returns: whether a change of staff must tell its reason: answers have come in, and N is what
 *   their number is held against
 */
gboolean
ks_staff_needs_reason (KsCampaign *campaign)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), NULL);
  gboolean any = FALSE;

  return tx != NULL && has_imports (tx, &any, NULL) && any;
}

static gboolean
note_staff (
    Change *change, KsCampaign *campaign, KsTransaction *tx, const char *reason, GError **error)
{
  KsUnit *unit = change->after != NULL ? change->after : change->before;
  KsStaffChange row = { .unit = (char *) ks_unit_get_code (unit),
                        .changed = ks_campaign_now (campaign),
                        .staff_before = get_staff (change->before),
                        .staff_after = get_staff (change->after),
                        .reason = (char *) reason };
  gboolean any = FALSE;

  if (row.staff_before == row.staff_after || !has_imports (tx, &any, error) || !any)
    return error == NULL || *error == NULL;
  if (reason == NULL || reason[0] == '\0')
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("Answers have come in already: write the reason why the staff of %s "
                      "changes from %d to %d."),
                   ks_unit_get_name (unit), row.staff_before, row.staff_after);
      return FALSE;
    }
  if (!ks_staff_change_table_add (tx, &row, error))
    return FALSE;
  change->staff_change = row.id;
  return TRUE;
}

/**
 * ks_unit_changes_save:
 * @self: changes
 * @campaign: a campaign
 * @tx: the transaction of the verb
 * @reason: (nullable): why the staff changes
 * @error: return location for an error
 *
 * Writes the units and, once answers have come in, why their staff changed. Fails with
 * %KS_CAMPAIGN_ERROR_REFUSED where that reason is missing.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_unit_changes_save (
    GPtrArray *self, KsCampaign *campaign, KsTransaction *tx, const char *reason, GError **error)
{
  for (guint i = 0; i < self->len; i++)
    {
      Change *change = self->pdata[i];
      gboolean ok = note_staff (change, campaign, tx, reason, error)
                    && (change->after != NULL
                            ? ks_unit_table_save (tx, change->after, error)
                            : ks_unit_table_delete (tx, ks_unit_get_code (change->before), error));

      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_back (const Change *change, KsTransaction *tx, GError **error)
{
  if (change->staff_change != 0 && !ks_staff_change_table_delete (tx, change->staff_change, error))
    return FALSE;
  return change->before != NULL
             ? ks_unit_table_save (tx, change->before, error)
             : ks_unit_changes_check_answers (tx, change->after, error)
                   && ks_unit_table_delete (tx, ks_unit_get_code (change->after), error);
}

static gboolean
undo_changes (KsCampaign *campaign, gpointer data, GError **error)
{
  GPtrArray *changes = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *json = NULL;

  for (guint i = changes->len; tx != NULL && i > 0; i--)
    {
      const Change *change = changes->pdata[i - 1];

      if (!take_back (change, tx, error))
        return FALSE;
      g_ptr_array_add (codes, (char *) ks_unit_get_code (change->before != NULL ? change->before
                                                                                : change->after));
    }
  g_ptr_array_add (codes, NULL);
  ks_payload_add_texts (payload, "units", (const char *const *) codes->pdata);
  json = ks_payload_to_json (payload);
  return tx != NULL
         && ks_campaign_commit (campaign, tx, "undo-units", json, KS_CHANGE_REGISTRY, error);
}

/**
 * ks_unit_changes_offer_undo:
 * @self: changes that were saved
 * @outcome: what the verb reports
 *
 * Lets the outcome take the changes back.
 */
void
ks_unit_changes_offer_undo (GPtrArray *self, KsOutcome *outcome)
{
  ks_outcome_set_undo (outcome, undo_changes, g_ptr_array_ref (self),
                       (GDestroyNotify) g_ptr_array_unref);
}
