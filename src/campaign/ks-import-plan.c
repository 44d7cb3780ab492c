/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-plan.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-text.h"

/* The columns for time and unit are recognised by this many rows. */
#define SAMPLE_ROWS 200

/* Fewer wrong tokens than this may be slips of the hand; a whole file of them is another's. */
#define FOREIGN_TOKENS 3

#define REPORT_EVERY 1024

/* What the first rows say of a column. */
typedef struct {
  guint  n_filled;
  guint  n_times;
  guint  n_units;   /* proven, or at least shaped like a token */
  guint  n_read;    /* cells of a question that were read without a doubt */
  char  *sample;
} Column;

typedef struct {
  KsResponseReader *reader;
  KsCsvReader      *csv;
  Column           *columns;
  GPtrArray        *sample;    /* of char **: the first rows, for the columns found afterwards */
  KsDateEvidence    evidence;
  guint             n_rows;
  guint             n_proven;
  guint             n_mismatched;
} Inspection;

/**
 * ks_import_plan_free:
 * @self: (nullable): a plan
 *
 * Frees the plan.
 */
void
ks_import_plan_free (KsImportPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->source);
  g_free (self->multi_separator);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self);
}

static void
free_column (gpointer data)
{
  KsImportColumn *column = data;

  g_free (column->header);
  g_free (column->question_id);
  g_free (column->sample);
  g_free (column);
}

static void
inspect_cell (Inspection *self, guint index, const KsCell *cell, char *answers)
{
  Column *column = &self->columns[index];
  KsColumnReader *reader = &self->reader->columns[index];
  KsUnit *unit;
  KsReason reason;
  KsMoment moment;

  if (cell->length == 0)
    return;
  column->n_filled++;
  /* Each column takes its example from another row: side by side they are nobody's answers. */
  if (column->sample == NULL || self->n_rows == index)
    {
      g_free (column->sample);
      column->sample = ks_text_clean (cell->text);
    }
  if (reader->options != NULL)
    column->n_read += ks_option_reader_read (reader->options, cell, answers);
  else if (reader->question == NULL)
    {
      column->n_times += ks_answer_time_parse (cell->text, cell->length, KS_DATE_DAY_FIRST, &moment)
                         || ks_answer_time_parse (cell->text, cell->length, KS_DATE_MONTH_FIRST,
                                                  &moment);
      column->n_units += ks_response_reader_check_unit (self->reader, cell->text, &unit, &reason)
                         || reason == KS_REASON_TOKEN_MISMATCH;
    }
}

/* A column in which a number stands twice numbers something else than rows. */
static gboolean
is_numbering (Inspection *self, guint column)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sample->len; i++)
    {
      char *cell = ((char **) g_ptr_array_index (self->sample, i))[column];

      if (*cell == '\0' || !g_hash_table_add (numbers, cell))
        return FALSE;
    }
  return self->sample->len > 0;
}

static void
choose_columns (Inspection *self)
{
  KsResponseReader *reader = self->reader;
  guint most_units = 0;

  if (reader->id_column >= 0 && !is_numbering (self, (guint) reader->id_column))
    reader->id_column = -1;
  for (guint i = 0; i < reader->n_columns; i++)
    {
      Column *column = &self->columns[i];

      if (reader->columns[i].question != NULL || (int) i == reader->id_column
          || column->n_filled == 0)
        continue;
      if (reader->time_column < 0 && 2 * column->n_times > column->n_filled)
        reader->time_column = (int) i;
      else if (column->n_units > most_units)
        {
          most_units = column->n_units;
          reader->unit_column = (int) i;
        }
    }
  if (reader->id_column >= 0)
    reader->columns[reader->id_column].used = TRUE;
  if (reader->time_column >= 0)
    reader->columns[reader->time_column].used = TRUE;
  if (reader->unit_column >= 0)
    reader->columns[reader->unit_column].used = TRUE;
}

/* What can be said of a row once its columns are known. */
static void
weigh_row (Inspection *self, const char *time, gsize time_length, const char *unit_text)
{
  KsUnit *unit;
  KsReason reason;

  if (time != NULL)
    ks_date_evidence_add (&self->evidence, time, time_length, self->reader->info->from,
                          self->reader->info->to);
  if (unit_text == NULL)
    return;
  self->n_proven += ks_response_reader_check_unit (self->reader, unit_text, &unit, &reason);
  self->n_mismatched += reason == KS_REASON_TOKEN_MISMATCH;
}

static const char *
get_text (const KsRow *row, int column)
{
  return column >= 0 && (guint) column < row->n_cells ? row->cells[column].text : NULL;
}

