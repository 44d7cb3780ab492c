/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-copy.h"

#include "ks-comparison-table.h"
#include "ks-give-out.h"
#include "ks-i18n.h"

/**
 * ks_results_copy_load:
 * @campaign: a campaign
 * @kind: of the table
 * @scope: that it is of
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Reads what may leave the program. Answers that do are recorded.
 *
 * Returns: (transfer full): results, or %NULL with @error set
 */
KsResults *
ks_results_copy_load (KsCampaign *campaign,
                      KsChartKind kind,
                      const KsScope *scope,
                      KsJob *job,
                      GError **error)
{
  return ks_chart_kind_tells_answers (kind)
             ? ks_give_out (campaign, scope, "clipboard", job, error)
             : ks_results_load_sendable (campaign, job, error);
}

static void
add_line (KsCsvWriter *writer, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  ks_csv_writer_add_text (writer, text);
  ks_csv_writer_end_row (writer, NULL);
}

static void
add_state (KsCsvWriter *writer, KsResults *leaving, const KsScope *scope)
{
  KsGivenState state;
  g_autofree char *day = NULL;
  g_autofree char *settled = NULL;

  ks_results_get_given (leaving, scope, &state);
  if (state.settled_at == KS_MOMENT_NONE)
    {
      add_line (writer, _ ("PRELIMINARY FIGURES"));
      return;
    }
  day = ks_day_format (ks_moment_get_day (state.settled_at));
  settled = g_strdup_printf (_ ("SETTLED ON %s"), day);
  add_line (writer, settled);
}

static void
add_simulated (KsCsvWriter *writer, KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  if (info->simulated)
    add_line (writer, _ ("SIMULATED DATA"));
}

static void
add_head (KsCsvWriter *writer, KsCampaign *campaign, KsResults *leaving, const KsScope *scope)
{
  add_line (writer, scope->kind == KS_SCOPE_PROVINCE ? _ ("Whole province") : scope->name);
  add_state (writer, leaving, scope);
  add_simulated (writer, campaign);
}

/**
 * ks_results_copy_table:
 * @campaign: a campaign
 * @leaving: what ks_results_copy_load() gave
 * @kind: of the table
 * @choice: what is looked at
 *
 * Returns: (transfer full) (nullable): the table as text; %NULL: nothing of it may leave
 */
char *
ks_results_copy_table (KsCampaign *campaign,
                       KsResults *leaving,
                       KsChartKind kind,
                       const KsChartChoice *choice)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  g_autoptr (KsResultChart) chart = ks_result_chart_new (leaving, kind, choice);
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (chart, TRUE);
  g_autofree char *notice = ks_form_dup_short_notice (ks_results_get_form (leaving));

  if (ks_result_chart_get_refusal (chart) != KS_REFUSAL_NONE)
    return NULL;
  add_line (writer, ks_chart_kind_get_noun (kind));
  add_head (writer, campaign, leaving, &choice->scope);
  if (ks_chart_kind_tells_answers (kind))
    add_line (writer, notice);
  ks_figures_write (figures, writer);
  add_line (writer, ks_result_chart_get_foot (chart));
  ks_csv_writer_finish (writer, NULL);
  return ks_csv_writer_steal_text (writer);
}

static void
add_earlier (KsCsvWriter *writer, KsCampaign *earlier)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (earlier);
  g_autofree char *day = ks_day_format (info->day);
  /* Translators: title and day of a survey. */
  g_autofree char *line = g_strdup_printf (_ ("Earlier survey: %s, %s"), info->title, day);

  add_line (writer, line);
}

/**
 * ks_results_copy_comparison:
 * @campaign: a campaign
 * @earlier: the campaign of the earlier survey
 * @leaving: what ks_give_out_comparison() gave
 *
 * Returns: (transfer full) (nullable): the table as text; %NULL: nothing of it may leave
 */
char *
ks_results_copy_comparison (KsCampaign *campaign, KsCampaign *earlier, KsShareComparison *leaving)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  g_autoptr (KsFigures) figures = ks_comparison_create_figures (leaving);
  KsResults *now = ks_share_comparison_get_now (leaving);
  KsResults *then = ks_share_comparison_get_earlier (leaving);
  const KsScope province = { KS_SCOPE_PROVINCE, "", "", NULL, 0 };
  g_autofree char *notice = ks_form_dup_short_notice (ks_results_get_form (now));
  g_autofree char *place = ks_comparison_dup_place (leaving);
  g_autofree char *foot = ks_comparison_dup_foot (leaving);

  if (ks_comparison_get_refusal (leaving) != KS_REFUSAL_NONE)
    return NULL;
  add_line (writer, _ ("Share of favourable sheets beside the earlier survey"));
  add_line (writer, place);
  add_state (writer, now, &province);
  add_simulated (writer, campaign);
  add_earlier (writer, earlier);
  add_state (writer, then, &province);
  add_line (writer, notice);
  ks_figures_write (figures, writer);
  add_line (writer, foot);
  ks_csv_writer_finish (writer, NULL);
  return ks_csv_writer_steal_text (writer);
}
