/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-scope.h"

#include "ks-compare-shares.h"
#include "ks-i18n.h"

#define DIGITS 4
#define COLUMNS "scope,question,n,N,x,share,low,high,bound_low,bound_high,shown"

static void
add_pair (KsCliTable *table, gboolean known, double low, double high)
{
  if (known)
    {
      ks_cli_table_add_decimal (table, low, DIGITS);
      ks_cli_table_add_decimal (table, high, DIGITS);
      return;
    }
  ks_cli_table_add_empty (table);
  ks_cli_table_add_empty (table);
}

/* How many answered is no answer: it is told as `tally` does, once the survey has ended; but of a
 * group it would tell whether a colleague did. */
static void
add_share (KsCliTable *table, const KsScope *scope, const KsQuestion *question,
           const KsShare *share)
{
  ks_cli_add_scope (table, scope);
  ks_cli_table_add_text (table, question->id);
  if (share->shown || (share->state != KS_SHARE_OPEN && scope->group == NULL))
    ks_cli_table_add_count (table, share->n);
  else
    ks_cli_table_add_empty (table);
  if (share->population > 0 || scope->group == NULL)
    ks_cli_table_add_count (table, share->population);
  else
    ks_cli_table_add_empty (table);
  if (share->shown)
    {
      ks_cli_table_add_count (table, share->x);
      ks_cli_table_add_decimal (table, share->share, DIGITS);
    }
  else
    add_pair (table, FALSE, 0, 0);
  add_pair (table, share->has_interval, share->low, share->high);
  add_pair (table, share->has_bounds, share->bound_low, share->bound_high);
  ks_cli_table_add_count (table, share->shown);
}

static void
print_results (KsCli *cli, KsResults *results, KsScopeKind kind, const KsQuestion *only,
               const KsQuestion *group)
{
  KsForm *form = ks_results_get_form (results);
  g_autoptr (KsCliTable) table = ks_cli_table_new (
      cli, group == NULL ? COLUMNS
                         : "scope,group,question,n,N,x,share,low,high,bound_low,bound_high,shown");
  g_autoptr (GArray) scopes = ks_cli_list_scopes (results, kind, group);

  for (guint i = 0; i < scopes->len; i++)
    for (guint j = 0; j < ks_form_get_n_questions (form); j++)
      {
        const KsScope *scope = &g_array_index (scopes, KsScope, i);
        const KsQuestion *question = ks_form_get_question (form, j);
        KsShare share;

        if (!question->ordinal || (only != NULL && question != only))
          continue;
        ks_results_get_share (results, scope, question, &share);
        add_share (table, scope, question, &share);
        ks_cli_table_end_row (table);
      }
  ks_cli_table_print (table);
}

/* A section is the mean of its questions, without interval and bounds. */
static void
print_sections (KsCli *cli, KsResults *results, KsScopeKind kind)
{
  KsForm *form = ks_results_get_form (results);
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "scope,section,n,N,share,shown");
  g_autoptr (GArray) scopes = ks_cli_list_scopes (results, kind, NULL);

  for (guint i = 0; i < scopes->len; i++)
    for (guint j = 0; j < ks_form_get_n_sections (form); j++)
      {
        const KsScope *scope = &g_array_index (scopes, KsScope, i);
        const char *section = ks_form_get_section (form, j)->id;
        KsShare share;

        ks_results_get_section_share (results, scope, section, &share);
        ks_cli_add_scope (table, scope);
        ks_cli_table_add_text (table, section);
        if (share.shown)
          ks_cli_table_add_count (table, share.n);
        else
          ks_cli_table_add_empty (table);
        ks_cli_table_add_count (table, share.population);
        if (share.shown)
          ks_cli_table_add_decimal (table, share.share, DIGITS);
        else
          ks_cli_table_add_empty (table);
        ks_cli_table_add_count (table, share.shown);
        ks_cli_table_end_row (table);
      }
  ks_cli_table_print (table);
}

