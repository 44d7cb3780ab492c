/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form.h"
#include "ks-unit.h"

G_BEGIN_DECLS

/* Profile questions by which results are told apart: for which body people work, and what kind of
 * official they are. A group is an option of such a question. */
#define KS_MAX_GROUP_QUESTIONS 2

/* What a body is called, as ks_text_key() writes it, parted by "|". The Front before the Committee:
 * both are called "uỷ ban". */
typedef struct {
  KsBody      body;
  const char *words;
} KsBodyWords;
extern const KsBodyWords ks_body_words[KS_N_BODIES];

guint    ks_group_list_questions (KsForm *form,
                                  const KsQuestion *questions[KS_MAX_GROUP_QUESTIONS]);
gboolean ks_group_find_body (const KsQuestion *question, guint choice, KsBody *body);

G_END_DECLS
