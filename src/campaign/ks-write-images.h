/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-print-sheets.h"

G_BEGIN_DECLS

/* choice: which units, and whether in black; its layout is that of the picture whatever it says. */
gboolean ks_write_images (KsCampaign *campaign, const KsSheetChoice *choice,
                          KsPictureFormat format, const char *folder, KsJob *job, guint *n_images,
                          char **warning, GError **error);

/* For verbs that put pictures elsewhere. */
char    *ks_image_dup_name (KsRegistry *registry, KsPages *pages, guint page,
                            KsPictureFormat format);

G_END_DECLS
