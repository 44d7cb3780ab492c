/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cli.h"
#include "ks-units-plan.h"

G_BEGIN_DECLS

/* What somebody says about rows of lists that are not certain. Rows are given as their number, or
 * as LIST:NUMBER, with the name of the file or the sheet, where several lists are loaded. */
typedef struct {
  char   **units; /* ROW=CODE: the unit that it means */
  char   **new;   /* ROW: a new unit */
  char   **back;  /* ROW: a unit out of use that comes back */
  gboolean skip_doubtful;
} KsCliDecisions;

void     ks_cli_decisions_clear (KsCliDecisions *self);
gboolean ks_cli_decide_rows (const KsCliDecisions *self, KsUnitsPlan *plan, GError **error);
void     ks_cli_print_matches (KsCli *cli, KsUnitsPlan *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsCliDecisions, ks_cli_decisions_clear)

G_END_DECLS
