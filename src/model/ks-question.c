/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-question.h"

#include <string.h>

#define NO_ANSWER '-'

/**
 * ks_question_type_get_name:
 * @type: a type
 *
 * Returns: (transfer none): how files call it: single, multi, text
 */
const char *
ks_question_type_get_name (KsQuestionType type)
{
  static const char *const names[] = { "single", "multi", "text" };

  return names[type];
}

/**
 * ks_question_copy_to:
 * @self: a question
 * @copy: (out caller-allocates): a copy of it, for ks_question_clear()
 */
void
ks_question_copy_to (const KsQuestion *self, KsQuestion *copy)
{
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->text = g_strdup (self->text);
  copy->short_text = g_strdup (self->short_text);
  copy->section_id = g_strdup (self->section_id);
  copy->scale_id = g_strdup (self->scale_id);
  copy->basis = g_strdup (self->basis);
  copy->options = ks_options_copy (self->options, self->n_options);
}

/**
 * ks_question_clear:
 * @self: a question that owns what it points to
 */
void
ks_question_clear (KsQuestion *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->short_text, g_free);
  g_clear_pointer (&self->section_id, g_free);
  g_clear_pointer (&self->scale_id, g_free);
  g_clear_pointer (&self->basis, g_free);
  ks_options_free (self->options, self->n_options);
  self->options = NULL;
  self->n_options = 0;
}

/**
 * ks_question_write_blank:
 * @self: a question
 * @answers: an answer text of the form's width
 *
 * Writes that nothing was answered.
 */
void
ks_question_write_blank (const KsQuestion *self, char *answers)
{
  memset (answers + self->offset, NO_ANSWER, self->width);
}

/**
 * ks_question_write_choice:
 * @self: a single or multiple choice
 * @answers: an answer text of the form's width
 * @choice: position of the option, from 1
 *
 * Writes that an option was chosen: instead of another for a single choice, beside others for a
 * multiple one.
 */
void
ks_question_write_choice (const KsQuestion *self, char *answers, guint choice)
{
  char *columns = answers + self->offset;

  g_return_if_fail (choice >= 1 && choice <= self->n_options);

  if (self->type == KS_QUESTION_MULTI)
    {
      if (columns[0] == NO_ANSWER)
        memset (columns, '0', self->width);
      columns[choice - 1] = '1';
      return;
    }
  /* Few questions have more than nine options. */
  if (self->width == 1)
    columns[0] = (char) ('0' + choice);
  else
    for (guint i = self->width; i > 0; i--, choice /= 10)
      columns[i - 1] = (char) ('0' + choice % 10);
}

static guint
read_number (const KsQuestion *self, const char *answers)
{
  guint number = 0;

  for (guint i = 0; i < self->width; i++)
    {
      char c = answers[self->offset + i];

      if (!g_ascii_isdigit (c))
        return 0;
      number = number * 10 + (guint) (c - '0');
    }
  return number;
}

/**
 * ks_question_read_choice:
 * @self: a question
 * @answers: an answer text of the form's width
 *
 * Returns: position of the option chosen in a single choice, from 1; 0 if there is none, and for
 *   other types of questions
 */
guint
ks_question_read_choice (const KsQuestion *self, const char *answers)
{
  guint choice;

  if (self->type != KS_QUESTION_SINGLE)
    return 0;
  /* Few questions have more than nine options. */
  choice = self->width == 1 ? (guint8) (answers[self->offset] - '0') : read_number (self, answers);
  return choice <= self->n_options ? choice : 0;
}

/**
 * ks_question_has_answer:
 * @self: a question
 * @answers: an answer text of the form's width
 *
 * Returns: whether it was answered; %FALSE for text questions, whose texts are kept elsewhere
 */
gboolean
ks_question_has_answer (const KsQuestion *self, const char *answers)
{
  return self->width > 0 && answers[self->offset] != NO_ANSWER;
}

/**
 * ks_question_has_choice:
 * @self: a question
 * @answers: an answer text of the form's width
 * @choice: position of an option, from 1
 *
 * Returns: whether that option was chosen
 */
gboolean
ks_question_has_choice (const KsQuestion *self, const char *answers, guint choice)
{
  if (choice < 1 || choice > self->n_options)
    return FALSE;
  if (self->type == KS_QUESTION_MULTI)
    return answers[self->offset + choice - 1] == '1';
  return ks_question_read_choice (self, answers) == choice;
}

/**
 * ks_question_dup_good_labels:
 * @self: a question
 *
 * Returns: (transfer full): the options that count as "đánh giá tốt": "Rất tốt, Tốt"; empty if
 *   none do
 */
char *
ks_question_dup_good_labels (const KsQuestion *self)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < self->n_options; i++)
    if (self->options[i].good)
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", self->options[i].label);
  return g_string_free (g_steal_pointer (&labels), FALSE);
}
