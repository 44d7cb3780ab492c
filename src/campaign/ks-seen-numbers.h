/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which numbers of a form service the rows of one file have, and what each of those rows says. A
 * file may hold millions, so that no more than two hashes are kept of each. All zero: none. */
typedef struct {
  struct KsSeenNumber *places; /* those that hold no number are 0 */
  guint                n_seen;
  guint                room;   /* a power of two */
} KsSeenNumbers;

gboolean ks_seen_numbers_find (const KsSeenNumbers *self, guint64 number, guint64 *content);
void     ks_seen_numbers_add (KsSeenNumbers *self, guint64 number, guint64 content);
void     ks_seen_numbers_clear (KsSeenNumbers *self);

G_END_DECLS
