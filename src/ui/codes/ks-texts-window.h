/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-print-sheets.h"
#include "ks-shell.h"

G_BEGIN_DECLS

/* The words and the emblem of the sheets, with the real page beside them as they are typed. */
GtkWindow *ks_texts_window_present (KsShell *shell, KsCampaign *campaign,
                                    const KsSheetChoice *choice);

G_END_DECLS
