/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-figures.h"
#include "ks-likert-chart.h"
#include "ks-results.h"

G_BEGIN_DECLS

/* The questions of a form in one scope, ready for chart, table and clipboard: those on a scale as
 * rows of a Likert chart, the other closed ones and the open ones apart. Profile questions are
 * not among them. */
typedef struct _KsQuestionSet KsQuestionSet;

KsQuestionSet *ks_question_set_new (KsForm *form, GPtrArray *results);
KsQuestionSet *ks_question_set_load (KsResults *results, const KsScope *scope);
KsQuestionSet *
ks_question_set_load_section (KsResults *results, const KsScope *scope, const char *section);
void ks_question_set_free (KsQuestionSet *self);

gboolean ks_question_set_is_shown (KsQuestionSet *self);
guint ks_question_set_get_n_rows (KsQuestionSet *self);
const KsQuestionResult *ks_question_set_get_row (KsQuestionSet *self, guint row);
const KsLikertRow *ks_question_set_get_likert_rows (KsQuestionSet *self, guint *n_rows);
GPtrArray *ks_question_set_get_choices (KsQuestionSet *self);
GPtrArray *ks_question_set_get_texts (KsQuestionSet *self);
gint64 ks_question_set_get_left_out (KsQuestionSet *self);
gboolean ks_question_set_hides_levels (KsQuestionSet *self);

char *ks_question_set_dup_title (KsQuestionSet *self);
char *ks_question_set_dup_good_labels (KsQuestionSet *self);
KsLikertChart *ks_question_set_create_chart (KsQuestionSet *self, KsLikertOrder order);
KsFigures *
ks_question_set_create_figures (KsQuestionSet *self, KsLikertOrder order, gboolean counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsQuestionSet, ks_question_set_free)

G_END_DECLS
