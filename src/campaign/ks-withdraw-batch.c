/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-withdraw-batch.h"

#include "ks-batch-table.h"
#include "ks-payload.h"
#include "ks-response-table.h"
#include "ks-tally-table.h"

static gboolean
renew_tallies (KsCampaign *campaign, KsTransaction *tx, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsTally) tally = ks_tally_recompute (tx, registry, form, error);

  return tally != NULL && ks_tally_table_save (tx, registry, tally, error);
}

static char *
make_payload (GArray *batches)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  if (batches->len == 1)
    ks_payload_add_number (payload, "batch", g_array_index (batches, gint64, 0));
  else
    {
      json_builder_set_member_name (payload, "batches");
      json_builder_begin_array (payload);
      for (guint i = 0; i < batches->len; i++)
        json_builder_add_int_value (payload, g_array_index (batches, gint64, i));
      json_builder_end_array (payload);
    }
  return ks_payload_to_json (payload);
}

/**
 * ks_withdraw_batches:
 * @campaign: a campaign
 * @batches: (element-type gint64): imports
 * @error: return location for an error
 *
 * Takes the rows of imports out and mends the tallies, in one transaction. The imports and their
 * kept sources stay on record as withdrawn.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_withdraw_batches (KsCampaign *campaign, GArray *batches, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autofree char *json = make_payload (batches);

  if (tx == NULL)
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    {
      gint64 batch = g_array_index (batches, gint64, i);

      if (!ks_response_table_delete_batch (tx, batch, error)
          || !ks_batch_table_set_state (tx, batch, "withdrawn", error))
        return FALSE;
    }
  return renew_tallies (campaign, tx, error)
         && ks_campaign_commit (campaign, tx, "withdraw", json, KS_CHANGE_ANSWERS, error);
}

/**
 * ks_withdraw_batch:
 * @campaign: a campaign
 * @batch: an import
 * @error: return location for an error
 *
 * As ks_withdraw_batches(), of a single import.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_withdraw_batch (KsCampaign *campaign, gint64 batch, GError **error)
{
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (batches, batch);
  return ks_withdraw_batches (campaign, batches, error);
}
