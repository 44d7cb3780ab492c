/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-run.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ks-batch-table.h"
#include "ks-carry-decisions.h"
#include "ks-form-table.h"
#include "ks-import-doubts.h"
#include "ks-recipe-table.h"
#include "ks-response-stream.h"
#include "ks-vanished.h"

/**
 * ks_import_input_free:
 * @self: (nullable): a table that was looked at
 *
 * Frees it.
 */
void
ks_import_input_free (KsImportInput *self)
{
  if (self == NULL)
    return;
  ks_answer_place_clear (&self->place);
  g_clear_pointer (&self->reader, ks_response_reader_free);
  g_clear_pointer (&self->plan, ks_import_plan_free);
  g_clear_pointer (&self->result, ks_import_result_free);
  g_free (self->path);
  g_free (self->sha256);
  g_free (self);
}

static void
clear_table (KsImportRun *self)
{
  g_clear_pointer (&self->keeper, ks_source_keeper_free);
}

/**
 * ks_import_run_clear:
 * @self: an import
 *
 * Ends it; what was not committed is as it was.
 */
void
ks_import_run_clear (KsImportRun *self)
{
  clear_table (self);
  ks_answer_file_clear (&self->file);
  g_clear_pointer (&self->writer, ks_response_writer_free);
  g_clear_pointer (&self->known, ks_known_rows_free);
  g_clear_pointer (&self->tally, ks_tally_free);
  g_clear_pointer (&self->tx, ks_transaction_free);
}

static void
tap_cb (const guint8 *data, gsize length, gpointer user_data)
{
  KsImportRun *self = user_data;
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  ks_source_keeper_add_given (self->keeper, bytes);
}

static void
count (KsImportRun *self, const KsReadResponse *response)
{
  guint8 *touched = self->input->result->touched->data;
  guint unit = ks_unit_get_index (response->unit);

  ks_arrivals_count (self->tally->arrivals, unit, response->time);
  ks_tally_count_answers (self->tally, unit, self->input->reader->form, response->answers, 1);
  for (guint i = 0; i < response->remarks->len; i++)
    ks_tally_count_remark (
        ks_tally_get_row (self->tally, unit),
        self->input->reader->columns[g_array_index (response->remarks, guint, i)].question, 1);
  self->input->result->units += !touched[unit];
  touched[unit] = 1;
}

static gboolean
write_remarks (KsImportRun *self, const KsReadResponse *read, gint64 id, GError **error)
{
  const char *text = read->texts->str + read->first_text;

  for (guint i = 0; i < read->remarks->len; i++)
    {
      guint column = g_array_index (read->remarks, guint, i);

      if (!ks_response_writer_add_remark (self->writer, id,
                                          self->input->reader->columns[column].question->id, text,
                                          error))
        return FALSE;
      text += strlen (text) + 1;
    }
  return TRUE;
}

static gboolean
add_response (KsImportRun *self, const KsReadResponse *read, GError **error)
{
  gint64 id = ks_response_writer_get_next_id (self->writer);
  KsResponse response = {
    .batch = self->batch,
    .source_row = (gint64) read->number,
    .unit = read->unit != NULL ? ks_unit_get_code (read->unit) : "",
    .given = read->state == KS_STATE_COUNTED ? "" : read->given,
    .answered = read->time,
    .answers = read->answers,
    .state = read->state,
    .reason = read->reason,
    .digest = (gint64) read->identity.content,
    .texts = read->identity.texts,
    .service = (gint64) read->identity.service,
    .duration = read->duration,
  };

  self->input->result->added++;
  self->input->result->unread += read->n_unread;
  if (read->state == KS_STATE_COUNTED)
    {
      self->input->result->counted++;
      count (self, read);
    }
  else if (read->state == KS_STATE_TRIAL)
    {
      self->input->result->n_trials++;
      self->input->result->n_trials_unknown += read->unit == NULL;
    }
  else
    {
      self->input->result->waiting++;
      self->input->result->reasons[read->reason]++;
    }
  return ks_response_writer_add (self->writer, &response, error)
         && write_remarks (self, read, id, error);
}

