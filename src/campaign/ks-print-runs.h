/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-print-sheets.h"
#include "ks-print-table.h"

G_BEGIN_DECLS

/* How sheets left the program. */
typedef enum {
  KS_WAY_PDF,
  KS_WAY_PRINTER,
  KS_WAY_IMAGES,
  KS_WAY_PACK,
} KsPrintWay;

/* What is to be done about the sheets of one layout after a change of link, name or registry. */
typedef struct {
  KsSheetOptions options;    /* as they were printed last; no label is skipped */
  KsMoment       printed;    /* last */
  GPtrArray     *units;      /* of KsUnit: their sheets are to be printed again, office's order */
  guint          n_new;      /* of them, units that have no sheet yet */
  GPtrArray     *take_down;  /* of char *: codes of units that are no more, but have a sheet */
} KsReprint;

void       ks_reprint_free (KsReprint *self);
gboolean   ks_reprint_is_due (const KsReprint *self);

char      *ks_print_layout_dup_name (const KsSheetOptions *options);
gboolean   ks_print_runs_keep (KsCampaign *campaign, KsPages *pages, KsPrintWay way,
                               GHashTable *printed, GError **error);
void       ks_print_runs_keep_or_warn (KsCampaign *campaign, KsPages *pages, KsPrintWay way,
                                       GHashTable *printed, char **warning);
GPtrArray *ks_print_runs_load (KsCampaign *campaign, GError **error);
GPtrArray *ks_reprints_load (KsCampaign *campaign, GError **error);
KsReprint *ks_reprints_find (GPtrArray *reprints, const KsSheetOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsReprint, ks_reprint_free)

G_END_DECLS
