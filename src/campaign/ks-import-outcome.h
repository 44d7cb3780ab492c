/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-import-run.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* Private to the import of answers: what it tells the log and the officer. */

gboolean   ks_import_inputs_record (GPtrArray *inputs);
char      *ks_import_run_dup_payload (const KsImportRun *self, GPtrArray *inputs);
KsOutcome *ks_import_run_describe (const KsImportRun *self, GPtrArray *inputs);

G_END_DECLS
