/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-import-run.h"

G_BEGIN_DECLS

/* Private to the import of answers: what is said of the tables of a file, what is the same of
 * several once. */

void  ks_table_notes_add (KsImportResult *result, char *note);
void  ks_table_notes_begin (KsImportInput *table, gboolean is_alone);
void  ks_table_notes_finish (KsAnswerFile *file, GPtrArray *tables);
char *ks_table_notes_dup_passed_over (KsAnswerFile *file);

G_END_DECLS
