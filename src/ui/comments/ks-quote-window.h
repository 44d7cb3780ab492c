/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-comment-item.h"
#include "ks-shell.h"

G_BEGIN_DECLS

/* What papers say of a comment, worded by the officer beside the comment itself. */
#define KS_TYPE_QUOTE_WINDOW (ks_quote_window_get_type ())
G_DECLARE_FINAL_TYPE (KsQuoteWindow, ks_quote_window, KS, QUOTE_WINDOW, AdwWindow)

GtkWindow *ks_quote_window_present (GtkWidget *widget, KsCommentItem *item);

G_END_DECLS
