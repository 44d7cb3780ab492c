/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A ZIP archive that any program opens, and of which every byte follows from the names and the
 * contents of its parts: nothing is compressed, no part has a time or an owner. So one byte that is
 * another is found wherever it stands; what a library writes for the same parts depends on its
 * version. */

#define KS_PLAIN_ZIP_MAX_PARTS 20000
#define KS_PLAIN_ZIP_MAX_BYTES G_GUINT64_CONSTANT (0xfff00000)

/* Writes beside the file that it shall become. */
typedef struct _KsPlainZipWriter KsPlainZipWriter;

KsPlainZipWriter *ks_plain_zip_writer_new (const char *path, GError **error);
void ks_plain_zip_writer_free (KsPlainZipWriter *self);
gboolean
ks_plain_zip_writer_add (KsPlainZipWriter *self, const char *name, GBytes *content, GError **error);
gboolean ks_plain_zip_writer_finish (KsPlainZipWriter *self, GError **error);
gboolean ks_plain_zip_writer_keep (KsPlainZipWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPlainZipWriter, ks_plain_zip_writer_free)

/* What is not as it was written. */
typedef enum
{
  KS_PLAIN_ZIP_NOT_ONE,   /* it begins like no archive of this kind */
  KS_PLAIN_ZIP_HEADER,    /* what stands before a part */
  KS_PLAIN_ZIP_CONTENT,   /* the bytes of a part do not give its check sum */
  KS_PLAIN_ZIP_NAME,      /* a name that leads out of the folder, or has odd letters */
  KS_PLAIN_ZIP_TWICE,     /* two parts have one name */
  KS_PLAIN_ZIP_PACKED,    /* a part is compressed or encrypted */
  KS_PLAIN_ZIP_CUT,       /* it ends within a part */
  KS_PLAIN_ZIP_DIRECTORY, /* the table of contents behind the parts */
  KS_PLAIN_ZIP_MANY,      /* more parts than are ever written */
} KsPlainZipFaultKind;

typedef struct
{
  KsPlainZipFaultKind kind;
  char *part; /* its name, as far as it can be told; else empty */
  gsize at;   /* the byte, from 0 */
} KsPlainZipFault;

typedef struct
{
  char *name;
  GBytes *content;
} KsPlainZipPart;

typedef struct
{
  GPtrArray *parts;  /* of KsPlainZipPart, in their order */
  GPtrArray *faults; /* of KsPlainZipFault; empty: every byte is as it was written */
} KsPlainZip;

KsPlainZip *ks_plain_zip_read (GBytes *bytes);
void ks_plain_zip_free (KsPlainZip *self);
GBytes *ks_plain_zip_lookup (const KsPlainZip *self, const char *name);
gboolean ks_plain_zip_is_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPlainZip, ks_plain_zip_free)

G_END_DECLS
