/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-profile-chart.h"
#include "ks-test-charts.h"

static const KsProfileRow ROWS[] = {
  { "A1", "Công khai kế hoạch", 8400, 8104, 8672 },
  { "A2", "Công khai dự toán", 9000, 9000, 8800 },
  { "B1", "Lấy ý kiến", KS_PROFILE_NONE, 8600, 8700 },
  { "B2", "Tiếp thu", KS_PROFILE_NONE, KS_PROFILE_NONE, KS_PROFILE_NONE },
  { "C1", "Giám sát", 10000, 8000, 9000 },
};

static const KsProfileNames NAMES = { "Xã Mẫu 51", "Huyện Mẫu B", "toàn tỉnh" };

static void
test_sentences (void)
{
  static const char *const expected[] = {
    "A1. Công khai kế hoạch – Xã Mẫu 51: 84,00%; Huyện Mẫu B: 81,04%; toàn tỉnh: 86,72%",
    "A2. Công khai dự toán – Xã Mẫu 51: 90,00%; Huyện Mẫu B: 90,00%; toàn tỉnh: 88,00%",
    "B1. Lấy ý kiến – Xã Mẫu 51: too few answers to show results; Huyện Mẫu B: 86,00%; toàn tỉnh: "
    "87,00%",
  };
  g_autoptr (KsChart) chart
    = KS_CHART (ks_profile_chart_new (ROWS, G_N_ELEMENTS (ROWS), &NAMES));

  ks_test_lay_out (chart, 800, KS_PALETTE_LIGHT);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, G_N_ELEMENTS (ROWS));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, i);

      g_assert_cmpstr (sentence, ==, expected[i]);
    }
}

/* A district alone stands against the province. */
static void
test_district (void)
{
  const KsProfileNames names = { NULL, "Huyện Mẫu B", "toàn tỉnh" };
  g_autoptr (KsChart) chart
    = KS_CHART (ks_profile_chart_new (ROWS, G_N_ELEMENTS (ROWS), &names));
  g_autofree char *title = ks_profile_dup_title (ROWS, G_N_ELEMENTS (ROWS), &names);
  g_autofree char *sentence = NULL;

  ks_test_lay_out (chart, 800, KS_PALETTE_LIGHT);
  sentence = ks_chart_dup_mark_sentence (chart, 0);
  g_assert_cmpstr (sentence, ==,
                   "A1. Công khai kế hoạch – Huyện Mẫu B: 81,04%; toàn tỉnh: 86,72%");
  g_assert_cmpstr (title, ==, "1 of 4 questions lie above toàn tỉnh");
}

/* A tie is no more, and what is not shown is not counted. */
static void
test_title (void)
{
  const KsProfileNames alone = { "Xã Mẫu 51", NULL, "toàn tỉnh" };
  g_autofree char *title = ks_profile_dup_title (ROWS, G_N_ELEMENTS (ROWS), &NAMES);
  g_autofree char *without = ks_profile_dup_title (ROWS, G_N_ELEMENTS (ROWS), &alone);
  g_autofree char *hidden = ks_profile_dup_title (&ROWS[3], 1, &NAMES);

  g_assert_cmpstr (title, ==, "2 of 3 questions lie above Huyện Mẫu B");
  g_assert_cmpstr (without, ==, "2 of 3 questions lie above toàn tỉnh");
  g_assert_cmpstr (hidden, ==, "Too few answers to show results");
}

/* Each share that is shown has its mark, and none that is not. */
static void
test_symbols (void)
{
  g_autoptr (KsChart) chart
    = KS_CHART (ks_profile_chart_new (ROWS, G_N_ELEMENTS (ROWS), &NAMES));
  cairo_surface_t *surface = ks_test_draw (chart, 800, KS_PALETTE_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      cairo_rectangle_t rect;

      ks_chart_get_mark_rect (chart, i, &rect);
      g_assert_cmpint (ks_test_count_pixels (surface, &rect, 0x15509a) > 30, ==,
                       ROWS[i].unit >= 0);
      /* The unit's mark may lie before the district's. */
      if (ROWS[i].unit != ROWS[i].district)
        g_assert_cmpint (ks_test_count_pixels (surface, &rect, 0x62a0ea) > 20, ==,
                         ROWS[i].district >= 0);
    }
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/profile/sentences", test_sentences);
  g_test_add_func ("/charts/profile/district", test_district);
  g_test_add_func ("/charts/profile/title", test_title);
  g_test_add_func ("/charts/profile/symbols", test_symbols);
  return g_test_run ();
}
