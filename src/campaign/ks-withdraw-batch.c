/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-withdraw-batch.h"

#include "ks-batch-table.h"
#include "ks-campaign-error.h"
#include "ks-form-table.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-response-change.h"
#include "ks-tally-table.h"
#include "ks-window-rows.h"

/* Of the other imports nothing is counted anew. */
static KsTally *
count_tallies (KsCampaign *campaign, KsTransaction *tx, GArray *batches, int sign, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsTally) tally = ks_tally_table_load (tx, registry, form, error);

  for (guint i = 0; tally != NULL && i < batches->len; i++)
    if (!ks_tally_count_batch (tx, registry, form, tally, g_array_index (batches, gint64, i), sign,
                               error))
      return NULL;
  return g_steal_pointer (&tally);
}

/* The newest of what is left is looked for in the sheets: they are as they shall be by now. */
static gboolean
save_tallies (KsCampaign *campaign, KsTransaction *tx, KsTally *tally, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  return ks_tally_table_save (tx, registry, tally, error);
}

static char *
make_payload (GArray *batches)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  if (batches->len == 1)
    ks_payload_add_number (payload, "batch", g_array_index (batches, gint64, 0));
  else
    ks_payload_add_numbers (payload, "batches", batches);
  return ks_payload_to_json (payload);
}

static KsBatch *
find_batch (KsTransaction *tx, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    if (((KsBatch *) g_ptr_array_index (batches, i))->id == id)
      return g_ptr_array_steal_index (batches, i);
  if (batches != NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("No import has the number %s; “batches” lists them."), number);
  return NULL;
}

/* The import, if it stands where @state says. */
static KsBatch *
find_batch_that_is (KsTransaction *tx, gint64 id, const char *state, GError **error)
{
  g_autoptr (KsBatch) batch = find_batch (tx, id, error);

  if (batch == NULL || g_str_equal (batch->state, state))
    return g_steal_pointer (&batch);
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               g_str_equal (batch->state, "in")
                   ? _ ("The import of %s was not withdrawn; there is nothing to restore.")
                   : _ ("The import of %s was withdrawn before."),
               batch->file);
  return NULL;
}

static gboolean
withdraw (KsTransaction *tx, gint64 id, GError **error)
{
  g_autoptr (KsBatch) batch = find_batch_that_is (tx, id, "in", error);

  return batch != NULL && ks_response_table_withdraw (tx, id, error)
         && ks_batch_table_set_state (tx, id, "withdrawn", error);
}

/**
 * ks_withdraw_batches:
 * @campaign: a campaign
 * @batches: (element-type gint64): imports
 * @error: return location for an error
 *
 * Sets the rows of imports aside and mends the tallies, in one transaction. The imports and their
 * kept sources stay on record as withdrawn.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_withdraw_batches (KsCampaign *campaign, GArray *batches, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autofree char *json = make_payload (batches);
  /* Their sheets are counted out while they are there; an import that is not in has none. */
  g_autoptr (KsTally) tally
      = tx != NULL ? count_tallies (campaign, tx, batches, -1, error) : NULL;

  if (tally == NULL)
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    if (!withdraw (tx, g_array_index (batches, gint64, i), error))
      return FALSE;
  return save_tallies (campaign, tx, tally, error)
         && ks_campaign_commit (campaign, tx, "withdraw", json, KS_CHANGE_ANSWERS, error);
}

/* Once its answers were gone the form may have become another one. */
static gboolean
check_form (KsTransaction *tx, const KsBatch *batch, GError **error)
{
  g_autoptr (KsForm) then = ks_form_table_load_version (tx, batch->form_version, error);
  g_autoptr (KsForm) now = then != NULL ? ks_form_table_load (tx, error) : NULL;

  if (now == NULL || ks_form_check_wording_only (then, now, NULL))
    return now != NULL;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("The form is another one since %s was withdrawn: import the file again."),
               batch->file);
  return FALSE;
}

