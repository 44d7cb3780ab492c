/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-results-private.h"

#include "ks-disclosure.h"
#include "ks-i18n.h"
#include "ks-mean.h"
#include "ks-number.h"
#include "ks-share.h"

/* A line of the account: words and a figure, left out when the figure is zero. */
static void
say_count (GPtrArray *account, const char *words, gint64 count)
{
  g_autofree char *figure = ks_format_count (count);

  if (count > 0)
    g_ptr_array_add (account, g_strdup_printf ("%s: %s", words, figure));
}

/* What does not count in a scope, added to @sum; of the province with what belongs to no unit. Trial
 * answers are not in the total. */
gint64
ks_results_sum_apart (KsResults *self, const KsScope *scope, KsApart *sum)
{
  gint64 total;
  guint first;
  guint n_units;

  ks_results_get_slice (self, scope, &first, &n_units);
  if (scope->kind == KS_SCOPE_PROVINCE)
    n_units++; /* rows that belong to no unit */
  for (guint i = first; i < first + n_units; i++)
    {
      for (guint reason = 0; reason < KS_N_REASONS; reason++)
        sum->waiting[reason] += self->apart[i].waiting[reason];
      sum->excluded += self->apart[i].excluded;
      sum->trial += self->apart[i].trial;
    }
  total = sum->excluded;
  for (guint reason = 0; reason < KS_N_REASONS; reason++)
    total += sum->waiting[reason];
  return total;
}

static void
say_received (KsResults *self, const KsScope *scope, GPtrArray *account)
{
  KsApart apart = { { 0 } };
  KsParticipation participation;
  gint64 n_apart = ks_results_sum_apart (self, scope, &apart);

  ks_results_get_participation (self, scope, &participation);
  say_count (account, _ ("Answer sheets received"), participation.answers + n_apart);
  say_count (account, _ ("Waiting, sent outside the survey's time"),
             apart.waiting[KS_REASON_OUTSIDE_WINDOW]);
  say_count (account, _ ("Waiting, the survey code does not match"),
             apart.waiting[KS_REASON_TOKEN_MISMATCH]);
  say_count (account, _ ("Waiting, the unit is not known"),
             apart.waiting[KS_REASON_UNKNOWN_UNIT]);
  say_count (account, _ ("Waiting, not answered completely"),
             apart.waiting[KS_REASON_INCOMPLETE]);
  say_count (account, _ ("Waiting, changed at the form service after it came in"),
             apart.waiting[KS_REASON_KNOWN_ID]);
  say_count (account, _ ("Not counted by decision"), apart.excluded);
  say_count (account, _ ("Answer sheets that count"), participation.answers);
  say_count (account, _ ("Besides, trial answers of before the survey, which never count"),
             apart.trial);
  if (participation.n_units >= KS_LEAST_UNITS_OF_KINDS)
    say_count (account, _ ("Of these from people whom the survey does not ask"),
               participation.outside);
}

static void
say_left_out (const KsQuestionResult *result, GPtrArray *account)
{
  g_autofree char *figure = ks_format_count (result->left_out);

  if (result->left_out > 0)
    g_ptr_array_add (account,
                     g_strdup_printf (_ ("Without %s sheets of units with fewer than 5 answers"),
                                      figure));
}

static void
say_formula (const KsQuestionResult *result, GPtrArray *account)
{
  g_autofree char *good = ks_format_count (result->good);
  g_autofree char *answered = ks_format_count (result->answered);
  g_autofree char *share = ks_format_percent (result->good, result->answered);
  g_autofree char *labels = ks_question_dup_good_labels (result->question);

  g_ptr_array_add (account, g_strdup_printf (_ ("Good opinions: %s"), labels));
  g_ptr_array_add (account, g_strdup_printf (_ ("x / n = %s / %s = %s"), good, answered, share));
}

/* What is known of its error, for the desk alone. */
static void
say_interval (const KsScope *scope, const KsShare *share, GPtrArray *account)
{
  g_autofree char *low = ks_format_share (share->low, 2);
  g_autofree char *high = ks_format_share (share->high, 2);
  g_autofree char *weighted = ks_format_share (share->weighted, 2);

  if (!share->has_interval)
    return;
  if (scope->kind == KS_SCOPE_UNIT)
    g_ptr_array_add (account, g_strdup_printf (_ ("Estimated range (95%%), if those who answered are "
                                                  "like the others: %s – %s"),
                                               low, high));
  else
    g_ptr_array_add (account, g_strdup_printf (_ ("Each unit weighted by its officials: %s; estimated "
                                                  "range (95%%): %s – %s"),
                                               weighted, low, high));
  say_count (account, _ ("Units without answers to be told, which take the mean of their district"),
             share->n_empty);
  say_count (account, _ ("Units with more answers than officials"), share->n_over);
}

