/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-responses.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ks-batch-table.h"
#include "ks-csv-writer.h"
#include "ks-form-table.h"
#include "ks-i18n.h"
#include "ks-import-plan.h"
#include "ks-known-rows.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-response-table.h"
#include "ks-source-keeper.h"
#include "ks-tally-table.h"
#include "ks-withdraw-batch.h"

#define REPORT_EVERY 1024

/* An import under way. */
typedef struct {
  KsResponseReader *reader;
  KsAnswerFile     *place;    /* the file as it was looked at */
  KsAnswerFile      file;
  KsTransaction    *tx;
  KsResponseWriter *writer;
  KsSourceKeeper   *keeper;
  KsTally          *tally;
  KsKnownRows      *known;
  gboolean         *touched;  /* units with counted answers among the added */
  KsReadResponse    response;
  gint64            batch;
  KsImportResult   *result;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->writer, ks_response_writer_free);
  g_clear_pointer (&self->keeper, ks_source_keeper_free);
  ks_answer_file_clear (&self->file);
  g_clear_pointer (&self->tx, ks_transaction_free);
  g_clear_pointer (&self->reader, ks_response_reader_free);
  g_clear_pointer (&self->tally, ks_tally_free);
  g_clear_pointer (&self->known, ks_known_rows_free);
  g_clear_pointer (&self->touched, g_free);
  g_clear_pointer (&self->result, ks_import_result_free);
  ks_read_response_clear (&self->response);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/**
 * ks_import_result_free:
 * @self: (nullable): a result
 *
 * Frees the result.
 */
void
ks_import_result_free (KsImportResult *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->source);
  for (guint i = 0; i < G_N_ELEMENTS (self->notes); i++)
    g_free (self->notes[i]);
  g_free (self);
}

static void
tap_cb (const guint8 *data, gsize length, gpointer user_data)
{
  Import *self = user_data;

  ks_source_keeper_add_given (self->keeper, data, length);
}

/* Only the columns that were recognised are kept: names, e-mails, addresses never come in. */
static gboolean
keep_row (Import *self, const KsRow *row, GError **error)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_PLAIN);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->reader->n_columns; i++)
    if (self->reader->columns[i].used)
      ks_csv_writer_add_text (writer, i < row->n_cells ? row->cells[i].text : "");
  if (!ks_csv_writer_end_row (writer, error))
    return FALSE;
  text = ks_csv_writer_steal_text (writer);
  return ks_source_keeper_add_kept (self->keeper, text, strlen (text), error);
}

static void
count (Import *self, gint32 *row)
{
  const KsReadResponse *response = &self->response;

  ks_tally_count_answers (row, self->reader->form, response->answers, 1);
  for (guint i = 0; i < response->remarks->len; i++)
    ks_tally_count_remark (
        row, self->reader->columns[g_array_index (response->remarks, guint, i)].question, 1);
  self->result->units += !self->touched[ks_unit_get_index (response->unit)];
  self->touched[ks_unit_get_index (response->unit)] = TRUE;
}

