/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-counts.h"

static void
test_compare (void)
{
  const struct
  {
    gint64 staff, reported, answers;
    KsCounts counts;
  } cases[] = {
    { 20, 18, 18, KS_COUNTS_AGREE },        { 20, 18, 20, KS_COUNTS_AGREE },
    { 20, 16, 19, KS_COUNTS_APART },        { 20, 20, 17, KS_COUNTS_APART },
    { 50, 45, 40, KS_COUNTS_AGREE },        { 50, 46, 40, KS_COUNTS_APART },
    { 20, 21, 20, KS_COUNTS_REPORT_OVER },  { 20, 1, 0, KS_COUNTS_NONE_RECEIVED },
    { 20, 0, 0, KS_COUNTS_AGREE },          { 20, 0, 3, KS_COUNTS_APART },
    { 20, 19, 21, KS_COUNTS_OVER_STAFF },   { 20, -1, 21, KS_COUNTS_OVER_STAFF },
    { 20, -1, 0, KS_COUNTS_NOT_REPORTED },  { 0, 9, 5, KS_COUNTS_AGREE },
    { 0, -1, 5, KS_COUNTS_NOT_REPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KsCounts counts
          = ks_counts_compare (cases[i].staff, cases[i].reported, cases[i].answers);

      g_assert_cmpint (counts, ==, cases[i].counts);
      g_assert_cmpint (ks_counts_contradict (counts), ==,
                       counts != KS_COUNTS_AGREE && counts != KS_COUNTS_NOT_REPORTED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/counts/compare", test_compare);
  return g_test_run ();
}
