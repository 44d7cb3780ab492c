/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-scope.h"

#include "ks-i18n.h"

static void
begin_line (KsCliTable *table, const KsScope *scope, const KsQuestion *question)
{
  ks_cli_add_scope (table, scope);
  ks_cli_table_add_text (table, question->id);
}

/* A text question has one line: how many wrote something. */
static void
add_text_question (KsCliTable *table, const KsScope *scope, const KsQuestionResult *result)
{
  begin_line (table, scope, result->question);
  ks_cli_table_add_empty (table);
  ks_cli_table_add_empty (table);
  if (result->shown)
    ks_cli_table_add_count (table, result->answered);
  else
    ks_cli_table_add_empty (table);
  ks_cli_table_add_count (table, result->answered);
  ks_cli_table_add_count (table, result->shown);
  ks_cli_table_end_row (table);
}

static void
add_options (KsCliTable *table, const KsScope *scope, const KsQuestionResult *result)
{
  for (guint i = 0; i < result->question->n_options; i++)
    {
      begin_line (table, scope, result->question);
      ks_cli_table_add_count (table, i + 1);
      ks_cli_table_add_text (table, result->question->options[i].label);
      if (result->levels_shown)
        ks_cli_table_add_count (table, result->counts[i]);
      else
        ks_cli_table_add_empty (table);
      if (scope->group == NULL || result->shown)
        ks_cli_table_add_count (table, result->answered);
      else
        ks_cli_table_add_empty (table);
      ks_cli_table_add_count (table, result->levels_shown);
      ks_cli_table_end_row (table);
    }
}

/* Open answers, and what people say of themselves, are not counted by group. */
static gboolean
is_asked (const KsQuestion *question, const KsQuestion *only, const KsQuestion *group)
{
  if (only != NULL && question != only)
    return FALSE;
  return group == NULL || (!question->profile && question->type != KS_QUESTION_TEXT);
}

static void
print_tally (KsCli *cli, KsResults *results, KsScopeKind kind, const KsQuestion *only,
             const KsQuestion *group)
{
  KsForm *form = ks_results_get_form (results);
  g_autoptr (KsCliTable) table = ks_cli_table_new (
      cli, group == NULL ? "scope,question,choice,label,count,answers,shown"
                         : "scope,group,question,choice,label,count,answers,shown");
  g_autoptr (GArray) scopes = ks_cli_list_scopes (results, kind, group);

  for (guint i = 0; i < scopes->len; i++)
    for (guint j = 0; j < ks_form_get_n_questions (form); j++)
      {
        const KsScope *scope = &g_array_index (scopes, KsScope, i);
        const KsQuestion *question = ks_form_get_question (form, j);
        g_autoptr (KsQuestionResult) result = NULL;

        if (!is_asked (question, only, group))
          continue;
        result = ks_results_dup_question (results, scope, question);
        if (question->type == KS_QUESTION_TEXT)
          add_text_question (table, scope, result);
        else
          add_options (table, scope, result);
      }
  ks_cli_table_print (table);
}

/**
 * ks_cli_tally:
 * @cli: the command line
 * @error: return location for an error
 *
 * `tally FILE [--by …] [--question ID] [--group ID]`: counts per choice, by the rules of anonymity;
 * with --group for each body or kind of official.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_tally (KsCli *cli, GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *id = NULL;
  g_autofree char *group_id = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, "province, district, unit", "SCOPE" },
    { "question", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("only this question"), "ID" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &group_id,
      N_ ("by the body or kind of official that this question asks"), "ID" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsResults) results = NULL;
  const KsQuestion *only = NULL;
  const KsQuestion *group = NULL;
  KsScopeKind kind;

  if (!ks_cli_parse (cli, entries, "FILE [--by …] [--question ID] [--group ID]", 1, 1, error)
      || !ks_cli_parse_scope (by, &kind, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  results = campaign != NULL ? ks_results_load (campaign, error) : NULL;
  if (results == NULL || !ks_cli_find_question (results, id, &only, error)
      || !ks_cli_find_group (results, group_id, &group, error))
    return FALSE;
  if (!ks_cli_say_preliminary (cli, campaign, error))
    return FALSE;
  print_tally (cli, results, kind, only, group);
  return TRUE;
}
