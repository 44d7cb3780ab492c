/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-watch-private.h"

#include "ks-batch-table.h"
#include "ks-i18n.h"
#include "ks-import-responses.h"
#include "ks-platform.h"
#include "ks-recognise-file.h"
#include "ks-sha256.h"
#include "ks-store-error.h"
#include "ks-tables-error.h"

#define PIECE (1 << 20)
#define RETRY (30 * G_USEC_PER_SEC) /* of a file that could not be opened */

typedef struct {
  KsCampaign *campaign;
  GHashTable *known;  /* of char *: SHA-256 of what came in, also if it was withdrawn since */
  gboolean    takes_new_headers;
  KsJob      *job;
} Scan;

static char *
hash_file (const char *path, KsJob *job, GError **error)
{
  g_autoptr (GFileInputStream) stream = ks_file_open (path, error);
  g_autofree guint8 *piece = g_malloc (PIECE);
  g_autoptr (GError) cause = NULL;
  KsSha256 sha;
  gssize length;

  if (stream == NULL)
    return NULL;
  ks_sha256_init (&sha);
  while ((length = g_input_stream_read (G_INPUT_STREAM (stream), piece, PIECE,
                                        job != NULL ? ks_job_get_cancellable (job) : NULL, &cause))
         > 0)
    ks_sha256_add (&sha, piece, (gsize) length);
  if (length == 0)
    return ks_sha256_finish (&sha);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    ks_file_set_read_error (error, path, cause);
  return NULL;
}

/* What an officer is to decide about a table, as a sentence; %NULL: nothing. */
static char *
dup_question (const Scan *scan, const KsImportPlan *plan)
{
  gboolean both_ways = plan->times.order != KS_DATE_NO_DOUBT
                       && (plan->times.grounds == KS_DATE_BY_CUSTOM || plan->times.mixed);

  if (ks_import_plan_find_unclear (plan) != NULL)
    return ks_import_plan_dup_changes (plan);
  if (both_ways)
    return g_strdup (_ ("Its dates read both ways."));
  if (plan->named == KS_NAMED_DOUBT)
    return ks_import_plan_dup_named (plan);
  return plan->is_known || scan->takes_new_headers
             ? NULL
             : g_strdup (_ ("No file with this header came in before."));
}

