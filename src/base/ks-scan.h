/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reading large texts fast: 64 bytes at a time where the processor can. */

#define KS_SCAN_BLOCK 64

guint64  ks_scan_quotes (const char *block);
guint64  ks_scan_splits (const char *block, char delimiter);
gsize    ks_scan_utf8 (const char *data, gsize length, gboolean *incomplete);
gboolean ks_scan_has_split (const char *text, gsize length, char delimiter);

G_END_DECLS
