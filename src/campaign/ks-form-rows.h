/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"
#include "ks-form.h"

G_BEGIN_DECLS

/* A form as a table: one question per row, as an officer fills it in a spreadsheet. */
typedef struct _KsFormRows KsFormRows;

gboolean    ks_form_rows_recognise (const KsRow *header);
KsFormRows *ks_form_rows_new (const KsRow *header, const char *file);
void        ks_form_rows_free (KsFormRows *self);
gboolean    ks_form_rows_add (KsFormRows *self, const KsRow *row, GError **error);
KsForm     *ks_form_rows_finish (KsFormRows *self, GError **error);

/* The same table, to be written. */
#define KS_FORM_ROWS_N_COLUMNS 12
GPtrArray  *ks_form_rows_dup (KsForm *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFormRows, ks_form_rows_free)

G_END_DECLS
