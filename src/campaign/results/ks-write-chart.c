/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-chart.h"

#include "ks-campaign-error.h"
#include "ks-chart-paper.h"
#include "ks-give-out.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-platform.h"
#include "ks-printed-chart.h"

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

static KsResultChart *
make_chart (KsResults *results, const KsChartRequest *request, const KsScope *scope,
            GError **error)
{
  const KsChartChoice choice = { .scope = *scope, .as_given = request->as_given };
  g_autoptr (KsResultChart) chart = ks_result_chart_new (results, request->kind, &choice);
  KsRefusal refusal = ks_result_chart_get_refusal (chart);

  if (refusal == KS_REFUSAL_NONE)
    return g_steal_pointer (&chart);
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                       ks_refusal_get_reason (refusal));
  return NULL;
}

static char *
make_title (KsChartKind kind, const KsScope *scope)
{
  return g_strdup_printf ("%s – %s", ks_chart_kind_get_noun (kind),
                          scope->kind == KS_SCOPE_PROVINCE ? "toàn tỉnh" : scope->name);
}

static char *
make_subtitle (KsResults *results, const KsScope *scope)
{
  KsParticipation participation;
  g_autofree char *answers = NULL;
  g_autofree char *staff = NULL;

  ks_results_get_participation (results, scope, &participation);
  answers = ks_format_count (participation.answers);
  staff = ks_format_count (participation.staff);
  return g_strdup_printf ("Phiếu hợp lệ: n = %s; cán bộ, công chức thuộc diện khảo sát: N = %s",
                          answers, staff);
}

static void
say_answers (GString *foot, KsResultChart *chart)
{
  KsQuestionSet *questions = ks_result_chart_get_questions (chart);
  g_autofree char *good = questions != NULL ? ks_question_set_dup_good_labels (questions) : NULL;
  gint64 left_out = questions != NULL ? ks_question_set_get_left_out (questions) : 0;
  g_autofree char *figure = ks_format_count (left_out);

  if (good != NULL && *good != '\0')
    g_string_append_printf (foot, " Đánh giá tốt gồm: %s.", good);
  if (left_out > 0)
    g_string_append_printf (foot, " Không gồm %s phiếu của đơn vị dưới 5 phiếu.", figure);
}

static void
say_given (GString *foot, const KsGivenState *given)
{
  g_autofree char *settled = ks_moment_format (given->settled_at);
  g_autofree char *earlier = ks_moment_format (given->given_at);

  if (given->settled_at != KS_MOMENT_NONE)
    g_string_append_printf (foot, " Số liệu chốt lúc %s.", settled);
  else if (given->given_at != KS_MOMENT_NONE)
    g_string_append_printf (foot, " Số liệu của một số đơn vị là số liệu đã nêu lúc %s.", earlier);
}

static char *
make_foot (KsResults *results, const KsScope *scope, KsResultChart *chart, gboolean by_unit)
{
  g_autoptr (GString) foot = g_string_new (NULL);
  g_autofree char *notice = ks_form_dup_short_notice (ks_results_get_form (results));
  guint n_unnamed = by_unit ? ks_results_count_unnamed (results, scope) : 0;
  KsGivenState given;

  ks_results_get_given (results, scope, &given);
  if (ks_results_get_as_of (results) != KS_MOMENT_NONE)
    {
      g_autofree char *as_of = ks_moment_format (ks_results_get_as_of (results));

      g_string_append_printf (foot, "Số liệu tính đến %s.", as_of);
    }
  say_given (foot, &given);
  say_answers (foot, chart);
  if (n_unnamed > 0)
    g_string_append_printf (foot, " Còn %u đơn vị đang đối chiếu số liệu, không nêu ở đây.",
                            n_unnamed);
  if (notice != NULL && given.leaving)
    g_string_append_printf (foot, " Phiếu khảo sát: %s.", notice);
  return g_strdup (g_strchug (foot->str));
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
  g_autoptr (KsResultChart) chart = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *foot = NULL;
  KsChartPaperPart part = { .paint = ks_printed_chart_paint };
  KsChartPaper paper = { info, NULL, TRUE, &part, 1, g_object_unref };
  KsGivenState given;
  KsScope scope;

  if (results == NULL || !ks_results_find_scope (results, request->scope, &scope))
    return NULL;
  chart = make_chart (results, request, &scope, error);
  if (chart == NULL)
    return NULL;
  ks_results_get_given (results, &scope, &given);
  paper.notice = given.settled_at == KS_MOMENT_NONE ? "SỐ LIỆU SƠ BỘ" : NULL;
  title = make_title (request->kind, &scope);
  subtitle = make_subtitle (results, &scope);
  foot = make_foot (results, &scope, chart, scope.kind == KS_SCOPE_DISTRICT);
  part.title = title;
  part.subtitle = subtitle;
  part.foot = foot;
  part.chart = g_object_ref (ks_result_chart_get_chart (chart));
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
