/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form.h"
#include "ks-paper-kind.h"

G_BEGIN_DECLS

/* Which papers have a figure. */
typedef enum
{
  KS_FIELD_OF_RESULTS, /* all but those of the day */
  KS_FIELD_OF_ALL,
  KS_FIELD_OF_THE_DAY,
} KsPaperFieldPapers;

/* A figure that templates may name. */
typedef struct
{
  const char *id;
  const char *meaning; /* Vietnamese, as docs/papers.md has it */
  gboolean province;   /* of the whole survey alone: not under district/… and unit/… */
  KsPaperFieldPapers papers;
} KsPaperField;

const KsPaperField *ks_paper_fields_get (guint *n_fields);
gboolean ks_paper_field_is_known (const char *id, KsPaperKind paper, KsForm *form);

G_END_DECLS
