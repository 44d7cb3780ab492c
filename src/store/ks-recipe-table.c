/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-recipe-table.h"

#include <string.h>

#include "ks-transaction.h"

#define UPSERT                                                                                     \
  "INSERT INTO recipe (fingerprint, used, recipe) VALUES (:fingerprint, :used, :recipe) "          \
  "ON CONFLICT (fingerprint) DO UPDATE SET used = excluded.used, recipe = excluded.recipe"

#define DROP_UNUSED                                                                                \
  "DELETE FROM recipe WHERE fingerprint NOT IN "                                                   \
  "(SELECT fingerprint FROM recipe ORDER BY used DESC, fingerprint LIMIT :most)"

/* Each row holds a list of one, as recipes are written everywhere. */
static gboolean
add_recipes (GPtrArray *recipes, const char *json, GError **error)
{
  g_autoptr (GPtrArray) list = ks_recipes_new_from_json (json, strlen (json), error);

  if (list == NULL)
    return FALSE;
  while (list->len > 0)
    g_ptr_array_add (recipes, g_ptr_array_steal_index (list, 0));
  return TRUE;
}

/**
 * ks_recipe_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsRecipe): the recipes of the campaign, the last used
 *   first, or %NULL with @error set
 */
GPtrArray *
ks_recipe_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) recipes = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_recipe_free);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT recipe FROM recipe ORDER BY used DESC, fingerprint", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    if (!add_recipes (recipes, ks_statement_text (statement, 0), error)
        || !ks_statement_step (statement, &has_row, error))
      return NULL;
  return g_steal_pointer (&recipes);
}

static gboolean
drop_unused (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, DROP_UNUSED, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":most", KS_RECIPE_MAX);
  return ks_statement_run (statement, error);
}

/**
 * ks_recipe_table_save:
 * @tx: a transaction for writing
 * @recipe: a recipe
 * @used: when it was used
 * @error: return location for an error
 *
 * Keeps a recipe in place of the one for the same header. A campaign keeps no more than
 * %KS_RECIPE_MAX, so that they can be handed on as one file: those unused for longest go.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_recipe_table_save (KsTransaction *tx, const KsRecipe *recipe, KsMoment used, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, UPSERT, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *fingerprint = ks_recipe_dup_fingerprint (recipe);
  g_autofree char *json = NULL;

  if (statement == NULL)
    return FALSE;
  g_ptr_array_add (list, (gpointer) recipe);
  json = ks_recipes_to_json (list);
  ks_statement_bind_text (statement, ":fingerprint", fingerprint);
  ks_statement_bind_int (statement, ":used", used);
  ks_statement_bind_text (statement, ":recipe", json);
  return ks_statement_run (statement, error) && drop_unused (tx, error);
}

/**
 * ks_recipe_table_save_list:
 * @tx: a transaction for writing
 * @recipes: (element-type KsRecipe): recipes, as ks_recipe_table_load() lists them
 * @used: when the first was used
 * @error: return location for an error
 *
 * Keeps recipes in their order, which tells which of two that serve alike is taken: each counts as
 * used a second before the one ahead of it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_recipe_table_save_list (KsTransaction *tx, GPtrArray *recipes, KsMoment used, GError **error)
{
  for (guint i = recipes->len; i > 0; i--)
    if (!ks_recipe_table_save (tx, recipes->pdata[i - 1], used - (i - 1), error))
      return FALSE;
  return TRUE;
}
