/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sidebar.h"

G_BEGIN_DECLS

/* A page of the work: how the sidebar names it and how it is made. */
typedef struct {
  KsSidebarEntry sidebar;
  GtkWidget   *(*create) (void);
} KsWindowEntry;

extern const KsWindowEntry ks_window_entries[];
extern const guint ks_window_n_entries;

G_END_DECLS
