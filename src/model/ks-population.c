/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-population.h"

#include <string.h>

#include "ks-text.h"

/* The order of the flags. */
static const char *const ids[] = { "cadres", "civil_servants", "part_time" };

/* The kinds of person that the label of an option names; 0: somebody else. */
static guint
read_label (const char *label)
{
  g_autofree char *folded = ks_text_fold (label);
  guint kinds = 0;

  if (strstr (folded, "khong chuyen trach") != NULL)
    return KS_POPULATION_PART_TIME;
  if (strstr (folded, "can bo") != NULL)
    kinds |= KS_POPULATION_CADRES;
  if (strstr (folded, "cong chuc") != NULL)
    kinds |= KS_POPULATION_CIVIL_SERVANTS;
  return kinds;
}

/**
 * ks_population_find_question:
 * @form: a form
 *
 * Finds the profile question that asks what kind of person answers: the one that tells civil
 * servants from others.
 *
 * Returns: (transfer none) (nullable): the question; %NULL where the form does not ask it
 */
const KsQuestion *
ks_population_find_question (KsForm *form)
{
  g_return_val_if_fail (KS_IS_FORM (form), NULL);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      guint kinds = 0;

      if (!question->profile || question->type != KS_QUESTION_SINGLE)
        continue;
      for (guint k = 0; k < question->n_options; k++)
        kinds |= read_label (question->options[k].label);
      if ((kinds & KS_POPULATION_CIVIL_SERVANTS) != 0 && kinds != KS_POPULATION_CIVIL_SERVANTS)
        return question;
    }
  return NULL;
}

/**
 * ks_population_holds_option:
 * @self: a population
 * @label: the label of an option of the question that asks the kind of person
 *
 * Returns: whether who chose it belongs to those whom the survey asks
 */
gboolean
ks_population_holds_option (KsPopulation self, const char *label)
{
  g_return_val_if_fail (label != NULL, FALSE);

  return (read_label (label) & self) != 0;
}

/**
 * ks_population_is_part_time:
 * @label: the label of an option
 *
 * Returns: whether it names part-time commune workers
 */
gboolean
ks_population_is_part_time (const char *label)
{
  g_return_val_if_fail (label != NULL, FALSE);

  return read_label (label) == KS_POPULATION_PART_TIME;
}

/**
 * ks_population_to_text:
 * @self: a population
 *
 * Returns: (transfer full): its kinds, parted by commas: "cadres,civil_servants"
 */
char *
ks_population_to_text (KsPopulation self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if ((self & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", ids[i]);
  return g_string_free (text, FALSE);
}

/**
 * ks_population_parse:
 * @text: kinds parted by commas, as ks_population_to_text() writes them
 * @population: (out): the population
 *
 * Returns: %FALSE, with @population untouched, if @text names no kind or one that does not exist
 */
gboolean
ks_population_parse (const char *text, KsPopulation *population)
{
  g_auto (GStrv) words = NULL;
  guint kinds = 0;

  g_return_val_if_fail (text != NULL && population != NULL, FALSE);

  words = g_strsplit (text, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);
      guint k = 0;

      while (k < G_N_ELEMENTS (ids) && !g_str_equal (ids[k], word))
        k++;
      if (k == G_N_ELEMENTS (ids))
        return FALSE;
      kinds |= 1u << k;
    }
  if (kinds == 0)
    return FALSE;
  *population = (KsPopulation) kinds;
  return TRUE;
}
