/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-chart.h"
#include "ks-shares.h"
#include "ks-test-truth.h"

#include <math.h>
#include <string.h>

#define N_QUESTIONS 18
#define FONT        "Noto Sans 11"

static const char *const LEVELS[] = { "Rất tốt", "Tốt", "Khá", "Trung bình", "Chưa tốt", NULL };
static const gboolean GOOD[] = { TRUE, TRUE, FALSE, FALSE, FALSE };

static KsLikertRow
make_row (const char *id, const gint64 *counts, guint n_levels, gint64 dont_know)
{
  return (KsLikertRow) {
    .id = id,
    .label = "Công khai kế hoạch công tác",
    .levels = LEVELS,
    .counts = counts,
    .good = GOOD,
    .n_levels = n_levels,
    .has_dont_know = TRUE,
    .dont_know = dont_know,
    .staff = 100,
    .shown = TRUE,
  };
}

static KsChart *
create_chart (const KsLikertRow *rows, guint n_rows, KsLikertOrder order, double width)
{
  KsChart *chart = KS_CHART (ks_likert_chart_new (rows, n_rows, order));
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  const KsPalette *palette = ks_palette_get (KS_PALETTE_LIGHT);

  ks_chart_lay_out (chart, width, ks_chart_measure_height (chart, width, palette, font), palette,
                    font);
  pango_font_description_free (font);
  return chart;
}

static const KsLikertRow *
find_row (KsTestTruth *truth, const char *id)
{
  for (guint i = 0; i < truth->rows->len; i++)
    if (g_str_equal (g_array_index (truth->rows, KsLikertRow, i).id, id))
      return &g_array_index (truth->rows, KsLikertRow, i);
  g_assert_not_reached ();
}

static void
test_figures (void)
{
  static const struct
  {
    const char *id;
    gint64 good, poor;
  } cases[] = {
    { "A5", 8952, 152 }, { "C1", 8910, 137 }, { "B4", 8934, 217 }, { "D4", 8847, 217 },
    { "B3", 8672, 166 }, { "C2", 8751, 307 },
  };
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();

  g_assert_cmpuint (truth->rows->len, ==, N_QUESTIONS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 levels[KS_MAX_LEVELS], dont_know, good, poor;

      g_assert_true (ks_likert_row_round (find_row (truth, cases[i].id), KS_SHARES_HUNDREDTHS,
                                          levels, &dont_know, &good, &poor));
      g_assert_cmpint (good, ==, cases[i].good);
      g_assert_cmpint (poor, ==, cases[i].poor);
      g_assert_cmpint (good, ==, levels[0] + levels[1]);
    }
  g_assert_cmpint (ks_likert_row_count (find_row (truth, "A5"), &(gint64) { 0 }, &(gint64) { 0 }),
                   ==, 4466);
}

static void
test_sums (void)
{
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();

  for (guint i = 0; i < truth->rows->len; i++)
    {
      const KsLikertRow *row = &g_array_index (truth->rows, KsLikertRow, i);
      gint64 levels[KS_MAX_LEVELS], sum, good, poor;

      ks_likert_row_round (row, KS_SHARES_HUNDREDTHS, levels, &sum, &good, &poor);
      for (guint j = 0; j < row->n_levels; j++)
        sum += levels[j];
      g_assert_cmpint (sum, ==, 10000);
    }
}

/* The lower half of a scale is poor, whatever its length; its middle level is neither. */
static void
test_sides (void)
{
  const gint64 counts[] = { 1, 2, 4, 8, 16 };
  const gint64 poor_of[] = { 0, 0, 2, 4, 12, 24 };

  for (guint n = 2; n <= KS_MAX_LEVELS; n++)
    {
      KsLikertRow row = make_row ("A1", counts, n, 3);
      gint64 good, poor;
      gint64 total = ks_likert_row_count (&row, &good, &poor);

      g_assert_cmpint (total, ==, (1 << n) - 1 + 3);
      g_assert_cmpint (good, ==, 3);
      g_assert_cmpint (poor, ==, poor_of[n]);
    }
}

