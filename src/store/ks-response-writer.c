/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-response-writer.h"

#include "ks-transaction.h"

#define INSERT_RESPONSE                                                                           \
  "INSERT INTO response (id, batch, source_row, unit, given, answered, answers, state, reason, "   \
  "digest, texts, service, duration) VALUES "                                                     \
  "(:id, :batch, :source_row, :unit, :given, :answered, :answers, :state, :reason, :digest, "     \
  ":texts, :service, :duration)"

#define INSERT_REMARK                                                                             \
  "INSERT INTO remark (response, question, body) VALUES (:response, :question, :body)"

/* Withdrawn sheets may come back: their ids are not given again. */
#define NEXT_ID                                                                                   \
  "SELECT MAX (COALESCE ((SELECT MAX (id) FROM response), 0), "                                   \
  "COALESCE ((SELECT MAX (id) FROM withdrawn), 0)) + 1"

/* The order of the parameters in INSERT_RESPONSE, numbered from one. */
enum {
  PARAMETER_ID = 1,
  PARAMETER_BATCH,
  PARAMETER_SOURCE_ROW,
  PARAMETER_UNIT,
  PARAMETER_GIVEN,
  PARAMETER_ANSWERED,
  PARAMETER_ANSWERS,
  PARAMETER_STATE,
  PARAMETER_REASON,
  PARAMETER_DIGEST,
  PARAMETER_TEXTS,
  PARAMETER_SERVICE,
  PARAMETER_DURATION,
  N_PARAMETERS,
};

/* A parameter that holds NULL, as all do in the beginning; no number that is compared is so far from
 * 0. Hashes could be: they are bound anew for every row. */
#define NOTHING G_MININT64

struct _KsResponseWriter {
  KsStatement *responses;
  KsStatement *remarks;
  gint64       next_id;
  gint64       bound[N_PARAMETERS]; /* numbers that a statement holds already */
};

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

  self->responses = ks_transaction_prepare (tx, INSERT_RESPONSE, error);
  self->remarks = ks_transaction_prepare (tx, INSERT_REMARK, error);
  if (self->responses == NULL || self->remarks == NULL)
    return NULL;
  for (guint i = 0; i < N_PARAMETERS; i++)
    self->bound[i] = NOTHING;
  self->next_id
      = ks_connection_get_int (tx->db, NEXT_ID, 1);
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

/* Most of a row is as in the row before it, and a statement keeps what it was told. */
static void
bind_number (KsResponseWriter *self, int parameter, gint64 value)
{
  if (self->bound[parameter] == value)
    return;
  self->bound[parameter] = value;
  sqlite3_bind_int64 (self->responses, parameter, value);
}

static void
bind_none (KsResponseWriter *self, int parameter)
{
  if (self->bound[parameter] == NOTHING)
    return;
  self->bound[parameter] = NOTHING;
  sqlite3_bind_null (self->responses, parameter);
}

static void
bind_borrowed (KsStatement *statement, int parameter, const char *text)
{
  sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC);
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
  KsStatement *statement = self->responses;

  sqlite3_bind_int64 (statement, PARAMETER_ID, self->next_id++);
  bind_number (self, PARAMETER_BATCH, response->batch);
  sqlite3_bind_int64 (statement, PARAMETER_SOURCE_ROW, response->source_row);
  bind_borrowed (statement, PARAMETER_UNIT, response->unit);
  bind_borrowed (statement, PARAMETER_GIVEN, response->given);
  if (response->answered == KS_MOMENT_NONE)
    bind_none (self, PARAMETER_ANSWERED);
  else
    bind_number (self, PARAMETER_ANSWERED, response->answered);
  bind_borrowed (statement, PARAMETER_ANSWERS, response->answers);
  bind_number (self, PARAMETER_STATE, response->state);
  bind_number (self, PARAMETER_REASON, response->reason);
  sqlite3_bind_int64 (statement, PARAMETER_DIGEST, response->digest);
  bind_number (self, PARAMETER_TEXTS, response->texts);
  if (response->service == 0)
    sqlite3_bind_null (statement, PARAMETER_SERVICE);
  else
    sqlite3_bind_int64 (statement, PARAMETER_SERVICE, response->service);
  if (response->duration > 0)
    bind_number (self, PARAMETER_DURATION, response->duration);
  else
    bind_none (self, PARAMETER_DURATION);
  return ks_statement_run (statement, error);
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
  sqlite3_bind_int64 (self->remarks, 1, response);
  bind_borrowed (self->remarks, 2, question);
  bind_borrowed (self->remarks, 3, body);
  return ks_statement_run (self->remarks, error);
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
  ks_statement_free (self->responses);
  ks_statement_free (self->remarks);
  g_free (self);
}
