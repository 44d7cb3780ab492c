/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A long list whose rows cost something: it begins with those that are seen and takes up more as
 * somebody scrolls down. GTK makes widgets for 200 rows whatever is seen. */
GtkSelectionModel *ks_growing_list_new (GListModel *model, GtkScrollable *view);

/* The same with any selection around it. */
GtkSliceListModel *ks_growing_slice_new (GListModel *model, GtkScrollable *view);
void ks_growing_slice_begin (GtkSliceListModel *slice);
void ks_growing_slice_reach (GtkSliceListModel *slice, guint position);

G_END_DECLS
