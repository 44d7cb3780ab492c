/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_TEXT_LENGTH 4000

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
                   _("%s: “%s” is not a text."), where, member);
      return FALSE;
    }
  if (required && *text == '\0')
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is missing or empty."), where, member);
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > MAX_TEXT_LENGTH)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: “%s” is longer than %d characters."), where, member, MAX_TEXT_LENGTH);
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
