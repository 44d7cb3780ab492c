/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-summary-private.h"

/* What people wrote: as officers picked and worded it, question by question, without units. */

#define QUOTE_PITCH 6.6
#define QUOTE_GAP 4.0
#define HEADING_HEIGHT 30.0

static void
add_question (KsSummaryFlow *flow, const char *question)
{
  KsStyle style = { .family = KS_FAMILY_SERIF, .size = 14, .italic = TRUE };
  g_autofree char *text = g_strdup_printf ("%s:", question);

  ks_paper_flow_keep (&flow->paper, HEADING_HEIGHT);
  ks_paper_flow_add_text (&flow->paper, &style, QUOTE_PITCH, KS_PAPER_INDENT, text);
}

static void
add_quote (KsSummaryFlow *flow, const char *body)
{
  KsStyle style = KS_SERIF (14);
  g_autofree char *text = g_strdup_printf ("– “%s”", body);

  ks_paper_flow_add_text (&flow->paper, &style, QUOTE_PITCH, KS_PAPER_INDENT, text);
}

/**
 * ks_summary_add_quotes:
 * @flow: the paper
 *
 * Adds the comments that officers picked, if there are any.
 */
void
ks_summary_add_quotes (KsSummaryFlow *flow)
{
  const KsSummary *summary = flow->summary;
  KsStyle body = KS_SERIF (14);

  if (summary->n_quotes == 0)
    return;
  flow->paper.y += QUOTE_GAP;
  ks_paper_flow_keep (&flow->paper, HEADING_HEIGHT);
  ks_paper_flow_add_text (&flow->paper, &body, QUOTE_PITCH, KS_PAPER_INDENT,
                          "Một số ý kiến cán bộ, công chức ghi trong phiếu (trích, không nêu đơn vị):");
  for (guint i = 0; i < summary->n_quotes; i++)
    {
      if (i == 0 || !g_str_equal (summary->quotes[i].question, summary->quotes[i - 1].question))
        add_question (flow, summary->quotes[i].question);
      add_quote (flow, summary->quotes[i].body);
    }
}
