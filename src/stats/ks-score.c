/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-score.h"

#include <math.h>

#define PARTICIPATION_ZERO  0.5
#define PARTICIPATION_FULL  1.0
/* Full by 24:00 of the day, nothing from 12:00 of the next. */
#define LATEST_REPORT       (12 * 60 * 60)
/* Scores closer than this are the same: they differ by binary rounding alone. */
#define SAME_SCORE          1e9
#define FIRST_CUT           3
#define LAST_CUT            5

/**
 * ks_grade:
 * @value: what a unit did
 * @zero: the value that earns nothing
 * @full: the value that earns all; below @zero where less is better
 *
 * Returns: 0…1, linear between the anchors, never more
 */
double
ks_grade (double value, double zero, double full)
{
  g_return_val_if_fail (zero != full, 0);

  return CLAMP ((value - zero) / (full - zero), 0, 1);
}

/**
 * ks_grade_participation:
 * @answers: counted answers
 * @staff: officials in scope
 *
 * Returns: 0 up to 50 %, 1 from 100 %; 0 where the staff is unknown
 */
double
ks_grade_participation (gint64 answers, gint64 staff)
{
  if (staff <= 0)
    return 0;
  return ks_grade ((double) answers / (double) staff, PARTICIPATION_ZERO, PARTICIPATION_FULL);
}

/**
 * ks_grade_timeliness:
 * @reported: whether the working group reported at all
 * @seconds_after_deadline: from 24:00 of the day to the report; negative: earlier
 *
 * Returns: 1 by 24:00 of the day, 0 from 12:00 of the next, linear between; 0 without a report
 */
double
ks_grade_timeliness (gboolean reported, gint64 seconds_after_deadline)
{
  return reported ? ks_grade ((double) seconds_after_deadline, LATEST_REPORT, 0) : 0;
}

/**
 * ks_grade_publicity:
 * @n_channels: how many of the five were used: notice board, website, Zalo, Facebook, meetings
 *
 * Returns: their share of five
 */
double
ks_grade_publicity (guint n_channels)
{
  return ks_grade (n_channels, 0, KS_PUBLICITY_CHANNELS);
}

/**
 * ks_grade_posts:
 * @n_days: days with a post among the seven before the day
 *
 * Returns: their share of seven
 */
double
ks_grade_posts (guint n_days)
{
  return ks_grade (n_days, 0, KS_POST_DAYS);
}

/**
 * ks_score:
 * @points: (array length=n_criteria): most points of each criterion, adding up to 100
 * @grades: (array length=n_criteria): what was earned of each, 0…1
 * @n_criteria: number of criteria
 *
 * Returns: Σ points · grade
 */
double
ks_score (const double *points, const double *grades, guint n_criteria)
{
  double score = 0;

  for (guint i = 0; i < n_criteria; i++)
    score += points[i] * grades[i];
  return score;
}

static int
compare_descending_cb (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x < y) - (x > y);
}

/* The scores that take part, rounded so that equal ones are equal, best first. */
static GArray *
sort_scores (const double *scores, const gboolean *eligible, guint n_scores)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_scores; i++)
    if (eligible == NULL || eligible[i])
      {
        double rounded = round (scores[i] * SAME_SCORE);

        g_array_append_val (sorted, rounded);
      }
  g_array_sort (sorted, compare_descending_cb);
  return sorted;
}

/* How many of @sorted are above @score: one less than its rank. */
static guint
count_above (GArray *sorted, double score)
{
  guint low = 0;
  guint high = sorted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sorted, double, middle) > score)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ks_rank_scores:
 * @scores: (array length=n_scores): points
 * @eligible: (array length=n_scores) (nullable): who takes part; %NULL: all
 * @n_scores: number of scores
 * @ranks: (out caller-allocates) (array length=n_scores): ranks from 1; 0 for those not ranked
 *
 * Equal scores share a rank and the next one counts on: 1, 1, 1, 4.
 *
 * Returns: how many are ranked
 */
guint
ks_rank_scores (const double *scores, const gboolean *eligible, guint n_scores, guint *ranks)
{
  g_autoptr (GArray) sorted = sort_scores (scores, eligible, n_scores);

  for (guint i = 0; i < n_scores; i++)
    {
      if (eligible == NULL || eligible[i])
        ranks[i] = count_above (sorted, round (scores[i] * SAME_SCORE)) + 1;
      else
        ranks[i] = 0;
    }
  return sorted->len;
}

/**
 * ks_suggest_cut:
 * @scores: (array length=n_scores): points
 * @eligible: (array length=n_scores) (nullable): who takes part; %NULL: all
 * @n_scores: number of scores
 * @gap: (out): points between the last above the cut and the first below it
 *
 * The widest gap among 3|4, 4|5, 5|6; of equal gaps the first.
 *
 * Returns: how many stand above the cut, 3, 4 or 5; 0 if nothing parts them: fewer than four take
 *   part, or all six are equal
 */
guint
ks_suggest_cut (const double *scores, const gboolean *eligible, guint n_scores, double *gap)
{
  g_autoptr (GArray) sorted = sort_scores (scores, eligible, n_scores);
  double widest = 0;
  guint cut = 0;

  for (guint k = FIRST_CUT; k <= LAST_CUT && k < sorted->len; k++)
    {
      double width = g_array_index (sorted, double, k - 1) - g_array_index (sorted, double, k);

      if (width > widest)
        {
          widest = width;
          cut = k;
        }
    }
  *gap = widest / SAME_SCORE;
  return cut;
}
