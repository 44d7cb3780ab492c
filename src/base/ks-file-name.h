/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of files that every system of today takes, Windows among them. */
char    *ks_file_name_make (const char *text);
gboolean ks_file_name_check_ending (const char *path, const char *const *endings, GError **error);

G_END_DECLS