static void
test_title (void)
{
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();
  KsLikertRow *rows = (KsLikertRow *) (gpointer) truth->rows->data;
  g_autofree char *title = ks_likert_dup_title (rows, N_QUESTIONS);
  g_autofree char *one = ks_likert_dup_title (rows, 1);
  g_autofree char *part = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (title, ==, "All 18 questions have from 86,72% to 89,52% favourable answers");
  g_assert_cmpstr (one, ==, "1 question: 88,51% favourable answers");
  rows[4].shown = FALSE; /* A5, the highest */
  part = ks_likert_dup_title (rows, N_QUESTIONS);
  g_assert_cmpstr (part, ==, "17 of 18 questions have from 86,72% to 89,34% favourable answers");
  none = ks_likert_dup_title (&rows[4], 1);
  g_assert_cmpstr (none, ==, "Too few answers to show results");
}

static void
test_order (void)
{
  static const char *const expected[N_QUESTIONS] = {
    "A5", "C1", "A2", "B4", "D1", "A4", "C3", "D2", "A3",
    "B2", "B5", "D3", "B1", "A1", "D4", "B6", "B3", "C2",
  };
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();
  const KsLikertRow *rows = (const KsLikertRow *) (gpointer) truth->rows->data;
  g_autoptr (KsLikertChart) chart
    = ks_likert_chart_new (rows, N_QUESTIONS, KS_LIKERT_BY_NET_AGREEMENT);
  g_autoptr (KsLikertChart) given = ks_likert_chart_new (rows, N_QUESTIONS, KS_LIKERT_AS_GIVEN);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_assert_cmpstr (rows[ks_likert_chart_get_row_at (chart, i)].id, ==, expected[i]);
      g_assert_cmpuint (ks_likert_chart_get_row_at (given, i), ==, i);
    }
}

/* Equal fractions are ties and keep the form's order; what is not shown stands last. */
static void
test_ties (void)
{
  const gint64 low[] = { 1, 1, 0, 0, 2 };
  const gint64 tie[] = { 3, 1, 1, 0, 1 };
  const gint64 twice[] = { 6, 2, 2, 0, 2 };
  KsLikertRow rows[] = {
    make_row ("A1", NULL, 5, 0), make_row ("A2", low, 5, 0),
    make_row ("A3", twice, 5, 0), make_row ("A4", tie, 5, 0),
  };
  g_autoptr (KsLikertChart) chart = NULL;

  rows[0].shown = FALSE;
  chart = ks_likert_chart_new (rows, 4, KS_LIKERT_BY_NET_AGREEMENT);
  g_assert_cmpuint (ks_likert_chart_get_row_at (chart, 0), ==, 2);
  g_assert_cmpuint (ks_likert_chart_get_row_at (chart, 1), ==, 3);
  g_assert_cmpuint (ks_likert_chart_get_row_at (chart, 2), ==, 1);
  g_assert_cmpuint (ks_likert_chart_get_row_at (chart, 3), ==, 0);
}

/* The segments of a row follow each other without a gap, on one scale for all rows. */
static void
check_segments (KsChart *chart, const KsLikertRow *rows, guint n_rows, double width)
{
  double per_cent = 0;
  guint mark = 0;

  for (guint place = 0; place < n_rows; place++)
    {
      const KsLikertRow *row
        = &rows[ks_likert_chart_get_row_at (KS_LIKERT_CHART (chart), place)];
      gint64 good, poor;
      double n = (double) ks_likert_row_count (row, &good, &poor);
      double sum = 0;
      double next = -1;
      cairo_rectangle_t rect = { 0 };

      mark++;
      for (guint level = row->n_levels; level-- > 0; mark++)
        {
          ks_chart_get_mark_rect (chart, mark, &rect);
          if (next >= 0)
            g_assert_cmpfloat_with_epsilon (rect.x, next, 1e-6);
          next = rect.x + rect.width;
          sum += rect.width;
          if (row->counts[level] == 0)
            g_assert_cmpfloat_with_epsilon (rect.width, 0, 1e-9);
        }
      g_assert_cmpfloat (next, <=, width);
      if (place == 0)
        per_cent = sum / (100 * (n - (double) row->dont_know) / n);
      g_assert_cmpfloat (per_cent, >, 0);
      g_assert_cmpfloat_with_epsilon (sum, per_cent * 100 * (n - (double) row->dont_know) / n,
                                      1e-6);
      ks_chart_get_mark_rect (chart, mark, &rect);
      g_assert_cmpfloat (rect.x, >=, next);
      mark += 3;
    }
  g_assert_cmpuint (mark, ==, ks_chart_get_n_marks (chart));
}

