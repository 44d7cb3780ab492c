/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row that says whether something was checked: a tick or an open ring, a sentence, what it rests
 * on, and beneath it, while there is something to do, the widgets to do it with.
 * Property "extra": those widgets. */
#define KS_TYPE_CHECK_ROW (ks_check_row_get_type ())
G_DECLARE_FINAL_TYPE (KsCheckRow, ks_check_row, KS, CHECK_ROW, GtkListBoxRow)

void     ks_check_row_set (KsCheckRow *self, gboolean done, const char *title, const char *text);

G_END_DECLS
