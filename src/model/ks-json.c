/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-json.h"

#include <string.h>

#define MAX_DEPTH 32

/**
 * ks_json_is_plain:
 * @json: what claims to be JSON
 * @length: its length in bytes
 *
 * The parser goes down one call per bracket, so a file of brackets alone would exhaust the stack;
 * it also reads comments and other quotes than JSON has, in which brackets could hide.
 *
 * Returns: whether it can be given to the parser
 */
gboolean
ks_json_is_plain (const char *json, gsize length)
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

static void append_node (GString *text, JsonNode *node, int depth);

static void
append_text (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (; *value != '\0'; value++)
    {
      guchar c = (guchar) *value;

      if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", c);
      else if (c < 0x20 || c == 0x7f)
        g_string_append_printf (text, "\\u%04x", c);
      else
        g_string_append_c (text, (char) c);
    }
  g_string_append_c (text, '"');
}

/* @depth: -1: all on one line */
static void
begin_line (GString *text, int depth)
{
  if (depth < 0)
    return;
  g_string_append_c (text, '\n');
  for (int i = 0; i < depth; i++)
    g_string_append (text, "  ");
}

static int
go_down (int depth)
{
  return depth < 0 ? depth : depth + 1;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
append_object (GString *text, JsonObject *object, int depth)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (object), compare_names);

  g_string_append_c (text, '{');
  for (GList *at = names; at != NULL; at = at->next)
    {
      begin_line (text, go_down (depth));
      append_text (text, at->data);
      g_string_append (text, depth < 0 ? ":" : ": ");
      append_node (text, json_object_get_member (object, at->data), go_down (depth));
      if (at->next != NULL)
        g_string_append_c (text, ',');
    }
  if (names != NULL)
    begin_line (text, depth);
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, JsonArray *array, int depth)
{
  guint n = json_array_get_length (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < n; i++)
    {
      begin_line (text, go_down (depth));
      append_node (text, json_array_get_element (array, i), go_down (depth));
      if (i + 1 < n)
        g_string_append_c (text, ',');
    }
  if (n > 0)
    begin_line (text, depth);
  g_string_append_c (text, ']');
}

static void
append_value (GString *text, JsonNode *node)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      append_text (text, json_node_get_string (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
      break;
    case G_TYPE_DOUBLE:
      g_string_append (text, g_ascii_dtostr (digits, sizeof digits, json_node_get_double (node)));
      break;
    default:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    }
}

static void
append_node (GString *text, JsonNode *node, int depth)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (text, json_node_get_object (node), depth);
      break;
    case JSON_NODE_ARRAY:
      append_array (text, json_node_get_array (node), depth);
      break;
    case JSON_NODE_VALUE:
      append_value (text, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (text, "null");
      break;
    }
}

/**
 * ks_json_dup_canonical:
 * @node: a value
 * @indented: a line for each member, for people who read it; %FALSE: all on one line
 *
 * Writes JSON of which there is only one way to write it, so that its hash can be told: members by
 * the bytes of their names, no locale, numbers as short as they are exact, UTF-8 as it is.
 *
 * Returns: (transfer full): the text
 */
char *
ks_json_dup_canonical (JsonNode *node, gboolean indented)
{
  GString *text = g_string_new (NULL);

  append_node (text, node, indented ? 0 : -1);
  return g_string_free (text, FALSE);
}
