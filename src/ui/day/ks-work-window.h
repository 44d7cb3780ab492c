/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-shell.h"
#include "ks-work-plan.h"

G_BEGIN_DECLS

/* What a table of reports or posts would change, before it is taken over: rows of which it is not
 * certain which unit they mean are decided here. Signal "finished": it was taken over or left. */
#define KS_TYPE_WORK_WINDOW (ks_work_window_get_type ())
G_DECLARE_FINAL_TYPE (KsWorkWindow, ks_work_window, KS, WORK_WINDOW, AdwWindow)

KsWorkWindow *ks_work_window_present (KsShell *shell, KsWorkPlan *plan, const char *action);

G_END_DECLS
