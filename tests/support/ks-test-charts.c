/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-charts.h"

#include "ks-interval.h"

#include <string.h>

#define FONT      "Noto Sans 11"
#define REFERENCE 0.8847
/* The longest of the country's units, and a long one of a district. */
#define LONGEST "Thị trấn Nông trường Liên Sơn Phong Thổ Mường Nhé"

static const struct
{
  gint64 x, n, population;
} units[] = {
  { 24, 25, 28 }, { 31, 33, 33 }, { 19, 20, 25 }, { 16, 17, 18 }, { 18, 19, 25 },
  { 14, 15, 18 }, { 26, 29, 25 }, { 3, 4, 21 },   { 14, 16, 24 }, { 20, 23, 29 },
  { 19, 22, 22 }, { 24, 28, 28 }, { 29, 34, 38 }, { 19, 24, 29 }, { 0, 0, 12 },
  { 16, 20, 21 }, { 19, 24, 24 }, { 6, 9, 0 },
};

static const char *
make_label (guint index)
{
  g_autofree char *name = g_strdup_printf ("Xã Mẫu %02u", index + 1);

  return g_intern_string (index % 18 == 8 ? LONGEST : name);
}

/**
 * ks_test_dot_rows:
 * @n_rows: number of rows
 *
 * Returns: (transfer full) (element-type KsDotRow): units with few answers, all, too many, none
 */
GArray *
ks_test_dot_rows (guint n_rows)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (KsDotRow));

  for (guint i = 0; i < n_rows; i++)
    {
      gint64 x = units[i % G_N_ELEMENTS (units)].x;
      gint64 n = units[i % G_N_ELEMENTS (units)].n;
      gint64 population = units[i % G_N_ELEMENTS (units)].population;
      KsDotRow row = {
        .id = "90001",
        .label = make_label (i),
        .x = x,
        .n = n,
        .population = population,
        .share = n > 0 ? (double) x / (double) n : 0,
        .shown = n == 0 || n >= 5,
        .complete = n == population,
        .over = population > 0 && n > population,
      };

      row.has_interval = ks_share_interval (x, n, population, &row.low, &row.high);
      ks_share_bounds (x, n, population, &row.bound_low, &row.bound_high);
      g_array_append_val (rows, row);
    }
  return rows;
}

static const KsHeatColumn columns[] = {
  { "A1", "A. Công khai", "Phổ biến chủ trương" }, { "A2", "A. Công khai", NULL },
  { "A3", "A. Công khai", NULL },                  { "A4", "A. Công khai", NULL },
  { "A5", "A. Công khai", NULL },                  { "B1", "B. Bàn, quyết định, ý kiến", NULL },
  { "B2", "B. Bàn, quyết định, ý kiến", NULL },    { "B3", "B. Bàn, quyết định, ý kiến", NULL },
  { "B4", "B. Bàn, quyết định, ý kiến", NULL },    { "B5", "B. Bàn, quyết định, ý kiến", NULL },
  { "B6", "B. Bàn, quyết định, ý kiến", NULL },    { "C1", "C. Giám sát", NULL },
  { "C2", "C. Giám sát", NULL },                   { "C3", "C. Giám sát", NULL },
  { "D1", "D. Người đứng đầu", NULL },             { "D2", "D. Người đứng đầu", NULL },
  { "D3", "D. Người đứng đầu", NULL },             { "D4", "D. Người đứng đầu", NULL },
  { "E1", "E. Chung", NULL },                      { "E2", "E. Chung", NULL },
};

