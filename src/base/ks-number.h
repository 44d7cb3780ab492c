/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Figures as Vietnamese offices write them, whatever the locale of the process. */

char *ks_format_count (gint64 count);
char *ks_format_roman (guint number);
gint64 ks_count_hundredths (gint64 part, gint64 whole);
char *ks_format_percent (gint64 part, gint64 whole);
char *ks_format_share (double share, guint decimals);
char *ks_format_decimal (double value, guint decimals);
char *ks_format_short (double value, guint decimals);

gboolean ks_read_decimal (const char *text, double *value);

G_END_DECLS
