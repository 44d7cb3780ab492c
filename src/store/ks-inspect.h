/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to store/: whether a file is whole, before it is opened for writing. */
gboolean ks_inspect_file (const char *path, int *version, GError **error);
gboolean ks_inspect_backup (const char *path, GError **error);

G_END_DECLS
