/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-builder.h"

#include <string.h>

#include "ks-form-private.h"

struct _KsFormBuilder {
  KsFormContent *content;
};

/**
 * ks_form_builder_new:
 *
 * Returns: (transfer full): a builder of a form that says and asks nothing
 */
KsFormBuilder *
ks_form_builder_new (void)
{
  KsFormBuilder *self = g_new0 (KsFormBuilder, 1);

  self->content = ks_form_content_new ();
  return self;
}

/**
 * ks_form_builder_new_from_form:
 * @form: a form, which stays as it is
 *
 * Returns: (transfer full): a builder that starts with it
 */
KsFormBuilder *
ks_form_builder_new_from_form (KsForm *form)
{
  KsFormBuilder *self = ks_form_builder_new ();
  const KsFormContent *content = ks_form_get_content (form);

  ks_form_builder_set_text (self, KS_FORM_TEXT_ID, content->id);
  ks_form_builder_set_text (self, KS_FORM_TEXT_TITLE, content->title);
  ks_form_builder_set_text (self, KS_FORM_TEXT_NOTICE, content->notice);
  ks_form_builder_set_text (self, KS_FORM_TEXT_INTRO, content->intro);
  ks_form_builder_set_text (self, KS_FORM_TEXT_UNIT, content->unit_text);
  ks_form_builder_set_unit_entry (self, content->unit_id, content->unit_prefill);
  ks_form_content_copy_parts (content, self->content);
  return self;
}

/**
 * ks_form_builder_free:
 * @self: (transfer full) (nullable): a builder
 */
void
ks_form_builder_free (KsFormBuilder *self)
{
  if (self == NULL)
    return;
  ks_form_content_free (self->content);
  g_free (self);
}

/**
 * ks_form_builder_set_text:
 * @self: a builder
 * @which: a text of the form as a whole
 * @text: (nullable): what it says from now on; %NULL or empty takes it away
 */
void
ks_form_builder_set_text (KsFormBuilder *self, KsFormText which, const char *text)
{
  char **const texts[KS_N_FORM_TEXTS] = {
    &self->content->id,    &self->content->title,     &self->content->notice,
    &self->content->intro, &self->content->unit_text,
  };
  char *copy = ks_form_dup_text (text);

  g_free (*texts[which]);
  *texts[which] = copy;
}

/**
 * ks_form_builder_set_unit_entry:
 * @self: a builder
 * @id: (nullable): id of the entry that asks for the unit
 * @prefilled: whether the link fills it in
 *
 * Its text is %KS_FORM_TEXT_UNIT.
 */
void
ks_form_builder_set_unit_entry (KsFormBuilder *self, const char *id, gboolean prefilled)
{
  char *copy = ks_form_dup_text (id);

  g_free (self->content->unit_id);
  self->content->unit_id = copy;
  self->content->unit_prefill = prefilled;
}

/**
 * ks_form_builder_get_n_sections:
 * @self: a builder
 *
 * Returns: number of sections
 */
guint
ks_form_builder_get_n_sections (KsFormBuilder *self)
{
  return self->content->sections->len;
}

/**
 * ks_form_builder_get_n_questions:
 * @self: a builder
 *
 * Returns: number of questions, profile questions included
 */
guint
ks_form_builder_get_n_questions (KsFormBuilder *self)
{
  return self->content->questions->len;
}

static KsSection *
get_section (KsFormBuilder *self, guint index)
{
  return &g_array_index (self->content->sections, KsSection, index);
}

static KsQuestion *
get_question (KsFormBuilder *self, guint index)
{
  return &g_array_index (self->content->questions, KsQuestion, index);
}

/**
 * ks_form_builder_add_section:
 * @self: a builder
 * @position: where it stands; beyond the last: at the end
 * @section: its title; without an id it gets a free one
 *
 * Returns: its index
 */
guint
ks_form_builder_add_section (KsFormBuilder *self, guint position, const KsSection *section)
{
  GArray *sections = self->content->sections;
  KsSection copy;

  ks_section_copy_to (section, &copy);
  if (*copy.id == '\0')
    {
      g_free (copy.id);
      copy.id = ks_form_content_dup_section_id (self->content);
    }
  position = MIN (position, sections->len);
  g_array_insert_val (sections, position, copy);
  return position;
}

