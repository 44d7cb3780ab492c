/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-shell.h"

G_BEGIN_DECLS

/* The import of one file of answers: it looks at the file, shows what it is and what would change,
 * and takes it in when told to. Signal "finished": nothing more comes from it: it was left, or the
 * import it began has ended. */
#define KS_TYPE_IMPORT_WINDOW (ks_import_window_get_type ())
G_DECLARE_FINAL_TYPE (KsImportWindow, ks_import_window, KS, IMPORT_WINDOW, AdwWindow)

KsImportWindow *ks_import_window_new (KsShell *shell, GFile *file);
void            ks_import_window_begin (KsImportWindow *self);

G_END_DECLS
