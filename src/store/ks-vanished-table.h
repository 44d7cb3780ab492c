/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* A sheet that a later file of the same export does not hold; it is kept. */
typedef struct {
  gint64 response;
  gint64 batch;
} KsVanishedRow;

GArray  *ks_vanished_table_load (KsTransaction *tx, GError **error);
gboolean ks_vanished_table_replace (KsTransaction *tx, gint64 batch, GArray *ids,
                                    const char *file, gboolean *changed, GError **error);

G_END_DECLS