static gboolean
write_remarks (Import *self, const KsRow *row, gint64 id, GError **error)
{
  for (guint i = 0; i < self->response.remarks->len; i++)
    {
      guint column = g_array_index (self->response.remarks, guint, i);

      if (!ks_response_writer_add_remark (self->writer, id,
                                          self->reader->columns[column].question->id,
                                          row->cells[column].text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_response (Import *self, const KsRow *row, GError **error)
{
  const KsReadResponse *read = &self->response;
  gint64 id = ks_response_writer_get_next_id (self->writer);
  KsResponse response = {
    .batch = self->batch,
    .source_row = (gint64) row->number,
    .unit = read->unit != NULL ? ks_unit_get_code (read->unit) : "",
    .given = read->state == KS_STATE_COUNTED ? "" : read->given,
    .answered = read->time,
    .answers = read->answers,
    .state = read->state,
    .reason = read->reason,
    .digest = (gint64) read->identity.content,
    .texts = read->identity.texts,
    .service = (gint64) read->identity.service,
  };

  self->result->added++;
  self->result->unread += read->n_unread;
  self->result->reasons[read->reason]++;
  if (read->state == KS_STATE_COUNTED)
    {
      self->result->counted++;
      count (self, ks_tally_get_row (self->tally, ks_unit_get_index (read->unit)));
    }
  else
    self->result->waiting++;
  return ks_response_writer_add (self->writer, &response, error)
         && write_remarks (self, row, id, error);
}

static gboolean
import_row (Import *self, const KsRow *row, KsJob *job, GError **error)
{
  KsRowVerdict verdict;

  self->result->rows++;
  ks_response_reader_read (self->reader, row, &self->response);
  verdict = ks_known_rows_take (self->known, &self->response.identity, self->reader->time_step);
  if (verdict == KS_ROW_CHANGED)
    ks_read_response_hold (&self->response, KS_REASON_KNOWN_ID);
  if (verdict == KS_ROW_KNOWN)
    self->result->known++;
  else if (!add_response (self, row, error))
    return FALSE;
  if (!keep_row (self, row, error))
    return FALSE;
  return job == NULL || self->result->rows % REPORT_EVERY != 0
         || ks_answer_file_report (&self->file, 1, job, error);
}

static gboolean
begin (Import *self, KsCampaign *campaign, const char *path, KsEncoding encoding, GError **error)
{
  self->tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  self->known = self->tx != NULL ? ks_known_rows_load (self->tx, error) : NULL;
  if (self->known == NULL)
    return FALSE;
  self->batch = ks_batch_table_next_id (self->tx);
  self->keeper = ks_source_keeper_new (self->tx, self->batch);
  self->writer = ks_response_writer_new (self->tx, error);
  self->tally = ks_tally_table_load (self->tx, self->reader->registry, self->reader->form, error);
  if (self->writer == NULL || self->tally == NULL
      || !ks_answer_file_open (&self->file, path, encoding, error))
    return FALSE;
  self->touched = g_new0 (gboolean, ks_registry_get_n_units (self->reader->registry) + 1);
  ks_read_response_init (&self->response, self->reader->form);
  ks_sheet_source_set_tap (self->file.source, tap_cb, self);
  return TRUE;
}

static gboolean
import_rows (Import *self, KsJob *job, GError **error)
{
  g_autoptr (GError) local = NULL;
  const KsRow *row = ks_answer_file_go_to_header (&self->file, self->place, error);

  if (row == NULL || !keep_row (self, row, error))
    return FALSE;
  while ((row = ks_answer_file_next (&self->file, &local)) != NULL)
    if (!import_row (self, row, job, error))
      return FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return ks_source_keeper_finish (self->keeper, error);
}

static KsMoment
get_file_time (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (KsMoment) status.st_mtime : 0;
}

static gboolean
insert_batch (Import *self, KsCampaign *campaign, const char *path, GError **error)
{
  KsBatch batch = {
    .id = self->batch,
    .file = self->result->file,
    .sha256 = (char *) ks_source_keeper_get_given_sha256 (self->keeper),
    .source = self->result->source,
    .imported = ks_campaign_now (campaign),
    .file_time = get_file_time (path),
    .rows = self->result->rows,
    .counted = self->result->counted,
    .waiting = self->result->waiting,
    .kept_sha256 = (char *) ks_source_keeper_get_kept_sha256 (self->keeper),
    .state = (char *) "in",
    .form_version = ks_form_table_get_newest (self->tx),
    .time_step = self->reader->time_step,
    .digest_kind = KS_DIGEST_KIND,
  };

  return ks_batch_table_insert (self->tx, &batch, error)
         && ks_tally_table_save (self->tx, self->reader->registry, self->tally, error);
}

static gboolean
commit (Import *self, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_number (payload, "batch", self->batch);
  ks_payload_add_text (payload, "file", self->result->file);
  ks_payload_add_text (payload, "sha256", ks_source_keeper_get_given_sha256 (self->keeper));
  ks_payload_add_number (payload, "rows", self->result->rows);
  ks_payload_add_number (payload, "added", self->result->added);
  ks_payload_add_number (payload, "counted", self->result->counted);
  ks_payload_add_number (payload, "waiting", self->result->waiting);
  ks_payload_add_number (payload, "form_version", ks_form_table_get_newest (self->tx));
  json = ks_payload_to_json (payload);
  self->result->batch = self->batch;
  /* Statements must end before their transaction. */
  g_clear_pointer (&self->writer, ks_response_writer_free);
  return ks_campaign_commit (campaign, self->tx, "import", json, KS_CHANGE_ANSWERS, error);
}

static gboolean
undo_import (KsCampaign *campaign, gpointer data, GError **error)
{
  return ks_withdraw_batch (campaign, *(gint64 *) data, error);
}

static KsOutcome *
describe (const KsImportResult *result)
{
  g_autofree char *counted = ks_format_count (result->counted);
  g_autofree char *waiting = ks_format_count (result->waiting);
  KsOutcome *outcome;

  if (result->added == 0)
    return ks_outcome_new (g_strdup_printf (
        _ ("%s was imported before; nothing in it is new and nothing was changed"), result->file));
  outcome = ks_outcome_new (g_strdup_printf (
      _ ("Imported %s: %s answer sheets count, %s wait to be looked at"), result->file, counted,
      waiting));
  ks_outcome_set_undo (outcome, undo_import,
                       g_memdup2 (&result->batch, sizeof result->batch), g_free);
  return outcome;
}

static KsImportResult *
start_result (const KsImportPlan *plan)
{
  KsImportResult *result = g_new0 (KsImportResult, 1);
  char *notes[] = { ks_import_plan_dup_dates (plan), ks_import_plan_dup_no_time (plan),
                    ks_import_plan_dup_personal (plan) };
  guint n_notes = 0;

  result->file = g_strdup (plan->file);
  result->source = g_strdup (plan->source);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i] != NULL)
      result->notes[n_notes++] = notes[i];
  return result;
}

/**
 * ks_import_responses_full:
 * @campaign: a campaign
 * @path: a file of answers
 * @encoding: what its text is in; %KS_ENCODING_AUTO: recognise it, or fail with
 *   %KS_TABLES_ERROR_ENCODING if somebody must choose
 * @dry_run: look only: nothing is written
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Brings the answers of a file in, all or none. Rows that the campaign holds already are known
 * and not added again; rows that cannot count wait with their reason.
 *
 * Returns: (transfer full): what came in, or %NULL with @error set; the campaign is then as it was
 */
KsImportResult *
ks_import_responses_full (KsCampaign *campaign, const char *path, KsEncoding encoding,
                          gboolean dry_run, KsJob *job, KsOutcome **outcome, GError **error)
{
  g_auto (KsAnswerFile) place = { 0 };
  g_auto (Import) self = { .place = &place };
  g_autoptr (KsImportPlan) plan = NULL;

  if (!ks_answer_file_open (&place, path, encoding, error)
      || !ks_response_reader_inspect (campaign, &place, job, &self.reader, &plan, error))
    return NULL;
  self.result = start_result (plan);
  if (!begin (&self, campaign, path, encoding, error) || !import_rows (&self, job, error))
    return NULL;
  if (!dry_run && self.result->added > 0
      && (!insert_batch (&self, campaign, path, error) || !commit (&self, campaign, error)))
    return NULL;
  if (outcome != NULL)
    *outcome = describe (self.result);
  return g_steal_pointer (&self.result);
}

/**
 * ks_import_responses:
 * @campaign: a campaign
 * @path: a file of answers
 * @dry_run: look only: nothing is written
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * As ks_import_responses_full(), with the encoding recognised.
 *
 * Returns: (transfer full): what came in, or %NULL with @error set; the campaign is then as it was
 */
KsImportResult *
ks_import_responses (KsCampaign *campaign, const char *path, gboolean dry_run, KsJob *job,
                     KsOutcome **outcome, GError **error)
{
  return ks_import_responses_full (campaign, path, KS_ENCODING_AUTO, dry_run, job, outcome, error);
}
