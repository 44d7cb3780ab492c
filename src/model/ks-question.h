/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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
  gboolean poor;       /* counts as "chưa tốt"; a level that is neither stands in the middle */
} KsOption;

typedef struct {
  char          *id;
  char          *text;
  char          *short_text;  /* a few words for charts; the text itself when the form gives none */
  char          *section_id;  /* NULL for profile questions */
  char          *scale_id;    /* NULL when the options are its own */
  char          *basis;       /* the article it rests on; may be empty */
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
  char *basis;  /* the articles it rests on; may be empty */
} KsSection;

/* Options that several questions share. */
typedef struct {
  char     *id;
  gboolean  ordinal;
  KsOption *options;
  guint     n_options;
} KsScale;

/* What the form does not say itself: which levels are good and which poor. */
void        ks_options_mark_defaults (KsOption *options, guint n_options, gboolean ordinal);
KsOption   *ks_options_copy (const KsOption *options, guint n_options);
void        ks_options_free (KsOption *options, guint n_options);
gboolean    ks_options_equal (const KsOption *a, guint n_a, const KsOption *b, guint n_b);
void        ks_question_copy_to (const KsQuestion *self, KsQuestion *copy);
void        ks_question_clear (KsQuestion *self);
const char *ks_question_type_get_name (KsQuestionType type);

/* One answer text of fixed columns: see store/. */
void              ks_question_write_blank (const KsQuestion *self, char *answers);
void              ks_question_write_choice (const KsQuestion *self, char *answers, guint choice);
guint             ks_question_read_choice (const KsQuestion *self, const char *answers);
gboolean          ks_question_has_answer (const KsQuestion *self, const char *answers);
gboolean          ks_question_has_choice (const KsQuestion *self, const char *answers, guint choice);
char             *ks_question_dup_good_labels (const KsQuestion *self);

G_END_DECLS
