/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-source-keeper.h"

#include "ks-batch-table.h"
#include "ks-csv-writer.h"
#include "ks-sha256.h"

#define PART_BYTES (1024 * 1024)

/* The reader waits when it is so many pieces ahead: memory stays small however large the file. */
#define MAX_AHEAD 8

/* A workbook comes in one piece: whoever stops meanwhile waits no longer than for so much. */
#define HASHED_AT_ONCE (1024 * 1024)

typedef struct {
  GBytes  *bytes;
  gboolean kept;
} Piece;

struct _KsSourceKeeper {
  KsTransaction *tx;
  gint64         batch;
  gint64         part;
  KsCsvWriter   *rows; /* those that make no part yet */
  char          *given_sha256;
  char          *kept_sha256;
  gint64         given_size; /* of the thread that reads alone */

  GThread *thread;
  KsSha256 given; /* of the thread alone, as the next */
  KsSha256 kept;

  GMutex   mutex; /* of what follows */
  GCond    changed;
  GQueue   pieces; /* of Piece; the first one is being worked on */
  GQueue   packed; /* of GBytes: parts to be written */
  gboolean closing;
};

static void
free_piece (Piece *piece)
{
  g_bytes_unref (piece->bytes);
  g_free (piece);
}

static gboolean
is_closing (KsSourceKeeper *self)
{
  gboolean closing;

  g_mutex_lock (&self->mutex);
  closing = self->closing;
  g_mutex_unlock (&self->mutex);
  return closing;
}

static void
hash_piece (KsSourceKeeper *self, const Piece *piece)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (piece->bytes, &length);

  for (gsize done = 0; done < length && !is_closing (self); done += HASHED_AT_ONCE)
    ks_sha256_add (piece->kept ? &self->kept : &self->given, data + done,
                   MIN (HASHED_AT_ONCE, length - done));
}

