/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-form-item.h"

G_BEGIN_DECLS

/* The form's parts as a list, to choose one and to move questions by pointer.
 * Signals: "selected": another part is chosen; "opened": Enter or a click on it; "moved" (question,
 * section, position): a question was dropped, as ks_form_builder_move_question() takes it. */
#define KS_TYPE_FORM_OUTLINE (ks_form_outline_get_type ())
G_DECLARE_FINAL_TYPE (KsFormOutline, ks_form_outline, KS, FORM_OUTLINE, GtkWidget)

void        ks_form_outline_set_form (KsFormOutline *self, KsForm *form);
void        ks_form_outline_set_editable (KsFormOutline *self, gboolean editable);
KsFormItem *ks_form_outline_get_selected (KsFormOutline *self);
gboolean    ks_form_outline_select (KsFormOutline *self, const char *id);
void        ks_form_outline_step (KsFormOutline *self, int by);
void        ks_form_outline_find (KsFormOutline *self, const char *text);
void        ks_form_outline_drop (KsFormOutline *self, guint question, KsFormItem *onto,
                                  gboolean below);

G_END_DECLS
