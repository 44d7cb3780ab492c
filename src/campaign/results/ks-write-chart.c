/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-chart.h"

#include "ks-campaign-error.h"
#include "ks-chart-paper.h"
#include "ks-give-out.h"
#include "ks-heat-chart.h"
#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-printed-chart.h"

/* Cells of the table of colours that stand side by side on an upright page. */
#define MOST_UPRIGHT 20

static gboolean
refuse_scope (const char *code, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               _ ("No unit and no district of the registry has the code %s."), code);
  return FALSE;
}

/* Who took part is told at any time; answers leave by what may be given out. */
static KsResults *
load_results (KsCampaign *campaign, const KsChartRequest *request, KsJob *job, GError **error)
{
  g_autoptr (KsResults) results = ks_results_load_sendable (campaign, job, error);
  g_autofree char *document = g_strconcat ("chart-", ks_chart_kind_get_name (request->kind), NULL);
  KsScope scope;

  if (results == NULL
      || (!ks_results_find_scope (results, request->scope, &scope)
          && !refuse_scope (request->scope, error)))
    return NULL;
  return ks_chart_kind_tells_answers (request->kind)
             ? ks_give_out (campaign, &scope, document, job, error)
             : g_steal_pointer (&results);
}

/* What is asked of a chart about one question; others have none. */
static gboolean
find_question (KsResults *results, const char *id, const KsQuestion **question, GError **error)
{
  *question = id != NULL ? ks_form_lookup (ks_results_get_form (results), id) : NULL;
  if (id != NULL && *question == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("the form has no question %s"), id);
  else if (*question != NULL && !ks_results_tells (results, *question))
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("What was answered to question %s stays on the desk’s screen."), id);
  else
    return TRUE;
  return FALSE;
}

/**
 * ks_chart_create_pages:
 * @campaign: a campaign
 * @request: which chart
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Makes a chart as it may leave the program, on a page as high as it asks for. That answers leave is
 * recorded.
 *
 * Returns: (transfer full): one page, or %NULL with @error set
 */
KsPages *
ks_chart_create_pages (KsCampaign *campaign, const KsChartRequest *request, KsJob *job,
                       GError **error)
{
  g_autoptr (KsResults) results = load_results (campaign, request, job, error);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsPrintedChart) chart = NULL;
  KsChartChoice choice = { .as_given = request->as_given };
  KsChartPaperPart part = { .paint = ks_printed_chart_paint };
  KsChartPaper paper = { info, NULL, TRUE, FALSE, &part, 1, g_object_unref };

  if (results == NULL || !ks_results_find_scope (results, request->scope, &choice.scope)
      || !find_question (results, request->question, &choice.question, error))
    return NULL;
  chart = ks_printed_chart_new (results, request->kind, &choice);
  if (ks_result_chart_get_refusal (chart->chart) != KS_REFUSAL_NONE)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                           ks_refusal_get_reason (ks_result_chart_get_refusal (chart->chart)));
      return NULL;
    }
  paper.notice = ks_printed_chart_get_notice (results, &choice.scope);
  part.title = chart->title;
  part.subtitle = chart->subtitle;
  part.foot = chart->foot;
  part.chart = g_object_ref (ks_result_chart_get_chart (chart->chart));
  paper.wide = KS_IS_HEAT_CHART (part.chart)
               && ks_heat_chart_get_n_columns (part.chart) > MOST_UPRIGHT;
  return ks_chart_paper_new (&paper, error);
}

static gboolean
write_picture (KsPages *pages, KsPictureFormat format, const char *path, GError **error)
{
  g_autoptr (GBytes) picture = ks_pages_dup_picture (pages, 0, format, error);

  return picture != NULL
         && ks_file_write (path, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture),
                           error);
}

static gboolean
refuse_format (const char *path, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("%s: a chart is written as .pdf, .svg or .png; choose one of these endings."),
               path);
  return FALSE;
}

/**
 * ks_write_chart:
 * @campaign: a campaign
 * @request: which chart
 * @path: the file to write: .pdf, .svg or .png
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Writes a chart as it may leave the program.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_chart (KsCampaign *campaign, const KsChartRequest *request, const char *path, KsJob *job,
                GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (KsPages) pages = NULL;
  KsMoment stamp;

  if (!g_str_has_suffix (lower, ".pdf") && !g_str_has_suffix (lower, ".svg")
      && !g_str_has_suffix (lower, ".png"))
    return refuse_format (path, error);
  if (!ks_file_check_place (path, error))
    return FALSE;
  pages = ks_chart_create_pages (campaign, request, job, error);
  if (pages == NULL || !ks_campaign_get_stamp (campaign, &stamp, error))
    return FALSE;
  if (g_str_has_suffix (lower, ".pdf"))
    return ks_pages_write_pdf (pages, path, stamp, job, error);
  return write_picture (pages, g_str_has_suffix (lower, ".svg") ? KS_FORMAT_SVG : KS_FORMAT_PNG,
                        path, error);
}
