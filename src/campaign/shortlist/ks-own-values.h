/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"
#include "ks-own-value-table.h"

G_BEGIN_DECLS

/* What the office gives units by criteria of its own. Values of @values that are
 * KS_OWN_VALUE_NONE are taken away; units that are not named keep theirs. */
GPtrArray *ks_own_values_load (KsCampaign *campaign, GError **error);
gboolean   ks_set_own_values (KsCampaign *campaign, GPtrArray *values, KsOutcome **outcome,
                              GError **error);

/* From a table with a column of codes or names of units. @column: the header of the marks; NULL: the
 * criterion's name, else “điểm” or “value”. A column "ghi chú" holds notes. */
gboolean   ks_import_own_values (KsCampaign *campaign, const char *criterion, const char *path,
                                 const char *column, KsJob *job, KsOutcome **outcome,
                                 GError **error);

G_END_DECLS
