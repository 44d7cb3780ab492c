/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_ID_LENGTH 32
#define MAX_SCALES 500

typedef struct {
  KsFormContent *content;
  GHashTable *ids;
  gboolean has_key;
} Reader;

static void
clear_question (gpointer data)
{
  ks_question_clear (data);
}

static void
clear_section (gpointer data)
{
  KsSection *section = data;

  g_free (section->id);
  g_free (section->title);
  g_free (section->basis);
}

static void
clear_scale (gpointer data)
{
  KsScale *scale = data;

  g_free (scale->id);
  ks_options_free (scale->options, scale->n_options);
}

/**
 * ks_form_content_new:
 *
 * Returns: (transfer full): a form that says and asks nothing
 */
KsFormContent *
ks_form_content_new (void)
{
  KsFormContent *self = g_new0 (KsFormContent, 1);

  self->id = g_strdup ("");
  self->title = g_strdup ("");
  self->notice = g_strdup ("");
  self->intro = g_strdup ("");
  self->unit_id = g_strdup ("");
  self->unit_text = g_strdup ("");
  self->questions = g_array_new (FALSE, TRUE, sizeof (KsQuestion));
  g_array_set_clear_func (self->questions, clear_question);
  self->sections = g_array_new (FALSE, TRUE, sizeof (KsSection));
  g_array_set_clear_func (self->sections, clear_section);
  self->scales = g_array_new (FALSE, TRUE, sizeof (KsScale));
  g_array_set_clear_func (self->scales, clear_scale);
  return self;
}

/**
 * ks_form_content_free:
 * @self: (transfer full): what was read from a form
 */
void
ks_form_content_free (KsFormContent *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->notice);
  g_free (self->intro);
  g_free (self->unit_id);
  g_free (self->unit_text);
  g_array_unref (self->questions);
  g_array_unref (self->sections);
  g_array_unref (self->scales);
  g_free (self);
}

/* Ids stand on command lines and in tables. */
static gboolean
check_id (Reader *reader, const char *id, const char *where, GError **error)
{
  static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

  if (strlen (id) > MAX_ID_LENGTH || strspn (id, allowed) != strlen (id))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: the id may have up to %d letters without marks, figures, points and "
                     "dashes."),
                   where, MAX_ID_LENGTH);
      return FALSE;
    }
  if (!g_hash_table_add (reader->ids, g_strdup (id)))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: the id stands twice in the form."), where);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_type (const char *name, const char *where, KsQuestionType *type, GError **error)
{
  for (guint i = KS_QUESTION_SINGLE; i <= KS_QUESTION_TEXT; i++)
    if (strcmp (name, ks_question_type_get_name ((KsQuestionType) i)) == 0)
      {
        *type = (KsQuestionType) i;
        return TRUE;
      }
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("%s: the type “%s” is none of single, multi, text."), where, name);
  return FALSE;
}

static gboolean
read_scale (Reader *reader, const char *id, JsonNode *node, GError **error)
{
  g_autofree char *where = g_strdup_printf (_("Scale %s"), id);
  g_autofree char *kind = NULL;
  JsonArray *array;
  KsScale scale = { 0 };

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID, _("%s is not written as {…}."),
                   where);
      return FALSE;
    }
  if (!ks_form_read_string (json_node_get_object (node), "kind", where, FALSE, &kind, error)
      || !ks_form_read_array (json_node_get_object (node), "options", where, &array, error))
    return FALSE;
  scale.ordinal = strcmp (kind, "ordinal") == 0;
  scale.options = ks_form_read_options (array, where, scale.ordinal, &scale.n_options, error);
  if (scale.options == NULL)
    return FALSE;
  scale.id = g_strdup (id);
  g_array_append_val (reader->content->scales, scale);
  return TRUE;
}

