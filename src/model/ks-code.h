/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Codes of units as people and spreadsheets write them. */

#define KS_CODE_LENGTH 5

gboolean ks_code_collect (const char *given, const char *digits, char *found, gsize room,
                          gsize *length);
gboolean ks_code_restore (const char *found, gsize length, char code[KS_CODE_LENGTH + 1]);
char    *ks_code_read (const char *given);

G_END_DECLS
