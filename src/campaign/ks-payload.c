/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-payload.h"

/**
 * ks_payload_new:
 *
 * Returns: (transfer full): an empty object
 */
KsPayload *
ks_payload_new (void)
{
  return json_builder_begin_object (json_builder_new ());
}

/**
 * ks_payload_add_text:
 * @self: a payload
 * @name: a member
 * @value: (nullable): its value
 *
 * Adds a text.
 */
void
ks_payload_add_text (KsPayload *self, const char *name, const char *value)
{
  json_builder_set_member_name (self, name);
  if (value != NULL)
    json_builder_add_string_value (self, value);
  else
    json_builder_add_null_value (self);
}

/**
 * ks_payload_add_number:
 * @self: a payload
 * @name: a member
 * @value: its value
 *
 * Adds a whole number.
 */
void
ks_payload_add_number (KsPayload *self, const char *name, gint64 value)
{
  json_builder_set_member_name (self, name);
  json_builder_add_int_value (self, value);
}

/**
 * ks_payload_add_texts:
 * @self: a payload
 * @name: a member
 * @values: (array zero-terminated=1): its values
 *
 * Adds a list of texts.
 */
void
ks_payload_add_texts (KsPayload *self, const char *name, const char *const *values)
{
  json_builder_set_member_name (self, name);
  json_builder_begin_array (self);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (self, values[i]);
  json_builder_end_array (self);
}

/**
 * ks_payload_add_numbers:
 * @self: a payload
 * @name: a member
 * @values: (element-type gint64): its values
 *
 * Adds a list of numbers.
 */
void
ks_payload_add_numbers (KsPayload *self, const char *name, GArray *values)
{
  json_builder_set_member_name (self, name);
  json_builder_begin_array (self);
  for (guint i = 0; i < values->len; i++)
    json_builder_add_int_value (self, g_array_index (values, gint64, i));
  json_builder_end_array (self);
}

/**
 * ks_payload_to_json:
 * @self: a payload
 *
 * Ends the object.
 *
 * Returns: (transfer full): its JSON, members in the order in which they were added
 */
char *
ks_payload_to_json (KsPayload *self)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (self);
  root = json_builder_get_root (self);
  return json_to_string (root, FALSE);
}
