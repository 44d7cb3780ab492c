/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include "ks-participation-figures.h"
#include "ks-printed-chart.h"
#include "ks-question-set.h"

#define MM_PER_POINT (25.4 / 72)

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

/* Takes the chart over. */
static void
add (const KsPaperBuild *build, const char *caption, KsChart *chart, const char *alt)
{
  double points = ks_printed_chart_paint (NULL, build->width / MM_PER_POINT, 0, chart);

  ks_document_add_chart (build->document, caption, ks_printed_chart_paint, chart, g_object_unref,
                         points * MM_PER_POINT, alt);
}

/* Districts that have no rate yet have no bar either. */
static void
drop_reconciling (const KsPaperBuild *build, KsParticipationFigures *figures)
{
  for (guint i = figures->parts->len; i > 0; i--)
    if (ks_paper_material_is_reconciling (build->material,
                                          &g_array_index (figures->parts, KsParticipation, i - 1)))
      g_array_remove_index (figures->parts, i - 1);
}

static void
add_participation (const KsPaperBuild *build, const char *caption)
{
  g_autoptr (KsParticipationFigures) figures
      = ks_participation_figures_load (build->material->live, &province);

  drop_reconciling (build, figures);
  if (figures->parts->len > 0)
    add (build, caption, KS_CHART (ks_participation_figures_create_chart (figures)),
         "Tỷ lệ tham gia theo huyện, thị xã, thành phố");
}

/* Those of which nothing may be told have no bar. */
static void
add_questions (const KsPaperBuild *build, const char *caption)
{
  g_autoptr (KsQuestionSet) set = ks_question_set_load (build->material->given, &province);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (KsLikertRow));
  guint n_rows;
  const KsLikertRow *rows = ks_question_set_get_likert_rows (set, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].shown)
      g_array_append_val (shown, rows[i]);
  if (shown->len > 0)
    add (build, caption,
         KS_CHART (ks_likert_chart_new ((const KsLikertRow *)shown->data, shown->len,
                                        KS_LIKERT_AS_GIVEN)),
         "Kết quả trả lời từng nội dung, toàn tỉnh");
}

static const struct
{
  const char *name;
  guint papers;
  void (*add) (const KsPaperBuild *build, const char *caption);
} charts[] = {
  { "participation", KS_PAPERS_OF_RESULTS, add_participation },
  { "questions", KS_PAPERS_OF_ANSWERS, add_questions },
};

static gboolean
is_chart (guint index, KsPaperKind paper, const char *name)
{
  return g_str_equal (charts[index].name, name)
         && (charts[index].papers & KS_PAPER_BIT (paper)) != 0;
}

/**
 * ks_paper_has_chart:
 * @paper: a paper that is made from a template
 * @name: what templates call a chart
 *
 * Returns: whether the paper may have it
 */
gboolean
ks_paper_has_chart (KsPaperKind paper, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (is_chart (i, paper, name))
      return TRUE;
  return FALSE;
}

/**
 * ks_paper_add_chart:
 * @build: a paper
 * @name: what templates call a chart
 * @caption: (nullable): below it; %NULL: none
 *
 * Adds a chart, if the paper has it.
 */
void
ks_paper_add_chart (const KsPaperBuild *build, const char *name, const char *caption)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (is_chart (i, build->material->kind, name))
      charts[i].add (build, caption);
}
