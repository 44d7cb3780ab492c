/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-reconcile-units.h"

static void
add_known (KsCliTable *table, gint64 count, gboolean known)
{
  if (known)
    ks_cli_table_add_count (table, count);
  else
    ks_cli_table_add_empty (table);
}

static void
add_unit (KsCliTable *table, const KsDayUnit *unit)
{
  gint64 reported = ks_day_unit_get_reported (unit);

  ks_cli_table_add_text (table, ks_unit_get_code (unit->unit));
  ks_cli_table_add_text (table, ks_unit_get_name (unit->unit));
  add_known (table, unit->staff, unit->staff > 0);
  add_known (table, reported, reported >= 0);
  ks_cli_table_add_count (table, unit->answers);
  ks_cli_table_add_text (table, ks_counts_to_id (unit->counts));
  ks_cli_table_add_text (table, ks_reconciled_to_id (ks_day_unit_get_reconciled (unit)));
  ks_cli_table_end_row (table);
}

/**
 * ks_cli_reconcile:
 * @cli: the command line
 * @error: return location for an error
 *
 * `reconcile FILE`: staff, report and answers of every unit, contradictions first.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_reconcile (KsCli *cli, GError **error)
{
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsDayFigures) figures = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (!ks_cli_parse (cli, NULL, "FILE", 1, 1, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  figures = campaign != NULL
                ? ks_day_figures_load (campaign, KS_MOMENT_NONE, KS_MOMENT_NONE, NULL, error)
                : NULL;
  if (figures == NULL)
    return FALSE;
  units = ks_reconcile_units (figures);
  table = ks_cli_table_new (cli, "code,name,staff,reported,answers,comparison,state");
  for (guint i = 0; i < units->len; i++)
    add_unit (table, units->pdata[i]);
  ks_cli_table_print (table);
  return TRUE;
}
