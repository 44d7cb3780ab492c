/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-log-table.h"

#include <string.h>

#include "ks-transaction.h"

#define INSERT_LOG                                                                                \
  "INSERT INTO log (seq, utc, actor, action, payload, prev, hash) "                               \
  "VALUES (:seq, :utc, :actor, :action, :payload, :prev, :hash)"

#define SELECT_LOG "SELECT seq, utc, actor, action, payload, prev, hash FROM log ORDER BY seq"

/* Behind every moment that a row can bear. */
#define NO_END "9999"

/* What is put on paper, read back from it, given out or found in the answers changes nothing that a
 * paper says. */
#define SELECT_LAST_CHANGE                                                                        \
  "SELECT utc, hash FROM log WHERE action NOT IN "                                                      \
  "('print', 'prove', 'findings', 'open-finding', 'give-out', 'seal') AND utc <= :until "         \
  "ORDER BY seq DESC LIMIT 1"

#define SELECT_LAST_OF "SELECT utc FROM log WHERE action = :action ORDER BY seq DESC LIMIT 1"

#define SELECT_LAST "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1"

/**
 * ks_log_entry_free:
 * @self: (nullable): an entry
 *
 * Frees the entry.
 */
void
ks_log_entry_free (KsLogEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->utc);
  g_free (self->actor);
  g_free (self->action);
  g_free (self->payload);
  g_free (self->prev);
  g_free (self->hash);
  g_free (self);
}

static void
update_field (GChecksum *checksum, const char *value)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (value));

  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) value, -1);
}

/* SHA-256 over the hash before it and every field with its length in front, so that no two rows
 * of different fields give the same bytes. */
static char *
compute_hash (const KsLogEntry *entry)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);

  update_field (checksum, entry->prev);
  update_field (checksum, seq);
  update_field (checksum, entry->utc);
  update_field (checksum, entry->actor);
  update_field (checksum, entry->action);
  update_field (checksum, entry->payload);
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
insert_entry (KsTransaction *tx, const KsLogEntry *entry, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_LOG, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":seq", entry->seq);
  ks_statement_bind_text (statement, ":utc", entry->utc);
  ks_statement_bind_text (statement, ":actor", entry->actor);
  ks_statement_bind_text (statement, ":action", entry->action);
  ks_statement_bind_text (statement, ":payload", entry->payload);
  ks_statement_bind_text (statement, ":prev", entry->prev);
  ks_statement_bind_text (statement, ":hash", entry->hash);
  return ks_statement_run (statement, error);
}

/**
 * ks_log_table_append:
 * @tx: a transaction for writing
 * @now: the moment
 * @actor: who acts
 * @action: the verb's id
 * @payload: what it did, as JSON without any answer
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_log_table_append (KsTransaction *tx, KsMoment now, const char *actor, const char *action,
                     const char *payload, GError **error)
{
  g_autoptr (KsStatement) last = ks_transaction_prepare (tx, SELECT_LAST, error);
  gboolean has_row = FALSE;
  KsLogEntry entry = {
    .seq = 1,
    .actor = (char *) actor,
    .action = (char *) action,
    .payload = (char *) payload,
  };
  g_autofree char *utc = ks_moment_to_utc (now);
  g_autofree char *prev = NULL;
  g_autofree char *hash = NULL;

  if (last == NULL || !ks_statement_step (last, &has_row, error))
    return FALSE;
  if (has_row)
    entry.seq = ks_statement_int (last, 0) + 1;
  prev = g_strdup (has_row ? ks_statement_text (last, 1) : "");
  entry.utc = utc;
  entry.prev = prev;
  hash = compute_hash (&entry);
  entry.hash = hash;
  g_clear_pointer (&last, ks_statement_free);
  return insert_entry (tx, &entry, error);
}

static gpointer
read_entry (KsStatement *statement)
{
  KsLogEntry *entry = g_new0 (KsLogEntry, 1);

  entry->seq = ks_statement_int (statement, 0);
  entry->utc = g_strdup (ks_statement_text (statement, 1));
  entry->actor = g_strdup (ks_statement_text (statement, 2));
  entry->action = g_strdup (ks_statement_text (statement, 3));
  entry->payload = g_strdup (ks_statement_text (statement, 4));
  entry->prev = g_strdup (ks_statement_text (statement, 5));
  entry->hash = g_strdup (ks_statement_text (statement, 6));
  return entry;
}

/**
 * ks_log_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsLogEntry): all rows, the oldest first
 */
GPtrArray *
ks_log_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_LOG, error);

  return ks_statement_dup_rows (statement, read_entry, (GDestroyNotify) ks_log_entry_free, error);
}

/* "2024-04-01T05:00:00Z" */
static KsMoment
parse_utc (const char *utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);

  return time != NULL ? g_date_time_to_unix (time) : KS_MOMENT_NONE;
}

/**
 * ks_log_table_dup_head:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full): the hash of the newest row, the head of the chain; empty: there is none;
 *   or %NULL with @error set
 */
char *
ks_log_table_dup_head (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_LAST, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  return g_strdup (has_row ? ks_statement_text (statement, 1) : "");
}

/**
 * ks_log_table_get_last_change:
 * @tx: a transaction
 * @until: rows after this moment do not count; %KS_MOMENT_NONE: all do
 * @moment: (out): the moment of the newest row that is neither a print nor a proof; files take
 *   their dates from it, so that a second print gives the same bytes as the first
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_log_table_get_last_change (KsTransaction *tx, KsMoment until, KsMoment *moment, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_LAST_CHANGE, error);
  g_autofree char *utc = until != KS_MOMENT_NONE ? ks_moment_to_utc (until) : g_strdup (NO_END);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":until", utc);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  *moment = has_row ? parse_utc (ks_statement_text (statement, 0)) : 0;
  return TRUE;
}

/**
 * ks_log_table_dup_last_change:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full): the hash of the newest row that is neither a print nor a proof; empty:
 *   there is none; or %NULL with @error set
 */
char *
ks_log_table_dup_last_change (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_LAST_CHANGE, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  ks_statement_bind_text (statement, ":until", NO_END);
  if (!ks_statement_step (statement, &has_row, error))
    return NULL;
  return g_strdup (has_row ? ks_statement_text (statement, 1) : "");
}

/**
 * ks_log_table_find_last:
 * @tx: a transaction
 * @action: id of a verb
 * @moment: (out): when it was last done; %KS_MOMENT_NONE: never
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_log_table_find_last (KsTransaction *tx, const char *action, KsMoment *moment, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_LAST_OF, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":action", action);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  *moment = has_row ? parse_utc (ks_statement_text (statement, 0)) : KS_MOMENT_NONE;
  return TRUE;
}

/**
 * ks_log_table_find_break:
 * @entries: (element-type KsLogEntry): all rows of a log
 *
 * Returns: the number of the first row that does not follow from the rows before it, or 0
 */
gint64
ks_log_table_find_break (GPtrArray *entries)
{
  const char *prev = "";

  for (guint i = 0; i < entries->len; i++)
    {
      KsLogEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *hash = compute_hash (entry);

      if (entry->seq != (gint64) i + 1 || !g_str_equal (entry->prev, prev)
          || !g_str_equal (entry->hash, hash))
        return (gint64) i + 1;
      prev = entry->hash;
    }
  return 0;
}
