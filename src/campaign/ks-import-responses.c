/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-responses.h"

#include <glib/gstdio.h>

#include "ks-form-table.h"
#include "ks-i18n.h"
#include "ks-import-plan.h"
#include "ks-import-run.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-withdraw-batch.h"

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

static gint64
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_size : 0;
}

static KsImportInput *
look_at (KsCampaign *campaign, const char *path, KsEncoding encoding, gint64 before, gint64 total,
         KsJob *job, GError **error)
{
  g_autoptr (KsImportInput) input = g_new0 (KsImportInput, 1);
  g_autoptr (KsImportPlan) plan = NULL;

  input->path = g_strdup (path);
  if (!ks_answer_file_open (&input->place, path, encoding, error))
    return NULL;
  input->place.done_before = before;
  input->place.total = total;
  if (!ks_response_reader_inspect (campaign, &input->place, job, &input->reader, &plan, error))
    return NULL;
  input->result = start_result (plan);
  /* There may be more files than can be open at once. */
  ks_answer_file_close (&input->place);
  return g_steal_pointer (&input);
}

/* Every file is looked at before the first is taken in: nobody reads while somebody writes. */
static GPtrArray *
look_at_all (KsCampaign *campaign, const char *const *paths, KsEncoding encoding, KsJob *job,
             GError **error)
{
  g_autoptr (GPtrArray) inputs
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_import_input_free);
  gint64 total = 0, before = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    total += get_size (paths[i]);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      KsImportInput *input = look_at (campaign, paths[i], encoding, before, total, job, error);

      if (input == NULL)
        return NULL;
      g_ptr_array_add (inputs, input);
      before += get_size (paths[i]);
    }
  return g_steal_pointer (&inputs);
}

static void
describe_file (KsPayload *payload, const KsImportInput *input)
{
  const KsImportResult *result = input->result;

  ks_payload_add_number (payload, "batch", result->batch);
  ks_payload_add_text (payload, "file", result->file);
  ks_payload_add_text (payload, "sha256", input->sha256);
  ks_payload_add_number (payload, "rows", result->rows);
  ks_payload_add_number (payload, "added", result->added);
  ks_payload_add_number (payload, "counted", result->counted);
  ks_payload_add_number (payload, "waiting", result->waiting);
}

/* What a single file did stands in the log by itself; that of several in a list. */
static char *
make_payload (GPtrArray *inputs, gint64 form_version)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_number (payload, "form_version", form_version);
  if (inputs->len == 1)
    describe_file (payload, inputs->pdata[0]);
  else
    {
      json_builder_set_member_name (payload, "files");
      json_builder_begin_array (payload);
      for (guint i = 0; i < inputs->len; i++)
        {
          json_builder_begin_object (payload);
          describe_file (payload, inputs->pdata[i]);
          json_builder_end_object (payload);
        }
      json_builder_end_array (payload);
    }
  return ks_payload_to_json (payload);
}

static gboolean
undo_import (KsCampaign *campaign, gpointer data, GError **error)
{
  return ks_withdraw_batches (campaign, data, error);
}

static KsOutcome *
describe_nothing (GPtrArray *inputs)
{
  const KsImportInput *first = inputs->pdata[0];

  if (inputs->len > 1)
    return ks_outcome_new (g_strdup_printf (
        _ ("The %u files were imported before; nothing in them is new and nothing was changed"),
        inputs->len));
  return ks_outcome_new (g_strdup_printf (
      _ ("%s was imported before; nothing in it is new and nothing was changed"),
      first->result->file));
}

