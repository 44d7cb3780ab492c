/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-i18n.h"
#include "ks-number.h"

/* n of the questions: one number where it is the same for all. */
static char *
dup_span (KsQuestionSet *set)
{
  gint64 low = G_MAXINT64;
  gint64 high = 0;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  for (guint i = 0; i < ks_question_set_get_n_rows (set); i++)
    if (ks_question_set_get_row (set, i)->shown)
      {
        low = MIN (low, ks_question_set_get_row (set, i)->answered);
        high = MAX (high, ks_question_set_get_row (set, i)->answered);
      }
  lowest = ks_format_count (low);
  highest = ks_format_count (high);
  return low == high ? g_steal_pointer (&lowest) : g_strdup_printf ("%s–%s", lowest, highest);
}

static char *
dup_subtitle (KsResultChart *self)
{
  g_autofree char *n = dup_span (self->questions);
  g_autofree char *staff = ks_format_count (ks_question_set_get_row (self->questions, 0)->staff);
  const char *place = ks_result_chart_get_place (self);

  if (self->choice.counts)
    return g_strdup_printf (_("%s · answer sheets · n = %s; N = %s"), place, n, staff);
  return g_strdup_printf (
      _("%s · per cent of the sheets that answer the question, “don’t know” included; each row "
        "adds up to 100 · n = %s; N = %s"),
      place, n, staff);
}

static void
say_good (KsResultChart *self)
{
  g_autofree char *labels = ks_question_set_dup_good_labels (self->questions);
  g_autofree char *sentence = g_strdup_printf (_("Favourable: %s."), labels);

  ks_result_chart_say (self, sentence);
}

/* Questions whose levels are called otherwise than in the titles of the columns. */
static void
say_other_scales (KsResultChart *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const KsQuestion *first = ks_question_set_get_row (self->questions, 0)->question;
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 1; i < ks_question_set_get_n_rows (self->questions); i++)
    {
      const KsQuestion *question = ks_question_set_get_row (self->questions, i)->question;

      if (g_strcmp0 (question->options[0].label, first->options[0].label) != 0)
        g_ptr_array_add (ids, question->id);
    }
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  names = g_strjoinv (", ", (char **) ids->pdata);
  sentence = g_strdup_printf (_("The levels of %s have names of their own in the same order."),
                              names);
  ks_result_chart_say (self, sentence);
}

static void
load (KsResultChart *self)
{
  if (ks_results_is_open (self->results))
    {
      self->refusal = KS_REFUSAL_OPEN;
      return;
    }
  self->questions = ks_question_set_load_section (self->results, &self->choice.scope,
                                                  self->choice.section);
  if (ks_question_set_get_n_rows (self->questions) == 0)
    {
      self->refusal = KS_REFUSAL_EMPTY;
      return;
    }
  if (!ks_question_set_is_shown (self->questions))
    {
      /* Whose account then says why. */
      self->choice.question = ks_question_set_get_row (self->questions, 0)->question;
      self->refusal = KS_REFUSAL_TOO_FEW;
      return;
    }
  self->title = ks_question_set_dup_title (self->questions);
  self->subtitle = dup_subtitle (self);
  say_good (self);
  say_other_scales (self);
  ks_result_chart_say_left_out (self, ks_question_set_get_left_out (self->questions));
  if (ks_question_set_hides_levels (self->questions))
    ks_result_chart_say (self, _("Where all sheets give the same answer its level is not told."));
  ks_result_chart_say_as_of (self);
}

static KsLikertOrder
get_order (KsResultChart *self)
{
  return self->choice.as_given ? KS_LIKERT_AS_GIVEN : KS_LIKERT_BY_NET_AGREEMENT;
}

static KsChart *
create_chart (KsResultChart *self)
{
  return KS_CHART (ks_question_set_create_chart (self->questions, get_order (self)));
}

static KsFigures *
create_figures (KsResultChart *self, gboolean leaves)
{
  return ks_question_set_create_figures (self->questions, get_order (self), self->choice.counts);
}

static gboolean
find (KsResultChart *self, guint row, guint column, KsScope *scope, const KsQuestion **question)
{
  if (row >= ks_question_set_get_n_rows (self->questions))
    return FALSE;
  *question = ks_question_set_get_row (self->questions, row)->question;
  return TRUE;
}

const KsChartClassOfKind ks_chart_of_answers = {
  .name = "likert",
  .label = N_("All levels"),
  .noun = "Kết quả trả lời các câu hỏi",
  .short_noun = "Kết quả",
  .load = load,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
};
