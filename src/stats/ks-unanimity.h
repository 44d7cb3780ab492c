/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The answers of units to one question, level by level. */
typedef struct {
  guint           n_districts;
  const guint    *first;     /* per district: its first unit; one more: the number of all units */
  guint           n_levels;
  const gint32   *counts;    /* of the first unit: so many chose each level */
  gsize           stride;    /* from the counts of a unit to those of the next */
  const gboolean *enters;    /* per unit: it enters the tables; NULL: all do */
  const gboolean *good;      /* per level: it is among those that x counts, which is always told */
} KsLevelCounts;

/* Whose levels are not told beside x and n. */
typedef struct {
  gboolean *units;
  gboolean *districts;
  gboolean  whole;
} KsLevelsHidden;

KsLevelsHidden *ks_levels_hidden_new (const KsLevelCounts *counts);
void            ks_levels_hidden_free (KsLevelsHidden *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsLevelsHidden, ks_levels_hidden_free)

G_END_DECLS
