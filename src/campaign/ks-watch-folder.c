/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-watch-folder.h"

#include <glib/gstdio.h>

#include "ks-batch-table.h"
#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-import-responses.h"
#include "ks-platform.h"
#include "ks-recognise-file.h"
#include "ks-sha256.h"
#include "ks-tables-error.h"

/* A folder of more is the wrong one. */
#define MAX_FILES 5000

#define PIECE (1 << 20)

typedef struct {
  KsCampaign *campaign;
  GHashTable *known;  /* of char *: SHA-256 of what came in, also if it was withdrawn since */
  gboolean    takes_new_headers;
  KsJob      *job;
} Scan;

static void
free_file (gpointer data)
{
  KsWatchedFile *self = data;

  g_free (self->path);
  g_free (self->message);
  g_free (self->sha256);
  g_free (self);
}

static KsWatchedFile *
copy_file (const KsWatchedFile *self)
{
  KsWatchedFile *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->message = g_strdup (self->message);
  copy->sha256 = g_strdup (self->sha256);
  return copy;
}

static void
set_state (KsWatchedFile *self, KsWatchedState state, char *message)
{
  self->told &= self->state == state && g_strcmp0 (self->message, message) == 0;
  self->state = state;
  g_free (self->message);
  self->message = message;
}

/* Browsers, office programs and copying programs name what they have not finished so. */
static gboolean
is_unfinished_name (const char *name)
{
  static const char *const suffixes[] = { ".part", ".partial", ".crdownload", ".download", ".tmp" };

  if (*name == '.' || g_str_has_prefix (name, "~$"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
look_at_disk (KsWatchedFile *self)
{
  GStatBuf status;

  if (g_stat (self->path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  self->size = status.st_size;
  self->changed = status.st_mtime;
  return TRUE;
}

/* Whether it is no longer what it was when it was looked at. */
static gboolean
has_moved_on (const KsWatchedFile *self)
{
  KsWatchedFile now = { .path = self->path };

  return !look_at_disk (&now) || now.size != self->size || now.changed != self->changed;
}

static const KsWatchedFile *
find_file (GPtrArray *files, const char *path)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    if (g_str_equal (((const KsWatchedFile *) files->pdata[i])->path, path))
      return files->pdata[i];
  return NULL;
}

/* A file that stands as it stood stays what it was found to be. */
static KsWatchedFile *
meet_file (char *path, GPtrArray *before)
{
  const KsWatchedFile *known = find_file (before, path);
  KsWatchedFile *self = g_new0 (KsWatchedFile, 1);

  self->path = path;
  if (!look_at_disk (self))
    {
      free_file (self);
      return NULL;
    }
  if (known != NULL && known->size == self->size && known->changed == self->changed)
    {
      free_file (self);
      return copy_file (known);
    }
  self->since = g_get_monotonic_time ();
  return self;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(KsWatchedFile *const *) a)->path, (*(KsWatchedFile *const *) b)->path);
}

static GDir *
open_folder (const char *folder, GError **error)
{
  g_autoptr (GError) local = NULL;
  GDir *dir = g_dir_open (folder, 0, &local);

  if (dir == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("The watched folder %s cannot be read now; it is tried again. Check whether it "
                    "is there and its drive is connected."),
                 folder);
  return dir;
}

static GPtrArray *
list_files (const char *folder, GPtrArray *before, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  g_autoptr (GDir) dir = open_folder (folder, error);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      KsWatchedFile *file = is_unfinished_name (name)
                                ? NULL
                                : meet_file (g_build_filename (folder, name, NULL), before);

      if (file != NULL)
        g_ptr_array_add (files, file);
      if (files->len <= MAX_FILES)
        continue;
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("The folder %s holds more than %u files; choose one for exports alone."),
                   folder, MAX_FILES);
      return NULL;
    }
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

static char *
hash_file (const char *path, KsJob *job, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree guint8 *piece = g_malloc (PIECE);
  KsSha256 sha;
  gssize length;

  if (stream == NULL)
    return NULL;
  ks_sha256_init (&sha);
  while ((length = g_input_stream_read (G_INPUT_STREAM (stream), piece, PIECE,
                                        job != NULL ? ks_job_get_cancellable (job) : NULL, error))
         > 0)
    ks_sha256_add (&sha, piece, (gsize) length);
  return length == 0 ? ks_sha256_finish (&sha) : NULL;
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

static void
plan_file (const Scan *scan, KsWatchedFile *file)
{
  const char *const paths[] = { file->path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = ks_plan_files (scan->campaign, paths, NULL, scan->job, &error);
  char *question = NULL;

  if (plans == NULL)
    {
      gboolean letters = g_error_matches (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING);

      set_state (file, letters ? KS_WATCHED_ASKS : KS_WATCHED_FAILED, g_strdup (error->message));
      return;
    }
  for (guint i = 0; i < plans->len && question == NULL; i++)
    question = dup_question (scan, plans->pdata[i]);
  set_state (file, question != NULL ? KS_WATCHED_ASKS : KS_WATCHED_READY, question);
}

static void
set_unreadable (KsWatchedFile *file, const GError *cause)
{
  g_autoptr (GError) error = NULL;

  ks_file_set_read_error (&error, file->path, cause);
  set_state (file, KS_WATCHED_FAILED, g_strdup (error->message));
}

/* Reads a file that rests: what it is, and whether its bytes came in before. */
static void
examine (const Scan *scan, KsWatchedFile *file)
{
  g_autoptr (GError) error = NULL;

  g_free (file->sha256);
  file->sha256 = hash_file (file->path, scan->job, &error);
  if (file->sha256 == NULL)
    set_unreadable (file, error);
  else if (g_hash_table_contains (scan->known, file->sha256))
    set_state (file, KS_WATCHED_KNOWN, NULL);
  else if (ks_recognise_file (scan->campaign, file->path, &error) == KS_FILE_RESPONSES)
    plan_file (scan, file);
  else if (g_error_matches (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING))
    set_state (file, KS_WATCHED_ASKS, g_strdup (error->message));
  else
    set_state (file, KS_WATCHED_OTHER, error != NULL ? g_strdup (error->message) : NULL);
  /* It was written on while it was read: what it said of itself holds no longer. */
  if (!has_moved_on (file))
    return;
  set_state (file, KS_WATCHED_WRITING, NULL);
  file->since = g_get_monotonic_time ();
  look_at_disk (file);
}

/* A file that could not even be opened is tried again: another program may have had it. */
static gboolean
is_due (const KsWatchedFile *file)
{
  if (file->state == KS_WATCHED_FAILED)
    return file->sha256 == NULL;
  return file->state == KS_WATCHED_WRITING
         && g_get_monotonic_time () - file->since >= KS_WATCH_REST;
}

static gboolean
look_at_file (const Scan *scan, KsWatchedFile *file)
{
  gboolean is_new = file->state == KS_WATCHED_READY || file->state == KS_WATCHED_ASKS;

  if (is_due (file))
    examine (scan, file);
  else if (is_new && file->sha256 != NULL && g_hash_table_contains (scan->known, file->sha256))
    set_state (file, KS_WATCHED_KNOWN, NULL);
  return scan->job == NULL || !g_cancellable_is_cancelled (ks_job_get_cancellable (scan->job));
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
 * ks_watch_scan:
 * @campaign: a campaign
 * @folder: a folder
 * @before: (nullable) (element-type KsWatchedFile): what the scan before this one found
 * @takes_new_headers: whether a header that no file had before is nothing to ask about
 * @job: (nullable): a way to stop
 * @error: return location for an error
 *
 * Looks at the files of a folder, not at folders in it, and reads those that are new and have rested
 * for %KS_WATCH_REST. Changes nothing. A file that is unchanged since @before is not read again.
 *
 * Returns: (transfer full) (element-type KsWatchedFile): its files by name, or %NULL with @error set
 *   when the folder cannot be read, or was stopped
 */
GPtrArray *
ks_watch_scan (KsCampaign *campaign, const char *folder, GPtrArray *before,
               gboolean takes_new_headers, KsJob *job, GError **error)
{
  g_autoptr (GPtrArray) files = list_files (folder, before, error);
  g_autoptr (GHashTable) known = files != NULL ? load_known (campaign, error) : NULL;
  const Scan scan = { campaign, known, takes_new_headers, job };

  if (known == NULL)
    return NULL;
  for (guint i = 0; i < files->len; i++)
    if (!look_at_file (&scan, files->pdata[i]))
      {
        g_cancellable_set_error_if_cancelled (ks_job_get_cancellable (job), error);
        return NULL;
      }
  return g_steal_pointer (&files);
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

/* Whether the file is one to take. */
static gboolean
try_file (KsCampaign *campaign, KsWatchedFile *file, KsJob *job, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_answered (campaign, file->path, NULL, TRUE, job, NULL, &local);
  char *doubt = result != NULL ? dup_doubt (result) : NULL;

  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else if (has_moved_on (file))
    set_state (file, KS_WATCHED_WRITING, NULL);
  else if (result == NULL)
    set_state (file, KS_WATCHED_FAILED, g_strdup (local->message));
  else if (!result->recorded)
    set_state (file, KS_WATCHED_KNOWN, NULL);
  else if (doubt != NULL)
    set_state (file, KS_WATCHED_ASKS, g_steal_pointer (&doubt));
  else
    return TRUE;
  g_free (doubt);
  return FALSE;
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
choose_files (KsCampaign *campaign, GPtrArray *files, KsJob *job, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < files->len && local == NULL; i++)
    {
      KsWatchedFile *file = files->pdata[i];

      if (file->state != KS_WATCHED_READY)
        continue;
      if (holds_bytes (chosen, file))
        set_state (file, KS_WATCHED_KNOWN, NULL);
      else if (try_file (campaign, file, job, &local))
        g_ptr_array_add (chosen, file);
    }
  if (local == NULL)
    return g_steal_pointer (&chosen);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
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
    set_state (chosen->pdata[i], KS_WATCHED_TAKEN, NULL);
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
 * Brings in the files that are ready, all in one step, but those that turn out to hold something
 * that an officer is to decide, or nothing new.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_watch_take (KsCampaign *campaign, GPtrArray *files, KsJob *job, KsOutcome **outcome,
               GError **error)
{
  g_autoptr (GPtrArray) chosen = choose_files (campaign, files, job, error);

  *outcome = NULL;
  return chosen != NULL
         && (chosen->len == 0 || import_chosen (campaign, chosen, job, outcome, error));
}

/**
 * ks_watch_count:
 * @files: (element-type KsWatchedFile): files of a folder
 * @state: a state
 *
 * Returns: how many are in it
 */
guint
ks_watch_count (GPtrArray *files, KsWatchedState state)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    n += ((const KsWatchedFile *) files->pdata[i])->state == state;
  return n;
}

/**
 * ks_watched_file_dup_name:
 * @self: a file
 *
 * Returns: (transfer full): its name, for people
 */
char *
ks_watched_file_dup_name (const KsWatchedFile *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  return g_filename_display_name (name);
}
