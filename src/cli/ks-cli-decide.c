/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-decide.h"
#include "ks-findings.h"
#include "ks-i18n.h"

/* "F12" is a finding, "4211" a sheet as `rows` and `findings` list it. */
static gboolean
read_id (const char *text, KsDecideRequest *request, GError **error)
{
  gboolean of_finding = g_ascii_toupper (text[0]) == 'F';
  GArray **ids = of_finding ? &request->findings : &request->rows;
  guint64 id;
  gint64 value;

  if (!g_ascii_string_to_unsigned (text + of_finding, 10, 1, G_MAXINT64, &id, NULL))
    return ks_cli_refuse_usage (error, _ ("%s is no number of “findings” or “rows”"), text);
  value = (gint64) id;
  if (*ids == NULL)
    *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (*ids, value);
  return TRUE;
}

/* FILE ID… count|exclude|move */
static gboolean
read_request (KsCli *cli, KsDecideRequest *request, GError **error)
{
  guint n = g_strv_length (cli->arguments);

  if (!ks_decision_from_id (cli->arguments[n - 1], &request->decision)
      || request->decision == KS_DECISION_NONE)
    return ks_cli_refuse_usage (error, _ ("tell count, exclude or move behind the numbers"));
  if ((request->decision == KS_DECISION_MOVE) != (request->unit != NULL))
    return ks_cli_refuse_usage (error, _ ("--to CODE belongs to move, and move to --to CODE"));
  if (request->reason == NULL)
    return ks_cli_refuse_usage (error, _ ("--reason is missing"));
  for (guint i = 1; i < n - 1; i++)
    if (!read_id (cli->arguments[i], request, error))
      return FALSE;
  return TRUE;
}

/* Which sheets are meant would be doubtful if findings and sheets were named together. */
static gboolean
decide (KsCli *cli, KsDecideRequest *request, GError **error)
{
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  if (request->findings != NULL && request->rows != NULL)
    return ks_cli_refuse_usage (error, _ ("decide findings and single sheets one after the other"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL || !ks_decide_finding (campaign, request, &outcome, error)
      || !ks_findings_renew (campaign, NULL, error))
    return FALSE;
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}

/**
 * ks_cli_decide:
 * @cli: the command line
 * @error: return location for an error
 *
 * `decide FILE ID… count|exclude|move --to CODE --reason T`: decides findings or sheets.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_decide (KsCli *cli, GError **error)
{
  g_autofree char *unit = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &unit, N_ ("unit to which the sheets are moved"), "CODE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"), "T" },
    { NULL },
  };
  KsDecideRequest request = { 0 };
  gboolean ok;

  if (!ks_cli_parse (cli, entries, "FILE ID… count|exclude|move [--to CODE] --reason T", 3,
                     G_MAXUINT, error))
    return FALSE;
  request.unit = unit;
  request.reason = reason;
  ok = read_request (cli, &request, error) && decide (cli, &request, error);
  g_clear_pointer (&request.findings, g_array_unref);
  g_clear_pointer (&request.rows, g_array_unref);
  return ok;
}
