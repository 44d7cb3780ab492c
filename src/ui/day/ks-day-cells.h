/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-item.h"

G_BEGIN_DECLS

/* What the cells of the table say of a KsDayItem; each belongs to a KsColumn. */

char *ks_day_cell_dup_unit (gpointer item, gpointer data);
char *ks_day_cell_dup_district (gpointer item, gpointer data);
gint64 ks_day_cell_get_staff (gpointer item, gpointer data);
gint64 ks_day_cell_get_answers (gpointer item, gpointer data);
char *ks_day_cell_dup_change (gpointer item, gpointer data);
char *ks_day_cell_dup_rate (gpointer item, gpointer data);
char *ks_day_cell_dup_last (gpointer item, gpointer data);
char *ks_day_cell_dup_report (gpointer item, gpointer data);
char *ks_day_cell_dup_publicity (gpointer item, gpointer data);
char *ks_day_cell_dup_posts (gpointer item, gpointer data);
char *ks_day_cell_dup_call (gpointer item, gpointer calls);
const char *ks_day_cell_mark (gpointer item, gpointer news);

char *ks_day_dup_hour (KsMoment moment);
char *ks_day_dup_change (KsDayFigures *figures, gint64 answers, gint64 before);
char *ks_day_dup_unit_rate (const KsDayUnit *unit);

G_END_DECLS
