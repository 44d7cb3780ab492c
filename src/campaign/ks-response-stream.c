/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-response-stream.h"

#include <string.h>

#include "ks-import-doubts.h"

/* So many that neither thread waits for the other while that one waits for a processor. */
#define N_BLOCKS 16

/* What is kept tells the unit of each row, also where the name of its file did. */
#define NAMED_UNIT_HEADER "Mã khảo sát"

/* A block ends early where its rows are long. */
#define BLOCK_BYTES (256 * 1024)

struct _KsResponseStream {
  KsAnswerFile     *file;
  KsResponseReader *reader;
  KsImportResult   *result;
  KsSourceKeeper   *keeper;

  GThread         *thread;
  GAsyncQueue     *empty; /* of blocks; the stream itself says that nobody wants more */
  GAsyncQueue     *filled;
  gint             stopping;
  GError          *error; /* of the thread, once its last block was handed over */
  KsReadBlock *current;
  KsReadBlock  blocks[N_BLOCKS];
};

/* Only the columns that were recognised are kept: names, e-mails, addresses never come in. */
static void
keep_row (KsResponseStream *self, const KsRow *row, const char *named)
{
  static const KsCell empty = { "", 0 };
  const KsResponseReader *reader = self->reader;

  if (self->keeper == NULL)
    return;
  for (guint i = 0; i < reader->n_columns; i++)
    if (reader->columns[i].used)
      ks_source_keeper_add_cell (self->keeper, i < row->n_cells ? &row->cells[i] : &empty);
  if (reader->unit_column < 0)
    ks_source_keeper_add_cell (self->keeper, &(KsCell){ named, strlen (named) });
  ks_source_keeper_end_row (self->keeper);
}

static void
clear_block (KsReadBlock *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    g_clear_pointer (&block->rows[i].given, g_free);
  g_string_truncate (block->texts, 0);
  block->n_rows = 0;
}

/* Returns whether more rows follow. */
static gboolean
fill_block (KsResponseStream *self, KsReadBlock *block)
{
  gsize n_bytes = 0;

  clear_block (block);
  while (block->n_rows < KS_BLOCK_ROWS && block->texts->len + n_bytes < BLOCK_BYTES)
    {
      const KsRow *row = ks_answer_file_next (self->file, &self->error);
      KsReadResponse *response = &block->rows[block->n_rows];

      if (row == NULL)
        return FALSE;
      keep_row (self, row, self->reader->named);
      ks_response_reader_read (self->reader, row, response);
      ks_import_doubts_add (self->result, self->reader, row, response);
      block->n_rows++;
      n_bytes += strlen (response->given);
    }
  return TRUE;
}

static gpointer
read_cb (gpointer data)
{
  KsResponseStream *self = data;
  gboolean more = TRUE;

  while (more)
    {
      KsReadBlock *block = g_async_queue_pop (self->empty);

      if (g_atomic_int_get (&self->stopping))
        break;
      more = fill_block (self, block);
      block->position = ks_sheet_source_get_position (self->file->source);
      block->last = !more;
      g_async_queue_push (self->filled, block);
    }
  return NULL;
}

/**
 * ks_response_stream_new:
 * @file: a file at the header of a table; nobody else reads it meanwhile
 * @header: that header
 * @reader: knows its columns
 * @result: its doubts are noted, until the last block was handed over; nothing else of it is touched
 * @keeper: (nullable): keeps the rows
 *
 * Begins to read ahead. All of these must outlive the stream.
 *
 * Returns: (transfer full): the rows below the header
 */
KsResponseStream *
ks_response_stream_new (KsAnswerFile *file, const KsRow *header, KsResponseReader *reader,
                        KsImportResult *result, KsSourceKeeper *keeper)
{
  KsResponseStream *self = g_new0 (KsResponseStream, 1);

  self->file = file;
  self->reader = reader;
  self->result = result;
  self->keeper = keeper;
  self->empty = g_async_queue_new ();
  self->filled = g_async_queue_new ();
  for (guint i = 0; i < N_BLOCKS; i++)
    {
      KsReadBlock *block = &self->blocks[i];

      block->texts = g_string_new (NULL);
      for (guint k = 0; k < KS_BLOCK_ROWS; k++)
        ks_read_response_init (&block->rows[k], reader->form, block->texts);
      g_async_queue_push (self->empty, block);
    }
  keep_row (self, header, NAMED_UNIT_HEADER);
  self->thread = g_thread_new ("response-stream", read_cb, self);
  return self;
}

/**
 * ks_response_stream_next:
 * @self: a stream
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the next rows, until more are asked for; %NULL at the end,
 *   or with @error set
 */
KsReadBlock *
ks_response_stream_next (KsResponseStream *self, GError **error)
{
  if (self->current != NULL && self->current->last)
    return NULL;
  if (self->current != NULL)
    g_async_queue_push (self->empty, self->current);
  self->current = g_async_queue_pop (self->filled);
  if (!self->current->last || self->error == NULL)
    return self->current;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return NULL;
}

/**
 * ks_response_stream_free:
 * @self: (nullable): a stream
 *
 * Stops to read and frees what was read.
 */
void
ks_response_stream_free (KsResponseStream *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->stopping, 1);
  g_async_queue_push (self->empty, self);
  g_thread_join (self->thread);
  for (guint i = 0; i < N_BLOCKS; i++)
    {
      for (guint k = 0; k < KS_BLOCK_ROWS; k++)
        ks_read_response_clear (&self->blocks[i].rows[k]);
      g_string_free (self->blocks[i].texts, TRUE);
    }
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->filled);
  g_clear_error (&self->error);
  g_free (self);
}
