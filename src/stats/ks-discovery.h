/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many of the units that are told to stand out may do so by chance. */
#define KS_DISCOVERY_RATE 0.05

double ks_discovery_threshold (const double *p, guint n, double rate);

G_END_DECLS
