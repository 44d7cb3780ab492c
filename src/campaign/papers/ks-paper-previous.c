/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"

#include "ks-compare-rounds.h"
#include "ks-number.h"

/* The province beside an earlier survey, whose figures were settled. */

static const char *const ids[] = {
  "previous/day",   "previous/counted", "previous/staff",    "previous/rate",         "previous/rate/change",
  "previous/share", "previous/good",    "previous/answered", "previous/share/change",
};

/* "tăng 1,25 điểm phần trăm": between the two percentages as they are printed. */
static char *
dup_change (gint64 now, gint64 earlier)
{
  gint64 change = ABS (now - earlier);

  if (change == 0)
    return g_strdup ("không đổi");
  return g_strdup_printf ("%s %d,%02d điểm phần trăm", now > earlier ? "tăng" : "giảm",
                          (int)(change / 100), (int)(change % 100));
}

static void
add_change (const KsPaperScope *scope, const char *id, gint64 now, gint64 earlier)
{
  g_autofree char *change = dup_change (now, earlier);

  ks_paper_add_words (scope, id, change, "Hiệu của hai tỷ lệ đã làm tròn, đợt này và đợt trước.");
}

static void
add_participation (const KsPaperScope *scope)
{
  static const char account[] = "Theo tệp của đợt khảo sát trước.";
  GPtrArray *rounds = ks_share_comparison_get_rounds (scope->material->comparison);
  KsParticipation who;
  gint64 staff = 0;
  gint64 answers = 0;

  for (guint i = 0; i < rounds->len; i++)
    {
      const KsRound *round = rounds->pdata[i];

      staff += round->staff_earlier;
      answers += round->answers_earlier;
    }
  ks_results_get_participation (scope->material->live, &scope->scope, &who);
  if (staff <= 0 || who.staff <= 0)
    return;
  ks_paper_add_count (scope, "previous/counted", answers, account);
  ks_paper_add_count (scope, "previous/staff", staff, account);
  ks_paper_add_share (scope, "previous/rate", answers, staff, account);
  add_change (scope, "previous/rate/change", ks_count_hundredths (who.answers, who.staff),
              ks_count_hundredths (answers, staff));
}

/* The key question, where both forms ask it with the same levels. */
static void
add_share (const KsPaperScope *scope)
{
  static const char account[] = "Câu hỏi chính, theo số liệu đã chốt của đợt khảo sát trước.";
  KsShareComparison *comparison = scope->material->comparison;
  const KsQuestion *key
      = ks_form_get_key_question (ks_results_get_form (ks_share_comparison_get_now (comparison)));

  for (guint i = 0; i < ks_share_comparison_get_n_pairs (comparison); i++)
    {
      const KsSharePair *pair = ks_share_comparison_get_pair (comparison, i);

      if (pair->question != key || pair->state != KS_PAIR_COMPARED || !pair->now.shown
          || !pair->earlier.shown || !ks_results_tells (scope->material->given, key))
        continue;
      ks_paper_add_count (scope, "previous/good", pair->earlier.x, account);
      ks_paper_add_count (scope, "previous/answered", pair->earlier.n, account);
      ks_paper_add_share (scope, "previous/share", pair->earlier.x, pair->earlier.n, account);
      add_change (scope, "previous/share/change", ks_count_hundredths (pair->now.x, pair->now.n),
                  ks_count_hundredths (pair->earlier.x, pair->earlier.n));
    }
}

/**
 * ks_paper_add_previous:
 * @scope: the whole
 *
 * Puts into the book how the province stood in an earlier survey; dashes where none is given, or
 * where the two cannot be held against each other.
 */
void
ks_paper_add_previous (const KsPaperScope *scope)
{
  g_autofree char *day = scope->material->previous != NULL
                             ? ks_day_format (scope->material->previous->day)
                             : NULL;

  if (day != NULL)
    {
      ks_paper_add_words (scope, "previous/day", day, "Ngày của đợt khảo sát trước.");
      add_participation (scope);
      add_share (scope);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ks_figure_book_lookup (scope->book, ids[i]) == NULL)
      ks_paper_add_words (scope, ids[i], "–", "Không có số liệu của đợt trước so sánh được.");
}
