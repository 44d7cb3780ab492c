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

/* A file is read twice: to find out what it is, and to take it in. */
#define N_PASSES 2

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
  *self = (KsAnswerFile){ .source = ks_open_list (path, encoding, error) };
  return self->source != NULL;
}

/**
 * ks_answer_file_close:
 * @self: a file
 *
 * Closes it; where its header stands is still known.
 */
void
ks_answer_file_close (KsAnswerFile *self)
{
  g_clear_pointer (&self->source, ks_sheet_source_free);
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
  ks_answer_file_close (self);
}

/* Looks for a header in the first rows of a sheet, so that only those above it were read then. */
static const KsRow *
find_in_sheet (KsAnswerFile *self, KsResponseReader *reader, GError **error)
{
  const KsRow *row = NULL;

  for (guint i = 0; i < MAX_ROWS_ABOVE; i++)
    {
      row = ks_sheet_source_next (self->source, error);
      if (row == NULL
          || (ks_response_reader_set_header (reader, row)
              && (i == 0 || reader->n_questions >= MIN_QUESTIONS_BELOW)))
        break;
    }
  if (row == NULL || reader->n_questions == 0)
    return NULL;
  self->header_row = row->number;
  self->n_columns = row->n_cells;
  return row;
}

/**
 * ks_answer_file_find_header:
 * @self: a file that was opened
 * @reader: learns the columns
 * @error: return location for an error
 *
 * Finds the first sheet that a person sees, and the first row in it, over which a question of the
 * form stands.
 *
 * Returns: (transfer none) (nullable): the header, until the next row is read
 */
const KsRow *
ks_answer_file_find_header (KsAnswerFile *self, KsResponseReader *reader, GError **error)
{
  guint n_sheets = ks_sheet_source_get_n_sheets (self->source);
  g_autoptr (GError) local = NULL;

  for (self->sheet = 0; self->sheet < n_sheets && local == NULL; self->sheet++)
    {
      const KsRow *row = NULL;

      if (ks_sheet_source_is_hidden (self->source, self->sheet))
        continue;
      if (self->sheet == 0 || ks_sheet_source_select (self->source, self->sheet, &local))
        row = find_in_sheet (self, reader, &local);
      if (row != NULL)
        return row;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s: no column of this file is a question of the campaign's form. Choose the "
                    "file that the form service exported, or load the form that it belongs to."),
                 ks_answer_file_get_name (self));
  return NULL;
}

/**
 * ks_answer_file_go_to_header:
 * @self: a file that was opened
 * @place: the same file, whose header was found
 * @error: return location for an error
 *
 * Fails where that header is not there any more.
 *
 * Returns: (transfer none) (nullable): the header, until the next row is read
 */
const KsRow *
ks_answer_file_go_to_header (KsAnswerFile *self, const KsAnswerFile *place, GError **error)
{
  g_autoptr (GError) local = NULL;
  const KsRow *row = NULL;

  self->sheet = place->sheet;
  self->header_row = place->header_row;
  self->n_columns = place->n_columns;
  if (self->sheet == 0
      || (self->sheet < ks_sheet_source_get_n_sheets (self->source)
          && ks_sheet_source_select (self->source, self->sheet, &local)))
    do
      row = ks_sheet_source_next (self->source, &local);
    while (row != NULL && row->number < self->header_row);
  if (row != NULL && row->number == self->header_row && row->n_cells == self->n_columns)
    return row;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s: the file was changed while it was read. Import it again."),
                 ks_answer_file_get_name (self));
  return NULL;
}

/* Whether the sheet that is selected holds answers: a header and something below it. */
static gboolean
holds_answers (KsAnswerFile *self, KsResponseReader *reader, GError **error)
{
  const KsRow *row = find_in_sheet (self, reader, error);

  while (row != NULL)
    {
      row = ks_sheet_source_next (self->source, error);
      if (row != NULL && !ks_row_is_blank (row))
        return TRUE;
    }
  return FALSE;
}

/**
 * ks_answer_file_check_alone:
 * @self: a file whose rows were all read
 * @campaign: the campaign that they belong to
 * @error: return location for an error
 *
 * One sheet of a file is read; answers on another must not be left out in silence.
 *
 * Returns: %FALSE with @error set if another sheet holds answers too, or cannot be read
 */
gboolean
ks_answer_file_check_alone (KsAnswerFile *self, KsCampaign *campaign, GError **error)
{
  KsAnswerFile other = *self; /* shares the source; the place found stays */
  g_autoptr (KsResponseReader) reader = NULL;
  g_autoptr (GError) local = NULL;

  for (other.sheet++; other.sheet < ks_sheet_source_get_n_sheets (self->source); other.sheet++)
    {
      gboolean found;

      if (ks_sheet_source_is_hidden (self->source, other.sheet))
        continue;
      if (reader == NULL)
        reader = ks_response_reader_new (campaign, error);
      if (reader == NULL)
        return FALSE;
      found = ks_sheet_source_select (self->source, other.sheet, &local)
              && holds_answers (&other, reader, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!found)
        continue;
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("%s: “%s” and “%s” both hold answers. Save each as a file of its own and "
                      "import them together."),
                   ks_answer_file_get_name (self),
                   ks_sheet_source_get_sheet_name (self->source, self->sheet),
                   ks_sheet_source_get_sheet_name (self->source, other.sheet));
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_ragged (KsAnswerFile *self, const KsRow *row, GError **error)
{
  g_autofree char *message
      = g_strdup_printf (_ ("this row has %u columns, the header %u; open the file, mend the row "
                            "and save it again"),
                         row->n_cells, self->n_columns);

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
  if (row != NULL && row->n_cells != self->n_columns
      && !ks_sheet_source_is_workbook (self->source))
    return refuse_ragged (self, row, error) ? row : NULL;
  return row;
}

/**
 * ks_answer_file_get_name:
 * @self: a file that was opened
 *
 * Returns: (transfer none): what it is called in messages
 */
const char *
ks_answer_file_get_name (KsAnswerFile *self)
{
  return ks_sheet_source_get_name (self->source);
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
  gint64 total = self->total > 0 ? self->total : ks_sheet_source_get_size (self->source);
  gint64 done = self->done_before + ks_sheet_source_get_position (self->source);

  return ks_job_report (job, (pass * total + done) / N_PASSES, total, error);
}
