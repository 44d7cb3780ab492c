/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-inspection.h"

#include <string.h>

#include "ks-recipe-use.h"
#include "ks-text.h"

/* The columns for time and unit are recognised by this many rows. */
#define SAMPLE_ROWS 200
#define MAX_SAMPLE_LENGTH 256

/* KoBoToolbox tells this one in UTC and does not say so. */
#define UTC_HEADER "_submission_time"

/**
 * ks_inspection_init:
 * @self: room for an inspection
 * @reader: knows the columns that their headers tell; learns the others
 * @file: the file
 * @header: its header
 *
 * Begins before the first row.
 */
void
ks_inspection_init (KsInspection *self, KsResponseReader *reader, KsAnswerFile *file,
                    const KsRow *header)
{
  *self = (KsInspection){ .reader = reader, .file = file };
  self->headers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < header->n_cells; i++)
    g_ptr_array_add (self->headers, ks_text_clean (header->cells[i].text));
  self->columns = g_new0 (KsColumnSigns, header->n_cells + 1);
  self->sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/**
 * ks_inspection_clear:
 * @self: an inspection
 *
 * Frees what it holds; the reader stays.
 */
void
ks_inspection_clear (KsInspection *self)
{
  for (guint i = 0; self->headers != NULL && i < self->headers->len; i++)
    g_free (self->columns[i].sample);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->sample, g_ptr_array_unref);
}

static void
look_at_other (KsInspection *self, KsColumnSigns *column, const KsCell *cell)
{
  g_autofree char *clean = ks_text_clean (cell->text);
  KsUnit *unit;
  KsReason reason;
  KsMoment moment;

  if (ks_answer_time_is_time (cell->text, cell->length, &moment))
    {
      column->n_times++;
      column->sum_of_times += (double) moment;
    }
  column->n_units += ks_response_reader_check_unit (self->reader, cell->text, &unit, &reason)
                     || reason == KS_REASON_TOKEN_MISMATCH;
  column->n_personal[ks_personal_kind_of_text (clean)]++;
}

static void
look_at_cell (KsInspection *self, guint index, const KsCell *cell, char *answers)
{
  KsColumnSigns *column = &self->columns[index];
  KsColumnReader *reader = &self->reader->columns[index];

  if (cell->length == 0)
    return;
  column->n_filled++;
  /* Each column takes its example from another row: side by side they are nobody's answers. */
  if (column->sample == NULL || self->n_rows == index)
    {
      g_free (column->sample);
      column->sample = ks_text_clean (cell->text);
    }
  if (reader->choice > 0)
    column->n_read += ks_option_reader_read_one (reader->options, reader->choice, cell, answers);
  else if (reader->options != NULL)
    column->n_read += ks_option_reader_read (reader->options, cell, answers);
  else if (reader->question == NULL)
    look_at_other (self, column, cell);
}

/* Services head the time at which a sheet was sent in words of their own; the best come first. */
static guint
rank_time_header (const char *header)
{
  static const char *const names[]
      = { "completion time", "thoi gian hoan thanh", "date submitted", "submitdate", "end",
          "ngay gui", "timestamp", "dau thoi gian", "thoi gian gui" };
  g_autofree char *folded = ks_text_fold (header);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (folded, names[i]))
      return i;
  return G_N_ELEMENTS (names);
}

/* Of several times the one that a service calls so, else the latest, is when a sheet was sent. */
static void
find_time (KsInspection *self)
{
  KsResponseReader *reader = self->reader;
  guint best_rank = G_MAXUINT;
  double latest = 0;

  for (guint i = 0; i < reader->n_columns; i++)
    {
      const KsColumnSigns *column = &self->columns[i];
      guint rank = rank_time_header (self->headers->pdata[i]);
      double mean = column->n_times > 0 ? column->sum_of_times / column->n_times : 0;

      if (reader->columns[i].question != NULL || reader->columns[i].closed
          || 2 * column->n_times <= column->n_filled || rank > best_rank
          || (rank == best_rank && mean <= latest))
        continue;
      reader->time_column = (int) i;
      best_rank = rank;
      latest = mean;
    }
}

