/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-row.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-shares.h"

/* Where the form says nothing: levels below the middle of the scale. */
static gboolean
is_poor (const KsLikertRow *row, guint level)
{
  return row->poor != NULL ? row->poor[level] : 2 * level > row->n_levels - 1;
}

/* Adds up, of @values per level, those that are good and those that are poor. */
static void
add_sides (const KsLikertRow *row, const gint64 *values, gint64 *good, gint64 *poor)
{
  *good = 0;
  *poor = 0;
  for (guint i = 0; i < row->n_levels; i++)
    {
      if (row->good[i])
        *good += values[i];
      if (is_poor (row, i))
        *poor += values[i];
    }
}

/**
 * ks_likert_row_count:
 * @row: a row
 * @good: (out): answers at the levels "đánh giá tốt", x
 * @poor: (out): answers at the levels "chưa tốt"
 *
 * Returns: n: answers that chose an option, "không biết" included, blanks not
 */
gint64
ks_likert_row_count (const KsLikertRow *row, gint64 *good, gint64 *poor)
{
  gint64 n = row->dont_know;

  for (guint i = 0; i < row->n_levels; i++)
    n += row->counts[i];
  add_sides (row, row->counts, good, poor);
  return n;
}

/**
 * ks_likert_row_round:
 * @row: a row
 * @whole: what the shares add up to: %KS_SHARES_HUNDREDTHS or %KS_SHARES_TENTHS
 * @levels: (out caller-allocates): room for %KS_MAX_LEVELS shares, best level first
 * @dont_know: (out): share of "không biết"
 * @good: (out): sum of the printed shares of the good levels, which is their own rounded share
 * @poor: (out): sum of the printed shares of the poor levels, likewise
 *
 * The figures of a row as tables and charts print them: they add up by hand.
 *
 * Returns: %FALSE, with all shares 0, if the row has no answers
 */
gboolean
ks_likert_row_round (const KsLikertRow *row, gint64 whole, gint64 *levels, gint64 *dont_know,
                     gint64 *good, gint64 *poor)
{
  gint64 counts[KS_MAX_LEVELS + 1] = { 0 };
  gint64 shares[KS_MAX_LEVELS + 1] = { 0 };
  KsShareSide sides[KS_MAX_LEVELS + 1] = { KS_SIDE_NEITHER };
  gboolean answered;

  g_return_val_if_fail (row->n_levels >= 2 && row->n_levels <= KS_MAX_LEVELS, FALSE);

  for (guint i = 0; i < row->n_levels; i++)
    {
      counts[i] = row->counts[i];
      sides[i] = row->good[i] ? KS_SIDE_GOOD : is_poor (row, i) ? KS_SIDE_POOR : KS_SIDE_NEITHER;
    }
  counts[row->n_levels] = row->dont_know;
  answered = ks_round_sided_shares (counts, sides, row->n_levels + 1, whole, shares);
  for (guint i = 0; i < row->n_levels; i++)
    levels[i] = shares[i];
  *dont_know = shares[row->n_levels];
  add_sides (row, shares, good, poor);
  return answered;
}

/**
 * ks_likert_row_measure:
 * @row: a row
 * @left: (out): per cent to the left of zero: poor levels and half of the middle
 * @right: (out): per cent to the right of it
 *
 * What lies on either side of zero, from the counts: pictures need no rounding.
 *
 * Returns: %FALSE, with both 0, if the row shows no answers
 */
gboolean
ks_likert_row_measure (const KsLikertRow *row, double *left, double *right)
{
  guint n_levels = row->n_levels;
  gint64 good, poor, n;
  double half, upper = 0;

  *left = *right = 0;
  n = row->shown ? ks_likert_row_count (row, &good, &poor) : 0;
  if (n <= 0)
    return FALSE;
  half = n_levels % 2 == 1 ? (double) row->counts[n_levels / 2] / 2 : 0;
  for (guint i = 0; i < n_levels / 2; i++)
    upper += (double) row->counts[i];
  *left = 100 * ((double) poor + half) / (double) n;
  *right = 100 * (upper + half) / (double) n;
  return TRUE;
}

/**
 * ks_likert_dup_title:
 * @rows: (array length=n_rows): the rows of a chart
 * @n_rows: number of rows
 *
 * The finding as a sentence: a span over all questions that are shown, which names none.
 *
 * Returns: (transfer full): the title
 */
char *
ks_likert_dup_title (const KsLikertRow *rows, guint n_rows)
{
  gint64 low = KS_SHARES_HUNDREDTHS;
  gint64 high = 0;
  guint n_shown = 0;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      gint64 levels[KS_MAX_LEVELS], dont_know, good, poor;

      if (!rows[i].shown
          || !ks_likert_row_round (&rows[i], KS_SHARES_HUNDREDTHS, levels, &dont_know, &good,
                                   &poor))
        continue;
      n_shown++;
      low = MIN (low, good);
      high = MAX (high, good);
    }
  if (n_shown == 0)
    return g_strdup (_("Too few answers to show results"));

  lowest = ks_format_percent (low, KS_SHARES_HUNDREDTHS);
  highest = ks_format_percent (high, KS_SHARES_HUNDREDTHS);
  if (low == high)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u question: %s favourable answers",
                                         "All %u questions have %s favourable answers", n_shown),
                            n_shown, lowest);
  if (n_shown < n_rows)
    return g_strdup_printf (_("%u of %u questions have from %s to %s favourable answers"), n_shown,
                            n_rows, lowest, highest);
  return g_strdup_printf (_("All %u questions have from %s to %s favourable answers"), n_shown,
                          lowest, highest);
}
