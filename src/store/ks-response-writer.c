/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-response-writer.h"

#include "ks-bulk-insert.h"
#include "ks-transaction.h"

#define INTO_RESPONSE                                                                             \
  "response (id, batch, source_row, unit, given, answered, answers, state, reason, digest, texts, " \
  "service, duration)"

#define INTO_REMARK "remark (response, question, body)"

/* Withdrawn sheets may come back: their ids are not given again. */
#define NEXT_ID                                                                                   \
  "SELECT MAX (COALESCE ((SELECT MAX (id) FROM response), 0), "                                   \
  "COALESCE ((SELECT MAX (id) FROM withdrawn), 0)) + 1"

/* The columns of INTO_RESPONSE. */
enum {
  COLUMN_ID,
  COLUMN_BATCH,
  COLUMN_SOURCE_ROW,
  COLUMN_UNIT,
  COLUMN_GIVEN,
  COLUMN_ANSWERED,
  COLUMN_ANSWERS,
  COLUMN_STATE,
  COLUMN_REASON,
  COLUMN_DIGEST,
  COLUMN_TEXTS,
  COLUMN_SERVICE,
  COLUMN_DURATION,
  N_COLUMNS,
};

/* A text that was written, in the order of the columns of INTO_REMARK. */
typedef struct {
  gint64      response;
  const char *question;
  const char *body;
} Remark;

struct _KsResponseWriter {
  KsBulkInsert *responses;
  KsBulkInsert *remarks;
  gint64        next_id;
};

static void
bind_optional (const KsBulkRow *row, int column, gint64 value, gint64 none)
{
  if (value != none)
    ks_bulk_row_int (row, column, value);
  else
    ks_bulk_row_null (row, column);
}

static void
bind_response (const KsBulkRow *row, gconstpointer values)
{
  const KsResponse *response = values;

  ks_bulk_row_int (row, COLUMN_ID, response->id);
  ks_bulk_row_int (row, COLUMN_BATCH, response->batch);
  ks_bulk_row_int (row, COLUMN_SOURCE_ROW, response->source_row);
  ks_bulk_row_text (row, COLUMN_UNIT, response->unit);
  ks_bulk_row_text (row, COLUMN_GIVEN, response->given);
  bind_optional (row, COLUMN_ANSWERED, response->answered, KS_MOMENT_NONE);
  ks_bulk_row_text (row, COLUMN_ANSWERS, response->answers);
  ks_bulk_row_int (row, COLUMN_STATE, response->state);
  ks_bulk_row_int (row, COLUMN_REASON, response->reason);
  ks_bulk_row_int (row, COLUMN_DIGEST, response->digest);
  ks_bulk_row_int (row, COLUMN_TEXTS, response->texts);
  bind_optional (row, COLUMN_SERVICE, response->service, 0);
  bind_optional (row, COLUMN_DURATION, response->duration, 0);
}

static void
bind_remark (const KsBulkRow *row, gconstpointer values)
{
  const Remark *remark = values;

  ks_bulk_row_int (row, 0, remark->response);
  ks_bulk_row_text (row, 1, remark->question);
  ks_bulk_row_text (row, 2, remark->body);
}

/**
 * ks_response_writer_new:
 * @tx: a transaction for writing
 * @error: return location for an error
 *
 * Returns: (transfer full): a writer to be freed before @tx ends, or %NULL with @error set
 */
KsResponseWriter *
ks_response_writer_new (KsTransaction *tx, GError **error)
{
  g_autoptr (KsResponseWriter) self = g_new0 (KsResponseWriter, 1);

  self->responses = ks_bulk_insert_new (tx->db, INTO_RESPONSE, N_COLUMNS, sizeof (KsResponse),
                                        bind_response, error);
  if (self->responses == NULL)
    return NULL;
  self->remarks
      = ks_bulk_insert_new (tx->db, INTO_REMARK, 3, sizeof (Remark), bind_remark, error);
  if (self->remarks == NULL)
    return NULL;
  self->next_id = ks_connection_get_int (tx->db, NEXT_ID, 1);
  return g_steal_pointer (&self);
}

/**
 * ks_response_writer_get_next_id:
 * @self: a writer
 *
 * Returns: the id that the next response will have
 */
gint64
ks_response_writer_get_next_id (KsResponseWriter *self)
{
  return self->next_id;
}

/**
 * ks_response_writer_add:
 * @self: a writer
 * @response: what to write; its id is not read but given by the sequence
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_writer_add (KsResponseWriter *self, const KsResponse *response, GError **error)
{
  KsResponse numbered = *response;

  numbered.id = self->next_id++;
  return ks_bulk_insert_add (self->responses, &numbered, error);
}

/**
 * ks_response_writer_add_remark:
 * @self: a writer
 * @response: id of the response
 * @question: id of a text question
 * @body: what was written
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_writer_add_remark (KsResponseWriter *self, gint64 response, const char *question,
                               const char *body, GError **error)
{
  const Remark remark = { response, question, body };

  return ks_bulk_insert_add (self->remarks, &remark, error);
}

/**
 * ks_response_writer_flush:
 * @self: a writer
 * @error: return location for an error
 *
 * Writes what waits still: then it may be read, and what the writer was given may go.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_writer_flush (KsResponseWriter *self, GError **error)
{
  return ks_bulk_insert_flush (self->responses, error)
         && ks_bulk_insert_flush (self->remarks, error);
}

/**
 * ks_response_writer_free:
 * @self: (nullable): a writer
 *
 * Frees the writer.
 */
void
ks_response_writer_free (KsResponseWriter *self)
{
  if (self == NULL)
    return;
  ks_bulk_insert_free (self->responses);
  ks_bulk_insert_free (self->remarks);
  g_free (self);
}