/* Two of one sheet would count where its import came in again meanwhile. */
static gboolean
restore (KsTransaction *tx, gint64 id, GError **error)
{
  g_autoptr (KsBatch) batch = find_batch_that_is (tx, id, "withdrawn", error);
  gboolean back = FALSE;

  if (batch == NULL || !check_form (tx, batch, error)
      || !ks_response_table_is_back (tx, id, &back, error))
    return FALSE;
  if (back)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("Sheets of %s came in again with a later import: withdraw that one first."),
                   batch->file);
      return FALSE;
    }
  return ks_response_table_restore (tx, id, error)
         && ks_batch_table_set_state (tx, id, "in", error);
}

typedef struct {
  KsRegistry    *registry;
  const KsBatch *batch;
} Homes;

static gboolean
check_unit (const KsResponse *response, gpointer data, GError **error)
{
  const Homes *homes = data;

  if (*response->unit == '\0' || ks_registry_lookup (homes->registry, response->unit) != NULL)
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("%s holds sheets of the unit %s, which was taken out of the list meanwhile: take "
                  "the unit back into it first."),
               homes->batch->file, response->unit);
  return FALSE;
}

/* While they were away nothing kept a unit in the list. */
static gboolean
check_units (KsCampaign *campaign, KsTransaction *tx, gint64 id, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsBatch) batch = find_batch (tx, id, error);
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  Homes homes = { registry, batch };

  filter.batch = id;
  return batch != NULL && ks_response_table_foreach (tx, &filter, check_unit, &homes, error);
}

static GArray *
make_list (gint64 batch)
{
  GArray *batches = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (batches, batch);
  return batches;
}

/* While they were away the end of the survey may have moved. */
static gboolean
settle (KsCampaign *campaign, KsTransaction *tx, gint64 id, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  KsWindowChange change;

  filter.batch = id;
  return ks_window_rows_settle (campaign, tx, info, &filter, &change, error);
}

static gboolean
restore_batches (KsCampaign *campaign, gpointer data, GError **error)
{
  GArray *batches = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autofree char *json = make_payload (batches);
  g_autoptr (KsTally) tally = NULL;

  if (tx == NULL || !restore (tx, g_array_index (batches, gint64, 0), error)
      || !check_units (campaign, tx, g_array_index (batches, gint64, 0), error))
    return FALSE;
  tally = count_tallies (campaign, tx, batches, 1, error);
  return tally != NULL && save_tallies (campaign, tx, tally, error)
         && settle (campaign, tx, g_array_index (batches, gint64, 0), error)
         && ks_campaign_commit (campaign, tx, "restore", json, KS_CHANGE_ANSWERS, error);
}

static gboolean
withdraw_again (KsCampaign *campaign, gpointer data, GError **error)
{
  return ks_withdraw_batches (campaign, data, error);
}

static KsOutcome *
describe (char *message, KsUndoFunc undo, gint64 batch)
{
  KsOutcome *outcome = ks_outcome_new (message);

  ks_outcome_set_undo (outcome, undo, make_list (batch), (GDestroyNotify) g_array_unref);
  return outcome;
}

/**
 * ks_withdraw_batch:
 * @campaign: a campaign
 * @batch: an import
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * As ks_withdraw_batches(), of a single import.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_withdraw_batch (KsCampaign *campaign, gint64 batch, KsOutcome **outcome, GError **error)
{
  g_autoptr (GArray) batches = make_list (batch);

  if (!ks_withdraw_batches (campaign, batches, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = describe (g_strdup (_ ("The import was withdrawn; its sheets no longer count")),
                         restore_batches, batch);
  return TRUE;
}

/**
 * ks_restore_batch:
 * @campaign: a campaign
 * @batch: an import that was withdrawn
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Puts the sheets of an import back where they were, with what was decided on them, and mends the
 * tallies, in one transaction. Refused where they came in again meanwhile.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_restore_batch (KsCampaign *campaign, gint64 batch, KsOutcome **outcome, GError **error)
{
  g_autoptr (GArray) batches = make_list (batch);

  if (!restore_batches (campaign, batches, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = describe (g_strdup (_ ("The import was restored; its sheets stand as before")),
                         withdraw_again, batch);
  return TRUE;
}
