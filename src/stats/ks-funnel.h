/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts of answers that chance alone explains, around the participation of the whole. */

#define KS_FUNNEL_INNER 0.95
#define KS_FUNNEL_OUTER 0.998

void ks_funnel_limits (gint64 staff, double share, double level, gint64 *low, gint64 *high);

G_END_DECLS