/* What keeps the campaign from being used, and who stops, is no fault of a file. */
static gboolean
is_of_file (const GError *error)
{
  return error->domain != KS_STORE_ERROR
         && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
plan_file (const Scan *scan, KsWatchedFile *file, GError **given)
{
  const char *const paths[] = { file->path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = ks_plan_files (scan->campaign, paths, NULL, NULL, scan->job, &error);
  char *question = NULL;

  if (plans == NULL && !is_of_file (error))
    {
      g_propagate_error (given, g_steal_pointer (&error));
      return FALSE;
    }
  if (plans == NULL)
    {
      gboolean letters = g_error_matches (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING);

      ks_watched_file_set_state (file, letters ? KS_WATCHED_ASKS : KS_WATCHED_FAILED,
                                 g_strdup (error->message));
      return TRUE;
    }
  for (guint i = 0; i < plans->len && question == NULL; i++)
    question = dup_question (scan, plans->pdata[i]);
  ks_watched_file_set_state (file, question != NULL ? KS_WATCHED_ASKS : KS_WATCHED_READY, question);
  return TRUE;
}

/* Cells that name no level would stay blank for good, and times of another zone outside the survey:
 * somebody is to say what they are before they come in. */
static char *
dup_doubt (const KsImportResult *result)
{
  const KsUnknownValue *value;

  if (result->unknown_values->len > 0)
    {
      value = result->unknown_values->pdata[0];
      return g_strdup_printf (_ ("“%s” is no level of question %s."), value->text,
                              value->question_id);
    }
  if (2 * result->reasons[KS_REASON_OUTSIDE_WINDOW] > result->added)
    return g_strdup (_ ("Most of its sheets were sent outside the survey window."));
  return NULL;
}

/* Whether a file that reads well has anything to bring, and something to decide. */
static gboolean
try_file (const Scan *scan, KsWatchedFile *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_answered (scan->campaign, file->path, NULL, TRUE, scan->job, NULL, &local);
  char *doubt = result != NULL ? dup_doubt (result) : NULL;

  if (local != NULL && !is_of_file (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (result == NULL)
    ks_watched_file_set_state (file, KS_WATCHED_FAILED, g_strdup (local->message));
  else if (!result->recorded)
    ks_watched_file_set_state (file, KS_WATCHED_KNOWN, NULL);
  else if (doubt != NULL)
    ks_watched_file_set_state (file, KS_WATCHED_ASKS, g_steal_pointer (&doubt));
  g_free (doubt);
  return TRUE;
}

static void
set_unreadable (KsWatchedFile *file, const GError *error)
{
  ks_watched_file_set_state (file, KS_WATCHED_FAILED, g_strdup (error->message));
  file->since = g_get_monotonic_time ();
}

static gboolean
can_be_opened (KsWatchedFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = ks_file_open (file->path, &error);

  if (stream == NULL)
    set_unreadable (file, error);
  return stream != NULL;
}

/* Of a file with answers: whether its bytes came in before, else what is in it. */
static gboolean
examine_answers (const Scan *scan, KsWatchedFile *file, const GError *doubt, GError **given)
{
  g_autoptr (GError) error = NULL;

  g_free (file->sha256);
  file->sha256 = hash_file (file->path, scan->job, &error);
  if (file->sha256 == NULL && !is_of_file (error))
    {
      g_propagate_error (given, g_steal_pointer (&error));
      return FALSE;
    }
  if (file->sha256 == NULL)
    set_unreadable (file, error);
  else if (g_hash_table_contains (scan->known, file->sha256))
    ks_watched_file_set_state (file, KS_WATCHED_KNOWN, NULL);
  else if (doubt != NULL)
    ks_watched_file_set_state (file, KS_WATCHED_ASKS, g_strdup (doubt->message));
  else
    return plan_file (scan, file, given);
  return TRUE;
}

/* Reads a file that rests. Of one that is no export the beginning is enough: the folder may be full
 * of large ones. */
static gboolean
examine (const Scan *scan, KsWatchedFile *file, GError **given)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (!can_be_opened (file))
    return TRUE;
  if (ks_recognise_file (scan->campaign, file->path, &error) == KS_FILE_RESPONSES)
    ok = examine_answers (scan, file, NULL, given);
  else if (g_error_matches (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING))
    ok = examine_answers (scan, file, error, given);
  else
    ks_watched_file_set_state (file, KS_WATCHED_OTHER,
                               error != NULL ? g_strdup (error->message) : NULL);
  if (ok && file->state == KS_WATCHED_READY)
    ok = try_file (scan, file, given);
  if (!ok)
    {
      ks_watched_file_set_state (file, KS_WATCHED_WRITING, NULL);
      return FALSE;
    }
  /* It was written on while it was read: what it said of itself holds no longer. */
  if (ks_watched_file_has_moved_on (file))
    ks_watched_file_set_state (file, KS_WATCHED_WRITING, NULL);
  return TRUE;
}

/* A file that could not even be opened is tried again: another program may have had it. */
static gboolean
is_due (const KsWatchedFile *file)
{
  gint64 rested = g_get_monotonic_time () - file->since;

  if (file->state == KS_WATCHED_FAILED)
    return file->sha256 == NULL && rested >= RETRY;
  return file->state == KS_WATCHED_WRITING && rested >= KS_WATCH_REST;
}

/* What is new still, after others came in, was told. */
static gboolean
examine_again (const Scan *scan, KsWatchedFile *file, GError **error)
{
  KsWatchedState state = file->state;
  gboolean told = file->told;
  g_autofree char *message = g_strdup (file->message);
  gboolean ok = examine (scan, file, error);

  file->told = told && file->state == state && g_strcmp0 (file->message, message) == 0;
  return ok;
}

static gboolean
look_at_file (const Scan *scan, KsWatchedFile *file, GError **error)
{
  if (scan->job != NULL
      && g_cancellable_set_error_if_cancelled (ks_job_get_cancellable (scan->job), error))
    return FALSE;
  return is_due (file) || ks_watched_file_is_new (file) ? examine_again (scan, file, error) : TRUE;
}

static GHashTable *
load_known (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) batches = tx != NULL ? ks_batch_table_load (tx, error) : NULL;
  GHashTable *known;

  if (batches == NULL)
    return NULL;
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < batches->len; i++)
    g_hash_table_add (known, g_strdup (((const KsBatch *) batches->pdata[i])->sha256));
  return known;
}

/**
 * ks_watch_is_due:
 * @files: (element-type KsWatchedFile): files of a folder
 *
 * Returns: whether any of them is to be read: it is new and has rested for %KS_WATCH_REST
 */
gboolean
ks_watch_is_due (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    if (is_due (files->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * ks_watch_examine:
 * @campaign: a campaign
 * @files: (inout) (element-type KsWatchedFile): files of a folder; they learn their states
 * @takes_new_headers: whether a header that no file had before is nothing to ask about
 * @job: (nullable): a way to stop
 * @error: return location for an error
 *
 * Reads the files that are due, and those that were new once more: they may have come in since. Tries
 * what they would bring. Changes nothing.
 *
 * Returns: %FALSE with @error set when the campaign cannot be used now, or it was
 *   stopped; the files that are left are due still
 */
gboolean
ks_watch_examine (KsCampaign *campaign, GPtrArray *files, gboolean takes_new_headers, KsJob *job,
                  GError **error)
{
  g_autoptr (GHashTable) known = load_known (campaign, error);
  const Scan scan = { campaign, known, takes_new_headers, job };

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!look_at_file (&scan, files->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
holds_bytes (GPtrArray *files, const KsWatchedFile *file)
{
  for (guint i = 0; i < files->len; i++)
    if (g_strcmp0 (((const KsWatchedFile *) files->pdata[i])->sha256, file->sha256) == 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
choose_files (GPtrArray *files)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      KsWatchedFile *file = files->pdata[i];

      if (file->state != KS_WATCHED_READY)
        continue;
      if (ks_watched_file_has_moved_on (file))
        ks_watched_file_set_state (file, KS_WATCHED_WRITING, NULL);
      else if (holds_bytes (chosen, file))
        ks_watched_file_set_state (file, KS_WATCHED_KNOWN, NULL);
      else
        g_ptr_array_add (chosen, file);
    }
  return chosen;
}

static gboolean
import_chosen (KsCampaign *campaign, GPtrArray *chosen, KsJob *job, KsOutcome **outcome,
               GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GPtrArray) results = NULL;

  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (paths, ((KsWatchedFile *) chosen->pdata[i])->path);
  g_ptr_array_add (paths, NULL);
  results = ks_import_files (campaign, (const char *const *) paths->pdata, KS_ENCODING_AUTO, FALSE,
                             job, outcome, error);
  for (guint i = 0; results != NULL && i < chosen->len; i++)
    ks_watched_file_set_state (chosen->pdata[i], KS_WATCHED_TAKEN, NULL);
  return results != NULL;
}

/**
 * ks_watch_take:
 * @campaign: a campaign
 * @files: (inout) (element-type KsWatchedFile): files of a folder; their states follow what is done
 * @job: (nullable): progress
 * @outcome: (out) (transfer full) (nullable): what was done and how it is undone; %NULL: nothing
 *   was, and nothing was written
 * @error: return location for an error
 *
 * Brings in the files that are ready, all in one step.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_watch_take (KsCampaign *campaign, GPtrArray *files, KsJob *job, KsOutcome **outcome,
               GError **error)
{
  g_autoptr (GPtrArray) chosen = choose_files (files);

  *outcome = NULL;
  return chosen->len == 0 || import_chosen (campaign, chosen, job, outcome, error);
}
