/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form.h"
#include "ks-fuzz.h"

/* A form that is taken has columns that lie side by side inside an answer text, and survives being
 * written into a campaign and read back, with the same bytes. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
check_columns (KsForm *form)
{
  guint width = ks_form_get_answer_width (form);
  g_autofree char *answers = g_strnfill (width, '?');

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      g_assert_true (question == ks_form_lookup (form, question->id));
      g_assert_cmpuint (question->offset + question->width, <=, width);
      for (guint k = 0; k < question->width; k++)
        {
          g_assert_cmpint (answers[question->offset + k], ==, '?');
          answers[question->offset + k] = '.';
        }
      if (question->width > 0)
        {
          ks_question_write_blank (question, answers);
          g_assert_false (ks_question_has_answer (question, answers));
          ks_question_write_choice (question, answers, question->n_options);
          g_assert_true (ks_question_has_choice (question, answers, question->n_options));
        }
    }
  g_assert_null (strchr (answers, '?'));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *json = g_strndup ((const char *) data, size);
  g_autoptr (KsForm) form = ks_form_new_from_json (json, (gssize) size, NULL);
  g_autoptr (KsForm) again = NULL;
  g_autoptr (GError) error = NULL;

  if (form == NULL)
    return 0;
  check_columns (form);
  again = ks_form_new_from_json (ks_form_get_json (form), -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ks_form_get_json (again), ==, ks_form_get_json (form));
  g_assert_cmpuint (ks_form_get_answer_width (again), ==, ks_form_get_answer_width (form));
  g_assert_cmpuint (ks_form_get_n_slots (again), ==, ks_form_get_n_slots (form));
  return 0;
}
