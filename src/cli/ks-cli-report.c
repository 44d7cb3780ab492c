/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-paper.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-write-paper.h"

#define USAGE                                                                                      \
  "FILE --document PAPER --output X.docx|X.pdf|X.xlsx [--district CODE] [--unit CODE] "             \
  "[--at TIME] [--previous FILE] [--draft [N]] [--internal]"

static gboolean
write_paper (KsCli *cli, KsCliPaper *paper, GError **error)
{
  g_autoptr (KsCampaign) campaign = ks_cli_open (cli, error);
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Writing the paper"));

  return campaign != NULL
         && ks_write_paper (campaign, &paper->wish, paper->output, job, NULL, error);
}

static gboolean
is_number (const char *word)
{
  return word != NULL && *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* --draft alone is the first one. */
static void
number_draft (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "--draft") && !is_number (words[i + 1]))
      {
        g_free (words[i]);
        words[i] = g_strdup ("--draft=1");
      }
}

/**
 * ks_cli_report:
 * @cli: the command line
 * @error: return location for an error
 *
 * `report FILE --document PAPER --output X.docx|X.pdf|X.xlsx [--district CODE] [--unit CODE]
 * [--at TIME] [--previous FILE] [--draft [N]] [--internal]`: writes a paper.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_report (KsCli *cli, GError **error)
{
  g_auto (KsCliPaper) paper = { 0 };
  g_autofree char *papers = ks_paper_kind_list_ids ();
  const GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_STRING, &paper.document, papers, "PAPER" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &paper.output,
      N_ ("file to write; its ending tells the format"), "FILE" },
    { "district", 0, 0, G_OPTION_ARG_STRING, &paper.district, N_ ("only this district"), "CODE" },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &paper.unit, N_ ("the unit that it is about"), "CODE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &paper.at, N_ ("figures as of this moment"), "TIME" },
    { "previous", 0, 0, G_OPTION_ARG_FILENAME, &paper.previous,
      N_ ("campaign that a report compares with"), "FILE" },
    { "draft", 0, 0, G_OPTION_ARG_STRING, &paper.draft, N_ ("mark it as this draft; 1 if no number follows"), "N" },
    { "internal", 0, 0, G_OPTION_ARG_NONE, &paper.internal,
      N_ ("mark it for internal circulation"), NULL },
    { NULL },
  };

  number_draft (cli->arguments);
  if (!ks_cli_parse (cli, entries, USAGE, 1, 1, error))
    return FALSE;
  if (paper.output == NULL)
    return ks_cli_refuse_usage (error, _ ("--output is missing"));
  return ks_cli_paper_read (&paper, error) && write_paper (cli, &paper, error);
}
