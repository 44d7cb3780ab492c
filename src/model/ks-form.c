/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include <string.h>

struct _KsForm
{
  GObject parent_instance;

  char *json;
  KsFormContent *content;
  GHashTable *questions_by_id;
  const KsQuestion *key_question;
  guint answer_width;
  guint n_slots;
};

G_DEFINE_FINAL_TYPE (KsForm, ks_form, G_TYPE_OBJECT)

static void
ks_form_finalize (GObject *object)
{
  KsForm *self = KS_FORM (object);

  g_hash_table_unref (self->questions_by_id);
  g_clear_pointer (&self->content, ks_form_content_free);
  g_free (self->json);
  G_OBJECT_CLASS (ks_form_parent_class)->finalize (object);
}

static void
ks_form_class_init (KsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_form_finalize;
}

static void
ks_form_init (KsForm *self)
{
  self->questions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static guint
get_width (const KsQuestion *question)
{
  switch (question->type)
    {
    case KS_QUESTION_SINGLE:
      return question->n_options < 10 ? 1 : 2;
    case KS_QUESTION_MULTI:
      return question->n_options;
    case KS_QUESTION_TEXT:
    default:
      return 0;
    }
}

static void
lay_out (KsForm *self)
{
  for (guint i = 0; i < self->content->questions->len; i++)
    {
      KsQuestion *question = &g_array_index (self->content->questions, KsQuestion, i);

      question->offset = self->answer_width;
      question->width = get_width (question);
      question->slot = self->n_slots;
      self->answer_width += question->width;
      self->n_slots += 1 + question->n_options;
      if (question->key)
        self->key_question = question;
      g_hash_table_insert (self->questions_by_id, question->id, question);
    }
}

/**
 * ks_form_new_from_json:
 * @json: a form: id, title, notice, scales, profile, sections with their questions
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @error: return location
 *
 * Reads a form and lays out where its answers stand. Fails with %KS_MODEL_ERROR_INVALID and a
 * message that names the question: at most 500 questions of at most 99 options, no id twice, no
 * two options of a question that differ in marks and capitals only.
 *
 * Levels that count as "đánh giá tốt" are the top two of a scale of four levels or more, the top
 * one of fewer, unless the option says "good": true or false; "chưa tốt" are those below the
 * middle unless it says "poor".
 *
 * Returns: (transfer full) (nullable): the form
 */
KsForm *
ks_form_new_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (KsFormContent) content = NULL;
  g_autofree char *written = NULL;
  KsForm *self;

  g_return_val_if_fail (json != NULL, NULL);

  content = ks_form_content_new_from_json (json, length < 0 ? strlen (json) : (gsize) length,
                                           error);
  if (content == NULL)
    return NULL;
  /* What was read must be readable again after it was written: indentation makes it longer. */
  written = ks_form_content_dup_json (content);
  if (!ks_form_check_length (strlen (written), error))
    return NULL;
  self = g_object_new (KS_TYPE_FORM, NULL);
  self->json = g_steal_pointer (&written);
  self->content = g_steal_pointer (&content);
  lay_out (self);
  return self;
}

/**
 * ks_form_get_content:
 * @self: a form
 *
 * Returns: (transfer none): what it says and asks
 */
const KsFormContent *
ks_form_get_content (KsForm *self)
{
  return self->content;
}

/**
 * ks_form_get_json:
 * @self: a form
 *
 * Returns: (transfer none): the form as its file says it; the same for the same form
 */
const char *
ks_form_get_json (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  return self->json;
}

/**
 * ks_form_get_id:
 * @self: a form
 *
 * Returns: (transfer none): its name among forms
 */
const char *
ks_form_get_id (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  return self->content->id;
}

/**
 * ks_form_get_title:
 * @self: a form
 *
 * Returns: (transfer none): its title
 */
const char *
ks_form_get_title (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  return self->content->title;
}

/**
 * ks_form_get_notice:
 * @self: a form
 *
 * Returns: (transfer none): what must stand wherever it shows; empty if nothing must
 */
const char *
ks_form_get_notice (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  return self->content->notice;
}

/**
 * ks_form_dup_short_notice:
 * @self: a form
 *
 * Returns: (transfer full): the notice up to its first semicolon; empty if there is none
 */
char *
ks_form_dup_short_notice (KsForm *self)
{
  const char *notice = ks_form_get_notice (self);

  g_return_val_if_fail (notice != NULL, NULL);

  return g_strchomp (g_strndup (notice, strcspn (notice, ";")));
}

/**
 * ks_form_get_intro:
 * @self: a form
 *
 * Returns: (transfer none): what it tells before the first question; empty if nothing
 */
const char *
ks_form_get_intro (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  return self->content->intro;
}

/**
 * ks_form_get_unit_text:
 * @self: a form
 *
 * Returns: (transfer none): how it asks for the unit; empty if it does not
 */
