/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-day-figures.h"

G_BEGIN_DECLS

char *ks_day_copy_rows (KsCampaign *campaign, KsDayFigures *figures, const KsDayDistrict *district,
                        GListModel *rows);
char *ks_day_copy_hours (KsCampaign *campaign, KsDayFigures *figures, const KsDayDistrict *district);
char *ks_day_copy_districts (KsCampaign *campaign, KsDayFigures *figures);

G_END_DECLS
