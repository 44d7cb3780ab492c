/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-time.h"

G_BEGIN_DECLS

/* What makes a row of one file the same answer sheet as a row of another, whatever the shape of the
 * files, and also when a spreadsheet that saved one of them again dropped the seconds of its times,
 * the zeros before its codes, or what it took for a formula. */
typedef struct {
  guint64  content; /* the unit as given, and the closed answers */
  guint64  earlier; /* the same by the code of the unit, as sheets of earlier versions are known */
  guint64  service; /* the number that the form service gave it; 0: none */
  KsMoment time;
  guint32  texts;   /* what was written to open questions: KS_TEXTS_NONE … or a hash */
} KsRowIdentity;

enum {
  KS_TEXTS_NONE,
  KS_TEXTS_FRAGILE, /* something that spreadsheets take for a formula, and show otherwise */
};

guint64 ks_row_identity_hash_content (const char *given, const char *answers);
guint64 ks_row_identity_hash_earlier (const char *code, const char *given, const char *answers);
guint64 ks_row_identity_hash_service (const char *id, const char *given);
guint32 ks_row_identity_add_text (guint32 texts, const char *question, const char *text);

G_END_DECLS
