/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-make-paper.h"

G_BEGIN_DECLS

/* Makes what leaves of a paper: perhaps more than once. */
typedef gboolean (*KsPaperMakeFunc) (
    KsCampaign *campaign, const KsPaperWish *wish, gpointer data, KsJob *job, GError **error);

gboolean ks_paper_record (KsCampaign *campaign,
                          const KsPaperWish *wish,
                          KsPaperMakeFunc make,
                          gpointer data,
                          KsJob *job,
                          GError **error);

G_END_DECLS
