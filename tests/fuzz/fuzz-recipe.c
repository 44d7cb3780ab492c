/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-fuzz.h"
#include "ks-recipe.h"

/* Recipes that are taken survive being written and read back, with the same bytes; recipes that are
 * refused are refused with one sentence. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *input = g_strndup ((const char *) data, size);
  g_autoptr (GPtrArray) recipes = ks_recipes_new_from_json (input, size, &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;

  g_assert_true ((recipes == NULL) == (error != NULL));
  if (recipes == NULL)
    {
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }
  json = ks_recipes_to_json (recipes);
  again = ks_recipes_new_from_json (json, strlen (json), &error);
  g_assert_no_error (error);
  json_again = ks_recipes_to_json (again);
  g_assert_cmpstr (json_again, ==, json);
  for (guint i = 0; i < recipes->len; i++)
    {
      g_autoptr (KsRecipe) copy = ks_recipe_copy (recipes->pdata[i]);
      g_autofree char *one = ks_recipe_dup_fingerprint (copy);
      g_autofree char *other = ks_recipe_dup_fingerprint (again->pdata[i]);

      g_assert_cmpstr (one, ==, other);
    }
  return 0;
}
