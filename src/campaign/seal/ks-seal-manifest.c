/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-manifest.h"

#include <string.h>

#include "ks-batch-table.h"
#include "ks-disclosure.h"
#include "ks-extension-table.h"
#include "ks-form-table.h"
#include "ks-json.h"
#include "ks-log-table.h"
#include "ks-recipe-table.h"
#include "ks-seal-criteria.h"
#include "ks-seal-pieces.h"
#include "ks-setting-table.h"

#define CODE_DIGITS 16
#define CODE_GROUP 4

static const char *const roles[]
    = { "ignored", "time", "start", "unit", "id", "question", "personal" };
G_STATIC_ASSERT (G_N_ELEMENTS (roles) == KS_N_COLUMN_ROLES);

static void
add_text (JsonBuilder *out, const char *name, const char *text)
{
  json_builder_set_member_name (out, name);
  json_builder_add_string_value (out, text != NULL ? text : "");
}

static void
add_number (JsonBuilder *out, const char *name, gint64 number)
{
  json_builder_set_member_name (out, name);
  json_builder_add_int_value (out, number);
}

/* A moment that is none is told as such. */
static void
add_moment (JsonBuilder *out, const char *name, KsMoment moment)
{
  g_autofree char *iso = moment != KS_MOMENT_NONE ? ks_moment_to_iso (moment) : NULL;

  json_builder_set_member_name (out, name);
  if (iso != NULL)
    json_builder_add_string_value (out, iso);
  else
    json_builder_add_null_value (out);
}

static void
begin_object (JsonBuilder *out, const char *name)
{
  json_builder_set_member_name (out, name);
  json_builder_begin_object (out);
}

static void
begin_array (JsonBuilder *out, const char *name)
{
  json_builder_set_member_name (out, name);
  json_builder_begin_array (out);
}

/**
 * ks_seal_dup_code:
 * @hash: a SHA-256
 *
 * Returns: (transfer full): its first sixteen digits in groups of four, which people compare
 */
char *
ks_seal_dup_code (const char *hash)
{
  GString *code = g_string_new (NULL);

  for (guint i = 0; i < CODE_DIGITS && hash[i] != '\0'; i++)
    {
      if (i > 0 && i % CODE_GROUP == 0)
        g_string_append_c (code, ' ');
      g_string_append_c (code, g_ascii_toupper (hash[i]));
    }
  return g_string_free (code, FALSE);
}

static gboolean
add_campaign (JsonBuilder *out, const KsSealFacts *facts, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (facts->campaign);
  g_autoptr (GPtrArray) extensions = ks_extension_table_load (facts->source->tx, error);
  g_autofree char *day = ks_day_to_iso (info->day);
  g_autofree char *population = ks_population_to_text (info->population);

  if (extensions == NULL)
    return FALSE;
  begin_object (out, "campaign");
  add_text (out, "id", info->id);
  add_text (out, "title", info->title);
  add_text (out, "issuing_body", info->issuing_body);
  add_text (out, "superior_body", info->superior_body);
  add_text (out, "day", day);
  add_moment (out, "from", info->from);
  add_moment (out, "to", info->to);
  add_moment (out, "first_to", info->first_to);
  add_moment (out, "closed", info->closed);
  add_number (out, "extensions", extensions->len);
  add_text (out, "population", population);
  json_builder_set_member_name (out, "simulated");
  json_builder_add_boolean_value (out, info->simulated);
  json_builder_end_object (out);
  return TRUE;
}

static void
add_form (JsonBuilder *out, const KsSealFacts *facts)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (facts->campaign);
  const char *json = ks_form_get_json (form);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autofree char *sha256 = ks_seal_hash (bytes);

  begin_object (out, "form");
  add_text (out, "id", ks_form_get_id (form));
  add_text (out, "notice", ks_form_get_notice (form));
  add_text (out, "sha256", sha256);
  add_text (out, "title", ks_form_get_title (form));
  add_number (out, "version", ks_form_table_get_newest (facts->source->tx));
  json_builder_end_object (out);
}

static void
add_size (const guint8 *bytes, gsize length, gpointer data)
{
  *(gint64 *)data += (gint64)length;
}

static gboolean
add_input (JsonBuilder *out, KsTransaction *tx, const KsBatch *batch, GError **error)
{
  gint64 kept_size = 0;

  if (!ks_batch_table_foreach_part (tx, batch->id, add_size, &kept_size, error))
    return FALSE;
  json_builder_begin_object (out);
  add_number (out, "number", batch->id);
  add_text (out, "file", batch->file);
  add_text (out, "service", batch->source);
  add_text (out, "sha256", batch->sha256);
  json_builder_set_member_name (out, "size");
  if (batch->file_size >= 0)
    json_builder_add_int_value (out, batch->file_size);
  else
    json_builder_add_null_value (out);
  add_text (out, "kept_sha256", batch->kept_sha256);
  add_number (out, "kept_size", kept_size);
  add_moment (out, "imported", batch->imported);
  add_number (out, "rows", batch->rows);
  add_number (out, "counted", batch->counted);
  add_number (out, "waiting", batch->waiting);
  add_number (out, "form_version", batch->form_version);
  add_text (out, "state", batch->state);
  json_builder_end_object (out);
  return TRUE;
}

static gboolean
add_inputs (JsonBuilder *out, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);

  if (batches == NULL)
    return FALSE;
  begin_array (out, "inputs");
  for (guint i = 0; i < batches->len; i++)
    if (!add_input (out, tx, batches->pdata[i], error))
      return FALSE;
  json_builder_end_array (out);
  return TRUE;
}

