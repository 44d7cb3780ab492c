/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-assistant.h"

G_BEGIN_DECLS

/* The import of files of answers, in one step. */
#define KS_TYPE_IMPORT_WINDOW (ks_import_window_get_type ())
G_DECLARE_FINAL_TYPE (KsImportWindow, ks_import_window, KS, IMPORT_WINDOW, KsAssistant)

KsImportWindow *ks_import_window_new (KsShell *shell, GPtrArray *files);
void            ks_import_window_begin (KsImportWindow *self);

G_END_DECLS
