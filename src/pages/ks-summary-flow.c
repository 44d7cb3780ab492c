/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-summary-private.h"

#define LATER_TOP 20.0
#define CAPTION_ROOM 7.0
#define CAPTION_BASELINE 4.6
#define TAG_BASELINE 12.0
#define TAG_HEIGHT 5.0
#define PRELIMINARY "SỐ LIỆU SƠ BỘ"

/**
 * ks_summary_begin_page:
 * @flow: the paper
 *
 * Adds a page with its marks: they must stand on every page, for pages are copied one by one.
 */
void
ks_summary_begin_page (KsSummaryFlow *flow)
{
  KsStyle style = KS_SERIF_BOLD (9);
  double width = ks_type_get_width (ks_type_get (), &style, PRELIMINARY);

  flow->page = ks_folio_new ();
  g_ptr_array_add (flow->pages, flow->page);
  if (flow->summary->info->simulated)
    ks_paper_add_simulated (flow->page, TRUE);
  if (flow->summary->preliminary)
    ks_folio_add_tag (flow->page, &style, KS_PAPER_LEFT + width + 2 * KS_TAG_PADDING, TAG_BASELINE,
                     TAG_HEIGHT, PRELIMINARY);
  ks_paper_add_number (flow->page, flow->pages->len);
  flow->y = LATER_TOP;
}

/**
 * ks_summary_keep:
 * @flow: the paper
 * @height: of what must stand together, in mm
 *
 * Begins a page if the present one has no room for it.
 */
void
ks_summary_keep (KsSummaryFlow *flow, double height)
{
  if (flow->y + height > KS_PAPER_BOTTOM + 1e-6)
    ks_summary_begin_page (flow);
}

/**
 * ks_summary_add_caption:
 * @flow: the paper
 * @text: a noun with its number
 *
 * Adds the caption of the table or the chart that follows.
 */
void
ks_summary_add_caption (KsSummaryFlow *flow, const char *text)
{
  KsStyle style = KS_SERIF_ITALIC (13);

  ks_paper_add_centred (flow->page, &style, flow->y + CAPTION_BASELINE, text);
  flow->y += CAPTION_ROOM;
}

/**
 * ks_summary_add_text:
 * @flow: the paper
 * @style: how it is set
 * @pitch: from line to line, in mm
 * @indent: of the first line, in mm
 * @text: a paragraph
 */
void
ks_summary_add_text (KsSummaryFlow *flow, const KsStyle *style, double pitch, double indent,
                     const char *text)
{
  g_auto (GStrv) lines = ks_paper_wrap (style, text, indent, KS_PAPER_WIDTH);

  ks_summary_keep (flow, pitch * g_strv_length (lines));
  flow->y = ks_paper_add_paragraph (flow->page, style, flow->y + pitch * 0.75, pitch, indent, text)
            - pitch * 0.75;
}

static void
add_cells (KsSummaryFlow *flow, const KsSummaryTable *table, const KsStyle *style,
           const KsAlign *aligns, double height, const char *const *cells)
{
  const double *edges = table->edges;
  double right = edges[table->n_columns];

  ks_folio_add_line (flow->page, edges[0], flow->y, right, flow->y, KS_TABLE_LINE);
  ks_folio_add_line (flow->page, edges[0], flow->y + height, right, flow->y + height,
                    KS_TABLE_LINE);
  for (guint i = 0; i <= table->n_columns; i++)
    ks_folio_add_line (flow->page, edges[i], flow->y, edges[i], flow->y + height, KS_TABLE_LINE);
  for (guint i = 0; i < table->n_columns; i++)
    {
      KsRect cell = { edges[i], flow->y, edges[i + 1] - edges[i], height };

      ks_paper_add_cell (flow->page, style, aligns != NULL ? aligns[i] : KS_ALIGN_CENTRE, &cell,
                         aligns != NULL ? table->padding : KS_SUMMARY_HEADER_PADDING, cells[i]);
    }
  flow->y += height;
}

/**
 * ks_summary_begin_table:
 * @flow: the paper
 * @table: its columns
 * @first_row: height of the row that must follow the header on the same page
 */
void
ks_summary_begin_table (KsSummaryFlow *flow, const KsSummaryTable *table, double first_row)
{
  ks_summary_keep (flow, table->header_height + first_row);
  add_cells (flow, table, &table->header_style, NULL, table->header_height, table->header);
}

/**
 * ks_summary_add_row:
 * @flow: the paper
 * @table: its columns
 * @style: how the row is set
 * @height: of the row, in mm
 * @cells: a text for every column
 */
void
ks_summary_add_row (KsSummaryFlow *flow, const KsSummaryTable *table, const KsStyle *style,
                    double height, const char *const *cells)
{
  if (flow->y + height > KS_PAPER_BOTTOM + 1e-6)
    {
      ks_summary_begin_page (flow);
      ks_summary_begin_table (flow, table, height);
    }
  add_cells (flow, table, style, table->aligns, height, cells);
}
