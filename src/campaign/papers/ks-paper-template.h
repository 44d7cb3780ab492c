/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ks-form.h"
#include "ks-paper-kind.h"

G_BEGIN_DECLS

/* What a template says in one place. Its language is told in docs/papers.md. */
typedef enum
{
  KS_PART_SET,     /* @organ BAN DÂN VẬN: a slot, as long as the office sets none */
  KS_PART_HEADING, /* # or ## */
  KS_PART_TEXT,    /* a paragraph */
  KS_PART_POINT,   /* - text */
  KS_PART_NOTE,    /* > text */
  KS_PART_TITLE,   /* @heading label | title | reference */
  KS_PART_SLOT,    /* @slot strengths 1. Ưu điểm: */
  KS_PART_TABLE,   /* @table districts caption */
  KS_PART_CHART,   /* @chart participation caption */
  KS_PART_BREAK,   /* @break */
} KsPartKind;

typedef struct
{
  KsPartKind kind;
  guint level; /* of a heading */
  char *name;  /* of a slot, a table, a chart */
  char *text;
  guint line; /* in the file, from 1 */
} KsPart;

typedef struct
{
  GPtrArray *parts; /* of KsPart */
} KsPaperTemplate;

KsPaperTemplate *ks_paper_template_new (
    KsPaperKind paper, const char *text, const char *name, KsForm *form, GError **error);
KsPaperTemplate *ks_paper_template_new_own (KsPaperKind paper);
char *ks_paper_template_dup_text (KsPaperKind paper);
void ks_paper_template_free (KsPaperTemplate *self);
char *ks_paper_template_dup_slot (KsPaperTemplate *self, const char *slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPaperTemplate, ks_paper_template_free)

G_END_DECLS