static void
choose_time (KsInspection *self)
{
  KsResponseReader *reader = self->reader;

  if (!ks_recipe_use_settles (reader, KS_COLUMN_TIME))
    find_time (self);
  if (reader->time_column >= 0
      && g_ascii_strcasecmp (self->headers->pdata[reader->time_column], UTC_HEADER) == 0)
    reader->times.zone = 0;
  ks_recipe_use_settle_zone (reader);
}

/* Beside the time at which a sheet was sent some services tell when somebody began it. */
static gboolean
is_start_header (const char *header)
{
  static const char *const names[] = { "start time", "thoi gian bat dau", "date started",
                                       "startdate", "start" };
  g_autofree char *folded = ks_text_fold (header);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (folded, names[i]))
      return TRUE;
  return FALSE;
}

static void
choose_start (KsInspection *self)
{
  KsResponseReader *reader = self->reader;

  if (reader->start_column >= 0 && reader->start_column == reader->time_column)
    reader->start_column = -1;
  if (reader->time_column < 0 || ks_recipe_use_settles (reader, KS_COLUMN_START))
    return;
  for (guint i = 0; i < reader->n_columns && reader->start_column < 0; i++)
    if (reader->columns[i].question == NULL && !reader->columns[i].closed
        && (int) i != reader->time_column
        && 2 * self->columns[i].n_times > self->columns[i].n_filled
        && is_start_header (self->headers->pdata[i]))
      reader->start_column = (int) i;
}

static void
choose_unit (KsInspection *self)
{
  KsResponseReader *reader = self->reader;
  guint most = 0;

  for (guint i = 0; i < reader->n_columns; i++)
    if (reader->columns[i].question == NULL && !reader->columns[i].closed
        && (int) i != reader->id_column
        && (int) i != reader->time_column && (int) i != reader->start_column
        && self->columns[i].n_units > most)
      {
        most = self->columns[i].n_units;
        reader->unit_column = (int) i;
      }
}

/* A column in which a number stands twice numbers something else than rows. */
static gboolean
is_numbering (KsInspection *self, int column)
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
use_column (KsResponseReader *reader, int column)
{
  if (column >= 0)
    reader->columns[column].used = TRUE;
}

static void
choose_columns (KsInspection *self)
{
  KsResponseReader *reader = self->reader;

  if (reader->id_column >= 0 && !ks_recipe_use_settles (reader, KS_COLUMN_ID)
      && !is_numbering (self, reader->id_column))
    reader->id_column = -1;
  choose_time (self);
  choose_start (self);
  if (!ks_recipe_use_settles (reader, KS_COLUMN_UNIT))
    choose_unit (self);
  use_column (reader, reader->id_column);
  use_column (reader, reader->time_column);
  use_column (reader, reader->start_column);
  use_column (reader, reader->unit_column);
}

/* What can be said of a row once its columns are known. */
static void
weigh_row (KsInspection *self, const char *time, gsize time_length, const char *unit_text)
{
  KsUnit *unit;
  KsReason reason;

  if (time != NULL)
    ks_date_evidence_add (&self->evidence, time, time_length, self->reader->times.zone,
                          self->reader->info->from, self->reader->info->to);
  if (unit_text == NULL)
    return;
  self->n_proven += ks_response_reader_check_unit (self->reader, unit_text, &unit, &reason);
  self->n_mismatched += reason == KS_REASON_TOKEN_MISMATCH;
}

static void
weigh_sample (KsInspection *self)
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
add_to_sample (KsInspection *self, const KsRow *row)
{
  static const KsCell empty = { "", 0 };
  char **cells = g_new0 (char *, self->reader->n_columns + 1);
  g_autofree char *answers = g_strnfill (ks_form_get_answer_width (self->reader->form), '-');

  for (guint i = 0; i < self->reader->n_columns; i++)
    {
      const KsCell *cell = i < row->n_cells ? &row->cells[i] : &empty;

      look_at_cell (self, i, cell, answers);
      /* Time, unit and number stand in none of the columns of the questions, and are short. */
      cells[i] = g_strdup (self->reader->columns[i].question == NULL
                                   && cell->length <= MAX_SAMPLE_LENGTH
                               ? cell->text
                               : "");
    }
  g_ptr_array_add (self->sample, cells);
}

