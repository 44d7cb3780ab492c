/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-district-paper.h"

#include "ks-number.h"

/* The table of a district's units on the day: what its board reads, and hands on. Its texts are
 * Vietnamese data. */

#define KEYWORDS "khaosat:layout=district;v=1"
#define TABLE_GAP 3.0
#define ROW 6.6
#define ROW_PADDING 3.0
#define N_COLUMNS 8
#define N_LAST_ROWS 3   /* that the total and what follows it take along */

static const double edges[N_COLUMNS + 1] = { 30, 39, 80, 101, 118, 137, 154.5, 172.5, 190 };
static const KsAlign aligns[N_COLUMNS]
    = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT,   KS_ALIGN_CENTRE, KS_ALIGN_CENTRE,
        KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE };
static const char *const header[N_COLUMNS]
    = { "STT", "Đơn vị", "Số cán bộ,\ncông chức", "Số phiếu\nhợp lệ", "Tỷ lệ\ntham gia",
        "Báo cáo\ncủa tổ\ncông tác", "Hình thức\ncông khai\n(trong 5)",
        "Ngày có\ntin, ảnh\n(trong 7)" };
static const KsPaperTable table = {
  edges, N_COLUMNS, aligns, 1.6, { .family = KS_FAMILY_SERIF, .size = 11, .bold = TRUE }, 17,
  header,
};

static void
add_row (KsPaperFlow *flow, const char *const *cells, gboolean bold)
{
  KsStyle style = bold ? KS_SERIF_BOLD (12) : KS_SERIF (12);
  double height = MAX (ROW, ks_paper_flow_measure_row (&table, &style, cells) + ROW_PADDING);

  ks_paper_flow_add_row (flow, &table, &style, height, cells);
}

static void
add_unit (KsPaperFlow *flow, guint number, const KsDistrictUnit *unit)
{
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *staff = ks_format_count (unit->staff);
  g_autofree char *answers = ks_format_count (unit->answers);
  g_autofree char *rate = ks_paper_format_rate (unit->answers, unit->staff, FALSE);
  g_autofree char *publicity = g_strdup_printf ("%u", unit->n_publicity);
  g_autofree char *posts = g_strdup_printf ("%u", unit->n_post_days);
  const char *cells[N_COLUMNS] = { place, unit->name, staff, answers, rate,
                                   unit->reported ? "đã có" : "chưa có", publicity, posts };

  add_row (flow, cells, FALSE);
}

static void
add_total (KsPaperFlow *flow, const KsDistrictPaper *paper)
{
  const KsPaperDistrict *total = &paper->facts.total;
  g_autofree char *staff = ks_format_count (total->staff);
  g_autofree char *answers = ks_format_count (total->answers);
  g_autofree char *rate = ks_paper_format_rate (total->answers, total->staff, total->reconciling);
  const char *cells[N_COLUMNS]
      = { "", paper->name != NULL ? "Cộng" : "Toàn tỉnh", staff, answers, rate, "", "", "" };

  add_row (flow, cells, TRUE);
}

static void
add_table (KsPaperFlow *flow, const KsDistrictPaper *paper)
{
  flow->y += TABLE_GAP;
  ks_paper_flow_begin_table (flow, &table, ROW);
  for (guint i = 0; i < paper->n_units; i++)
    {
      if (i + N_LAST_ROWS == paper->n_units
          && flow->y + (N_LAST_ROWS + 1) * ROW > KS_PAPER_BOTTOM)
        {
          ks_paper_flow_begin_page (flow);
          ks_paper_flow_begin_table (flow, &table, ROW);
        }
      add_unit (flow, i + 1, &paper->units[i]);
    }
  add_total (flow, paper);
}

/* The total is that of all units: who adds up the rows must know. */
static void
add_note (KsPaperFlow *flow, const KsDistrictPaper *paper)
{
  KsStyle style = KS_SERIF_ITALIC (11);
  g_autofree char *text = g_strdup_printf (
      "Số cộng gồm cả %u đơn vị đang đối chiếu số liệu, không nêu trong biểu.",
      paper->facts.n_checking);

  if (paper->facts.n_checking == 0)
    return;
  flow->y += 1.5;
  ks_paper_flow_add_text (flow, &style, 4.8, 0, text);
}

static void
write_paper (KsPaperFlow *flow, const KsDistrictPaper *paper)
{
  KsStyle body = KS_SERIF (14);
  g_autofree char *subject
      = g_strdup_printf ("các đơn vị thuộc %s", paper->facts.place);
  const char *subjects[] = { "của cán bộ, công chức", subject, NULL };
  g_autofree char *whom = paper->name != NULL
                              ? g_strdup_printf ("Ban Chỉ đạo, Liên đoàn Lao động %s",
                                                 paper->facts.place)
                              : g_strdup ("cấp ủy các đơn vị");
  g_autofree char *request = ks_participation_dup_request (&paper->facts, whom);
  g_autoptr (GString) text = g_string_new (NULL);

  ks_participation_open (flow, &paper->facts, "KẾT QUẢ THAM GIA KHẢO SÁT", subjects);
  ks_participation_append_total (text, &paper->facts);
  ks_participation_append_checking (text, &paper->facts);
  ks_paper_flow_add_text (flow, &body, KS_PAPER_PITCH, KS_PAPER_INDENT, text->str);
  add_table (flow, paper);
  add_note (flow, paper);
  flow->y += TABLE_GAP;
  ks_paper_flow_add_text (flow, &body, KS_PAPER_PITCH, KS_PAPER_INDENT, request);
}

/**
 * ks_district_pages_new:
 * @paper: what it says; nothing of it is kept
 * @error: return location for an error
 *
 * Lays out the table of a district's units in the Party layout, with a header on every page.
 *
 * Returns: (transfer full): the paper, or %NULL with %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_district_pages_new (const KsDistrictPaper *paper, GError **error)
{
  const KsCampaignInfo *info = paper->facts.info;
  g_autofree char *title = g_strdup_printf ("Kết quả tham gia khảo sát – %s – %s",
                                            paper->name != NULL ? paper->name : "Toàn tỉnh",
                                            info->id);
  const KsPagesFacts facts
      = { .title = title, .author = paper->facts.organ, .keywords = KEYWORDS };
  g_auto (KsPaperFlow) flow = { .simulated = info->simulated };

  if (!ks_paper_flow_begin (&flow, error))
    return NULL;
  write_paper (&flow, paper);
  return ks_paper_flow_end (&flow, &facts, NULL, NULL);
}
