/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-funnel-chart.h"
#include "ks-funnel.h"
#include "ks-test-charts.h"

#define SHARE 0.9

/* Not in the order of their staff. */
static const KsFunnelRow ROWS[] = {
  { "1", "Xã A", 36, 40 }, { "2", "Xã B", 12, 25 },  { "3", "Xã C", 30, 24 },
  { "4", "Xã D", 5, 0 },   { "5", "Xã E", 90, 90 },  { "6", "Xã F", 25, 25 },
};

static void
test_states (void)
{
  static const KsFunnelState expected[] = { KS_FUNNEL_WITHIN, KS_FUNNEL_BELOW, KS_FUNNEL_OPEN,
                                            KS_FUNNEL_OPEN,   KS_FUNNEL_ABOVE, KS_FUNNEL_WITHIN };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    if (ROWS[i].staff > 0)
      g_assert_cmpint (ks_funnel_row_get_state (&ROWS[i], SHARE), ==, expected[i]);
}

/* A unit lies outside exactly where its count is beyond the outer limits. */
static void
test_limits (void)
{
  for (gint64 staff = 1; staff <= 60; staff++)
    {
      gint64 low, high;

      ks_funnel_limits (staff, SHARE, KS_FUNNEL_OUTER, &low, &high);
      for (gint64 answers = 0; answers <= staff + 1; answers++)
        {
          const KsFunnelRow row = { .answers = answers, .staff = staff };
          KsFunnelState state = answers > staff  ? KS_FUNNEL_OPEN
                                : answers < low  ? KS_FUNNEL_BELOW
                                : answers > high ? KS_FUNNEL_ABOVE
                                                 : KS_FUNNEL_WITHIN;

          g_assert_cmpint (ks_funnel_row_get_state (&row, SHARE), ==, state);
        }
    }
}

/* The marks stand by staff, and tell which of the rows given they are. */
static void
test_marks (void)
{
  static const guint rows[] = { 2, 1, 5, 0, 4 };
  static const char *const sentences[] = {
    "Xã C: 30 answers for a staff of 24, 125,00%; the figures are being reconciled",
    "Xã B: 12 answers for a staff of 25, 48,00%; chance alone explains 19–25 answers (95%), 17–25 "
    "(99,8%)",
    "Xã F: 25 answers for a staff of 25, 100,00%; chance alone explains 19–25 answers (95%), "
    "17–25 (99,8%)",
  };
  g_autoptr (KsChart) chart
    = KS_CHART (ks_funnel_chart_new (ROWS, G_N_ELEMENTS (ROWS), SHARE, "toàn tỉnh"));
  cairo_rectangle_t first, second;

  ks_test_lay_out (chart, 800, KS_PALETTE_LIGHT);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      cairo_rectangle_t rect;

      g_assert_cmpuint (ks_chart_get_mark_row (chart, i), ==, rows[i]);
      ks_chart_get_mark_rect (chart, i, &rect);
      g_assert_cmpint (
        ks_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2), ==, (int) i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, i);

      g_assert_cmpstr (sentence, ==, sentences[i]);
    }
  /* More answers than staff stand above all others: never clipped at 100 %. */
  ks_chart_get_mark_rect (chart, 0, &first);
  ks_chart_get_mark_rect (chart, 4, &second);
  g_assert_cmpfloat (first.y + first.height, <, second.y);
  g_assert_cmpfloat (first.x, <, second.x);
}

/* Units of the same counts lie side by side, none behind another. */
static void
test_same (void)
{
  const KsFunnelRow rows[] = { { "1", "Xã A", 20, 25 }, { "2", "Xã B", 60, 60 },
                               { "3", "Xã C", 20, 25 }, { "4", "Xã D", 20, 25 } };
  g_autoptr (KsChart) chart = KS_CHART (ks_funnel_chart_new (rows, 4, SHARE, NULL));
  cairo_rectangle_t rects[3];

  ks_test_lay_out (chart, 1200, KS_PALETTE_LIGHT);
  for (guint i = 0; i < 3; i++)
    ks_chart_get_mark_rect (chart, i, &rects[i]);
  g_assert_cmpfloat (rects[1].x, >, rects[0].x + 1);
  g_assert_cmpfloat_with_epsilon (rects[2].x - rects[1].x, rects[1].x - rects[0].x, 0.01);
  g_assert_cmpfloat (rects[2].y, ==, rects[0].y);
  g_assert_cmpuint (ks_chart_get_mark_row (chart, 2), ==, 3);
}

static void
test_title (void)
{
  g_autofree char *title = ks_funnel_dup_title (ROWS, G_N_ELEMENTS (ROWS), SHARE);
  g_autofree char *calm = ks_funnel_dup_title (ROWS, 1, SHARE);

  g_assert_cmpstr (title, ==,
                   "The participation of 2 of 5 units differs clearly from the whole");
  g_assert_cmpstr (calm, ==, "The participation of 1 unit is what chance explains");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/funnel/states", test_states);
  g_test_add_func ("/charts/funnel/limits", test_limits);
  g_test_add_func ("/charts/funnel/marks", test_marks);
  g_test_add_func ("/charts/funnel/same", test_same);
  g_test_add_func ("/charts/funnel/title", test_title);
  return g_test_run ();
}
