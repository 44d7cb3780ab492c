/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What reader and writer of a form's table share. */

typedef enum {
  KS_FORM_COLUMN_ID,
  KS_FORM_COLUMN_TYPE,
  KS_FORM_COLUMN_TEXT,
  KS_FORM_COLUMN_SHORT,
  KS_FORM_COLUMN_SCALE,
  KS_FORM_COLUMN_OPTIONS,
  KS_FORM_COLUMN_DONT_KNOW,
  KS_FORM_COLUMN_GOOD,
  KS_FORM_COLUMN_POOR,
  KS_FORM_COLUMN_KEY,
  KS_FORM_COLUMN_SENSITIVE,
  KS_FORM_COLUMN_BASIS,
  KS_N_FORM_COLUMNS,
} KsFormColumn;

typedef struct {
  const char *vietnamese;
  const char *english;
  const char *other;      /* what officers call it too; may be NULL */
} KsFormColumnName;

/* Questions first, then the section, then texts of the form as a whole. */
typedef enum {
  KS_FORM_ROW_SINGLE,
  KS_FORM_ROW_MULTI,
  KS_FORM_ROW_SCALE,
  KS_FORM_ROW_TEXT,
  KS_FORM_ROW_SECTION,
  KS_FORM_ROW_FORM_ID,
  KS_FORM_ROW_TITLE,
  KS_FORM_ROW_NOTICE,
  KS_FORM_ROW_INTRO,
  KS_FORM_ROW_UNIT,
  KS_N_FORM_ROWS,
} KsFormRowKind;

const KsFormColumnName *ks_form_column_get_name (KsFormColumn column);
const char             *ks_form_row_kind_get_name (KsFormRowKind kind);
gboolean                ks_form_row_kind_read (const char *text, KsFormRowKind *kind);

G_END_DECLS
