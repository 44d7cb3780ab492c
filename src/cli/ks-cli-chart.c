/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-write-chart.h"

static char *
list_kinds (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < KS_N_CHART_KINDS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "|" : "", ks_chart_kind_get_name (i));
  return g_string_free (list, FALSE);
}

static gboolean
check_request (const char *kind, const char *output, KsChartRequest *request, GError **error)
{
  g_autofree char *kinds = list_kinds ();

  if (kind == NULL || !ks_chart_kind_find (kind, &request->kind))
    return ks_cli_refuse_usage (error, _ ("--kind takes %s"), kinds);
  if (output == NULL)
    return ks_cli_refuse_usage (error, _ ("--output is missing"));
  return TRUE;
}

/**
 * ks_cli_chart:
 * @cli: the command line
 * @error: return location for an error
 *
 * `chart FILE --kind K [--scope CODE] [--question ID] [--form-order] --output X.pdf|svg|png`: a chart
 * as it may leave the program.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_chart (KsCli *cli, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *question = NULL;
  g_autofree char *output = NULL;
  KsChartRequest request = { .scope = "" };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("which chart"), "KIND" },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, N_ ("a district or a unit"), "CODE" },
    { "question", 0, 0, G_OPTION_ARG_STRING, &question, N_ ("only this question"), "ID" },
    { "form-order", 0, 0, G_OPTION_ARG_NONE, &request.as_given,
      N_ ("in the order of the form or of the office"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("PDF, SVG or PNG to write"), "FILE" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, entries,
                     "FILE --kind KIND [--scope CODE] [--question ID] --output X.pdf|svg|png", 1, 1,
                     error)
      || !check_request (kind, output, &request, error))
    return FALSE;
  request.scope = scope != NULL ? scope : "";
  request.question = question;
  campaign = ks_cli_open (cli, error);
  job = ks_cli_job_new (cli, _ ("Writing the chart"));
  return campaign != NULL && ks_write_chart (campaign, &request, output, job, error);
}
