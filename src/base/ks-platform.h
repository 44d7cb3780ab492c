/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where this build finds its translations, and which language it starts in; and its modules. */
void     ks_locale_init (const char *language);
char    *ks_dup_module_path (const char *name);

/* Once, first of all. */
void     ks_platform_init (void);

/* Whole files: a failed write leaves what was there before. */
gboolean ks_file_write (const char *path, const void *data, gsize length, GError **error);
GFileInputStream *ks_file_open (const char *path, GError **error);
GBytes  *ks_file_map (const char *path, GError **error);
char    *ks_file_temporary_beside (const char *path, int *fd, GError **error);
gboolean ks_file_check_place (const char *path, GError **error);
gboolean ks_folder_make (const char *path, GError **error);

/* What went wrong with a file, in words that say what to do. */
void     ks_file_set_read_error (GError **error, const char *path, const GError *cause);
void     ks_file_set_write_error (GError **error, const char *path, const GError *cause);

G_END_DECLS
