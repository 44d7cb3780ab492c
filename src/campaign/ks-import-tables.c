/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-tables.h"

#include <glib/gstdio.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-import-plan.h"
#include "ks-recipe-table.h"
#include "ks-table-notes.h"
#include "ks-tables-error.h"

typedef struct {
  gint64 done_before; /* bytes of the files before this one … */
  gint64 total;       /* … and of all */
  guint  index;       /* of this one among them */
  GPtrArray *empty;   /* of char *: takes the names of those without answers; NULL: there is no
                       * other file */
  KsJob *job;
} KsImportProgress;

/* The next table of the file; %NULL without @error when it holds no more. */
static KsImportInput *
look_at_next (KsCampaign *campaign, KsAnswerFile *file, GPtrArray *answers,
              const KsImportInput *last, KsJob *job, GError **error)
{
  g_autoptr (KsImportInput) input = g_new0 (KsImportInput, 1);
  const KsRow *header;

  input->reader = ks_response_reader_new (campaign, last != NULL ? last->reader : NULL, error);
  if (input->reader != NULL)
    ks_response_reader_set_answers (input->reader, answers);
  header = input->reader != NULL ? ks_answer_file_find_header (file, input->reader, error) : NULL;
  if (header == NULL)
    return NULL;
  input->plan = ks_response_reader_inspect (input->reader, file, header, job, error);
  if (input->plan == NULL)
    return NULL;
  ks_answer_place_copy (&file->place, &input->place);
  ks_answer_file_leave_table (file);
  return g_steal_pointer (&input);
}

static gboolean
look_at_all (KsCampaign *campaign, KsAnswerFile *file, GPtrArray *answers, KsJob *job,
             GPtrArray *tables, GError **error)
{
  g_autoptr (GError) local = NULL;
  KsImportInput *input = NULL;

  while ((input = look_at_next (campaign, file, answers, input, job, &local)) != NULL)
    {
      g_ptr_array_add (tables, input);
      if (job != NULL && !ks_answer_file_report (file, 0, job, error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
tells_times (GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    if (((KsImportInput *) tables->pdata[i])->reader->time_column >= 0)
      return TRUE;
  return FALSE;
}

/* A header alone brings nothing, and a sheet that tells no times beside others that do is what
 * somebody made of them: to count it would be to count them twice. Both are said. */
static void
drop_others (KsAnswerFile *file, GPtrArray *tables)
{
  gboolean with_times = tells_times (tables);

  for (guint i = 0; i < tables->len;)
    {
      const KsImportInput *table = tables->pdata[i];
      gboolean made = with_times && table->reader->time_column < 0
                      && ks_sheet_source_is_beside_others (file->source, table->place.sheet);

      if (table->plan->n_rows > 0 && !made)
        {
          i++;
          continue;
        }
      ks_answer_file_pass_over (
          file, table->plan->sheet,
          table->plan->n_rows == 0
              ? NULL
              : _ ("without the times that other sheets tell; save it as a file of its own if its "
                   "rows are answer sheets"));
      g_ptr_array_remove_index (tables, i);
    }
}

/* How the dates of the sheets that tell it are read; %KS_DATE_NO_DOUBT where they differ. */
static KsDateOrder
find_common_order (GPtrArray *tables)
{
  KsDateOrder order = KS_DATE_NO_DOUBT;

  for (guint i = 0; i < tables->len; i++)
    {
      const KsTimeReading *times = &((KsImportInput *) tables->pdata[i])->reader->times;

      if (times->order == KS_DATE_NO_DOUBT || times->grounds == KS_DATE_BY_CUSTOM || times->mixed)
        continue;
      if (order != KS_DATE_NO_DOUBT && order != times->order)
        return KS_DATE_NO_DOUBT;
      order = times->order;
    }
  return order;
}

/* The order of day and month is that of the whole file, also for a sheet of few answers. */
static void
share_order (GPtrArray *tables)
{
  KsDateOrder order = find_common_order (tables);

  for (guint i = 0; i < tables->len && order != KS_DATE_NO_DOUBT; i++)
    {
      KsImportInput *table = tables->pdata[i];
      KsTimeReading *times = &table->reader->times;

      if (times->grounds != KS_DATE_BY_CUSTOM)
        continue;
      times->order = order;
      times->grounds = KS_DATE_BY_SHEETS;
      table->plan->times = *times;
    }
}

static gboolean
refuse (const KsImportInput *table, const char *message, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, "%s: %s", table->place.label,
               message);
  return FALSE;
}

static gboolean
check_units (GPtrArray *tables, GError **error)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const KsImportInput *table = tables->pdata[i];

      if (table->reader->unit_column < 0 && table->plan->named == KS_NAMED_NOBODY)
        return refuse (table,
                       _ ("no column tells the unit of an answer; export the column with the survey "
                          "code as well, or name the file or the sheet for its unit"),
                       error);
    }
  return TRUE;
}

/* A sheet is named only where it could be taken for another. */
static void
label_tables (KsAnswerFile *file, GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      KsImportInput *table = tables->pdata[i];

      g_free (table->plan->file);
      table->plan->file = tables->len > 1
                              ? g_strdup (table->place.label)
                              : g_strdup (ks_sheet_source_get_name (file->source));
    }
}

