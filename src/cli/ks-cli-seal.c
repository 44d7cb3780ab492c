/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"
#include "ks-cli-registry.h"

#include "ks-campaign-error.h"
#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-verify-seal.h"
#include "ks-write-seal.h"

/* What seal was asked for. */
typedef struct
{
  char *output;
  char *archive;
  char **papers;
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->output);
  g_free (self->archive);
  g_strfreev (self->papers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static GPtrArray *
load_papers (const Wish *wish, GError **error)
{
  g_autoptr (GPtrArray) papers
      = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_seal_paper_free);

  for (guint i = 0; wish->papers != NULL && wish->papers[i] != NULL; i++)
    {
      KsSealPaper *paper = ks_seal_paper_load (wish->papers[i], error);

      if (paper == NULL)
        return NULL;
      g_ptr_array_add (papers, paper);
    }
  return g_steal_pointer (&papers);
}

/**
 * ks_cli_seal:
 * @cli: the command line
 * @error: return location for an error
 *
 * `seal FILE --output X.zip [--archive Y.zip] [--paper P]…`: seals settled figures, with papers
 * that are made, and writes the archive from which they can be made anew.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_seal (KsCli *cli, GError **error)
{
  g_auto (Wish) wish = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.output, N_ ("the seal to write"), "X.zip" },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &wish.archive,
      N_ ("the archive to write, for the office's cupboard"), "Y.zip" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wish.papers,
      N_ ("a paper to seal with the figures; may be given again"), "FILE" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, entries, "FILE --output X.zip [--archive Y.zip] [--paper P]…", 1, 1,
                     error))
    return FALSE;
  if (wish.output == NULL)
    return ks_cli_refuse_usage (error, _ ("--output is missing"));
  papers = load_papers (&wish, error);
  campaign = papers != NULL ? ks_cli_open (cli, error) : NULL;
  job = ks_cli_job_new (cli, _ ("Sealing the figures"));
  if (campaign == NULL
      || !ks_write_seal (campaign, wish.output, wish.archive, papers, job, &outcome, error))
    return FALSE;
  return ks_cli_note_outcome (cli, g_steal_pointer (&outcome));
}

static void
print_faults (KsCli *cli, GPtrArray *faults)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "file,part,fault");

  for (guint i = 0; i < faults->len; i++)
    {
      const KsSealFault *fault = faults->pdata[i];

      ks_cli_table_add_text (table, fault->file);
      ks_cli_table_add_text (table, fault->part);
      ks_cli_table_add_text (table, fault->message);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}

/**
 * ks_cli_verify:
 * @cli: the command line
 * @error: return location for an error
 *
 * `verify X.zip [--archive Y.zip]`: checks a seal; no campaign is needed.
 *
 * Returns: %FALSE with @error set, also when something is not as it was sealed
 */
gboolean
ks_cli_verify (KsCli *cli, GError **error)
{
  g_autofree char *archive = NULL;
  const GOptionEntry entries[] = {
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &archive,
      N_ ("its archive: all figures are made anew from the answers"), "Y.zip" },
    { NULL },
  };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, entries, "X.zip [--archive Y.zip]", 1, 1, error))
    return FALSE;
  job = ks_cli_job_new (cli, _ ("Checking the seal"));
  if (!ks_verify_seal (cli->arguments[0], archive, job, &faults, &outcome, error))
    return FALSE;
  print_faults (cli, faults);
  if (outcome != NULL)
    {
      ks_cli_note (cli, ks_outcome_get_message (outcome));
      return TRUE;
    }
  g_set_error (
      error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
      g_dngettext (GETTEXT_PACKAGE,
                   "%s: %u thing is wrong, as told above; see whether it is the right file, "
                   "else ask for it anew and do not rest on its figures",
                   "%s: %u things are wrong, as told above; see whether it is the right file, "
                   "else ask for it anew and do not rest on its figures",
                   faults->len),
      cli->arguments[0], faults->len);
  return FALSE;
}
