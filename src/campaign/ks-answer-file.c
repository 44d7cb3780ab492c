/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-answer-file.h"

#include "ks-campaign-error.h"
#include "ks-columns.h"
#include "ks-i18n.h"

/* Titles and dates that an office puts above a table. */
#define MAX_ROWS_ABOVE 20

/* A form that is written as a table names one question in each of its rows. */
#define MIN_QUESTIONS_BELOW 2

/* A file is read twice: to find out what it is, and to take it in. Where a glance at the first rows
 * tells what it is, once. */
#define N_PASSES 2

/* A file and a sheet of it, as a person reads it. */
#define SHEET_LABEL "%s › %s"

/**
 * ks_answer_place_copy:
 * @self: where a table stands
 * @copy: (out): the same
 *
 * Copies it; ks_answer_place_clear() is due.
 */
void
ks_answer_place_copy (const KsAnswerPlace *self, KsAnswerPlace *copy)
{
  *copy = *self;
  copy->label = g_strdup (self->label);
}

/**
 * ks_answer_place_clear:
 * @self: where a table stands
 *
 * Frees what it holds.
 */
void
ks_answer_place_clear (KsAnswerPlace *self)
{
  g_clear_pointer (&self->label, g_free);
}

/* Whether a person sees several sheets in it, or several files of an archive. */
static gboolean
has_sheets (KsSheetSource *source)
{
  guint n_seen = 0;

  for (guint i = 0; i < ks_sheet_source_get_n_sheets (source) && n_seen < 2; i++)
    n_seen += !ks_sheet_source_is_hidden (source, i);
  return n_seen > 1;
}

/* A sheet of several is named with its file, so that a row of it can be found again. */
static void
set_sheet (KsAnswerFile *self, guint sheet)
{
  const char *name = ks_sheet_source_get_name (self->source);

  g_free (self->place.label);
  self->place = (KsAnswerPlace){ .sheet = sheet };
  self->place.label = sheet < ks_sheet_source_get_n_sheets (self->source)
                              && has_sheets (self->source)
                          ? g_strdup_printf (SHEET_LABEL, name,
                                             ks_sheet_source_get_sheet_name (self->source, sheet))
                          : g_strdup (name);
}

/**
 * ks_answer_file_open:
 * @self: room for a file
 * @path: a file of answers
 * @encoding: what delimited text is in; %KS_ENCODING_AUTO: recognise it
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set; ks_answer_file_clear() is due either way
 */
gboolean
ks_answer_file_open (KsAnswerFile *self, const char *path, KsEncoding encoding, GError **error)
{
  *self = (KsAnswerFile){ .source = ks_open_list (path, encoding, error), .n_passes = N_PASSES };
  self->passed_over = g_ptr_array_new_with_free_func (g_free);
  if (self->source != NULL)
    set_sheet (self, 0);
  return self->source != NULL;
}

/**
 * ks_answer_file_clear:
 * @self: a file
 *
 * Closes it.
 */
void
ks_answer_file_clear (KsAnswerFile *self)
{
  g_clear_pointer (&self->source, ks_sheet_source_free);
  g_clear_pointer (&self->passed_over, g_ptr_array_unref);
  ks_answer_place_clear (&self->place);
}

/* Looks for a header in the first rows of a sheet, so that only those above it were read then. */
static const KsRow *
find_in_sheet (KsAnswerFile *self, KsResponseReader *reader, GError **error)
{
  const KsRow *row = NULL;

  for (guint i = 0; i < MAX_ROWS_ABOVE; i++)
    {
      row = ks_sheet_source_next (self->source, error);
      self->has_rows |= row != NULL;
      if (row == NULL
          || (ks_response_reader_set_header (reader, row)
              && (i == 0 || reader->n_questions >= MIN_QUESTIONS_BELOW)))
        break;
    }
  if (row == NULL || reader->n_questions == 0)
    return NULL;
  self->place.header_row = row->number;
  self->place.n_columns = row->n_cells;
  return row;
}

/* The rows of a single sheet stand ready from the beginning. */
static gboolean
select_sheet (KsAnswerFile *self, GError **error)
{
  return ks_sheet_source_get_n_sheets (self->source) == 1
         || ks_sheet_source_select (self->source, self->place.sheet, error);
}

/**
 * ks_answer_file_pass_over:
 * @self: a file
 * @sheet: what a sheet of it is called
 * @why: (nullable): why it is not read, if not because it holds no answers
 *
 * Notes that no answers are taken from a sheet, so that it can be said.
 */
void
ks_answer_file_pass_over (KsAnswerFile *self, const char *sheet, const char *why)
{
  g_ptr_array_add (self->passed_over,
                   g_strdup_printf ("“%s” (%s)", sheet, why != NULL ? why : _ ("no answers")));
}

/* A form service hides what it works with; an office may hide answers, and shall know of it. */
static void
note_sheet (KsAnswerFile *self, gboolean holds_header)
{
  gboolean hidden = ks_sheet_source_is_hidden (self->source, self->place.sheet);
  const char *name = ks_answer_file_get_sheet_name (self);

  if (!hidden)
    ks_answer_file_pass_over (self, name, NULL);
  else if (holds_header)
    ks_answer_file_pass_over (self, name, _ ("hidden; show the sheet if its answers count"));
}

/**
 * ks_answer_file_find_header:
 * @self: a file that was opened, or whose last table was left
 * @reader: learns the columns
 * @error: return location for an error
 *
 * Finds the next sheet that a person sees, and the first row in it, over which a question of the
 * form stands. Notes the sheets before it as passed over.
 *
 * Returns: (transfer none) (nullable): the header, until the next row is read; %NULL with @error
 *   set, or when no further sheet has one
 */
