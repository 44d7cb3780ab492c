/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-response-row.h"

#include <string.h>

/* What is the same in every file that holds the row, in any shape. */
static void
identify (KsResponseReader *self, const KsRow *row, KsReadResponse *response)
{
  g_autofree char *id = ks_dup_cell (row, self->id_column);
  KsRowIdentity *identity = &response->identity;

  identity->time = response->time;
  identity->content = ks_row_identity_hash_content (response->given, response->answers);
  if (self->knows_earlier)
    identity->earlier = ks_row_identity_hash_earlier (
        response->unit != NULL ? ks_unit_get_code (response->unit) : "", response->given,
        response->answers);
  identity->service = ks_row_identity_hash_service (id, response->given);
  identity->texts = KS_TEXTS_NONE;
  for (guint i = 0; i < response->remarks->len; i++)
    {
      guint column = g_array_index (response->remarks, guint, i);

      identity->texts
          = ks_row_identity_add_text (identity->texts, self->columns[column].question->id,
                                      row->cells[column].text);
    }
}

/* Texts stand in the order of the form, whatever that of the columns is: rows are known by them. */
static void
sort_remarks (KsResponseReader *self, GArray *remarks)
{
  guint *columns = (guint *) (void *) remarks->data;

  for (guint i = 1; i < remarks->len; i++)
    for (guint k = i; k > 0
                      && self->columns[columns[k - 1]].question->slot
                             > self->columns[columns[k]].question->slot;
         k--)
      {
        guint column = columns[k];

        columns[k] = columns[k - 1];
        columns[k - 1] = column;
      }
}

static void
read_answers (KsResponseReader *self, const KsRow *row, KsReadResponse *response)
{
  guint n_columns = MIN (self->n_columns, row->n_cells);

  memset (response->answers, '-', ks_form_get_answer_width (self->form));
  g_array_set_size (response->remarks, 0);
  response->first_text = response->texts->len;
  response->n_unread = 0;
  for (guint i = 0; i < n_columns; i++)
    {
      KsColumnReader *column = &self->columns[i];

      if (column->choice > 0)
        response->n_unread += !ks_option_reader_read_one (column->options, column->choice,
                                                          &row->cells[i], response->answers);
      else if (column->options != NULL)
        response->n_unread
            += !ks_option_reader_read (column->options, &row->cells[i], response->answers);
      else if (column->question != NULL && !ks_cell_is_blank (&row->cells[i]))
        {
          g_array_append_val (response->remarks, i);
          g_string_append_len (response->texts, row->cells[i].text,
                               (gssize) row->cells[i].length + 1);
        }
    }
  sort_remarks (self, response->remarks);
}

/**
 * ks_response_answers_nothing:
 * @form: a form
 * @answers: the coded answers to its questions
 *
 * Returns: whether not one of its closed questions is answered, those on the person apart
 */
gboolean
ks_response_answers_nothing (KsForm *form, const char *answers)
{
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (!question->profile && question->width > 0 && ks_question_has_answer (question, answers))
        return FALSE;
    }
  return TRUE;
}

/* What was sent before the survey and comes in before it tries the links out. */
static gboolean
is_trial (KsResponseReader *self, const KsReadResponse *response)
{
  return self->early
         && (response->time == KS_MOMENT_NONE || response->time < self->info->from);
}

/* In a file that tells times a row without one was never sent off: it is incomplete. */
static void
judge (KsResponseReader *self, gboolean sent, KsReadResponse *response)
{
  const KsCampaignInfo *info = self->info;
  gboolean trial = is_trial (self, response);

  if (ks_response_reader_check_unit (self, response->given, &response->unit, &response->reason))
    {
      if (!trial && response->time != KS_MOMENT_NONE
          && (response->time < info->from || response->time >= ks_campaign_info_get_end (info)))
        response->reason = KS_REASON_OUTSIDE_WINDOW;
      else if (!sent || ks_response_answers_nothing (self->form, response->answers))
        response->reason = KS_REASON_INCOMPLETE;
    }
  response->state = trial                                ? KS_STATE_TRIAL
                    : response->reason == KS_REASON_NONE ? KS_STATE_COUNTED
                                                         : KS_STATE_WAITING;
}

