/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-part-ahead.h"

#include <string.h>

#define N_BLOCKS 4
#define BLOCK_BYTES (64 * 1024)

typedef struct {
  guint8  data[BLOCK_BYTES];
  gssize  length;   /* 0: the end; -1: error is set */
  gsize   n_read;   /* of them */
  gint64  position; /* of the archive behind them */
  GError *error;
} Block;

struct _KsPartAhead {
  KsPart      *part; /* of the thread alone */
  GThread     *thread;
  GAsyncQueue *empty; /* of blocks; the reader itself says that nobody wants more */
  GAsyncQueue *filled;
  gint         stopping;
  Block       *current; /* NULL: before the first */
  Block        blocks[N_BLOCKS];
};

static gpointer
read_cb (gpointer data)
{
  KsPartAhead *self = data;
  gboolean more = TRUE;

  while (more)
    {
      Block *block = g_async_queue_pop (self->empty);

      if (g_atomic_int_get (&self->stopping))
        break;
      block->n_read = 0;
      block->length = ks_part_read (self->part, block->data, BLOCK_BYTES, &block->error);
      block->position = ks_part_get_position (self->part);
      more = block->length > 0;
      g_async_queue_push (self->filled, block);
    }
  return NULL;
}

/**
 * ks_part_ahead_new:
 * @part: (transfer full): a part; nothing else is read from its package meanwhile
 *
 * Begins to unpack it.
 *
 * Returns: (transfer full): the part
 */
KsPartAhead *
ks_part_ahead_new (KsPart *part)
{
  KsPartAhead *self = g_new0 (KsPartAhead, 1);

  self->part = part;
  self->empty = g_async_queue_new ();
  self->filled = g_async_queue_new ();
  for (guint i = 0; i < N_BLOCKS; i++)
    g_async_queue_push (self->empty, &self->blocks[i]);
  self->thread = g_thread_new ("part-ahead", read_cb, self);
  return self;
}

/**
 * ks_part_ahead_free:
 * @self: (transfer full): a part
 */
void
ks_part_ahead_free (KsPartAhead *self)
{
  g_atomic_int_set (&self->stopping, 1);
  g_async_queue_push (self->empty, self);
  g_thread_join (self->thread);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_clear_error (&self->blocks[i].error);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->filled);
  ks_part_free (self->part);
  g_free (self);
}

/* The block that has bytes left, or the last one. */
static Block *
get_block (KsPartAhead *self)
{
  Block *block = self->current;

  if (block != NULL && (block->length <= 0 || block->n_read < (gsize) block->length))
    return block;
  if (block != NULL)
    g_async_queue_push (self->empty, block);
  self->current = g_async_queue_pop (self->filled);
  return self->current;
}

/**
 * ks_part_ahead_read:
 * @self: a part
 * @target: (array length=length): takes the bytes
 * @length: how many there is room for
 * @error: return location
 *
 * As ks_part_read().
 *
 * Returns: number of bytes; 0 at the end, -1 on an error
 */
gssize
ks_part_ahead_read (KsPartAhead *self, void *target, gsize length, GError **error)
{
  Block *block = get_block (self);
  gsize n;

  if (block->length <= 0)
    {
      if (block->error != NULL)
        g_propagate_error (error, g_steal_pointer (&block->error));
      return block->length;
    }
  n = MIN (length, (gsize) block->length - block->n_read);
  memcpy (target, block->data + block->n_read, n);
  block->n_read += n;
  return (gssize) n;
}

/**
 * ks_part_ahead_get_position:
 * @self: a part
 *
 * Returns: how far its archive was read for what was handed out, in bytes
 */
gint64
ks_part_ahead_get_position (KsPartAhead *self)
{
  return self->current != NULL ? self->current->position : 0;
}
