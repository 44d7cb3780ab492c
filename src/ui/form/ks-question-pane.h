/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-form-builder.h"
#include "ks-form-item.h"

G_BEGIN_DECLS

/* The chosen part of the form, to be edited. Signal "edited": what it shows was changed by hand;
 * the page saves it through ks_question_pane_apply(). */
#define KS_TYPE_QUESTION_PANE (ks_question_pane_get_type ())
G_DECLARE_FINAL_TYPE (KsQuestionPane, ks_question_pane, KS, QUESTION_PANE, GtkBox)

/* What may be changed: nothing, the wording, or all. */
typedef enum {
  KS_EDIT_NOTHING,
  KS_EDIT_WORDING,
  KS_EDIT_ALL,
} KsEditLevel;

void ks_question_pane_show (KsQuestionPane *self, KsForm *form, KsFormItem *item,
                            KsEditLevel level, const char *note);
void ks_question_pane_apply (KsQuestionPane *self, KsFormBuilder *builder);
void ks_question_pane_set_problem (KsQuestionPane *self, const char *problem);
void ks_question_pane_set_closable (KsQuestionPane *self, gboolean closable);
void ks_question_pane_start_editing (KsQuestionPane *self);
const char *ks_question_pane_get_first_words (KsFormPlace place);

G_END_DECLS
