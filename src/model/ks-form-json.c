/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include <stdio.h>

#include "ks-i18n.h"
#include "ks-json.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_JSON_LENGTH (4 * 1024 * 1024)

/**
 * ks_form_check_length:
 * @length: of a form's JSON in bytes
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Returns: whether a form may be that long
 */
gboolean
ks_form_check_length (gsize length, GError **error)
{
  if (length <= MAX_JSON_LENGTH)
    return TRUE;
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("This is too large for a form: more than %d MB."), MAX_JSON_LENGTH >> 20);
  return FALSE;
}

static gboolean
check_json (const char *json, gsize length, GError **error)
{
  gsize line;

  if (!ks_form_check_length (length, error))
    return FALSE;
  if (!ks_text_is_valid (json, length, &line))
    g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                 _("Line %zu is not UTF-8 text. Save the form as UTF-8."), line);
  else if (!ks_json_is_plain (json, length))
    g_set_error_literal (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                         _("This is not a form in JSON: it holds comments, or its brackets nest "
                           "too deep."));
  else
    return TRUE;
  return FALSE;
}

/* The parser says what is wrong in English, but where in figures: "<data>:3:17: Parse error: …". */
static void
refuse_json (const GError *cause, GError **error)
{
  guint line, column;

  if (sscanf (cause->message, "%*[^:]:%u:%u", &line, &column) == 2)
    g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                 _("This is not a form in JSON: it cannot be read from line %u, character %u "
                   "on."),
                 line, column);
  else
    g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID, _("This is not a form in JSON."));
}

/**
 * ks_form_parse_json:
 * @json: a form
 * @length: its length in bytes
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Returns: (transfer full) (nullable): its object
 */
JsonNode *
ks_form_parse_json (const char *json, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) cause = NULL;

  if (!check_json (json, length, error))
    return NULL;
  if (!json_parser_load_from_data (parser, json, (gssize) length, &cause))
    {
      refuse_json (cause, error);
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

/* What people fill in has a name in their words; the rest is told as the file calls it. */
static const char *
say_member (const char *member)
{
  if (g_str_equal (member, "text"))
    return _("Text of the question");
  if (g_str_equal (member, "label"))
    return _("Words of a level or an option");
  return g_str_equal (member, "title") ? _("Heading") : member;
}

/**
 * ks_form_read_string:
 * @object: a JSON object
 * @member: name of a member
 * @where: what it belongs to, for messages
 * @required: whether it must be there and not empty
 * @result: (inout): the text, cleaned; "" where an optional one is missing
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Returns: %FALSE if the member is no text, too long, or missing though required
 */
gboolean
ks_form_read_string (JsonObject *object, const char *member, const char *where, gboolean required,
                     char **result, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *text = NULL;

  if (node == NULL)
    text = g_strdup ("");
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = ks_text_clean (json_node_get_string (node));
  else
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is not a text."), where, say_member (member));
      return FALSE;
    }
  if (required && *text == '\0')
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is missing or empty."), where, say_member (member));
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > KS_FORM_MAX_TEXT)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is longer than %d characters."), where, say_member (member),
                   KS_FORM_MAX_TEXT);
      return FALSE;
    }
  g_free (*result);
  *result = g_steal_pointer (&text);
  return TRUE;
}

/**
 * ks_form_read_boolean:
 * @object: a JSON object
 * @member: name of a member
 * @where: what it belongs to, for messages
 * @result: (inout): the value; stays where the member is missing
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Returns: %FALSE if the member is neither true nor false
 */
gboolean
ks_form_read_boolean (JsonObject *object, const char *member, const char *where, gboolean *result,
                      GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is neither true nor false."), where, member);
      return FALSE;
    }
  *result = json_node_get_boolean (node);
  return TRUE;
}

/**
 * ks_form_read_array:
 * @object: a JSON object
 * @member: name of a member
 * @where: what it belongs to, for messages
 * @result: (out) (transfer none) (nullable): the list, or %NULL where the member is missing
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Returns: %FALSE if the member is no list
 */
gboolean
ks_form_read_array (JsonObject *object, const char *member, const char *where, JsonArray **result,
                    GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *result = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is not a list."), where, member);
      return FALSE;
    }
  *result = json_node_get_array (node);
  return TRUE;
}

/**
 * ks_form_get_object:
 * @array: a list
 * @index: less than its length
 * @where: what it belongs to, for messages
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Returns: (transfer none) (nullable): the element, which must be an object
 */
JsonObject *
ks_form_get_object (JsonArray *array, guint index, const char *where, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("%s: entry %u is not written as {…}."), where, index + 1);
  return NULL;
}
