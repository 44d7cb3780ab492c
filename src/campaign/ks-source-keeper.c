/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-source-keeper.h"

#include "ks-batch-table.h"

#define PART_BYTES (1024 * 1024)

struct _KsSourceKeeper {
  KsTransaction *tx;
  gint64         batch;
  gint64         part;
  GByteArray    *pending;
  GChecksum     *given;
  GChecksum     *kept;
};

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
  self->pending = g_byte_array_new ();
  self->given = g_checksum_new (G_CHECKSUM_SHA256);
  self->kept = g_checksum_new (G_CHECKSUM_SHA256);
  return self;
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
  g_byte_array_unref (self->pending);
  g_checksum_free (self->given);
  g_checksum_free (self->kept);
  g_free (self);
}

/**
 * ks_source_keeper_add_given:
 * @self: a keeper
 * @data: the next bytes of the file as it was given
 * @length: how many
 *
 * Hashes them; they are not kept.
 */
void
ks_source_keeper_add_given (KsSourceKeeper *self, const guint8 *data, gsize length)
{
  g_checksum_update (self->given, data, (gssize) length);
}

static gboolean
write_part (KsSourceKeeper *self, GError **error)
{
  gboolean ok = ks_batch_table_keep_part (self->tx, self->batch, self->part++, self->pending->data,
                                          self->pending->len, error);

  g_byte_array_set_size (self->pending, 0);
  return ok;
}

/**
 * ks_source_keeper_add_kept:
 * @self: a keeper
 * @data: the next bytes to keep
 * @length: how many
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_source_keeper_add_kept (KsSourceKeeper *self, const void *data, gsize length, GError **error)
{
  g_checksum_update (self->kept, data, (gssize) length);
  g_byte_array_append (self->pending, data, (guint) length);
  return self->pending->len < PART_BYTES || write_part (self, error);
}

/**
 * ks_source_keeper_finish:
 * @self: a keeper
 * @error: return location for an error
 *
 * Keeps what is left.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_source_keeper_finish (KsSourceKeeper *self, GError **error)
{
  return self->pending->len == 0 || write_part (self, error);
}

/**
 * ks_source_keeper_get_given_sha256:
 * @self: a keeper that has seen the whole file
 *
 * Returns: (transfer none): SHA-256 of the file as it was given
 */
const char *
ks_source_keeper_get_given_sha256 (KsSourceKeeper *self)
{
  return g_checksum_get_string (self->given);
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
  return g_checksum_get_string (self->kept);
}
