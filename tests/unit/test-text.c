/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-text.h"

typedef struct {
  const char *given;
  const char *wanted;
} Pair;

static void
check_pairs (char *(*function) (const char *), const Pair *pairs, gsize n_pairs)
{
  for (gsize i = 0; i < n_pairs; i++)
    {
      g_autofree char *result = function (pairs[i].given);
      g_autofree char *again = function (result);

      g_assert_cmpstr (result, ==, pairs[i].wanted);
      g_assert_cmpstr (again, ==, result);
    }
}

static void
test_nfc (void)
{
  static const Pair pairs[] = {
    { "", "" },
    { "plain\ttext\n", "plain\ttext\n" },
    { "Ba\xcc\x86\xcc\x81" "c", "Bắc" },
    { "e\xcc\x82\xcc\xa3", "ệ" },
    { "e\xcc\xa3\xcc\x82", "ệ" },
    { "\xc3\x90\xc3\xb0 \xc6\x89\xc9\x96 Đđ", "Đđ Đđ Đđ" },
    { "a\xc2\xa0" "b\xe2\x80\xaf" "c\xe3\x80\x80" "d", "a b c d" },
    { "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80" },
  };

  check_pairs (ks_text_nfc, pairs, G_N_ELEMENTS (pairs));
}

static void
test_nfc_survives_bad_bytes (void)
{
  g_autofree char *result = ks_text_nfc ("a\xff\xc3");

  g_assert_true (g_utf8_validate (result, -1, NULL));
  g_assert_true (g_str_has_prefix (result, "a"));
}

static void
test_clean (void)
{
  static const Pair pairs[] = {
    { "", "" },
    { " \t\xc2\xa0\n", "" },
    { "  Xã\r\n\tTân\xc2\xa0\xc2\xa0Tiến  ", "Xã Tân Tiến" },
    { "\xef\xbb\xbfTên\xe2\x80\x8b đơn\xc2\xad vị\x07", "Tên đơn vị" },
    { "a \x01 b", "a b" },
  };

  check_pairs (ks_text_clean, pairs, G_N_ELEMENTS (pairs));
}

static void
test_fold (void)
{
  static const Pair pairs[] = {
    { "Bắc Giang", "bac giang" },
    { "BẮC GIANG", "bac giang" },
    { "Ba\xcc\x86\xcc\x81" "c Giang", "bac giang" },
    { "hòa", "hoa" },
    { "hoà", "hoa" },
    { "\xc3\x90" "ồng Sơn", "dong son" },
    { "Đông  Sơn ", "dong son" },
    { "ƯƠNG ươ ỹ Ỵ", "uong uo y y" },
    { "Phường IV", "phuong iv" },
    { "07201", "07201" },
  };

  check_pairs (ks_text_fold, pairs, G_N_ELEMENTS (pairs));
}

/* A character alone and beside one that no table knows: both ways must say the same. */
static void
test_fold_characters (void)
{
  for (gunichar c = 1; c < 0x3000; c++)
    {
      g_autoptr (GString) text = g_string_new ("A ");
      g_autofree char *alone = NULL;
      g_autofree char *beside = NULL;

      if (c >= 0xd800 && c < 0xe000)
        continue;
      g_string_append_unichar (text, c);
      g_string_append (text, "Z ");
      alone = ks_text_fold (text->str);
      g_string_append (text, "Ω");
      beside = ks_text_fold (text->str);
      g_string_truncate (text, 0);
      g_string_append_printf (text, "%s ω", alone);
      g_assert_cmpstr (beside, ==, text->str);
    }
}

/* Half a character ends the text for nobody. */
static void
test_fold_broken (void)
{
  static const char *const broken[] = { "\xe1", "a\xe1\xba", "\xc4", "\xff", "\xf0\x9f\x98" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *folded = ks_text_fold (broken[i]);

      g_assert_true (g_utf8_validate (folded, -1, NULL));
    }
}

static const char *const in_order[] = {
  "An",   "Ân",   "Ba",    "Bả",   "Da Mai", "Đa Mai", "Đồng Sơn", "E",   "Ê",   "Ma",
  "Mà",   "Mả",   "Mã",    "Má",   "Mạ",     "O",      "Ô",        "Ơ",   "U",   "Ư",
  "Vôi",  "Xã Kép", "Yên", "Yên Sơn",
};

static int
get_sign (int value)
{
  return (value > 0) - (value < 0);
}

static void
test_compare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (in_order); j++)
      {
        g_autofree char *a = ks_text_sort_key (in_order[i]);
        g_autofree char *b = ks_text_sort_key (in_order[j]);
        int wanted = get_sign ((int) i - (int) j);

        g_assert_cmpint (get_sign (ks_text_compare (in_order[i], in_order[j])), ==, wanted);
        g_assert_cmpint (get_sign (strcmp (a, b)), ==, wanted);
      }
  g_assert_cmpint (ks_text_compare ("Ba\xcc\x86\xcc\x81" "c", "Bắc"), ==, 0);
}

/* Keys of any length, across that of the usual room. */
static void
test_long_sort_key (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *shorter = ks_text_sort_key (text->str);
      g_autofree char *longer = NULL;
      g_autofree char *other = NULL;
      g_autofree char *changed = NULL;

      g_string_append (text, i % 3 == 0 ? "汉" : "Ệ");
      longer = ks_text_sort_key (text->str);
      g_assert_cmpint (strcmp (shorter, longer), <, 0);
      changed = g_strconcat (text->str, "\xcc\x81", NULL);
      other = ks_text_sort_key (changed);
      g_assert_cmpint (strcmp (longer, other), <, 0);
    }
}

static gpointer
sort_in_thread_cb (gpointer data)
{
  for (int round = 0; round < 2000; round++)
    for (guint i = 1; i < G_N_ELEMENTS (in_order); i++)
      if (ks_text_compare (in_order[i - 1], in_order[i]) >= 0)
        return GINT_TO_POINTER (1);
  return NULL;
}

static void
test_compare_in_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("sort", sort_in_thread_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_null (g_thread_join (threads[i]));
}

static void
check_invalid (const char *data, gsize length, gsize wanted_line)
{
  gsize line = 0;

  g_assert_false (ks_text_is_valid (data, length, &line));
  g_assert_cmpuint (line, ==, wanted_line);
}

static void
test_is_valid (void)
{
  g_assert_true (ks_text_is_valid (NULL, 0, NULL));
  g_assert_true (ks_text_is_valid ("Bắc\n", strlen ("Bắc\n"), NULL));
  check_invalid ("\xff", 1, 1);
  check_invalid ("a\nb\n\xc3", 5, 3);
  check_invalid ("a\r\nb\r\xc0\xaf", 7, 3);
  check_invalid ("a\n\0b", 4, 2);
  check_invalid ("\xed\xa0\x80", 3, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/nfc", test_nfc);
  g_test_add_func ("/text/nfc-survives-bad-bytes", test_nfc_survives_bad_bytes);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-characters", test_fold_characters);
  g_test_add_func ("/text/fold-broken", test_fold_broken);
  g_test_add_func ("/text/compare", test_compare);
  g_test_add_func ("/text/long-sort-key", test_long_sort_key);
  g_test_add_func ("/text/compare-in-threads", test_compare_in_threads);
  g_test_add_func ("/text/is-valid", test_is_valid);
  return g_test_run ();
}
