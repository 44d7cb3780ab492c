/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-responses.h"

#include "ks-batch-table.h"
#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-import-outcome.h"
#include "ks-import-plan.h"
#include "ks-import-tables.h"
#include "ks-recipe-table.h"
#include "ks-tables-error.h"

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
  payload = ks_import_run_dup_payload (run, inputs);
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
  if (run.misread || (!dry_run && ks_import_inputs_record (inputs) && !commit (&run, inputs, error)))
    return NULL;
  if (outcome != NULL)
    *outcome = ks_import_run_describe (&run, inputs);
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
 * transaction. Rows that the campaign or an earlier one of the files holds already are known and not
 * added again; rows that cannot count wait with their reason.
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
