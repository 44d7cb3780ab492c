/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-dot-chart.h"
#include "ks-dot-layout.h"
#include "ks-palette.h"
#include "ks-test-charts.h"

#define REFERENCE 0.8847

static const KsDotRow *
get_rows (GArray *rows)
{
  return (const KsDotRow *) (gpointer) rows->data;
}

/* Off the whole only where the whole estimate is; who answered in full is what it is; what is
 * being reconciled lies nowhere. */
static void
test_states (void)
{
  static const KsDotState expected[] = {
    KS_DOT_ABOVE,  KS_DOT_ABOVE,  KS_DOT_WITHIN, KS_DOT_ABOVE,  KS_DOT_WITHIN, KS_DOT_WITHIN,
    KS_DOT_OPEN,   KS_DOT_WITHIN, KS_DOT_WITHIN, KS_DOT_WITHIN, KS_DOT_BELOW,  KS_DOT_BELOW,
    KS_DOT_BELOW,  KS_DOT_BELOW,  KS_DOT_WITHIN, KS_DOT_BELOW,  KS_DOT_BELOW,  KS_DOT_BELOW,
  };
  g_autoptr (GArray) rows = ks_test_dot_rows (G_N_ELEMENTS (expected));

  for (guint i = 0; i < rows->len; i++)
    if (get_rows (rows)[i].shown && get_rows (rows)[i].n > 0)
      g_assert_cmpint (ks_dot_row_get_state (&get_rows (rows)[i], REFERENCE), ==, expected[i]);
  g_assert_cmpint (ks_dot_row_get_state (&get_rows (rows)[0], -1), ==, KS_DOT_WITHIN);
  g_assert_cmpint (ks_dot_row_get_state (&get_rows (rows)[1], get_rows (rows)[1].share), ==,
                   KS_DOT_WITHIN);
}

static void
test_title (void)
{
  g_autoptr (GArray) rows = ks_test_dot_rows (18);
  g_autofree char *title = ks_dot_dup_title (get_rows (rows), 18, REFERENCE);
  g_autofree char *hidden = ks_dot_dup_title (&get_rows (rows)[7], 1, REFERENCE);

  g_assert_cmpstr (title, ==, "5 of 18 units do not clearly differ from the whole (88,47%)");
  g_assert_cmpstr (hidden, ==, "Too few answers to show results");
}

static void
test_sentences (void)
{
  static const struct
  {
    guint mark;
    const char *sentence;
  } cases[] = {
    { 0, "Xã Mẫu 01: 24 of 25 answers favourable, 96,00%; n/N = 25/28; estimate (95%) 92,86% – "
         "96,43%; lowest to highest possible 85,71% – 96,43%; clearly above the whole" },
    { 6, "Xã Mẫu 07: 26 of 29 answers favourable, 89,66%; n/N = 29/25; more answers than staff: "
         "the figures are being reconciled" },
    { 7, "Xã Mẫu 08: too few answers to show results" },
    { 10, "Xã Mẫu 11: 19 of 22 answers favourable, 86,36%; n/N = 22/22; everybody answered; "
          "clearly below the whole" },
    { 14, "Xã Mẫu 15: no answers" },
    { 17, "Xã Mẫu 18: 6 of 9 answers favourable, 66,67%; estimate (95%) 35,42% – 87,94%; clearly "
          "below the whole" },
  };
  g_autoptr (KsChart) chart = ks_test_chart ("dots", 18);

  ks_test_lay_out (chart, 1030, KS_PALETTE_LIGHT);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, 18);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, cases[i].mark);
      cairo_rectangle_t rect;

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
      ks_chart_get_mark_rect (chart, cases[i].mark, &rect);
      g_assert_cmpint (ks_chart_hit (chart, 500, rect.y + rect.height / 2), ==,
                       (int) cases[i].mark);
    }
}

/* A reason of the caller's stands in place of the words that the chart has. */
static void
test_note (void)
{
  const KsDotRow row = { .label = "Xã Mẫu", .shown = FALSE, .note = "một lý do" };
  g_autoptr (KsChart) chart = KS_CHART (ks_dot_chart_new (&row, 1, -1, NULL));
  g_autofree char *sentence = NULL;

  ks_test_lay_out (chart, 600, KS_PALETTE_LIGHT);
  sentence = ks_chart_dup_mark_sentence (chart, 0);
  g_assert_cmpstr (sentence, ==, "Xã Mẫu: một lý do");
}

static void
lay_out (KsDotLayout *layout, const KsDotSeries *series, double width, KsPaletteKind kind)
{
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans 11");
  KsChartContext context;

  ks_chart_context_init (&context, ks_palette_get (kind), font);
  ks_dot_layout_init (layout, series, &context, width, 600);
  pango_font_description_free (font);
}

