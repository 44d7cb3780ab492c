/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-plain-zip.h"

G_BEGIN_DECLS

/* The records of a plain ZIP archive (PKWARE's APPNOTE.TXT 4.3): both its writer and its reader
 * make them, and the reader compares. */

#define KS_ZIP_LOCAL_LENGTH 30

typedef struct
{
  char *name;
  guint32 crc;
  guint32 size;
  guint32 at; /* of its local record */
} KsZipEntry;

guint32 ks_zip_crc (const guint8 *data, gsize length);
void ks_zip_entry_clear (KsZipEntry *self);
void ks_zip_append_local (GByteArray *bytes, const KsZipEntry *entry);
void ks_zip_append_directory (GByteArray *bytes, GArray *entries, guint32 at);

G_END_DECLS
