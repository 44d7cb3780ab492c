/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_VALUE 1000

/* What the form itself says of a level; the default fills in the rest. */
typedef enum {
  MARK_DEFAULT,
  MARK_YES,
  MARK_NO,
} Mark;

typedef struct {
  Mark good;
  Mark poor;
} Marks;

static gboolean
read_value (JsonObject *object, const char *where, KsOption *option, GError **error)
{
  JsonNode *node = json_object_get_member (object, "value");
  gint64 value;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  value = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
              ? json_node_get_int (node)
              : G_MAXINT64;
  if (value < -MAX_VALUE || value > MAX_VALUE)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: the value of option “%s” is not a whole number between -%d and %d."),
                   where, option->label, MAX_VALUE, MAX_VALUE);
      return FALSE;
    }
  option->value = (int) value;
  option->has_value = TRUE;
  return TRUE;
}

static gboolean
read_mark (JsonObject *object, const char *member, const char *where, Mark *mark, GError **error)
{
  gboolean marked = FALSE;

  if (!ks_form_read_boolean (object, member, where, &marked, error))
    return FALSE;
  if (json_object_has_member (object, member))
    *mark = marked ? MARK_YES : MARK_NO;
  return TRUE;
}

static gboolean
check_label_length (const char *label, const char *where, GError **error)
{
  if (g_utf8_strlen (label, -1) <= KS_FORM_MAX_TEXT)
    return TRUE;
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("%s: “%s” is longer than %d characters."), where, "options", KS_FORM_MAX_TEXT);
  return FALSE;
}

/* An option is a text, or an object with a label and perhaps a value. */
static gboolean
read_option (JsonNode *node, const char *where, KsOption *option, Marks *marks, GError **error)
{
  JsonObject *object;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      option->label = ks_text_clean (json_node_get_string (node));
      if (*option->label != '\0')
        return check_label_length (option->label, where, error);
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID, _("%s: an option has no label."),
                   where);
      return FALSE;
    }
  object = json_node_get_object (node);
  return ks_form_read_string (object, "label", where, TRUE, &option->label, error)
         && read_value (object, where, option, error)
         && read_mark (object, "good", where, &marks->good, error)
         && read_mark (object, "poor", where, &marks->poor, error);
}

static gboolean
check_labels (const KsOption *options, guint n_options, const char *where, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_options; i++)
    {
      if (g_hash_table_add (seen, ks_text_fold (options[i].label)))
        continue;
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: two options are called “%s”; answers could not be told apart."), where,
                   options[i].label);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_values (const KsOption *options, guint n_options, const char *where, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_options; i++)
    {
      if (!options[i].has_value || g_hash_table_add (seen, GINT_TO_POINTER (options[i].value)))
        continue;
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: two levels of the scale have the value %d."), where, options[i].value);
      return FALSE;
    }
  if (g_hash_table_size (seen) >= 2)
    return TRUE;
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("%s: a scale needs at least two levels with a value."), where);
  return FALSE;
}

/* A level that the form itself calls good is not poor, unless it says so as well. */
static gboolean
take_marks (KsOption *options, const Marks *marks, guint n_options, const char *where,
            GError **error)
{
  for (guint i = 0; i < n_options; i++)
    {
      if (marks[i].good != MARK_DEFAULT)
        options[i].good = marks[i].good == MARK_YES;
      if (marks[i].poor != MARK_DEFAULT)
        options[i].poor = marks[i].poor == MARK_YES;
      else if (options[i].good)
        options[i].poor = FALSE;
      if (!options[i].good || !options[i].poor)
        continue;
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: the level “%s” cannot be both good and poor."), where,
                   options[i].label);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_all (JsonArray *array, const char *where, gboolean ordinal, KsOption *options, guint length,
          GError **error)
{
  Marks marks[KS_FORM_MAX_OPTIONS] = { { MARK_DEFAULT, MARK_DEFAULT } };

  for (guint i = 0; i < length; i++)
    if (!read_option (json_array_get_element (array, i), where, &options[i], &marks[i], error))
      return FALSE;
  if (!check_labels (options, length, where, error)
      || (ordinal && !check_values (options, length, where, error)))
    return FALSE;
  ks_options_mark_defaults (options, length, ordinal);
  return take_marks (options, marks, length, where, error);
}

/**
 * ks_form_read_options:
 * @array: (nullable): the list of options
 * @where: what they belong to, for messages
 * @ordinal: whether they are the levels of a scale
 * @n_options: (out): how many there are
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Reads 1…99 options. Fails on labels or levels that cannot be told apart.
 *
 * Returns: (transfer full) (nullable) (array length=n_options): the options
 */
KsOption *
ks_form_read_options (JsonArray *array, const char *where, gboolean ordinal, guint *n_options,
                      GError **error)
{
  guint length = array != NULL ? json_array_get_length (array) : 0;
  KsOption *options;

  if (length < 1 || length > KS_FORM_MAX_OPTIONS)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: there are %u options; 1 to %d are possible."), where, length,
                   KS_FORM_MAX_OPTIONS);
      return NULL;
    }
  options = g_new0 (KsOption, length);
  if (!read_all (array, where, ordinal, options, length, error))
    {
      ks_options_free (options, length);
      return NULL;
    }
  *n_options = length;
  return options;
}
