/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-recipes.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-platform.h"
#include "ks-recipe-table.h"

/**
 * ks_export_recipes:
 * @campaign: a campaign
 * @path: where the file shall be
 * @error: return location for an error
 *
 * Writes all recipes as JSON, the last used first.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_export_recipes (KsCampaign *campaign, const char *path, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) recipes = tx != NULL ? ks_recipe_table_load (tx, error) : NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;

  if (recipes == NULL)
    return FALSE;
  json = ks_recipes_to_json (recipes);
  text = g_strconcat (json, "\n", NULL);
  return ks_file_write (path, text, strlen (text), error);
}

static GPtrArray *
read_recipes (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ks_file_map (path, error);
  g_autofree char *name = g_path_get_basename (path);
  GPtrArray *recipes;

  if (bytes == NULL)
    return NULL;
  recipes = ks_recipes_new_from_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                      error);
  if (recipes == NULL)
    g_prefix_error (error, "%s: ", name);
  return recipes;
}

/**
 * ks_import_recipes:
 * @campaign: a campaign
 * @path: a file that ks_export_recipes() wrote, edited perhaps
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Takes recipes over, each in place of the one for the same header.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_import_recipes (KsCampaign *campaign, const char *path, KsOutcome **outcome, GError **error)
{
  g_autoptr (GPtrArray) recipes = read_recipes (path, error);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  if (recipes == NULL)
    return FALSE;
  ks_payload_add_number (payload, "recipes", recipes->len);
  json = ks_payload_to_json (payload);
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  if (tx == NULL || !ks_recipe_table_save_list (tx, recipes, ks_campaign_now (campaign), error)
      || !ks_campaign_commit (campaign, tx, "import-recipes", json, 0, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = ks_outcome_new (g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u way to read files was taken over",
                     "%u ways to read files were taken over", recipes->len),
        recipes->len));
  return TRUE;
}
