/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-finding.h"

static char *
say_identical (double share)
{
  KsFinding finding = { .kind = KS_FINDING_IDENTICAL, .unit = (char *) "", .numbers = { 6 },
                        .share = share };

  return ks_finding_dup_statement (&finding, "Xã Mẫu 01");
}

/* A limit that is rounded is rounded up: of half a million sheets it is next to nothing, not nothing. */
static void
test_limit (void)
{
  static const struct {
    double      share;
    const char *said;
  } cases[] = { { 0.000006, "0,1%" }, { 0.00067, "0,1%" }, { 0.001, "0,1%" }, { 0.0011, "0,2%" },
                { 0.01, "1,0%" },     { 0, "0,0%" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = say_identical (cases[i].share);
      g_autofree char *expected
          = g_strdup_printf ("6 sheets of Xã Mẫu 01 have exactly the same answers, more than is "
                             "usual in other units (at most %s).",
                             cases[i].said);

      g_assert_cmpstr (sentence, ==, expected);
    }
}

static void
test_straight (void)
{
  KsFinding finding = { .kind = KS_FINDING_STRAIGHT, .unit = (char *) "90001",
                        .numbers = { 12, 20 }, .share = 0.07126 };
  g_autofree char *sentence = ks_finding_dup_sentence (&finding, NULL);

  g_assert_cmpstr (sentence, ==,
                   "12 of 20 sheets of 90001 choose the same level for every question; all units "
                   "together: 7,13%. This is a sign to check, not a conclusion.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding/limit", test_limit);
  g_test_add_func ("/finding/straight", test_straight);
  return g_test_run ();
}