static void
add_earlier (KsCliTable *table, const KsSharePair *pair)
{
  if (pair->state != KS_PAIR_COMPARED)
    {
      ks_cli_table_add_empty (table);
      add_pair (table, FALSE, 0, 0);
      return;
    }
  if (pair->earlier.state != KS_SHARE_OPEN)
    ks_cli_table_add_count (table, pair->earlier.n);
  else
    ks_cli_table_add_empty (table);
  if (pair->earlier.shown)
    {
      ks_cli_table_add_count (table, pair->earlier.x);
      ks_cli_table_add_decimal (table, pair->earlier.share, DIGITS);
    }
  else
    add_pair (table, FALSE, 0, 0);
}

static gboolean
print_comparison (KsCli *cli, KsCampaign *campaign, const char *path, KsScopeKind kind,
                  const char *id, GError **error)
{
  g_autoptr (KsCampaign) earlier = ks_campaign_open (path, cli->clock, cli->actor, error);
  g_autoptr (KsShareComparison) comparison
      = earlier != NULL ? ks_compare_shares (campaign, earlier, kind, id, error) : NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (comparison == NULL || !ks_cli_say_preliminary (cli, campaign, error))
    return FALSE;
  table = ks_cli_table_new (cli, COLUMNS ",earlier_n,earlier_x,earlier_share");
  for (guint i = 0; i < ks_share_comparison_get_n_pairs (comparison); i++)
    {
      const KsSharePair *pair = ks_share_comparison_get_pair (comparison, i);
      const KsScope scope = { kind, pair->scope, "" };

      add_share (table, &scope, pair->question, &pair->now);
      add_earlier (table, pair);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return ks_campaign_close (earlier, error);
}

/**
 * ks_cli_results:
 * @cli: the command line
 * @error: return location for an error
 *
 * `results FILE [--by …] [--question ID] [--group ID] [--previous FILE] [--by-section]`: the shares of
 * good opinions with what is known of their error, by the rules of anonymity.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_results (KsCli *cli, GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *id = NULL;
  g_autofree char *group_id = NULL;
  g_autofree char *previous = NULL;
  gboolean by_section = FALSE;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, "province, district, unit", "SCOPE" },
    { "question", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("only this question"), "ID" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &group_id,
      N_ ("by the body or kind of official that this question asks"), "ID" },
    { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous,
      N_ ("beside the shares of an earlier survey"), "FILE" },
    { "by-section", 0, 0, G_OPTION_ARG_NONE, &by_section,
      N_ ("sections instead of questions: the means of theirs"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsResults) results = NULL;
  const KsQuestion *only = NULL;
  const KsQuestion *group = NULL;
  KsScopeKind kind;

  if (!ks_cli_parse (cli, entries,
                     "FILE [--by …] [--question ID|--by-section] [--group ID] [--previous FILE]", 1, 1,
                     error)
      || !ks_cli_parse_scope (by, &kind, error))
    return FALSE;
  if (previous != NULL && group_id != NULL)
    return ks_cli_refuse_usage (error, _ ("--previous compares everybody: leave out --group"));
  if (by_section && (id != NULL || group_id != NULL || previous != NULL))
    return ks_cli_refuse_usage (error, _ ("--by-section tells all sections of everybody now: leave out "
                                          "--question, --group and --previous"));
  campaign = ks_cli_open (cli, error);
  results = campaign != NULL ? ks_results_load (campaign, error) : NULL;
  if (results == NULL || !ks_cli_find_question (results, id, &only, error)
      || !ks_cli_find_group (results, group_id, &group, error))
    return FALSE;
  if (only != NULL && !only->ordinal)
    return ks_cli_refuse_usage (error, _ ("question %s has no scale: “tally” counts its answers"),
                                id);
  if (previous != NULL)
    return print_comparison (cli, campaign, previous, kind, id, error);
  if (!ks_cli_say_preliminary (cli, campaign, error))
    return FALSE;
  if (by_section)
    print_sections (cli, results, kind);
  else
    print_results (cli, results, kind, only, group);
  return TRUE;
}
