/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper-kind.h"
#include "ks-sheet-options.h"

G_BEGIN_DECLS

/* A paper that the page lists: one of KsPaperKind, or after those the list of codes. It and the guide
 * are sheets, which are printed on their own page. */
typedef guint KsPaperLine;

enum
{
  KS_PAPER_LINE_CODES = KS_N_PAPERS,
  KS_N_PAPER_LINES,
};

const char *ks_paper_line_get_title (KsPaperLine line);
const char *ks_paper_line_get_subtitle (KsPaperLine line);
char *ks_paper_line_dup_formats (KsPaperLine line);
gboolean ks_paper_line_has (KsPaperLine line, KsPaperTrait trait);
gboolean ks_paper_line_is_made (KsPaperLine line);
gboolean ks_paper_line_is_sheet (KsPaperLine line);
gboolean ks_paper_line_takes_district (KsPaperLine line);
KsLayout ks_paper_line_get_layout (KsPaperLine line);

G_END_DECLS
