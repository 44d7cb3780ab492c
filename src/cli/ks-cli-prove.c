/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-print-sheets.h"

/**
 * ks_cli_prove:
 * @cli: the command line
 * @error: return location for an error
 *
 * `prove FILE --pdf X.pdf`: reads every code of a PDF back. What it prints is for scripts and
 * never translated.
 *
 * Returns: %FALSE with @error set, also when a code does not hold
 */
gboolean
ks_cli_prove (KsCli *cli, GError **error)
{
  g_autofree char *pdf = NULL;
  const GOptionEntry entries[] = {
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, N_ ("the file to prove"), "PDF" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsProof) proof = NULL;
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, entries, "FILE --pdf X.pdf", 1, 1, error))
    return FALSE;
  if (pdf == NULL)
    return ks_cli_refuse_usage (error, _ ("--pdf is missing"));
  campaign = ks_cli_open (cli, error);
  job = ks_cli_job_new (cli, _ ("Reading codes back"));
  if (campaign == NULL || !ks_prove_pdf (campaign, pdf, job, &proof, error))
    return FALSE;
  for (guint i = 0; i < proof->faults->len; i++)
    {
      g_autofree char *line = ks_proof_result_to_line (proof->faults->pdata[i]);

      g_print ("%s\n", line);
    }
  g_print ("%u of %u proven\n", proof->n_proven, proof->n_cells);
  if (proof->faults->len == 0 && proof->n_cells > 0)
    return TRUE;
  if (proof->n_cells == 0)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("%s holds no code of a unit; choose the PDF of the sheets"), pdf);
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("%s: %u faults were found; do not print it"), pdf,
                 proof->faults->len);
  return FALSE;
}