static gboolean
parse_time (KsResponseReader *self, const KsCell *cell, KsMoment *moment)
{
  if (self->evidence == NULL)
    return ks_answer_time_parse (cell->text, cell->length, &self->times, moment);
  return ks_date_evidence_parse (self->evidence, cell->text, cell->length, &self->times,
                                 self->info->from, self->info->to, moment);
}

/* LimeSurvey tells of an anonymous survey that a row was sent, but not when. */
static gboolean
read_time (KsResponseReader *self, const KsRow *row, KsMoment *moment)
{
  const KsCell *cell;

  *moment = KS_MOMENT_NONE;
  if (self->time_column < 0)
    return TRUE;
  cell = (guint) self->time_column < row->n_cells ? &row->cells[self->time_column] : NULL;
  if (cell == NULL || !parse_time (self, cell, moment))
    return FALSE;
  if (ks_answer_time_is_blank (*moment))
    *moment = KS_MOMENT_NONE;
  return TRUE;
}

/* Where a spreadsheet dropped the seconds a minute more or less would say nothing. */
static gint64
read_duration (KsResponseReader *self, const KsRow *row, KsMoment end)
{
  const KsCell *cell;
  KsMoment start;

  if (self->start_column < 0 || self->time_step > 1 || end == KS_MOMENT_NONE
      || (guint) self->start_column >= row->n_cells)
    return 0;
  cell = &row->cells[self->start_column];
  if (!ks_answer_time_parse (cell->text, cell->length, &self->times, &start)
      || ks_answer_time_is_blank (start) || start >= end)
    return 0;
  return end - start;
}

/**
 * ks_response_reader_read:
 * @self: a reader
 * @row: a row of its file
 * @response: (inout): what the row says, and whether it counts
 *
 * Reads a row and decides whether it counts, or why it waits.
 */
void
ks_response_reader_read (KsResponseReader *self, const KsRow *row, KsReadResponse *response)
{
  gboolean sent = read_time (self, row, &response->time);

  response->duration = read_duration (self, row, response->time);
  response->number = row->number;
  g_free (response->given);
  response->given = self->unit_column < 0 && self->named != NULL
                        ? g_strdup (self->named)
                        : ks_dup_cell (row, self->unit_column);
  read_answers (self, row, response);
  judge (self, sent, response);
  identify (self, row, response);
}

/**
 * ks_read_response_hold:
 * @self: a response
 * @reason: why it shall wait
 *
 * Lets it wait, unless it waits for another reason already or is a trial answer.
 */
void
ks_read_response_hold (KsReadResponse *self, KsReason reason)
{
  if (self->reason != KS_REASON_NONE || self->state == KS_STATE_TRIAL)
    return;
  self->reason = reason;
  self->state = KS_STATE_WAITING;
}

/**
 * ks_read_response_init:
 * @self: a response
 * @form: the form
 * @texts: takes what was written to open questions; it must outlive @self
 *
 * Makes room for a row of that form.
 */
void
ks_read_response_init (KsReadResponse *self, KsForm *form, GString *texts)
{
  *self = (KsReadResponse){ .texts = texts };
  self->answers = g_strnfill (ks_form_get_answer_width (form), '-');
  self->remarks = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * ks_read_response_clear:
 * @self: a response
 *
 * Frees what it holds.
 */
void
ks_read_response_clear (KsReadResponse *self)
{
  g_clear_pointer (&self->given, g_free);
  g_clear_pointer (&self->answers, g_free);
  g_clear_pointer (&self->remarks, g_array_unref);
}
