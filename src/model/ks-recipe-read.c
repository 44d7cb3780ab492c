/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-recipe-private.h"

#include <string.h>

#include "ks-code.h"
#include "ks-form-private.h"
#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_COLUMNS 16384 /* of a sheet */
#define MAX_VALUES 5000
#define MAX_UNITS 5000
#define MAX_MINUTES_EAST (14 * 60)

typedef gboolean (*ReadFunc) (KsRecipe *self, JsonObject *object, const char *where,
                              GError **error);

static gboolean refuse (const char *where, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (const char *where, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID, "%s: %s", where, message);
  return FALSE;
}

static gboolean
read_text (JsonObject *object, const char *member, const char *where, gboolean required,
           char **result, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL
      && (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING))
    return refuse (where, error, _ ("“%s” is not a text."), member);
  g_free (*result);
  *result = node != NULL ? ks_text_clean (json_node_get_string (node)) : g_strdup ("");
  if (required && **result == '\0')
    return refuse (where, error, _ ("“%s” is missing."), member);
  return g_utf8_strlen (*result, -1) <= KS_RECIPE_MAX_TEXT
         || refuse (where, error, _ ("“%s” is longer than %d characters."), member,
                    KS_RECIPE_MAX_TEXT);
}

static gboolean
read_number (JsonObject *object, const char *member, const char *where, gint64 min, gint64 max,
             gint64 *number, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
      && json_node_get_int (node) >= min && json_node_get_int (node) <= max)
    {
      *number = json_node_get_int (node);
      return TRUE;
    }
  return refuse (where, error, _ ("“%s” is not a whole number from %d to %d."), member, (int) min,
                 (int) max);
}

/* One of some words; it may be missing if that is one of them. */
static gboolean
read_word (JsonObject *object, const char *member, const char *where, const char *const *words,
           guint n_words, guint *index, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (object, member, where, FALSE, &text, error))
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (text, words[i]))
      {
        *index = i;
        return TRUE;
      }
  return *text == '\0' ? refuse (where, error, _ ("“%s” is missing."), member)
                       : refuse (where, error, _ ("“%s” cannot be “%s”."), member, text);
}

static gboolean
check_column (const KsRecipeColumn *column, const char *where, GError **error)
{
  if (column->role == KS_COLUMN_QUESTION)
    return *column->question_id != '\0'
           || refuse (where, error, _ ("“%s” is missing."), "question");
  return (*column->question_id == '\0' && column->choice == 0)
         || refuse (where, error, _ ("only a column with the role “question” answers one."));
}

static gboolean
read_column (KsRecipe *self, JsonObject *object, const char *where, GError **error)
{
  KsRecipeColumn column = { 0 };
  g_autofree char *header = NULL;
  g_autofree char *question = NULL;
  guint role = 0;
  gint64 choice = 0;

  if (!read_text (object, "header", where, FALSE, &header, error)
      || !read_text (object, "question", where, FALSE, &question, error)
      || !read_word (object, "role", where, ks_recipe_roles, KS_N_COLUMN_ROLES, &role, error)
      || !read_number (object, "option", where, 1, KS_FORM_MAX_OPTIONS, &choice, error)
      || !ks_form_read_boolean (object, "chosen", where, &column.chosen, error))
    return FALSE;
  column.role = (KsColumnRole) role;
  column.question_id = question;
  column.choice = (guint) choice;
  if (!check_column (&column, where, error))
    return FALSE;
  ks_recipe_add_column (self, header, column.role, column.chosen,
                        column.role == KS_COLUMN_QUESTION ? question : NULL, column.choice);
  return TRUE;
}

static gboolean
read_value (KsRecipe *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *question = NULL;
  g_autofree char *text = NULL;
  gint64 choice = 0;

  if (!read_text (object, "question", where, TRUE, &question, error)
      || !read_text (object, "text", where, TRUE, &text, error)
      || !read_number (object, "option", where, 1, KS_FORM_MAX_OPTIONS, &choice, error))
    return FALSE;
  if (choice == 0)
    return refuse (where, error, _ ("“%s” is missing."), "option");
  ks_recipe_set_value (self, question, text, (guint) choice);
  return TRUE;
}

