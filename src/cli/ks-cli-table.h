/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cli.h"

G_BEGIN_DECLS

/* A table on standard output: CSV with its header, or JSON. */
typedef struct _KsCliTable KsCliTable;

KsCliTable *ks_cli_table_new (KsCli *cli, const char *columns);
void        ks_cli_table_free (KsCliTable *self);
void        ks_cli_table_add_text (KsCliTable *self, const char *text);
void        ks_cli_table_add_count (KsCliTable *self, gint64 count);
void        ks_cli_table_add_decimal (KsCliTable *self, double value, guint decimals);
void        ks_cli_table_add_empty (KsCliTable *self);
void        ks_cli_table_end_row (KsCliTable *self);
void        ks_cli_table_print (KsCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCliTable, ks_cli_table_free)

G_END_DECLS
