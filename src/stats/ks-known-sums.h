/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What comes out of sums that are known when they are added up and taken from each other in any way.
 * The terms are blocks of people who always enter together. */
typedef struct _KsKnownSums KsKnownSums;

KsKnownSums *ks_known_sums_new      (const guint *sizes, guint n_terms);
void         ks_known_sums_free     (KsKnownSums *self);
void         ks_known_sums_add      (KsKnownSums *self, const gboolean *terms);
gboolean     ks_known_sums_tell_few (KsKnownSums *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsKnownSums, ks_known_sums_free)

G_END_DECLS
