/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-number.h"
#include "ks-summary-private.h"

/* Tổng hợp kết quả khảo sát: participation by district, the answers of the province with the
 * table behind them, the list of proposals. Its texts are Vietnamese data. */

#define KEYWORDS "khaosat:layout=summary;v=1"
#define TABLE_GAP 4.0
#define PRELIMINARY "SỐ LIỆU SƠ BỘ"

static const KsPaperDistrictsLook participation = { 12.5, 7.6, 12, 13.4, "Đơn vị đạt\ndưới 80%" };

static void
add_title (KsSummaryFlow *flow)
{
  static const char *const subjects[]
      = { "lấy ý kiến của cán bộ, công chức",
          "về việc thực hiện quy chế dân chủ tại cơ quan cấp xã", NULL };
  const KsSummary *summary = flow->summary;
  g_autofree char *date = ks_paper_dup_place_date (summary->info->superior_body, summary->as_of);
  g_autofree char *moment = ks_moment_format (summary->as_of);
  g_autofree char *figures = g_strdup_printf (
      "(%s tính đến %s)", summary->preliminary ? "Số liệu sơ bộ," : "Số liệu", moment);
  const KsPaperOpening opening = {
    .superior = summary->info->superior_body,
    .organ = summary->organ,
    .place_date = date,
    .title = "TỔNG HỢP KẾT QUẢ KHẢO SÁT",
    .subjects = subjects,
    .reference = figures,
  };

  ks_paper_flow_open (&flow->paper, &opening);
}

/* ", 12 phiếu gửi …"; a part of 0 is left out. */
static void
append_part (GString *text, gint64 count, const char *what)
{
  g_autofree char *figure = ks_format_count (count);

  if (count > 0)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", figure, what);
}

static char *
list_uncounted (const KsSummary *summary)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  append_part (parts, summary->outside_window, "phiếu gửi ngoài thời gian khảo sát");
  append_part (parts, summary->token_mismatch, "phiếu có mã khảo sát không khớp");
  append_part (parts, summary->unknown_unit, "phiếu chưa xác định được đơn vị");
  append_part (parts, summary->incomplete, "phiếu chưa trả lời đủ");
  append_part (parts, summary->known_id, "phiếu đã sửa sau khi nhập");
  append_part (parts, summary->excluded, "phiếu không hợp lệ");
  return g_strdup (parts->str);
}

static void
append_received (GString *text, const KsSummary *summary)
{
  g_autofree char *moment = ks_moment_format (summary->as_of);
  g_autofree char *received = ks_format_count (summary->received);
  g_autofree char *counted = ks_format_count (summary->counted);
  g_autofree char *staff = ks_format_count (summary->staff);
  g_autofree char *rate = ks_format_percent (summary->counted, summary->staff);
  g_autofree char *uncounted = list_uncounted (summary);
  g_autofree char *n_uncounted = ks_format_count (summary->received - summary->counted);

  g_string_append_printf (text, "Đến %s, đã nhận %s phiếu; phiếu hợp lệ là %s phiếu", moment,
                          received, counted);
  if (summary->staff > 0 && summary->counted <= summary->staff)
    g_string_append_printf (text, ", bằng %s so với %s cán bộ, công chức thuộc diện khảo sát",
                            rate, staff);
  g_string_append (text, ".");
  if (summary->outside > 0)
    {
      g_autofree char *outside = ks_format_count (summary->outside);

      g_string_append_printf (text,
                              " Trong số phiếu hợp lệ có %s phiếu của người ngoài diện khảo sát, "
                              "được tính và nêu riêng.",
                              outside);
    }
  if (*uncounted != '\0')
    g_string_append_printf (text, " Không tính %s phiếu, gồm: %s.", n_uncounted, uncounted);
}

/* Every rate stands on the staff: who changed it once answers had come in has told why. */
static void
append_changes (GString *text, const KsSummary *summary)
{
  if (summary->n_staff_changes > 0)
    g_string_append_printf (text,
                            " Sau lần nhập phiếu đầu tiên, số người thuộc diện khảo sát được sửa "
                            "%u lần: %s.",
                            summary->n_staff_changes, summary->staff_changes);
}

static void
append_units (GString *text, const KsSummary *summary)
{
  g_autofree char *with = ks_format_count (summary->n_units_with_answers);
  g_autofree char *all = ks_format_count (summary->n_units);

  g_string_append (text, " ");
  if (summary->n_units_complete > 0)
    g_string_append_printf (text, "Có %u đơn vị có toàn bộ cán bộ, công chức tham gia; ",
                            summary->n_units_complete);
  g_string_append_printf (text, "%s/%s đơn vị có phiếu", with, all);
  if (summary->n_units_reconciling > 0)
    g_string_append_printf (text, "; còn %u đơn vị đang đối chiếu số liệu",
                            summary->n_units_reconciling);
  g_string_append (text, ".");
}

static void
add_participation (KsSummaryFlow *flow)
{
  const KsSummary *summary = flow->summary;
  KsPaperDistrict total = {
    .name = "Toàn tỉnh",
    .n_units = summary->n_units,
    .staff = summary->staff,
    .answers = summary->counted,
    .n_marked = summary->n_districts > 0 ? 0 : -1,
  };

  for (guint i = 0; i < summary->n_districts; i++)
    total.n_marked += summary->districts[i].n_marked;
  flow->paper.y += TABLE_GAP;
  ks_paper_flow_add_caption (&flow->paper, "Biểu 1. Tỷ lệ tham gia theo huyện, thị xã, thành phố");
  ks_paper_flow_add_districts (&flow->paper, &participation, summary->districts,
                               summary->n_districts, &total);
}

static void
write_paper (KsSummaryFlow *flow)
{
  KsStyle body = KS_SERIF (14);
  g_autoptr (GString) facts = g_string_new (NULL);

  add_title (flow);
  append_received (facts, flow->summary);
  append_units (facts, flow->summary);
  append_changes (facts, flow->summary);
  ks_paper_flow_add_text (&flow->paper, &body, 6.6, KS_PAPER_INDENT, facts->str);
  add_participation (flow);
  ks_summary_add_answers (flow);
  ks_summary_add_quotes (flow);
  ks_summary_add_list (flow);
}

/**
 * ks_summary_pages_new:
 * @summary: what it says; nothing of it is kept but the chart, which the pages own from here on,
 *   even if they cannot be made
 * @error: return location for an error
 *
 * Lays out "Tổng hợp kết quả khảo sát": two or three A4 pages in the Party layout.
 *
 * Returns: (transfer full): the paper, or %NULL with %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_summary_pages_new (const KsSummary *summary, GError **error)
{
  g_autofree char *title = g_strdup_printf ("Tổng hợp kết quả khảo sát – %s", summary->info->id);
  const KsPagesFacts facts = { .title = title, .author = summary->organ, .keywords = KEYWORDS };
  KsSummaryFlow flow = {
    .summary = summary,
    .paper = { summary->info->simulated, summary->preliminary ? PRELIMINARY : NULL },
  };

  if (!ks_paper_flow_begin (&flow.paper, error))
    {
      if (summary->chart_destroy != NULL)
        summary->chart_destroy (summary->chart_data);
      return NULL;
    }
  write_paper (&flow);
  return ks_paper_flow_end (&flow.paper, &facts, summary->chart_data, summary->chart_destroy);
}
