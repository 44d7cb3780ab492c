/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-brief-paper.h"
#include "ks-kind.h"
#include "ks-number.h"
#include "ks-test-sheets.h"

#define MOST_DISTRICTS 700
#define MOST_NAMED 12

/* The longest names of the country's 705 districts, and one longer than any. */
static const char *const longest[] = {
  "Thành phố Phan Rang-Tháp Chàm", "Thành phố Buôn Ma Thuột", "Thành phố Điện Biên Phủ",
  "Huyện Dương Minh Châu", "Thành phố Tuyên Quang", "Thành phố Thái Nguyên",
  "Thành phố Thủ Dầu Một", "Thành phố Phan Thiết", "Thành phố Long Khánh",
  "Huyện Nghĩa Hưng Nghĩa Phương Nghĩa Hùng",
};

static const char *const recipients[]
    = { "- Thường trực Tỉnh ủy (để báo cáo),", "- Ban Chỉ đạo thực hiện QCDC tỉnh,",
        "- Ban Chỉ đạo các huyện, thị xã, thành phố,", "- Lưu Ban Dân vận Tỉnh ủy.", NULL };
static const char *const signature[] = { "K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", NULL };

typedef struct {
  KsCampaignInfo  *info;
  KsPaperDistrict  districts[MOST_DISTRICTS];
  const char      *unanswered[MOST_NAMED + 1];
  KsBrief          brief;
} Fixture;

/* Districts with figures of their own, and their sum. */
static void
set_districts (Fixture *f, guint n_districts)
{
  f->brief.facts.total = (KsPaperDistrict){ .name = "Toàn tỉnh" };
  for (guint i = 0; i < n_districts; i++)
    {
      KsPaperDistrict *row = &f->districts[i];

      *row = (KsPaperDistrict){ longest[i % G_N_ELEMENTS (longest)], 16 + i % 7, 400 + i,
                                301 + i, 4 + i % 3, FALSE };
      f->brief.facts.total.n_units += row->n_units;
      f->brief.facts.total.staff += row->staff;
      f->brief.facts.total.answers += row->answers;
      f->brief.facts.total.n_marked += row->n_marked;
    }
  f->brief.districts = f->districts;
  f->brief.n_districts = n_districts;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->info = ks_test_info ();
  f->brief.facts.info = f->info;
  f->brief.facts.place = "toàn tỉnh";
  f->brief.facts.organ = "BAN DÂN VẬN";
  f->brief.facts.number = "Số\xE2\x80\x83\xE2\x80\x83-BC/BDVTU";
  f->brief.closing = (KsPaperClosing){ recipients, signature };
  f->brief.facts.as_of = f->info->from + 15 * 3600;
  f->brief.facts.limit = 80;
  f->brief.facts.n_checking = 7;
  set_districts (f, 10);
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
  g_autoptr (KsPages) pages = ks_brief_pages_new (&f->brief, &error);

  g_assert_no_error (error);
  return ks_test_pages_dup_pdf (pages);
}

/* The text of the only page, its lines joined. */
static char *
read_paper (Fixture *f)
{
  g_autoptr (GBytes) pdf = make_pdf (f);
  g_auto (GStrv) pages = ks_test_read_pages (pdf);

  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  return g_strdup (pages[0]);
}

static void
assert_keeps (const char *text, const char *unwanted)
{
  if (strstr (text, unwanted) != NULL)
    g_error ("“%s” is in: %s", unwanted, text);
}

static void
test_text (Fixture *f, gconstpointer data)
{
  g_autofree char *text = read_paper (f);

  ks_test_assert_says (text, "BAN DÂN VẬN");
  ks_test_assert_says (text, "-BC/BDVTU");
  ks_test_assert_says (text, "Bắc Giang, ngày 01 tháng 4 năm 2024");
  ks_test_assert_says (text, "(Số liệu sơ bộ, tính đến 15 giờ 00 ngày 01/4/2024)");
  ks_test_assert_says (text, "toàn tỉnh có 3.055/4.045 cán bộ, công chức thuộc diện khảo sát");
  ks_test_assert_says (text, "đạt 75,53%");
  ks_test_assert_says (text, "184/184 đơn vị đã có phiếu; 49 đơn vị có tỷ lệ tham gia dưới 80%.");
  ks_test_assert_says (text, "Còn 7 đơn vị đang đối chiếu số liệu.");
  ks_test_assert_says (text, "thời gian khảo sát đến hết ngày 01/4/2024./.");
  ks_test_assert_says (text, "Nơi nhận:");
  ks_test_assert_says (text, "PHÓ TRƯỞNG BAN");
  for (guint i = 0; i < 9; i++)
    ks_test_assert_says (text, longest[i]);
  assert_keeps (text, "MÔ PHỎNG");
  assert_keeps (text, "gia hạn");
  assert_keeps (text, "chưa có phiếu");
}

/* Everything that can make it long at once; more districts than a page holds leave their total. */
static void
test_one_page (Fixture *f, gconstpointer data)
{
  static const guint numbers[] = { 0, 1, 10, 12, 15, 30, 60, MOST_DISTRICTS };

  f->info->simulated = TRUE;
  f->info->first_to = f->info->to - 3600;
  f->brief.unanswered = f->unanswered;
  for (guint i = 0; i < MOST_NAMED; i++)
    f->unanswered[i] = "thị trấn Nông trường Việt Lâm (huyện Nghĩa Hưng Nghĩa Phương Nghĩa Hùng)";
  f->brief.facts.n_unanswered = MOST_NAMED;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *staff = NULL;

      set_districts (f, numbers[i]);
      f->districts[0].reconciling = TRUE;
      text = read_paper (f);
      staff = ks_format_count (f->brief.facts.total.staff);
      ks_test_assert_says (text, staff);
      ks_test_assert_says (text, "Toàn tỉnh");
      ks_test_assert_says (text, "PHÓ TRƯỞNG BAN");
      if (numbers[i] > 0 && numbers[i] <= 15)
        ks_test_assert_says (text, "Phan Rang-Tháp Chàm");
      if (numbers[i] == MOST_DISTRICTS)
        ks_test_assert_says (text, "nêu tổng số của 700 huyện, thị xã, thành phố.");
    }
}

