/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ks-number.h"

static void
check_figure (char *figure, const char *wanted)
{
  g_assert_cmpstr (figure, ==, wanted);
  g_free (figure);
}

static void
test_count (void)
{
  check_figure (ks_format_count (0), "0");
  check_figure (ks_format_count (999), "999");
  check_figure (ks_format_count (4466), "4.466");
  check_figure (ks_format_count (1000000), "1.000.000");
  check_figure (ks_format_count (-1234), "-1.234");
  check_figure (ks_format_count (G_MAXINT64), "9.223.372.036.854.775.807");
  check_figure (ks_format_count (G_MININT64), "-9.223.372.036.854.775.808");
}

static void
test_percent (void)
{
  check_figure (ks_format_percent (4466, 4990), "89,50%");
  check_figure (ks_format_percent (0, 7), "0,00%");
  check_figure (ks_format_percent (7, 7), "100,00%");
  check_figure (ks_format_percent (9, 7), "128,57%");
  check_figure (ks_format_percent (0, 0), "–");
  check_figure (ks_format_percent (12345, 100), "12.345,00%");
  /* Exactly half a hundredth rounds up; a hair less does not. */
  check_figure (ks_format_percent (1, 20000), "0,01%");
  check_figure (ks_format_percent (1, 20001), "0,00%");
  check_figure (ks_format_percent (333, 16000), "2,08%");
  check_figure (ks_format_percent (100000000000000, 100000000000001), "100,00%");
}

/* Against the same rounding by long division, digit by digit. */
static void
test_percent_is_exact (void)
{
  for (int whole = 1; whole <= 300; whole++)
    for (int part = 0; part <= whole; part++)
      {
        int thousandths = part * 100000 / whole;
        int hundredths = thousandths / 10 + (thousandths % 10 >= 5 ? 1 : 0);
        g_autofree char *wanted
            = g_strdup_printf ("%d,%02d%%", hundredths / 100, hundredths % 100);

        check_figure (ks_format_percent (part, whole), wanted);
      }
}

static void
test_decimal (void)
{
  check_figure (ks_format_decimal (97.142857, 2), "97,14");
  check_figure (ks_format_decimal (2.675, 2), "2,68");
  check_figure (ks_format_decimal (1.005, 2), "1,01");
  check_figure (ks_format_decimal (0.125, 2), "0,13");
  check_figure (ks_format_decimal (-0.125, 2), "-0,13");
  check_figure (ks_format_decimal (-0.001, 2), "0,00");
  check_figure (ks_format_decimal (1234.5, 0), "1.235");
  check_figure (ks_format_decimal (9.995, 1), "10,0");
  check_figure (ks_format_decimal (NAN, 2), "–");
  check_figure (ks_format_decimal (INFINITY, 2), "–");
  check_figure (ks_format_decimal (1e30, 2), "–");
}

static void
test_short (void)
{
  double value = 7;

  check_figure (ks_format_short (20, 2), "20");
  check_figure (ks_format_short (12.5, 2), "12,5");
  check_figure (ks_format_short (12.25, 2), "12,25");
  check_figure (ks_format_short (8.3, 2), "8,3");
  check_figure (ks_format_short (17.06, 1), "17,1");
  check_figure (ks_format_short (19.96, 1), "20");
  check_figure (ks_format_short (1200, 2), "1.200");
  check_figure (ks_format_short (100, 0), "100");
  check_figure (ks_format_short (NAN, 2), "–");
  for (const char *const *text
       = (const char *const[]){ "", " ", "nhiều", "8;5", "8,5 điểm", "nan", "inf", "1,2,3", NULL };
       *text != NULL; text++)
    g_assert_false (ks_read_decimal (*text, &value));
  g_assert_cmpfloat (value, ==, 7);
  g_assert_true (ks_read_decimal (" 8,5 ", &value));
  g_assert_cmpfloat (value, ==, 8.5);
  g_assert_true (ks_read_decimal ("8.25", &value));
  g_assert_cmpfloat (value, ==, 8.25);
}

static void
test_share (void)
{
  check_figure (ks_format_share (0.9735, 2), "97,35%");
  check_figure (ks_format_share (0.081, 1), "8,1%");
  check_figure (ks_format_share (NAN, 1), "–");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/count", test_count);
  g_test_add_func ("/number/percent", test_percent);
  g_test_add_func ("/number/percent-is-exact", test_percent_is_exact);
  g_test_add_func ("/number/decimal", test_decimal);
  g_test_add_func ("/number/short", test_short);
  g_test_add_func ("/number/share", test_share);
  return g_test_run ();
}
