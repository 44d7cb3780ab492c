/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-import-responses.h"

static void
add_result (KsCliTable *table, const KsImportResult *result)
{
  ks_cli_table_add_text (table, result->file);
  ks_cli_table_add_text (table, result->source);
  ks_cli_table_add_count (table, result->rows);
  ks_cli_table_add_count (table, result->added);
  ks_cli_table_add_count (table, result->known);
  ks_cli_table_add_count (table, result->counted);
  ks_cli_table_add_count (table, result->waiting);
  ks_cli_table_add_count (table, result->reasons[KS_REASON_TOKEN_MISMATCH]);
  ks_cli_table_add_count (table, result->reasons[KS_REASON_UNKNOWN_UNIT]);
  ks_cli_table_add_count (table, result->reasons[KS_REASON_OUTSIDE_WINDOW]);
  ks_cli_table_add_count (table, result->reasons[KS_REASON_INCOMPLETE]);
  ks_cli_table_end_row (table);
}

/* The table has its columns for good, and none for this reason: what waits shall add up. */
static void
note_changed (KsCli *cli, const KsImportResult *result)
{
  guint n_changed = result->reasons[KS_REASON_KNOWN_ID];
  g_autofree char *note
      = g_strdup_printf (ngettext ("note: %s: %u sheet has the number of one that came in before, "
                                   "and other answers; it waits",
                                   "note: %s: %u sheets have the number of one that came in "
                                   "before, and other answers; they wait",
                                   n_changed),
                         result->file, n_changed);

  if (n_changed > 0)
    ks_cli_note (cli, note);
}

/* Nor has it one for what tries the links out. */
static void
note_trials (KsCli *cli, const KsImportResult *result)
{
  g_autofree char *note
      = g_strdup_printf (ngettext ("note: %s: %u trial answer of before the survey, which never "
                                   "counts (%u of an unknown unit)",
                                   "note: %s: %u trial answers of before the survey, which never "
                                   "count (%u of an unknown unit)",
                                   result->n_trials),
                         result->file, result->n_trials, result->n_trials_unknown);

  if (result->n_trials > 0)
    ks_cli_note (cli, note);
}

/* Where nothing is new the outcome says it. */
static void
note_vanished (KsCli *cli, const KsImportResult *result)
{
  g_autofree char *note
      = g_strdup_printf (ngettext ("note: %s: %u sheet of an earlier import is missing; it is kept, "
                                   "and noted as a finding",
                                   "note: %s: %u sheets of earlier imports are missing; they are "
                                   "kept, and noted as a finding",
                                   result->vanished),
                         result->file, result->vanished);

  if (result->vanished > 0 && result->added > 0)
    ks_cli_note (cli, note);
}

/* Some are enough to see what is the matter. */
#define MAX_VALUE_NOTES 3

static void
note_values (KsCli *cli, const KsImportResult *result)
{
  for (guint i = 0; i < MIN (result->unknown_values->len, MAX_VALUE_NOTES); i++)
    {
      const KsUnknownValue *value = result->unknown_values->pdata[i];
      g_autofree char *note
          = g_strdup_printf (_ ("note: %s: “%s” is no level of question %s; say which one is meant "
                                "in “values” of the way to read the file (recipe --export, then "
                                "recipe --import)"),
                             result->file, value->text, value->question_id);

      ks_cli_note (cli, note);
    }
}

static void
note_result (KsCli *cli, const KsImportResult *result)
{
  g_autofree char *unread = NULL;

  note_changed (cli, result);
  note_trials (cli, result);
  note_vanished (cli, result);
  for (guint i = 0; i < G_N_ELEMENTS (result->notes) && result->notes[i] != NULL; i++)
    {
      g_autofree char *note = g_strdup_printf (_ ("note: %s"), result->notes[i]);

      ks_cli_note (cli, note);
    }
  if (result->unread == 0)
    return;
  unread = g_strdup_printf (_ ("note: %s: %u cells name no option of their question; these "
                               "answers were left blank"),
                            result->file, result->unread);
  ks_cli_note (cli, unread);
  note_values (cli, result);
}

static gboolean
import_files (KsCli *cli, KsCampaign *campaign, KsEncoding encoding, gboolean dry_run, KsJob *job,
              GError **error)
{
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GPtrArray) results
      = ks_import_files (campaign, (const char *const *) cli->arguments + 1, encoding, dry_run, job,
                         &outcome, error);
  g_autoptr (KsCliTable) table = NULL;
  guint n_added = 0;

  if (results == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "file,source,rows,added,known,counted,waiting,token_mismatch,"
                                 "unknown_unit,outside_window,incomplete");
  for (guint i = 0; i < results->len; i++)
    {
      add_result (table, results->pdata[i]);
      note_result (cli, results->pdata[i]);
      n_added += ((KsImportResult *) results->pdata[i])->added;
    }
  if (n_added == 0)
    ks_cli_note (cli, ks_outcome_get_message (outcome));
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_import:
 * @cli: the command line
 * @error: return location for an error
 *
 * `import FILE F… [--dry-run] [--encoding E]`: brings answers in, all files or none, a line
 * per file, or per sheet where a workbook or an archive holds several with answers: "file › sheet".
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_import (KsCli *cli, GError **error)
{
  gboolean dry_run = FALSE;
  g_autofree char *encoding_id = NULL;
  KsEncoding encoding;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("look only"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding_id,
      N_ ("what the files are written in"), "ENCODING" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, entries, "FILE F… [--dry-run] [--encoding E]", 2, G_MAXUINT, error)
      || !ks_cli_read_encoding (encoding_id, &encoding, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  job = ks_cli_job_new (cli, _ ("Importing answers"));
  return import_files (cli, campaign, encoding, dry_run, job, error);
}