/* Where room is short the estimate goes first, then what is possible, then the label goes up. */
static void
test_columns (void)
{
  g_autoptr (GArray) rows = ks_test_dot_rows (4);
  const KsDotSeries series = {
    .rows = (KsDotRow *) (gpointer) rows->data,
    .n_rows = rows->len,
    .reference = REFERENCE,
    .reference_label = (char *) "toàn tỉnh 88,47%",
    .count_heading = (char *) "33/33",
    .lowest = 0.76,
    .has_key = { [KS_DOT_KEY_INTERVAL] = TRUE, [KS_DOT_KEY_BOUNDS] = TRUE },
  };
  KsDotLayout layout;

  lay_out (&layout, &series, 1030, KS_PALETTE_LIGHT);
  g_assert_cmpfloat (layout.interval_right, >, layout.count_right);
  g_assert_cmpfloat (layout.bounds_right, >, layout.interval_right);
  g_assert_cmpfloat (layout.scale.from, ==, 50);
  lay_out (&layout, &series, 550, KS_PALETTE_LIGHT);
  g_assert_cmpfloat (layout.interval_right, ==, 0);
  g_assert_cmpfloat (layout.bounds_right, >, layout.count_right);
  lay_out (&layout, &series, 360, KS_PALETTE_LIGHT);
  g_assert_true (layout.narrow);
  g_assert_cmpfloat (layout.bounds_right, ==, 0);
  g_assert_cmpfloat (layout.label_right, <, layout.share_right);
  g_assert_cmpfloat (layout.reference_y, >, layout.header_y);
  lay_out (&layout, &series, 1030, KS_PALETTE_PAPER);
  g_assert_cmpfloat (layout.interval_right, ==, 0);
  g_assert_cmpfloat (layout.bounds_right, >, 0);
}

/* What stands where everybody answered, where too many did and where nothing may be shown. */
static void
test_symbols (void)
{
  static const struct
  {
    guint mark;
    gboolean interval, blue, orange;
  } cases[] = {
    { 0, TRUE, TRUE, FALSE },    { 1, FALSE, TRUE, FALSE },
    { 6, FALSE, FALSE, FALSE }, { 10, FALSE, FALSE, TRUE },
    { 13, TRUE, FALSE, TRUE },   { 17, TRUE, FALSE, TRUE },
  };
  g_autoptr (KsChart) chart = ks_test_chart ("dots", 18);
  cairo_surface_t *surface = ks_test_draw (chart, 1030, KS_PALETTE_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_rectangle_t rect;

      ks_chart_get_mark_rect (chart, cases[i].mark, &rect);
      g_assert_cmpint (ks_test_count_pixels (surface, &rect, 0x62a0ea) > 20, ==, cases[i].interval);
      g_assert_cmpint (ks_test_count_pixels (surface, &rect, 0x15509a) > 20, ==, cases[i].blue);
      g_assert_cmpint (ks_test_count_pixels (surface, &rect, 0xc64600) > 20, ==, cases[i].orange);
    }
  cairo_surface_destroy (surface);
}

/* The heading of many rows stays above what is seen of them, and covers what is behind it. */
static void
test_scrolled (void)
{
  g_autoptr (KsChart) many = ks_test_chart ("dots", 209);
  g_autoptr (KsChart) few = ks_test_chart ("dots", 18);
  double heading;

  ks_test_lay_out (few, 1030, KS_PALETTE_LIGHT);
  g_assert_cmpfloat (ks_chart_get_heading_height (few), ==, 0);
  ks_chart_set_offset (many, 2000);
  ks_test_lay_out (many, 1030, KS_PALETTE_LIGHT);
  heading = ks_chart_get_heading_height (many);
  g_assert_cmpfloat (heading, >, 40);
  g_assert_cmpint (ks_chart_hit (many, 500, 2000 + heading / 2), ==, -1);
  g_assert_cmpint (ks_chart_hit (many, 500, 2000 + heading + 30), >, 70);
}

/* A triangle points where the estimate lies: it is wider at its other end. */
static void
test_triangles (void)
{
  g_autoptr (KsChart) chart = ks_test_chart ("dots", 18);
  cairo_surface_t *surface = ks_test_draw (chart, 1030, KS_PALETTE_LIGHT);
  static const struct
  {
    guint mark;
    guint32 colour;
    gboolean up;
  } cases[] = { { 1, 0x15509a, TRUE }, { 10, 0xc64600, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_rectangle_t upper, lower;

      ks_chart_get_mark_rect (chart, cases[i].mark, &upper);
      upper.height /= 2;
      lower = upper;
      lower.y += upper.height;
      g_assert_cmpint (ks_test_count_pixels (surface, &upper, cases[i].colour)
                         < ks_test_count_pixels (surface, &lower, cases[i].colour),
                       ==, cases[i].up);
    }
  cairo_surface_destroy (surface);
}

/* On paper there is neither an estimate nor a form that rests on one. */
static void
test_paper (void)
{
  g_autoptr (KsChart) chart = ks_test_chart ("dots", 18);
  cairo_surface_t *surface = ks_test_draw (chart, 700, KS_PALETTE_PAPER);

  /* The edges of letters alone are grey. */
  g_assert_cmpuint (ks_test_count_pixels (surface, NULL, 0x6f6f6f), <, 200);
  g_assert_cmpuint (ks_test_count_pixels (surface, NULL, 0x000000), >, 500);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/dots/states", test_states);
  g_test_add_func ("/charts/dots/title", test_title);
  g_test_add_func ("/charts/dots/sentences", test_sentences);
  g_test_add_func ("/charts/dots/note", test_note);
  g_test_add_func ("/charts/dots/columns", test_columns);
  g_test_add_func ("/charts/dots/symbols", test_symbols);
  g_test_add_func ("/charts/dots/scrolled", test_scrolled);
  g_test_add_func ("/charts/dots/triangles", test_triangles);
  g_test_add_func ("/charts/dots/paper", test_paper);
  return g_test_run ();
}
