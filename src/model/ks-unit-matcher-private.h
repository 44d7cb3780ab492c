/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-unit-matcher.h"
#include "ks-unit-names.h"

G_BEGIN_DECLS

#define KS_CELL_MAX_PLACES 4

/* A cell with a name, and with what stands behind a comma, a dash or in brackets. */
typedef struct {
  KsSpelling name;
  KsSpelling places[KS_CELL_MAX_PLACES];
  guint      n_places;
  gboolean   crowded; /* there is more, or something longer than any name */
} KsNameCell;

void     ks_name_cell_read (KsNameCell *self, const char *text);
gboolean ks_name_cell_split (KsNameCell *self);
void     ks_name_cell_add_place (KsNameCell *self, const char *text);

/* What a row says, and what that means so far. */
typedef struct {
  KsUnit    *by_code;
  gboolean   has_code;
  KsNameCell cell;
  KsNameHits named;  /* all units that the name may mean, wherever they lie */
  KsNameHits units;  /* those that lie where the row says */
  KsNameHits places; /* the districts that the row names */
  gboolean   lost;   /* the row names a place that nobody knows */
} KsUnitQuestion;

void    ks_unit_question_read (KsUnitQuestion *self, const KsUnitNames *names, const char *code,
                               const char *name, const char *district);
KsDoubt ks_unit_question_judge (const KsUnitQuestion *self, const KsUnitNames *names);

/* The units that are likest to what a row says, found by a look at all of them. */
guint ks_unit_guess_look (const KsUnitNames *names, const KsUnitQuestion *question, guint *items,
                          guint room);
guint ks_unit_guess_rank (const KsUnitNames *names, const KsUnitQuestion *question,
                          const KsNameHits *among, guint *items, guint room);

G_END_DECLS
