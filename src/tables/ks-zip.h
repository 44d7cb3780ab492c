/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KS_ZIP_PART,
  KS_ZIP_END,
  KS_ZIP_DAMAGED,
} KsZipStep;

/* What reads and writes ZIP archives: libarchive, behind functions, in a module that is loaded when
 * the first one is opened. With it come six libraries, which no other start shall wait for. A path
 * holds until the next step; read tells less than 0 where the archive is damaged. */
typedef struct {
  gpointer    (*open) (GBytes *bytes);  /* NULL: it is no archive */
  void        (*close) (gpointer reader);
  KsZipStep   (*next) (gpointer reader, const char **path, gboolean *encrypted);
  gssize      (*read) (gpointer reader, void *target, gsize length);
  gint64      (*get_position) (gpointer reader);

  gpointer    (*begin) (GByteArray *bytes);
  gboolean    (*add) (gpointer writer, const char *name, GBytes *content);
  gboolean    (*end) (gpointer writer);
  const char *(*get_fault) (gpointer writer);
  void        (*free) (gpointer writer);
} KsZip;

#define KS_ZIP_MODULE "khaosat-zip"
#define KS_ZIP_SYMBOL "ks_zip_module_get"

const KsZip *ks_zip_get (GError **error);

G_END_DECLS