const char *
ks_form_get_unit_text (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  return self->content->unit_text;
}

/**
 * ks_form_get_unit_id:
 * @self: a form
 *
 * Returns: (transfer none): id of the entry that asks for the unit; may be empty
 */
const char *
ks_form_get_unit_id (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  return self->content->unit_id;
}

/**
 * ks_form_get_n_questions:
 * @self: a form
 *
 * Returns: number of questions, profile questions included, the one for the unit not
 */
guint
ks_form_get_n_questions (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), 0);

  return self->content->questions->len;
}

/**
 * ks_form_get_question:
 * @self: a form
 * @index: place in the form, profile questions first, less than ks_form_get_n_questions()
 *
 * Returns: (transfer none): the question
 */
const KsQuestion *
ks_form_get_question (KsForm *self, guint index)
{
  g_return_val_if_fail (KS_IS_FORM (self) && index < self->content->questions->len, NULL);

  return &g_array_index (self->content->questions, KsQuestion, index);
}

/**
 * ks_form_get_questions:
 * @self: a form
 * @n_questions: (out): how many there are
 *
 * For loops that run once for each of many answer sheets.
 *
 * Returns: (transfer none) (array length=n_questions): all questions, in the order of the form
 */
const KsQuestion *
ks_form_get_questions (KsForm *self, guint *n_questions)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  *n_questions = self->content->questions->len;
  return (const KsQuestion *) (const void *) self->content->questions->data;
}

/**
 * ks_form_lookup:
 * @self: a form
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the question with that id
 */
const KsQuestion *
ks_form_lookup (KsForm *self, const char *id)
{
  g_return_val_if_fail (KS_IS_FORM (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->questions_by_id, id);
}

/**
 * ks_form_get_key_question:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the question whose share is a unit's own figure
 */
const KsQuestion *
ks_form_get_key_question (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  return self->key_question;
}

/**
 * ks_form_get_n_sections:
 * @self: a form
 *
 * Returns: number of sections
 */
guint
ks_form_get_n_sections (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), 0);

  return self->content->sections->len;
}

/**
 * ks_form_get_section:
 * @self: a form
 * @index: less than ks_form_get_n_sections()
 *
 * Returns: (transfer none): the section
 */
const KsSection *
ks_form_get_section (KsForm *self, guint index)
{
  g_return_val_if_fail (KS_IS_FORM (self) && index < self->content->sections->len, NULL);

  return &g_array_index (self->content->sections, KsSection, index);
}

/**
 * ks_form_get_n_scales:
 * @self: a form
 *
 * Returns: number of scales, those that no question uses among them
 */
guint
ks_form_get_n_scales (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), 0);

  return self->content->scales->len;
}

/**
 * ks_form_get_scale:
 * @self: a form
 * @index: less than ks_form_get_n_scales()
 *
 * Returns: (transfer none): the scale
 */
const KsScale *
ks_form_get_scale (KsForm *self, guint index)
{
  g_return_val_if_fail (KS_IS_FORM (self) && index < self->content->scales->len, NULL);

  return &g_array_index (self->content->scales, KsScale, index);
}

/**
 * ks_form_lookup_scale:
 * @self: a form
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the scale with that id
 */
const KsScale *
ks_form_lookup_scale (KsForm *self, const char *id)
{
  g_return_val_if_fail (KS_IS_FORM (self) && id != NULL, NULL);

  return ks_form_content_find_scale (self->content, id);
}

/**
 * ks_form_lookup_section:
 * @self: a form
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the section with that id
 */
const KsSection *
ks_form_lookup_section (KsForm *self, const char *id)
{
  g_return_val_if_fail (KS_IS_FORM (self), NULL);

  for (guint i = 0; id != NULL && i < ks_form_get_n_sections (self); i++)
    if (g_str_equal (ks_form_get_section (self, i)->id, id))
      return ks_form_get_section (self, i);
  return NULL;
}

/**
 * ks_form_count_scale_users:
 * @self: a form
 * @id: id of a scale
 *
 * Returns: how many questions are answered with it
 */
guint
ks_form_count_scale_users (KsForm *self, const char *id)
{
  guint n_users = 0;

  g_return_val_if_fail (KS_IS_FORM (self) && id != NULL, 0);

  for (guint i = 0; i < self->content->questions->len; i++)
    n_users += g_strcmp0 (ks_form_get_question (self, i)->scale_id, id) == 0;
  return n_users;
}

/**
 * ks_form_get_answer_width:
 * @self: a form
 *
 * Returns: number of columns of an answer text
 */
guint
ks_form_get_answer_width (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), 0);

  return self->answer_width;
}

/**
 * ks_form_get_n_slots:
 * @self: a form
 *
 * Returns: number of tallies of a unit: one for "any answer" and one per option of each question
 */
guint
ks_form_get_n_slots (KsForm *self)
{
  g_return_val_if_fail (KS_IS_FORM (self), 0);

  return self->n_slots;
}
