/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rules that the fields of the registry share. Each fails with one sentence that begins with the
 * label of the field. */

gboolean ks_field_refuse (const char *label, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
char    *ks_field_shorten (const char *text);
char    *ks_field_clean (const char *label, const char *text, glong max, GError **error);
gboolean ks_field_check_phone (const char *label, const char *text, GError **error);

G_END_DECLS
