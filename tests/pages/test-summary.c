/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-pages-private.h"
#include "ks-summary-page.h"
#include "ks-test-sheets.h"

#define N_QUESTIONS 16

static const char *const levels_good[]
    = { "Rất tốt", "Tốt", "Khá", "Trung bình", "Chưa tốt", NULL };
static const char *const levels_content[]
    = { "Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng", NULL };
static const gint64 counts_good[] = { 2765, 1188, 379, 43, 55 };
static const gboolean good_levels[] = { TRUE, TRUE, FALSE, FALSE, FALSE };
static const gint64 counts_content[] = { 2758, 1193, 418, 49, 48 };

typedef struct {
  KsCampaignInfo    *info;
  KsPaperDistrict    districts[3];
  KsSummaryQuestion  questions[N_QUESTIONS];
  KsSummaryCandidate candidates[3];
  KsSummary          summary;
  guint              n_painted;
  guint              n_destroyed;
} Fixture;

/* Wants 100 mm. */
static double
paint_chart_cb (cairo_t *cr, double width, double height, gpointer data)
{
  Fixture *f = data;

  if (cr != NULL)
    {
      g_assert_cmpfloat_with_epsilon (width, 160 * KS_POINTS_PER_MM, 1e-6);
      g_assert_cmpfloat_with_epsilon (height, 100 * KS_POINTS_PER_MM, 1e-6);
      f->n_painted++;
    }
  return 100 * KS_POINTS_PER_MM;
}

static void
destroy_chart_cb (gpointer data)
{
  ((Fixture *) data)->n_destroyed++;
}

static void
set_up_questions (Fixture *f)
{
  static const char *const ids[] = { "A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3",
                                     "B4", "B5", "B6", "C1", "C2", "C3", "D3", "D4" };

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      gboolean last = i + 1 == N_QUESTIONS;

      f->questions[i] = (KsSummaryQuestion){
        .id = ids[i],
        .text = "Phổ biến chủ trương, chính sách, pháp luật",
        .answered = 4466,
        .counts = last ? counts_content : counts_good,
        .levels = last ? levels_content : levels_good,
        .good_levels = good_levels,
        .has_dont_know = !last,
        .dont_know = last ? 0 : 36,
        .good = last ? 3951 : 3953,
        .good_labels = last ? "Rất hài lòng, Hài lòng" : "Rất tốt, Tốt",
      };
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->info = ks_test_info ();
  f->districts[0] = (KsPaperDistrict){ "Thành phố Bắc Giang", 16, 400, 365, 3, FALSE };
  f->districts[1] = (KsPaperDistrict){ "Thị xã Việt Yên", 17, 347, 300, 6, FALSE };
  f->districts[2] = (KsPaperDistrict){ "Huyện Yên Thế", 19, 417, 420, 3, TRUE };
  set_up_questions (f);
  for (guint i = 0; i < 3; i++)
    f->candidates[i] = (KsSummaryCandidate){ "Xã Tân Sỏi", "Huyện Yên Thế", 23, 23, 97.125,
                                             "23/23 cán bộ, công chức tham gia" };
  f->summary = (KsSummary){
    .outside = 605,
    .staff_changes = "Xã Mẫu 37 (từ 23 thành 28: đi học về)",
    .n_staff_changes = 1,
    .info = f->info,
    .organ = "BAN DÂN VẬN",
    .as_of = f->info->from + 15 * 3600,
    .earlier_figures_of = KS_MOMENT_NONE,
    .preliminary = TRUE,
    .form_notice = "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01",
    .received = 4487,
    .counted = 4466,
    .outside_window = 12,
    .token_mismatch = 5,
    .unknown_unit = 4,
    .staff = 4990,
    .n_units = 209,
    .n_units_with_answers = 209,
    .n_units_complete = 41,
    .n_units_reconciling = 11,
    .left_out = 7,
    .n_sensitive = 2,
    .districts = f->districts,
    .n_districts = 3,
    .questions = f->questions,
    .n_questions = N_QUESTIONS,
    .candidates = f->candidates,
    .n_candidates = 3,
    .chart = paint_chart_cb,
    .chart_data = f,
    .chart_destroy = destroy_chart_cb,
  };
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ks_campaign_info_free (f->info);
}

/* The text of the whole paper, its lines joined. */
static char *
read_paper (const Fixture *f, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = ks_summary_pages_new (&f->summary, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) texts = NULL;

  g_assert_no_error (error);
  pdf = ks_test_pages_dup_pdf (pages);
  texts = ks_test_read_pages (pdf);
  *n_pages = g_strv_length (texts);
  return g_strjoinv ("", texts);
}

