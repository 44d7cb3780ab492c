/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-given-themes.h"

#include "ks-comments.h"

static void
clear_theme (gpointer data)
{
  g_free (((KsGivenTheme *) data)->name);
}

static void
count_theme (GArray *themes, const KsThemeCount *count)
{
  KsGivenTheme theme = { NULL, count->n };

  for (guint i = 0; i < themes->len; i++)
    if (g_str_equal (g_array_index (themes, KsGivenTheme, i).name, count->theme->name))
      {
        g_array_index (themes, KsGivenTheme, i).n += count->n;
        return;
      }
  theme.name = g_strdup (count->theme->name);
  g_array_append_val (themes, theme);
}

/* Complaints about somebody go to the leadership, not into papers. */
static gboolean
count_question (KsCampaign *campaign, const KsQuestion *question, GArray *themes,
                gint64 *n_comments, KsJob *job, GError **error)
{
  const KsCommentFilter filter = { .question = question->id, .theme = KS_COMMENTS_ANY_THEME };
  g_autoptr (KsComments) comments = ks_comments_load (campaign, &filter, job, error);

  for (guint i = 0; comments != NULL && i < ks_comments_get_n_themes (comments); i++)
    {
      const KsThemeCount *count = ks_comments_get_theme (comments, i);

      if (!count->theme->withheld && count->told)
        count_theme (themes, count);
    }
  for (guint i = 0; comments != NULL && i < ks_comments_get_n_places (comments); i++)
    *n_comments += ks_comments_get_place (comments, i)->n;
  return comments != NULL;
}

/* As many as the figures say that it stands beside. */
static void
count_given (KsResults *given, const KsQuestion *question, gint64 *n_comments)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  g_autoptr (KsQuestionResult) result = ks_results_dup_question (given, &province, question);

  *n_comments += result->shown ? result->answered : 0;
}

static void
drop_empty (GArray *themes)
{
  for (guint i = themes->len; i > 0; i--)
    if (g_array_index (themes, KsGivenTheme, i - 1).n == 0)
      g_array_remove_index (themes, i - 1);
}

/* Comments are counted as they are now. Beside figures of before they would tell what the one to four
 * people wrote for whom these stand. */
static gboolean
is_of_now (KsResults *given)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  KsGivenState state;

  ks_results_get_given (given, &province, &state);
  return state.n_earlier_units == 0;
}

/**
 * ks_given_themes_load:
 * @campaign: a campaign whose survey has ended
 * @given: what was answered, as it leaves the program with them
 * @n_comments: (out): how many comments there are to questions that have ten
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Counts what comments speak of, for everything that leaves: of the whole province, questions that have
 * ten comments and are not sensitive, without themes that keep comments out of papers, and nothing where
 * units stand in @given as they were given out before.
 *
 * Returns: (transfer full) (element-type KsGivenTheme): themes in the office's order, each of some
 *   comments; or %NULL with @error set
 */
GArray *
ks_given_themes_load (KsCampaign *campaign, KsResults *given, gint64 *n_comments, KsJob *job,
                      GError **error)
{
  KsForm *form = ks_results_get_form (given);
  g_autoptr (GArray) themes = g_array_new (FALSE, TRUE, sizeof (KsGivenTheme));
  gboolean of_now = is_of_now (given);

  *n_comments = 0;
  g_array_set_clear_func (themes, clear_theme);
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (question->type != KS_QUESTION_TEXT || !ks_results_tells (given, question))
        continue;
      if (!of_now)
        count_given (given, question, n_comments);
      else if (!count_question (campaign, question, themes, n_comments, job, error))
        return NULL;
    }
  drop_empty (themes);
  return g_steal_pointer (&themes);
}
