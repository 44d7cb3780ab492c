/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-symbol.h"

#include <math.h>

#include "ks-qr-error.h"

static char *
make_text (guint length)
{
  return g_strnfill (length, 'x');
}

/* What the printed samples say: 140 bytes take version 8 at level M and version 10 at level Q. */
static void
test_versions (void)
{
  g_autofree char *text = make_text (140);
  g_autoptr (KsSymbol) list = ks_symbol_new (text, KS_SYMBOL_LEVEL_M, NULL);
  g_autoptr (KsSymbol) wall = ks_symbol_new (text, KS_SYMBOL_LEVEL_Q, NULL);

  g_assert_cmpuint (ks_symbol_get_version (list), ==, 8);
  g_assert_cmpuint (ks_symbol_get_n_modules (list), ==, 49);
  g_assert_cmpuint (ks_symbol_get_version (wall), ==, 10);
  g_assert_cmpuint (ks_symbol_get_n_modules (wall), ==, 57);
}

/* The table of capacities agrees with the library on both sides of every step up to version 14. */
static void
test_capacity (void)
{
  static const guint steps_m[] = { 14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362 };
  static const guint steps_q[] = { 11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258 };

  for (guint i = 0; i < G_N_ELEMENTS (steps_m); i++)
    for (guint over = 0; over <= 1; over++)
      {
        g_autofree char *text_m = make_text (steps_m[i] + over);
        g_autofree char *text_q = make_text (steps_q[i] + over);
        g_autoptr (KsSymbol) m = ks_symbol_new (text_m, KS_SYMBOL_LEVEL_M, NULL);
        g_autoptr (KsSymbol) q = ks_symbol_new (text_q, KS_SYMBOL_LEVEL_Q, NULL);

        g_assert_cmpuint (ks_symbol_get_version (m), ==, i + 1 + over);
        g_assert_cmpuint (ks_symbol_get_version (q), ==, i + 1 + over);
        g_assert_cmpuint (ks_symbol_count_modules (steps_m[i] + over, KS_SYMBOL_LEVEL_M), ==,
                          ks_symbol_get_n_modules (m));
        g_assert_cmpuint (ks_symbol_count_modules (steps_q[i] + over, KS_SYMBOL_LEVEL_Q), ==,
                          ks_symbol_get_n_modules (q));
      }
}

static void
test_limits (void)
{
  for (guint level = KS_SYMBOL_LEVEL_M; level <= KS_SYMBOL_LEVEL_Q; level++)
    {
      guint most = ks_symbol_get_max_bytes (level);
      g_autofree char *longest = make_text (most);
      g_autofree char *longer = make_text (most + 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (KsSymbol) symbol = ks_symbol_new (longest, level, NULL);

      g_assert_cmpuint (ks_symbol_get_version (symbol), ==, 40);
      g_assert_null (ks_symbol_new (longer, level, &error));
      g_assert_error (error, KS_QR_ERROR, KS_QR_ERROR_TEXT);
      g_assert_cmpuint (ks_symbol_count_modules (most + 1, level), ==, 0);
    }
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_symbol_new ("", KS_SYMBOL_LEVEL_M, &error));
  g_assert_error (error, KS_QR_ERROR, KS_QR_ERROR_TEXT);
}

/* A finder pattern in three corners, none in the fourth. */
static gboolean
has_finder (const KsSymbol *symbol, guint row, guint column)
{
  for (guint i = 0; i < 7; i++)
    for (guint k = 0; k < 7; k++)
      {
        guint ring = MIN (MIN (i, 6 - i), MIN (k, 6 - k));

        if (ks_symbol_is_dark (symbol, row + i, column + k) != (ring != 1))
          return FALSE;
      }
  return TRUE;
}

static void
test_modules (void)
{
  g_autoptr (KsSymbol) symbol
      = ks_symbol_new ("https://example.org/f?u=07210-5M5RYJ", KS_SYMBOL_LEVEL_M, NULL);
  guint last = ks_symbol_get_n_modules (symbol) - 7;

  g_assert_true (has_finder (symbol, 0, 0));
  g_assert_true (has_finder (symbol, 0, last));
  g_assert_true (has_finder (symbol, last, 0));
  g_assert_false (has_finder (symbol, last, last));
}

static void
test_fit (void)
{
  /* Room enough: as wanted. */
  g_assert_cmpfloat_with_epsilon (ks_symbol_fit (49, 28, 32.6), 28, 1e-9);
  /* Version 3 has larger modules: it shrinks until four of them are free on every side. */
  g_assert_cmpfloat_with_epsilon (ks_symbol_fit (29, 28, 32.6), 32.6 * 29 / 37, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/symbol/versions", test_versions);
  g_test_add_func ("/symbol/capacity", test_capacity);
  g_test_add_func ("/symbol/limits", test_limits);
  g_test_add_func ("/symbol/empty", test_empty);
  g_test_add_func ("/symbol/modules", test_modules);
  g_test_add_func ("/symbol/fit", test_fit);
  return g_test_run ();
}