/* What people wrote into cells, and who somebody is, stays in the archive. */
static void
add_recipe (JsonBuilder *out, KsRecipe *recipe)
{
  g_autofree char *fingerprint = ks_recipe_dup_fingerprint (recipe);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autofree char *json = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (alone, recipe);
  json = ks_recipes_to_json (alone);
  bytes = g_bytes_new (json, strlen (json));
  sha256 = ks_seal_hash (bytes);
  json_builder_begin_object (out);
  add_text (out, "fingerprint", fingerprint);
  add_text (out, "service", recipe->source);
  add_text (out, "sha256", sha256);
  begin_array (out, "columns");
  for (guint i = 0; i < recipe->columns->len; i++)
    {
      const KsRecipeColumn *column = recipe->columns->pdata[i];

      if (column->role == KS_COLUMN_IGNORED || column->role == KS_COLUMN_PERSONAL)
        continue;
      json_builder_begin_object (out);
      add_text (out, "header", column->header);
      add_text (out, "role", roles[column->role]);
      if (column->question_id != NULL)
        add_text (out, "question", column->question_id);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
  json_builder_end_object (out);
}

static int
compare_recipes (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = ks_recipe_dup_fingerprint (*(KsRecipe *const *)a);
  g_autofree char *right = ks_recipe_dup_fingerprint (*(KsRecipe *const *)b);

  return strcmp (left, right);
}

static gboolean
add_recipes (JsonBuilder *out, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) recipes = ks_recipe_table_load (tx, error);

  if (recipes == NULL)
    return FALSE;
  g_ptr_array_sort (recipes, compare_recipes);
  begin_array (out, "recipes");
  for (guint i = 0; i < recipes->len; i++)
    add_recipe (out, recipes->pdata[i]);
  json_builder_end_array (out);
  return TRUE;
}

static void
add_thresholds (JsonBuilder *out, KsTransaction *tx)
{
  KsAttentionRules rules = ks_setting_table_get_attention (tx);
  g_autofree char *attention = ks_attention_rules_to_text (&rules);

  begin_object (out, "thresholds");
  add_number (out, "answers", KS_MIN_ANSWERS);
  add_number (out, "comments", KS_MIN_COMMENTS);
  add_text (out, "attention", attention);
  json_builder_end_object (out);
}

static void
add_log (JsonBuilder *out, GPtrArray *log)
{
  const KsLogEntry *last = log->len > 0 ? log->pdata[log->len - 1] : NULL;
  g_autofree char *code = last != NULL ? ks_seal_dup_code (last->hash) : NULL;

  begin_object (out, "log");
  add_text (out, "code", code);
  add_text (out, "head", last != NULL ? last->hash : NULL);
  add_number (out, "rows", log->len);
  add_text (out, "time", last != NULL ? last->utc : NULL);
  json_builder_end_object (out);
}

static void
add_settled (JsonBuilder *out, const KsSealSource *source)
{
  GPtrArray *outs = source->ledger->outs;
  KsMoment first = KS_MOMENT_NONE, last = KS_MOMENT_NONE;
  gint64 n_corrections = 0;

  for (guint i = 0; i < outs->len; i++)
    {
      const KsGivenOut *given = outs->pdata[i];

      if (given->kind != KS_GIVEN_PUBLISHED && given->kind != KS_GIVEN_CORRECTED)
        continue;
      first = first == KS_MOMENT_NONE ? given->given_at : first;
      last = given->given_at;
      n_corrections += given->kind == KS_GIVEN_CORRECTED;
    }
  begin_object (out, "settled");
  add_moment (out, "first", first);
  add_moment (out, "last", last);
  add_number (out, "corrections", n_corrections);
  add_number (out, "given_out", outs->len);
  add_number (out, "units_being_reconciled", g_hash_table_size (source->open));
  json_builder_end_object (out);
}

static void
add_parts (JsonBuilder *out, GPtrArray *pieces)
{
  begin_array (out, "parts");
  for (guint i = 0; i < pieces->len; i++)
    {
      const KsPlainZipPart *piece = pieces->pdata[i];
      g_autofree char *sha256 = ks_seal_hash (piece->content);

      json_builder_begin_object (out);
      add_text (out, "name", piece->name);
      add_text (out, "sha256", sha256);
      add_number (out, "size", (gint64)g_bytes_get_size (piece->content));
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static gboolean
add_facts (JsonBuilder *out, const KsSealFacts *facts, GError **error)
{
  KsTransaction *tx = facts->source->tx;

  if (!add_campaign (out, facts, error) || !add_inputs (out, tx, error)
      || !add_recipes (out, tx, error) || !ks_seal_add_criteria (facts->campaign, out, error))
    return FALSE;
  add_form (out, facts);
  add_thresholds (out, tx);
  add_settled (out, facts->source);
  return TRUE;
}

/**
 * ks_seal_manifest_write:
 * @facts: what it says
 * @pieces: (element-type KsPlainZipPart): all other pieces
 * @error: return location for an error
 *
 * Returns: (transfer full): the manifest, in the one way to write it, or %NULL with @error set
 */
char *
ks_seal_manifest_write (const KsSealFacts *facts, GPtrArray *pieces, GError **error)
{
  g_autoptr (JsonBuilder) out = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (out);
  add_text (out, "format", facts->seal == NULL ? KS_SEAL_FORMAT : KS_ARCHIVE_FORMAT);
  add_number (out, "version", KS_SEAL_VERSION);
  if (facts->seal != NULL)
    add_text (out, "seal", facts->seal);
  if (!add_facts (out, facts, error))
    return NULL;
  add_log (out, facts->log);
  add_parts (out, pieces);
  json_builder_end_object (out);
  root = json_builder_get_root (out);
  text = ks_json_dup_canonical (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
