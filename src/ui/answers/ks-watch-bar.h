/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is new in the watched folder, over the page, with the button that looks at it. */
#define KS_TYPE_WATCH_BAR (ks_watch_bar_get_type ())
G_DECLARE_FINAL_TYPE (KsWatchBar, ks_watch_bar, KS, WATCH_BAR, AdwBin)

void ks_watch_bar_show (KsWatchBar *self, const char *words, gboolean has_new);

G_END_DECLS