static void
finish (KsAnswerFile *file, const char *path, const KsImportProgress *progress, GPtrArray *tables)
{
  label_tables (file, tables);
  share_order (tables);
  ((KsImportInput *) tables->pdata[0])->plan->passed_over = ks_table_notes_dup_passed_over (file);
  for (guint i = 0; i < tables->len; i++)
    {
      KsImportInput *table = tables->pdata[i];

      table->path = g_strdup (path);
      table->plan->file_index = progress->index;
      table->done_before = progress->done_before;
      table->total = progress->total;
      ks_table_notes_begin (table, tables->len == 1);
    }
  ks_table_notes_finish (file, tables);
}

/* Whether somebody chose this encoding for the very headers that show in it. */
static gboolean
was_chosen (GPtrArray *tables, KsEncoding encoding)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const KsImportInput *table = tables->pdata[i];

      if (!table->plan->is_known || table->reader->kept->encoding != encoding)
        return FALSE;
    }
  return tables->len > 0;
}

/* Text that leaves no doubt is read as what it is, whatever was chosen. */
static void
keep_encoding (KsAnswerFile *file, KsEncoding encoding, GPtrArray *tables)
{
  KsCsvReader *csv = ks_sheet_source_get_csv (file->source);
  const KsEncodingGuess *guess = csv != NULL ? ks_csv_reader_get_guess (csv) : NULL;

  if (encoding == KS_ENCODING_AUTO || guess == NULL || guess->n_candidates == 0
      || guess->candidates[0].encoding != encoding)
    return;
  for (guint i = 0; i < tables->len; i++)
    ((KsImportInput *) tables->pdata[i])->plan->recipe->encoding = encoding;
}

static void
note_encoding (KsAnswerFile *file, KsEncoding encoding, GPtrArray *tables)
{
  ks_table_notes_add (
      ((KsImportInput *) tables->pdata[0])->result,
      g_strdup_printf (_ ("%s: its letters are read as %s, as was chosen for a file with this header "
                          "before"),
                       ks_sheet_source_get_name (file->source), ks_encoding_get_label (encoding)));
}

/* @kept: @encoding is taken from a recipe; where none fits, %FALSE without @error. */
static gboolean
look_at_file_in (KsCampaign *campaign, const char *path, const KsImportReading *reading,
                 KsEncoding encoding, gboolean kept, const KsImportProgress *progress,
                 GPtrArray *inputs, GError **error)
{
  g_autoptr (GPtrArray) tables
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_import_input_free);
  g_auto (KsAnswerFile) file = { 0 };
  gboolean has_header;

  if (!ks_answer_file_open (&file, path, encoding, error))
    return FALSE;
  file.done_before = progress->done_before;
  file.total = progress->total;
  file.glance = reading->glance && ks_sheet_source_get_n_sheets (file.source) == 1;
  if (!look_at_all (campaign, &file, reading->answers, progress->job, tables, error))
    return FALSE;
  if (kept && !was_chosen (tables, encoding))
    return FALSE;
  has_header = tables->len > 0;
  drop_others (&file, tables);
  if (tables->len == 0 && has_header && progress->empty != NULL)
    {
      g_ptr_array_add (progress->empty, g_strdup (ks_sheet_source_get_name (file.source)));
      return TRUE;
    }
  if (tables->len == 0)
    return ks_answer_file_refuse (&file, has_header, error);
  if (!check_units (tables, error))
    return FALSE;
  finish (&file, path, progress, tables);
  for (guint i = 0; i < tables->len; i++)
    ((KsImportInput *) tables->pdata[i])->encoding = encoding;
  keep_encoding (&file, encoding, tables);
  if (kept)
    note_encoding (&file, encoding, tables);
  g_ptr_array_extend_and_steal (inputs, g_steal_pointer (&tables));
  return TRUE;
}

/* Bits of the encodings that somebody chose for any header. */
static guint
find_chosen (KsCampaign *campaign)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), NULL);
  g_autoptr (GPtrArray) recipes = tx != NULL ? ks_recipe_table_load (tx, NULL) : NULL;
  guint chosen = 0;

  for (guint i = 0; recipes != NULL && i < recipes->len; i++)
    chosen |= 1u << ((const KsRecipe *) recipes->pdata[i])->encoding;
  return chosen & ~(1u << KS_ENCODING_AUTO);
}

/* Somebody is asked in which encoding a header reads right once. */
static gboolean
look_at_file (KsCampaign *campaign, const char *path, const KsImportReading *reading,
              const KsImportProgress *progress, GPtrArray *inputs, GError **error)
{
  g_autoptr (GError) doubt = NULL;
  guint chosen;

  if (look_at_file_in (campaign, path, reading, reading->encoding, FALSE, progress, inputs, &doubt))
    return TRUE;
  chosen = g_error_matches (doubt, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING)
                   && reading->encoding == KS_ENCODING_AUTO
               ? find_chosen (campaign)
               : 0;
  for (KsEncoding encoding = KS_ENCODING_UTF8; encoding < KS_N_ENCODINGS; encoding++)
    {
      g_autoptr (GError) local = NULL;

      if ((chosen & 1u << encoding) == 0)
        continue;
      if (look_at_file_in (campaign, path, reading, encoding, TRUE, progress, inputs, &local))
        return TRUE;
      if (!g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&doubt));
  return FALSE;
}

