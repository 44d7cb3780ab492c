/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-model-error.h"
#include "ks-recipe.h"

#define RECIPE(members) "{\"recipes\":[{" members "}]}"
#define COLUMNS(list) RECIPE ("\"columns\":[" list "]")
#define ONE "\"columns\":[{\"header\":\"a\",\"role\":\"time\"}]"

typedef struct {
  const char *json;
  const char *wanted; /* part of the message */
} Case;

static const Case cases[] = {
  { "", "no ways to read files in JSON" },
  { "[]", "no list “recipes”" },
  { "{}", "no list “recipes”" },
  { "{\"recipes\":7}", "“recipes” is not a list" },
  { "{\"version\":3,\"recipes\":[]}", "a newer version of the program" },
  { "{\"version\":\"2\",\"recipes\":[]}", "a newer version of the program" },
  { RECIPE ("\"encoding\":\"latin1\""), "“encoding” cannot be “latin1”" },
  { "{\"recipes\":[7]}", "no. 1: entry 1 is not" },
  { "\xff\xfe", "no ways to read files in JSON" },
  { "{\"recipes\":[{/* */}]}", "no ways to read files in JSON" },
  { RECIPE (""), "there are no columns" },
  { RECIPE ("\"columns\":{}"), "“columns” is not a list" },
  { COLUMNS ("7"), "columns 1: entry 1 is not" },
  { COLUMNS ("{\"header\":7}"), "“header” is not a text" },
  { COLUMNS ("{\"header\":\"a\"}"), "“role” is missing" },
  { COLUMNS ("{\"header\":\"a\",\"role\":\"king\"}"), "“role” cannot be “king”" },
  { COLUMNS ("{\"header\":\"a\",\"role\":\"question\"}"), "“question” is missing" },
  { COLUMNS ("{\"header\":\"a\",\"role\":\"time\",\"question\":\"A1\"}"), "only a column with" },
  { COLUMNS ("{\"header\":\"a\",\"role\":\"time\",\"option\":2}"), "only a column with" },
  { COLUMNS ("{\"header\":\"a\",\"role\":\"question\",\"question\":\"A1\",\"option\":0}"),
    "“option” is not a whole number from 1 to 99" },
  { COLUMNS ("{\"header\":\"a\",\"role\":\"question\",\"question\":\"A1\",\"option\":\"1\"}"),
    "“option” is not a whole number" },
  { COLUMNS ("{\"header\":\"a\",\"role\":\"time\",\"chosen\":1}"), "“chosen” is neither" },
  { COLUMNS ("{\"header\":\"a\",\"role\":\"time\"},{\"header\":\"b\",\"role\":\"time\"}"),
    "two columns have the role “time”" },
  { RECIPE (ONE ",\"dates\":\"year-first\""), "“dates” cannot be “year-first”" },
  { RECIPE (ONE ",\"minutes_east\":841"), "“minutes_east” is not a whole number from -840 to 840" },
  { RECIPE (ONE ",\"separator\":\"ab\""), "“separator” is not one sign" },
  { RECIPE (ONE ",\"separator\":\"x\""), "“separator” is not one sign" },
  { RECIPE (ONE ",\"values\":[{\"question\":\"A1\",\"text\":\"x\"}]"), "“option” is missing" },
  { RECIPE (ONE ",\"values\":[{\"question\":\"A1\",\"option\":1}]"), "“text” is missing" },
  { RECIPE (ONE ",\"units\":[{\"given\":\"x\",\"code\":\"1234\"}]"), "not a code of five digits" },
  { RECIPE (ONE ",\"units\":[{\"given\":\"\",\"code\":\"12345\"}]"), "“given” is missing" },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) recipes
          = ks_recipes_new_from_json (cases[i].json, strlen (cases[i].json), &error);

      g_assert_null (recipes);
      g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
      if (strstr (error->message, cases[i].wanted) == NULL)
        g_error ("%s: “%s” does not say “%s”", cases[i].json, error->message, cases[i].wanted);
      g_assert_null (strchr (error->message, '\n'));
    }
}

/* Brackets without end would exhaust the stack of the parser. */
static void
test_deep (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *json = g_strconcat ("{\"recipes\":", brackets, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_recipes_new_from_json (json, strlen (json), &error));
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
}

