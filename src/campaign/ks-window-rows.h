/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-response-table.h"

G_BEGIN_DECLS

/* What a change of the window made of sheets. */
typedef struct {
  guint n_counted;  /* they waited for the time alone */
  guint n_held;     /* they counted and are outside now */
} KsWindowChange;

gboolean ks_window_rows_settle (KsCampaign *campaign, KsTransaction *tx, const KsCampaignInfo *info,
                                const KsResponseFilter *filter, KsWindowChange *change,
                                GError **error);

/* Between the verbs that move the end of the survey: keeps @info and judges what lies between. */
gboolean ks_window_save (KsCampaign *campaign, KsTransaction *tx, const KsCampaignInfo *info,
                         KsWindowChange *change, GError **error);

G_END_DECLS
