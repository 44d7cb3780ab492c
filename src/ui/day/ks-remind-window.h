/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-remind.h"
#include "ks-shell.h"

G_BEGIN_DECLS

/* The words of the texts for groups, with what they say of a district beside them as they are
 * typed. */
#define KS_TYPE_REMIND_WINDOW (ks_remind_window_get_type ())
G_DECLARE_FINAL_TYPE (KsRemindWindow, ks_remind_window, KS, REMIND_WINDOW, AdwWindow)

GtkWindow *ks_remind_window_present (KsShell *shell, KsCampaign *campaign, KsDayFigures *figures,
                                     const char *district);

G_END_DECLS
