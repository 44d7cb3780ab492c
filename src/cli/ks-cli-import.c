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

static void
note_result (KsCli *cli, const KsImportResult *result, KsOutcome *outcome)
{
  g_autofree char *unread = NULL;

  if (result->added == 0)
    ks_cli_note (cli, ks_outcome_get_message (outcome));
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
}

/* A command that fails leaves the campaign as it was: each file of several is tried first. */
static gboolean
try_files (KsCli *cli, KsCampaign *campaign, KsEncoding encoding, KsJob *job, GError **error)
{
  if (cli->arguments[1] == NULL || cli->arguments[2] == NULL)
    return TRUE;
  for (guint i = 1; cli->arguments[i] != NULL; i++)
    {
      g_autoptr (KsImportResult) result
          = ks_import_responses_full (campaign, cli->arguments[i], encoding, TRUE, job, NULL, error);

      if (result == NULL)
        return FALSE;
    }
  return TRUE;
}

/* What came in before a failure is told: it stays. */
static gboolean
import_files (KsCli *cli, KsCampaign *campaign, KsEncoding encoding, gboolean dry_run, KsJob *job,
              GError **error)
{
  g_autoptr (KsCliTable) table
      = ks_cli_table_new (cli, "file,source,rows,added,known,counted,waiting,token_mismatch,"
                               "unknown_unit,outside_window,incomplete");

  for (guint i = 1; cli->arguments[i] != NULL; i++)
    {
      g_autoptr (KsOutcome) outcome = NULL;
      g_autoptr (KsImportResult) result = ks_import_responses_full (
          campaign, cli->arguments[i], encoding, dry_run, job, &outcome, error);

      if (result == NULL)
        {
          if (i > 1)
            ks_cli_table_print (table);
          return FALSE;
        }
      add_result (table, result);
      note_result (cli, result, outcome);
    }
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_import:
 * @cli: the command line
 * @error: return location for an error
 *
 * `import FILE F… [--dry-run] [--encoding E]`: brings answers in, a line per file.
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
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "look only", NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding_id, "what the files are written in", "ENCODING" },
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
  return try_files (cli, campaign, encoding, job, error)
         && import_files (cli, campaign, encoding, dry_run, job, error);
}
