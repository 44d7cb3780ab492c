/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-batch-table.h"

#include <zstd.h>

#include "ks-i18n.h"
#include "ks-transaction.h"

#define COMPRESSION_LEVEL 3

#define COLUMNS                                                                                   \
  "id, file, sha256, source, imported, file_time, row_count, counted, waiting, kept_sha256, "     \
  "state, form_version, time_step, digest_kind, file_size"

#define INSERT_BATCH                                                                              \
  "INSERT INTO batch (" COLUMNS ") VALUES (:id, :file, :sha256, :source, :imported, "             \
  ":file_time, :row_count, :counted, :waiting, :kept_sha256, :state, :form_version, :time_step, " \
  ":digest_kind, :file_size)"

/**
 * ks_batch_free:
 * @self: (nullable): a batch
 *
 * Frees the batch.
 */
void
ks_batch_free (KsBatch *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->sha256);
  g_free (self->source);
  g_free (self->kept_sha256);
  g_free (self->state);
  g_free (self);
}

/**
 * ks_batch_get_known:
 * @self: a batch
 *
 * Returns: the moment by which all its sheets had come: when its file was written, as far as known
 */
KsMoment
ks_batch_get_known (const KsBatch *self)
{
  return self->file_time > 0 ? self->file_time : self->imported;
}

static gpointer
read_batch (KsStatement *statement)
{
  KsBatch *batch = g_new0 (KsBatch, 1);

  batch->id = ks_statement_int (statement, 0);
  batch->file = g_strdup (ks_statement_text (statement, 1));
  batch->sha256 = g_strdup (ks_statement_text (statement, 2));
  batch->source = g_strdup (ks_statement_text (statement, 3));
  batch->imported = ks_statement_int (statement, 4);
  batch->file_time = ks_statement_int (statement, 5);
  batch->rows = ks_statement_int (statement, 6);
  batch->counted = ks_statement_int (statement, 7);
  batch->waiting = ks_statement_int (statement, 8);
  batch->kept_sha256 = g_strdup (ks_statement_text (statement, 9));
  batch->state = g_strdup (ks_statement_text (statement, 10));
  batch->form_version = ks_statement_int (statement, 11);
  batch->time_step = ks_statement_int (statement, 12);
  batch->digest_kind = ks_statement_int (statement, 13);
  batch->file_size = ks_statement_is_null (statement, 14) ? -1 : ks_statement_int (statement, 14);
  return batch;
}

/**
 * ks_batch_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsBatch): all imports, the oldest first
 */
GPtrArray *
ks_batch_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "SELECT " COLUMNS " FROM batch ORDER BY id", error);

  return ks_statement_dup_rows (statement, read_batch, (GDestroyNotify) ks_batch_free, error);
}

/**
 * ks_batch_table_insert:
 * @tx: a transaction for writing
 * @batch: an import
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_batch_table_insert (KsTransaction *tx, const KsBatch *batch, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_BATCH, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", batch->id);
  ks_statement_bind_text (statement, ":file", batch->file);
  ks_statement_bind_text (statement, ":sha256", batch->sha256);
  ks_statement_bind_text (statement, ":source", batch->source);
  ks_statement_bind_int (statement, ":imported", batch->imported);
  ks_statement_bind_int (statement, ":file_time", batch->file_time);
  ks_statement_bind_int (statement, ":row_count", batch->rows);
  ks_statement_bind_int (statement, ":counted", batch->counted);
  ks_statement_bind_int (statement, ":waiting", batch->waiting);
  ks_statement_bind_text (statement, ":kept_sha256", batch->kept_sha256);
  ks_statement_bind_text (statement, ":state", batch->state);
  ks_statement_bind_int (statement, ":form_version", batch->form_version);
  ks_statement_bind_int (statement, ":time_step", batch->time_step);
  ks_statement_bind_int (statement, ":digest_kind", batch->digest_kind);
  if (batch->file_size >= 0)
    ks_statement_bind_int (statement, ":file_size", batch->file_size);
  return ks_statement_run (statement, error);
}

/**
 * ks_batch_table_set_state:
 * @tx: a transaction for writing
 * @id: an import
 * @state: "in" or "withdrawn"
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_batch_table_set_state (KsTransaction *tx, gint64 id, const char *state, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "UPDATE batch SET state = :state WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", id);
  ks_statement_bind_text (statement, ":state", state);
  return ks_statement_run (statement, error);
}

/**
 * ks_batch_table_add_counts:
 * @tx: a transaction for writing
 * @id: an import
 * @counted: so many more of its sheets count; may be negative
 * @waiting: so many more wait
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_batch_table_add_counts (KsTransaction *tx, gint64 id, gint64 counted, gint64 waiting,
                           GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "UPDATE batch SET counted = counted + :counted, waiting = waiting + :waiting "
          "WHERE id = :id",
      error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":counted", counted);
  ks_statement_bind_int (statement, ":waiting", waiting);
  ks_statement_bind_int (statement, ":id", id);
  return ks_statement_run (statement, error);
}

/**
 * ks_batch_table_next_id:
 * @tx: a transaction for writing
 *
 * Returns: the number of the next import
 */
