/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-multiples-chart.h"
#include "ks-test-charts.h"

static const char *const LEVELS[] = { "Có", "Một phần", "Không", NULL };
static const gboolean GOOD[] = { TRUE, FALSE, FALSE };
static const gint64 MANY[] = { 60, 30, 10 };
static const gint64 FEW[] = { 30, 10, 10 };

static KsLikertRow
make_row (const char *id, const gint64 *counts, gboolean shown)
{
  return (KsLikertRow) { .id = id,         .label = "Một câu", .levels = LEVELS, .counts = counts,
                         .good = GOOD,     .n_levels = 3,      .staff = 120,     .shown = shown };
}

static KsChart *
create_chart (double width)
{
  const KsLikertRow first[] = { make_row ("A1", MANY, TRUE), make_row ("A2", FEW, TRUE) };
  const KsLikertRow second[] = { make_row ("A1", FEW, TRUE), make_row ("A2", NULL, FALSE) };
  const KsMultiplesPanel panels[] = {
    { "1", "Huyện Mẫu A", 100, 120, first, 2 },
    { "2", "Huyện Mẫu B", 50, 60, second, 2 },
    { "3", "Huyện Mẫu C", 70, 60, first, 2 },
  };
  KsChart *chart = KS_CHART (ks_multiples_chart_new (panels, G_N_ELEMENTS (panels)));

  ks_test_lay_out (chart, width, KS_PALETTE_LIGHT);
  return chart;
}

static void
test_sentences (void)
{
  static const char *const expected[] = {
    "Huyện Mẫu A: 100 answers for a staff of 120, 83,33%",
    "Huyện Mẫu A – A1. Một câu – Favourable: 60 of 100 answers, 60,00%",
    "Huyện Mẫu A – A2. Một câu – Favourable: 30 of 50 answers, 60,00%",
    "Huyện Mẫu B: 50 answers for a staff of 60, 83,33%",
    "Huyện Mẫu B – A1. Một câu – Favourable: 30 of 50 answers, 60,00%",
    "Huyện Mẫu B – A2. Một câu: too few answers to show results",
    "Huyện Mẫu C: 70 answers for a staff of 60, 116,67%; the figures are being reconciled",
  };
  g_autoptr (KsChart) chart = create_chart (1000);

  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, i);
      cairo_rectangle_t rect;

      g_assert_cmpstr (sentence, ==, expected[i]);
      ks_chart_get_mark_rect (chart, i, &rect);
      g_assert_cmpint (ks_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2), ==,
                       (int) i);
      g_assert_cmpuint (ks_chart_get_mark_row (chart, i), ==, i / 3);
      g_assert_cmpuint (ks_chart_get_mark_column (chart, i), ==, i % 3);
    }
}

static void
check_move (KsChart *chart, int *mark, KsChartMove move, guint row, guint column)
{
  *mark = ks_chart_move (chart, *mark, move);
  g_assert_cmpuint (ks_chart_get_mark_row (chart, (guint) *mark), ==, row);
  g_assert_cmpuint (ks_chart_get_mark_column (chart, (guint) *mark), ==, column);
}

/* Arrows go where the eye goes: right to the next panel, down to the next question, from the last
 * one to the panel below. */
static void
test_moves (void)
{
  g_autoptr (KsChart) wide = create_chart (1000);
  g_autoptr (KsChart) narrow = create_chart (360);
  int mark = 0;

  check_move (wide, &mark, KS_CHART_RIGHT, 1, 0);
  check_move (wide, &mark, KS_CHART_DOWN, 1, 1);
  check_move (wide, &mark, KS_CHART_DOWN, 1, 2);
  check_move (wide, &mark, KS_CHART_DOWN, 1, 2);
  check_move (wide, &mark, KS_CHART_RIGHT, 2, 2);
  check_move (wide, &mark, KS_CHART_UP, 2, 1);
  check_move (wide, &mark, KS_CHART_RIGHT, 2, 1);
  check_move (wide, &mark, KS_CHART_LEFT, 1, 1);
  check_move (wide, &mark, KS_CHART_FIRST, 0, 0);
  check_move (wide, &mark, KS_CHART_UP, 0, 0);
  mark = 0;
  check_move (narrow, &mark, KS_CHART_DOWN, 0, 1);
  check_move (narrow, &mark, KS_CHART_DOWN, 0, 2);
  check_move (narrow, &mark, KS_CHART_DOWN, 1, 0);
  check_move (narrow, &mark, KS_CHART_RIGHT, 1, 0);
  check_move (narrow, &mark, KS_CHART_UP, 0, 2);
}

