/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-copy.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-participation-figures.h"

static void
add_line (KsCsvWriter *writer, const char *text)
{
  if (*text == '\0')
    return;
  ks_csv_writer_add_text (writer, text);
  ks_csv_writer_end_row (writer, NULL);
}

static void
add_head (KsCsvWriter *writer,
          KsCampaign *campaign,
          const KsScope *scope,
          const char *title,
          KsMoment as_of)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *moment = as_of != KS_MOMENT_NONE ? ks_moment_format (as_of) : g_strdup ("");
  g_autofree char *dated = g_strdup_printf (_ ("Figures as of %s"), moment);

  add_line (writer, title);
  add_line (writer, scope->kind == KS_SCOPE_PROVINCE ? _ ("Whole province") : scope->name);
  add_line (writer, _ ("PRELIMINARY FIGURES"));
  if (info->simulated)
    add_line (writer, _ ("SIMULATED DATA"));
  if (*moment != '\0')
    add_line (writer, dated);
}

/**
 * ks_results_copy_participation:
 * @campaign: a campaign
 * @results: its results
 * @scope: the province or a district
 *
 * Returns: (transfer full): who took part, as text; participation may leave at every level
 */
char *
ks_results_copy_participation (KsCampaign *campaign, KsResults *results, const KsScope *scope)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  g_autoptr (KsParticipationFigures) loaded = ks_participation_figures_load (results, scope);
  g_autoptr (KsFigures) table = ks_participation_figures_create_table (loaded, TRUE);

  add_head (writer, campaign, scope, _ ("Participation"), ks_results_get_as_of (results));
  ks_figures_write (table, writer);
  ks_csv_writer_finish (writer, NULL);
  return ks_csv_writer_steal_text (writer);
}

static void
add_notes (KsCsvWriter *writer, KsQuestionSet *set)
{
  g_autofree char *labels = ks_question_set_dup_good_labels (set);
  g_autofree char *good = g_strdup_printf (_ ("Favourable: %s."), labels);
  g_autofree char *count = ks_format_count (ks_question_set_get_left_out (set));
  g_autofree char *without
      = g_strdup_printf (_ ("Without %s sheets of units with fewer than 5 sheets."), count);

  add_line (writer, good);
  if (ks_question_set_get_left_out (set) > 0)
    add_line (writer, without);
}

/**
 * ks_results_copy_answers:
 * @campaign: a campaign
 * @results: its results
 * @choice: what is looked at in the province or a district
 * @given: the results as ks_give_out() handed them out
 *
 * Returns: (transfer full): what was answered, as text
 */
char *
ks_results_copy_answers (KsCampaign *campaign,
                         KsResults *results,
                         const KsChartChoice *choice,
                         KsResults *given)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  KsForm *form = ks_results_get_form (results);
  g_autoptr (KsQuestionSet) set = ks_question_set_load (given, &choice->scope);
  g_autoptr (KsFigures) table = ks_question_set_create_figures (
      set, choice->as_given ? KS_LIKERT_AS_GIVEN : KS_LIKERT_BY_NET_AGREEMENT, choice->counts);
  g_autofree char *title = ks_question_set_dup_title (set);
  g_autofree char *notice = ks_form_dup_short_notice (form);
  KsGivenState state;

  ks_results_get_given (given, &choice->scope, &state);
  add_head (writer, campaign, &choice->scope, title,
            state.given_at != KS_MOMENT_NONE ? state.given_at : ks_results_get_as_of (results));
  add_line (writer, notice);
  ks_figures_write (table, writer);
  add_notes (writer, set);
  ks_csv_writer_finish (writer, NULL);
  return ks_csv_writer_steal_text (writer);
}