/* The first row is the whole, every twentieth a district, the third of which is open. */
static void
fill_heat_row (KsHeatRow *row, gint64 *shares, guint index)
{
  *row = (KsHeatRow) {
    .id = "90001",
    .label = index == 0 ? "Toàn tỉnh" : make_label (index - 1),
    .n = index == 0 ? 4466 : 20 + index * 7 % 23,
    .population = index == 0 ? 4990 : 40,
    .level = index == 0 ? KS_HEAT_PROVINCE : index % 20 == 1 ? KS_HEAT_DISTRICT : KS_HEAT_UNIT,
    .expandable = index % 20 == 1,
    .expanded = index % 40 == 1,
    .hundredths = shares,
    .mean = 8720 + index * 37 % 800,
  };
  row->over = row->n > row->population;
  for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
    {
      gint64 spread = row->level == KS_HEAT_UNIT ? 4200 : 900;

      shares[k] = (row->level == KS_HEAT_UNIT ? 10000 : 9300)
                  - (gint64) (index * 2654435761u + k * 40503u * 2657u) / 7 % spread;
      if (index % 9 == 6 && k % 7 == 3)
        shares[k] = KS_HEAT_NONE;
    }
  if (index % 18 != 5)
    return;
  row->n = 4;
  row->mean = KS_HEAT_NONE;
  for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
    shares[k] = KS_HEAT_NONE;
}

static KsChart *
create_heat (guint n_rows)
{
  g_autofree KsHeatRow *rows = g_new0 (KsHeatRow, n_rows + 1);
  g_autofree gint64 *shares = g_new0 (gint64, (n_rows + 1) * G_N_ELEMENTS (columns));

  for (guint i = 0; i < n_rows; i++)
    fill_heat_row (&rows[i], &shares[i * G_N_ELEMENTS (columns)], i);
  return KS_CHART (ks_heat_chart_new (columns, G_N_ELEMENTS (columns), rows, n_rows));
}

static KsChart *
create_dots (guint n_rows)
{
  g_autoptr (GArray) rows = ks_test_dot_rows (n_rows);

  return KS_CHART (ks_dot_chart_new ((const KsDotRow *) (gpointer) rows->data, n_rows, REFERENCE,
                                     "toàn tỉnh"));
}