static gboolean
read_scales (Reader *reader, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "scales");
  JsonObject *scales;
  JsonObjectIter iter;
  const char *id;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is not written as {…}."), _("Form"), "scales");
      return FALSE;
    }
  scales = json_node_get_object (node);
  if (json_object_get_size (scales) > MAX_SCALES)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("The form has more than %d scales."), MAX_SCALES);
      return FALSE;
    }
  json_object_iter_init_ordered (&iter, scales);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    if (!read_scale (reader, id, node, error))
      return FALSE;
  return TRUE;
}

/**
 * ks_form_content_find_scale:
 * @self: a form
 * @id: id of a scale
 *
 * Returns: (transfer none) (nullable): the scale
 */
KsScale *
ks_form_content_find_scale (KsFormContent *self, const char *id)
{
  for (guint i = 0; i < self->scales->len; i++)
    {
      KsScale *scale = &g_array_index (self->scales, KsScale, i);

      if (strcmp (scale->id, id) == 0)
        return scale;
    }
  return NULL;
}

static gboolean
take_scale (Reader *reader, const char *where, KsQuestion *question, GError **error)
{
  const KsScale *scale = ks_form_content_find_scale (reader->content, question->scale_id);

  if (scale == NULL)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: the form has no scale “%s”."), where, question->scale_id);
      return FALSE;
    }
  question->ordinal = question->type == KS_QUESTION_SINGLE && scale->ordinal;
  question->options = ks_options_copy (scale->options, scale->n_options);
  question->n_options = scale->n_options;
  return TRUE;
}

static gboolean
read_choices (Reader *reader, JsonObject *object, const char *where, KsQuestion *question,
              GError **error)
{
  g_autofree char *scale_id = NULL;
  JsonArray *array;

  if (!ks_form_read_string (object, "scale", where, FALSE, &scale_id, error))
    return FALSE;
  if (*scale_id != '\0')
    {
      question->scale_id = g_steal_pointer (&scale_id);
      return take_scale (reader, where, question, error);
    }
  if (!ks_form_read_array (object, "options", where, &array, error))
    return FALSE;
  question->options
      = ks_form_read_options (array, where, FALSE, &question->n_options, error);
  return question->options != NULL;
}

static gboolean
check_key (Reader *reader, const KsQuestion *question, const char *where, GError **error)
{
  if (!question->key)
    return TRUE;
  if (reader->has_key || !question->ordinal || question->profile)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: the key question must be one question alone, with a scale."), where);
      return FALSE;
    }
  reader->has_key = TRUE;
  return TRUE;
}

static gboolean
read_question_members (Reader *reader, JsonObject *object, const char *where, KsQuestion *question,
                       GError **error)
{
  g_autofree char *type = NULL;

  if (!check_id (reader, question->id, where, error)
      || !ks_form_read_string (object, "text", where, TRUE, &question->text, error)
      || !ks_form_read_string (object, "short", where, FALSE, &question->short_text, error)
      || !ks_form_read_string (object, "basis", where, FALSE, &question->basis, error)
      || !ks_form_read_string (object, "type", where, TRUE, &type, error)
      || !ks_form_read_boolean (object, "sensitive", where, &question->sensitive, error)
      || !ks_form_read_boolean (object, "key", where, &question->key, error)
      || !read_type (type, where, &question->type, error))
    return FALSE;
  if (question->type != KS_QUESTION_TEXT
      && !read_choices (reader, object, where, question, error))
    return FALSE;
  if (*question->short_text == '\0')
    {
      g_free (question->short_text);
      question->short_text = g_strdup (question->text);
    }
  return check_key (reader, question, where, error);
}

static gboolean
read_question (Reader *reader, JsonObject *object, const KsSection *section, const char *outer,
               GError **error)
{
  GArray *questions = reader->content->questions;
  g_autofree char *where = NULL;
  KsQuestion *question;

  if (questions->len >= KS_FORM_MAX_QUESTIONS)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("The form has more than %d questions."), KS_FORM_MAX_QUESTIONS);
      return FALSE;
    }
  g_array_set_size (questions, questions->len + 1);
  question = &g_array_index (questions, KsQuestion, questions->len - 1);
  question->profile = section == NULL;
  question->section_id = section != NULL ? g_strdup (section->id) : NULL;
  if (!ks_form_read_string (object, "id", outer, TRUE, &question->id, error))
    return FALSE;
  where = g_strdup_printf (_("Question %s"), question->id);
  return read_question_members (reader, object, where, question, error);
}

