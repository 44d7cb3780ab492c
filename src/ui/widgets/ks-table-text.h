/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A table as text that pastes into Excel as cells: tabs between cells, CRLF after rows. */
void ks_table_text_add (GString *table, const char *text);
void ks_table_text_add_number (GString *table, gint64 number);
void ks_table_text_end_row (GString *table);
void ks_table_text_copy (GtkWidget *widget, const char *table);

G_END_DECLS
