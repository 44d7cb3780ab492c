/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-cli-moment.h"

#include "ks-cli-table.h"
#include "ks-day-figures.h"
#include "ks-i18n.h"
#include "ks-overview.h"

/**
 * ks_cli_parse_moment:
 * @option: the name of the option
 * @text: (nullable): 2024-04-01T12:00[:SS], in Việt Nam
 * @moment: (out): the moment; %KS_MOMENT_NONE without a text
 * @error: return location for an error
 *
 * Returns: %FALSE with an error of usage
 */
gboolean
ks_cli_parse_moment (const char *option, const char *text, KsMoment *moment, GError **error)
{
  *moment = KS_MOMENT_NONE;
  return text == NULL || ks_moment_parse (text, moment)
         || ks_cli_refuse_usage (error, _ ("%s takes a time like 2024-04-01T12:00, not %s"),
                                 option, text);
}

/**
 * ks_cli_load_day:
 * @cli: the command line
 * @campaign: a campaign
 * @at: a moment, or %KS_MOMENT_NONE
 * @error: return location for an error
 *
 * Returns: (transfer full): who took part until then, with progress where it takes long
 */
KsDayFigures *
ks_cli_load_day (KsCli *cli, KsCampaign *campaign, KsMoment at, GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Counting who took part"));

  return ks_day_figures_load (campaign, at, KS_MOMENT_NONE, job, error);
}

static void
add_text (KsCliTable *table, const char *item, const char *value)
{
  ks_cli_table_add_text (table, item);
  ks_cli_table_add_text (table, value);
  ks_cli_table_end_row (table);
}

static void
add_count (KsCliTable *table, const char *item, gint64 value)
{
  ks_cli_table_add_text (table, item);
  ks_cli_table_add_count (table, value);
  ks_cli_table_end_row (table);
}

static void
add_moment (KsCliTable *table, const char *item, KsMoment moment)
{
  g_autofree char *text = moment != KS_MOMENT_NONE ? ks_moment_to_iso (moment) : g_strdup ("");

  add_text (table, item, text);
}

static void
add_campaign (KsCliTable *table, KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *day = ks_day_to_iso (info->day);

  add_text (table, "title", info->title);
  add_text (table, "day", day);
  add_moment (table, "from", info->from);
  add_moment (table, "to", info->to);
  add_text (table, "window", ks_campaign_is_window_open (campaign) ? "open" : "closed");
}

static gint64
sum_reported (KsDayFigures *figures)
{
  gint64 reported = 0;

  for (guint i = 0; i < ks_day_figures_get_n_units (figures); i++)
    reported += MAX (0, ks_day_unit_get_reported (ks_day_figures_get_unit (figures, i)));
  return reported;
}

static void
add_figures (KsCliTable *table, KsDayFigures *figures)
{
  const KsDayDistrict *province = ks_day_figures_get_province (figures);

  add_moment (table, "as_of", ks_day_figures_get_as_of (figures));
  add_moment (table, "compared_with", ks_day_figures_get_previous (figures));
  add_count (table, "staff", province->staff);
  add_count (table, "reported", sum_reported (figures));
  add_count (table, "answers", province->answers);
  add_count (table, "answers_before", province->answers_before);
  ks_cli_table_add_text (table, "rate");
  if (province->staff > 0)
    ks_cli_table_add_decimal (table, (double) province->answers / (double) province->staff, 4);
  else
    ks_cli_table_add_empty (table);
  ks_cli_table_end_row (table);
}

static void
add_attention (KsCliTable *table, KsDayFigures *figures)
{
  guint n_units[KS_N_ATTENTIONS] = { 0 };

  for (guint i = 0; i < ks_day_figures_get_n_units (figures); i++)
    for (guint j = 0; j < KS_N_ATTENTIONS; j++)
      n_units[j] += (ks_day_figures_get_unit (figures, i)->attention >> j & 1) != 0;
  add_count (table, "units", ks_day_figures_get_n_units (figures));
  add_count (table, "units_reported", ks_day_figures_get_province (figures)->n_reported);
  add_count (table, "limit", ks_day_figures_get_limit (figures));
  for (guint j = 0; j < KS_N_ATTENTIONS; j++)
    {
      g_autofree char *item = g_strdup_printf ("attention_%s",
                                               ks_attention_to_id ((KsAttention) (1u << j)));

      add_count (table, item, n_units[j]);
    }
  add_count (table, "units_checking", ks_day_figures_get_province (figures)->n_checking);
}

/* A file that somebody else writes is told as it was looked through last. */
static void
renew_findings (KsCli *cli, KsCampaign *campaign)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Looking for what needs checking"));
  g_autoptr (GError) error = NULL;

  if (!ks_findings_renew (campaign, job, &error))
    ks_cli_note (cli, error->message);
}

static gboolean
add_overview (KsCliTable *table, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsResults) results = ks_results_load (campaign, error);
  KsOverview overview;

  if (results == NULL || !ks_overview_load (campaign, results, &overview, error))
    return FALSE;
  add_text (table, "next_step", ks_step_to_id (overview.step));
  add_count (table, "received", overview.received);
  add_count (table, "waiting", overview.waiting);
  add_count (table, "open_findings", overview.findings.n_open);
  add_count (table, "chosen", overview.n_chosen);
  return TRUE;
}

/**
 * ks_cli_status:
 * @cli: the command line
 * @error: return location for an error
 *
 * `status FILE [--at TIME]`: where the campaign stands: the next step, staff, reports and answers as
 * of a moment, what is open, and how many units ask for a call.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_status (KsCli *cli, GError **error)
{
  g_autofree char *at = NULL;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("until that second, in Việt Nam"), "TIME" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsDayFigures) figures = NULL;
  g_autoptr (KsCliTable) table = NULL;
  KsMoment moment;

  if (!ks_cli_parse (cli, entries, "FILE [--at TIME]", 1, 1, error)
      || !ks_cli_parse_moment ("--at", at, &moment, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  renew_findings (cli, campaign);
  figures = ks_cli_load_day (cli, campaign, moment, error);
  if (figures == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "item,value");
  add_campaign (table, campaign);
  add_figures (table, figures);
  add_attention (table, figures);
  if (!add_overview (table, campaign, error))
    return FALSE;
  ks_cli_table_print (table);
  return TRUE;
}