static void
test_text (Fixture *f, gconstpointer data)
{
  guint n_pages;
  g_autofree char *text = read_paper (f, &n_pages);

  g_assert_cmpuint (n_pages, ==, 3);
  g_assert_cmpuint (f->n_painted, ==, 1);
  g_assert_cmpuint (f->n_destroyed, ==, 1);
  ks_test_assert_says (text, "BAN DÂN VẬN");
  ks_test_assert_says (text, "Bắc Giang, ngày 01 tháng 4 năm 2024");
  ks_test_assert_says (text, "(Số liệu sơ bộ, tính đến 15 giờ 00 ngày 01/4/2024)");
  ks_test_assert_says (text, "có 605 phiếu của người ngoài diện khảo sát");
  ks_test_assert_says (text, "được sửa 1 lần: Xã Mẫu 37 (từ 23 thành 28: đi học về).");
  ks_test_assert_says (text, "đã nhận 4.487 phiếu; phiếu hợp lệ là 4.466 phiếu, bằng 89,50% so với 4.990");
  ks_test_assert_says (text, "Không tính 21 phiếu, gồm: 12 phiếu gửi ngoài thời gian khảo sát, 5 phiếu");
  ks_test_assert_says (text, "209/209 đơn vị có phiếu; còn 11 đơn vị đang đối chiếu số liệu.");
  ks_test_assert_says (text, "91,25%");
  ks_test_assert_says (text, "Toàn tỉnh");
  ks_test_assert_says (text, "Đánh giá tốt gồm: Rất tốt, Tốt (A1, A2, A3");
  ks_test_assert_says (text, "Rất hài lòng, Hài lòng (D4).");
  ks_test_assert_says (text, "Không gồm 7 phiếu của đơn vị dưới 5 phiếu.");
  ks_test_assert_says (text, "Không nêu 2 câu hỏi để bảo đảm tính khuyết danh.");
  ks_test_assert_says (text, "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01");
  ks_test_assert_says (text, "97,13");
  g_assert_true (g_str_has_suffix (g_strchomp (text), "./."));
}

/* A district with more answers than staff shows no rate. */
static void
test_reconciling (Fixture *f, gconstpointer data)
{
  guint n_pages;
  g_autofree char *text = read_paper (f, &n_pages);

  ks_test_assert_says (text, "đang đối chiếu");
  g_assert_null (strstr (text, "100,72%"));
}

/* The parts of a row add up to 100,00% by hand. */
static void
test_shares (Fixture *f, gconstpointer data)
{
  static const char *const printed[] = { "61,91%", "26,60%", "8,49%", "0,96%", "1,23%", "0,81%" };
  guint n_pages;
  g_autofree char *text = read_paper (f, &n_pages);
  guint sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      g_auto (GStrv) parts = g_strsplit (printed[i], ",", 2);

      ks_test_assert_says (text, printed[i]);
      sum += (guint) (g_ascii_strtoull (parts[0], NULL, 10) * 100
                      + g_ascii_strtoull (parts[1], NULL, 10));
    }
  g_assert_cmpuint (sum, ==, 10000);
}

/* Nothing to tell: no empty table, no part of 0, no chart. */
static void
test_empty (Fixture *f, gconstpointer data)
{
  guint n_pages;
  g_autofree char *text = NULL;

  f->summary.n_questions = 0;
  f->summary.n_candidates = 0;
  f->summary.outside_window = f->summary.token_mismatch = f->summary.unknown_unit = 0;
  f->summary.received = f->summary.counted = 0;
  f->summary.staff = 0;
  f->summary.n_units_reconciling = f->summary.n_units_complete = 0;
  text = read_paper (f, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_cmpuint (f->n_painted, ==, 0);
  g_assert_cmpuint (f->n_destroyed, ==, 1);
  ks_test_assert_says (text, "đã nhận 0 phiếu; phiếu hợp lệ là 0 phiếu.");
  ks_test_assert_says (text, "Chưa đủ số phiếu để nêu kết quả trả lời.");
  ks_test_assert_says (text, "Chưa chọn tập thể nào để đề xuất khen thưởng.");
  g_assert_null (strstr (text, "Không tính"));
  g_assert_null (strstr (text, "đang đối chiếu số liệu"));
}

static guint
count_words (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

/* The boxed marks stand on every page; the watermark is painted, but is no text. */
static void
test_marks (Fixture *f, gconstpointer data)
{
  guint n_pages;
  g_autofree char *text = NULL;

  f->info->simulated = TRUE;
  text = read_paper (f, &n_pages);
  g_assert_cmpuint (count_words (text, "SỐ LIỆU MÔ PHỎNG"), ==, n_pages);
  g_assert_cmpuint (count_words (text, "SỐ LIỆU SƠ BỘ"), ==, n_pages);
}

static void
test_published (Fixture *f, gconstpointer data)
{
  guint n_pages;
  g_autofree char *text = NULL;

  f->summary.preliminary = FALSE;
  f->summary.earlier_figures_of = f->info->from + 12 * 3600;
  text = read_paper (f, &n_pages);
  g_assert_null (strstr (text, "SỐ LIỆU SƠ BỘ"));
  g_assert_null (strstr (text, "sơ bộ"));
  ks_test_assert_says (text, "(Số liệu tính đến 15 giờ 00 ngày 01/4/2024)");
  ks_test_assert_says (text, "Số liệu trả lời là số liệu đã nêu lúc 12 giờ 00 ngày 01/4/2024.");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/summary/text", test_text);
  ADD ("/summary/reconciling", test_reconciling);
  ADD ("/summary/shares", test_shares);
  ADD ("/summary/empty", test_empty);
  ADD ("/summary/marks", test_marks);
  ADD ("/summary/published", test_published);
  return g_test_run ();
}
