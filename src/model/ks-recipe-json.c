/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-recipe-private.h"

#include "ks-form-private.h"
#include "ks-i18n.h"
#include "ks-json.h"
#include "ks-model-error.h"
#include "ks-text.h"

#define MAX_JSON_LENGTH (16 * 1024 * 1024)

/* 1 told no version and no encoding. */
#define VERSION 2

const char *const ks_recipe_roles[KS_N_COLUMN_ROLES] = {
  [KS_COLUMN_IGNORED] = "ignored",   [KS_COLUMN_TIME] = "time",
  [KS_COLUMN_START] = "start",       [KS_COLUMN_UNIT] = "unit",
  [KS_COLUMN_ID] = "id",             [KS_COLUMN_QUESTION] = "question",
  [KS_COLUMN_PERSONAL] = "personal",
};

const char *const ks_recipe_dates[KS_N_RECIPE_DATES] = {
  [KS_RECIPE_DATES_UNSAID] = "",
  [KS_RECIPE_DATES_DAY_FIRST] = "day-first",
  [KS_RECIPE_DATES_MONTH_FIRST] = "month-first",
};

static void
write_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
write_number (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
write_column (JsonBuilder *builder, const KsRecipeColumn *column)
{
  json_builder_begin_object (builder);
  write_text (builder, "header", column->header);
  write_text (builder, "role", ks_recipe_roles[column->role]);
  if (column->question_id != NULL)
    write_text (builder, "question", column->question_id);
  if (column->choice > 0)
    write_number (builder, "option", column->choice);
  if (column->chosen)
    {
      json_builder_set_member_name (builder, "chosen");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
}

static void
write_value (JsonBuilder *builder, const KsRecipeValue *value)
{
  json_builder_begin_object (builder);
  write_text (builder, "question", value->question_id);
  write_text (builder, "text", value->text);
  write_number (builder, "option", value->choice);
  json_builder_end_object (builder);
}

static void
write_unit (JsonBuilder *builder, const KsRecipeUnit *unit)
{
  json_builder_begin_object (builder);
  write_text (builder, "given", unit->given);
  write_text (builder, "code", unit->code);
  json_builder_end_object (builder);
}

static void
write_lists (JsonBuilder *builder, const KsRecipe *self)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->columns->len; i++)
    write_column (builder, self->columns->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->values->len; i++)
    write_value (builder, self->values->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "units");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->units->len; i++)
    write_unit (builder, self->units->pdata[i]);
  json_builder_end_array (builder);
}

static void
write_recipe (JsonBuilder *builder, const KsRecipe *self)
{
  const char separator[] = { self->separator, '\0' };

  json_builder_begin_object (builder);
  write_text (builder, "source", self->source);
  if (self->dates != KS_RECIPE_DATES_UNSAID)
    write_text (builder, "dates", ks_recipe_dates[self->dates]);
  if (self->zone != KS_RECIPE_ZONE_UNSAID)
    write_number (builder, "minutes_east", self->zone / 60);
  if (self->separator != '\0')
    write_text (builder, "separator", separator);
  if (self->encoding != KS_ENCODING_AUTO)
    write_text (builder, "encoding", ks_encoding_get_id (self->encoding));
  write_lists (builder, self);
  json_builder_end_object (builder);
}

/**
 * ks_recipes_to_json:
 * @recipes: (element-type KsRecipe): recipes
 *
 * Returns: (transfer full): what ks_recipes_new_from_json() reads; the same for the same recipes
 */
char *
ks_recipes_to_json (GPtrArray *recipes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  write_number (builder, "version", VERSION);
  json_builder_set_member_name (builder, "recipes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < recipes->len; i++)
    write_recipe (builder, recipes->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_json (const char *json, gsize length, GError **error)
{
  gsize line;

  if (length > MAX_JSON_LENGTH)
    return refuse (_ ("This is too large for ways to read files. Export them again with "
                      "“khaosat-cli recipe”."),
                   error);
  if (!ks_text_is_valid (json, length, &line) || !ks_json_is_plain (json, length))
    return refuse (_ ("These are no ways to read files in JSON. Export them again with "
                      "“khaosat-cli recipe”."),
                   error);
  return TRUE;
}

static gboolean
check_version (JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "version");

  return node == NULL
         || (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
             && json_node_get_int (node) >= 1 && json_node_get_int (node) <= VERSION)
         || refuse (_ ("These ways to read files were saved by a newer version of the program. "
                       "Update this one, then load them again."),
                    error);
}

static JsonArray *
find_list (JsonParser *parser, const char *json, gsize length, GError **error)
{
  JsonNode *root;
  JsonArray *list = NULL;

  if (!check_json (json, length, error))
    return NULL;
  root = json_parser_load_from_data (parser, json, (gssize) length, NULL)
             ? json_parser_get_root (parser)
             : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)
      || !json_object_has_member (json_node_get_object (root), "recipes"))
    {
      refuse (_ ("These are no ways to read files in JSON: there is no list “recipes”. Export them "
                 "again with “khaosat-cli recipe”."),
              error);
      return NULL;
    }
  return check_version (json_node_get_object (root), error)
                 && ks_form_read_array (json_node_get_object (root), "recipes",
                                        _ ("Ways to read files"), &list, error)
             ? list
             : NULL;
}

/**
 * ks_recipes_new_from_json:
 * @json: recipes, as ks_recipes_to_json() writes them
 * @length: their length in bytes
 * @error: return location for a %KS_MODEL_ERROR
 *
 * Returns: (transfer full) (element-type KsRecipe) (nullable): the recipes, or %NULL with @error
 *   set to one sentence that says what is wrong and where
 */
GPtrArray *
ks_recipes_new_from_json (const char *json, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) recipes = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_recipe_free);
  JsonArray *list = find_list (parser, json, length, error);

  if (list == NULL)
    return NULL;
  if (json_array_get_length (list) > KS_RECIPE_MAX)
    {
      refuse (_ ("These are too many ways to read files."), error);
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *where = g_strdup_printf (_ ("Way to read files no. %u"), i + 1);
      JsonObject *object = ks_form_get_object (list, i, where, error);
      KsRecipe *recipe = object != NULL ? ks_recipe_read (object, where, error) : NULL;

      if (recipe == NULL)
        return NULL;
      g_ptr_array_add (recipes, recipe);
    }
  return g_steal_pointer (&recipes);
}
