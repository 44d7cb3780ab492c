/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-link-service.h"
#include "ks-links.h"

#define USAGE "FILE [--template URL] [--set F]"

static gboolean
print_links (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) links = ks_links_dup (campaign, error);
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "code,name,token,url");

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      KsUnitLink *link = g_ptr_array_index (links, i);

      ks_cli_table_add_text (table, ks_unit_get_code (link->unit));
      ks_cli_table_add_text (table, ks_unit_get_name (link->unit));
      ks_cli_table_add_text (table, link->token);
      ks_cli_table_add_text (table, link->url);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

/* How the link of a service is made is asked before there is one, and often without a campaign. */
static gboolean
print_help (const char *id, GError **error)
{
  KsLinkService service;

  if (!ks_link_service_from_id (id, &service))
    return ks_cli_refuse_usage (
        error, _ ("--service is one of google, microsoft, limesurvey, kobo, not “%s”"), id);
  g_print ("%s\n%s\n", ks_link_service_get_help (service), ks_link_service_get_pattern (service));
  return TRUE;
}

/**
 * ks_cli_links:
 * @cli: the command line
 * @error: return location for an error
 *
 * `links FILE [--template URL] [--set F]`: sets links, then shows them. `links --service S`: tells how
 * the form service S makes a link with a placeholder.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_links (KsCli *cli, GError **error)
{
  g_autofree char *template = NULL;
  g_autofree char *set = NULL;
  g_autofree char *service = NULL;
  g_autofree char *warning = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template, N_ ("link with {token} or {code}"), "URL" },
    { "set", 0, 0, G_OPTION_ARG_FILENAME, &set,
      N_ ("table with the code or name of each unit and its link"), "CSV|XLSX" },
    { "service", 0, 0, G_OPTION_ARG_STRING, &service, N_ ("tell how that service makes such a link"),
      "google|microsoft|limesurvey|kobo" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, USAGE, 0, 1, error))
    return FALSE;
  if (service != NULL)
    return print_help (service, error);
  if (cli->arguments[0] == NULL)
    return ks_cli_refuse_usage (error, _ ("usage: khaosat-cli %s %s"), cli->command, USAGE);
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || (template != NULL && !ks_set_template (campaign, template, NULL, &warning, error))
      || (set != NULL && !ks_import_links (campaign, set, NULL, error)))
    return FALSE;
  if (warning != NULL)
    ks_cli_note (cli, warning);
  return print_links (cli, campaign, error);
}
