/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-manifest.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-json.h"
#include "ks-seal-pieces.h"

/* That of a country is a twentieth of it. */
#define MAX_BYTES ((gsize)64 << 20)

#define HASH_DIGITS 64

static void
free_part (gpointer data)
{
  KsSealPart *part = data;

  g_free (part->name);
  g_free (part->sha256);
  g_free (part);
}

static void
free_input (gpointer data)
{
  g_free (((KsSealInput *)data)->kept_sha256);
  g_free (data);
}

/**
 * ks_seal_manifest_free:
 * @self: (nullable): a manifest
 *
 * Frees it.
 */
void
ks_seal_manifest_free (KsSealManifest *self)
{
  if (self == NULL)
    return;
  g_free (self->format);
  g_free (self->title);
  g_free (self->head);
  g_free (self->seal);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  g_free (self);
}

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
is_hash (const char *text)
{
  return strlen (text) == HASH_DIGITS && strspn (text, "0123456789abcdef") == HASH_DIGITS;
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The n-th object of a list; %NULL: there is none */
static JsonObject *
get_item (JsonObject *object, const char *name, guint index)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *item = array != NULL && index < json_array_get_length (array)
                       ? json_array_get_element (array, index)
                       : NULL;

  return item != NULL && JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;
}

static gboolean
read_parts (KsSealManifest *self, JsonObject *root, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *item;

  self->parts = g_ptr_array_new_with_free_func (free_part);
  for (guint i = 0; (item = get_item (root, "parts", i)) != NULL; i++)
    {
      KsSealPart *part = g_new0 (KsSealPart, 1);

      part->name = g_strdup (ks_seal_get_text (item, "name"));
      part->sha256 = g_strdup (ks_seal_get_text (item, "sha256"));
      part->size = ks_seal_get_number (item, "size", -1);
      g_ptr_array_add (self->parts, part);
      if (!ks_plain_zip_is_name (part->name) || !is_hash (part->sha256) || part->size < 0
          || !g_hash_table_add (names, part->name))
        return refuse (_ ("the list of parts is not one that the program wrote"), error);
    }
  return TRUE;
}

static gboolean
read_inputs (KsSealManifest *self, JsonObject *root, GError **error)
{
  JsonObject *item;

  self->inputs = g_ptr_array_new_with_free_func (free_input);
  for (guint i = 0; (item = get_item (root, "inputs", i)) != NULL; i++)
    {
      KsSealInput *input = g_new0 (KsSealInput, 1);

      input->number = ks_seal_get_number (item, "number", 0);
      input->kept_sha256 = g_strdup (ks_seal_get_text (item, "kept_sha256"));
      g_ptr_array_add (self->inputs, input);
      if (input->number <= 0 || !is_hash (input->kept_sha256))
        return refuse (_ ("the list of files of answers is not one that the program wrote"), error);
    }
  return TRUE;
}

static gboolean
read_root (KsSealManifest *self, JsonObject *root, GError **error)
{
  JsonObject *log = get_object (root, "log");
  JsonObject *campaign = get_object (root, "campaign");

  self->format = g_strdup (ks_seal_get_text (root, "format"));
  self->version = ks_seal_get_number (root, "version", 0);
  self->seal = g_strdup (ks_seal_get_text (root, "seal"));
  if (!g_str_equal (self->format, KS_SEAL_FORMAT) && !g_str_equal (self->format, KS_ARCHIVE_FORMAT))
    return refuse (_ ("it is no manifest of a seal"), error);
  if (self->version > KS_SEAL_VERSION)
    return refuse (_ ("it was made by a newer version of Khảo Sát; install that one to check it"),
                   error);
  if (log == NULL || campaign == NULL || self->version < 1)
    return refuse (_ ("it does not say what a manifest must say"), error);
  self->title = g_strdup (ks_seal_get_text (campaign, "title"));
  self->head = g_strdup (ks_seal_get_text (log, "head"));
  self->n_log = ks_seal_get_number (log, "rows", -1);
  if (!is_hash (self->head) || self->n_log < 1)
    return refuse (_ ("it does not say what a manifest must say"), error);
  return read_parts (self, root, error) && read_inputs (self, root, error);
}

/**
 * ks_seal_manifest_read:
 * @content: what claims to be a manifest
 * @error: return location for an error
 *
 * Returns: (transfer full): what it says, or %NULL with %KS_CAMPAIGN_ERROR_INVALID
 */
KsSealManifest *
ks_seal_manifest_read (GBytes *content, GError **error)
{
  gsize length;
  const char *json = g_bytes_get_data (content, &length);
  g_autoptr (KsSealManifest) self = g_new0 (KsSealManifest, 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (length > MAX_BYTES)
    {
      refuse (_ ("it is larger than any manifest"), error);
      return NULL;
    }
  if (length == 0 || !g_utf8_validate (json, (gssize)length, NULL)
      || !ks_json_is_plain (json, length)
      || !json_parser_load_from_data (parser, json, (gssize)length, NULL))
    {
      refuse (_ ("it is no JSON text"), error);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (_ ("it is no manifest of a seal"), error);
      return NULL;
    }
  return read_root (self, json_node_get_object (root), error) ? g_steal_pointer (&self) : NULL;
}
