/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cli.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* What the commands of the registry share. */

void     ks_cli_print_units (KsCli *cli, KsRegistry *registry);
gboolean ks_cli_split_setting (const char *given, char **name, const char **value, GError **error);
gboolean ks_cli_note_outcome (KsCli *cli, KsOutcome *outcome);

G_END_DECLS
