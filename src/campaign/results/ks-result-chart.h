/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"
#include "ks-figures.h"
#include "ks-question-set.h"
#include "ks-results.h"

G_BEGIN_DECLS

typedef enum {
  KS_CHART_PARTICIPATION, /* answers against staff: districts, or units of a district */
  KS_CHART_ARRIVALS,      /* by the hour */
  KS_CHART_FUNNEL,        /* units before what chance explains */
  KS_CHART_LIKERT,        /* the questions of a scope */
  KS_CHART_PROFILE,       /* the questions of a unit or district beside those around it */
  KS_CHART_MULTIPLES,     /* the questions of every district */
  KS_CHART_HEAT,          /* questions by districts and units */
  KS_CHART_DOTS,          /* one question by units */
  KS_CHART_BODIES,        /* questions by groups of people */
  KS_N_CHART_KINDS,
} KsChartKind;

/* What is looked at. Strings and questions are those of the results and of their form. */
typedef struct {
  KsScope     scope;
  const char *section;   /* of the form; NULL: all of them */
  const KsQuestion *question; /* of charts about one; NULL: the form's key question */
  gboolean    as_given;  /* in the order of the form or of the office, not by figure */
  gboolean    counts;    /* tables of answers instead of shares */
  GHashTable *open;      /* a set of codes: districts whose units are seen; NULL: none */
} KsChartChoice;

/* Why there is no chart. */
typedef enum {
  KS_REFUSAL_NONE,
  KS_REFUSAL_OPEN,    /* the survey runs: participation alone */
  KS_REFUSAL_TOO_FEW, /* nobody shall be made out */
  KS_REFUSAL_EMPTY,   /* the form has no such questions */
  KS_REFUSAL_DESK,    /* the question stays on the desk's screen */
  KS_REFUSAL_PROVINCE, /* there is nothing around the province */
} KsRefusal;

/* In place of a column: the row as a whole, as tables have it. */
#define KS_RESULT_WHOLE_ROW G_MAXUINT

const char *ks_chart_kind_get_name (KsChartKind kind);
const char *ks_chart_kind_get_noun (KsChartKind kind);
const char *ks_chart_kind_get_short_noun (KsChartKind kind);
gboolean    ks_chart_kind_tells_answers (KsChartKind kind);
const char *ks_chart_kind_get_label (KsChartKind kind);
gboolean    ks_chart_kind_find     (const char *name, KsChartKind *kind);
const char *ks_refusal_get_title   (KsRefusal refusal);
const char *ks_refusal_get_reason  (KsRefusal refusal);

/* One look at results: a chart, the finding as a sentence, the table behind it. Window, command
 * line and files make theirs of nothing else; it tells nothing that its results do not show. */
typedef struct _KsResultChart KsResultChart;

KsResultChart *ks_result_chart_new (KsResults *results, KsChartKind kind,
                                    const KsChartChoice *choice);
void           ks_result_chart_free (KsResultChart *self);

KsRefusal      ks_result_chart_get_refusal (KsResultChart *self);
const char    *ks_result_chart_get_title (KsResultChart *self);
const char    *ks_result_chart_get_subtitle (KsResultChart *self);
const char    *ks_result_chart_get_foot (KsResultChart *self);
char          *ks_result_chart_dup_notice (KsResultChart *self);
KsChart       *ks_result_chart_get_chart (KsResultChart *self);
KsFigures     *ks_result_chart_create_figures (KsResultChart *self, gboolean leaves);
KsQuestionSet *ks_result_chart_get_questions (KsResultChart *self);
gboolean       ks_result_chart_find (KsResultChart *self, guint row, guint column, KsScope *scope,
                                     const KsQuestion **question);
gboolean       ks_result_chart_locate (KsResultChart *self, const KsScope *scope,
                                       const KsQuestion *question, guint *row, guint *column);
gboolean       ks_result_chart_can_open (KsResultChart *self, guint row, gboolean *is_open);
void           ks_result_chart_get_subject (KsResultChart *self, KsScope *scope,
                                            const KsQuestion **question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsResultChart, ks_result_chart_free)

G_END_DECLS
