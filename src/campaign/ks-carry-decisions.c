/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-carry-decisions.h"

#include "ks-batch-table.h"
#include "ks-comment-table.h"
#include "ks-finding-table.h"
#include "ks-response-table.h"
#include "ks-row-identity.h"
#include "ks-row-placing-private.h"

/* A sheet that came in anew, and the one of which something was decided. */
typedef struct {
  const KsDecidedSheet *sheet;
  gint64                id;
} Match;

typedef struct {
  GHashTable *sheets;  /* digest → GPtrArray of KsDecidedSheet, the last import first */
  GHashTable *steps;   /* import → to how many seconds its times are exact */
  GHashTable *taken;   /* of KsDecidedSheet */
  GArray     *matches; /* of Match, by id of the new sheet */
} Search;

static void
index_sheets (Search *self, GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      KsDecidedSheet *sheet = g_ptr_array_index (sheets, i);
      GPtrArray *equal = g_hash_table_lookup (self->sheets, &sheet->digest);

      if (equal == NULL)
        {
          equal = g_ptr_array_new ();
          g_hash_table_insert (self->sheets, &sheet->digest, equal);
        }
      g_ptr_array_add (equal, sheet);
    }
}

static gboolean
load_steps (Search *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const KsBatch *batch = g_ptr_array_index (batches, i);

      g_hash_table_insert (self->steps, GSIZE_TO_POINTER ((gsize) batch->id),
                           GSIZE_TO_POINTER ((gsize) batch->time_step));
    }
  return batches != NULL;
}

static gint64
get_step (Search *self, gint64 batch)
{
  return MAX (1, (gint64) GPOINTER_TO_SIZE (
                     g_hash_table_lookup (self->steps, GSIZE_TO_POINTER ((gsize) batch))));
}

/* A spreadsheet between the two may have dropped seconds, and changed what was written. */
static gboolean
is_same (Search *self, const KsDecidedSheet *sheet, const KsResponse *response)
{
  gint64 step = MAX (get_step (self, sheet->batch), get_step (self, response->batch));

  if ((sheet->answered == KS_MOMENT_NONE) != (response->answered == KS_MOMENT_NONE)
      || g_hash_table_contains (self->taken, sheet))
    return FALSE;
  return (response->answered == KS_MOMENT_NONE
          || sheet->answered / step == response->answered / step)
         && (sheet->texts == response->texts || sheet->texts == KS_TEXTS_FRAGILE
             || response->texts == KS_TEXTS_FRAGILE);
}

/* Where a sheet was withdrawn more than once, what was decided last holds. */
static gboolean
match_row (const KsResponse *response, gpointer data, GError **error)
{
  Search *self = data;
  GPtrArray *equal = g_hash_table_lookup (self->sheets, &response->digest);
  gint64 batch = 0;

  for (guint i = 0; equal != NULL && i < equal->len; i++)
    {
      const KsDecidedSheet *sheet = g_ptr_array_index (equal, i);
      const Match match = { sheet, response->id };

      if (sheet->batch == batch || !is_same (self, sheet, response))
        continue;
      if (batch == 0)
        g_array_append_val (self->matches, match);
      batch = sheet->batch;
      g_hash_table_add (self->taken, (gpointer) sheet);
    }
  return TRUE;
}

static gboolean
match_rows (Search *self, KsTransaction *tx, GPtrArray *sheets, gint64 first, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  filter.first = first;
  index_sheets (self, sheets);
  return load_steps (self, tx, error)
         && ks_response_table_foreach (tx, &filter, match_row, self, error);
}

/* The decision is the officer's own, with its reason, name and time. */
static gboolean
keep_decision (KsRowPlacing *placing, const KsRowPlace *from, const KsRowDecision *decided,
               GError **error)
{
  KsRowDecision decision = *decided;

  decision.response = from->id;
  decision.unit_before = from->unit;
  decision.state_before = from->state;
  decision.reason_before = from->reason;
  return ks_decision_table_save (placing->tx, &decision, error);
}