/**
 * ks_form_builder_get_section_id:
 * @self: a builder
 * @index: a section
 *
 * Returns: (transfer none): its id
 */
const char *
ks_form_builder_get_section_id (KsFormBuilder *self, guint index)
{
  return get_section (self, index)->id;
}

/**
 * ks_form_builder_set_section:
 * @self: a builder
 * @index: a section
 * @section: its title and basis from now on; the id stays
 */
void
ks_form_builder_set_section (KsFormBuilder *self, guint index, const KsSection *section)
{
  KsSection *there = get_section (self, index);
  char *title = ks_form_dup_text (section->title);
  char *basis = ks_form_dup_text (section->basis);

  g_free (there->title);
  g_free (there->basis);
  there->title = title;
  there->basis = basis;
}

/* The first question of a section and the one after its last. */
static void
find_span (KsFormBuilder *self, int section, guint *first, guint *end)
{
  guint i = 0;

  for (int place = KS_FORM_PROFILE; place <= section; place++)
    {
      const char *id = place == KS_FORM_PROFILE ? NULL : get_section (self, (guint) place)->id;

      *first = i;
      while (i < self->content->questions->len
             && g_strcmp0 (get_question (self, i)->section_id, id) == 0)
        i++;
      *end = i;
    }
}

static int
find_section_of (KsFormBuilder *self, guint index)
{
  const char *id = get_question (self, index)->section_id;

  for (guint i = 0; id != NULL && i < self->content->sections->len; i++)
    if (strcmp (get_section (self, i)->id, id) == 0)
      return (int) i;
  return KS_FORM_PROFILE;
}

/**
 * ks_form_builder_remove_section:
 * @self: a builder
 * @index: a section
 *
 * Takes a section away together with its questions.
 */
void
ks_form_builder_remove_section (KsFormBuilder *self, guint index)
{
  guint first, end;

  find_span (self, (int) index, &first, &end);
  if (end > first)
    g_array_remove_range (self->content->questions, first, end - first);
  g_array_remove_index (self->content->sections, index);
}

/* Takes elements out of an array without freeing what they own, and puts them elsewhere. */
static void
move_range (GArray *array, guint from, guint length, guint to)
{
  gsize size = g_array_get_element_size (array);
  g_autofree char *kept = g_memdup2 (array->data + from * size, length * size);

  if (to < from)
    memmove (array->data + (to + length) * size, array->data + to * size, (from - to) * size);
  else
    memmove (array->data + from * size, array->data + (from + length) * size, (to - from) * size);
  memcpy (array->data + to * size, kept, length * size);
}

/**
 * ks_form_builder_move_section:
 * @self: a builder
 * @index: a section
 * @position: its index afterwards; beyond the last: at the end
 *
 * Moves a section with its questions.
 *
 * Returns: its index
 */
guint
ks_form_builder_move_section (KsFormBuilder *self, guint index, guint position)
{
  guint first, end, before, after;

  position = MIN (position, self->content->sections->len - 1);
  if (position == index)
    return index;
  find_span (self, (int) index, &first, &end);
  find_span (self, (int) position, &before, &after);
  if (end > first)
    move_range (self->content->questions, first, end - first,
                position < index ? before : after - (end - first));
  move_range (self->content->sections, index, 1, position);
  return position;
}

static void
place_question (KsFormBuilder *self, KsQuestion *question, int section)
{
  question->profile = section == KS_FORM_PROFILE;
  g_free (question->section_id);
  question->section_id
      = question->profile ? NULL : g_strdup (get_section (self, (guint) section)->id);
}

/**
 * ks_form_builder_add_question:
 * @self: a builder
 * @section: a section, or %KS_FORM_PROFILE
 * @position: where it stands in it; beyond the last: at the end
 * @question: what it asks; without an id it gets a free one
 *
 * Returns: its index
 */
guint
ks_form_builder_add_question (KsFormBuilder *self, int section, guint position,
                              const KsQuestion *question)
{
  guint first, end;
  KsQuestion copy;

  find_span (self, section, &first, &end);
  position = first + MIN (position, end - first);
  ks_question_copy_to (question, &copy);
  place_question (self, &copy, section);
  if (copy.id == NULL || *copy.id == '\0')
    {
      g_free (copy.id);
      copy.id = ks_form_content_dup_question_id (self->content, copy.section_id);
    }
  g_array_insert_val (self->content->questions, position, copy);
  return position;
}

