/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The preferences of this desk. Without an installed schema there are none, and defaults hold. */
GSettings *ks_settings_get (void);
char      *ks_settings_dup_language (void);
char      *ks_settings_dup_text (const char *key);
GSettings *ks_settings_new_for_campaign (const char *path);
char      *ks_settings_dup_earlier_survey (const char *path);
void       ks_settings_set_earlier_survey (const char *path, const char *earlier);
void       ks_settings_set_text (const char *key, const char *value);

G_END_DECLS