gint64
ks_batch_table_next_id (KsTransaction *tx)
{
  return ks_connection_get_int (tx->db, "SELECT COALESCE (MAX (id), 0) + 1 FROM batch", 1);
}

/**
 * ks_batch_table_pack_part:
 * @part: a part of a source
 *
 * Compresses a part by itself, so that a file of any size passes through little memory. May be
 * called from any thread.
 *
 * Returns: (transfer full): what ks_batch_table_keep_part() takes
 */
GBytes *
ks_batch_table_pack_part (GBytes *part)
{
  gsize length;
  const void *data = g_bytes_get_data (part, &length);
  gsize bound = ZSTD_compressBound (length);
  g_autofree char *packed = g_malloc (bound);
  gsize packed_length = ZSTD_compress (packed, bound, data, length, COMPRESSION_LEVEL);

  g_assert (!ZSTD_isError (packed_length));
  return g_bytes_new (packed, packed_length);
}

/**
 * ks_batch_table_keep_part:
 * @tx: a transaction for writing
 * @batch: an import
 * @part: number of the part, from 0
 * @packed: the next bytes of the file, without its dropped columns, compressed
 * @error: return location for an error
 *
 * Keeps a part of the source.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_batch_table_keep_part (KsTransaction *tx, gint64 batch, gint64 part, GBytes *packed,
                          GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (packed, &length);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "INSERT INTO source_part (batch, part, data) VALUES (:batch, :part, :data)", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":batch", batch);
  ks_statement_bind_int (statement, ":part", part);
  ks_statement_bind_blob (statement, ":data", data, length);
  return ks_statement_run (statement, error);
}

/**
 * ks_batch_table_drop_parts:
 * @tx: a transaction for writing
 * @batch: an import that brought nothing
 * @error: return location for an error
 *
 * Keeps nothing of its source.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_batch_table_drop_parts (KsTransaction *tx, gint64 batch, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "DELETE FROM source_part WHERE batch = :batch", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":batch", batch);
  return ks_statement_run (statement, error);
}

/* Parts are small: what claims to be more is no part of ours. */
static gboolean
unpack_part (KsStatement *statement, GByteArray *part, GError **error)
{
  const void *packed = sqlite3_column_blob (statement, 0);
  gsize packed_length = (gsize) sqlite3_column_bytes (statement, 0);
  unsigned long long length = ZSTD_getFrameContentSize (packed, packed_length);

  if (length <= 64 * 1024 * 1024)
    {
      g_byte_array_set_size (part, (guint) length);
      if (ZSTD_decompress (part->data, length, packed, packed_length) == length)
        return TRUE;
    }
  g_set_error_literal (error, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED,
                       _ ("A kept source is damaged; open a backup of the campaign."));
  return FALSE;
}

/**
 * ks_batch_table_foreach_part:
 * @tx: a transaction
 * @batch: an import
 * @func: called with each part of what was kept of its source, in their order
 * @data: for @func
 * @error: return location for an error
 *
 * However large the source is, one part of it is in memory at a time.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_batch_table_foreach_part (KsTransaction *tx, gint64 batch, KsPartFunc func, gpointer data,
                             GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT data FROM source_part WHERE batch = :batch ORDER BY part", error);
  g_autoptr (GByteArray) part = g_byte_array_new ();
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":batch", batch);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      if (!unpack_part (statement, part, error))
        return FALSE;
      func (part->data, part->len, data);
      if (!ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}
