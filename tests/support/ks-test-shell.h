/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"
#include "ks-shell.h"

G_BEGIN_DECLS

/* A window around one page that keeps what the page asked of it. Jobs run at once. */
#define KS_TYPE_TEST_SHELL (ks_test_shell_get_type ())
G_DECLARE_FINAL_TYPE (KsTestShell, ks_test_shell, KS, TEST_SHELL, AdwWindow)

KsTestShell *ks_test_shell_new (KsCampaign *campaign, GtkWidget *page, int width, int height);
const char *ks_test_shell_get_message (KsTestShell *self);
const char *ks_test_shell_get_error (KsTestShell *self);
char *ks_test_shell_take_error (KsTestShell *self);
const char *ks_test_shell_get_shown_page (KsTestShell *self);
void ks_test_shell_set_stops_jobs (KsTestShell *self, gboolean stops);
void ks_test_shell_undo (KsTestShell *self);
void ks_test_shell_close (KsTestShell *self);

G_END_DECLS