/**
 * ks_form_builder_set_question:
 * @self: a builder
 * @index: a question
 * @question: what it asks from now on; it stays where it stands
 */
void
ks_form_builder_set_question (KsFormBuilder *self, guint index, const KsQuestion *question)
{
  int section = find_section_of (self, index);
  KsQuestion *there = get_question (self, index);
  KsQuestion copy;

  ks_question_copy_to (question, &copy);
  place_question (self, &copy, section);
  ks_question_clear (there);
  *there = copy;
}

/**
 * ks_form_builder_get_question_id:
 * @self: a builder
 * @index: a question
 *
 * Returns: (transfer none): its id
 */
const char *
ks_form_builder_get_question_id (KsFormBuilder *self, guint index)
{
  return get_question (self, index)->id;
}

/**
 * ks_form_builder_remove_question:
 * @self: a builder
 * @index: a question
 */
void
ks_form_builder_remove_question (KsFormBuilder *self, guint index)
{
  g_array_remove_index (self->content->questions, index);
}

/**
 * ks_form_builder_move_question:
 * @self: a builder
 * @index: a question
 * @section: where it goes, or %KS_FORM_PROFILE
 * @position: its place there once it is taken out of where it stands; beyond the last: at the end
 *
 * Returns: its index afterwards
 */
guint
ks_form_builder_move_question (KsFormBuilder *self, guint index, int section, guint position)
{
  KsQuestion question;
  guint moved;

  ks_question_copy_to (get_question (self, index), &question);
  g_array_remove_index (self->content->questions, index);
  moved = ks_form_builder_add_question (self, section, position, &question);
  ks_question_clear (&question);
  return moved;
}

/**
 * ks_form_builder_shift_question:
 * @self: a builder
 * @index: a question
 * @by: -1: up, 1: down
 *
 * Moves a question by one place, out of its section where it stands at its edge.
 *
 * Returns: its index afterwards; @index where there is no such place
 */
guint
ks_form_builder_shift_question (KsFormBuilder *self, guint index, int by)
{
  int section = find_section_of (self, index);
  guint first, end;

  find_span (self, section, &first, &end);
  if (by < 0 && index > first)
    return ks_form_builder_move_question (self, index, section, index - first - 1);
  if (by > 0 && index + 1 < end)
    return ks_form_builder_move_question (self, index, section, index - first + 1);
  if (by < 0 && section > KS_FORM_PROFILE)
    return ks_form_builder_move_question (self, index, section - 1, G_MAXUINT);
  if (by > 0 && section + 1 < (int) self->content->sections->len)
    return ks_form_builder_move_question (self, index, section + 1, 0);
  return index;
}

/**
 * ks_form_builder_set_scale:
 * @self: a builder
 * @scale: a scale; it takes the place of the one with the same id
 */
void
ks_form_builder_set_scale (KsFormBuilder *self, const KsScale *scale)
{
  KsScale *there = ks_form_content_find_scale (self->content, scale->id);
  KsScale copy;

  ks_scale_copy_to (scale, &copy);
  if (there == NULL)
    {
      g_array_append_val (self->content->scales, copy);
      return;
    }
  g_free (there->id);
  ks_options_free (there->options, there->n_options);
  *there = copy;
}

/**
 * ks_form_builder_remove_scale:
 * @self: a builder
 * @id: a scale; questions that are answered with it must have got another
 */
void
ks_form_builder_remove_scale (KsFormBuilder *self, const char *id)
{
  for (guint i = 0; i < self->content->scales->len; i++)
    if (strcmp (g_array_index (self->content->scales, KsScale, i).id, id) == 0)
      {
        g_array_remove_index (self->content->scales, i);
        return;
      }
}

/**
 * ks_form_builder_build:
 * @self: a builder, which goes on as it is
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Checks everything, by reading what is written.
 *
 * Returns: (transfer full): the form, or %NULL with @error set, which names the question
 */
KsForm *
ks_form_builder_build (KsFormBuilder *self, GError **error)
{
  g_autofree char *json = ks_form_content_dup_json (self->content);

  return ks_form_new_from_json (json, -1, error);
}
