/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-make-paper.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

gboolean ks_write_paper_files (KsCampaign *campaign,
                               const KsPaperWish *wish,
                               const char *const *paths,
                               gboolean lenient,
                               guint *n_written,
                               KsJob *job,
                               GError **error);
gboolean ks_write_paper (KsCampaign *campaign,
                         const KsPaperWish *wish,
                         const char *path,
                         KsJob *job,
                         KsOutcome **outcome,
                         GError **error);

G_END_DECLS
