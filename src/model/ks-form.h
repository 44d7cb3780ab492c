/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  KS_QUESTION_SINGLE,
  KS_QUESTION_MULTI,
  KS_QUESTION_TEXT,
} KsQuestionType;

typedef struct {
  char    *label;
  int      value;      /* level of an ordinal scale, higher is better; meaningless when !has_value */
  gboolean has_value;  /* FALSE for "không biết" and for plain options */
  gboolean good;       /* counts as "đánh giá tốt" */
} KsOption;

typedef struct {
  char          *id;
  char          *text;
  char          *short_text;  /* a few words for charts; the text itself when the form gives none */
  char          *section_id;  /* NULL for profile questions */
  KsQuestionType type;
  gboolean       ordinal;     /* its options are the levels of a scale */
  gboolean       profile;
  gboolean       sensitive;
  gboolean       key;
  KsOption      *options;     /* in the form's order */
  guint          n_options;
  guint          offset;      /* of its columns in an answer text */
  guint          width;       /* number of those columns; 0 for text questions */
  guint          slot;        /* of its tallies: slot = any answer, slot + k = choice k */
} KsQuestion;

typedef struct {
  char *id;
  char *title;
} KsSection;

/* A questionnaire, as its JSON describes it. Immutable. */
#define KS_TYPE_FORM (ks_form_get_type ())
G_DECLARE_FINAL_TYPE (KsForm, ks_form, KS, FORM, GObject)

KsForm           *ks_form_new_from_json (const char *json, gssize length, GError **error);
const char       *ks_form_get_json (KsForm *self);
const char       *ks_form_get_id (KsForm *self);
const char       *ks_form_get_title (KsForm *self);
const char       *ks_form_get_notice (KsForm *self);
char             *ks_form_dup_short_notice (KsForm *self);
const char       *ks_form_get_unit_text (KsForm *self);
guint             ks_form_get_n_questions (KsForm *self);
const KsQuestion *ks_form_get_question (KsForm *self, guint index);
const KsQuestion *ks_form_lookup (KsForm *self, const char *id);
const KsQuestion *ks_form_get_key_question (KsForm *self);
guint             ks_form_get_n_sections (KsForm *self);
const KsSection  *ks_form_get_section (KsForm *self, guint index);
guint             ks_form_get_answer_width (KsForm *self);
guint             ks_form_get_n_slots (KsForm *self);

/* One answer text of fixed columns: see store/. */
void              ks_question_write_blank (const KsQuestion *self, char *answers);
void              ks_question_write_choice (const KsQuestion *self, char *answers, guint choice);
guint             ks_question_read_choice (const KsQuestion *self, const char *answers);
gboolean          ks_question_has_answer (const KsQuestion *self, const char *answers);
gboolean          ks_question_has_choice (const KsQuestion *self, const char *answers, guint choice);
char             *ks_question_dup_good_labels (const KsQuestion *self);

G_END_DECLS
