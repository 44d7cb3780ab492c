/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of a list: what is counted at the left, the count at the right. A part is a share of the
 * line above it and stands indented. */
#define KS_TYPE_COUNT_ROW (ks_count_row_get_type ())
G_DECLARE_FINAL_TYPE (KsCountRow, ks_count_row, KS, COUNT_ROW, GtkListBoxRow)

GtkWidget *ks_count_row_new (const char *label, gboolean part);
void       ks_count_row_set_count (KsCountRow *self, gint64 count);
void       ks_count_row_set_text (KsCountRow *self, const char *text);

G_END_DECLS
