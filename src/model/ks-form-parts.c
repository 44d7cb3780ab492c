/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include <string.h>

/* Copies of what a form is made of, and the ids that are still free. */

/**
 * ks_form_dup_text:
 * @text: (nullable): a text
 *
 * Returns: (transfer full): a copy; empty for %NULL
 */
char *
ks_form_dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * ks_section_copy_to:
 * @section: a section
 * @copy: (out caller-allocates): a copy of it, whose missing texts are empty
 */
void
ks_section_copy_to (const KsSection *section, KsSection *copy)
{
  copy->id = ks_form_dup_text (section->id);
  copy->title = ks_form_dup_text (section->title);
  copy->basis = ks_form_dup_text (section->basis);
}

/**
 * ks_scale_copy_to:
 * @scale: a scale
 * @copy: (out caller-allocates): a copy of it
 */
void
ks_scale_copy_to (const KsScale *scale, KsScale *copy)
{
  *copy = *scale;
  copy->id = g_strdup (scale->id);
  copy->options = ks_options_copy (scale->options, scale->n_options);
}

/**
 * ks_form_content_copy_parts:
 * @from: a form's content
 * @to: one without questions, sections and scales
 *
 * Copies those.
 */
void
ks_form_content_copy_parts (const KsFormContent *from, KsFormContent *to)
{
  for (guint i = 0; i < from->questions->len; i++)
    {
      KsQuestion question;

      ks_question_copy_to (&g_array_index (from->questions, KsQuestion, i), &question);
      g_array_append_val (to->questions, question);
    }
  for (guint i = 0; i < from->sections->len; i++)
    {
      KsSection section;

      ks_section_copy_to (&g_array_index (from->sections, KsSection, i), &section);
      g_array_append_val (to->sections, section);
    }
  for (guint i = 0; i < from->scales->len; i++)
    {
      KsScale scale;

      ks_scale_copy_to (&g_array_index (from->scales, KsScale, i), &scale);
      g_array_append_val (to->scales, scale);
    }
}

static gboolean
is_taken (const KsFormContent *self, const char *id)
{
  if (strcmp (self->unit_id, id) == 0)
    return TRUE;
  for (guint i = 0; i < self->sections->len; i++)
    if (strcmp (g_array_index (self->sections, KsSection, i).id, id) == 0)
      return TRUE;
  for (guint i = 0; i < self->questions->len; i++)
    if (strcmp (g_array_index (self->questions, KsQuestion, i).id, id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * ks_form_content_dup_section_id:
 * @self: a form's content
 *
 * Returns: (transfer full): an id that is free: A, B … Z, then S1, S2 …
 */
char *
ks_form_content_dup_section_id (const KsFormContent *self)
{
  for (char letter = 'A'; letter <= 'Z'; letter++)
    {
      char id[] = { letter, '\0' };

      if (!is_taken (self, id))
        return g_strdup (id);
    }
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("S%u", i);

      if (!is_taken (self, id))
        return g_steal_pointer (&id);
    }
}

/**
 * ks_form_content_dup_question_id:
 * @self: a form's content
 * @section_id: (nullable): of a section; %NULL: of the questions on the person
 *
 * Returns: (transfer full): the section's id with the first number that is free: A7
 */
char *
ks_form_content_dup_question_id (const KsFormContent *self, const char *section_id)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id
          = g_strdup_printf ("%s%u", section_id != NULL ? section_id : "P", i);

      if (!is_taken (self, id))
        return g_steal_pointer (&id);
    }
}
