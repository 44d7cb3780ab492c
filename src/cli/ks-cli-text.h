/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts in files that commands take. */
char *ks_cli_read_text (const char *path, gsize most, GError **error);

G_END_DECLS