/* A unit that left the list meanwhile cannot count it: the sheet is then looked at anew. */
static gboolean
hold (KsRowPlacing *placing, const Match *match, guint *n_held, GError **error)
{
  const KsDecidedSheet *sheet = match->sheet;
  g_autoptr (GError) local = NULL;
  g_autoptr (KsRowDecision) decided
      = ks_decision_table_lookup (placing->tx, sheet->id, &local);
  g_autoptr (KsRowPlace) from = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (decided == NULL
      || (sheet->state == KS_STATE_COUNTED
          && ks_registry_lookup (placing->registry, sheet->unit) == NULL))
    return TRUE;
  from = ks_row_placing_look (placing, match->id, error);
  ++*n_held;
  return from != NULL && keep_decision (placing, from, decided, error)
         && ks_row_placing_move (placing, from, sheet->unit, sheet->state, KS_REASON_NONE, error);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const KsFindingRow *) a)->response, right = ((const KsFindingRow *) b)->response;

  return left < right ? -1 : left > right;
}

/* A finding that was decided speaks of its sheets, whatever ids they have now. */
static gboolean
extend_finding (KsTransaction *tx, gint64 id, GHashTable *successors, GError **error)
{
  g_autoptr (GArray) rows = ks_finding_table_load_rows (tx, id, 0, 0, error);
  guint n_before = rows != NULL ? rows->len : 0;

  for (guint i = 0; i < n_before; i++)
    {
      KsFindingRow row = g_array_index (rows, KsFindingRow, i);
      const Match *match = g_hash_table_lookup (successors, &row.response);

      row.response = match != NULL ? match->id : 0;
      if (match != NULL)
        g_array_append_val (rows, row);
    }
  if (rows == NULL || rows->len == n_before)
    return rows != NULL;
  g_array_sort (rows, compare_rows);
  return ks_finding_table_save_rows (tx, id, rows, error);
}

static gboolean
extend_findings (Search *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) findings = ks_finding_table_load (tx, error);
  g_autoptr (GHashTable) successors = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->matches->len; i++)
    {
      Match *match = &g_array_index (self->matches, Match, i);

      g_hash_table_insert (successors, (gpointer) &match->sheet->id, match);
    }
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);

      if (!ks_finding_is_open (finding) && !extend_finding (tx, finding->id, successors, error))
        return FALSE;
    }
  return findings != NULL;
}

static gboolean
hold_all (Search *self, KsCampaign *campaign, KsTransaction *tx, guint *n_held, GError **error)
{
  g_auto (KsRowPlacing) placing = { 0 };

  if (!ks_row_placing_begin (&placing, campaign, tx, error))
    return FALSE;
  for (guint i = 0; i < self->matches->len; i++)
    {
      const Match *match = &g_array_index (self->matches, Match, i);

      if (!ks_comment_table_carry (tx, match->sheet->id, match->id, error)
          || !hold (&placing, match, n_held, error))
        return FALSE;
    }
  return ks_row_placing_finish (&placing, error) && extend_findings (self, tx, error);
}

/**
 * ks_carry_decisions:
 * @campaign: a campaign
 * @tx: a transaction for writing that brought sheets in; their tallies are saved
 * @first: the first of them
 * @n_held: (out): so many decisions on sheets hold again
 * @error: return location for an error
 *
 * Sheets of an import that was withdrawn may come in anew as others. What an officer decided of them
 * is done with the new ones: they count, do not count, or belong to the unit he said, and findings
 * that he decided stay so; their comments keep their themes, what is blacked out and what is quoted. Costs nothing where nothing was withdrawn.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_carry_decisions (KsCampaign *campaign, KsTransaction *tx, gint64 first, guint *n_held,
                    GError **error)
{
  g_autoptr (GPtrArray) sheets = ks_decision_table_load_withdrawn (tx, error);
  g_autoptr (GHashTable) by_digest
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) steps = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  Search search = { by_digest, steps, taken, matches };

  *n_held = 0;
  if (sheets == NULL || sheets->len == 0)
    return sheets != NULL;
  return match_rows (&search, tx, sheets, first, error)
         && (matches->len == 0 || hold_all (&search, campaign, tx, n_held, error));
}
