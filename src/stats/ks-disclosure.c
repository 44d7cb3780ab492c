/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-disclosure.h"

/**
 * ks_is_shown:
 * @n_answers: answers to a question in a scope
 *
 * Returns: whether the answers of so many people may be shown
 */
gboolean
ks_is_shown (gint64 n_answers)
{
  return n_answers >= KS_MIN_ANSWERS;
}

/* The subgroup to give up next; of equals the later. */
static int
find_smallest_shown (const gint64 *n_answers, guint n_subgroups, const gboolean *shown)
{
  int smallest = -1;

  for (guint i = 0; i < n_subgroups; i++)
    if (shown[i] && (smallest < 0 || n_answers[i] <= n_answers[smallest]))
      smallest = (int) i;
  return smallest;
}

/**
 * ks_show_parts:
 * @n_answers: (array length=n_parts): answers per part of one whole that is shown
 * @n_parts: number of parts
 * @minimum: so many answers a part must hold to be shown
 * @shown: (out caller-allocates) (array length=n_parts): which of them may be shown
 *
 * Those that are not shown can be had together by subtraction from the whole, so they must hold 0
 * or at least @minimum answers; else the smallest shown one is hidden too, until that holds.
 *
 * Returns: how many are shown
 */
guint
ks_show_parts (const gint64 *n_answers, guint n_parts, gint64 minimum, gboolean *shown)
{
  gint64 hidden = 0;
  guint n_shown = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      shown[i] = n_answers[i] >= minimum;
      if (shown[i])
        n_shown++;
      else
        hidden += n_answers[i];
    }
  while (hidden > 0 && hidden < minimum && n_shown > 0)
    {
      int smallest = find_smallest_shown (n_answers, n_parts, shown);

      shown[smallest] = FALSE;
      hidden += n_answers[smallest];
      n_shown--;
    }
  return n_shown;
}

/**
 * ks_show_subgroups:
 * @n_answers: (array length=n_subgroups): answers per subgroup of one whole that is shown
 * @n_subgroups: number of subgroups
 * @shown: (out caller-allocates) (array length=n_subgroups): which of them may be shown
 *
 * A subgroup is shown from five answers, by ks_show_parts() (6 + 6 + 2 would reveal the 2).
 *
 * Returns: how many are shown
 */
guint
ks_show_subgroups (const gint64 *n_answers, guint n_subgroups, gboolean *shown)
{
  return ks_show_parts (n_answers, n_subgroups, KS_MIN_ANSWERS, shown);
}
