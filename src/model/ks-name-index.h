/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-kind.h"

G_BEGIN_DECLS

/* Private to the matching of names: names of one level, found by what is left of them when all
 * marks are lost. */

#define KS_NAME_NONE G_MAXUINT
#define KS_NAME_MAX_HITS 128

typedef struct {
  KsGlyph *glyphs; /* without the type word */
  char    *base;
  guint    length;
  KsKind   kind;
  guint    item;
  gboolean alias;
  guint    next; /* entry with the same base, or KS_NAME_NONE */
} KsNameEntry;

typedef struct {
  KsLevel     level;
  GArray     *entries; /* KsNameEntry */
  GHashTable *first;   /* base, of an entry → its index + 1 */
} KsNameIndex;

typedef struct {
  const KsNameEntry *entry;
  KsFit              fit;
  gboolean           same_kind;
} KsNameHit;

/* What a text may mean, a hit for each item. */
typedef struct {
  KsNameHit hits[KS_NAME_MAX_HITS];
  guint     n_hits;
  gboolean  crowded; /* there were more */
} KsNameHits;

KsNameIndex *ks_name_index_new (KsLevel level);
void         ks_name_index_free (KsNameIndex *self);
void         ks_name_index_add (KsNameIndex *self, const char *name, const char *kind, guint item,
                                gboolean alias);
void         ks_name_index_find (const KsNameIndex *self, const KsSpelling *given,
                                 KsNameHits *hits);
void         ks_name_hits_settle (KsNameHits *self, const KsSpelling *given,
                                  const guint *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsNameIndex, ks_name_index_free)

G_END_DECLS
