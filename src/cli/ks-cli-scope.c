/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-scope.h"

#include "ks-group.h"
#include "ks-i18n.h"
#include "ks-publish.h"

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

/**
 * ks_cli_find_question:
 * @results: the results
 * @id: (nullable): id of the only question that is asked for
 * @question: (out): that question; %NULL: all of them
 * @error: return location for an error
 *
 * Returns: %FALSE with an error of usage if the form has no such question
 */
gboolean
ks_cli_find_question (KsResults *results, const char *id, const KsQuestion **question,
                      GError **error)
{
  *question = id != NULL ? ks_form_lookup (ks_results_get_form (results), id) : NULL;
  return id == NULL || *question != NULL
         || ks_cli_refuse_usage (error, _ ("the form has no question %s"), id);
}

static gboolean
tells_groups (KsForm *form, const KsQuestion *question)
{
  const KsQuestion *groups[KS_MAX_GROUP_QUESTIONS];
  guint n_groups = ks_group_list_questions (form, groups);

  for (guint i = 0; i < n_groups; i++)
    if (groups[i] == question)
      return TRUE;
  return FALSE;
}

/**
 * ks_cli_find_group:
 * @results: the results
 * @id: (nullable): id of the question that tells groups of people apart
 * @question: (out): that question; %NULL: everybody together
 * @error: return location for an error
 *
 * Returns: %FALSE with an error of usage if it is no such question
 */
gboolean
ks_cli_find_group (KsResults *results, const char *id, const KsQuestion **question, GError **error)
{
  if (!ks_cli_find_question (results, id, question, error))
    return FALSE;
  return id == NULL || tells_groups (ks_results_get_form (results), *question)
         || ks_cli_refuse_usage (
             error, _ ("question %s asks neither the body nor the kind of official"), id);
}

/**
 * ks_cli_list_scopes:
 * @results: the results
 * @kind: of the scopes
 * @group: (nullable): the question that tells groups of people apart
 *
 * Returns: (transfer full) (element-type KsScope): the scopes of the table's lines: each with all
 *   its groups if there are any
 */
GArray *
ks_cli_list_scopes (KsResults *results, KsScopeKind kind, const KsQuestion *group)
{
  g_autoptr (GArray) whole = ks_results_dup_scopes (results, kind);
  GArray *scopes;

  if (group == NULL)
    return g_steal_pointer (&whole);
  scopes = g_array_new (FALSE, FALSE, sizeof (KsScope));
  for (guint i = 0; i < whole->len; i++)
    {
      g_autoptr (GArray) groups
          = ks_results_dup_groups (results, &g_array_index (whole, KsScope, i), group);

      g_array_append_vals (scopes, groups->data, groups->len);
    }
  return scopes;
}

/**
 * ks_cli_add_scope:
 * @table: a table
 * @scope: of the line
 *
 * Begins a line: the scope, and its group where there are groups.
 */
void
ks_cli_add_scope (KsCliTable *table, const KsScope *scope)
{
  ks_cli_table_add_text (table, scope->code);
  if (scope->group != NULL)
    ks_cli_table_add_text (table, scope->group->options[scope->choice - 1].label);
}

/**
 * ks_cli_say_preliminary:
 * @cli: the command line
 * @campaign: its campaign, whose answers are to be told
 * @error: return location for an error
 *
 * Says on standard error what the figures are that follow: preliminary, or others than those that
 * were settled. The first is no note: --quiet does not take it away.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_say_preliminary (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_auto (KsPublication) publication = { 0 };
  g_autofree char *changed = NULL;

  if (!ks_publication_load (campaign, &publication, error))
    return FALSE;
  if (ks_campaign_is_window_open (campaign))
    ks_cli_note (cli, _ ("note: the survey is still open; no answers are shown until it ends"));
  if (publication.settled_at == KS_MOMENT_NONE)
    g_printerr ("SỐ LIỆU SƠ BỘ\n");
  changed = g_strdup_printf (
      ngettext ("note: since the figures were settled the answers of %u unit have changed",
                "note: since the figures were settled the answers of %u units have changed",
                publication.n_changed_units),
      publication.n_changed_units);
  if (publication.n_changed_units > 0)
    ks_cli_note (cli, changed);
  return TRUE;
}