static void
test_unanswered (Fixture *f, gconstpointer data)
{
  g_autofree char *named = NULL;
  g_autofree char *some = NULL;
  g_autofree char *number = NULL;

  f->unanswered[0] = "xã Mẫu 01 (huyện Mẫu A)";
  f->unanswered[1] = "xã Mẫu 02 (huyện Mẫu B)";
  f->brief.unanswered = f->unanswered;
  f->brief.facts.n_unanswered = 2;
  named = read_paper (f);
  ks_test_assert_says (named, "182/184 đơn vị đã có phiếu");
  ks_test_assert_says (named, "Đơn vị chưa có phiếu: xã Mẫu 01 (huyện Mẫu A), xã Mẫu 02 (huyện Mẫu B).");
  f->brief.facts.n_unanswered = 3;
  some = read_paper (f);
  ks_test_assert_says (some, "Còn 3 đơn vị chưa có phiếu, trong đó có xã Mẫu 01");
  f->brief.unanswered = NULL;
  number = read_paper (f);
  ks_test_assert_says (number, "Còn 3 đơn vị chưa có phiếu.");
}

/* At eight o'clock nothing is in and no limit holds. */
static void
test_nothing_yet (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  f->brief.facts.as_of = KS_MOMENT_NONE;
  f->brief.facts.limit = 0;
  f->brief.facts.n_checking = 0;
  f->brief.facts.total.answers = 0;
  f->brief.facts.n_unanswered = (guint) f->brief.facts.total.n_units;
  text = read_paper (f);
  ks_test_assert_says (text, "Chưa nhận được phiếu nào; toàn tỉnh có 4.045 cán bộ, công chức");
  ks_test_assert_says (text, "0/184 đơn vị đã có phiếu. Còn 184 đơn vị chưa có phiếu.");
  ks_test_assert_says (text, "Bắc Giang, ngày 01 tháng 4 năm 2024");
  assert_keeps (text, "dưới 0%");
  assert_keeps (text, "đối chiếu");
  assert_keeps (text, "tính đến");
}

static void
test_end (Fixture *f, gconstpointer data)
{
  g_autofree char *extended = NULL;
  g_autofree char *ended = NULL;

  f->info->first_to = f->info->to;
  f->info->to += 12 * 3600;
  extended = read_paper (f);
  ks_test_assert_says (extended, "thời gian khảo sát được gia hạn đến 12 giờ 00 ngày 02/4/2024./.");
  f->brief.facts.ended = TRUE;
  ended = read_paper (f);
  ks_test_assert_says (ended, "được gia hạn đến 12 giờ 00 ngày 02/4/2024, nay đã kết thúc./.");
  assert_keeps (ended, "đôn đốc");
}

/* A province with more answers than staff shows no rate. */
static void
test_reconciling (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  f->brief.facts.total.answers = f->brief.facts.total.staff + 1;
  text = read_paper (f);
  ks_test_assert_says (text, "đang đối chiếu");
  assert_keeps (text, "100,0");
}

static void
test_simulated (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  const char *mark;

  f->info->simulated = TRUE;
  text = read_paper (f);
  mark = strstr (text, "SỐ LIỆU MÔ PHỎNG");
  g_assert_nonnull (mark);
  /* The watermark is outlines: only the tag is text. */
  g_assert_null (strstr (mark + 1, "SỐ LIỆU MÔ PHỎNG"));
}

static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) a = make_pdf (f);
  g_autoptr (GBytes) b = make_pdf (f);

  g_assert_true (g_bytes_equal (a, b));
}

/* Where the office sits stands in the name of the body above it. */
static void
test_place (void)
{
  static const char *const places[][2] = {
    { "TỈNH ỦY BẮC GIANG", "Bắc Giang, ngày 01 tháng 4 năm 2024" },
    { "TỈNH ỦY BÀ RỊA - VŨNG TÀU", "Bà Rịa - Vũng Tàu, ngày 01 tháng 4 năm 2024" },
    { "Thành ủy Đà Nẵng", "Đà Nẵng, ngày 01 tháng 4 năm 2024" },
    { "BAN BÍ THƯ", "……………, ngày 01 tháng 4 năm 2024" },
    { NULL, "……………, ngày 01 tháng 4 năm 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text
          = ks_paper_dup_place_date (places[i][0], ks_moment_from_civil (2024, 4, 1, 8, 0, 0));

      g_assert_cmpstr (text, ==, places[i][1]);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/brief/text", test_text);
  ADD ("/brief/one-page", test_one_page);
  ADD ("/brief/unanswered", test_unanswered);
  ADD ("/brief/nothing-yet", test_nothing_yet);
  ADD ("/brief/end", test_end);
  ADD ("/brief/reconciling", test_reconciling);
  ADD ("/brief/simulated", test_simulated);
  ADD ("/brief/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/place", test_place);
  return g_test_run ();
}
