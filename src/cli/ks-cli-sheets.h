/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cli.h"

G_BEGIN_DECLS

/* For commands that make sheets: the units that --district and --unit name, and what is said
 * afterwards. */
gboolean ks_cli_select_units (KsCampaign *campaign, char **districts, char **codes,
                              GPtrArray **units, GError **error);
void     ks_cli_note_sheets (KsCli *cli, KsCampaign *campaign, const char *warning);

G_END_DECLS
