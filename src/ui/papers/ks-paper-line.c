/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-line.h"

#include "ks-i18n.h"

/* What each paper is, in a few words. */
static const char *const subtitles[KS_N_PAPER_LINES] = {
  [KS_PAPER_REPORT] = N_ ("Of the body that issues it, by the layout of the Party"),
  [KS_PAPER_ANNEX] = N_ ("Tables of districts, units and questions"),
  [KS_PAPER_PROPOSAL] = N_ ("To the leaders, with the grounds"),
  [KS_PAPER_LIST] = N_ ("Collectives and individuals"),
  [KS_PAPER_UNIT] = N_ ("One page, to answer a question about a unit"),
  [KS_PAPER_RECOGNITION] = N_ ("All units, beside the limits of the office"),
  [KS_PAPER_SUMMARY] = N_ ("Figures and charts of the province"),
  [KS_PAPER_BRIEF] = N_ ("One page, who took part"),
  [KS_PAPER_DISTRICT] = N_ ("Who took part, unit by unit"),
  [KS_PAPER_GUIDE] = N_ ("One A4 page"),
  [KS_PAPER_LINE_CODES] = N_ ("Annex of the plan"),
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
  return line == KS_PAPER_LINE_CODES ? _ ("List of QR Codes")
                                     : ks_paper_kind_get_label ((KsPaperKind)line);
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
  return _ (subtitles[line]);
}

/**
 * ks_paper_line_dup_formats:
 * @line: a paper
 *
 * Returns: (transfer full): what files it is written as: "DOCX, PDF, XLSX"
 */
char *
ks_paper_line_dup_formats (KsPaperLine line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const *endings = line == KS_PAPER_LINE_CODES
                                   ? (const char *const[]){ ".pdf", NULL }
                                   : ks_paper_kind_get_endings ();

  for (guint i = 0; endings[i] != NULL; i++)
    {
      g_autofree char *name = g_ascii_strup (endings[i] + 1, -1);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_strdup (text->str);
}

/**
 * ks_paper_line_has:
 * @line: a paper
 * @trait: a trait of papers
 *
 * Returns: whether it has it; the list of codes has none
 */
gboolean
ks_paper_line_has (KsPaperLine line, KsPaperTrait trait)
{
  return line < KS_N_PAPERS && ks_paper_kind_has ((KsPaperKind)line, trait);
}

/**
 * ks_paper_line_is_made:
 * @line: a paper
 *
 * Returns: whether it is made from a template, with settings and figures that have accounts
 */
gboolean
ks_paper_line_is_made (KsPaperLine line)
{
  return line < KS_N_MADE_PAPERS;
}

/**
 * ks_paper_line_is_sheet:
 * @line: a paper
 *
 * Returns: whether it is laid out as sheets are, from what is known before the day
 */
gboolean
ks_paper_line_is_sheet (KsPaperLine line)
{
  return line == KS_PAPER_GUIDE || line == KS_PAPER_LINE_CODES;
}

/**
 * ks_paper_line_takes_district:
 * @line: a paper
 *
 * Returns: whether it can be of one district, or must be
 */
gboolean
ks_paper_line_takes_district (KsPaperLine line)
{
  return line < KS_N_PAPERS && ks_paper_kind_takes_district ((KsPaperKind)line);
}

/**
 * ks_paper_line_get_layout:
 * @line: a sheet
 *
 * Returns: how it is laid out
 */
KsLayout
ks_paper_line_get_layout (KsPaperLine line)
{
  return line == KS_PAPER_LINE_CODES ? KS_LAYOUT_ANNEX : KS_LAYOUT_GUIDE;
}
