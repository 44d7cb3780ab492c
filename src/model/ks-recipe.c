/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-recipe.h"

#include "ks-text.h"

static void
free_column (gpointer data)
{
  KsRecipeColumn *column = data;

  g_free (column->header);
  g_free (column->question_id);
  g_free (column);
}

static void
free_value (gpointer data)
{
  KsRecipeValue *value = data;

  g_free (value->question_id);
  g_free (value->text);
  g_free (value);
}

static void
free_unit (gpointer data)
{
  KsRecipeUnit *unit = data;

  g_free (unit->given);
  g_free (unit->code);
  g_free (unit);
}

/**
 * ks_recipe_new:
 *
 * Returns: (transfer full): a recipe that says nothing
 */
KsRecipe *
ks_recipe_new (void)
{
  KsRecipe *self = g_new0 (KsRecipe, 1);

  self->source = g_strdup ("");
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->zone = KS_RECIPE_ZONE_UNSAID;
  self->values = g_ptr_array_new_with_free_func (free_value);
  self->units = g_ptr_array_new_with_free_func (free_unit);
  return self;
}

/**
 * ks_recipe_free:
 * @self: (nullable): a recipe
 */
void
ks_recipe_free (KsRecipe *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->units);
  g_free (self);
}

/**
 * ks_recipe_copy:
 * @self: a recipe
 *
 * Returns: (transfer full): another one that says the same
 */
KsRecipe *
ks_recipe_copy (const KsRecipe *self)
{
  KsRecipe *copy = ks_recipe_new ();

  g_free (copy->source);
  copy->source = g_strdup (self->source);
  copy->dates = self->dates;
  copy->zone = self->zone;
  copy->separator = self->separator;
  copy->encoding = self->encoding;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsRecipeColumn *column = self->columns->pdata[i];

      ks_recipe_add_column (copy, column->header, column->role, column->chosen,
                            column->question_id, column->choice);
    }
  for (guint i = 0; i < self->values->len; i++)
    {
      const KsRecipeValue *value = self->values->pdata[i];

      ks_recipe_set_value (copy, value->question_id, value->text, value->choice);
    }
  for (guint i = 0; i < self->units->len; i++)
    {
      const KsRecipeUnit *unit = self->units->pdata[i];

      ks_recipe_set_unit (copy, unit->given, unit->code);
    }
  return copy;
}

/**
 * ks_recipe_dup_header:
 * @text: what stands over a column
 *
 * Returns: (transfer full): how a recipe keeps it
 */
char *
ks_recipe_dup_header (const char *text)
{
  g_autofree char *clean = ks_text_clean (text);

  return g_utf8_strlen (clean, -1) > KS_RECIPE_MAX_TEXT
             ? g_utf8_substring (clean, 0, KS_RECIPE_MAX_TEXT)
             : g_steal_pointer (&clean);
}

/**
 * ks_recipe_add_column:
 * @self: a recipe
 * @header: what stands over the column
 * @role: what it is
 * @chosen: whether an officer said so
 * @question_id: (nullable): the question that it answers
 * @choice: the option that it is about, from 1; 0: it holds the whole answer
 *
 * Adds the next column.
 */
void
ks_recipe_add_column (KsRecipe *self, const char *header, KsColumnRole role, gboolean chosen,
                      const char *question_id, guint choice)
{
  KsRecipeColumn *column = g_new (KsRecipeColumn, 1);

  *column = (KsRecipeColumn){ ks_recipe_dup_header (header), role, chosen, g_strdup (question_id),
                              choice };
  g_ptr_array_add (self->columns, column);
}

/**
 * ks_recipe_set_value:
 * @self: a recipe
 * @question_id: a question
 * @text: what cells of its column say, cleaned
 * @choice: the option that is meant, from 1; 0: forget what was said
 */
void
ks_recipe_set_value (KsRecipe *self, const char *question_id, const char *text, guint choice)
{
  KsRecipeValue *value;

  for (guint i = 0; i < self->values->len; i++)
    {
      value = self->values->pdata[i];
      if (g_str_equal (value->question_id, question_id) && g_str_equal (value->text, text))
        {
          g_ptr_array_remove_index (self->values, i);
          break;
        }
    }
  if (choice == 0)
    return;
  value = g_new (KsRecipeValue, 1);
  *value = (KsRecipeValue){ g_strdup (question_id), g_strdup (text), choice };
  g_ptr_array_add (self->values, value);
}

/**
 * ks_recipe_set_unit:
 * @self: a recipe
 * @given: what rows say of their unit, cleaned
 * @code: (nullable): the unit that is meant; %NULL: forget what was said
 */
void
ks_recipe_set_unit (KsRecipe *self, const char *given, const char *code)
{
  KsRecipeUnit *unit;

  for (guint i = 0; i < self->units->len; i++)
    {
      unit = self->units->pdata[i];
      if (g_str_equal (unit->given, given))
        {
          g_ptr_array_remove_index (self->units, i);
          break;
        }
    }
  if (code == NULL)
    return;
  unit = g_new (KsRecipeUnit, 1);
  *unit = (KsRecipeUnit){ g_strdup (given), g_strdup (code) };
  g_ptr_array_add (self->units, unit);
}

/**
 * ks_recipe_find_column:
 * @self: a recipe
 * @header: what stands over a column, as ks_recipe_dup_header() keeps it
 *
 * Returns: (transfer none) (nullable): what the recipe says of it
 */
KsRecipeColumn *
ks_recipe_find_column (const KsRecipe *self, const char *header)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      KsRecipeColumn *column = self->columns->pdata[i];

      if (g_str_equal (column->header, header))
        return column;
    }
  return NULL;
}

/**
 * ks_recipe_find_unit:
 * @self: a recipe
 * @given: what a row says of its unit
 *
 * Returns: (transfer none) (nullable): the code of the unit that an officer said is meant
 */
const char *
ks_recipe_find_unit (const KsRecipe *self, const char *given)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const KsRecipeUnit *unit = self->units->pdata[i];

      if (g_str_equal (unit->given, given))
        return unit->code;
    }
  return NULL;
}

/**
 * ks_recipe_is_same_header:
 * @self: a recipe
 * @other: a recipe
 *
 * Returns: whether the same words stand over the same columns of their files
 */
gboolean
ks_recipe_is_same_header (const KsRecipe *self, const KsRecipe *other)
{
  if (self->columns->len != other->columns->len)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    if (!g_str_equal (((const KsRecipeColumn *) self->columns->pdata[i])->header,
                      ((const KsRecipeColumn *) other->columns->pdata[i])->header))
      return FALSE;
  return TRUE;
}

/**
 * ks_recipes_find:
 * @recipes: (element-type KsRecipe): recipes
 * @wanted: a recipe
 *
 * Returns: (transfer none) (nullable): the first of @recipes for the same header as @wanted
 */
KsRecipe *
ks_recipes_find (GPtrArray *recipes, const KsRecipe *wanted)
{
  for (guint i = 0; i < recipes->len; i++)
    if (ks_recipe_is_same_header (recipes->pdata[i], wanted))
      return recipes->pdata[i];
  return NULL;
}

/**
 * ks_recipe_dup_fingerprint:
 * @self: a recipe
 *
 * Returns: (transfer full): what two recipes share if, and only if, their files have the same
 *   header: the same words over the same columns
 */
char *
ks_recipe_dup_fingerprint (const KsRecipe *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsRecipeColumn *column = self->columns->pdata[i];

      /* No header holds a null: it parts them for certain. */
      g_checksum_update (checksum, (const guchar *) column->header, -1);
      g_checksum_update (checksum, (const guchar *) "", 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
