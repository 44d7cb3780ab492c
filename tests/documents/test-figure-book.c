/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-book.h"

static void
test_formats (void)
{
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  const KsFigure *figure;

  ks_figure_book_add_count (book, "counted", 4466, "Đã nhận 4.487 phiếu.\nKhông tính 21 phiếu.");
  ks_figure_book_add_share (book, "rate", 4466, 4990, "4.466 : 4.990");
  ks_figure_book_add_percent (book, "level", 1235, "làm tròn để hàng cộng đủ 100,00%");
  ks_figure_book_add_decimal (book, "mean", -2.675, 2, "điểm trung bình");
  ks_figure_book_add_words (book, "bounds", "62,96% – 88,89%", "mọi người chưa gửi phiếu");
  g_assert_cmpuint (ks_figure_book_get_size (book), ==, 5);

  figure = ks_figure_book_lookup (book, "counted");
  g_assert_cmpstr (figure->text, ==, "4.466");
  g_assert_cmpfloat (figure->value, ==, 4466);
  g_assert_cmpint (figure->format, ==, KS_FIGURE_COUNT);
  g_assert_cmpstr (figure->account, ==, "Đã nhận 4.487 phiếu.\nKhông tính 21 phiếu.");
  figure = ks_figure_book_lookup (book, "rate");
  g_assert_cmpstr (figure->text, ==, "89,50%");
  g_assert_cmpfloat_with_epsilon (figure->value, 0.894990, 1e-6);
  g_assert_cmpstr (ks_figure_book_lookup (book, "level")->text, ==, "12,35%");
  figure = ks_figure_book_lookup (book, "mean");
  g_assert_cmpstr (figure->text, ==, "-2,68");
  g_assert_cmpuint (figure->decimals, ==, 2);
  g_assert_cmpint (ks_figure_book_lookup (book, "bounds")->format, ==, KS_FIGURE_WORDS);
  g_assert_null (ks_figure_book_lookup (book, "nothing"));
}

/* A workbook must not compute with the share of nothing. */
static void
test_share_of_nothing (void)
{
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();

  ks_figure_book_add_share (book, "rate", 0, 0, "chưa có số cán bộ, công chức");
  g_assert_cmpstr (ks_figure_book_lookup (book, "rate")->text, ==, "–");
  g_assert_cmpint (ks_figure_book_lookup (book, "rate")->format, ==, KS_FIGURE_WORDS);
}

static void
test_twice (void)
{
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();

  ks_figure_book_add_count (book, "counted", 1, "một");
  ks_figure_book_add_count (book, "counted", 1, "một");
  g_assert_cmpuint (ks_figure_book_get_size (book), ==, 1);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*counted is 1 already and cannot be 2*");
  ks_figure_book_add_count (book, "counted", 2, "hai");
  g_test_assert_expected_messages ();
  g_assert_cmpstr (ks_figure_book_lookup (book, "counted")->text, ==, "1");
}

static void
test_no_account (void)
{
  static const char *const ids[] = { "", "a b", "a}b", "{a", "=a" };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*account*");
  ks_figure_book_add_count (book, "counted", 1, "");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_id*");
      ks_figure_book_add_count (book, ids[i], 1, "một");
    }
  g_test_assert_expected_messages ();
  g_assert_cmpuint (ks_figure_book_get_size (book), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-book/formats", test_formats);
  g_test_add_func ("/figure-book/share-of-nothing", test_share_of_nothing);
  g_test_add_func ("/figure-book/twice", test_twice);
  g_test_add_func ("/figure-book/no-account", test_no_account);
  return g_test_run ();
}
