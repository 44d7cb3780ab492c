/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sheet-source.h"

G_BEGIN_DECLS

/* Private to the reading of workbooks. */

/* A workbook of either format as a source of sheets; it begins with its functions. */
typedef struct _KsBook KsBook;

typedef struct {
  void         (*free) (KsBook *self);
  guint        (*get_n_sheets) (KsBook *self);
  const char  *(*get_sheet_name) (KsBook *self, guint sheet);
  gboolean     (*is_hidden) (KsBook *self, guint sheet);
  gboolean     (*select) (KsBook *self, guint sheet, GError **error);
  const KsRow *(*next) (KsBook *self, GError **error);
  gint64       (*get_position) (KsBook *self);
  GArray      *(*get_merges) (KsBook *self);
  const char  *(*get_font) (KsBook *self, guint column);
} KsBookFuncs;

struct _KsBook {
  const KsBookFuncs *funcs;
};

/* What a row and a number may take, and how many merges are kept. */
#define KS_BOOK_MAX_ROW_LENGTH ((gsize) 4 << 20)
#define KS_BOOK_MAX_NUMBER 400
#define KS_BOOK_MAX_MERGES 100000

KsBook *ks_xlsx_open (GBytes *bytes, const char *name, GError **error);
KsBook *ks_ods_open (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
