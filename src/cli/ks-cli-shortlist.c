/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-findings.h"
#include "ks-i18n.h"
#include "ks-shortlist.h"

static void
add_candidate (KsCliTable *table, const KsCandidate *candidate)
{
  if (candidate->rank > 0)
    ks_cli_table_add_count (table, candidate->rank);
  else
    ks_cli_table_add_empty (table);
  ks_cli_table_add_text (table, ks_unit_get_code (candidate->unit));
  ks_cli_table_add_text (table, ks_unit_get_name (candidate->unit));
  ks_cli_table_add_decimal (table, candidate->score, 2);
  for (guint i = 0; i < 3; i++)
    ks_cli_table_add_empty (table);
  ks_cli_table_add_count (table, candidate->eligible);
  ks_cli_table_add_text (table, candidate->eligible ? candidate->chosen_reason
                                                    : candidate->reason);
  ks_cli_table_end_row (table);
}

/* A list of size k ends where its last rank ends: equal scores are not torn apart. */
static gboolean
is_listed (const KsCandidate *candidate, int size)
{
  return size == 0 || (candidate->rank > 0 && candidate->rank <= (guint) size);
}

/**
 * ks_cli_shortlist:
 * @cli: the command line
 * @error: return location for an error
 *
 * `shortlist FILE [--size 3..5]`: the ranking with its grounds.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_shortlist (KsCli *cli, GError **error)
{
  int size = 0;
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_INT, &size, N_ ("first 3 to 5 ranks"), "N" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--size 3..5]", 1, 1, error))
    return FALSE;
  if (size != 0 && (size < 3 || size > 5))
    return ks_cli_refuse_usage (error, _ ("--size takes 3, 4 or 5"));
  campaign = ks_cli_open (cli, error);
  list = campaign != NULL && ks_findings_renew (campaign, NULL, error)
             ? ks_shortlist_load (campaign, error)
             : NULL;
  if (list == NULL)
    return FALSE;
  ks_cli_note (cli, _ ("note: the points of the criteria are not locked"));
  table = ks_cli_table_new (cli, "rank,code,name,score,top3,top4,top5,eligible,reason");
  for (guint i = 0; i < list->candidates->len; i++)
    if (is_listed (g_ptr_array_index (list->candidates, i), size))
      add_candidate (table, g_ptr_array_index (list->candidates, i));
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_choose:
 * @cli: the command line
 * @error: return location for an error
 *
 * `choose FILE CODE… --reason T`: records whom people chose, and why.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_choose (KsCli *cli, GError **error)
{
  g_auto (GStrv) reasons = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING_ARRAY, &reasons,
      N_ ("why; once for all, or for each"), "T" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  if (!ks_cli_parse (cli, entries, "FILE CODE… --reason T", 2, G_MAXUINT, error))
    return FALSE;
  if (reasons == NULL)
    return ks_cli_refuse_usage (error, _ ("--reason is missing"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || !ks_choose (campaign, (const char *const *) cli->arguments + 1,
                     (const char *const *) reasons, &outcome, error))
    return FALSE;
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}
