/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-number.h"
#include "ks-summary-private.h"

/* Tổng hợp kết quả khảo sát: participation by district, the answers of the province with the
 * table behind them, the list of proposals. Its texts are Vietnamese data. */

#define KEYWORDS "khaosat:layout=summary;v=1"
#define TABLE_GAP 4.0

typedef struct {
  GPtrArray     *pages;
  gpointer       chart_data;
  GDestroyNotify chart_destroy;
} Paper;

static const double participation_edges[] = { 30, 41, 86, 104, 126, 146, 166, 190 };
static const KsAlign participation_aligns[]
    = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT,   KS_ALIGN_CENTRE, KS_ALIGN_CENTRE,
        KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE };
static const char *const participation_header[]
    = { "STT", "Huyện, thị xã,\nthành phố", "Số\nđơn vị", "Số cán bộ,\ncông chức",
        "Số phiếu\nhợp lệ", "Tỷ lệ\ntham gia", "Đơn vị đạt\ndưới 80%" };

static const KsSummaryTable participation_table = {
  participation_edges,
  7,
  participation_aligns,
  1.8,
  { .family = KS_FAMILY_SERIF, .size = 12, .bold = TRUE },
  13.4,
  participation_header,
};

/* "Bắc Giang, ngày 02 tháng 4 năm 2024" */
static char *
format_place_date (const KsSummary *summary)
{
  int year, month, day, hour, minute, second;

  ks_moment_to_civil (summary->as_of, &year, &month, &day, &hour, &minute, &second);
  return g_strdup_printf ("%s, ngày %02d tháng %s%d năm %d", summary->place, day,
                          month <= 2 ? "0" : "", month, year);
}

static void
add_title (KsSummaryFlow *flow)
{
  const KsSummary *summary = flow->summary;
  KsStyle title = KS_SERIF_BOLD (16);
  KsStyle subject = KS_SERIF_BOLD (14);
  KsStyle italic = KS_SERIF_ITALIC (14);
  KsStyle plain = KS_SERIF (14);
  g_autofree char *date = format_place_date (summary);
  g_autofree char *moment = ks_moment_format (summary->as_of);
  g_autofree char *figures = g_strdup_printf (
      "(%s tính đến %s)", summary->preliminary ? "Số liệu sơ bộ," : "Số liệu", moment);

  ks_paper_add_head (flow->page, summary->info->superior_body, summary->organ, NULL, date);
  ks_paper_add_centred (flow->page, &title, 53, "TỔNG HỢP KẾT QUẢ KHẢO SÁT");
  ks_paper_add_centred (flow->page, &subject, 60.2, "lấy ý kiến của cán bộ, công chức");
  ks_paper_add_centred (flow->page, &subject, 66.8,
                        "về việc thực hiện quy chế dân chủ tại cơ quan cấp xã");
  ks_paper_add_centred (flow->page, &italic, 73.6, figures);
  ks_paper_add_centred (flow->page, &plain, 79.6, "-----");
  flow->y = 83.2;
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

/* A scope with more answers than staff shows no rate until its figures are reconciled. */
static char *
format_rate (gint64 answers, gint64 staff, gboolean reconciling)
{
  if (reconciling || answers > staff)
    return g_strdup ("đang đối chiếu");
  return staff > 0 ? ks_format_percent (answers, staff) : g_strdup ("–");
}

static void
add_district (KsSummaryFlow *flow, const char *number, const KsSummaryDistrict *row, gboolean bold)
{
  KsStyle style = bold ? KS_SERIF_BOLD (12.5) : KS_SERIF (12.5);
  g_autofree char *units = ks_format_count (row->n_units);
  g_autofree char *staff = ks_format_count (row->staff);
  g_autofree char *answers = ks_format_count (row->answers);
  g_autofree char *rate = format_rate (row->answers, row->staff, row->reconciling);
  g_autofree char *below = row->n_below >= 0 ? ks_format_count (row->n_below) : g_strdup ("–");
  const char *cells[] = { number, row->name, units, staff, answers, rate, below };

  ks_summary_add_row (flow, &participation_table, &style, row->reconciling ? 12.4 : 7.6, cells);
}

static void
add_participation (KsSummaryFlow *flow)
{
  const KsSummary *summary = flow->summary;
  KsSummaryDistrict total = { .name = "Toàn tỉnh", .n_below = summary->n_districts > 0 ? 0 : -1 };

  flow->y += TABLE_GAP;
  ks_summary_add_caption (flow, "Biểu 1. Tỷ lệ tham gia theo huyện, thị xã, thành phố");
  ks_summary_begin_table (flow, &participation_table, 7.6);
  for (guint i = 0; i < summary->n_districts; i++)
    {
      const KsSummaryDistrict *row = &summary->districts[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_district (flow, number, row, FALSE);
      total.n_below += row->n_below;
    }
  total.n_units = summary->n_units;
  total.staff = summary->staff;
  total.answers = summary->counted;
  total.reconciling = summary->counted > summary->staff;
  add_district (flow, "", &total, TRUE);
}

static void
write_paper (KsSummaryFlow *flow)
{
  KsStyle body = KS_SERIF (14);
  g_autoptr (GString) facts = g_string_new (NULL);

  ks_summary_begin_page (flow);
  add_title (flow);
  append_received (facts, flow->summary);
  append_units (facts, flow->summary);
  append_changes (facts, flow->summary);
  ks_summary_add_text (flow, &body, 6.6, KS_PAPER_INDENT, facts->str);
  add_participation (flow);
  ks_summary_add_answers (flow);
  ks_summary_add_list (flow);
}

static KsFolio *
lay_out_summary (gconstpointer layout, guint index)
{
  const Paper *paper = layout;

  return ks_folio_ref (g_ptr_array_index (paper->pages, index));
}

static void
free_paper (gpointer layout)
{
  Paper *paper = layout;

  g_ptr_array_unref (paper->pages);
  if (paper->chart_destroy != NULL)
    paper->chart_destroy (paper->chart_data);
  g_free (paper);
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
  static const KsPagesKind kind = { lay_out_summary, free_paper };
  KsSummaryFlow flow = { .summary = summary };
  g_autofree char *title = g_strdup_printf ("Tổng hợp kết quả khảo sát – %s", summary->info->id);
  Paper *paper = g_new0 (Paper, 1);

  paper->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_folio_unref);
  paper->chart_data = summary->chart_data;
  paper->chart_destroy = summary->chart_destroy;
  if (!ks_type_check_family (KS_FAMILY_SERIF, error)
      || (summary->info->simulated && !ks_type_check_family (KS_FAMILY_SANS, error)))
    {
      free_paper (paper);
      return NULL;
    }
  flow.pages = paper->pages;
  write_paper (&flow);
  return ks_pages_new (&kind, paper, &(KsPagesFacts){
    .title = title,
    .author = summary->organ,
    .keywords = KEYWORDS,
    .n_pages = flow.pages->len,
  });
}
