/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The window: a sidebar of pages around one campaign, or the start page. */
#define KS_TYPE_WINDOW (ks_window_get_type ())
G_DECLARE_FINAL_TYPE (KsWindow, ks_window, KS, WINDOW, AdwApplicationWindow)

KsWindow *ks_window_new (AdwApplication *application);
gboolean  ks_window_is_free (KsWindow *self);
void      ks_window_open_file (KsWindow *self, GFile *file);
void      ks_window_open_sample (KsWindow *self);

G_END_DECLS
