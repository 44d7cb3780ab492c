/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the main thread works for a frame. */
gint64 ks_bench_get_work (void);
double ks_bench_get_ms_since (gint64 start);
double ks_bench_paint_frame (GtkWidget *widget);
void   ks_bench_show (const char *name, double milliseconds);

G_END_DECLS
