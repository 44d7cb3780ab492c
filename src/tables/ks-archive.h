/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-book.h"

G_BEGIN_DECLS

/* Private to the reading of tables: an archive of delimited text and workbooks, whose tables follow
 * one another as if they were sheets of one file. */
typedef struct _KsArchive KsArchive;

KsArchive  *ks_archive_open (GBytes *bytes, const char *name, GError **error);
void        ks_archive_free (KsArchive *self);
gboolean    ks_archive_holds_tables (KsArchive *self);
guint       ks_archive_get_n_tables (KsArchive *self);
const char *ks_archive_get_title (KsArchive *self, guint table);
gboolean    ks_archive_is_hidden (KsArchive *self, guint table);
gboolean    ks_archive_is_beside_others (KsArchive *self, guint table);
gboolean    ks_archive_open_table (KsArchive *self, guint table, KsCsvReader **csv, KsBook **book,
                                   GError **error);

KsBook     *ks_book_open (GBytes *bytes, const char *name, GError **error);
void        ks_book_free (KsBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsArchive, ks_archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsBook, ks_book_free)

G_END_DECLS
