/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ks-estimate.h"

G_BEGIN_DECLS

/* Where more than so many choose one level throughout, nothing can be told from it. */
#define KS_STRAIGHT_MAX_SHARE 0.15

gboolean ks_stand_out_find (const KsStratum *units, guint n_units, double max_share,
                            gboolean *flagged, double *share);
gboolean ks_straight_find (const KsStratum *units, guint n_units, gboolean *flagged,
                           double *share);

G_END_DECLS
