/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-encoding.h"

G_BEGIN_DECLS

/* How a list reads in each encoding that it may be in, for a person who knows which one is right. */
typedef struct {
  KsEncoding encoding;
  char      *grounds; /* what speaks for it */
  char      *preview; /* some of the text */
} KsEncodingChoice;

typedef struct {
  char      *place;   /* of what it is asked */
  GPtrArray *choices; /* of KsEncodingChoice, the likest first */
} KsEncodingQuestion;

KsEncodingQuestion *ks_encoding_question_new (const char *place);
KsEncodingQuestion *ks_encoding_question_new_for_file (const char *path);
void                ks_encoding_question_free (KsEncodingQuestion *self);
void                ks_encoding_question_add (KsEncodingQuestion *self,
                                              const KsEncodingCandidate *candidate, char *preview);
void                ks_encoding_question_refuse (KsEncodingQuestion *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsEncodingQuestion, ks_encoding_question_free)

G_END_DECLS
