/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-json.h"

#include <json-glib/json-glib.h>

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-unit-draft.h"

/**
 * ks_unit_to_json:
 * @unit: a unit
 *
 * Returns: (transfer full): all that it holds, in one line
 */
char *
ks_unit_to_json (KsUnit *unit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (KS_IS_UNIT (unit), NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, ks_unit_get_code (unit));
  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    {
      g_autofree char *text = ks_unit_dup_text (unit, (KsUnitField) i);

      if (*text == '\0' || g_str_equal (text, "0"))
        continue;
      json_builder_set_member_name (builder, ks_unit_field_get_id ((KsUnitField) i));
      json_builder_add_string_value (builder, text);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static KsUnit *
read_object (JsonObject *object, GError **error)
{
  const char *code = get_text (object, "code");
  g_autoptr (KsUnitDraft) draft = code != NULL ? ks_unit_draft_new (code) : NULL;

  if (draft == NULL)
    {
      g_set_error_literal (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                           _ ("A unit without a code stands in the history of the registry. Open a "
                              "backup of the file."));
      return NULL;
    }
  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    {
      const char *text = get_text (object, ks_unit_field_get_id ((KsUnitField) i));

      if (text != NULL)
        ks_unit_draft_restore (draft, (KsUnitField) i, text);
    }
  return ks_unit_draft_end (g_steal_pointer (&draft));
}

/**
 * ks_unit_new_from_json:
 * @json: what ks_unit_to_json() wrote
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the unit
 */
KsUnit *
ks_unit_new_from_json (const char *json, GError **error)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  root = json_from_string (json, error);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                             _ ("The history of the registry is damaged. Open a backup of the "
                                "file."));
      return NULL;
    }
  return read_object (json_node_get_object (root), error);
}
