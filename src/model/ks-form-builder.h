/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form.h"

G_BEGIN_DECLS

typedef enum {
  KS_FORM_TEXT_ID,
  KS_FORM_TEXT_TITLE,
  KS_FORM_TEXT_NOTICE,
  KS_FORM_TEXT_INTRO,
  KS_FORM_TEXT_UNIT,   /* how it asks for the unit */
  KS_N_FORM_TEXTS,
} KsFormText;

/* In place of a section: the questions about who answers. */
#define KS_FORM_PROFILE -1

/* A form on the way. Nothing is checked before ks_form_builder_build(); indices are those of the
 * form that it would give. */
typedef struct _KsFormBuilder KsFormBuilder;

KsFormBuilder *ks_form_builder_new (void);
KsFormBuilder *ks_form_builder_new_from_form (KsForm *form);
void           ks_form_builder_free (KsFormBuilder *self);
void           ks_form_builder_set_text (KsFormBuilder *self, KsFormText which, const char *text);
void           ks_form_builder_set_unit_entry (KsFormBuilder *self, const char *id,
                                               gboolean prefilled);

guint          ks_form_builder_get_n_sections (KsFormBuilder *self);
const char    *ks_form_builder_get_section_id (KsFormBuilder *self, guint index);
guint          ks_form_builder_add_section (KsFormBuilder *self, guint position,
                                            const KsSection *section);
void           ks_form_builder_set_section (KsFormBuilder *self, guint index,
                                            const KsSection *section);
void           ks_form_builder_remove_section (KsFormBuilder *self, guint index);
guint          ks_form_builder_move_section (KsFormBuilder *self, guint index, guint position);

guint          ks_form_builder_get_n_questions (KsFormBuilder *self);
const char    *ks_form_builder_get_question_id (KsFormBuilder *self, guint index);
guint          ks_form_builder_add_question (KsFormBuilder *self, int section, guint position,
                                             const KsQuestion *question);
void           ks_form_builder_set_question (KsFormBuilder *self, guint index,
                                             const KsQuestion *question);
void           ks_form_builder_remove_question (KsFormBuilder *self, guint index);
guint          ks_form_builder_move_question (KsFormBuilder *self, guint index, int section,
                                              guint position);
guint          ks_form_builder_shift_question (KsFormBuilder *self, guint index, int by);

void           ks_form_builder_set_scale (KsFormBuilder *self, const KsScale *scale);
void           ks_form_builder_remove_scale (KsFormBuilder *self, const char *id);

KsForm        *ks_form_builder_build (KsFormBuilder *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFormBuilder, ks_form_builder_free)

G_END_DECLS