static KsChart *
create_funnel (guint n_rows)
{
  g_autofree KsFunnelRow *rows = g_new0 (KsFunnelRow, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    {
      gint64 staff = 14 + (i * 7919 + i / 50) % 31 + (i % 23 == 4 ? 40 : 0);
      gint64 missing = (i * 104729 >> 3) % MAX (staff / 4, 1);

      rows[i] = (KsFunnelRow) { .id = "90001", .label = make_label (i), .answers = staff - missing,
                                .staff = staff };
      if (i % 29 == 3)
        rows[i].answers = staff + 3;
      if (i % 31 == 5)
        rows[i].answers = staff / 2;
    }
  return KS_CHART (ks_funnel_chart_new (rows, n_rows, 0.895, "toàn tỉnh"));
}

static KsChart *
create_profile (guint n_rows)
{
  static const KsProfileNames names = { "Xã Mẫu 51", "Huyện Mẫu B", "toàn tỉnh" };
  g_autofree KsProfileRow *rows = g_new0 (KsProfileRow, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = (KsProfileRow) {
      .id = columns[i % G_N_ELEMENTS (columns)].id,
      .label = i % 7 == 2 ? "Xử lý kiến nghị sau kiểm tra, giám sát của Ban Thanh tra nhân dân ở xã"
                          : "Phổ biến chủ trương, chính sách",
      .unit = i % 6 == 3 ? KS_PROFILE_NONE : 7100 + i * 611 % 2700,
      .district = i % 12 == 3 ? KS_PROFILE_NONE : 8600 + i * 97 % 600,
      .province = i % 12 == 3 ? KS_PROFILE_NONE : 8672 + i * 31 % 280,
    };
  return KS_CHART (ks_profile_chart_new (rows, n_rows, &names));
}

static void
fill_likert_row (KsLikertRow *row, gint64 *counts, guint index)
{
  static const char *const levels[] = { "Rất tốt", "Tốt", "Khá", "Trung bình", "Chưa tốt", NULL };
  static const gboolean good[] = { TRUE, TRUE, FALSE, FALSE, FALSE };

  for (guint k = 0; k < KS_MAX_LEVELS; k++)
    counts[k] = (gint64[]) { 240, 100, 34, 8, 6 }[k] + (index * 37 + k * 11) % 17;
  *row = (KsLikertRow) {
    .id = columns[index % G_N_ELEMENTS (columns)].id,
    .label = "Lấy ý kiến vào kế hoạch",
    .levels = levels,
    .counts = counts,
    .good = good,
    .n_levels = KS_MAX_LEVELS,
    .has_dont_know = TRUE,
    .dont_know = 3,
    .staff = 430,
    .shown = index % 11 != 7,
  };
}

static KsChart *
create_panels (guint n_panels, guint n_questions)
{
  guint n = n_panels * n_questions + 1;
  g_autofree KsMultiplesPanel *panels = g_new0 (KsMultiplesPanel, n_panels + 1);
  g_autofree KsLikertRow *rows = g_new0 (KsLikertRow, n);
  g_autofree gint64 *counts = g_new0 (gint64, n * KS_MAX_LEVELS);

  for (guint i = 0; i + 1 < n; i++)
    fill_likert_row (&rows[i], &counts[i * KS_MAX_LEVELS], i);
  for (guint i = 0; i < n_panels; i++)
    {
      panels[i] = (KsMultiplesPanel) { "01", make_label (i), 385 + i, 430,
                                       &rows[i * n_questions], n_questions };
      for (guint k = 0; i % 9 == 5 && k < n_questions; k++)
        rows[i * n_questions + k].shown = FALSE;
    }
  return KS_CHART (ks_multiples_chart_new (panels, n_panels));
}

static KsChart *
create_multiples (guint n_panels)
{
  return create_panels (n_panels, 6);
}

static KsChart *
create_multiples_of_one (guint n_panels)
{
  return create_panels (n_panels, 1);
}

static KsChart *
create_likert (guint n_rows)
{
  g_autofree KsLikertRow *rows = g_new0 (KsLikertRow, n_rows + 1);
  g_autofree gint64 *counts = g_new0 (gint64, (n_rows + 1) * KS_MAX_LEVELS);

  for (guint i = 0; i < n_rows; i++)
    fill_likert_row (&rows[i], &counts[i * KS_MAX_LEVELS], i);
  return KS_CHART (ks_likert_chart_new (rows, n_rows, KS_LIKERT_BY_NET_AGREEMENT));
}

static KsChart *
create_participation (guint n_rows)
{
  g_autofree KsParticipationRow *rows = g_new0 (KsParticipationRow, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = (KsParticipationRow) { .id = "90001", .label = make_label (i),
                                     .answers = 20 + i * 7 % 29, .staff = i % 8 == 6 ? 0 : 44 };
  return KS_CHART (ks_participation_chart_new (rows, n_rows));
}

static KsChart *
create_hours (guint n_rows)
{
  g_autofree gint64 *counts = g_new0 (gint64, n_rows + 1);
  KsHours hours = { .first = ks_moment_from_civil (2024, 4, 1, 7, 0, 0), .counts = counts,
                    .n_hours = n_rows, .staff = 4990 };

  for (guint i = 0; i + 3 < n_rows; i++)
    counts[i] = i % 5 == 4 ? -1 : (gint64) i * 131 % 400;
  hours.as_of = n_rows > 3 ? hours.first + (n_rows - 3) * 3600 : KS_MOMENT_NONE;
  return KS_CHART (ks_hours_chart_new (&hours, 92));
}

static const struct
{
  const char *kind;
  KsChart *(*create) (guint n_rows);
} kinds[] = {
  { "likert", create_likert },
  { "participation", create_participation },
  { "hours", create_hours },
  { "dots", create_dots },
  { "heat", create_heat },
  { "funnel", create_funnel },
  { "profile", create_profile },
  { "multiples", create_multiples },
  { "multiples-of-one", create_multiples_of_one },
};

/**
 * ks_test_chart_kind:
 * @index: a number from 0
 *
 * Returns: (nullable): the kind of that number, %NULL behind the last
 */
const char *
ks_test_chart_kind (guint index)
{
  return index < G_N_ELEMENTS (kinds) ? kinds[index].kind : NULL;
}

/**
 * ks_test_chart:
 * @kind: one of ks_test_chart_kind()
 * @n_rows: number of rows
 *
 * Returns: (transfer full): a chart of made-up rows
 */
KsChart *
ks_test_chart (const char *kind, guint n_rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return kinds[i].create (n_rows);
  g_assert_not_reached ();
}

/* Lays a chart out at the height that suits its width. */
void
ks_test_lay_out (KsChart *chart, double width, KsPaletteKind kind)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  const KsPalette *palette = ks_palette_get (kind);

  ks_chart_lay_out (chart, width, ks_chart_measure_height (chart, width, palette, font), palette,
                    font);
  pango_font_description_free (font);
}

/* The picture of a chart at the height that suits its width. */
cairo_surface_t *
ks_test_draw (KsChart *chart, double width, KsPaletteKind kind)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  const KsPalette *palette = ks_palette_get (kind);
  double height = ks_chart_measure_height (chart, width, palette, font);
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);

  ks_colour_set (&palette->card, cr);
  cairo_paint (cr);
  ks_chart_paint (chart, cr, width, height, palette, font);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pango_font_description_free (font);
  return surface;
}

