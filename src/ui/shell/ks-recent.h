/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The campaigns that were opened lately, as the desktop remembers them. */

void       ks_recent_add (const char *path);
GPtrArray *ks_recent_dup_files (guint max);
void       ks_recent_fill_menu (GMenu *menu);

G_END_DECLS
