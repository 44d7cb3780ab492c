/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-token.h"

#include <string.h>

#define ID "PKS01-2024"

/* The key of the design's example; every figure below was computed outside of this program. */
static const guint8 key[] = "khaosat-demo-key-not-for-real-us";
static const char *const codes[] = { "07201", "07210", "07318", "07630" };

static void
test_make (void)
{
  g_autofree char *token = ks_token_make (key, ID, "07210");
  g_autofree char *other = ks_token_make (key, ID, "07201");
  g_autofree char *elsewhere = ks_token_make (key, "PKS02-2024", "07210");

  g_assert_cmpstr (token, ==, "07210-5M5RYJ");
  g_assert_cmpstr (other, ==, "07201-940EFX");
  g_assert_cmpstr (elsewhere, !=, token);
}

static void
test_crockford (void)
{
  g_autofree char *zero = ks_crockford_encode (0, 6);
  g_autofree char *most = ks_crockford_encode (0x3FFFFFFF, 6);
  g_autofree char *mixed = ks_crockford_encode (31 << 5 | 10, 2);

  g_assert_cmpstr (zero, ==, "000000");
  g_assert_cmpstr (most, ==, "ZZZZZZ");
  g_assert_cmpstr (mixed, ==, "ZA");
}

/* As people and spreadsheets write 07210-5M5RYJ. */
static const char *const same[] = {
  "07210-5M5RYJ",       "07210-5m5ryj",      " 07210 - 5M5 RYJ ",
  "072105M5RYJ",        "7210-5M5RYJ",       "72105M5RYJ",
  "O721O-5M5RYJ",       "072I0-5M5RYJ",      "o72l0-5m5ryj",
  "07210\xE2\x80\x93" "5M5RYJ",              "07210\xC2\xA0" "5M5RYJ",
  "\xEF\xBB\xBF" "07210-5M5RYJ",             "07210\xC2\xAD-5M5RYJ",
};

/* Well formed, but the tag of nothing. */
static const char *const edited[] = {
  "07210-5M5RYK", "07211-5M5RYJ", "07201-5M5RYJ", "7201-5M5RYJ", "07210-000000",
};

/* No token at all. */
static const char *const others[] = {
  "", " ", "test", "07210", "7201", "5M5RYJ", "07210-5M5RYJ0", "007210-5M5RYJ",
  "0721A-5M5RYJ", "07210-5M5RYU", "07210/5M5RYJ", "Phường Hoàng Văn Thụ", "07210-5M5RY\xFF",
  "00000000000000000000000000000000000000",
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *code = NULL;

      g_assert_cmpint (ks_token_read (key, ID, same[i], &code), ==, KS_TOKEN_OK);
      g_assert_cmpstr (code, ==, "07210");
    }
  for (guint i = 0; i < G_N_ELEMENTS (edited); i++)
    {
      g_autofree char *code = NULL;

      g_assert_cmpint (ks_token_read (key, ID, edited[i], &code), ==, KS_TOKEN_MISMATCH);
      g_assert_nonnull (code);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *code = NULL;

      g_assert_cmpint (ks_token_read (key, ID, others[i], &code), ==, KS_TOKEN_NOT_A_TOKEN);
      g_assert_null (code);
    }
}

static void
test_table (void)
{
  g_autoptr (KsTokenTable) table = ks_token_table_new (key, ID, codes, G_N_ELEMENTS (codes));
  guint index = 99;

  g_assert_cmpuint (ks_token_table_get_n_codes (table), ==, 4);
  g_assert_cmpstr (ks_token_table_get_token (table, 1), ==, "07210-5M5RYJ");
  for (guint i = 0; i < G_N_ELEMENTS (same); i++, index = 99)
    {
      g_assert_cmpint (ks_token_table_read (table, same[i], &index), ==, KS_TOKEN_OK);
      g_assert_cmpuint (index, ==, 1);
    }
  g_assert_cmpint (ks_token_table_read (table, "07201-5M5RYJ", &index), ==, KS_TOKEN_MISMATCH);
  g_assert_cmpuint (index, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpint (ks_token_table_read (table, others[i], &index), ==, KS_TOKEN_NOT_A_TOKEN);
}

/* A unit that the registry does not have is unknown, whatever its tag. */
static void
test_table_unknown (void)
{
  g_autoptr (KsTokenTable) table = ks_token_table_new (key, ID, codes, G_N_ELEMENTS (codes));
  g_autofree char *token = ks_token_make (key, ID, "99999");
  guint index;

  g_assert_cmpint (ks_token_table_read (table, token, &index), ==, KS_TOKEN_NOT_A_TOKEN);
  g_assert_cmpint (ks_token_table_read (table, "99999-000000", &index), ==, KS_TOKEN_NOT_A_TOKEN);
}

/* Half a million answers are read while a file is imported. */
static void
test_speed (void)
{
  g_autoptr (KsTokenTable) table = ks_token_table_new (key, ID, codes, G_N_ELEMENTS (codes));
  gint64 start = g_get_monotonic_time ();
  guint index;

  for (guint i = 0; i < 500000; i++)
    g_assert_cmpint (ks_token_table_read (table, "07210-5M5RYJ", &index), ==, KS_TOKEN_OK);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token/make", test_make);
  g_test_add_func ("/token/crockford", test_crockford);
  g_test_add_func ("/token/read", test_read);
  g_test_add_func ("/token/table", test_table);
  g_test_add_func ("/token/table-unknown", test_table_unknown);
  g_test_add_func ("/token/speed", test_speed);
  return g_test_run ();
}
