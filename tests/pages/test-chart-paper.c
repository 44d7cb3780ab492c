/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-chart.h"
#include "ks-participation-chart.h"
#include "ks-test-charts.h"
#include "ks-test-truth.h"

#include <cairo-pdf.h>
#include <poppler.h>

#define WIDTH 453.5 /* 160 mm */
#define FONT  "Liberation Serif"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A chart on paper, as a PDF shows it. */
static PopplerPage *
print_chart (KsChart *chart, double points)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  const KsPalette *palette = ks_palette_get (KS_PALETTE_PAPER);
  GByteArray *data = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  PopplerDocument *document;
  PopplerPage *page;
  cairo_surface_t *surface;
  cairo_t *cr;
  double height;

  pango_font_description_set_size (font, (int) (points * PANGO_SCALE));
  height = ks_chart_measure_height (chart, WIDTH, palette, font);
  surface = cairo_pdf_surface_create_for_stream (append_cb, data, WIDTH, height);
  cr = cairo_create (surface);
  ks_chart_paint (chart, cr, WIDTH, height, palette, font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);

  bytes = g_byte_array_free_to_bytes (data);
  document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  g_assert_nonnull (document);
  page = poppler_document_get_page (document, 0);
  g_object_unref (document);
  return page;
}

/* Whether somebody who searches the paper finds these words. */
static gboolean
has_words (PopplerPage *page, const char *words)
{
  GList *found = poppler_page_find_text (page, words);
  gboolean has = found != NULL;

  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  return has;
}

/* Papers are Vietnamese whatever the language of the process, and their percentages are closed. */
static void
test_answers (void)
{
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();
  g_autoptr (KsChart) chart
    = KS_CHART (ks_likert_chart_new ((const KsLikertRow *) (gpointer) truth->rows->data,
                                     truth->rows->len, KS_LIKERT_BY_NET_AGREEMENT));
  PopplerPage *page = print_chart (chart, 9);

  g_assert_true (has_words (page, "Câu hỏi (mỗi câu n = 4.466; N = 4.990)"));
  g_assert_true (has_words (page, "Đánh giá"));
  g_assert_true (has_words (page, "chưa tốt"));
  g_assert_true (has_words (page, "Không"));
  g_assert_true (has_words (page, "89,52%"));
  g_assert_true (has_words (page, "1,52%"));
  g_assert_true (has_words (page, "62,8"));
  g_assert_false (has_words (page, "Favourable"));
  g_assert_false (has_words (page, "Question"));
  g_object_unref (page);
}

static void
test_hidden (void)
{
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();
  KsLikertRow *rows = (KsLikertRow *) (gpointer) truth->rows->data;
  g_autoptr (KsChart) chart = NULL;
  PopplerPage *page;

  rows[4].shown = FALSE;
  chart = KS_CHART (ks_likert_chart_new (rows, truth->rows->len, KS_LIKERT_AS_GIVEN));
  page = print_chart (chart, 9);
  g_assert_true (has_words (page, "Chưa đủ số phiếu để nêu kết quả"));
  g_assert_false (has_words (page, "89,52"));
  g_object_unref (page);
}

/* The legend is of the scale that most questions have. */
static void
test_legend (void)
{
  static const char *const agree[] = { "Đồng ý", "Phân vân", "Phản đối", NULL };
  static const char *const good[] = { "Tốt", "Khá", "Kém", NULL };
  static const gboolean is_good[] = { TRUE, FALSE, FALSE };
  static const gint64 counts[] = { 6, 5, 4 };
  const KsLikertRow of_agree = { "A1", "Một câu", agree, counts, is_good, 3, FALSE, 0, 0, 20, TRUE };
  KsLikertRow rows[] = { of_agree, of_agree, of_agree };
  g_autoptr (KsChart) chart = NULL;
  PopplerPage *page;

  rows[1].levels = good;
  rows[2].levels = good;
  chart = KS_CHART (ks_likert_chart_new (rows, 3, KS_LIKERT_AS_GIVEN));
  page = print_chart (chart, 9);
  g_assert_true (has_words (page, "Khá"));
  g_assert_false (has_words (page, "Phân vân"));
  g_object_unref (page);
}

