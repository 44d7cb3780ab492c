/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_VALUE 1000

/* What the form itself says about "good"; the default fills in the rest. */
typedef enum {
  GOOD_DEFAULT,
  GOOD_YES,
  GOOD_NO,
} Good;

static void
clear_option (gpointer data)
{
  KsOption *option = data;

  g_free (option->label);
}

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
read_good (JsonObject *object, const char *where, Good *good, GError **error)
{
  gboolean marked = FALSE;

  if (!ks_form_read_boolean (object, "good", where, &marked, error))
    return FALSE;
  if (json_object_has_member (object, "good"))
    *good = marked ? GOOD_YES : GOOD_NO;
  return TRUE;
}

/* An option is a text, or an object with a label and perhaps a value. */
static gboolean
read_option (JsonNode *node, const char *where, KsOption *option, Good *good, GError **error)
{
  JsonObject *object;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      option->label = ks_text_clean (json_node_get_string (node));
      if (*option->label != '\0')
        return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID, _("%s: an option has no label."),
                   where);
      return FALSE;
    }
  object = json_node_get_object (node);
  return ks_form_read_string (object, "label", where, TRUE, &option->label, error)
         && read_value (object, where, option, error) && read_good (object, where, good, error);
}

static gboolean
check_labels (GArray *options, const char *where, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < options->len; i++)
    {
      const KsOption *option = &g_array_index (options, KsOption, i);

      if (g_hash_table_add (seen, ks_text_fold (option->label)))
        continue;
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: two options are called “%s”; answers could not be told apart."), where,
                   option->label);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_values (GArray *options, const char *where, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < options->len; i++)
    {
      const KsOption *option = &g_array_index (options, KsOption, i);

      if (!option->has_value || g_hash_table_add (seen, GINT_TO_POINTER (option->value)))
        continue;
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: two levels of the scale have the value %d."), where, option->value);
      return FALSE;
    }
  if (g_hash_table_size (seen) >= 2)
    return TRUE;
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("%s: a scale needs at least two levels with a value."), where);
  return FALSE;
}

static guint
count_better (GArray *options, const KsOption *than)
{
  guint n_better = 0;

  for (guint i = 0; i < options->len; i++)
    {
      const KsOption *option = &g_array_index (options, KsOption, i);

      if (option->has_value && option->value > than->value)
        n_better++;
    }
  return n_better;
}

/* "Đánh giá tốt" are the top two of four levels or more, the top one of fewer. */
static void
mark_good (GArray *options, const Good *marks, gboolean ordinal)
{
  guint n_levels = 0;

  for (guint i = 0; i < options->len; i++)
    n_levels += g_array_index (options, KsOption, i).has_value ? 1 : 0;
  for (guint i = 0; i < options->len; i++)
    {
      KsOption *option = &g_array_index (options, KsOption, i);

      if (marks[i] != GOOD_DEFAULT)
        option->good = marks[i] == GOOD_YES;
      else if (ordinal && option->has_value)
        option->good = count_better (options, option) < (n_levels >= 4 ? 2 : 1);
    }
}

/**
 * ks_form_read_options:
 * @array: (nullable): the list of options
 * @where: what they belong to, for messages
 * @ordinal: whether they are the levels of a scale
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Reads 1…99 options. Fails on labels or levels that cannot be told apart.
 *
 * Returns: (transfer full) (nullable) (element-type KsOption): the options
 */
GArray *
ks_form_read_options (JsonArray *array, const char *where, gboolean ordinal, GError **error)
{
  g_autoptr (GArray) options = g_array_new (FALSE, TRUE, sizeof (KsOption));
  guint length = array != NULL ? json_array_get_length (array) : 0;
  Good marks[KS_FORM_MAX_OPTIONS] = { GOOD_DEFAULT };

  g_array_set_clear_func (options, clear_option);
  if (length < 1 || length > KS_FORM_MAX_OPTIONS)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("%s: there are %u options; 1 to %d are possible."), where, length,
                   KS_FORM_MAX_OPTIONS);
      return NULL;
    }
  g_array_set_size (options, length);
  for (guint i = 0; i < length; i++)
    if (!read_option (json_array_get_element (array, i), where,
                      &g_array_index (options, KsOption, i), &marks[i], error))
      return NULL;
  if (!check_labels (options, where, error) || (ordinal && !check_values (options, where, error)))
    return NULL;
  mark_good (options, marks, ordinal);
  return g_steal_pointer (&options);
}
