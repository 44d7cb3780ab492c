/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-row.h"

G_BEGIN_DECLS

/* Private to the import of answers: what rows say that nobody can know without asking. */

void ks_import_doubts_init (KsImportResult *result);
void ks_import_doubts_clear (KsImportResult *result);
void ks_import_doubts_add (KsImportResult *result, KsResponseReader *reader, const KsRow *row,
                           const KsReadResponse *response);
void ks_import_doubts_finish (KsImportResult *result, KsResponseReader *reader);
void ks_import_doubts_merge (KsImportResult *sum, const KsImportResult *result);

G_END_DECLS
