/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-print-sheets.h"
#include "ks-sheet-texts.h"

G_BEGIN_DECLS

/* districts: codes, or NULL for all. */
gboolean ks_write_packs (KsCampaign *campaign, const char *const *districts, const char *folder,
                         KsJob *job, guint *n_packs, char **warning, GError **error);

/* On the day: what the district's board reads and hands on. */
gboolean ks_write_day_packs (KsCampaign *campaign, const char *const *districts, KsMoment at,
                             const char *folder, KsJob *job, guint *n_packs, GError **error);

/* For the pack alone. */
char    *ks_pack_letter_dup (KsCampaign *campaign, const KsDistrict *district, KsMoment stamp,
                             const KsSheetTexts *texts);

G_END_DECLS
