/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-scope.h"

#include "ks-cli-table.h"
#include "ks-i18n.h"

/**
 * ks_cli_parse_scope:
 * @by: (nullable): province, district or unit
 * @kind: (out): the scope
 * @error: return location for an error
 *
 * Returns: %FALSE with an error of usage
 */
gboolean
ks_cli_parse_scope (const char *by, KsScopeKind *kind, GError **error)
{
  if (by == NULL || g_str_equal (by, "province"))
    *kind = KS_SCOPE_PROVINCE;
  else if (g_str_equal (by, "district"))
    *kind = KS_SCOPE_DISTRICT;
  else if (g_str_equal (by, "unit"))
    *kind = KS_SCOPE_UNIT;
  else
    return ks_cli_refuse_usage (error, _ ("--by takes province, district or unit"));
  return TRUE;
}

static void
print_participation (KsCli *cli, KsResults *results, KsScopeKind kind)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "scope,name,staff,answers,rate");
  g_autoptr (GArray) scopes = ks_results_dup_scopes (results, kind);

  for (guint i = 0; i < scopes->len; i++)
    {
      const KsScope *scope = &g_array_index (scopes, KsScope, i);
      KsParticipation participation;

      ks_results_get_participation (results, scope, &participation);
      ks_cli_table_add_text (table, scope->code);
      ks_cli_table_add_text (table, kind == KS_SCOPE_PROVINCE ? "Toàn tỉnh" : scope->name);
      ks_cli_table_add_count (table, participation.staff);
      ks_cli_table_add_count (table, participation.answers);
      if (participation.staff > 0)
        ks_cli_table_add_decimal (table,
                                  (double) participation.answers / (double) participation.staff,
                                  4);
      else
        ks_cli_table_add_empty (table);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}

/**
 * ks_cli_participation:
 * @cli: the command line
 * @error: return location for an error
 *
 * `participation FILE [--by unit|district|province]`: answers against staff.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_participation (KsCli *cli, GError **error)
{
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, "province, district, unit", "SCOPE" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsResults) results = NULL;
  KsScopeKind kind;

  if (!ks_cli_parse (cli, entries, "FILE [--by unit|district|province]", 1, 1, error)
      || !ks_cli_parse_scope (by, &kind, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  results = campaign != NULL ? ks_results_load (campaign, error) : NULL;
  if (results == NULL)
    return FALSE;
  print_participation (cli, results, kind);
  return TRUE;
}
