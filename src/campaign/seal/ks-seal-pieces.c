/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-pieces.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-json.h"
#include "ks-sha256.h"

/* No line that is written is nearly so long. */
#define MAX_LINE ((gsize)64 << 20)

static void
free_piece (gpointer data)
{
  KsPlainZipPart *piece = data;

  g_free (piece->name);
  g_bytes_unref (piece->content);
  g_free (piece);
}

/**
 * ks_seal_pieces_new:
 *
 * Returns: (transfer full) (element-type KsPlainZipPart): no pieces yet
 */
GPtrArray *
ks_seal_pieces_new (void)
{
  return g_ptr_array_new_with_free_func (free_piece);
}

/**
 * ks_seal_pieces_find:
 * @pieces: (element-type KsPlainZipPart): pieces
 * @name: of one of them
 *
 * Returns: (transfer none) (nullable): what it holds
 */
GBytes *
ks_seal_pieces_find (GPtrArray *pieces, const char *name)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const KsPlainZipPart *piece = pieces->pdata[i];

      if (g_str_equal (piece->name, name))
        return piece->content;
    }
  return NULL;
}

/**
 * ks_seal_pieces_add:
 * @pieces: (element-type KsPlainZipPart): pieces
 * @name: of the new one
 * @content: what it holds
 *
 * Adds a piece behind the others.
 */
void
ks_seal_pieces_add (GPtrArray *pieces, const char *name, GBytes *content)
{
  KsPlainZipPart *piece = g_new (KsPlainZipPart, 1);

  *piece = (KsPlainZipPart){ g_strdup (name), g_bytes_ref (content) };
  g_ptr_array_add (pieces, piece);
}

/**
 * ks_seal_pieces_add_text:
 * @pieces: (element-type KsPlainZipPart): pieces
 * @name: of the new one
 * @text: (transfer full): what it says
 *
 * Adds a piece of text.
 */
void
ks_seal_pieces_add_text (GPtrArray *pieces, const char *name, char *text)
{
  g_autoptr (GBytes) content = g_bytes_new_take (text, strlen (text));

  ks_seal_pieces_add (pieces, name, content);
}

/**
 * ks_seal_pieces_add_table:
 * @pieces: (element-type KsPlainZipPart): pieces
 * @name: of the new one
 * @table: written in memory
 *
 * Adds a table.
 */
void
ks_seal_pieces_add_table (GPtrArray *pieces, const char *name, KsCsvWriter *table)
{
  gsize length = ks_csv_writer_get_length (table);
  g_autoptr (GBytes) content = g_bytes_new_take (ks_csv_writer_steal_text (table), length);

  ks_seal_pieces_add (pieces, name, content);
}

/**
 * ks_seal_hash:
 * @content: bytes
 *
 * Returns: (transfer full): their SHA-256, in hexadecimal digits
 */
char *
ks_seal_hash (GBytes *content)
{
  KsSha256 hash;
  gsize length;
  const void *data = g_bytes_get_data (content, &length);

  ks_sha256_init (&hash);
  ks_sha256_add (&hash, data, length);
  return ks_sha256_finish (&hash);
}

/**
 * ks_seal_pieces_make_sums:
 * @pieces: (element-type KsPlainZipPart): pieces
 *
 * Returns: (transfer full): the list that `sha256sum -c` takes, of all pieces but itself
 */
GBytes *
ks_seal_pieces_make_sums (GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const KsPlainZipPart *piece = pieces->pdata[i];
      g_autofree char *hash = NULL;

      if (g_str_equal (piece->name, KS_SEAL_SUMS))
        continue;
      hash = ks_seal_hash (piece->content);
      g_string_append_printf (text, "%s  %s\n", hash, piece->name);
    }
  return g_string_free_to_bytes (text);
}

/**
 * ks_seal_append_line:
 * @text: lines
 * @line: (transfer full): an object
 *
 * Adds a line.
 */
void
ks_seal_append_line (GString *text, JsonObject *line)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), line);
  g_autofree char *json = ks_json_dup_canonical (node, FALSE);

  g_string_append_printf (text, "%s\n", json);
  json_object_unref (line);
}

static gboolean
refuse_line (const char *name, guint number, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("%s, line %u: this is not what the program wrote there"), name, number);
  return FALSE;
}

static gboolean
read_line (const char *name,
           guint number,
           const char *line,
           gsize length,
           KsSealLineFunc func,
           gpointer data,
           GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (length > MAX_LINE || !g_utf8_validate (line, (gssize)length, NULL)
      || !ks_json_is_plain (line, length)
      || !json_parser_load_from_data (parser, line, (gssize)length, NULL))
    return refuse_line (name, number, error);
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return refuse_line (name, number, error);
  return func (json_node_get_object (root), data, error);
}

/**
 * ks_seal_foreach_line:
 * @pieces: (element-type KsPlainZipPart): pieces
 * @name: of one of them
 * @func: called with each line; %FALSE with its error set ends the walk
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set if there is no such piece, or a line is no JSON object
 */
gboolean
ks_seal_foreach_line (
    GPtrArray *pieces, const char *name, KsSealLineFunc func, gpointer data, GError **error)
{
  GBytes *content = ks_seal_pieces_find (pieces, name);
  const char *at;
  const char *end;
  gsize length;

  if (content == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("%s is missing in the archive"), name);
      return FALSE;
    }
  at = g_bytes_get_data (content, &length);
  end = at + length;
  for (guint number = 1; at < end; number++)
    {
      const char *stop = memchr (at, '\n', (gsize)(end - at));

      stop = stop != NULL ? stop : end;
      if (!read_line (name, number, at, (gsize)(stop - at), func, data, error))
        return FALSE;
      at = stop + 1;
    }
  return TRUE;
}

/**
 * ks_seal_get_text:
 * @line: an object
 * @member: name of a member
 *
 * Returns: (transfer none): its text; empty where it is none
 */
const char *
ks_seal_get_text (JsonObject *line, const char *member)
{
  JsonNode *node = json_object_get_member (line, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

/**
 * ks_seal_get_number:
 * @line: an object
 * @member: name of a member
 * @fallback: what stands for a member that is no whole number
 *
 * Returns: its number
 */
gint64
ks_seal_get_number (JsonObject *line, const char *member, gint64 fallback)
{
  JsonNode *node = json_object_get_member (line, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_INT64
             ? json_node_get_int (node)
             : fallback;
}