static gpointer
work_cb (gpointer data)
{
  KsSourceKeeper *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->closing)
    {
      Piece *piece = g_queue_peek_head (&self->pieces);
      GBytes *packed;

      if (piece == NULL)
        {
          g_cond_wait (&self->changed, &self->mutex);
          continue;
        }
      g_mutex_unlock (&self->mutex);
      hash_piece (self, piece);
      packed = piece->kept ? ks_batch_table_pack_part (piece->bytes) : NULL;
      g_mutex_lock (&self->mutex);
      free_piece (g_queue_pop_head (&self->pieces));
      if (packed != NULL)
        g_queue_push_tail (&self->packed, packed);
      g_cond_broadcast (&self->changed);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * ks_source_keeper_new:
 * @tx: a transaction for writing
 * @batch: the import that the source belongs to
 *
 * Returns: (transfer full): a keeper, to be freed before @tx ends
 */
KsSourceKeeper *
ks_source_keeper_new (KsTransaction *tx, gint64 batch)
{
  KsSourceKeeper *self = g_new0 (KsSourceKeeper, 1);

  self->tx = tx;
  self->batch = batch;
  self->rows = ks_csv_writer_new (NULL, KS_CSV_PLAIN);
  ks_sha256_init (&self->given);
  ks_sha256_init (&self->kept);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("source-keeper", work_cb, self);
  return self;
}

static void
stop_thread (KsSourceKeeper *self)
{
  if (self->thread == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * ks_source_keeper_free:
 * @self: (nullable): a keeper
 *
 * Frees the keeper.
 */
void
ks_source_keeper_free (KsSourceKeeper *self)
{
  if (self == NULL)
    return;
  stop_thread (self);
  ks_csv_writer_free (self->rows);
  g_queue_clear_full (&self->pieces, (GDestroyNotify) free_piece);
  g_queue_clear_full (&self->packed, (GDestroyNotify) g_bytes_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->given_sha256);
  g_free (self->kept_sha256);
  g_free (self);
}

/* Waits until fewer pieces than that are under way. */
static void
wait_for_pieces (KsSourceKeeper *self, guint n_pieces)
{
  while (g_queue_get_length (&self->pieces) >= n_pieces)
    g_cond_wait (&self->changed, &self->mutex);
}

static void
push_piece (KsSourceKeeper *self, GBytes *bytes, gboolean kept)
{
  Piece *piece = g_new (Piece, 1);

  *piece = (Piece){ g_bytes_ref (bytes), kept };
  g_mutex_lock (&self->mutex);
  wait_for_pieces (self, MAX_AHEAD);
  g_queue_push_tail (&self->pieces, piece);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/**
 * ks_source_keeper_add_given:
 * @self: a keeper
 * @bytes: the next bytes of the file as it was given
 *
 * Hashes them; they are not kept.
 */
void
ks_source_keeper_add_given (KsSourceKeeper *self, GBytes *bytes)
{
  self->given_size += (gint64) g_bytes_get_size (bytes);
  push_piece (self, bytes, FALSE);
}

/**
 * ks_source_keeper_add_cell:
 * @self: a keeper
 * @cell: the next cell to keep
 */
void
ks_source_keeper_add_cell (KsSourceKeeper *self, const KsCell *cell)
{
  ks_csv_writer_add_cell (self->rows, cell);
}

static void
push_rows (KsSourceKeeper *self)
{
  gsize length = ks_csv_writer_get_length (self->rows);
  g_autoptr (GBytes) part = g_bytes_new_take (ks_csv_writer_steal_text (self->rows), length);

  push_piece (self, part, TRUE);
}

/**
 * ks_source_keeper_end_row:
 * @self: a keeper
 *
 * Ends a row to keep; waits where the other threads are far behind.
 */
void
ks_source_keeper_end_row (KsSourceKeeper *self)
{
  ks_csv_writer_end_row (self->rows, NULL);
  if (ks_csv_writer_get_length (self->rows) >= PART_BYTES)
    push_rows (self);
}

/**
 * ks_source_keeper_write:
 * @self: a keeper
 * @error: return location for an error
 *
 * Writes the parts that are ready, from the thread of the transaction.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_source_keeper_write (KsSourceKeeper *self, GError **error)
{
  while (TRUE)
    {
      g_autoptr (GBytes) packed = NULL;

      g_mutex_lock (&self->mutex);
      packed = g_queue_pop_head (&self->packed);
      g_mutex_unlock (&self->mutex);
      if (packed == NULL)
        return TRUE;
      if (!ks_batch_table_keep_part (self->tx, self->batch, self->part++, packed, error))
        return FALSE;
    }
}

/**
 * ks_source_keeper_finish:
 * @self: a keeper that was given everything
 * @error: return location for an error
 *
 * Waits until all is hashed and writes what is left.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_source_keeper_finish (KsSourceKeeper *self, GError **error)
{
  if (ks_csv_writer_get_length (self->rows) > 0)
    push_rows (self);
  g_mutex_lock (&self->mutex);
  wait_for_pieces (self, 1);
  g_mutex_unlock (&self->mutex);
  stop_thread (self);
  self->given_sha256 = ks_sha256_finish (&self->given);
  self->kept_sha256 = ks_sha256_finish (&self->kept);
  return ks_source_keeper_write (self, error);
}

/**
 * ks_source_keeper_get_given_sha256:
 * @self: a keeper that has finished
 *
 * Returns: (transfer none): SHA-256 of the file as it was given
 */
const char *
ks_source_keeper_get_given_sha256 (KsSourceKeeper *self)
{
  return self->given_sha256;
}

/**
 * ks_source_keeper_get_given_size:
 * @self: a keeper that has finished
 *
 * Returns: how many bytes the file as it was given has
 */
gint64
ks_source_keeper_get_given_size (KsSourceKeeper *self)
{
  return self->given_size;
}

/**
 * ks_source_keeper_get_kept_sha256:
 * @self: a keeper that has finished
 *
 * Returns: (transfer none): SHA-256 of what is kept
 */
const char *
ks_source_keeper_get_kept_sha256 (KsSourceKeeper *self)
{
  return self->kept_sha256;
}
