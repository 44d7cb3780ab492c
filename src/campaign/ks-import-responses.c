/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-responses.h"

#include <string.h>

#include "ks-batch-table.h"
#include "ks-form-table.h"
#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-import-doubts.h"
#include "ks-import-plan.h"
#include "ks-import-run.h"
#include "ks-import-tables.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-recipe-table.h"
#include "ks-tables-error.h"
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
  g_clear_pointer (&self->touched, g_byte_array_unref);
  ks_import_doubts_clear (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->notes); i++)
    g_free (self->notes[i]);
  g_free (self);
}

static void
add_result (KsImportResult *sum, const KsImportResult *result)
{
  sum->rows += result->rows;
  sum->added += result->added;
  sum->known += result->known;
  sum->counted += result->counted;
  sum->waiting += result->waiting;
  sum->n_trials += result->n_trials;
  sum->n_trials_unknown += result->n_trials_unknown;
  sum->vanished += result->vanished;
  sum->recorded |= result->recorded;
  sum->unread += result->unread;
  for (guint i = 0; i < KS_N_REASONS; i++)
    sum->reasons[i] += result->reasons[i];
  ks_import_doubts_merge (sum, result);
  for (guint i = 0; i < result->touched->len; i++)
    {
      sum->units += result->touched->data[i] && !sum->touched->data[i];
      sum->touched->data[i] |= result->touched->data[i];
    }
}

/**
 * ks_import_results_sum:
 * @results: (array length=n_results): what several tables brought in one import
 * @n_results: how many, at least one
 *
 * Returns: (transfer full): what they brought together, under the name of the first and with its
 *   notes
 */
KsImportResult *
ks_import_results_sum (KsImportResult *const *results, guint n_results)
{
  const KsImportResult *first = results[0];
  KsImportResult *sum = g_new0 (KsImportResult, 1);

  sum->file = g_strdup (first->file);
  sum->source = g_strdup (first->source);
  sum->batch = first->batch;
  sum->touched = g_byte_array_new ();
  g_byte_array_set_size (sum->touched, first->touched->len);
  memset (sum->touched->data, 0, sum->touched->len);
  for (guint i = 0; i < G_N_ELEMENTS (first->notes); i++)
    sum->notes[i] = g_strdup (first->notes[i]);
  ks_import_doubts_init (sum);
  for (guint i = 0; i < n_results; i++)
    add_result (sum, results[i]);
  return sum;
}

static void
describe_file (KsPayload *payload, const KsImportInput *input)
{
  const KsImportResult *result = input->result;
  g_autofree char *fingerprint = ks_recipe_dup_fingerprint (input->plan->recipe);

  ks_payload_add_number (payload, "batch", result->batch);
  ks_payload_add_text (payload, "file", result->file);
  ks_payload_add_text (payload, "sha256", input->sha256);
  ks_payload_add_number (payload, "rows", result->rows);
  ks_payload_add_number (payload, "added", result->added);
  ks_payload_add_number (payload, "counted", result->counted);
  ks_payload_add_number (payload, "waiting", result->waiting);
  if (result->n_trials > 0)
    ks_payload_add_number (payload, "trial", result->n_trials);
  if (result->vanished > 0)
    ks_payload_add_number (payload, "vanished", result->vanished);
  ks_payload_add_text (payload, "recipe", fingerprint);
}

/* What a single file did stands in the log by itself; that of several in a list. */
static char *
make_payload (const KsImportRun *run, GPtrArray *inputs)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_number (payload, "form_version", ks_form_table_get_newest (run->tx));
  if (run->n_held > 0)
    ks_payload_add_number (payload, "decisions", run->n_held);
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

static guint
count_files (GPtrArray *inputs)
{
  guint n_files = 0;

  for (guint i = 0; i < inputs->len; i++)
    n_files += i == 0
               || !g_str_equal (((KsImportInput *) inputs->pdata[i])->path,
                                ((KsImportInput *) inputs->pdata[i - 1])->path);
  return n_files;
}

static char *
dup_name (const KsImportInput *input)
{
  g_autofree char *name = g_path_get_basename (input->path);

  return g_filename_display_name (name);
}

/* Nothing is new in them, but what they lack. */
static KsOutcome *
describe_vanished (GPtrArray *inputs)
{
  guint n_vanished = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < inputs->len; i++)
    n_vanished += ((const KsImportInput *) inputs->pdata[i])->result->vanished;
  if (n_vanished == 0)
    return ks_outcome_new (g_strdup (_ ("No sheet is new; sheets that an earlier file lacked are "
                                        "there again, and that is noted")));
  count = ks_format_count (n_vanished);
  return ks_outcome_new (g_strdup_printf (
      ngettext ("No sheet is new; %s sheet of an earlier import is missing. It is kept, and noted "
                "as a finding",
                "No sheet is new; %s sheets of earlier imports are missing. They are kept, and "
                "noted as a finding",
                n_vanished),
      count));
}

