/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Answers of groups of people, unit by unit. Whoever belongs to no group is in the total of the
 * unit alone. */
typedef struct
{
  guint n_districts;
  const guint *first; /* per district: its first unit; one more: the number of all units */
  guint n_groups;
  const gint64 *counts; /* unit × group */
  const gint64 *totals; /* per unit */
} KsGroupCounts;

/* Which of them may be shown; a byte per cell. */
typedef struct
{
  guint8 *units;     /* unit × group */
  guint8 *districts; /* district × group */
  guint8 *whole;     /* group */
} KsGroupsShown;

KsGroupsShown *ks_groups_shown_new (const KsGroupCounts *counts);
KsGroupsShown *ks_groups_shown_ref (KsGroupsShown *self);
void ks_groups_shown_unref (KsGroupsShown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsGroupsShown, ks_groups_shown_unref)

G_END_DECLS
