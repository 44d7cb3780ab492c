/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-number.h"
#include "ks-summary-private.h"

/* Danh sách đề xuất, and how the figures come about. */

#define ROW_PADDING 3.0
#define TABLE_SIZE 11

static const double edges[] = { 30, 39, 70, 98, 116, 133, 146, 190 };
static const KsAlign aligns[] = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT,   KS_ALIGN_LEFT,
                                  KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE,
                                  KS_ALIGN_LEFT };
static const char *const header[]
    = { "STT", "Tên đơn vị", "Huyện, thị xã,\nthành phố", "Số phiếu/\nsố người",
        "Tỷ lệ\ntham gia", "Điểm", "Lý do" };

static const KsPaperTable list_table = {
  edges,
  G_N_ELEMENTS (header),
  aligns,
  1.6,
  { .family = KS_FAMILY_SERIF, .size = TABLE_SIZE, .bold = TRUE },
  12,
  header,
};

static void
add_candidate (KsSummaryFlow *flow, guint number, const KsSummaryCandidate *candidate)
{
  KsStyle style = KS_SERIF (TABLE_SIZE);
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *staff = ks_format_count (candidate->staff);
  g_autofree char *answers = ks_format_count (candidate->answers);
  g_autofree char *both = g_strjoin ("/", answers, staff, NULL);
  g_autofree char *rate = ks_format_percent (candidate->answers, candidate->staff);
  g_autofree char *points = ks_format_decimal (candidate->points, 2);
  const char *cells[] = { place, candidate->unit,
                          candidate->district != NULL ? candidate->district : "",
                          both, rate, points,
                          candidate->reason != NULL ? candidate->reason : "" };

  ks_paper_flow_add_row (&flow->paper, &list_table, &style,
                         ks_paper_flow_measure_row (&list_table, &style, cells) + ROW_PADDING,
                         cells);
}

static void
add_table (KsSummaryFlow *flow)
{
  const KsSummary *summary = flow->summary;

  ks_paper_flow_keep (&flow->paper, 45);
  ks_paper_flow_add_caption (&flow->paper, "Biểu 3. Danh sách đề xuất khen thưởng");
  ks_paper_flow_begin_table (&flow->paper, &list_table, 14);
  for (guint i = 0; i < summary->n_candidates; i++)
    add_candidate (flow, i + 1, &summary->candidates[i]);
}

/**
 * ks_summary_add_list:
 * @flow: the paper
 *
 * Adds the units that were chosen, in the order given, and the note on method that ends the paper.
 */
void
ks_summary_add_list (KsSummaryFlow *flow)
{
  const KsSummary *summary = flow->summary;
  KsStyle body = KS_SERIF (14);
  g_autoptr (GString) note = g_string_new (
      "Tỷ lệ tham gia bằng số phiếu hợp lệ chia cho số cán bộ, công chức thuộc diện khảo sát "
      "(không gồm người vắng có lý do).");

  flow->paper.y += 6;
  if (summary->n_candidates > 0)
    add_table (flow);
  else
    ks_paper_flow_add_text (&flow->paper, &body, 6.6, KS_PAPER_INDENT,
                            "Chưa chọn tập thể nào để đề xuất khen thưởng.");
  if (summary->n_candidates > 0)
    g_string_append (note, " Điểm tính theo thang 100 điểm.");
  if (summary->method_note != NULL)
    g_string_append_printf (note, " %s", summary->method_note);
  if (g_str_has_suffix (note->str, "."))
    g_string_truncate (note, note->len - 1);
  g_string_append (note, "./.");
  flow->paper.y += 4;
  ks_paper_flow_add_text (&flow->paper, &body, 6.6, KS_PAPER_INDENT, note->str);
}