static gboolean
records_anything (GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    if (((const KsImportInput *) inputs->pdata[i])->result->recorded)
      return TRUE;
  return FALSE;
}

static KsOutcome *
describe_nothing (GPtrArray *inputs)
{
  guint n_files = count_files (inputs);
  g_autofree char *name = dup_name (inputs->pdata[0]);

  if (records_anything (inputs))
    return describe_vanished (inputs);
  if (n_files > 1)
    return ks_outcome_new (g_strdup_printf (
        _ ("The %u files were imported before; nothing in them is new and nothing was changed"),
        n_files));
  return ks_outcome_new (g_strdup_printf (
      _ ("%s was imported before; nothing in it is new and nothing was changed"), name));
}

/* (transfer full) message */
static char *
add_held (char *message, guint n_held)
{
  g_autofree char *before = message;
  g_autofree char *count = ks_format_count (n_held);
  g_autofree char *held = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s earlier decision holds again",
                   "%s earlier decisions hold again", n_held),
      count);

  return n_held > 0 ? g_strconcat (before, "; ", held, NULL) : g_steal_pointer (&before);
}

/* (transfer full) message */
static char *
add_trials (char *message, guint n_trials)
{
  g_autofree char *before = message;
  g_autofree char *count = ks_format_count (n_trials);
  g_autofree char *trials = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s trial answer, which never counts",
                   "%s trial answers, which never count", n_trials),
      count);

  return n_trials > 0 ? g_strconcat (before, "; ", trials, NULL) : g_steal_pointer (&before);
}

