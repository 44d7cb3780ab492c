/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-moment.h"
#include "ks-cli-table.h"
#include "ks-extend.h"
#include "ks-i18n.h"

static gboolean
extend (KsCli *cli, const KsExtendRequest *request, GError **error)
{
  g_autoptr (KsCampaign) campaign = ks_cli_open (cli, error);
  g_autoptr (KsOutcome) outcome = NULL;

  if (campaign == NULL || !ks_extend (campaign, request, &outcome, error))
    return FALSE;
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}

static gboolean
list (KsCli *cli, GError **error)
{
  g_autoptr (KsCampaign) campaign = ks_cli_open (cli, error);
  g_autoptr (GPtrArray) extensions
      = campaign != NULL ? ks_extensions_load (campaign, error) : NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (extensions == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "made,before,until,decision,reason,actor");
  for (guint i = 0; i < extensions->len; i++)
    {
      const KsExtension *extension = g_ptr_array_index (extensions, i);
      g_autofree char *made = ks_moment_to_iso (extension->made);
      g_autofree char *before = ks_moment_to_iso (extension->until_before);
      g_autofree char *until = ks_moment_to_iso (extension->until_after);

      ks_cli_table_add_text (table, made);
      ks_cli_table_add_text (table, before);
      ks_cli_table_add_text (table, until);
      ks_cli_table_add_text (table, extension->decision);
      ks_cli_table_add_text (table, extension->reason);
      ks_cli_table_add_text (table, extension->actor);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_extend:
 * @cli: the command line
 * @error: return location for an error
 *
 * `extend FILE --until TIME --reason T [--decision NO]`: moves the end of the survey; without
 * options, how it was moved.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_extend (KsCli *cli, GError **error)
{
  g_autofree char *until = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *decision = NULL;
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("new end, later than the old one"), "TIME" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"), "T" },
    { "decision", 0, 0, G_OPTION_ARG_STRING, &decision, N_ ("number of the decision"), "NO" },
    { NULL },
  };
  KsExtendRequest request = { 0 };

  if (!ks_cli_parse (cli, entries, "FILE [--until TIME --reason T [--decision NO]]", 1, 1, error))
    return FALSE;
  if (until == NULL && reason == NULL && decision == NULL)
    return list (cli, error);
  if (until == NULL || reason == NULL)
    return ks_cli_refuse_usage (error, _ ("--until and --reason belong together"));
  if (!ks_cli_parse_moment ("--until", until, &request.until, error))
    return FALSE;
  request.reason = reason;
  request.decision = decision;
  return extend (cli, &request, error);
}
