/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-import-task.h"
#include "ks-side-box.h"

G_BEGIN_DECLS

/* What a file of answers is, which column is what, and what its import would change. */
#define KS_TYPE_IMPORT_VIEW (ks_import_view_get_type ())
G_DECLARE_FINAL_TYPE (KsImportView, ks_import_view, KS, IMPORT_VIEW, AdwBin)

void ks_import_view_show (KsImportView *self, const KsImportTask *task);
KsSideBox *ks_import_view_get_side_box (KsImportView *self);

G_END_DECLS
