/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-column.h"
#include "ks-results.h"

G_BEGIN_DECLS

/* What the cells of a table of units say; by the signatures of ks-column.h, whose data is the
 * KsBody for staff and a pointer to the (nullable) KsResults for answers. */
char  *ks_unit_cell_dup_code (gpointer unit, gpointer data);
char  *ks_unit_cell_dup_name (gpointer unit, gpointer data);
char  *ks_unit_cell_dup_district (gpointer unit, gpointer data);
gint64 ks_unit_cell_get_body (gpointer unit, gpointer body);
gint64 ks_unit_cell_get_excused (gpointer unit, gpointer data);
gint64 ks_unit_cell_get_staff (gpointer unit, gpointer data);
gint64 ks_unit_cell_get_answers (gpointer unit, gpointer results);

/* Orders for GtkCustomSorter. */
int ks_unit_cell_compare_codes (gconstpointer a, gconstpointer b, gpointer data);
int ks_unit_cell_compare_answers (gconstpointer a, gconstpointer b, gpointer results);

G_END_DECLS
