/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_JSON_LENGTH (4 * 1024 * 1024)
#define MAX_DEPTH 32
#define MAX_ID_LENGTH 32

typedef struct {
  KsFormContent *content;
  JsonObject *scales; /* NULL: the form has none */
  GHashTable *ids;
  gboolean has_key;
} Reader;

static void
clear_question (gpointer data)
{
  KsQuestion *question = data;

  g_free (question->id);
  g_free (question->text);
  g_free (question->short_text);
  g_free (question->section_id);
  for (guint i = 0; i < question->n_options; i++)
    g_free (question->options[i].label);
  g_free (question->options);
}

static void
clear_section (gpointer data)
{
  KsSection *section = data;

  g_free (section->id);
  g_free (section->title);
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
  g_free (self->unit_text);
  g_array_unref (self->questions);
  g_array_unref (self->sections);
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
  static const char *const names[] = { "single", "multi", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      {
        *type = (KsQuestionType) i;
        return TRUE;
      }
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("%s: the type “%s” is none of single, multi, text."), where, name);
  return FALSE;
}

static JsonObject *
find_scale (Reader *reader, const char *name, const char *where, GError **error)
{
  JsonNode *node = reader->scales != NULL ? json_object_get_member (reader->scales, name) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("%s: the form has no scale “%s”."), where, name);
  return NULL;
}

static gboolean
read_choices (Reader *reader, JsonObject *object, const char *where, KsQuestion *question,
              GError **error)
{
  g_autofree char *scale_name = NULL;
  g_autofree char *kind = NULL;
  g_autoptr (GArray) options = NULL;
  JsonObject *holder = object;
  JsonArray *array;

  if (!ks_form_read_string (object, "scale", where, FALSE, &scale_name, error))
    return FALSE;
  if (*scale_name != '\0')
    {
      holder = find_scale (reader, scale_name, where, error);
      if (holder == NULL || !ks_form_read_string (holder, "kind", where, FALSE, &kind, error))
        return FALSE;
      question->ordinal
          = question->type == KS_QUESTION_SINGLE && strcmp (kind, "ordinal") == 0;
    }
  if (!ks_form_read_array (holder, "options", where, &array, error))
    return FALSE;
  options = ks_form_read_options (array, where, question->ordinal, error);
  if (options == NULL)
    return FALSE;
  g_array_set_clear_func (options, NULL);
  question->n_options = options->len;
  question->options = (KsOption *) g_array_free (g_steal_pointer (&options), FALSE);
  return TRUE;
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
  return ks_form_read_string (object, "text", where, TRUE, &reader->content->unit_text, error);
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
  JsonNode *scales = json_object_get_member (root, "scales");

  if (scales != NULL && !JSON_NODE_HOLDS_OBJECT (scales))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is not written as {…}."), where, "scales");
      return FALSE;
    }
  reader->scales = scales != NULL ? json_node_get_object (scales) : NULL;
  if (!ks_form_read_string (root, "id", where, TRUE, &content->id, error)
      || !ks_form_read_string (root, "title", where, TRUE, &content->title, error)
      || !ks_form_read_string (root, "notice", where, FALSE, &content->notice, error)
      || !read_profile (reader, root, where, error) || !read_sections (reader, root, where, error))
    return FALSE;
  if (content->questions->len > 0)
    return TRUE;
  g_set_error_literal (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                       _("The form has no questions."));
  return FALSE;
}

/* The parser goes down one call per bracket, so a file of brackets alone would exhaust the stack;
 * it also reads comments and other quotes than JSON has, in which brackets could hide. */
static gboolean
is_plain_json (const char *json, gsize length)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length && depth <= MAX_DEPTH; i++)
    {
      char c = json[i];

      if (c == '"')
        quoted = !quoted;
      else if (c == '\\' && quoted)
        i++;
      else if (quoted)
        continue;
      else if (c == '/' || c == '#' || c == '\'')
        return FALSE;
      else if (c == '[' || c == '{')
        depth++;
      else if (c == ']' || c == '}')
        depth--;
    }
  return depth <= MAX_DEPTH;
}

static gboolean
check_json (const char *json, gsize length, GError **error)
{
  gsize line;

  if (length > MAX_JSON_LENGTH)
    g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                 _("This is too large for a form: more than %d MB."), MAX_JSON_LENGTH >> 20);
  else if (!ks_text_is_valid (json, length, &line))
    g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                 _("Line %zu is not UTF-8 text. Save the form as UTF-8."), line);
  else if (!is_plain_json (json, length))
    g_set_error_literal (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                         _("This is not a form in JSON: it holds comments, or its brackets nest "
                           "too deep."));
  else
    return TRUE;
  return FALSE;
}

static JsonNode *
parse_json (const char *json, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) cause = NULL;

  if (!json_parser_load_from_data (parser, json, (gssize) length, &cause))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("This is not a form in JSON: %s"), cause->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                           _("This is not a form in JSON: it does not begin with {."));
      return NULL;
    }
  return json_parser_steal_root (parser);
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
  g_autoptr (KsFormContent) content = g_new0 (KsFormContent, 1);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) root = NULL;
  Reader reader = { .content = content, .ids = ids };

  content->unit_text = g_strdup ("");
  content->questions = g_array_new (FALSE, TRUE, sizeof (KsQuestion));
  g_array_set_clear_func (content->questions, clear_question);
  content->sections = g_array_new (FALSE, TRUE, sizeof (KsSection));
  g_array_set_clear_func (content->sections, clear_section);

  if (!check_json (json, length, error))
    return NULL;
  root = parse_json (json, length, error);
  if (root == NULL || !read_root (&reader, json_node_get_object (root), error))
    return NULL;
  return g_steal_pointer (&content);
}
