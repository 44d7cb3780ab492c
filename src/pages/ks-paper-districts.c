/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-districts.h"

#include "ks-number.h"

/* The table that every paper on participation has: districts in the office's order, the province
 * last. */

#define ROW_PADDING 3.0
#define N_COLUMNS 7

static const double edges[] = { 30, 40, 92, 107, 128, 147, 167, 190 };
static const KsAlign aligns[N_COLUMNS]
    = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT,   KS_ALIGN_CENTRE, KS_ALIGN_CENTRE,
        KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE };

static void
add_district (KsPaperFlow *flow, const KsPaperTable *table, const KsPaperDistrictsLook *look,
              const char *number, const KsPaperDistrict *row, gboolean bold)
{
  KsStyle style = bold ? KS_SERIF_BOLD (look->size) : KS_SERIF (look->size);
  g_autofree char *units = ks_format_count (row->n_units);
  g_autofree char *staff = ks_format_count (row->staff);
  g_autofree char *answers = ks_format_count (row->answers);
  g_autofree char *rate = ks_paper_format_rate (row->answers, row->staff, row->reconciling);
  g_autofree char *marked = row->n_marked >= 0 ? ks_format_count (row->n_marked) : g_strdup ("–");
  const char *cells[N_COLUMNS] = { number, row->name, units, staff, answers, rate, marked };
  double padding = MIN (ROW_PADDING, look->row - ks_paper_measure_cell (&style, 0, 0, ""));
  double height = ks_paper_flow_measure_row (table, &style, cells) + padding;

  ks_paper_flow_add_row (flow, table, &style, MAX (look->row, height), cells);
}

/**
 * ks_paper_flow_add_districts:
 * @flow: the paper
 * @look: how large the table is set
 * @districts: (array length=n_districts): its rows, in the office's order
 * @n_districts: how many there are
 * @total: the last row, in bold
 */
void
ks_paper_flow_add_districts (KsPaperFlow *flow, const KsPaperDistrictsLook *look,
                             const KsPaperDistrict *districts, guint n_districts,
                             const KsPaperDistrict *total)
{
  const char *header[N_COLUMNS] = { "STT", "Huyện, thị xã,\nthành phố", "Số\nđơn vị",
                                    "Số cán bộ,\ncông chức", "Số phiếu\nhợp lệ",
                                    "Tỷ lệ\ntham gia", look->marked };
  KsPaperTable table = { edges, N_COLUMNS, aligns, 1.8, KS_SERIF_BOLD (look->header_size),
                         look->header_height, header };

  ks_paper_flow_begin_table (flow, &table, look->row);
  for (guint i = 0; i < n_districts; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_district (flow, &table, look, number, &districts[i], FALSE);
    }
  add_district (flow, &table, look, "", total, TRUE);
}
