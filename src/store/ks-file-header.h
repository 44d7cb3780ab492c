/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* Private to store/: looks at the first bytes of a file before SQLite may touch it. */
gboolean ks_file_header_check_version (const char *path, int version, GError **error);
gboolean ks_file_header_read (const char *path, int *version, GError **error);

G_END_DECLS
