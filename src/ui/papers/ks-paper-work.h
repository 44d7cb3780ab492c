/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-pages.h"

G_BEGIN_DECLS

/* The papers that the page lists, in its order. */
typedef enum
{
  KS_PAPER_LINE_BRIEF,
  KS_PAPER_LINE_CODES,
  KS_PAPER_LINE_GUIDE,
  KS_N_PAPER_LINES,
} KsPaperLine;

const char *ks_paper_line_get_title (KsPaperLine line);
const char *ks_paper_line_get_subtitle (KsPaperLine line);
gboolean ks_paper_line_has_codes (KsPaperLine line);
KsPages *ks_paper_line_lay_out (KsPaperLine line, KsCampaign *campaign, KsJob *job, GError **error);

G_END_DECLS
