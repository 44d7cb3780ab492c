/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-figures.h"
#include "ks-pages.h"

G_BEGIN_DECLS

/* The papers of the day: participation as of a moment, KS_MOMENT_NONE for all that is known. They
 * name no unit whose figures are being reconciled. */

KsPages *ks_lay_out_brief (KsCampaign *campaign, KsDayFigures *figures, KsMoment at,
                           GError **error);
KsPages *ks_lay_out_district (KsCampaign *campaign, KsDayFigures *figures,
                              const KsDayDistrict *district, KsMoment at, GError **error);
GBytes  *ks_district_sheet_dup (KsCampaign *campaign, KsDayFigures *figures,
                                const KsDayDistrict *district, GError **error);

gboolean ks_write_brief (KsCampaign *campaign, KsMoment at, const char *path, KsJob *job,
                         GError **error);
gboolean ks_write_district (KsCampaign *campaign, const char *code, KsMoment at, const char *path,
                            KsJob *job, GError **error);

G_END_DECLS
