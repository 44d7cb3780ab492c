/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-rows.h"

static gboolean
is_filter (const char *state)
{
  KsState known_state;
  KsReason known_reason;

  return state == NULL || ks_state_from_id (state, &known_state)
         || ks_reason_from_id (state, &known_reason);
}

static gboolean
has_unit (KsCampaign *campaign, const char *code)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  return ks_registry_lookup (registry, code) != NULL;
}

/**
 * ks_cli_rows:
 * @cli: the command line
 * @error: return location for an error
 *
 * `rows FILE [--state S] [--unit CODE]`: where each row stands and why; never its answers.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_rows (KsCli *cli, GError **error)
{
  g_autofree char *state = NULL;
  g_autofree char *unit = NULL;
  const GOptionEntry entries[] = {
    { "state", 0, 0, G_OPTION_ARG_STRING, &state,
      N_ ("counted, waiting, excluded, trial or a reason"), "S" },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_ ("code of a unit"), "CODE" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (KsCliTable) table = NULL;
  KsRowFilter filter = { 0 };

  if (!ks_cli_parse (cli, entries, "FILE [--state S] [--unit CODE]", 1, 1, error))
    return FALSE;
  if (!is_filter (state))
    return ks_cli_refuse_usage (error, _ ("--state takes counted, waiting, excluded, trial or a reason"));
  filter.state = state;
  filter.unit = unit;
  campaign = ks_cli_open (cli, error);
  if (campaign != NULL && unit != NULL && !has_unit (campaign, unit))
    return ks_cli_refuse_usage (error, _ ("no unit has the code %s"), unit);
  rows = campaign != NULL ? ks_rows_load (campaign, &filter, error) : NULL;
  if (rows == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "id,file,row,unit,state,reason");
  for (guint i = 0; i < rows->len; i++)
    {
      KsResponseRow *row = g_ptr_array_index (rows, i);

      ks_cli_table_add_count (table, row->id);
      ks_cli_table_add_text (table, row->file);
      ks_cli_table_add_count (table, row->row);
      ks_cli_table_add_text (table, row->unit);
      ks_cli_table_add_text (table, ks_state_to_id (row->state));
      ks_cli_table_add_text (table, row->sentence);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}
