/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-scale-row.h"
#include "ks-shares.h"

#define N_OPTIONS 5

/* A form that counts from the worst level, with "không biết" in the middle. */
static KsOption options[N_OPTIONS] = {
  { .label = (char *) "Kém", .value = 1, .has_value = TRUE, .poor = TRUE },
  { .label = (char *) "Không biết" },
  { .label = (char *) "Trung bình", .value = 2, .has_value = TRUE },
  { .label = (char *) "Khá", .value = 3, .has_value = TRUE, .good = TRUE },
  { .label = (char *) "Tốt", .value = 4, .has_value = TRUE, .good = TRUE },
};

static void
assert_alike (const gint64 *counts)
{
  KsQuestion question = { .id = (char *) "A1", .short_text = (char *) "Một câu", .ordinal = TRUE,
                          .options = options, .n_options = N_OPTIONS };
  KsQuestionResult result = { .question = &question, .counts = (gint64 *) counts,
                              .dont_know = counts[1], .shown = TRUE, .levels_shown = TRUE };
  KsScaleRow row;
  gint64 levels[KS_MAX_LEVELS], dont_know, good, poor, shares[N_OPTIONS];

  g_assert_true (ks_scale_row_fill (&row, &result));
  g_assert_cmpint (ks_scale_round_options (&result, shares), ==,
                   ks_likert_row_round (&row.row, KS_SHARES_HUNDREDTHS, levels, &dont_know, &good,
                                        &poor));
  g_assert_cmpint (shares[0], ==, levels[3]);
  g_assert_cmpint (shares[1], ==, dont_know);
  g_assert_cmpint (shares[2], ==, levels[2]);
  g_assert_cmpint (shares[3], ==, levels[1]);
  g_assert_cmpint (shares[4], ==, levels[0]);
}

/* Equal remainders: the better level is rounded up in the table as in the chart. */
static void
test_ties (void)
{
  const gint64 counts[] = { 1, 0, 0, 1, 1 };
  const gint64 nobody[N_OPTIONS] = { 0 };

  assert_alike (counts);
  assert_alike (nobody);
}

static void
test_many (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      gint64 counts[N_OPTIONS];

      for (guint k = 0; k < N_OPTIONS; k++)
        counts[k] = g_test_rand_int_range (0, i % 2 ? 12 : 2000);
      assert_alike (counts);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale-row/ties", test_ties);
  g_test_add_func ("/scale-row/many", test_many);
  return g_test_run ();
}