static gboolean
is_code (const char *text)
{
  return strlen (text) == KS_CODE_LENGTH && strspn (text, "0123456789") == KS_CODE_LENGTH;
}

static gboolean
read_unit (KsRecipe *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *given = NULL;
  g_autofree char *code = NULL;

  if (!read_text (object, "given", where, TRUE, &given, error)
      || !read_text (object, "code", where, TRUE, &code, error))
    return FALSE;
  if (!is_code (code))
    return refuse (where, error, _ ("“%s” is not a code of five digits."), code);
  ks_recipe_set_unit (self, given, code);
  return TRUE;
}

static gboolean
read_list (KsRecipe *self, JsonObject *object, const char *member, guint max, ReadFunc func,
           const char *where, GError **error)
{
  JsonArray *list = NULL;
  guint n;

  if (!ks_form_read_array (object, member, where, &list, error))
    return FALSE;
  n = list != NULL ? json_array_get_length (list) : 0;
  if (n > max)
    return refuse (where, error, _ ("“%s” has more than %u entries."), member, max);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s, %s %u", where, member, i + 1);
      JsonObject *entry = ks_form_get_object (list, i, place, error);

      if (entry == NULL || !func (self, entry, place, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_separator (KsRecipe *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (object, "separator", where, FALSE, &text, error))
    return FALSE;
  if (*text != '\0' && (strlen (text) != 1 || !g_ascii_ispunct (*text)))
    return refuse (where, error, _ ("“separator” is not one sign such as ; or /."));
  self->separator = *text;
  return TRUE;
}

static gboolean
read_encoding (KsRecipe *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (object, "encoding", where, FALSE, &text, error))
    return FALSE;
  self->encoding = *text != '\0' ? ks_encoding_find (text) : KS_ENCODING_AUTO;
  return *text == '\0' || self->encoding != KS_ENCODING_AUTO
         || refuse (where, error, _ ("“%s” cannot be “%s”."), "encoding", text);
}

static gboolean
read_times (KsRecipe *self, JsonObject *object, const char *where, GError **error)
{
  guint dates = KS_RECIPE_DATES_UNSAID;
  gint64 minutes = G_MAXINT64;

  if (!read_word (object, "dates", where, ks_recipe_dates, KS_N_RECIPE_DATES, &dates, error)
      || !read_number (object, "minutes_east", where, -MAX_MINUTES_EAST, MAX_MINUTES_EAST, &minutes,
                       error))
    return FALSE;
  self->dates = (KsRecipeDates) dates;
  if (minutes != G_MAXINT64)
    self->zone = (int) minutes * 60;
  return TRUE;
}

/* No two columns hold a sheet's time, unit or number. */
static gboolean
check_roles (const KsRecipe *self, const char *where, GError **error)
{
  guint counts[KS_N_COLUMN_ROLES] = { 0 };

  for (guint i = 0; i < self->columns->len; i++)
    counts[((const KsRecipeColumn *) self->columns->pdata[i])->role]++;
  for (guint role = KS_COLUMN_TIME; role <= KS_COLUMN_ID; role++)
    if (counts[role] > 1)
      return refuse (where, error, _ ("two columns have the role “%s”."), ks_recipe_roles[role]);
  return self->columns->len > 0 || refuse (where, error, _ ("there are no columns."));
}

/**
 * ks_recipe_read:
 * @object: a recipe as JSON
 * @where: what it is, for messages
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Returns: (transfer full) (nullable): the recipe
 */
KsRecipe *
ks_recipe_read (JsonObject *object, const char *where, GError **error)
{
  g_autoptr (KsRecipe) self = ks_recipe_new ();

  if (!read_text (object, "source", where, FALSE, &self->source, error)
      || !read_times (self, object, where, error) || !read_separator (self, object, where, error)
      || !read_encoding (self, object, where, error)
      || !read_list (self, object, "columns", MAX_COLUMNS, read_column, where, error)
      || !read_list (self, object, "values", MAX_VALUES, read_value, where, error)
      || !read_list (self, object, "units", MAX_UNITS, read_unit, where, error)
      || !check_roles (self, where, error))
    return NULL;
  return g_steal_pointer (&self);
}