/* Pixels of exactly one colour; @rect: %NULL for the whole picture. */
guint
ks_test_count_pixels (cairo_surface_t *surface, const cairo_rectangle_t *rect, guint32 colour)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int left = rect != NULL ? MAX ((int) rect->x, 0) : 0;
  int top = rect != NULL ? MAX ((int) rect->y, 0) : 0;
  guint n = 0;

  if (rect != NULL)
    {
      width = MIN (width, (int) (rect->x + rect->width));
      height = MIN (height, (int) (rect->y + rect->height));
    }
  for (int y = top; y < height; y++)
    for (int x = left; x < width; x++)
      {
        guint32 pixel;

        memcpy (&pixel,
                cairo_image_surface_get_data (surface)
                  + y * cairo_image_surface_get_stride (surface) + 4 * x,
                sizeof pixel);
        n += (pixel & 0xffffff) == colour;
      }
  return n;
}

/* The picture of a chart as it paints itself into a surface without bounds. */
void
ks_test_measure_ink (KsChart *chart, double width, double height, KsPaletteKind kind,
                     cairo_rectangle_t *ink)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  cairo_surface_t *surface
    = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ks_chart_paint (chart, cr, width, height, ks_palette_get (kind), font);
  cairo_recording_surface_ink_extents (surface, &ink->x, &ink->y, &ink->width, &ink->height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
}

void
ks_test_check_bounds (KsChart *chart, double width, KsPaletteKind kind)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  double height = ks_chart_measure_height (chart, width, ks_palette_get (kind), font);
  cairo_rectangle_t ink;

  ks_test_measure_ink (chart, width, height, kind, &ink);
  g_assert_cmpfloat (ink.x, >=, -1.5);
  g_assert_cmpfloat (ink.x + ink.width, <=, width + 1.5);
  g_assert_cmpfloat (ink.y, >=, -1.5);
  g_assert_cmpfloat (ink.y + ink.height, <=, height + 1.5);
  for (guint i = 0; i < ks_chart_get_n_marks (chart); i++)
    {
      cairo_rectangle_t rect;

      ks_chart_get_mark_rect (chart, i, &rect);
      g_assert_cmpfloat (rect.x, >=, -0.01);
      g_assert_cmpfloat (rect.x + rect.width, <=, width + 0.01);
      g_assert_cmpfloat (rect.y, >=, 0);
      g_assert_cmpfloat (rect.y + rect.height, <=, height + 0.01);
    }
  pango_font_description_free (font);
}