static const KsCell *
get_cell (const KsRow *row, int column)
{
  return column >= 0 && (guint) column < row->n_cells ? &row->cells[column] : NULL;
}

/**
 * ks_inspection_add:
 * @self: an inspection
 * @row: the next row
 *
 * Looks at a row. After the first few hundred the columns are settled.
 */
void
ks_inspection_add (KsInspection *self, const KsRow *row)
{
  const KsCell *time;
  const KsCell *unit;

  if (self->n_rows++ < SAMPLE_ROWS)
    {
      add_to_sample (self, row);
      if (self->n_rows < SAMPLE_ROWS)
        return;
      choose_columns (self);
      weigh_sample (self);
      return;
    }
  time = get_cell (row, self->reader->time_column);
  unit = get_cell (row, self->reader->unit_column);
  weigh_row (self, time != NULL ? time->text : NULL, time != NULL ? time->length : 0,
             unit != NULL ? unit->text : NULL);
}

/**
 * ks_inspection_is_settled:
 * @self: an inspection of some rows
 *
 * Returns: whether the rows that follow could change nothing, unless their dates are written
 *   otherwise: see ks_date_evidence_is_plain()
 */
gboolean
ks_inspection_is_settled (const KsInspection *self)
{
  return self->n_rows >= SAMPLE_ROWS && self->n_proven > 0
         && self->reader->times.zone == KS_VIETNAM_OFFSET
         && ks_date_evidence_is_plain (&self->evidence);
}

/**
 * ks_inspection_finish:
 * @self: an inspection of all rows, or one that is settled
 *
 * Settles how the reader reads times.
 */
void
ks_inspection_finish (KsInspection *self)
{
  KsResponseReader *reader = self->reader;

  if (self->n_rows < SAMPLE_ROWS)
    {
      choose_columns (self);
      weigh_sample (self);
    }
  ks_date_evidence_decide (&self->evidence, &reader->times);
  ks_recipe_use_settle_dates (reader);
  reader->time_step = self->evidence.n_times > 0 && self->evidence.n_exact == 0 ? 60 : 1;
}

static guint
count_option_columns (const KsResponseReader *reader)
{
  guint n = 0;

  for (guint i = 0; i < reader->n_columns; i++)
    n += reader->columns[i].choice > 0;
  return n;
}

static gboolean
has_header (const KsInspection *self, const char *name)
{
  for (guint i = 0; i < self->headers->len; i++)
    if (g_ascii_strcasecmp (self->headers->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* Two times before the answers, behind a number: when a sheet was begun and when it was sent. */
static gboolean
is_microsoft (const KsInspection *self)
{
  const KsResponseReader *reader = self->reader;

  return reader->id_column == 0 && reader->time_column == 2
         && 2 * self->columns[1].n_times > self->columns[1].n_filled
         && count_option_columns (reader) == 0;
}

/**
 * ks_inspection_name_source:
 * @self: an inspection that has finished
 *
 * Tells by its content which service a file is from: by the columns that each one adds and how it
 * writes times, not by words that change with the language.
 *
 * Returns: (transfer none): "google-native", "google-sheet", "msforms", "limesurvey", "kobo" or
 *   "table"
 */
const char *
ks_inspection_name_source (const KsInspection *self)
{
  const KsResponseReader *reader = self->reader;

  if (has_header (self, "_uuid") || has_header (self, UTC_HEADER))
    return "kobo";
  if (reader->id_column == 0 && !is_microsoft (self)
      && (self->evidence.n_blank > 0 || count_option_columns (reader) > 0
          || has_header (self, "Last page") || has_header (self, "lastpage")))
    return "limesurvey";
  if (is_microsoft (self))
    return "msforms";
  if (reader->time_column != 0)
    return "table";
  return self->evidence.n_slashed == 0 && !ks_sheet_source_is_workbook (self->file->source)
             ? "google-native"
             : "google-sheet";
}
