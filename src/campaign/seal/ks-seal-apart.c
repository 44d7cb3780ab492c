/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-apart.h"

#include "ks-decision-table.h"
#include "ks-response-table.h"

/* Sheets that share where they stand, why they waited, and what was decided. */
typedef struct
{
  gint64 n[KS_N_STATES][KS_N_REASONS][KS_N_DECISIONS];
  GHashTable *decisions; /* id of a sheet → KsRowDecision */
} Counts;

static gboolean
count_row (const KsResponse *response, gpointer data, GError **error)
{
  Counts *self = data;
  const KsRowDecision *decision = g_hash_table_lookup (self->decisions, &response->id);
  KsReason reason = decision != NULL ? decision->reason_before : response->reason;

  if (response->state < KS_N_STATES && reason < KS_N_REASONS)
    self->n[response->state][reason][decision != NULL ? decision->decision : KS_DECISION_NONE]++;
  return TRUE;
}

/* Those that count and on which nothing was decided are many and are told elsewhere. */
static gboolean
count_rows (Counts *self, KsTransaction *tx, GPtrArray *decisions, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  for (filter.state = KS_STATE_WAITING; filter.state < KS_N_STATES; filter.state++)
    if (!ks_response_table_foreach (tx, &filter, count_row, self, error))
      return FALSE;
  filter.state = KS_STATE_COUNTED;
  for (guint i = 0; i < decisions->len; i++)
    {
      filter.first = filter.last = ((const KsRowDecision *)decisions->pdata[i])->response;
      if (!ks_response_table_foreach (tx, &filter, count_row, self, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_row (KsCsvWriter *table, KsState state, KsReason reason, KsDecision decision, gint64 n)
{
  if (n == 0)
    return;
  ks_csv_writer_add_text (table, ks_state_to_id (state));
  ks_csv_writer_add_text (table, reason != KS_REASON_NONE ? ks_reason_to_id (reason) : "");
  ks_csv_writer_add_text (table, decision != KS_DECISION_NONE ? ks_decision_to_id (decision) : "");
  ks_csv_writer_add_count (table, n);
  ks_csv_writer_end_row (table, NULL);
}

/**
 * ks_seal_count_apart:
 * @tx: a transaction
 * @table: takes a row for each reason and decision: where such sheets stand, why they waited, what
 * was decided, how many they are; no unit, and nothing that an officer wrote
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_seal_count_apart (KsTransaction *tx, KsCsvWriter *table, GError **error)
{
  g_autoptr (GPtrArray) decisions = ks_decision_table_load (tx, error);
  g_autoptr (GHashTable) by_sheet = g_hash_table_new (g_int64_hash, g_int64_equal);
  Counts counts = { .decisions = by_sheet };

  if (decisions == NULL)
    return FALSE;
  for (guint i = 0; i < decisions->len; i++)
    g_hash_table_insert (by_sheet, &((KsRowDecision *)decisions->pdata[i])->response,
                         decisions->pdata[i]);
  if (!count_rows (&counts, tx, decisions, error))
    return FALSE;
  for (guint state = 0; state < KS_N_STATES; state++)
    for (guint reason = 0; reason < KS_N_REASONS; reason++)
      for (guint decision = 0; decision < KS_N_DECISIONS; decision++)
        add_row (table, state, reason, decision, counts.n[state][reason][decision]);
  return TRUE;
}