const KsRow *
ks_answer_file_find_header (KsAnswerFile *self, KsResponseReader *reader, GError **error)
{
  g_autoptr (GError) local = NULL;

  for (; self->place.sheet < ks_sheet_source_get_n_sheets (self->source);
       ks_answer_file_leave_table (self))
    {
      const KsRow *row
          = select_sheet (self, &local) ? find_in_sheet (self, reader, &local) : NULL;

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (row != NULL && !ks_sheet_source_is_hidden (self->source, self->place.sheet))
        return row;
      note_sheet (self, row != NULL);
    }
  return NULL;
}

/**
 * ks_answer_file_leave_table:
 * @self: a file
 *
 * Goes on behind the sheet that was read.
 */
void
ks_answer_file_leave_table (KsAnswerFile *self)
{
  set_sheet (self, self->place.sheet + 1);
}

/**
 * ks_answer_file_refuse:
 * @self: a file without any answers
 * @has_header: whether it asks the form's questions
 * @error: return location
 *
 * Says so.
 *
 * Returns: %FALSE
 */
gboolean
ks_answer_file_refuse (KsAnswerFile *self, gboolean has_header, GError **error)
{
  if (!self->has_rows)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, _ ("%s: the file is empty."),
                 ks_sheet_source_get_name (self->source));
  else if (has_header)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s: the file has a header but no answers below it; export it again when there are "
                    "some"),
                 ks_sheet_source_get_name (self->source));
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("%s: no column of this file is a question of the campaign's form. Choose the "
                  "file that the form service exported, or load the form that it belongs to."),
               ks_sheet_source_get_name (self->source));
  return FALSE;
}

/**
 * ks_answer_file_go_to_header:
 * @self: a file that was opened
 * @place: where a table was found in it
 * @error: return location for an error
 *
 * Fails where its header is not there any more.
 *
 * Returns: (transfer none) (nullable): the header, until the next row is read
 */
const KsRow *
ks_answer_file_go_to_header (KsAnswerFile *self, const KsAnswerPlace *place, GError **error)
{
  g_autoptr (GError) local = NULL;
  const KsRow *row = NULL;

  ks_answer_place_clear (&self->place);
  ks_answer_place_copy (place, &self->place);
  if (place->sheet < ks_sheet_source_get_n_sheets (self->source) && select_sheet (self, &local))
    do
      row = ks_sheet_source_next (self->source, &local);
    while (row != NULL && row->number < place->header_row);
  if (row != NULL && row->number == place->header_row && row->n_cells == place->n_columns)
    return row;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s: the file was changed while it was read. Import it again."),
                 ks_answer_file_get_name (self));
  return NULL;
}

static gboolean
refuse_ragged (KsAnswerFile *self, const KsRow *row, GError **error)
{
  g_autofree char *message
      = g_strdup_printf (_ ("this row has %u columns, the header %u; open the file, mend the row "
                            "and save it again"),
                         row->n_cells, self->place.n_columns);

  return ks_refuse_at (ks_answer_file_get_name (self), row->number, message, error);
}

/**
 * ks_answer_file_next:
 * @self: a file at its header or below
 * @error: return location for an error
 *
 * Reads the next row that is not blank. In delimited text a row of another width than the header is
 * refused: its cells would answer other questions. In a workbook each cell says where it stands.
 *
 * Returns: (transfer none) (nullable): the row; %NULL at the end, or with @error set
 */
const KsRow *
ks_answer_file_next (KsAnswerFile *self, GError **error)
{
  const KsRow *row;

  do
    row = ks_sheet_source_next (self->source, error);
  while (row != NULL && ks_row_is_blank (row));
  if (row != NULL && row->n_cells != self->place.n_columns
      && !ks_sheet_source_is_workbook (self->source))
    return refuse_ragged (self, row, error) ? row : NULL;
  return row;
}

/**
 * ks_answer_file_get_name:
 * @self: a file that was opened
 *
 * Returns: (transfer none): what the table that is read is called in messages
 */
const char *
ks_answer_file_get_name (KsAnswerFile *self)
{
  return self->place.label;
}

/**
 * ks_answer_file_get_sheet_name:
 * @self: a file at one of its sheets
 *
 * Returns: (transfer none): what the sheet is called; empty in delimited text
 */
const char *
ks_answer_file_get_sheet_name (KsAnswerFile *self)
{
  return ks_sheet_source_get_sheet_name (self->source, self->place.sheet);
}

/**
 * ks_answer_file_report_at:
 * @self: a file
 * @pass: 0 while it is looked at, 1 while it is taken in
 * @position: number of its bytes that were read
 * @job: progress
 * @error: return location for an error
 *
 * As ks_answer_file_report(), while another thread reads the file.
 *
 * Returns: %FALSE with @error set when the work shall stop
 */
gboolean
ks_answer_file_report_at (KsAnswerFile *self, guint pass, gint64 position, KsJob *job,
                          GError **error)
{
  gint64 total = self->total > 0 ? self->total : ks_sheet_source_get_size (self->source);
  gint64 done = self->done_before + position;
  guint passes_before = self->n_passes == N_PASSES ? pass : 0;

  return ks_job_report (job, (passes_before * total + done) / self->n_passes, total, error);
}

/**
 * ks_answer_file_report:
 * @self: a file that is read
 * @pass: 0 while it is looked at, 1 while it is taken in
 * @job: progress
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set when the work shall stop
 */
gboolean
ks_answer_file_report (KsAnswerFile *self, guint pass, KsJob *job, GError **error)
{
  return ks_answer_file_report_at (self, pass, ks_sheet_source_get_position (self->source), job,
                                   error);
}
