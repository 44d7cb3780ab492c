/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-findings.h"
#include "ks-i18n.h"
#include "ks-shortlist-stability.h"

#define MAX_DRAWS 1000000

static void
add_candidate (KsCliTable *table,
               const KsShortlist *list,
               const KsStability *stability,
               guint index)
{
  const KsCandidate *candidate = list->candidates->pdata[index];

  if (candidate->rank > 0)
    ks_cli_table_add_count (table, candidate->rank);
  else
    ks_cli_table_add_empty (table);
  ks_cli_table_add_text (table, ks_unit_get_code (candidate->unit));
  ks_cli_table_add_text (table, ks_unit_get_name (candidate->unit));
  ks_cli_table_add_decimal (table, candidate->score, 2);
  for (guint top = 3; top <= 5; top++)
    if (candidate->eligible)
      ks_cli_table_add_decimal (table, ks_stability_get (stability, index, KS_WEIGHTS_NEAR, top),
                                4);
    else
      ks_cli_table_add_empty (table);
  ks_cli_table_add_count (table, candidate->eligible);
  ks_cli_table_add_text (table, candidate->eligible ? candidate->chosen_reason : candidate->reason);
  ks_cli_table_end_row (table);
}

/* A list of size k ends where its last rank ends: equal scores are not torn apart. */
static gboolean
is_listed (const KsCandidate *candidate, int size)
{
  return size == 0 || (candidate->rank > 0 && candidate->rank <= (guint)size);
}

static void
print_list (KsCli *cli, const KsShortlist *list, const KsStability *stability, int size)
{
  g_autoptr (KsCliTable) table
      = ks_cli_table_new (cli, "rank,code,name,score,top3,top4,top5,eligible,reason");
  g_autofree char *lock = ks_criteria_dup_lock_words (list->criteria);
  g_autofree char *note = g_strdup_printf (_ ("note: %s"), lock);

  if (list->criteria->locks->len != 1 || list->criteria->changed_after_lock)
    ks_cli_note (cli, note);
  for (guint i = 0; i < list->candidates->len; i++)
    if (is_listed (list->candidates->pdata[i], size))
      add_candidate (table, list, stability, i);
  ks_cli_table_print (table);
}

/**
 * ks_cli_shortlist:
 * @cli: the command line
 * @error: return location for an error
 *
 * `shortlist FILE [--size 3..5] [--draws N] [--seed S]`: the ranking with its grounds; top3 … top5
 * are shares of draws within ±20 % of the points. Without a lock it is listed too, with a note; so is a scale that was changed after one.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_shortlist (KsCli *cli, GError **error)
{
  int size = 0;
  int draws = 0;
  gint64 seed = 0;
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_INT, &size, N_ ("first 3 to 5 ranks"), "N" },
    { "draws", 0, 0, G_OPTION_ARG_INT, &draws, N_ ("draws of other points (10000)"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("where the draws begin"), "S" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (KsStability) stability = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--size 3..5] [--draws N] [--seed S]", 1, 1, error))
    return FALSE;
  if (size != 0 && (size < 3 || size > 5))
    return ks_cli_refuse_usage (error, _ ("--size takes 3, 4 or 5"));
  if (draws < 0 || draws > MAX_DRAWS || seed < 0)
    return ks_cli_refuse_usage (error, _ ("--draws takes 1 to %d, --seed a number above 0"),
                                MAX_DRAWS);
  campaign = ks_cli_open (cli, error);
  list = campaign != NULL && ks_findings_renew (campaign, NULL, error)
             ? ks_shortlist_load (campaign, error)
             : NULL;
  if (list == NULL)
    return FALSE;
  job = ks_cli_job_new (cli, _ ("Measuring how stable the list is"));
  stability = ks_shortlist_measure_stability (list, (guint)draws, (guint64)seed, job, error);
  if (stability == NULL)
    return FALSE;
  print_list (cli, list, stability, size);
  return TRUE;
}
