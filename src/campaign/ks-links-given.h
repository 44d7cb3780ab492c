/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-links.h"

G_BEGIN_DECLS

/* So many are scanned from the screen, where there are as many: one link may open the right form by
 * chance, where each unit has its own. */
#define KS_TRIAL_CODES 3

/* Links as they are given out: a few to try, or all of them as a table. */
GPtrArray *ks_links_pick_trial (KsCampaign *campaign);
char      *ks_links_to_table (KsCampaign *campaign, guint *n_links, GError **error);

G_END_DECLS
