/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-import-responses.h"
#include "ks-recognise-file.h"
#include "ks-shell.h"

G_BEGIN_DECLS

void ks_import_dialog_present (KsShell *shell, GFile *file, KsFileKind kind);
void ks_import_dialog_present_together (KsShell *shell, GPtrArray *files, KsFileKind kind);
gboolean ks_import_dialog_is_busy (KsShell *shell);

G_END_DECLS
