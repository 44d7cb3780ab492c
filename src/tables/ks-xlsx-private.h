/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-book.h"
#include "ks-package.h"

G_BEGIN_DECLS

/* Private to the reading of Excel workbooks. */

/* The texts that cells share by number. */
typedef struct _KsXlsxStrings KsXlsxStrings;

KsXlsxStrings *ks_xlsx_strings_read (KsPackage *package, const char *part, GError **error);
void           ks_xlsx_strings_free (KsXlsxStrings *self);
gboolean       ks_xlsx_strings_get (KsXlsxStrings *self, guint64 index, KsCell *cell);
gsize          ks_xlsx_decode (char *text, gsize length);

/* Which styles show a number as a day, a time, or both, and in which font they show a text. */
typedef struct _KsXlsxStyles KsXlsxStyles;

typedef enum {
  KS_NUMBER_PLAIN,
  KS_NUMBER_DAY,
  KS_NUMBER_TIME,
} KsNumberKind;

KsXlsxStyles *ks_xlsx_styles_read (KsPackage *package, const char *part, GError **error);
void          ks_xlsx_styles_free (KsXlsxStyles *self);
KsNumberKind  ks_xlsx_styles_get (KsXlsxStyles *self, guint style);
const char   *ks_xlsx_styles_get_font (KsXlsxStyles *self, guint style);
void          ks_xlsx_append_number (GString *target, const char *text, gsize length,
                                     KsNumberKind kind, gboolean from_1904);

G_END_DECLS