/* A district whose figures are being reconciled has no rate on paper. */
static void
test_participation (void)
{
  const KsParticipationRow rows[] = {
    { "1", "Huyện Mẫu A", 373, 417, 19, 5 },
    { "2", "Huyện Mẫu B", 30, 24, 1, 1 },
    { "3", "Huyện Mẫu C", 4, 100, 5, 0 },
  };
  g_autoptr (KsChart) chart = KS_CHART (ks_participation_chart_new (rows, 3));
  PopplerPage *page = print_chart (chart, 12);

  g_assert_true (has_words (page, "Số phiếu/số người"));
  g_assert_true (has_words (page, "Huyện Mẫu A"));
  g_assert_true (has_words (page, "89,45%"));
  g_assert_true (has_words (page, "373/417"));
  g_assert_true (has_words (page, "4,00%"));
  g_assert_true (has_words (page, "30/24"));
  g_assert_true (has_words (page, "đang đối chiếu"));
  g_assert_false (has_words (page, "125"));
  g_object_unref (page);
}

/* Papers show what assumes nothing: no estimate, and nothing that rests on one. */
static void
test_dots (void)
{
  g_autoptr (KsChart) chart = ks_test_chart ("dots", 18);
  PopplerPage *page = print_chart (chart, 10);

  g_assert_true (has_words (page, "toàn tỉnh 88,47%"));
  g_assert_true (has_words (page, "Đánh giá tốt"));
  g_assert_true (has_words (page, "thấp nhất – cao nhất có thể"));
  g_assert_true (has_words (page, "76–96%"));
  g_assert_true (has_words (page, "đủ người"));
  g_assert_true (has_words (page, "đang đối chiếu"));
  g_assert_true (has_words (page, "Chưa đủ số phiếu để nêu kết quả"));
  g_assert_false (has_words (page, "ước lượng"));
  g_assert_false (has_words (page, "88–96%"));
  g_assert_false (has_words (page, "cả khoảng"));
  g_object_unref (page);
}

/* Figures that are shown many at a time are found like any other. */
static void
test_heat (void)
{
  g_autoptr (KsChart) chart = ks_test_chart ("heat", 10);
  PopplerPage *page = print_chart (chart, 9);

  g_assert_true (has_words (page, "Toàn tỉnh"));
  g_assert_true (has_words (page, "4.466/4.990"));
  g_assert_true (has_words (page, "41/40*"));
  g_assert_true (has_words (page, "87,2"));
  g_assert_true (has_words (page, "từ 95"));
  g_assert_true (has_words (page, "Chung"));
  g_assert_true (has_words (page, "Chưa đủ số phiếu để nêu kết quả"));
  g_assert_false (has_words (page, "Mean"));
  g_object_unref (page);
}

/* Cells are rounded as all figures are. */
static void
test_heat_rounded (void)
{
  const KsHeatColumn columns[] = { { "A1" }, { "A2" }, { "A3" }, { "A4" } };
  const gint64 shares[] = { 8849, 6750, 9950, 400 };
  const KsHeatRow row = { .label = "Xã Mẫu", .n = 20, .population = 33, .hundredths = shares,
                          .mean = KS_HEAT_NONE };
  g_autoptr (KsChart) chart = KS_CHART (ks_heat_chart_new (columns, 4, &row, 1));
  PopplerPage *page = print_chart (chart, 9);

  g_assert_true (has_words (page, "88"));
  g_assert_true (has_words (page, "68"));
  g_assert_true (has_words (page, "100"));
  g_assert_true (has_words (page, "4"));
  g_assert_false (has_words (page, "89"));
  g_assert_false (has_words (page, "67"));
  g_object_unref (page);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/paper/answers", test_answers);
  g_test_add_func ("/charts/paper/hidden", test_hidden);
  g_test_add_func ("/charts/paper/legend", test_legend);
  g_test_add_func ("/charts/paper/participation", test_participation);
  g_test_add_func ("/charts/paper/dots", test_dots);
  g_test_add_func ("/charts/paper/heat", test_heat);
  g_test_add_func ("/charts/paper/heat/rounded", test_heat_rounded);
  return g_test_run ();
}
