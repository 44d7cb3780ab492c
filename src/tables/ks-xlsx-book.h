/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-xlsx-private.h"

G_BEGIN_DECLS

/* Private to the reading of workbooks: which sheets there are, and what they share. */

typedef struct {
  char    *name;
  char    *part;
  gboolean hidden;
} KsXlsxSheet;

typedef struct {
  KsPackage     *package;
  GPtrArray     *sheets; /* of KsXlsxSheet */
  gboolean       from_1904;
  char          *strings_part; /* NULL: none */
  char          *styles_part;
  KsXlsxStrings *strings; /* NULL until the first sheet is read */
  KsXlsxStyles  *styles;
} KsXlsxBook;

gboolean ks_xlsx_book_init (KsXlsxBook *self, GBytes *bytes, const char *name, GError **error);
void     ks_xlsx_book_clear (KsXlsxBook *self);
gboolean ks_xlsx_book_load_shared (KsXlsxBook *self, GError **error);

G_END_DECLS
