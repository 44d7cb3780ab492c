/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"
#include "ks-zip-writer.h"

G_BEGIN_DECLS

/* For the verbs that write a ZIP for every district. */

const char *ks_pack_get_name (const KsDistrict *district);
GPtrArray  *ks_pack_find_districts (KsRegistry *registry, const char *const *codes,
                                    GError **error);
gboolean    ks_pack_save (KsZipWriter *zip, KsRegistry *registry, const KsDistrict *district,
                          const char *before, const char *behind, const char *folder,
                          GError **error);

G_END_DECLS