/* A profile entry with the role "unit" asks where somebody works: the import reads it. */
static gboolean
read_profile_entry (Reader *reader, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *role = NULL;

  if (!ks_form_read_string (object, "role", where, FALSE, &role, error))
    return FALSE;
  if (strcmp (role, "unit") != 0)
    return read_question (reader, object, NULL, where, error);
  if (*reader->content->unit_text != '\0')
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: two entries ask for the unit."), where);
      return FALSE;
    }
  return ks_form_read_string (object, "id", where, FALSE, &reader->content->unit_id, error)
         && ks_form_read_boolean (object, "prefill", where, &reader->content->unit_prefill, error)
         && ks_form_read_string (object, "text", where, TRUE, &reader->content->unit_text, error);
}

static gboolean
read_profile (Reader *reader, JsonObject *root, const char *outer, GError **error)
{
  const char *where = _("Profile questions");
  JsonArray *array;

  if (!ks_form_read_array (root, "profile", outer, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = ks_form_get_object (array, i, where, error);

      if (object == NULL || !read_profile_entry (reader, object, where, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_section (Reader *reader, JsonObject *object, const char *outer, GError **error)
{
  GArray *sections = reader->content->sections;
  g_autofree char *where = NULL;
  KsSection *section;
  JsonArray *array;

  g_array_set_size (sections, sections->len + 1);
  section = &g_array_index (sections, KsSection, sections->len - 1);
  if (!ks_form_read_string (object, "id", outer, TRUE, &section->id, error))
    return FALSE;
  where = g_strdup_printf (_("Section %s"), section->id);
  if (!check_id (reader, section->id, where, error)
      || !ks_form_read_string (object, "title", where, TRUE, &section->title, error)
      || !ks_form_read_string (object, "basis", where, FALSE, &section->basis, error)
      || !ks_form_read_array (object, "questions", where, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *question = ks_form_get_object (array, i, where, error);

      if (question == NULL || !read_question (reader, question, section, where, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_sections (Reader *reader, JsonObject *root, const char *outer, GError **error)
{
  const char *where = _("Sections");
  JsonArray *array;

  if (!ks_form_read_array (root, "sections", outer, &array, error))
    return FALSE;
  if (array != NULL && json_array_get_length (array) > KS_FORM_MAX_SECTIONS)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("The form has more than %d sections."), KS_FORM_MAX_SECTIONS);
      return FALSE;
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = ks_form_get_object (array, i, where, error);

      if (object == NULL || !read_section (reader, object, where, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_root (Reader *reader, JsonObject *root, GError **error)
{
  const char *where = _("Form");
  KsFormContent *content = reader->content;

  return ks_form_read_string (root, "id", where, TRUE, &content->id, error)
         && ks_form_read_string (root, "title", where, TRUE, &content->title, error)
         && ks_form_read_string (root, "notice", where, FALSE, &content->notice, error)
         && ks_form_read_string (root, "intro", where, FALSE, &content->intro, error)
         && read_scales (reader, root, error) && read_profile (reader, root, where, error)
         && read_sections (reader, root, where, error);
}

/**
 * ks_form_content_new_from_json:
 * @json: a form
 * @length: its length in bytes
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Reads what a form asks; see ks_form_new_from_json().
 *
 * Returns: (transfer full) (nullable): the content, without its layout
 */
KsFormContent *
ks_form_content_new_from_json (const char *json, gsize length, GError **error)
{
  g_autoptr (KsFormContent) content = ks_form_content_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) root = ks_form_parse_json (json, length, error);
  Reader reader = { .content = content, .ids = ids };

  if (root == NULL || !read_root (&reader, json_node_get_object (root), error))
    return NULL;
  return g_steal_pointer (&content);
}
