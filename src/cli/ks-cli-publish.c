/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-findings.h"
#include "ks-give-out.h"
#include "ks-i18n.h"
#include "ks-publish.h"

/* What publish was asked for. */
typedef struct {
  char    *note;
  char    *reason;
  char    *agreed;
  gboolean correct;
  gboolean dry_run;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->note);
  g_free (self->reason);
  g_free (self->agreed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
check_request (const Request *request, GError **error)
{
  if (request->correct != (request->reason != NULL && request->agreed != NULL)
      || (!request->correct && (request->reason != NULL || request->agreed != NULL)))
    return ks_cli_refuse_usage (error, _ ("--correct, --reason and --agreed belong together"));
  if (!request->correct && !request->dry_run && request->note == NULL)
    return ks_cli_refuse_usage (error, _ ("--note is missing"));
  return TRUE;
}

static void
print_plan (KsCli *cli, const KsPublicationPlan *plan)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (
      cli, "sheets,units,changed_units,held_units,held_sheets,units_to_check");

  ks_cli_table_add_count (table, plan->n_sheets);
  ks_cli_table_add_count (table, plan->n_units);
  ks_cli_table_add_count (table, plan->n_changed_units);
  ks_cli_table_add_count (table, plan->n_held_units);
  ks_cli_table_add_count (table, plan->n_held_sheets);
  ks_cli_table_add_count (table, plan->n_units_to_check);
  ks_cli_table_end_row (table);
  ks_cli_table_print (table);
}

/* Before it is done it is said what could be told from both. */
static gboolean
run (KsCli *cli, KsCampaign *campaign, const Request *request, GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Looking for what needs checking"));
  g_autoptr (KsOutcome) outcome = NULL;
  g_autofree char *warning = NULL;
  KsPublicationPlan plan;

  if (!ks_findings_renew (campaign, job, error) || !ks_plan_publication (campaign, &plan, error))
    return FALSE;
  warning = ks_publication_plan_dup_warning (&plan);
  if (warning != NULL)
    ks_cli_note (cli, warning);
  if (!request->dry_run
      && !(request->correct
               ? ks_correct_publication (campaign, request->reason, request->agreed, &outcome, error)
               : ks_publish (campaign, request->note, &outcome, error)))
    return FALSE;
  print_plan (cli, &plan);
  if (outcome != NULL)
    ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}

/**
 * ks_cli_publish:
 * @cli: the command line
 * @error: return location for an error
 *
 * `publish FILE --note T`, `publish FILE --correct --reason T --agreed NAME`, both with --dry-run:
 * settles the figures, or corrects settled ones.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_publish (KsCli *cli, GError **error)
{
  g_auto (Request) request = { 0 };
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &request.note, N_ ("what is remembered with it"), "T" },
    { "correct", 0, 0, G_OPTION_ARG_NONE, &request.correct, N_ ("correct settled figures"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &request.reason, N_ ("why; it is kept in the log"), "T" },
    { "agreed", 0, 0, G_OPTION_ARG_STRING, &request.agreed, N_ ("who agreed"), "NAME" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &request.dry_run, N_ ("look only"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE --note T | --correct --reason T --agreed NAME", 1, 1,
                     error)
      || !check_request (&request, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  return campaign != NULL && run (cli, campaign, &request, error);
}

static void
print_out (KsCliTable *table, const KsGivenOut *out)
{
  g_autofree char *time = ks_moment_to_iso (out->given_at);

  ks_cli_table_add_count (table, out->seq);
  ks_cli_table_add_text (table, time);
  ks_cli_table_add_text (table, out->actor);
  ks_cli_table_add_text (table, ks_given_kind_to_id (out->kind));
  ks_cli_table_add_text (table, out->document);
  ks_cli_table_add_text (table, out->scope);
  ks_cli_table_add_text (table, out->note);
  ks_cli_table_add_text (table, out->reason);
  ks_cli_table_add_text (table, out->agreed);
  ks_cli_table_end_row (table);
}

/**
 * ks_cli_given:
 * @cli: the command line
 * @error: return location for an error
 *
 * `given FILE`: every time that answers left the program.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_given (KsCli *cli, GError **error)
{
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) outs = NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (!ks_cli_parse (cli, NULL, "FILE", 1, 1, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  outs = campaign != NULL ? ks_load_given_out (campaign, error) : NULL;
  if (outs == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "seq,time,actor,kind,document,scope,note,reason,agreed");
  for (guint i = 0; i < outs->len; i++)
    print_out (table, g_ptr_array_index (outs, i));
  ks_cli_table_print (table);
  return TRUE;
}
