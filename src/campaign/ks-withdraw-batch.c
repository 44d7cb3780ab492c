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

/**
 * ks_withdraw_batch:
 * @campaign: a campaign
 * @batch: an import
 * @error: return location for an error
 *
 * Takes the rows of an import out and mends the tallies, in one transaction. The import and its
 * kept source stay on record as withdrawn.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_withdraw_batch (KsCampaign *campaign, gint64 batch, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_number (payload, "batch", batch);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_response_table_delete_batch (tx, batch, error)
         && ks_batch_table_set_state (tx, batch, "withdrawn", error)
         && renew_tallies (campaign, tx, error)
         && ks_campaign_commit (campaign, tx, "withdraw", json, KS_CHANGE_ANSWERS, error);
}
