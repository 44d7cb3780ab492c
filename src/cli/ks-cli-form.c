/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-campaign-error.h"
#include "ks-cli-table.h"
#include "ks-export-form.h"
#include "ks-form-file.h"
#include "ks-i18n.h"
#include "ks-print-form.h"
#include "ks-save-form.h"

/* "Rất tốt;Tốt;…"; @which: 0 all but what cannot be judged, 1 good ones, 2 poor ones, 3 those apart */
static char *
list_options (const KsQuestion *question, int which)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < question->n_options; i++)
    {
      const KsOption *option = &question->options[i];
      gboolean apart = question->ordinal && !option->has_value;
      gboolean wanted = which == 0   ? !apart
                        : which == 1 ? option->good
                        : which == 2 ? option->poor
                                     : apart;

      if (wanted)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ";" : "", option->label);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
add_question (KsCliTable *table, const KsQuestion *question)
{
  ks_cli_table_add_text (table, question->id);
  ks_cli_table_add_text (table, question->section_id != NULL ? question->section_id : "");
  ks_cli_table_add_text (table, question->ordinal ? "scale"
                                                  : ks_question_type_get_name (question->type));
  ks_cli_table_add_text (table, question->text);
  ks_cli_table_add_text (table, question->short_text);
  for (int which = 0; which < 4; which++)
    {
      g_autofree char *list = list_options (question, which);

      ks_cli_table_add_text (table, list);
    }
  ks_cli_table_add_count (table, question->key);
  ks_cli_table_add_count (table, question->sensitive);
}

#define QUESTION_COLUMNS "id,section,type,text,short,options,good,poor,dont_know,key,sensitive"

static void
print_form (KsCli *cli, KsForm *form)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, QUESTION_COLUMNS);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      add_question (table, ks_form_get_question (form, i));
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}

static char *
list_doubts (const KsFormProposal *proposal, const char *question)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < proposal->doubts->len; i++)
    {
      const KsFormDoubt *doubt = g_ptr_array_index (proposal->doubts, i);

      if (g_strcmp0 (doubt->question, question) == 0)
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", doubt->text);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
print_proposal (KsCli *cli, const KsFormProposal *proposal)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, QUESTION_COLUMNS ",unsure");
  g_autofree char *general = list_doubts (proposal, NULL);

  for (guint i = 0; i < ks_form_get_n_questions (proposal->form); i++)
    {
      const KsQuestion *question = ks_form_get_question (proposal->form, i);
      g_autofree char *doubts = list_doubts (proposal, question->id);

      add_question (table, question);
      ks_cli_table_add_text (table, doubts);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  if (*general != '\0')
    ks_cli_note (cli, general);
}

static gboolean
check_change (KsCampaign *campaign, const KsFormProposal *proposal, GError **error)
{
  g_autoptr (KsForm) before = ks_campaign_dup_form (campaign);
  g_autoptr (KsFormUse) use = ks_form_use_load (campaign, error);

  return use != NULL
         && (!use->in_use || ks_form_check_wording_only (before, proposal->form, error));
}

static gboolean
import (KsCli *cli, KsCampaign *campaign, const KsFormProposal *proposal, gboolean confirmed,
        GError **error)
{
  g_autoptr (KsOutcome) outcome = NULL;

  if (proposal->source == KS_FORM_SOURCE_EXPORT && !confirmed)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("%s is an export of answers: look at what it would make with --dry-run, then "
                      "say --confirm"),
                   proposal->file);
      return FALSE;
    }
  if (!ks_import_form (campaign, proposal, &outcome, error))
    return FALSE;
  ks_cli_note (cli, outcome != NULL ? ks_outcome_get_message (outcome)
                                    : _ ("The form is the same already; nothing was changed"));
  return TRUE;
}

static gboolean
run_import (KsCli *cli, KsCampaign *campaign, const char *path, gboolean dry_run,
            gboolean confirmed, GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Reading the form"));
  g_autoptr (KsFormProposal) proposal = ks_read_form_file (path, job, error);

  if (proposal == NULL)
    return FALSE;
  if (!dry_run)
    return import (cli, campaign, proposal, confirmed, error);
  if (!check_change (campaign, proposal, error))
    return FALSE;
  print_proposal (cli, proposal);
  return TRUE;
}

/**
 * ks_cli_form:
 * @cli: the command line
 * @error: return location for an error
 *
 * `form FILE [--import F [--dry-run] [--confirm]] [--export F] [--template F]
 * [--print PDF]`: shows, loads, saves or prints the form.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_form (KsCli *cli, GError **error)
{
  g_autofree char *import_path = NULL;
  g_autofree char *export_path = NULL;
  g_autofree char *template_path = NULL;
  g_autofree char *print_path = NULL;
  gboolean dry_run = FALSE;
  gboolean confirmed = FALSE;
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &import_path, N_ ("form to load"), "F" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("show what --import would load"), NULL },
    { "confirm", 0, 0, G_OPTION_ARG_NONE, &confirmed, N_ ("take what an export of answers shows"),
      NULL },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &export_path, N_ ("form to write"), "F" },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template_path, N_ ("example to fill in"), "F" },
    { "print", 0, 0, G_OPTION_ARG_FILENAME, &print_path, N_ ("form on paper to write"), "PDF" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--import F [--dry-run]] [--export F]", 1, 1, error))
    return FALSE;
  if (dry_run && import_path == NULL)
    return ks_cli_refuse_usage (error, _ ("--dry-run goes with --import"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || (import_path != NULL
          && !run_import (cli, campaign, import_path, dry_run, confirmed, error))
      || (export_path != NULL && !ks_export_form (campaign, export_path, error))
      || (template_path != NULL && !ks_export_form_template (template_path, error))
      || (print_path != NULL && !ks_print_form (campaign, print_path, NULL, error)))
    return FALSE;
  if (import_path == NULL && export_path == NULL && template_path == NULL && print_path == NULL)
    {
      g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);

      print_form (cli, form);
    }
  return TRUE;
}
