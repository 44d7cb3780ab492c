/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form.h"
#include "ks-paper-kind.h"

G_BEGIN_DECLS

/* Of what a figure may be told. */
typedef enum
{
  KS_FIELD_OF_THE_WHOLE, /* the whole survey alone */
  KS_FIELD_OF_DISTRICTS, /* and each district: "district/213/units" */
  KS_FIELD_OF_UNITS,     /* and each unit: "unit/07201/staff" */
} KsPaperFieldReach;

/* A figure that templates may name. */
typedef struct
{
  const char *id;
  const char *meaning; /* Vietnamese, as docs/papers.md has it */
  KsPaperFieldReach reach;
  guint papers; /* that have it: see KS_PAPER_BIT() */
} KsPaperField;

const KsPaperField *ks_paper_fields_get (guint *n_fields);
gboolean ks_paper_field_is_known (const char *id, KsPaperKind paper, KsForm *form);

G_END_DECLS
