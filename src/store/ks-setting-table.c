/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-setting-table.h"

#include <stdlib.h>
#include <string.h>

#include "ks-i18n.h"
#include "ks-transaction.h"

/**
 * ks_setting_table_get:
 * @tx: a transaction
 * @name: a setting
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its value; %NULL when it is not set or @error is
 */
char *
ks_setting_table_get (KsTransaction *tx, const char *name, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT value FROM setting WHERE name = :name", error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  ks_statement_bind_text (statement, ":name", name);
  if (!ks_statement_step (statement, &has_row, error) || !has_row)
    return NULL;
  return g_strdup (ks_statement_text (statement, 0));
}

/**
 * ks_setting_table_set:
 * @tx: a transaction for writing
 * @name: a setting
 * @value: (nullable): its value; %NULL takes the setting away
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_setting_table_set (KsTransaction *tx, const char *name, const char *value, GError **error)
{
  const char *sql = value != NULL
                        ? "INSERT INTO setting (name, value) VALUES (:name, :value) "
                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value"
                        : "DELETE FROM setting WHERE name = :name";
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":name", name);
  if (value != NULL)
    ks_statement_bind_text (statement, ":value", value);
  return ks_statement_run (statement, error);
}

static gint64
get_number (KsTransaction *tx, const char *name)
{
  g_autofree char *value = ks_setting_table_get (tx, name, NULL);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static gboolean
set_number (KsTransaction *tx, const char *name, gint64 value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return ks_setting_table_set (tx, name, text, error);
}

static KsMoment
get_moment (KsTransaction *tx, const char *name)
{
  g_autofree char *value = ks_setting_table_get (tx, name, NULL);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : KS_MOMENT_NONE;
}

/* No moment at all takes the setting away. */
static gboolean
set_moment (KsTransaction *tx, const char *name, KsMoment moment, GError **error)
{
  return moment != KS_MOMENT_NONE ? set_number (tx, name, moment, error)
                                  : ks_setting_table_set (tx, name, NULL, error);
}

static gboolean
read_key (const char *hex, guint8 *key)
{
  if (hex == NULL || strlen (hex) != 2 * KS_KEY_LENGTH)
    return FALSE;
  for (guint i = 0; i < KS_KEY_LENGTH; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]);
      int low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      key[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

/**
 * ks_setting_table_get_population:
 * @tx: a transaction
 *
 * Returns: whose opinion the survey asks for; the usual population where nothing else was set
 */
KsPopulation
ks_setting_table_get_population (KsTransaction *tx)
{
  g_autofree char *text = ks_setting_table_get (tx, "population", NULL);
  KsPopulation population = KS_POPULATION_DEFAULT;

  if (text != NULL)
    ks_population_parse (text, &population);
  return population;
}

/**
 * ks_setting_table_get_attention:
 * @tx: a transaction
 *
 * Returns: which units ask for a call; the usual rules where nothing else was set
 */
KsAttentionRules
ks_setting_table_get_attention (KsTransaction *tx)
{
  g_autofree char *text = ks_setting_table_get (tx, "attention", NULL);
  KsAttentionRules rules;

  ks_attention_rules_init (&rules);
  if (text != NULL)
    ks_attention_rules_parse (&rules, text, NULL);
  return rules;
}

/**
 * ks_setting_table_set_attention:
 * @tx: a transaction for writing
 * @rules: which units ask for a call
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_setting_table_set_attention (KsTransaction *tx, const KsAttentionRules *rules, GError **error)
{
  g_autofree char *text = ks_attention_rules_to_text (rules);

  return ks_setting_table_set (tx, "attention", text, error);
}

/**
 * ks_setting_table_load_info:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full): what the campaign is called and when it runs, or %NULL with @error set
 */
KsCampaignInfo *
ks_setting_table_load_info (KsTransaction *tx, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_info_new ();
  g_autofree char *key = ks_setting_table_get (tx, "key", error);

  if (!read_key (key, info->key))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED,
                             _ ("The file has lost the campaign's secret key; open a backup of "
                                "it."));
      return NULL;
    }
  info->id = ks_setting_table_get (tx, "id", error);
  info->title = ks_setting_table_get (tx, "title", error);
  info->superior_body = ks_setting_table_get (tx, "superior_body", error);
  info->issuing_body = ks_setting_table_get (tx, "issuing_body", error);
  info->template = ks_setting_table_get (tx, "template", error);
  info->day = (KsDay) get_number (tx, "day");
  info->from = get_number (tx, "from");
  info->to = get_number (tx, "to");
  info->first_to = get_moment (tx, "first_to");
  info->closed = get_moment (tx, "closed");
  info->simulated = get_number (tx, "simulated") != 0;
  info->no_identity = get_number (tx, "no_identity") != 0;
  info->population = ks_setting_table_get_population (tx);
  return g_steal_pointer (&info);
}

/**
 * ks_setting_table_save_info:
 * @tx: a transaction for writing
 * @info: what to keep
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_setting_table_save_info (KsTransaction *tx, const KsCampaignInfo *info, GError **error)
{
  char key[2 * KS_KEY_LENGTH + 1];
  g_autofree char *population = ks_population_to_text (info->population);

  for (guint i = 0; i < KS_KEY_LENGTH; i++)
    g_snprintf (key + 2 * i, 3, "%02x", info->key[i]);
  return ks_setting_table_set (tx, "id", info->id, error)
         && ks_setting_table_set (tx, "title", info->title, error)
         && ks_setting_table_set (tx, "key", key, error)
         && ks_setting_table_set (tx, "template", info->template, error)
         && ks_setting_table_set (tx, "population", population, error)
         && ks_setting_table_set (tx, "superior_body", info->superior_body, error)
         && ks_setting_table_set (tx, "issuing_body", info->issuing_body, error)
         && set_number (tx, "day", info->day, error) && set_number (tx, "from", info->from, error)
         && set_number (tx, "to", info->to, error)
         && set_moment (tx, "first_to", info->first_to, error)
         && set_moment (tx, "closed", info->closed, error)
         && set_number (tx, "simulated", info->simulated, error)
         && set_number (tx, "no_identity", info->no_identity, error);
}
