/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sheet-source.h"

G_BEGIN_DECLS

/* Tables from outside, with a header row: columns are found by what they are called. */

KsSheetSource *ks_open_list (const char *path, KsEncoding encoding, GError **error);
gboolean     ks_is_unit_header (const char *folded);
int          ks_find_column (const KsRow *header, const char *const *names);
char        *ks_dup_cell (const KsRow *row, int column);
gboolean     ks_cell_is_blank (const KsCell *cell);
gboolean     ks_row_is_blank (const KsRow *row);
gboolean     ks_refuse_at (const char *file, guint64 number, const char *message, GError **error);

G_END_DECLS
