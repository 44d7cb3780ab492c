/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-response-table.h"

#include "ks-transaction.h"

#define COLUMNS                                                                                   \
  "id, batch, source_row, unit, given, answered, answers, state, reason, digest, texts, service, "  \
  "duration"

/* So often a reader of ids asks whether they are still wanted. */
#define REPORT_EVERY 10000

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static char *
write_where (const KsResponseFilter *filter)
{
  GString *where = g_string_new ("WHERE 1 = 1");

  if (filter->state >= 0)
    g_string_append (where, " AND state = :state");
  /* The index of rows that do not count is for those who say so; a range of ids needs none. */
  if (filter->state > KS_STATE_COUNTED && filter->first == 0 && filter->last == 0)
    g_string_append (where, " AND state <> 0");
  if (filter->reason >= 0)
    g_string_append (where, " AND reason = :reason");
  if (filter->unit != NULL)
    g_string_append (where, " AND unit = :unit");
  if (filter->batch > 0)
    g_string_append (where, " AND batch = :batch");
  if (filter->first > 0)
    g_string_append (where, " AND id >= :first");
  if (filter->last > 0)
    g_string_append (where, " AND id <= :last");
  if (filter->since != 0)
    g_string_append (where, " AND answered >= :since");
  if (filter->before != 0)
    g_string_append (where, " AND answered < :before");
  if (filter->finding > 0)
    g_string_append (where, " AND id IN (SELECT response FROM finding_row "
                            "WHERE finding = :finding)");
  return g_string_free (where, FALSE);
}

static void
bind_where (KsStatement *statement, const KsResponseFilter *filter)
{
  if (filter->state >= 0)
    ks_statement_bind_int (statement, ":state", filter->state);
  if (filter->reason >= 0)
    ks_statement_bind_int (statement, ":reason", filter->reason);
  if (filter->unit != NULL)
    ks_statement_bind_text (statement, ":unit", filter->unit);
  if (filter->batch > 0)
    ks_statement_bind_int (statement, ":batch", filter->batch);
  if (filter->first > 0)
    ks_statement_bind_int (statement, ":first", filter->first);
  if (filter->last > 0)
    ks_statement_bind_int (statement, ":last", filter->last);
  if (filter->since != 0)
    ks_statement_bind_int (statement, ":since", filter->since);
  if (filter->before != 0)
    ks_statement_bind_int (statement, ":before", filter->before);
  if (filter->finding > 0)
    ks_statement_bind_int (statement, ":finding", filter->finding);
}

static void
read_response (KsStatement *statement, KsResponse *response)
{
  response->id = ks_statement_int (statement, 0);
  response->batch = ks_statement_int (statement, 1);
  response->source_row = ks_statement_int (statement, 2);
  response->unit = ks_statement_text (statement, 3);
  response->given = ks_statement_text (statement, 4);
  response->answered = sqlite3_column_type (statement, 5) == SQLITE_NULL
                           ? KS_MOMENT_NONE
                           : ks_statement_int (statement, 5);
  response->answers = ks_statement_text (statement, 6);
  response->state = (KsState) ks_statement_int (statement, 7);
  response->reason = (KsReason) ks_statement_int (statement, 8);
  response->digest = ks_statement_int (statement, 9);
  response->texts = (guint32) ks_statement_int (statement, 10);
  response->service = ks_statement_int (statement, 11);
  response->duration = ks_statement_int (statement, 12);
}

/**
 * ks_response_table_foreach:
 * @tx: a transaction
 * @filter: which rows
 * @func: called for each, in the order of their ids; %FALSE with its error set ends the walk
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_foreach (KsTransaction *tx, const KsResponseFilter *filter, KsResponseFunc func,
                           gpointer data, GError **error)
{
  g_autofree char *where = write_where (filter);
  g_autofree char *sql = g_strdup_printf ("SELECT " COLUMNS " FROM response %s ORDER BY id%s",
                                          where,
                                          filter->limit > 0 ? " LIMIT :limit OFFSET :offset" : "");
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);
  gboolean has_row = FALSE;
  KsResponse response;

  if (statement == NULL)
    return FALSE;
  bind_where (statement, filter);
  if (filter->limit > 0)
    {
      ks_statement_bind_int (statement, ":limit", filter->limit);
      ks_statement_bind_int (statement, ":offset", filter->offset);
    }
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      read_response (statement, &response);
      if (!func (&response, data, error) || !ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_response_table_foreach_withdrawn:
 * @tx: a transaction
 * @func: called with each sheet of imports that were withdrawn, in the order of their ids
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_foreach_withdrawn (KsTransaction *tx, KsResponseFunc func, gpointer data,
                                     GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "SELECT " COLUMNS " FROM withdrawn ORDER BY id", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      KsResponse response;

      read_response (statement, &response);
      if (!func (&response, data, error) || !ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_response_table_count:
 * @tx: a transaction
 * @filter: which rows; its offset and limit are not read
 * @error: return location for an error
 *
 * Returns: how many there are, or -1 with @error set
 */
