/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-assistant.h"
#include "ks-units-import-task.h"

G_BEGIN_DECLS

/* The import of lists of units. */
#define KS_TYPE_UNITS_IMPORT_WINDOW (ks_units_import_window_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitsImportWindow, ks_units_import_window, KS, UNITS_IMPORT_WINDOW,
                      KsAssistant)

KsUnitsImportWindow *ks_units_import_window_new (KsShell *shell, KsUnitsImportTask *task);
void ks_units_import_window_begin (KsUnitsImportWindow *self);

G_END_DECLS