static KsRecipe *
new_full (void)
{
  KsRecipe *recipe = ks_recipe_new ();

  g_free (recipe->source);
  recipe->source = g_strdup ("google-sheet");
  recipe->dates = KS_RECIPE_DATES_MONTH_FIRST;
  recipe->zone = -3 * 3600;
  recipe->separator = '/';
  ks_recipe_add_column (recipe, " Dấu \n thời gian ", KS_COLUMN_TIME, FALSE, NULL, 0);
  ks_recipe_add_column (recipe, "Mã", KS_COLUMN_UNIT, TRUE, NULL, 0);
  ks_recipe_add_column (recipe, "", KS_COLUMN_QUESTION, TRUE, "A6", 3);
  ks_recipe_add_column (recipe, "Họ tên", KS_COLUMN_PERSONAL, FALSE, NULL, 0);
  ks_recipe_add_column (recipe, "Họ tên", KS_COLUMN_IGNORED, TRUE, NULL, 0);
  ks_recipe_set_value (recipe, "A1", "Tuyệt vời \"5\"", 1);
  ks_recipe_set_unit (recipe, "Xã Tiên Sơn (cũ)", "07777");
  return recipe;
}

static void
test_both_ways (void)
{
  g_autoptr (GPtrArray) recipes = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_recipe_free);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  const KsRecipe *first;

  g_ptr_array_add (recipes, new_full ());
  g_ptr_array_add (recipes, ks_recipe_copy (recipes->pdata[0]));
  json = ks_recipes_to_json (recipes);
  again = ks_recipes_new_from_json (json, strlen (json), &error);
  g_assert_no_error (error);
  json_again = ks_recipes_to_json (again);
  g_assert_cmpstr (json_again, ==, json);
  g_assert_cmpuint (again->len, ==, 2);
  first = again->pdata[1];
  g_assert_cmpint (first->zone, ==, -3 * 3600);
  g_assert_cmpint (first->separator, ==, '/');
  g_assert_cmpint (first->dates, ==, KS_RECIPE_DATES_MONTH_FIRST);
  g_assert_cmpint (ks_recipe_find_column (first, "Dấu thời gian")->role, ==, KS_COLUMN_TIME);
  g_assert_cmpuint (ks_recipe_find_column (first, "")->choice, ==, 3);
  g_assert_cmpstr (ks_recipe_find_unit (first, "Xã Tiên Sơn (cũ)"), ==, "07777");
}

/* What is said again replaces what was said, and nothing said takes it back. */
static void
test_said_again (void)
{
  g_autoptr (KsRecipe) recipe = new_full ();

  ks_recipe_set_unit (recipe, "x", "00001");
  ks_recipe_set_unit (recipe, "x", "00002");
  g_assert_cmpstr (ks_recipe_find_unit (recipe, "x"), ==, "00002");
  ks_recipe_set_unit (recipe, "x", NULL);
  g_assert_null (ks_recipe_find_unit (recipe, "x"));
  ks_recipe_set_value (recipe, "A1", "y", 1);
  ks_recipe_set_value (recipe, "A1", "y", 2);
  g_assert_cmpuint (recipe->values->len, ==, 2);
  g_assert_cmpuint (((KsRecipeValue *) recipe->values->pdata[1])->choice, ==, 2);
  ks_recipe_set_value (recipe, "A1", "y", 0);
  g_assert_cmpuint (recipe->values->len, ==, 1);
}

static void
test_fingerprint (void)
{
  g_autoptr (KsRecipe) full = new_full ();
  g_autoptr (KsRecipe) copy = ks_recipe_copy (full);
  g_autofree char *one = ks_recipe_dup_fingerprint (full);
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;

  copy->dates = KS_RECIPE_DATES_UNSAID;
  same = ks_recipe_dup_fingerprint (copy);
  ks_recipe_add_column (copy, "", KS_COLUMN_IGNORED, FALSE, NULL, 0);
  other = ks_recipe_dup_fingerprint (copy);
  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipe/hostile", test_hostile);
  g_test_add_func ("/recipe/deep", test_deep);
  g_test_add_func ("/recipe/both-ways", test_both_ways);
  g_test_add_func ("/recipe/said-again", test_said_again);
  g_test_add_func ("/recipe/fingerprint", test_fingerprint);
  return g_test_run ();
}