static void
say_bounds (KsResults *self, const KsScope *scope, const KsQuestion *question, GPtrArray *account)
{
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;
  KsShare share;

  ks_results_get_share (self, scope, question, &share);
  if (share.over)
    g_ptr_array_add (account, g_strdup (_ ("More answers than staff: no lowest and highest "
                                           "possible value is given")));
  if (self->given == NULL)
    say_interval (scope, &share, account);
  if (!share.has_bounds)
    return;
  lowest = ks_format_share (share.bound_low, 2);
  highest = ks_format_share (share.bound_high, 2);
  g_ptr_array_add (account,
                   g_strdup_printf (_ ("Lowest – highest possible: %s – %s"), lowest, highest));
}

static void
say_mean (KsResults *self, const KsScope *scope, const KsQuestionResult *result, GPtrArray *account)
{
  g_autofree char *mean = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  KsMean level;

  ks_mean_fill (&level, scope, result);
  if (!level.shown)
    return;
  mean = ks_format_decimal (level.mean, 2);
  low = ks_format_decimal (level.low, 2);
  high = ks_format_decimal (level.high, 2);
  if (level.has_interval && self->given == NULL)
    g_ptr_array_add (account, g_strdup_printf (_ ("Mean level (from %d to %d): %s; estimated range "
                                                  "(95%%): %s – %s"),
                                               level.least, level.most, mean, low, high));
  else
    g_ptr_array_add (account, g_strdup_printf (_ ("Mean level (from %d to %d): %s"), level.least,
                                               level.most, mean));
}

static void
say_hidden (const KsScope *scope, GPtrArray *account)
{
  g_ptr_array_add (account, g_strdup (scope->group == NULL
                                          ? _ ("Too few answers to give a result")
                                          : _ ("Too few answers to give a result, or a smaller "
                                               "group could be told by subtraction")));
}

static void
say_group (const KsScope *scope, GPtrArray *account)
{
  g_ptr_array_add (account, g_strdup_printf ("%s: %s", scope->group->short_text,
                                             scope->group->options[scope->choice - 1].label));
}

static void
say_question (KsResults *self, const KsScope *scope, const KsQuestion *question,
              GPtrArray *account)
{
  g_autoptr (KsQuestionResult) result = ks_results_dup_question (self, scope, question);

  say_left_out (result, account);
  if (!self->closed)
    {
      g_ptr_array_add (account, g_strdup (_ ("The survey is still open: only participation is "
                                             "shown")));
      return;
    }
  if (!result->shown)
    {
      say_hidden (scope, account);
      return;
    }
  say_count (account, _ ("Left this question blank"), result->blank);
  say_count (account, _ ("Answered this question (n)"), result->answered);
  say_count (account, _ ("Of these “don't know”"), result->dont_know);
  if (question->ordinal)
    {
      say_formula (result, account);
      say_bounds (self, scope, question, account);
      say_mean (self, scope, result, account);
    }
}

static void
say_rate (KsResults *self, const KsScope *scope, GPtrArray *account)
{
  KsParticipation participation;
  g_autofree char *answers = NULL;
  g_autofree char *staff = NULL;
  g_autofree char *rate = NULL;

  ks_results_get_participation (self, scope, &participation);
  if (participation.hidden)
    {
      say_hidden (scope, account);
      return;
    }
  answers = ks_format_count (participation.answers);
  staff = ks_format_count (participation.staff);
  rate = ks_format_percent (participation.answers, participation.staff);
  g_ptr_array_add (account, g_strdup_printf (_ ("Officials in scope (N), excused ones not "
                                                "among them: %s"),
                                             staff));
  g_ptr_array_add (account, g_strdup_printf (_ ("Participation n / N = %s / %s = %s"), answers,
                                             staff, rate));
}

/**
 * ks_results_dup_account:
 * @self: results
 * @scope: a scope of theirs
 * @question: (nullable): a question of their form; %NULL: the account of the participation
 *
 * Tells how a figure came about: what was received, what does not count and why, the formula with
 * its numbers, the files. It never leads to anybody's answers.
 *
 * Returns: (transfer full) (element-type utf8): a sentence per step
 */
GPtrArray *
ks_results_dup_account (KsResults *self, const KsScope *scope, const KsQuestion *question)
{
  GPtrArray *account = g_ptr_array_new_with_free_func (g_free);

  if (scope->group == NULL)
    say_received (self, scope, account);
  else
    say_group (scope, account);
  if (question != NULL)
    say_question (self, scope, question, account);
  else
    say_rate (self, scope, account);
  if (self->newest_answer != KS_MOMENT_NONE)
    {
      g_autofree char *as_of = ks_moment_format (self->newest_answer);

      g_ptr_array_add (account, g_strdup_printf (_ ("Figures as of %s"), as_of));
    }
  for (guint i = 0; i < self->files->len; i++)
    g_ptr_array_add (account, g_strdup_printf (_ ("File: %s"),
                                               (char *) g_ptr_array_index (self->files, i)));
  return account;
}
