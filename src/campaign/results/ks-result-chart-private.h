/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-result-chart.h"

G_BEGIN_DECLS

/* A kind of chart. load() reads the figures and either words the chart or refuses; the others are
 * asked only of a chart that was not refused. find() knows no rows behind the last, and where a row
 * has cells no columns behind the last either. */
typedef struct {
  const char *name;
  const char *label; /* msgid */
  gboolean    has_cells;
  void       (*load) (KsResultChart *self);
  KsChart   *(*create_chart) (KsResultChart *self);
  KsFigures *(*create_figures) (KsResultChart *self, gboolean leaves);
  gboolean   (*find) (KsResultChart *self, guint row, guint column, KsScope *scope,
                      const KsQuestion **question);
  gboolean   (*can_open) (KsResultChart *self, guint row, gboolean *is_open); /* NULL: no row */
  const char *noun;                  /* its title in papers, which are Vietnamese */
  const char *short_noun;            /* the name of its sheet in a workbook */
  gboolean    participation_alone;   /* no answer enters it */
} KsChartClassOfKind;

struct _KsResultChart {
  const KsChartClassOfKind *kind;
  KsResults     *results;
  KsChartChoice  choice;
  KsRefusal      refusal;
  char          *title;
  char          *subtitle;
  GString       *foot;      /* sentences */
  KsChart       *chart;     /* made when it is first asked for */
  gpointer       figures;   /* of the kind */
  GDestroyNotify free_figures;
  KsQuestionSet *questions; /* NULL: of other kinds */
};

extern const KsChartClassOfKind ks_chart_of_participation;
extern const KsChartClassOfKind ks_chart_of_arrivals;
extern const KsChartClassOfKind ks_chart_of_answers;
extern const KsChartClassOfKind ks_chart_of_bodies;
extern const KsChartClassOfKind ks_chart_of_dots;
extern const KsChartClassOfKind ks_chart_of_funnel;
extern const KsChartClassOfKind ks_chart_of_heat;
extern const KsChartClassOfKind ks_chart_of_multiples;
extern const KsChartClassOfKind ks_chart_of_profile;

#define KS_RESULT_HUNDREDTHS 10000.0

void        ks_result_chart_keep (KsResultChart *self, gpointer figures, GDestroyNotify free_figures);
const char *ks_result_chart_get_place (KsResultChart *self);
KsScope     ks_result_chart_find_parent (KsResultChart *self);
gboolean    ks_result_chart_takes (KsResultChart *self, const KsQuestion *question);
gint64      ks_result_chart_get_hundredths (KsResultChart *self, const KsScope *scope,
                                            const KsQuestion *question);
gboolean    ks_result_chart_knows_province (KsResultChart *self);
gboolean    ks_result_chart_knows_units (KsResultChart *self);
gboolean    ks_result_chart_prepare_question (KsResultChart *self);
void        ks_result_chart_say (KsResultChart *self, const char *sentence);
void        ks_result_chart_say_left_out (KsResultChart *self, gint64 left_out);
void        ks_result_chart_say_as_of (KsResultChart *self);

G_END_DECLS