static KsOutcome *
describe (GPtrArray *inputs)
{
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n_counted = 0, n_waiting = 0;
  g_autofree char *counted = NULL;
  g_autofree char *waiting = NULL;
  KsOutcome *outcome;

  for (guint i = 0; i < inputs->len; i++)
    {
      const KsImportResult *result = ((KsImportInput *) inputs->pdata[i])->result;

      n_counted += result->counted;
      n_waiting += result->waiting;
      if (result->batch > 0)
        g_array_append_val (batches, result->batch);
    }
  counted = ks_format_count (n_counted);
  waiting = ks_format_count (n_waiting);
  outcome = ks_outcome_new (
      inputs->len == 1
          ? g_strdup_printf (_ ("Imported %s: %s answer sheets count, %s wait to be looked at"),
                             ((KsImportInput *) inputs->pdata[0])->result->file, counted, waiting)
          : g_strdup_printf (
              _ ("Imported %u files: %s answer sheets count, %s wait to be looked at"),
              inputs->len, counted, waiting));
  if (batches->len > 0)
    ks_outcome_set_undo (outcome, undo_import, g_steal_pointer (&batches),
                         (GDestroyNotify) g_array_unref);
  return outcome;
}

static gboolean
brings_anything (GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    if (((KsImportInput *) inputs->pdata[i])->result->added > 0)
      return TRUE;
  return FALSE;
}

static gboolean
commit (KsImportRun *run, GPtrArray *inputs, GError **error)
{
  g_autofree char *payload
      = make_payload (inputs, ks_form_table_get_newest (run->tx));

  return ks_import_run_commit (run, payload, error);
}

/* A trial leaves no import behind to which anything could refer. */
static void
forget_batches (GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    ((KsImportInput *) inputs->pdata[i])->result->batch = 0;
}

static GPtrArray *
steal_results (GPtrArray *inputs)
{
  GPtrArray *results
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_import_result_free);

  for (guint i = 0; i < inputs->len; i++)
    g_ptr_array_add (results, g_steal_pointer (&((KsImportInput *) inputs->pdata[i])->result));
  return results;
}

/**
 * ks_import_files:
 * @campaign: a campaign
 * @paths: (array zero-terminated=1): files of answers, at least one
 * @encoding: what their text is in; %KS_ENCODING_AUTO: recognise it, or fail with
 *   %KS_TABLES_ERROR_ENCODING if somebody must choose
 * @dry_run: look only: nothing is written
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Brings the answers of several files in, all or none, in one transaction. Rows that the campaign
 * or an earlier one of the files holds already are known and not added again; rows that cannot
 * count wait with their reason.
 *
 * Returns: (transfer full) (element-type KsImportResult): what came in of each file, or %NULL with
 *   @error set; the campaign is then as it was
 */
GPtrArray *
ks_import_files (KsCampaign *campaign, const char *const *paths, KsEncoding encoding,
                 gboolean dry_run, KsJob *job, KsOutcome **outcome, GError **error)
{
  g_auto (KsImportRun) run = { 0 };
  g_autoptr (GPtrArray) inputs = look_at_all (campaign, paths, encoding, job, error);

  if (inputs == NULL || !ks_import_run_begin (&run, campaign, error))
    return NULL;
  for (guint i = 0; i < inputs->len; i++)
    if (!ks_import_run_add (&run, inputs->pdata[i], encoding, job, error))
      return NULL;
  if (dry_run)
    forget_batches (inputs);
  else if (brings_anything (inputs) && !commit (&run, inputs, error))
    return NULL;
  if (outcome != NULL)
    *outcome = brings_anything (inputs) ? describe (inputs) : describe_nothing (inputs);
  return steal_results (inputs);
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
 * As ks_import_files(), of a single file with its encoding recognised.
 *
 * Returns: (transfer full): what came in, or %NULL with @error set; the campaign is then as it was
 */
KsImportResult *
ks_import_responses (KsCampaign *campaign, const char *path, gboolean dry_run, KsJob *job,
                     KsOutcome **outcome, GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GPtrArray) results
      = ks_import_files (campaign, paths, KS_ENCODING_AUTO, dry_run, job, outcome, error);

  return results != NULL ? g_ptr_array_steal_index (results, 0) : NULL;
}
