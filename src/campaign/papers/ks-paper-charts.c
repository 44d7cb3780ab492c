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
  gboolean answers; /* it tells what was answered */
  void (*add) (const KsPaperBuild *build, const char *caption);
} charts[] = {
  { "participation", FALSE, add_participation },
  { "questions", TRUE, add_questions },
};

/**
 * ks_paper_add_chart:
 * @build: a paper
 * @name: what templates call a chart
 * @caption: (nullable): below it; %NULL: none
 *
 * Adds a chart; a paper that tells of no answer has none of them.
 */
void
ks_paper_add_chart (const KsPaperBuild *build, const char *name, const char *caption)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_str_equal (charts[i].name, name)
        && !(charts[i].answers && build->material->given == NULL))
      charts[i].add (build, caption);
}
