/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "ks-sheet-target.h"

G_BEGIN_DECLS

/* What a cell is that looks as on paper. */
typedef enum {
  KS_DRESS_TEXT,
  KS_DRESS_SHARE,
  KS_DRESS_HEADER,
  KS_DRESS_TITLE,
  KS_DRESS_NOTE,
  KS_DRESS_NUMBER, /* and as many decimals more */
} KsDress;

lxw_format *ks_workbook_create_dress (lxw_workbook *workbook, guint dress, KsSheetAlign align,
                                      gboolean bold);
guint       ks_workbook_count_lines (const char *text, double width);

G_END_DECLS