static gint64
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_size : 0;
}

/* A unit's file can be empty still: that holds nobody else up, and is said. */
static gboolean
note_empty (GPtrArray *inputs, GPtrArray *empty, GError **error)
{
  g_autofree char *list = NULL;
  g_autofree char *note = NULL;
  g_autofree char *before = NULL;
  KsImportInput *first;

  if (empty->len == 0)
    return TRUE;
  g_ptr_array_add (empty, NULL);
  list = g_strjoinv (", ", (char **) empty->pdata);
  note = g_strdup_printf (_ ("files that are not read, as no answers stand below their header: %s"),
                          list);
  if (inputs->len == 0)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, note);
      return FALSE;
    }
  first = inputs->pdata[0];
  ks_table_notes_add (first->result, g_strdup (note));
  before = first->plan->passed_over;
  first->plan->passed_over = before != NULL ? g_strconcat (before, "\n", note, NULL)
                                            : g_steal_pointer (&note);
  return TRUE;
}

/**
 * ks_import_tables_look:
 * @campaign: a campaign
 * @paths: (array zero-terminated=1): files of answers
 * @reading: how they are read
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Looks at files and finds their tables without changing anything. There may be more files than can
 * be open at once: each is closed again. One of several that holds no answers is passed over.
 *
 * Returns: (transfer full) (element-type KsImportInput): the tables, in the order of the files, or
 *   %NULL with @error set when one is not taken
 */
GPtrArray *
ks_import_tables_look (KsCampaign *campaign, const char *const *paths,
                       const KsImportReading *reading, KsJob *job, GError **error)
{
  g_autoptr (GPtrArray) inputs
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_import_input_free);
  g_autoptr (GPtrArray) empty = g_ptr_array_new_with_free_func (g_free);
  gint64 total = 0, before = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    total += get_size (paths[i]);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      const KsImportProgress progress = { before, total, i, paths[1] != NULL ? empty : NULL, job };
      KsImportReading way = *reading;

      if (reading->encodings != NULL)
        way.encoding = reading->encodings[i];
      if (!look_at_file (campaign, paths[i], &way, &progress, inputs, error))
        return NULL;
      before += get_size (paths[i]);
    }
  return note_empty (inputs, empty, error) ? g_steal_pointer (&inputs) : NULL;
}

/**
 * ks_plan_files:
 * @campaign: a campaign
 * @paths: (array zero-terminated=1): files of answers
 * @encodings: (nullable): what the text of each is in, if it leaves doubt; %NULL: it is recognised
 * @answers: (nullable) (element-type KsRecipe): what an officer says of their headers
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Looks at files without changing anything.
 *
 * Returns: (transfer full) (element-type KsImportPlan): what their tables are, in the order of
 *   the files, or %NULL with @error set
 */
GPtrArray *
ks_plan_files (KsCampaign *campaign, const char *const *paths, const KsEncoding *encodings,
               GPtrArray *answers, KsJob *job, GError **error)
{
  const KsImportReading reading = { .encodings = encodings, .answers = answers };
  g_autoptr (GPtrArray) inputs = ks_import_tables_look (campaign, paths, &reading, job, error);
  GPtrArray *plans;

  if (inputs == NULL)
    return NULL;
  plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_import_plan_free);
  for (guint i = 0; i < inputs->len; i++)
    g_ptr_array_add (plans, g_steal_pointer (&((KsImportInput *) inputs->pdata[i])->plan));
  return plans;
}

/**
 * ks_plan_tables:
 * @campaign: a campaign
 * @path: a file of answers
 * @answers: (nullable) (element-type KsRecipe): what an officer says of its headers
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * As ks_plan_files(), of a single file.
 *
 * Returns: (transfer full) (element-type KsImportPlan): what its tables are, at least one, or %NULL
 *   with @error set
 */
GPtrArray *
ks_plan_tables (KsCampaign *campaign, const char *path, GPtrArray *answers, KsJob *job,
                GError **error)
{
  const char *const paths[] = { path, NULL };

  return ks_plan_files (campaign, paths, NULL, answers, job, error);
}

/**
 * ks_plan_import:
 * @campaign: a campaign
 * @path: a file of answers
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * As ks_plan_tables(), of its first table.
 *
 * Returns: (transfer full): what that is, or %NULL with @error set
 */
KsImportPlan *
ks_plan_import (KsCampaign *campaign, const char *path, KsJob *job, GError **error)
{
  g_autoptr (GPtrArray) plans = ks_plan_tables (campaign, path, NULL, job, error);

  return plans != NULL ? g_ptr_array_steal_index (plans, 0) : NULL;
}