gint64
ks_response_table_count (KsTransaction *tx, const KsResponseFilter *filter, GError **error)
{
  g_autofree char *where = write_where (filter);
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT (*) FROM response %s", where);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return -1;
  bind_where (statement, filter);
  if (!ks_statement_step (statement, &has_row, error))
    return -1;
  return ks_statement_int (statement, 0);
}

/**
 * ks_response_table_foreach_remark:
 * @tx: a transaction
 * @first: of the sheets whose texts are wanted
 * @last: of them
 * @func: called with each text, its response and its question; %FALSE ends the walk
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_foreach_remark (KsTransaction *tx, gint64 first, gint64 last,
                                  KsRemarkFunc func, gpointer data, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "SELECT response, question, body FROM remark WHERE response BETWEEN :first AND :last "
      "ORDER BY response, question",
      error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":first", first);
  ks_statement_bind_int (statement, ":last", last);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      if (!func (ks_statement_int (statement, 0), ks_statement_text (statement, 1),
                 ks_statement_text (statement, 2), data))
        return TRUE;
      if (!ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_response_table_has_counted:
 * @tx: a transaction
 * @counted: (out): whether there is any answer that counts
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_has_counted (KsTransaction *tx, gboolean *counted, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT EXISTS (SELECT 1 FROM response WHERE state = 0)", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  *counted = ks_statement_int (statement, 0) != 0;
  return TRUE;
}

/**
 * ks_response_table_load_ids:
 * @tx: a transaction
 * @filter: which rows; its offset and limit are not read
 * @job: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64): the ids of the rows in their order, or %NULL with
 *   @error set
 */
GArray *
ks_response_table_load_ids (KsTransaction *tx, const KsResponseFilter *filter, KsJob *job,
                            GError **error)
{
  g_autofree char *where = write_where (filter);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM response %s", where);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row = FALSE, sorted = TRUE;

  if (statement == NULL)
    return NULL;
  bind_where (statement, filter);
  if (!ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      gint64 id = ks_statement_int (statement, 0);

      sorted &= ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) < id;
      g_array_append_val (ids, id);
      if ((ids->len % REPORT_EVERY == 0 && !ks_job_report (job, ids->len, 0, error))
          || !ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  if (!sorted)
    g_array_sort (ids, compare_ids);
  return g_steal_pointer (&ids);
}

/* The first row whose id is no less. FALSE, without an error, where there is none. */
static gboolean
find_from (KsStatement *statement, gint64 from, gint64 *id, gint64 *batch, GError **error)
{
  gboolean has_row = FALSE;

  ks_statement_bind_int (statement, ":from", from);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *id = ks_statement_int (statement, 0);
      *batch = ks_statement_int (statement, 1);
    }
  sqlite3_reset (statement);
  return has_row;
}

/* Ids and imports grow together, so the last row of an import is found by halving. */
static gint64
find_last (KsStatement *statement, gint64 first, gint64 batch, gint64 end, GError **error)
{
  gint64 low = first, high = end;

  while (low < high)
    {
      gint64 middle = low + (high - low + 1) / 2, id = 0, found = 0;

      if (find_from (statement, middle, &id, &found, error) && found == batch)
        low = id;
      else
        high = middle - 1;
    }
  return low;
}

/**
 * ks_response_table_find_blocks:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Finds where rows stand without reading them: its cost follows imports, not rows.
 *
 * Returns: (transfer full) (element-type KsResponseBlock): the blocks in the order of their ids, or
 *   %NULL with @error set
 */
GArray *
ks_response_table_find_blocks (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT id, batch FROM response WHERE id >= :from ORDER BY id LIMIT 1", error);
  gint64 end = ks_connection_get_int (tx->db, "SELECT COALESCE (MAX (id), 0) FROM response", 0);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (KsResponseBlock));
  g_autoptr (GError) local = NULL;
  KsResponseBlock block = { 0 };
  gint64 batch;

  if (statement == NULL)
    return NULL;
  while (block.last < end
         && find_from (statement, block.last + 1, &block.first, &batch, &local))
    {
      block.last = find_last (statement, block.first, batch, end, &local);
      g_array_append_val (blocks, block);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&blocks);
}
