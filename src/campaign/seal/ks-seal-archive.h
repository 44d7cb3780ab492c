/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-seal-manifest.h"

G_BEGIN_DECLS

/* Private to seals: everything that is needed to bring the answers in anew. */
gboolean
ks_seal_archive_collect (const KsSealFacts *facts, GPtrArray *pieces, KsJob *job, GError **error);
char *ks_seal_archive_dup_input (gint64 number);

G_END_DECLS
