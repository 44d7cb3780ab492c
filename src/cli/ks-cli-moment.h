/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cli.h"
#include "ks-day-figures.h"

G_BEGIN_DECLS

gboolean      ks_cli_parse_moment (const char *option, const char *text, KsMoment *moment,
                                   GError **error);
KsDayFigures *ks_cli_load_day (KsCli *cli, KsCampaign *campaign, KsMoment at, GError **error);

G_END_DECLS
