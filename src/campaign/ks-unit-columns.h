/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-columns.h"
#include "ks-unit-matcher.h"

G_BEGIN_DECLS

/* The columns of a table that tell which unit a row is about: first in the columns of who reads it. */
typedef enum {
  KS_UNIT_COLUMN_CODE,
  KS_UNIT_COLUMN_NAME,
  KS_UNIT_COLUMN_DISTRICT,
  KS_N_UNIT_COLUMNS,
} KsUnitColumn;

gboolean ks_unit_columns_find     (const KsRow *header, int *columns);
gboolean ks_unit_columns_is_title (const char *folded);
KsUnit  *ks_unit_columns_match    (const int *columns, KsUnitMatcher *matcher, const char *file,
                                   const KsRow *row, GError **error);

G_END_DECLS
