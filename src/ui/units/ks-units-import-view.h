/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-side-box.h"
#include "ks-units-plan.h"

G_BEGIN_DECLS

/* What lists of units are and what they would change, on one page. Signals: "set-column" (sheet,
 * column, number of a meaning): a person says what a column is; "decided": a row was decided. */
#define KS_TYPE_UNITS_IMPORT_VIEW (ks_units_import_view_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitsImportView, ks_units_import_view, KS, UNITS_IMPORT_VIEW, AdwBin)

void ks_units_import_view_show (KsUnitsImportView *self, KsUnitsPlan *plan);
KsSideBox *ks_units_import_view_get_side_box (KsUnitsImportView *self);

G_END_DECLS
