/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-question.h"

G_BEGIN_DECLS

#define KS_FORM_MAX_QUESTIONS 500
#define KS_FORM_MAX_OPTIONS 99
#define KS_FORM_MAX_SECTIONS 100
#define KS_FORM_MAX_TEXT 4000

/* A questionnaire. Immutable; the same questions always give the same JSON. Others are made by a
 * KsFormBuilder. */
#define KS_TYPE_FORM (ks_form_get_type ())
G_DECLARE_FINAL_TYPE (KsForm, ks_form, KS, FORM, GObject)

KsForm           *ks_form_new_from_json (const char *json, gssize length, GError **error);
const char       *ks_form_get_json (KsForm *self);
const char       *ks_form_get_id (KsForm *self);
const char       *ks_form_get_title (KsForm *self);
const char       *ks_form_get_notice (KsForm *self);
char             *ks_form_dup_short_notice (KsForm *self);
const char       *ks_form_get_intro (KsForm *self);
const char       *ks_form_get_unit_text (KsForm *self);
const char       *ks_form_get_unit_id (KsForm *self);
guint             ks_form_get_n_questions (KsForm *self);
const KsQuestion *ks_form_get_question (KsForm *self, guint index);
const KsQuestion *ks_form_get_questions (KsForm *self, guint *n_questions);
const KsQuestion *ks_form_lookup (KsForm *self, const char *id);
const KsQuestion *ks_form_get_key_question (KsForm *self);
guint             ks_form_get_n_sections (KsForm *self);
const KsSection  *ks_form_get_section (KsForm *self, guint index);
const KsSection  *ks_form_lookup_section (KsForm *self, const char *id);
guint             ks_form_get_n_scales (KsForm *self);
const KsScale    *ks_form_get_scale (KsForm *self, guint index);
const KsScale    *ks_form_lookup_scale (KsForm *self, const char *id);
guint             ks_form_count_scale_users (KsForm *self, const char *id);
guint             ks_form_get_answer_width (KsForm *self);
guint             ks_form_get_n_slots (KsForm *self);
gboolean          ks_form_check_wording_only (KsForm *self, KsForm *changed, GError **error);

G_END_DECLS