static void
test_segments (void)
{
  static const double widths[] = { 320, 500, 640, 760, 1030, 1600 };
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();
  const KsLikertRow *rows = (const KsLikertRow *) (gpointer) truth->rows->data;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (KsChart) chart
        = create_chart (rows, N_QUESTIONS, KS_LIKERT_BY_NET_AGREEMENT, widths[i]);

      check_segments (chart, rows, N_QUESTIONS, widths[i]);
    }
}

/* The middle level is split at the same line that parts the two sides of every other row. */
static void
test_zero (void)
{
  const gint64 odd[] = { 10, 20, 30, 5, 5 };
  const gint64 even[] = { 10, 20, 30, 40 };
  const KsLikertRow rows[] = { make_row ("A1", odd, 5, 0), make_row ("A2", even, 4, 0) };
  g_autoptr (KsChart) chart = create_chart (rows, 2, KS_LIKERT_AS_GIVEN, 900);
  cairo_rectangle_t middle, poor;

  ks_chart_get_mark_rect (chart, 3, &middle);
  ks_chart_get_mark_rect (chart, 9 + 2, &poor);
  g_assert_cmpfloat_with_epsilon (middle.x + middle.width / 2, poor.x + poor.width, 1e-6);
}

static void
test_hits (void)
{
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();
  g_autoptr (KsChart) chart = create_chart ((const KsLikertRow *) (gpointer) truth->rows->data,
                                            N_QUESTIONS, KS_LIKERT_BY_NET_AGREEMENT, 1030);

  for (guint i = 0; i < ks_chart_get_n_marks (chart); i++)
    {
      cairo_rectangle_t rect;

      ks_chart_get_mark_rect (chart, i, &rect);
      g_assert_cmpint (ks_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2),
                       ==, (int) i);
    }
  g_assert_cmpint (ks_chart_hit (chart, 500, 5), ==, -1);
  g_assert_cmpint (ks_chart_hit (chart, -50, -50), ==, -1);
}

static void
test_sentences (void)
{
  const gint64 counts[] = { 6, 2, 1, 0, 1 };
  KsLikertRow row = make_row ("A2", counts, 5, 2);
  g_autoptr (KsChart) chart = NULL;
  static const char *const expected[] = {
    "A2. Công khai kế hoạch công tác: n = 12, N = 100; left blank: 3",
    "A2. Công khai kế hoạch công tác – Chưa tốt: 1 of 12 answers, 8,33%",
    "A2. Công khai kế hoạch công tác – Trung bình: 0 of 12 answers, 0,00%",
    "A2. Công khai kế hoạch công tác – Khá: 1 of 12 answers, 8,33%",
    "A2. Công khai kế hoạch công tác – Tốt: 2 of 12 answers, 16,67%",
    "A2. Công khai kế hoạch công tác – Rất tốt: 6 of 12 answers, 50,00%",
    "A2. Công khai kế hoạch công tác – Don't know: 2 of 12 answers, 16,67%",
    "A2. Công khai kế hoạch công tác – Favourable: 8 of 12 answers, 66,67%",
    "A2. Công khai kế hoạch công tác – Unfavourable: 1 of 12 answers, 8,33%",
  };

  row.blank = 3;
  chart = create_chart (&row, 1, KS_LIKERT_AS_GIVEN, 800);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, i);

      g_assert_cmpstr (sentence, ==, expected[i]);
    }
}