/* Side by side where there is room, one below the other where there is none, all as wide. */
static void
test_places (void)
{
  g_autoptr (KsChart) wide = create_chart (1000);
  g_autoptr (KsChart) narrow = create_chart (360);
  cairo_rectangle_t first, second;

  ks_chart_get_mark_rect (wide, 0, &first);
  ks_chart_get_mark_rect (wide, 3, &second);
  g_assert_cmpfloat (second.x, >, first.x + first.width);
  g_assert_cmpfloat (second.y, ==, first.y);
  g_assert_cmpfloat (second.width, ==, first.width);
  ks_chart_get_mark_rect (narrow, 0, &first);
  ks_chart_get_mark_rect (narrow, 3, &second);
  g_assert_cmpfloat (second.x, ==, first.x);
  g_assert_cmpfloat (second.y, >, first.y);
}

/* Where the bar of a panel ends, from its left edge: the last pixel of the best level. */
static int
find_end (cairo_surface_t *surface, KsChart *chart, guint mark)
{
  cairo_rectangle_t rect, cut;
  int end = 0;

  ks_chart_get_mark_rect (chart, mark, &rect);
  for (int x = 0; x < rect.width; x++)
    {
      cut = (cairo_rectangle_t) { rect.x + x, rect.y, 1, rect.height };
      if (ks_test_count_pixels (surface, &cut, 0x15509a) > 0)
        end = x;
    }
  return end;
}

/* All panels have one scale: equal shares are equally long, whatever stands in the others. */
static void
test_scale (void)
{
  const gint64 all[] = { 50, 0, 0 };
  const gint64 half[] = { 25, 0, 25 };
  const KsLikertRow rows[]
    = { make_row ("A1", all, TRUE), make_row ("A1", half, TRUE), make_row ("A1", half, TRUE) };
  const KsMultiplesPanel panels[] = {
    { "1", "Huyện Mẫu A", 50, 60, &rows[0], 1 },
    { "2", "Huyện Mẫu B", 50, 60, &rows[1], 1 },
    { "3", "Huyện Mẫu C", 50, 60, &rows[2], 1 },
  };
  g_autoptr (KsChart) chart = KS_CHART (ks_multiples_chart_new (panels, 3));
  cairo_surface_t *surface = ks_test_draw (chart, 800, KS_PALETTE_LIGHT);

  g_assert_cmpint (find_end (surface, chart, 1), >, find_end (surface, chart, 3) + 20);
  g_assert_cmpint (ABS (find_end (surface, chart, 3) - find_end (surface, chart, 5)), <=, 1);
  g_assert_cmpint (find_end (surface, chart, 1), <, 240);
  cairo_surface_destroy (surface);
}

static void
test_title (void)
{
  const KsLikertRow rows[] = { make_row ("A1", MANY, TRUE), make_row ("A2", NULL, FALSE) };
  const gint64 best[] = { 9, 1, 0 };
  const KsLikertRow other = make_row ("A1", best, TRUE);
  const KsMultiplesPanel panels[] = {
    { "1", "Huyện Mẫu A", 100, 120, rows, 2 },
    { "2", "Huyện Mẫu B", 10, 60, &other, 1 },
    { "3", "Huyện Mẫu C", 3, 60, &rows[1], 1 },
  };
  g_autofree char *title = ks_multiples_dup_title (panels, 3);
  g_autofree char *hidden = ks_multiples_dup_title (&panels[2], 1);

  g_assert_cmpstr (title, ==, "Favourable answers: from 60,00% to 90,00%, side by side");
  g_assert_cmpstr (hidden, ==, "Too few answers to show results");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/multiples/sentences", test_sentences);
  g_test_add_func ("/charts/multiples/moves", test_moves);
  g_test_add_func ("/charts/multiples/places", test_places);
  g_test_add_func ("/charts/multiples/scale", test_scale);
  g_test_add_func ("/charts/multiples/title", test_title);
  return g_test_run ();
}
