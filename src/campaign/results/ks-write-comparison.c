/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comparison-table.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-sheet-writer.h"

static void
add_survey (KsSheetWriter *writer, const char *which, KsCampaign *campaign, KsResults *results)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "", NULL, 0 };
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *day = ks_day_format (info->day);
  g_autofree char *settled = NULL;
  g_autofree char *line = NULL;
  KsGivenState given;

  ks_results_get_given (results, &province, &given);
  settled = given.settled_at != KS_MOMENT_NONE ? ks_moment_format (given.settled_at) : NULL;
  line = g_strdup_printf ("%s: %s, ngày %s – %s%s%s", which, info->title, day,
                          settled != NULL ? "số liệu chốt lúc " : "SỐ LIỆU SƠ BỘ",
                          settled != NULL ? settled : "",
                          info->simulated ? " – SỐ LIỆU MÔ PHỎNG" : "");
  ks_sheet_writer_add_title (writer, line);
}

static GBytes *
make_sheet (KsShareComparison *comparison,
            KsCampaign *now,
            KsCampaign *earlier,
            KsSheetFormat format,
            GError **error)
{
  g_autoptr (KsSheetWriter) writer = NULL;
  g_autoptr (KsFigures) figures = ks_comparison_create_figures (comparison);
  g_autofree char *place = ks_comparison_dup_place (comparison);
  g_autofree char *title
      = g_strdup_printf ("Tỷ lệ đánh giá tốt so với đợt khảo sát trước – %s", place);
  g_autofree char *foot = ks_comparison_dup_foot (comparison);
  g_autofree char *notice
      = ks_form_dup_short_notice (ks_results_get_form (ks_share_comparison_get_now (comparison)));
  KsMoment stamp;

  if (!ks_campaign_get_stamp (now, &stamp, error))
    return NULL;
  writer = ks_sheet_writer_new (format, stamp, error);
  if (writer == NULL)
    return NULL;
  ks_sheet_writer_begin_sheet (writer, "So với đợt trước");
  ks_sheet_writer_add_title (writer, title);
  add_survey (writer, "Đợt này", now, ks_share_comparison_get_now (comparison));
  add_survey (writer, "Đợt trước", earlier, ks_share_comparison_get_earlier (comparison));
  if (notice != NULL)
    ks_sheet_writer_add_title (writer, notice);
  ks_sheet_writer_add_title (writer, foot);
  ks_figures_write_sheet (figures, writer);
  return ks_sheet_writer_finish (writer, error);
}

static gboolean
check_format (const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".csv"))
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("%s: two surveys are written beside each other as .xlsx or .csv; choose one of "
                  "these endings."),
               path);
  return FALSE;
}

/**
 * ks_write_comparison:
 * @now: the later survey
 * @earlier: the earlier survey, whose figures were settled
 * @code: of a district, or, once figures are settled, a unit of the later one; empty for the
 * province
 * @path: the file to write: .xlsx or .csv
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Writes the table of ks_give_out_comparison(). Nothing is recorded where nothing is written.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_comparison (KsCampaign *now,
                     KsCampaign *earlier,
                     const char *code,
                     const char *path,
                     KsJob *job,
                     GError **error)
{
  g_autoptr (KsShareComparison) comparison = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KsRefusal refusal;

  if (!check_format (path, error) || !ks_file_check_place (path, error))
    return FALSE;
  comparison = ks_give_out_comparison (now, earlier, code, job, error);
  if (comparison == NULL)
    return FALSE;
  refusal = ks_comparison_get_refusal (comparison);
  if (refusal != KS_REFUSAL_NONE)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                           ks_refusal_get_reason (refusal));
      return FALSE;
    }
  bytes = make_sheet (comparison, now, earlier, ks_sheet_format_from_path (path), error);
  return bytes != NULL
         && ks_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
