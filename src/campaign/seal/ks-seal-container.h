/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-plain-zip.h"
#include "ks-seal-manifest.h"
#include "ks-verify-seal.h"

G_BEGIN_DECLS

/* Private to seals: a file that claims to be a seal or an archive, with what is wrong in it. */
typedef struct
{
  char *name; /* base name of the file */
  KsPlainZip *zip;
  KsSealManifest *manifest; /* NULL: it cannot be read */
  char *hash;               /* of the manifest */
  GPtrArray *faults;        /* of KsSealFault; of all files that are looked at */
  guint n_faults;           /* of this file */
} KsSealContainer;

gboolean ks_seal_container_read (KsSealContainer *self,
                                 const char *path,
                                 const char *format,
                                 GPtrArray *faults,
                                 KsJob *job,
                                 GError **error);
void ks_seal_container_clear (KsSealContainer *self);
void ks_seal_container_note (KsSealContainer *self, const char *part, char *message);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsSealContainer, ks_seal_container_clear)

G_END_DECLS
