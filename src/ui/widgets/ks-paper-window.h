/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-pages.h"

G_BEGIN_DECLS

/* A paper as it will be printed, over the window that asked for it: look at it, print it (Ctrl+P),
 * save it as PDF (Ctrl+S). */
#define KS_TYPE_PAPER_WINDOW (ks_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (KsPaperWindow, ks_paper_window, KS, PAPER_WINDOW, AdwWindow)

void ks_paper_window_present (GtkWidget *widget, KsPages *pages, KsMoment stamp, const char *title,
                              const char *file_name);

G_END_DECLS
