/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-district-paper.h"
#include "ks-test-sheets.h"

#define MOST_UNITS 200

typedef struct {
  KsCampaignInfo *info;
  KsDistrictUnit  units[MOST_UNITS];
  KsDistrictPaper paper;
} Fixture;

static void
set_units (Fixture *f, guint n_units)
{
  f->paper.facts.total = (KsPaperDistrict){ .name = "Huyện Mẫu A", .n_units = n_units };
  for (guint i = 0; i < n_units; i++)
    {
      f->units[i] = (KsDistrictUnit){ i % 9 == 4 ? "Thị trấn Nông trường Việt Lâm" : "Xã Mẫu 07",
                                      20 + i % 5, 15 + i % 3, i % 2 == 0, i % 6, i % 8 };
      f->paper.facts.total.staff += f->units[i].staff;
      f->paper.facts.total.answers += f->units[i].answers;
    }
  f->paper.units = f->units;
  f->paper.n_units = n_units;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->info = ks_test_info ();
  f->info->simulated = TRUE;
  f->paper.facts.info = f->info;
  f->paper.facts.organ = "BAN DÂN VẬN";
  f->paper.facts.place = "huyện Mẫu A";
  f->paper.facts.as_of = f->info->from + 15 * 3600;
  f->paper.facts.limit = 80;
  f->paper.name = "Huyện Mẫu A";
  set_units (f, 29);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ks_campaign_info_free (f->info);
}

static GBytes *
make_pdf (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = ks_district_pages_new (&f->paper, &error);

  g_assert_no_error (error);
  return ks_test_pages_dup_pdf (pages);
}

static GStrv
read_pages (Fixture *f)
{
  g_autoptr (GBytes) pdf = make_pdf (f);

  return ks_test_read_pages (pdf);
}

static void
test_text (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) pages = read_pages (f);

  ks_test_assert_says (pages[0], "KẾT QUẢ THAM GIA KHẢO SÁT");
  ks_test_assert_says (pages[0], "các đơn vị thuộc huyện Mẫu A");
  ks_test_assert_says (pages[0], "tính đến 15 giờ 00 ngày 01/4/2024");
  ks_test_assert_says (pages[0], "huyện Mẫu A có 463/636 cán bộ, công chức");
  ks_test_assert_says (pages[1], "Cộng");
  ks_test_assert_says (pages[1], "72,80%");
  ks_test_assert_says (pages[1], "Liên đoàn Lao động huyện Mẫu A quan tâm chỉ đạo");
  ks_test_assert_says (pages[1], "thời gian khảo sát đến hết ngày 01/4/2024./.");
  g_assert_null (strstr (pages[0], "đối chiếu"));
}

/* Every page has the header of the table and the mark; the total never stands alone. */
static void
test_pages (Fixture *f, gconstpointer data)
{
  for (guint n_units = 0; n_units <= MOST_UNITS; n_units += n_units < 60 ? 1 : 35)
    {
      g_auto (GStrv) pages = NULL;
      guint n_pages, n_found = 0;

      set_units (f, n_units);
      pages = read_pages (f);
      n_pages = g_strv_length (pages);
      for (guint i = 0; i < n_pages; i++)
        {
          guint n_here = ks_test_count_words (pages[i], "Xã Mẫu 07") + ks_test_count_words (pages[i], "Thị trấn Nông");

          ks_test_assert_says (pages[i], "SỐ LIỆU MÔ PHỎNG");
          if (n_here > 0 || strstr (pages[i], "Cộng") != NULL)
            ks_test_assert_says (pages[i], "STT");
          if (strstr (pages[i], "Cộng") != NULL)
            g_assert_cmpuint (n_here, >=, MIN (3, n_units));
          n_found += n_here;
        }
      g_assert_cmpuint (n_found, ==, n_units);
    }
}

/* Who adds up the rows must know that some are missing. */
static void
test_checking (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) pages = NULL;
  g_autofree char *text = NULL;

  f->paper.facts.n_checking = 2;
  pages = read_pages (f);
  text = g_strjoinv (" ", pages);
  ks_test_assert_says (text, "Còn 2 đơn vị đang đối chiếu số liệu.");
  ks_test_assert_says (text, "Số cộng gồm cả 2 đơn vị đang đối chiếu số liệu, không nêu trong biểu.");
}

static void
test_province (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) pages = NULL;
  g_autofree char *text = NULL;

  f->paper.name = NULL;
  f->paper.facts.place = "toàn tỉnh";
  f->paper.facts.ended = TRUE;
  pages = read_pages (f);
  text = g_strjoinv (" ", pages);
  ks_test_assert_says (text, "Toàn tỉnh");
  ks_test_assert_says (text, "nay đã kết thúc./.");
  g_assert_null (strstr (text, "huyện"));
}

static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) a = make_pdf (f);
  g_autoptr (GBytes) b = make_pdf (f);

  g_assert_true (g_bytes_equal (a, b));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/district/text", test_text);
  ADD ("/district/pages", test_pages);
  ADD ("/district/checking", test_checking);
  ADD ("/district/province", test_province);
  ADD ("/district/same-bytes", test_same_bytes);
  return g_test_run ();
}
