/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-day-table.h"
#include "ks-pages-private.h"
#include "ks-test-sheets.h"

#define WIDTH 1240

typedef struct {
  KsCampaignInfo *info;
  KsDayTableRow   rows[200];
  KsDayTable      table;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->info = ks_test_info ();
  f->table = (KsDayTable){ .info = f->info, .place = "Huyện Sơn Động", .rows = f->rows,
                           .as_of = "Số liệu tính đến 15 giờ 00 ngày 01/4/2024", .n_rows = 29,
                           .total = { "Cộng", 600, 400, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (f->rows); i++)
    f->rows[i] = (KsDayTableRow){ "Xã Đông Sơn", 20, 15, FALSE };
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ks_campaign_info_free (f->info);
}

static KsPages *
lay_out (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  KsPages *pages = ks_day_table_pages_new (&f->table, &error);

  g_assert_no_error (error);
  return pages;
}

static GBytes *
make_picture (KsPages *pages, guint index)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ks_pages_dup_picture (pages, index, KS_FORMAT_PNG, &error);

  g_assert_no_error (error);
  return bytes;
}

typedef struct {
  const guint8 *data;
  gsize         left;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode (GBytes *bytes)
{
  Source source;
  cairo_surface_t *surface;

  source.data = g_bytes_get_data (bytes, &source.left);
  surface = cairo_image_surface_create_from_png_stream (read_cb, &source);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, WIDTH);
  return surface;
}

/* How many of the pixels of a column are dark; of a line between cells all are. */
static double
measure_dark (cairo_surface_t *surface, int x, int from, int to)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface), n = 0;

  for (int y = from; y < to; y++)
    n += pixels[y * stride + x * 4] < 0xE0;
  return (double) n / (to - from);
}

/* Nothing stands outside the margins, and the lines between the cells run through. */
static void
check_frame (cairo_surface_t *surface, int top)
{
  int height = cairo_image_surface_get_height (surface);

  for (int x = 0; x < 66; x++)
    {
      g_assert_cmpfloat (measure_dark (surface, x, 0, height), ==, 0);
      g_assert_cmpfloat (measure_dark (surface, WIDTH - 1 - x, 0, height), ==, 0);
    }
  g_assert_cmpfloat (measure_dark (surface, 914, top + 2, height - 160), ==, 1);
}

static int
measure_height (KsPages *pages, guint index)
{
  g_autoptr (GBytes) picture = make_picture (pages, index);
  cairo_surface_t *surface = decode (picture);
  int height = cairo_image_surface_get_height (surface);

  cairo_surface_destroy (surface);
  return height;
}

static void
test_district (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (f);
  g_autoptr (KsPages) again = lay_out (f);
  g_autoptr (GBytes) picture = make_picture (pages, 0);
  g_autoptr (GBytes) second = make_picture (again, 0);
  cairo_surface_t *surface = decode (picture);

  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 1);
  g_assert_true (g_bytes_equal (picture, second));
  check_frame (surface, 392);
  cairo_surface_destroy (surface);
}

static void
test_one_unit_without_answers (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (GBytes) picture = NULL;
  cairo_surface_t *surface;

  f->table.n_rows = 1;
  f->rows[0].answers = 0;
  f->table.total = (KsDayTableRow){ "Cộng", 20, 0, FALSE };
  pages = lay_out (f);
  picture = make_picture (pages, 0);
  surface = decode (picture);
  check_frame (surface, 392);
  cairo_surface_destroy (surface);
}

/* Long names make their rows and the head higher, and stay within their cells. */
static void
test_long_names (Fixture *f, gconstpointer data)
{
  static const char long_name[]
      = "Thị trấn Nông trường Việt Lâm và Hưng Khánh Trung A mở rộng về phía Đông Nam";
  g_autoptr (KsPages) usual = lay_out (f);
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (GBytes) picture = NULL;
  cairo_surface_t *surface;

  for (guint i = 0; i < 29; i++)
    f->rows[i].name = long_name;
  f->rows[3].checking = TRUE;
  f->table.place = "Thành phố Phan Rang - Tháp Chàm và các vùng phụ cận của tỉnh";
  f->table.extended = "Thời gian khảo sát (gia hạn) đến 17 giờ 30 ngày 02/4/2024";
  pages = lay_out (f);
  g_assert_cmpint (measure_height (pages, 0), >=, measure_height (usual, 0) + 29 * 40 + 66 + 44);
  picture = make_picture (pages, 0);
  surface = decode (picture);
  check_frame (surface, 392 + 66 + 44);
  cairo_surface_destroy (surface);
}

/* No message shows a picture of hundreds of lines: they stand on several, as many on each. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = NULL;

  f->table.n_rows = 200;
  pages = lay_out (f);
  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (measure_height (pages, i), <, 4000);
}

static KsFolio *
lay_out_page (Fixture *f)
{
  g_autoptr (KsPages) pages = lay_out (f);

  return ks_pages_lay_out (pages, 0);
}

static gboolean
says (KsFolio *page, const char *text)
{
  KsStyle style;
  double x, y;

  return ks_folio_find_text (page, text, &style, &x, &y);
}

/* Who is not named has no number and no rate, and the foot tells only how many they are. */
static void
test_checking (Fixture *f, gconstpointer data)
{
  g_autoptr (KsFolio) page = NULL;

  f->table.n_rows = 1;
  f->rows[0] = (KsDayTableRow){ "Xã Đồng Sơn", 20, 15, FALSE };
  f->table.rest = (KsDayTableRow){ "1 đơn vị khác", 20, 19, TRUE };
  f->table.n_checking = 1;
  page = lay_out_page (f);
  g_assert_true (says (page, "1 đơn vị khác"));
  g_assert_false (says (page, "2"));
  g_assert_true (says (page, "đang đối chiếu"));
  g_assert_false (says (page, "95,00%"));
  g_assert_true (says (page, "75,00%"));
  g_assert_true (says (page, "Còn 1 đơn vị đang đối chiếu số liệu."));
  g_assert_false (says (page, "SỐ LIỆU MÔ PHỎNG"));
}

static void
test_simulated (Fixture *f, gconstpointer data)
{
  g_autoptr (KsFolio) page = NULL;

  f->info->simulated = TRUE;
  page = lay_out_page (f);
  g_assert_true (says (page, "SỐ LIỆU MÔ PHỎNG"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/day-table/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("district", test_district);
  ADD ("one-unit-without-answers", test_one_unit_without_answers);
  ADD ("long-names", test_long_names);
  ADD ("many", test_many);
  ADD ("checking", test_checking);
  ADD ("simulated", test_simulated);
  return g_test_run ();
}