static KsOutcome *
describe (const KsImportRun *run, GPtrArray *inputs)
{
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n_counted = 0, n_waiting = 0;
  guint n_trials = 0;
  g_autofree char *counted = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *name = dup_name (inputs->pdata[0]);
  guint n_files = count_files (inputs);
  KsOutcome *outcome;

  for (guint i = 0; i < inputs->len; i++)
    {
      const KsImportResult *result = ((KsImportInput *) inputs->pdata[i])->result;

      n_counted += result->counted;
      n_waiting += result->waiting;
      n_trials += result->n_trials;
      if (result->batch > 0)
        g_array_append_val (batches, result->batch);
    }
  counted = ks_format_count (n_counted);
  waiting = ks_format_count (n_waiting);
  outcome = ks_outcome_new (add_held (add_trials (
      n_files == 1
          ? g_strdup_printf (_ ("Imported %s: %s answer sheets count, %s wait to be looked at"), name,
                             counted, waiting)
          : g_strdup_printf (
              _ ("Imported %u files: %s answer sheets count, %s wait to be looked at"),
              n_files, counted, waiting),
      n_trials), run->n_held));
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

/* The next file with the same header shall ask nothing. */
static gboolean
keep_recipes (KsImportRun *run, GPtrArray *inputs, GError **error)
{
  KsMoment now = ks_campaign_now (run->campaign);

  for (guint i = 0; i < inputs->len; i++)
    if (!ks_recipe_table_save (run->tx, ((KsImportInput *) inputs->pdata[i])->plan->recipe, now,
                               error))
      return FALSE;
  return TRUE;
}

/* Sheets that were left out, or let count, before are so again. */
static gboolean
take_counts (KsImportRun *run, GPtrArray *inputs, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (run->tx, error);

  for (guint i = 0; batches != NULL && i < inputs->len; i++)
    {
      KsImportResult *result = ((KsImportInput *) inputs->pdata[i])->result;

      for (guint j = 0; j < batches->len; j++)
        {
          const KsBatch *batch = g_ptr_array_index (batches, j);

          if (batch->id != result->batch)
            continue;
          result->counted = (guint) batch->counted;
          result->waiting = (guint) batch->waiting;
        }
    }
  return batches != NULL;
}

static gboolean
commit (KsImportRun *run, GPtrArray *inputs, GError **error)
{
  g_autofree char *payload = NULL;

  if (!keep_recipes (run, inputs, error) || !ks_import_run_finish (run, error)
      || (run->n_held > 0 && !take_counts (run, inputs, error)))
    return FALSE;
  payload = make_payload (run, inputs);
  return ks_import_run_commit (run, payload, error);
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

/* Where nobody can be asked, a column that may be the one that is missing is neither taken for it
 * nor left out in silence. */
static gboolean
check_clear (GPtrArray *inputs, GError **error)
{
  for (guint i = 0; i < inputs->len; i++)
    {
      const KsImportPlan *plan = ((const KsImportInput *) inputs->pdata[i])->plan;
      const KsImportColumn *column = ks_import_plan_find_unclear (plan);

      if (column == NULL)
        continue;
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("%s: the column “%s” of the file before is missing, and “%s” is new; say in "
                      "“columns” of the way to read the file what it is (recipe --export, then "
                      "recipe --import)"),
                   plan->file, plan->lost, column->header);
      return FALSE;
    }
  return TRUE;
}

static GPtrArray *
bring_in_as (KsCampaign *campaign, const char *const *paths, const KsImportReading *reading,
             gboolean dry_run, KsJob *job, KsOutcome **outcome, gboolean *misread, GError **error)
{
  g_auto (KsImportRun) run = { 0 };
  g_autoptr (GPtrArray) inputs = ks_import_tables_look (campaign, paths, reading, job, error);

  if (inputs == NULL || (reading->answers == NULL && !check_clear (inputs, error))
      || !ks_import_run_begin (&run, campaign, inputs, dry_run, error))
    return NULL;
  for (guint i = 0; i < inputs->len && !run.misread; i++)
    if (!ks_import_run_add (&run, inputs->pdata[i], job, error))
      return NULL;
  *misread = run.misread;
  if (run.misread || (!dry_run && records_anything (inputs) && !commit (&run, inputs, error)))
    return NULL;
  if (outcome != NULL)
    *outcome = brings_anything (inputs) ? describe (&run, inputs) : describe_nothing (inputs);
  return steal_results (inputs);
}

/* A glance at the first rows tells of nearly every file how it is read. Where rows behind them say
 * otherwise, nothing was written yet, and all is read once more with open eyes. */
static GPtrArray *
bring_in (KsCampaign *campaign, const char *const *paths, const KsImportReading *reading,
          gboolean dry_run, KsJob *job, KsOutcome **outcome, GError **error)
{
  KsImportReading way = *reading;
  g_autoptr (GError) local = NULL;
  gboolean misread = FALSE;
  GPtrArray *results;

  way.glance = TRUE;
  results = bring_in_as (campaign, paths, &way, dry_run, job, outcome, &misread, &local);
  way.glance = FALSE;
  /* What somebody chose for its letters is looked up before the file is taken in. */
  misread |= g_error_matches (local, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING);
  if (local != NULL && !misread)
    g_propagate_error (error, g_steal_pointer (&local));
  return misread ? bring_in_as (campaign, paths, &way, dry_run, job, outcome, &misread, error)
                 : results;
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
 * Brings the answers of several files in, of each all sheets that hold any, all or none, in one
 * transaction. Rows that the campaign
 * or an earlier one of the files holds already are known and not added again; rows that cannot
 * count wait with their reason.
 *
 * Returns: (transfer full) (element-type KsImportResult): what came in of each table, in the order
 *   of the files, or %NULL with @error set; the campaign is then as it was
 */
GPtrArray *
ks_import_files (KsCampaign *campaign, const char *const *paths, KsEncoding encoding,
                 gboolean dry_run, KsJob *job, KsOutcome **outcome, GError **error)
{
  const KsImportReading reading = { .encoding = encoding };

  return bring_in (campaign, paths, &reading, dry_run, job, outcome, error);
}

/**
 * ks_import_files_answered:
 * @campaign: a campaign
 * @paths: (array zero-terminated=1): files of answers, at least one
 * @encodings: (nullable): what the text of each is in, if it leaves doubt; %NULL: it is recognised
 * @answers: (nullable) (element-type KsRecipe): what an officer says of their headers; %NULL:
 *   nobody was asked
 * @dry_run: look only: nothing is written
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * As ks_import_files(), of files that somebody looked at.
 *
 * Returns: (transfer full) (element-type KsImportResult): what came in of each table, or %NULL with
 *   @error set; the campaign is then as it was
 */
GPtrArray *
ks_import_files_answered (KsCampaign *campaign, const char *const *paths,
                          const KsEncoding *encodings, GPtrArray *answers, gboolean dry_run,
                          KsJob *job, KsOutcome **outcome, GError **error)
{
  const KsImportReading reading = { .encodings = encodings, .answers = answers };

  return bring_in (campaign, paths, &reading, dry_run, job, outcome, error);
}

/**
 * ks_import_answered:
 * @campaign: a campaign
 * @path: a file of answers
 * @answers: (nullable) (element-type KsRecipe): what an officer says of its headers
 * @dry_run: look only: nothing is written
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * As ks_import_files_answered(), of a single file.
 *
 * Returns: (transfer full): what came in of all its tables together, or %NULL with @error set; the
 *   campaign is then as it was
 */
KsImportResult *
ks_import_answered (KsCampaign *campaign, const char *path, GPtrArray *answers, gboolean dry_run,
                    KsJob *job, KsOutcome **outcome, GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GPtrArray) results
      = ks_import_files_answered (campaign, paths, NULL, answers, dry_run, job, outcome, error);

  return results != NULL
             ? ks_import_results_sum ((KsImportResult *const *) results->pdata, results->len)
             : NULL;
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
 * As ks_import_answered(), where nobody was asked.
 *
 * Returns: (transfer full): what came in, or %NULL with @error set
 */
KsImportResult *
ks_import_responses (KsCampaign *campaign, const char *path, gboolean dry_run, KsJob *job,
                     KsOutcome **outcome, GError **error)
{
  return ks_import_answered (campaign, path, NULL, dry_run, job, outcome, error);
}
