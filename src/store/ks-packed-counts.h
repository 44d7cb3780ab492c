/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Many counts of which most are zero, in few bytes. */

void     ks_packed_counts_write (GByteArray *bytes, const gint32 *counts, guint n_counts);
gboolean ks_packed_counts_read (const guint8 *bytes, gsize length, gint32 *counts, guint n_counts);

G_END_DECLS
