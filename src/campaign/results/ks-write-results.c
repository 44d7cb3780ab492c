/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-results.h"

#include "ks-campaign-error.h"
#include "ks-chart-paper.h"
#include "ks-give-out.h"
#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-printed-chart.h"

/* All that is known of a scope, for one file: every chart with its words, and the table behind it. */
typedef struct {
  KsCampaignInfo *info;
  KsResults      *results;   /* who took part */
  KsResults      *given;     /* what was answered */
  KsScope         scope;
  GPtrArray      *charts;    /* of KsPrintedChart */
  KsMoment        stamp;
} Export;

static void
export_clear (Export *self)
{
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_object (&self->results);
  g_clear_object (&self->given);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

/* A file of a district holds nothing of another one, that of a unit nothing of its neighbours; and no
 * page has room for the units of a province. */
static gboolean
belongs (KsChartKind kind, KsScopeKind scope, gboolean paper)
{
  if (scope == KS_SCOPE_UNIT)
    return kind == KS_CHART_LIKERT || kind == KS_CHART_PROFILE;
  if (scope == KS_SCOPE_DISTRICT)
    return kind != KS_CHART_MULTIPLES;
  return !paper || kind != KS_CHART_DOTS;
}

static void
collect_chart (Export *self, KsChartKind kind, gboolean counts)
{
  KsResults *results = ks_chart_kind_tells_answers (kind) ? self->given : self->results;
  const KsChartChoice choice = { .scope = self->scope, .as_given = TRUE, .counts = counts };
  g_autoptr (KsPrintedChart) chart = ks_printed_chart_new (results, kind, &choice);

  if (ks_result_chart_get_refusal (chart->chart) == KS_REFUSAL_NONE)
    g_ptr_array_add (self->charts, g_steal_pointer (&chart));
}

static gboolean
gather (Export *self, KsCampaign *campaign, const char *code, KsJob *job, GError **error)
{
  self->info = ks_campaign_dup_info (campaign);
  self->results = ks_results_load_sendable (campaign, job, error);
  if (self->results == NULL)
    return FALSE;
  if (!ks_results_find_scope (self->results, code, &self->scope))
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No unit and no district of the registry has the code %s."), code);
      return FALSE;
    }
  self->given = ks_give_out (campaign, &self->scope, "export", job, error);
  if (self->given == NULL || !ks_campaign_get_stamp (campaign, &self->stamp, error))
    return FALSE;
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_printed_chart_free);
  return TRUE;
}

/* What stands above a table. */
static void
add_titles (const Export *self, KsSheetWriter *writer, const KsPrintedChart *chart)
{
  const char *notice = ks_printed_chart_get_notice (self->given, &self->scope);

  ks_sheet_writer_add_title (writer, chart->title);
  if (self->info->simulated)
    ks_sheet_writer_add_title (writer, "SỐ LIỆU MÔ PHỎNG");
  if (notice != NULL)
    ks_sheet_writer_add_title (writer, notice);
  ks_sheet_writer_add_title (writer, chart->subtitle);
  ks_sheet_writer_add_title (writer, chart->foot);
}

static void
add_sheet (const Export *self, KsSheetWriter *writer, const KsPrintedChart *chart,
           const char *name)
{
  g_autoptr (KsFigures) figures = ks_result_chart_create_figures (chart->chart, TRUE);

  ks_sheet_writer_begin_sheet (writer, name);
  add_titles (self, writer, chart);
  ks_figures_write_sheet (figures, writer);
}

/* A workbook has a sheet of each kind, and one more of the answers as counts; text has these alone. */
static GBytes *
make_sheets (Export *self, KsSheetFormat format, GError **error)
{
  g_autoptr (KsSheetWriter) writer = ks_sheet_writer_new (format, self->stamp, error);

  if (writer == NULL)
    return NULL;
  collect_chart (self, KS_CHART_LIKERT, TRUE);
  if (format == KS_SHEET_CSV && self->charts->len == 0)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                           ks_refusal_get_reason (KS_REFUSAL_TOO_FEW));
      return NULL;
    }
  for (guint i = 0; i < self->charts->len; i++)
    add_sheet (self, writer, self->charts->pdata[i], "Số phiếu");
  for (guint kind = 0; format == KS_SHEET_XLSX && kind < KS_N_CHART_KINDS; kind++)
    {
      g_ptr_array_set_size (self->charts, 0);
      if (belongs (kind, self->scope.kind, FALSE))
        collect_chart (self, kind, FALSE);
      for (guint i = 0; i < self->charts->len; i++)
        add_sheet (self, writer, self->charts->pdata[i], ks_chart_kind_get_short_noun (kind));
    }
  return ks_sheet_writer_finish (writer, error);
}

static gboolean
write_sheets (Export *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = make_sheets (self, ks_sheet_format_from_path (path), error);

  return bytes != NULL
         && ks_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static gboolean
write_charts (Export *self, const char *path, KsJob *job, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (KsChartPaperPart));
  g_autoptr (KsPages) pages = NULL;
  KsChartPaper paper = { .info = self->info, .destroy = g_object_unref };

  for (guint kind = 0; kind < KS_N_CHART_KINDS; kind++)
    if (belongs (kind, self->scope.kind, TRUE))
      collect_chart (self, kind, FALSE);
  for (guint i = 0; i < self->charts->len; i++)
    {
      const KsPrintedChart *chart = self->charts->pdata[i];
      const KsChartPaperPart part
          = { chart->title, chart->subtitle, chart->foot, ks_printed_chart_paint,
              g_object_ref (ks_result_chart_get_chart (chart->chart)) };

      g_array_append_val (parts, part);
    }
  paper.notice = ks_printed_chart_get_notice (self->given, &self->scope);
  paper.parts = (const KsChartPaperPart *) parts->data;
  paper.n_parts = parts->len;
  pages = ks_chart_paper_new (&paper, error);
  return pages != NULL && ks_pages_write_pdf (pages, path, self->stamp, job, error);
}

static gboolean
refuse_format (const char *path, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("%s: results are written as .xlsx, .csv or .pdf; choose one of these endings."),
               path);
  return FALSE;
}

/**
 * ks_write_results:
 * @campaign: a campaign whose survey has ended
 * @scope: code of a district, or of a unit once figures are settled; empty for the province
 * @path: the file to write: .xlsx (a sheet of each table), .csv (the answers, counted) or .pdf (all
 *   charts, a page each)
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Writes all figures of a scope as they may leave the program; that they do is recorded first.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_results (KsCampaign *campaign, const char *scope, const char *path, KsJob *job,
                  GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean pdf = g_str_has_suffix (lower, ".pdf");
  g_auto (Export) export = { 0 };

  if (!pdf && !g_str_has_suffix (lower, ".xlsx") && !g_str_has_suffix (lower, ".csv"))
    return refuse_format (path, error);
  if (!ks_file_check_place (path, error) || !gather (&export, campaign, scope, job, error))
    return FALSE;
  return pdf ? write_charts (&export, path, job, error) : write_sheets (&export, path, error);
}
