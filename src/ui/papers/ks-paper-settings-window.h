/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-make-paper.h"
#include "ks-shell.h"

G_BEGIN_DECLS

/* What the office sets for its papers and writes in them, beside the paper as it will be printed.
 * It is saved in one step, or not at all. */
#define KS_TYPE_PAPER_SETTINGS_WINDOW (ks_paper_settings_window_get_type ())
G_DECLARE_FINAL_TYPE (KsPaperSettingsWindow,
                      ks_paper_settings_window,
                      KS,
                      PAPER_SETTINGS_WINDOW,
                      AdwWindow)

GtkWindow *ks_paper_settings_window_present (KsShell *shell,
                                             KsCampaign *campaign,
                                             const KsPaperWish *wish);

G_END_DECLS
