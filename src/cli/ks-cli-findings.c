/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-findings.h"
#include "ks-i18n.h"
#include "ks-rows.h"

static const char *
get_name (KsRegistry *registry, const char *code)
{
  KsUnit *unit = ks_registry_lookup (registry, code);

  return unit != NULL ? ks_unit_get_name (unit) : NULL;
}

static void
add_finding (KsCliTable *table, KsRegistry *registry, const KsFinding *finding)
{
  g_autofree char *id = g_strdup_printf ("F%" G_GINT64_FORMAT, finding->id);
  g_autofree char *sentence
      = ks_finding_dup_sentence (finding, get_name (registry, finding->unit));

  ks_cli_table_add_text (table, id);
  ks_cli_table_add_text (table, ks_finding_kind_to_id (finding->kind));
  ks_cli_table_add_text (table, ks_finding_kind_get_scope (finding->kind));
  ks_cli_table_add_text (table, finding->unit);
  ks_cli_table_add_count (table, finding->n_rows);
  ks_cli_table_add_text (table, sentence);
  ks_cli_table_add_text (table, ks_finding_is_open (finding) ? "open" : "decided");
  ks_cli_table_end_row (table);
}

static void
add_row (KsCliTable *table, const KsResponseRow *row, KsReason reason, const char *state)
{
  ks_cli_table_add_count (table, row->id);
  ks_cli_table_add_text (table, ks_reason_to_id (reason));
  ks_cli_table_add_text (table, "row");
  ks_cli_table_add_text (table, row->unit);
  ks_cli_table_add_count (table, 1);
  ks_cli_table_add_text (table, row->sentence);
  ks_cli_table_add_text (table, state);
  ks_cli_table_end_row (table);
}

static gboolean
list (KsCli *cli, KsCampaign *campaign, gboolean all, GError **error)
{
  const KsRowFilter filter = { .state = ks_state_to_id (KS_STATE_WAITING) };
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) findings = ks_findings_load (campaign, all, error);
  g_autoptr (GPtrArray) waiting
      = findings != NULL ? ks_rows_load (campaign, &filter, error) : NULL;
  g_autoptr (GPtrArray) settled
      = waiting != NULL && all ? ks_rows_load_settled (campaign, error) : NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (waiting == NULL || (all && settled == NULL))
    return FALSE;
  table = ks_cli_table_new (cli, "id,kind,scope,code,rows,sentence,state");
  for (guint i = 0; i < findings->len; i++)
    add_finding (table, registry, g_ptr_array_index (findings, i));
  for (guint i = 0; i < waiting->len; i++)
    add_row (table, waiting->pdata[i], ((KsResponseRow *) waiting->pdata[i])->reason, "open");
  for (guint i = 0; settled != NULL && i < settled->len; i++)
    add_row (table, settled->pdata[i], ((KsResponseRow *) settled->pdata[i])->reason_before,
             "decided");
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_findings:
 * @cli: the command line
 * @error: return location for an error
 *
 * `findings FILE [--state open|all]`: what gives reason to check: of units, of imports, and rows
 * that wait.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_findings (KsCli *cli, GError **error)
{
  g_autofree char *state = NULL;
  const GOptionEntry entries[] = {
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, N_ ("open (the default) or all"), "S" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--state open|all]", 1, 1, error))
    return FALSE;
  if (state != NULL && !g_str_equal (state, "open") && !g_str_equal (state, "all"))
    return ks_cli_refuse_usage (error, _ ("--state takes open or all"));
  campaign = ks_cli_open (cli, error);
  job = ks_cli_job_new (cli, _ ("Looking for what needs checking"));
  return campaign != NULL && ks_findings_renew (campaign, job, error)
         && list (cli, campaign, g_strcmp0 (state, "all") == 0, error);
}
