/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-name-index.h"
#include "ks-unit-matcher.h"

G_BEGIN_DECLS

#define KS_CELL_MAX_PLACES 4

/* A cell with a name, and with what stands behind a comma, a dash or in brackets. */
typedef struct {
  KsSpelling name;
  KsSpelling places[KS_CELL_MAX_PLACES];
  guint      n_places;
  gboolean   crowded; /* there is more */
} KsNameCell;

void     ks_name_cell_read (KsNameCell *self, const char *text);
gboolean ks_name_cell_split (KsNameCell *self);
void     ks_name_cell_add_place (KsNameCell *self, const char *text);

/* The units that are likest to a name, found by a look at all of them. */
typedef struct {
  const KsNameIndex *units;
  const guint       *districts; /* of each unit: number of its district */
  const KsNameHits  *places;    /* the districts that were named; none if none was */
} KsGuesser;

guint ks_guesser_look (const KsGuesser *self, const KsSpelling *given, guint *items, guint room);
guint ks_guesser_rank (const KsGuesser *self, const KsSpelling *given, const KsNameHits *among,
                       guint *items, guint room);

G_END_DECLS