static GBytes *
paint (const KsLikertRow *row, KsPaletteKind kind)
{
  g_autoptr (KsLikertChart) chart = ks_likert_chart_new (row, 1, KS_LIKERT_AS_GIVEN);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 120);
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes;

  ks_chart_paint (KS_CHART (chart), cr, 800, 120, ks_palette_get (kind), font);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * 120);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  return bytes;
}

/* A row that is not shown looks and reads the same whatever its answers are. */
static void
test_hidden (void)
{
  const gint64 few[] = { 1, 0, 0, 0, 1 };
  const gint64 many[] = { 100, 20, 3, 4, 50 };
  KsLikertRow row = make_row ("A1", few, 5, 1);
  KsLikertRow other = make_row ("A1", many, 5, 70);
  g_autoptr (KsChart) chart = NULL;
  g_autofree char *sentence = NULL;

  row.shown = other.shown = FALSE;
  for (int kind = KS_PALETTE_LIGHT; kind <= KS_PALETTE_PAPER; kind++)
    {
      g_autoptr (GBytes) a = paint (&row, kind);
      g_autoptr (GBytes) b = paint (&other, kind);

      g_assert_true (g_bytes_equal (a, b));
    }
  chart = create_chart (&row, 1, KS_LIKERT_AS_GIVEN, 800);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, 1);
  sentence = ks_chart_dup_mark_sentence (chart, 0);
  g_assert_cmpstr (sentence, ==,
                   "A1. Công khai kế hoạch công tác: too few answers to show results");
}

/* What is shown does show: other answers make another picture. */
static void
test_shown (void)
{
  const gint64 some[] = { 10, 0, 0, 0, 10 };
  const gint64 others[] = { 11, 0, 0, 0, 9 };
  KsLikertRow row = make_row ("A1", some, 5, 1);
  KsLikertRow other = make_row ("A1", others, 5, 1);
  g_autoptr (GBytes) a = paint (&row, KS_PALETTE_LIGHT);
  g_autoptr (GBytes) b = paint (&other, KS_PALETTE_LIGHT);

  g_assert_false (g_bytes_equal (a, b));
}

/* Nobody answered, or there is no row at all. */
static void
test_empty (void)
{
  const gint64 none[] = { 0, 0, 0, 0, 0 };
  KsLikertRow row = make_row ("", none, 5, 0);
  g_autoptr (KsChart) chart = create_chart (&row, 1, KS_LIKERT_BY_NET_AGREEMENT, 700);
  g_autoptr (KsChart) nothing = create_chart (NULL, 0, KS_LIKERT_BY_NET_AGREEMENT, 700);
  g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, 0);
  g_autoptr (GBytes) picture = paint (&row, KS_PALETTE_DARK);

  g_assert_nonnull (picture);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, 1);
  g_assert_cmpstr (sentence, ==, "Công khai kế hoạch công tác: no answers");
  g_assert_cmpuint (ks_chart_get_n_marks (nothing), ==, 0);
  g_assert_cmpint (ks_chart_move (nothing, -1, KS_CHART_RIGHT), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/likert/figures", test_figures);
  g_test_add_func ("/charts/likert/sums", test_sums);
  g_test_add_func ("/charts/likert/sides", test_sides);
  g_test_add_func ("/charts/likert/title", test_title);
  g_test_add_func ("/charts/likert/order", test_order);
  g_test_add_func ("/charts/likert/ties", test_ties);
  g_test_add_func ("/charts/likert/segments", test_segments);
  g_test_add_func ("/charts/likert/zero", test_zero);
  g_test_add_func ("/charts/likert/hits", test_hits);
  g_test_add_func ("/charts/likert/sentences", test_sentences);
  g_test_add_func ("/charts/likert/hidden", test_hidden);
  g_test_add_func ("/charts/likert/shown", test_shown);
  g_test_add_func ("/charts/likert/empty", test_empty);
  return g_test_run ();
}
