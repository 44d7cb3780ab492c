/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A ZIP archive in memory. Names are UTF-8 and say so, as Windows wants it; the same parts give the
 * same bytes. */
typedef struct _KsZipWriter KsZipWriter;

KsZipWriter *ks_zip_writer_new (GError **error);
void         ks_zip_writer_free (KsZipWriter *self);
gboolean     ks_zip_writer_add (KsZipWriter *self, const char *name, GBytes *content,
                                GError **error);
GBytes      *ks_zip_writer_end (KsZipWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsZipWriter, ks_zip_writer_free)

G_END_DECLS
