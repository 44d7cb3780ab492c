/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-encoding.h"
#include "ks-registry.h"

G_BEGIN_DECLS

/* Tables of units as they come from outside: columns are found by their names. */
GPtrArray *ks_read_units_file (const char *path, KsEncoding encoding, GError **error);

G_END_DECLS
