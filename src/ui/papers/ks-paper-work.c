/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-work.h"

#include "ks-day-papers.h"
#include "ks-i18n.h"
#include "ks-print-sheets.h"

static const struct
{
  const char *title;
  const char *subtitle;
  KsLayout layout; /* of those with codes */
  gboolean codes;
} lines[KS_N_PAPER_LINES] = {
  [KS_PAPER_LINE_BRIEF] = { N_ ("Quick Report"), N_ ("One page, who took part"), 0, FALSE },
  [KS_PAPER_LINE_CODES]
  = { N_ ("List of QR Codes"), N_ ("Annex of the plan"), KS_LAYOUT_ANNEX, TRUE },
  [KS_PAPER_LINE_GUIDE]
  = { N_ ("Guide for Working Groups"), N_ ("One A4 page"), KS_LAYOUT_GUIDE, TRUE },
};

/**
 * ks_paper_line_get_title:
 * @line: a paper
 *
 * Returns: (transfer none): what the page calls it
 */
const char *
ks_paper_line_get_title (KsPaperLine line)
{
  return _ (lines[line].title);
}

/**
 * ks_paper_line_get_subtitle:
 * @line: a paper
 *
 * Returns: (transfer none): what it is
 */
const char *
ks_paper_line_get_subtitle (KsPaperLine line)
{
  return _ (lines[line].subtitle);
}

/**
 * ks_paper_line_has_codes:
 * @line: a paper
 *
 * Returns: whether it waits for the link of the form rather than for answers
 */
gboolean
ks_paper_line_has_codes (KsPaperLine line)
{
  return lines[line].codes;
}

static KsPages *
lay_out_brief (KsCampaign *campaign, KsJob *job, GError **error)
{
  g_autoptr (KsDayFigures) figures
      = ks_day_figures_load_sendable (campaign, KS_MOMENT_NONE, job, error);

  return figures != NULL ? ks_lay_out_brief (campaign, figures, KS_MOMENT_NONE, error) : NULL;
}

/**
 * ks_paper_line_lay_out:
 * @line: a paper
 * @campaign: a campaign
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Lays a paper out; called in a thread.
 *
 * Returns: (transfer full): its pages, or %NULL with @error set
 */
KsPages *
ks_paper_line_lay_out (KsPaperLine line, KsCampaign *campaign, KsJob *job, GError **error)
{
  KsSheetChoice choice = { .options = { .layout = lines[line].layout } };

  if (!lines[line].codes)
    return lay_out_brief (campaign, job, error);
  if (!ks_sheet_options_complete (&choice.options, &choice.options, error))
    return NULL;
  return ks_lay_out_sheets (campaign, &choice, error);
}
