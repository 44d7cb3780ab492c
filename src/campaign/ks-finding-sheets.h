/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-response.h"

G_BEGIN_DECLS

/* A sheet of a finding, masked: never a level, a body, a post or a text. */
typedef struct {
  gint64   id;
  char    *file;
  gint64   row;     /* of its file, the header being 1 */
  KsMoment minute;  /* or KS_MOMENT_NONE */
  char    *unit;
  KsState  state;
  guint    letter;  /* equal ones say the same: 0 is A */
} KsMaskedRow;

void  ks_masked_row_free (KsMaskedRow *self);
char *ks_masked_row_dup_letter (const KsMaskedRow *self);

/* Reads the sheets of a finding one part after the other. */
typedef struct _KsFindingSheets KsFindingSheets;

KsFindingSheets *ks_finding_sheets_new (KsCampaign *campaign, gint64 finding);
GPtrArray       *ks_finding_sheets_read (KsFindingSheets *self, guint n_sheets, GError **error);
void             ks_finding_sheets_free (KsFindingSheets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFindingSheets, ks_finding_sheets_free)

G_END_DECLS
