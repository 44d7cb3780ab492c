/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Vietnamese text: one spelling inside, tolerant reading outside. All strings are UTF-8. */

char *ks_text_nfc (const char *text);
char *ks_text_clean (const char *text);
char *ks_text_fold (const char *text);
char *ks_text_key (const char *text);
gboolean ks_text_take_words (GString *text, const char *list);
int   ks_text_compare (const char *a, const char *b);
char *ks_text_sort_key (const char *text);

gboolean ks_text_is_valid (const char *data, gsize length, gsize *line);

G_END_DECLS