static void
weigh_sample (Inspection *self)
{
  for (guint i = 0; i < self->sample->len; i++)
    {
      char **cells = g_ptr_array_index (self->sample, i);
      const char *time = self->reader->time_column >= 0 ? cells[self->reader->time_column] : NULL;
      const char *unit = self->reader->unit_column >= 0 ? cells[self->reader->unit_column] : NULL;

      weigh_row (self, time, time != NULL ? strlen (time) : 0, unit);
    }
}

static void
inspect_sample_row (Inspection *self, const KsRow *row)
{
  char **cells = g_new0 (char *, self->reader->n_columns + 1);
  g_autofree char *answers = g_strnfill (ks_form_get_answer_width (self->reader->form), '-');

  for (guint i = 0; i < self->reader->n_columns; i++)
    {
      const KsCell empty = { "", 0 };
      const KsCell *cell = i < row->n_cells ? &row->cells[i] : &empty;

      inspect_cell (self, i, cell, answers);
      cells[i] = g_strndup (cell->text, cell->length);
    }
  g_ptr_array_add (self->sample, cells);
}

static gboolean
refuse_ragged (Inspection *self, const KsRow *row, GError **error)
{
  g_autofree char *message
      = g_strdup_printf (_ ("this row has %u columns, the header %u; open the file, mend the row "
                            "and save it again"),
                         row->n_cells, self->reader->n_columns);

  return ks_refuse_row (row, self->csv, message, error);
}

static gboolean
inspect_row (Inspection *self, const KsRow *row, KsJob *job, GError **error)
{
  const char *time;

  if (row->n_cells != self->reader->n_columns)
    return refuse_ragged (self, row, error);
  if (self->n_rows < SAMPLE_ROWS)
    inspect_sample_row (self, row);
  else
    {
      time = get_text (row, self->reader->time_column);
      weigh_row (self, time, time != NULL ? row->cells[self->reader->time_column].length : 0,
                 get_text (row, self->reader->unit_column));
    }
  self->n_rows++;
  if (self->n_rows == SAMPLE_ROWS)
    {
      choose_columns (self);
      weigh_sample (self);
    }
  return job == NULL || self->n_rows % REPORT_EVERY != 0
         || ks_job_report (job, ks_csv_reader_get_position (self->csv) / 2,
                           ks_csv_reader_get_size (self->csv), error);
}

static gboolean
refuse (KsCsvReader *csv, const char *message, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, "%s: %s",
               ks_csv_reader_get_name (csv), message);
  return FALSE;
}

static gboolean
conclude (Inspection *self, GError **error)
{
  if (self->n_rows < SAMPLE_ROWS)
    {
      choose_columns (self);
      weigh_sample (self);
    }
  if (self->n_rows == 0)
    return refuse (self->csv, _ ("the file has a header but no answers below it"), error);
  if (self->reader->unit_column < 0)
    return refuse (self->csv, _ ("no column tells the unit of an answer; export the column with "
                                 "the survey code as well"),
                   error);
  if (self->n_proven == 0 && self->n_mismatched >= FOREIGN_TOKENS)
    return refuse (self->csv, _ ("none of the survey codes in this file belongs to this "
                                 "campaign; it seems to be a file of another campaign"),
                   error);
  return TRUE;
}

static const char *
name_source (const Inspection *self)
{
  const KsResponseReader *reader = self->reader;

  if (reader->time_column != 0)
    return "table";
  if (self->evidence.n_times > 0 && self->evidence.n_slashed == 0)
    return "google-native";
  return "google-sheet";
}

static KsImportColumn *
describe_column (Inspection *self, guint index, const KsCell *header)
{
  KsColumnReader *reader = &self->reader->columns[index];
  KsImportColumn *column = g_new0 (KsImportColumn, 1);

  column->header = ks_text_clean (header->text);
  column->sample = g_steal_pointer (&self->columns[index].sample);
  column->n_filled = self->columns[index].n_filled;
  column->n_recognised = self->columns[index].n_read;
  column->role = reader->question != NULL                          ? KS_COLUMN_QUESTION
                 : (int) index == self->reader->time_column ? KS_COLUMN_TIME
                 : (int) index == self->reader->unit_column ? KS_COLUMN_UNIT
                 : (int) index == self->reader->id_column   ? KS_COLUMN_ID
                                                            : KS_COLUMN_IGNORED;
  if (column->role == KS_COLUMN_TIME)
    column->n_recognised = self->columns[index].n_times;
  else if (column->role == KS_COLUMN_UNIT)
    column->n_recognised = self->columns[index].n_units;
  else if (column->role == KS_COLUMN_ID)
    column->n_recognised = column->n_filled;
  else if (reader->question != NULL && reader->options == NULL)
    column->n_recognised = column->n_filled;
  if (reader->question != NULL)
    column->question_id = g_strdup (reader->question->id);
  return column;
}

