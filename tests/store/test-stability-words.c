/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-shortlist-stability.h"

#define N_DRAWS 100

/* The headline of a list with these ranks, whose first unit stays in @n_stays of 100 draws. */
static char *
say (const guint *ranks, guint n, guint top, guint32 n_stays)
{
  g_autofree KsCandidate *candidates = g_new0 (KsCandidate, n);
  g_autofree guint32 *counts = g_new (guint32, n * KS_N_WEIGHT_FAMILIES * KS_STABILITY_RANKS);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  KsCriteria criteria = { .blind = TRUE };
  KsShortlist shortlist = { .criteria = &criteria, .candidates = list };
  KsStability stability = { .n_draws = N_DRAWS, .n_candidates = n, .counts = counts };

  for (guint i = 0; i < n * KS_N_WEIGHT_FAMILIES * KS_STABILITY_RANKS; i++)
    counts[i] = i < KS_STABILITY_RANKS ? n_stays : N_DRAWS;
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Unit %u", i + 1));
      candidates[i] = (KsCandidate){ .blind_name = names->pdata[i], .rank = ranks[i] };
      g_ptr_array_add (list, &candidates[i]);
    }
  return ks_stability_dup_sentence (&stability, &shortlist, top);
}

static void
test_clear (void)
{
  const guint ranks[] = { 1, 2, 3, 4, 5 };
  g_autofree char *text = say (ranks, G_N_ELEMENTS (ranks), 3, 97);

  g_assert_cmpstr (text, ==,
                   "Points changed by up to 20%: at least 97 times of 100, each of the 3 units stays "
                   "among the first 3");
}

/* Who is equal at the cut, and for how many of them there is a place. */
static void
test_equal (void)
{
  const guint few[] = { 1, 2, 2, 2, 5 };
  const guint many[] = { 1, 1, 1, 1, 1, 1, 1, 0 };
  g_autofree char *one = say (few, G_N_ELEMENTS (few), 3, 91);
  g_autofree char *two = say (many, G_N_ELEMENTS (many), 3, 97);
  g_autofree char *half = say (few, G_N_ELEMENTS (few), 4, 99);

  g_assert_cmpstr (one, ==,
                   "Unit 2, Unit 3, Unit 4 are equal at place 2, where 2 places are left among the "
                   "first 3. Points changed by up to 20%: each of the 4 units stays within places 1 to 3 "
                   "at least 91 times of 100");
  g_assert_cmpstr (two, ==,
                   "Unit 1, Unit 2, Unit 3 and 4 other units are equal at place 1, where 3 places are "
                   "left among the first 3. Points changed by up to 20%: each of the 7 units stays within "
                   "places 1 to 3 at least 97 times of 100");
  g_assert_nonnull (g_strrstr (half, "each of the 4 units stays among the first 4"));
}

/* A small campaign: nobody can fall off the list. */
static void
test_few (void)
{
  const guint ranks[] = { 1, 2, 0 };
  g_autofree char *one = say (ranks, 1, 3, 100);
  g_autofree char *two = say (ranks, 3, 3, 100);
  g_autofree char *none = say (ranks + 2, 1, 3, 100);

  g_assert_cmpstr (one, ==, "Only 1 unit is ranked for 3 places: it stays whatever the points");
  g_assert_cmpstr (two, ==, "Only 2 units are ranked for 3 places: they stay whatever the points");
  g_assert_cmpstr (none, ==, "No unit is ranked yet");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stability-words/clear", test_clear);
  g_test_add_func ("/stability-words/equal", test_equal);
  g_test_add_func ("/stability-words/few", test_few);
  return g_test_run ();
}
