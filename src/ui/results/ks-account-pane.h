/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-results.h"

G_BEGIN_DECLS

/* How a figure came about, in sentences; it never leads to anybody's answers. Its button calls
 * page.close-account. */
#define KS_TYPE_ACCOUNT_PANE (ks_account_pane_get_type ())
G_DECLARE_FINAL_TYPE (KsAccountPane, ks_account_pane, KS, ACCOUNT_PANE, GtkBox)

void ks_account_pane_show (KsAccountPane *self,
                           KsResults *results,
                           const KsScope *scope,
                           const KsQuestion *question);

G_END_DECLS