static gboolean
import_row (KsImportRun *self, KsReadResponse *read, GError **error)
{
  KsRowVerdict verdict
      = ks_known_rows_take (self->known, &read->identity, self->input->reader->time_step);

  self->input->result->rows++;
  if (verdict == KS_ROW_CHANGED)
    ks_read_response_hold (read, KS_REASON_KNOWN_ID);
  if (verdict != KS_ROW_KNOWN)
    return add_response (self, read, error);
  self->input->result->known++;
  return TRUE;
}

static gboolean
import_block (KsImportRun *self, KsReadBlock *block, KsJob *job, GError **error)
{
  for (guint i = 0; i < block->n_rows; i++)
    if (!import_row (self, &block->rows[i], error))
      return FALSE;
  /* The block is filled anew once the next one is asked for. */
  return ks_response_writer_flush (self->writer, error)
         && (self->trial || ks_source_keeper_write (self->keeper, error))
         && (job == NULL || ks_answer_file_report_at (&self->file, 1, block->position, job, error));
}

/**
 * ks_import_run_begin:
 * @self: room for an import
 * @campaign: a campaign
 * @inputs: (element-type KsImportInput): the tables that will be added
 * @trial: whether nothing will be committed: then no source is hashed and kept
 * @error: return location for an error
 *
 * Begins the transaction; ks_import_run_clear() is due either way.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_import_run_begin (KsImportRun *self, KsCampaign *campaign, GPtrArray *inputs, gboolean trial,
                     GError **error)
{
  *self = (KsImportRun){ .campaign = campaign, .n_left = inputs->len, .trial = trial, .n_passes = 1 };
  for (guint i = 0; i < inputs->len; i++)
    if (!((const KsImportInput *) inputs->pdata[i])->plan->glanced)
      self->n_passes = 2;
  self->tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  self->writer = self->tx != NULL ? ks_response_writer_new (self->tx, error) : NULL;
  self->known = self->writer != NULL ? ks_known_rows_load (self->tx, error) : NULL;
  if (self->writer != NULL)
    self->first = ks_response_writer_get_next_id (self->writer);
  return self->known != NULL;
}

/* The sheets of a file follow one another: it is opened, and its bytes are hashed, once. A file that
 * is given twice begins again. */
static gboolean
open_file (KsImportRun *self, GError **error)
{
  GBytes *bytes;

  if (self->last != NULL && g_str_equal (self->last->path, self->input->path)
      && self->last->place.sheet < self->input->place.sheet)
    {
      self->input->sha256 = g_strdup (self->last->sha256);
      self->input->size = self->last->size;
      return TRUE;
    }
  ks_answer_file_clear (&self->file);
  if (!ks_answer_file_open (&self->file, self->input->path, self->input->encoding, error))
    return FALSE;
  self->file.done_before = self->input->done_before;
  self->file.total = self->input->total;
  self->file.n_passes = self->n_passes;
  if (self->trial)
    return TRUE;
  bytes = ks_sheet_source_get_bytes (self->file.source);
  if (bytes != NULL)
    ks_source_keeper_add_given (self->keeper, bytes);
  else
    ks_csv_reader_set_tap (ks_sheet_source_get_csv (self->file.source), tap_cb, self);
  return TRUE;
}

/* What the tables before it brought is known to a table as well. */
static gboolean
begin_table (KsImportRun *self, GError **error)
{
  KsResponseReader *reader = self->input->reader;
  GByteArray *touched = self->input->result->touched;

  ks_known_rows_next_file (self->known, --self->n_left == 0);
  reader->knows_earlier = ks_known_rows_has_earlier (self->known);
  if (self->tally == NULL)
    self->tally = ks_tally_table_load (self->tx, reader->registry, reader->form, error);
  if (self->tally == NULL)
    return FALSE;
  self->batch = ks_batch_table_next_id (self->tx);
  self->keeper = self->trial ? NULL : ks_source_keeper_new (self->tx, self->batch);
  g_byte_array_set_size (touched, ks_registry_get_n_units (reader->registry));
  memset (touched->data, 0, touched->len);
  return open_file (self, error);
}

