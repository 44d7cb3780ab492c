/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-printed-chart.h"

#include "ks-number.h"

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
make_foot (KsResults *results, const KsScope *scope, KsResultChart *chart)
{
  g_autoptr (GString) foot = g_string_new (NULL);
  g_autofree char *notice = ks_form_dup_short_notice (ks_results_get_form (results));
  guint n_unnamed
      = scope->kind == KS_SCOPE_DISTRICT ? ks_results_count_unnamed (results, scope) : 0;
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
 * ks_printed_chart_new:
 * @results: results that may leave the program
 * @kind: of chart
 * @choice: what it is of
 *
 * Returns: (transfer full): the chart with its words; it may be refused
 */
KsPrintedChart *
ks_printed_chart_new (KsResults *results, KsChartKind kind, const KsChartChoice *choice)
{
  KsPrintedChart *self = g_new0 (KsPrintedChart, 1);

  self->chart = ks_result_chart_new (results, kind, choice);
  self->title = make_title (kind, &choice->scope);
  self->subtitle = make_subtitle (results, &choice->scope);
  self->foot = make_foot (results, &choice->scope, self->chart);
  return self;
}

/**
 * ks_printed_chart_free:
 * @self: (nullable): a chart
 *
 * Frees it.
 */
void
ks_printed_chart_free (KsPrintedChart *self)
{
  if (self == NULL)
    return;
  ks_result_chart_free (self->chart);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->foot);
  g_free (self);
}

/**
 * ks_printed_chart_get_notice:
 * @results: results that may leave the program
 * @scope: a scope of theirs
 *
 * Returns: (transfer none) (nullable): what stands above all of them before figures are settled
 */
const char *
ks_printed_chart_get_notice (KsResults *results, const KsScope *scope)
{
  KsGivenState given;

  ks_results_get_given (results, scope, &given);
  return given.settled_at == KS_MOMENT_NONE ? KS_PRELIMINARY : NULL;
}

/**
 * ks_printed_chart_paint:
 * @cr: (nullable): where it is painted; %NULL: it is measured
 * @width: in points
 * @height: in points
 * @chart: a #KsChart
 *
 * Paints a chart on paper: Vietnamese, black on white, in the type of papers.
 *
 * Returns: the height that it wants at that width
 */
double
ks_printed_chart_paint (cairo_t *cr, double width, double height, gpointer chart)
{
  const KsPalette *palette = ks_palette_get (KS_PALETTE_PAPER);
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Serif 10");
  double wanted = ks_chart_measure_height (chart, width, palette, font);

  if (cr != NULL)
    ks_chart_paint (chart, cr, width, height, palette, font);
  pango_font_description_free (font);
  return wanted;
}
