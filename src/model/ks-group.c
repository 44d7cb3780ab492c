/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-group.h"

#include "ks-population.h"
#include "ks-text.h"

const KsBodyWords ks_body_words[KS_N_BODIES] = {
  { KS_BODY_FRONT,
    "uy ban mat tran to quoc|ub mat tran to quoc|mat tran to quoc|uy ban mttq|ub mttq|ubmttq|mttq|mat tran" },
  { KS_BODY_UNIONS, "to chuc chinh tri xa hoi|chinh tri xa hoi|to chuc ct xh|ct xh|ctxh|tc ctxh|doan the" },
  { KS_BODY_PARTY, "van phong dang uy|dang uy|cap uy|khoi dang|co quan dang|dang bo|dang" },
  { KS_BODY_GOVERNMENT,
    "hdnd va ubnd|hdnd ubnd|uy ban nhan dan|ub nhan dan|ubnd|chinh quyen|uy ban" },
};

/* The bodies that a label names: a bit each. */
static guint
read_bodies (const char *label)
{
  g_autofree char *key = ks_text_key (label);
  g_autoptr (GString) text = g_string_new (NULL);
  guint bodies = 0;

  g_string_printf (text, " %s ", key);
  for (guint i = 0; i < KS_N_BODIES; i++)
    if (ks_text_take_words (text, ks_body_words[i].words))
      bodies |= 1u << ks_body_words[i].body;
  return bodies;
}

/* Different options name different bodies. */
static gboolean
asks_body (const KsQuestion *question)
{
  guint n_naming = 0;
  guint bodies = 0;

  if (!question->profile || question->type != KS_QUESTION_SINGLE)
    return FALSE;
  for (guint i = 0; i < question->n_options; i++)
    {
      guint named = read_bodies (question->options[i].label);

      n_naming += named != 0;
      bodies |= named;
    }
  return n_naming > 1 && (bodies & (bodies - 1)) != 0;
}

/**
 * ks_group_list_questions:
 * @form: a form
 * @questions: (out caller-allocates): its questions by which results are told apart
 *
 * Returns: how many there are
 */
guint
ks_group_list_questions (KsForm *form, const KsQuestion *questions[KS_MAX_GROUP_QUESTIONS])
{
  const KsQuestion *kind = ks_population_find_question (form);
  guint n = 0;

  for (guint i = 0; n == 0 && i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (question != kind && asks_body (question))
        questions[n++] = question;
    }
  if (kind != NULL)
    questions[n++] = kind;
  return n;
}

/**
 * ks_group_find_body:
 * @question: a profile question
 * @choice: an option of it, from 1
 * @body: (out): the body that it alone names
 *
 * Returns: %FALSE if it names none or several, or another option names it as well
 */
gboolean
ks_group_find_body (const KsQuestion *question, guint choice, KsBody *body)
{
  guint named = read_bodies (question->options[choice - 1].label);

  if (named == 0 || (named & (named - 1)) != 0)
    return FALSE;
  for (guint i = 0; i < question->n_options; i++)
    if (i != choice - 1 && (read_bodies (question->options[i].label) & named) != 0)
      return FALSE;
  *body = (KsBody) (g_bit_storage (named) - 1);
  return TRUE;
}