static char *
find_separator (KsResponseReader *reader)
{
  for (guint i = 0; i < reader->n_columns; i++)
    {
      KsColumnReader *column = &reader->columns[i];
      char separator = column->options != NULL && column->question->type == KS_QUESTION_MULTI
                           ? ks_option_reader_get_separator (column->options)
                           : 0;

      if (separator != 0)
        return g_strdup (separator == ';' ? ";" : ", ");
    }
  return g_strdup ("");
}

static KsImportPlan *
make_plan (Inspection *self, GPtrArray *headers)
{
  KsImportPlan *plan = g_new0 (KsImportPlan, 1);

  plan->file = g_strdup (ks_csv_reader_get_name (self->csv));
  plan->source = g_strdup (name_source (self));
  plan->n_rows = self->n_rows;
  plan->n_columns = self->reader->n_columns;
  self->reader->order = ks_date_evidence_decide (&self->evidence, &plan->day_ambiguous);
  self->reader->time_step = self->evidence.n_times > 0 && self->evidence.n_exact == 0 ? 60 : 1;
  plan->day_first = self->reader->order != KS_DATE_MONTH_FIRST;
  plan->multi_separator = find_separator (self->reader);
  plan->columns = g_ptr_array_new_with_free_func (free_column);
  for (guint i = 0; i < self->reader->n_columns; i++)
    {
      KsCell header = { g_ptr_array_index (headers, i), 0 };

      g_ptr_array_add (plan->columns, describe_column (self, i, &header));
    }
  return plan;
}

static GPtrArray *
copy_headers (const KsRow *row)
{
  GPtrArray *headers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->n_cells; i++)
    g_ptr_array_add (headers, g_strndup (row->cells[i].text, row->cells[i].length));
  return headers;
}

static gboolean
walk (Inspection *self, KsJob *job, GError **error)
{
  g_autoptr (GError) local = NULL;
  const KsRow *row;

  while ((row = ks_csv_reader_next (self->csv, &local)) != NULL)
    if (!inspect_row (self, row, job, error))
      return FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return conclude (self, error);
}

static void
clear_inspection (Inspection *self)
{
  for (guint i = 0; self->columns != NULL && i < self->reader->n_columns; i++)
    g_free (self->columns[i].sample);
  g_free (self->columns);
  g_clear_pointer (&self->sample, g_ptr_array_unref);
}

/**
 * ks_response_reader_inspect:
 * @campaign: a campaign
 * @path: a file of answers
 * @encoding: what its text is in; %KS_ENCODING_AUTO: recognise it
 * @job: (nullable): progress
 * @reader: (out) (transfer full): what reads its rows
 * @plan: (out) (transfer full): what the file is
 * @error: return location for an error
 *
 * Walks through the file once without changing anything.
 *
 * Returns: %FALSE with @error set when the file is not taken
 */
gboolean
ks_response_reader_inspect (KsCampaign *campaign, const char *path, KsEncoding encoding,
                            KsJob *job, KsResponseReader **reader, KsImportPlan **plan, GError **error)
{
  g_autoptr (KsCsvReader) csv = ks_open_table (path, encoding, error);
  g_autoptr (GPtrArray) headers = NULL;
  g_autoptr (KsResponseReader) found = NULL;
  Inspection inspection = { .csv = csv };
  const KsRow *row = csv != NULL ? ks_csv_reader_next (csv, error) : NULL;
  gboolean ok;

  if (row == NULL)
    return FALSE;
  headers = copy_headers (row);
  found = ks_response_reader_new (campaign, row, ks_csv_reader_get_name (csv), error);
  if (found == NULL)
    return FALSE;
  inspection.reader = found;
  inspection.columns = g_new0 (Column, headers->len + 1);
  inspection.sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  ok = walk (&inspection, job, error);
  if (ok)
    {
      *plan = make_plan (&inspection, headers);
      *reader = g_steal_pointer (&found);
      inspection.reader = *reader;
    }
  clear_inspection (&inspection);
  return ok;
}

/**
 * ks_plan_import:
 * @campaign: a campaign
 * @path: a file of answers
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Looks at a file without changing anything.
 *
 * Returns: (transfer full): what the file is, or %NULL with @error set
 */
KsImportPlan *
ks_plan_import (KsCampaign *campaign, const char *path, KsJob *job, GError **error)
{
  g_autoptr (KsResponseReader) reader = NULL;
  KsImportPlan *plan = NULL;

  return ks_response_reader_inspect (campaign, path, KS_ENCODING_AUTO, job, &reader, &plan,
                                     error)
             ? plan
             : NULL;
}
