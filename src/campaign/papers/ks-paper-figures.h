/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-figure-book.h"
#include "ks-paper-material.h"
#include "ks-question-set.h"

G_BEGIN_DECLS

/* The figures of a paper, each with its account: see ks-paper-fields.h for their ids. */
KsFigureBook *ks_paper_figures_new (const KsPaperMaterial *material);

/* A scope whose figures are put into the book. */
typedef struct
{
  const KsPaperMaterial *material;
  KsFigureBook *book;
  const char *prefix; /* of ids: "", "district/213/" */
  KsScope scope;
} KsPaperScope;

void
ks_paper_add_count (const KsPaperScope *scope, const char *id, gint64 count, const char *account);
void ks_paper_add_words (const KsPaperScope *scope,
                         const char *id,
                         const char *text,
                         const char *account);
void ks_paper_add_share (
    const KsPaperScope *scope, const char *id, gint64 part, gint64 whole, const char *account);
char *ks_paper_scope_dup_prefix (const KsScope *scope);

void ks_paper_say_rate (GString *account, gint64 answers, gint64 staff, gboolean reconciling);
void ks_paper_add_participation (const KsPaperScope *scope);
void ks_paper_add_key (const KsPaperScope *scope);
void ks_paper_add_questions (const KsPaperScope *scope);
void ks_paper_add_work (const KsPaperScope *scope);
void ks_paper_add_survey (const KsPaperScope *scope);
void ks_paper_add_facts (const KsPaperScope *scope);
void ks_paper_add_previous (const KsPaperScope *scope);
void ks_paper_add_nominees (const KsPaperScope *scope);
void ks_paper_add_recognition (const KsPaperScope *scope);
void ks_paper_add_staff (const KsPaperScope *scope);
void ks_paper_add_staff_changes (const KsPaperScope *scope);

G_END_DECLS
