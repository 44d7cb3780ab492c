/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-scope.h"

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
