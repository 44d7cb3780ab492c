/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sheet-source.h"

G_BEGIN_DECLS

/* Private to the reading of workbooks: where a cell stands. */

#define KS_XLSX_MAX_ROW 1048576
#define KS_XLSX_MAX_COLUMN 16384

guint64  ks_xlsx_read_number (const char *text, guint64 max);
guint    ks_xlsx_read_column (const char *reference, const char **rest);
gboolean ks_xlsx_read_merge (const char *reference, KsMerge *merge);

G_END_DECLS