static gboolean
import_rows (KsImportRun *self, KsJob *job, GError **error)
{
  const gboolean glanced = self->input->plan->glanced;
  const KsRow *header = ks_answer_file_go_to_header (&self->file, &self->input->place, error);
  g_autoptr (KsResponseStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  KsReadBlock *block;

  if (header == NULL)
    return FALSE;
  self->input->reader->evidence = glanced ? &self->input->evidence : NULL;
  stream = ks_response_stream_new (&self->file, header, self->input->reader, self->input->result,
                                   self->keeper);
  while ((block = ks_response_stream_next (stream, &local)) != NULL)
    if (!import_block (self, block, job, error))
      return FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  ks_import_doubts_finish (self->input->result, self->input->reader);
  self->misread |= glanced && !ks_date_evidence_is_plain (&self->input->evidence);
  return self->trial || ks_source_keeper_finish (self->keeper, error);
}

static KsMoment
get_file_time (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (KsMoment) status.st_mtime : 0;
}

static gboolean
insert_batch (KsImportRun *self, GError **error)
{
  KsImportResult *result = self->input->result;
  KsBatch batch = {
    .id = self->batch,
    .file = result->file,
    .sha256 = self->input->sha256,
    .source = result->source,
    .imported = ks_campaign_now (self->campaign),
    .file_time = get_file_time (self->input->path),
    .rows = result->rows,
    .counted = result->counted,
    .waiting = result->waiting,
    .kept_sha256 = (char *) ks_source_keeper_get_kept_sha256 (self->keeper),
    .state = (char *) "in",
    .form_version = ks_form_table_get_newest (self->tx),
    .time_step = self->input->reader->time_step,
    .digest_kind = KS_DIGEST_KIND,
    .file_size = self->input->size,
  };

  result->batch = self->batch;
  return ks_batch_table_insert (self->tx, &batch, error);
}

static gboolean
finish_table (KsImportRun *self, GError **error)
{
  if (self->input->sha256 == NULL)
    {
      self->input->sha256 = g_strdup (ks_source_keeper_get_given_sha256 (self->keeper));
      self->input->size = ks_source_keeper_get_given_size (self->keeper);
    }
  return self->input->result->added > 0
             ? insert_batch (self, error)
             : ks_batch_table_drop_parts (self->tx, self->batch, error);
}

static gboolean
note_vanished (KsImportRun *self, GError **error)
{
  KsImportResult *result = self->input->result;

  if (!ks_vanished_note (self->tx, self->known, result->file, &result->vanished, &result->recorded,
                         error))
    return FALSE;
  result->recorded |= result->added > 0;
  return TRUE;
}

/**
 * ks_import_run_add:
 * @self: an import
 * @input: a table that was looked at; its result is filled
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Brings the answers of a table in. One that holds nothing new leaves nothing behind. Where it was
 * glanced at and is not what its first rows said, it is marked as misread, and the whole import is to
 * be given up as well.
 *
 * Returns: %FALSE with @error set; the whole import is then to be given up
 */
gboolean
ks_import_run_add (KsImportRun *self, KsImportInput *input, KsJob *job, GError **error)
{
  gboolean ok;

  self->input = input;
  ok = begin_table (self, error)
       && (job == NULL || ks_answer_file_report (&self->file, 1, job, error))
       && import_rows (self, job, error)
       && note_vanished (self, error)
       && (self->trial || finish_table (self, error));
  clear_table (self);
  self->last = input;
  return ok;
}

/**
 * ks_import_run_finish:
 * @self: an import that brought something
 * @error: return location for an error
 *
 * Saves the tallies; what was decided of sheets that came in anew holds again.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_import_run_finish (KsImportRun *self, GError **error)
{
  /* Statements must end before their transaction. */
  g_clear_pointer (&self->writer, ks_response_writer_free);
  return ks_tally_table_save_import (self->tx, self->input->reader->registry, self->tally, error)
         && ks_carry_decisions (self->campaign, self->tx, self->first, &self->n_held, error);
}

/**
 * ks_import_run_commit:
 * @self: an import that is finished
 * @payload: what it did, as a JSON object
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set; nothing was written then
 */
gboolean
ks_import_run_commit (KsImportRun *self, const char *payload, GError **error)
{
  return ks_campaign_commit (self->campaign, self->tx, "import", payload,
                             KS_CHANGE_ANSWERS | (self->n_held > 0 ? KS_CHANGE_FINDINGS : 0),
                             error);
}
