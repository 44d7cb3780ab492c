/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-pages.h"
#include "ks-sheet-options.h"
#include "ks-sheet-texts.h"

G_BEGIN_DECLS

/* Which sheets, and how: see KsSheetOptions; units: NULL for all, else a GPtrArray of KsUnit in any
 * order; from: the code of the unit to begin at, in the order of the options, where paper ran out
 * before; NULL for the first. */
typedef struct {
  KsSheetOptions options;
  gboolean       save_ink;
  GPtrArray     *units;
  const char    *from;
  const KsSheetTexts *texts;  /* not saved yet; NULL: the campaign's */
  double         margin_mm;   /* what the printer leaves white; 0: what the texts say of it */
} KsSheetChoice;

KsPages *ks_lay_out_sheets (KsCampaign *campaign, const KsSheetChoice *choice, GError **error);
KsPages *ks_write_sheets (KsCampaign *campaign, const KsSheetChoice *choice, const char *path,
                          KsJob *job, GError **error);
gboolean ks_print_sheets (KsCampaign *campaign, const KsSheetChoice *choice, const char *path,
                          KsJob *job, char **warning, GError **error);

/* sheets: of KsSheet */
gboolean ks_sheets_add_union_contacts (KsCampaign *campaign, GPtrArray *sheets, GError **error);

/* What a proof of a PDF found. */
typedef struct {
  guint      n_cells;
  guint      n_proven;
  GPtrArray *faults;   /* of KsProofResult */
} KsProof;

void     ks_proof_free (KsProof *self);
gboolean ks_prove_pdf (KsCampaign *campaign, const char *path, KsJob *job, KsProof **proof,
                       GError **error);
gboolean ks_prove_sheets (KsCampaign *campaign, const KsSheetChoice *choice, KsJob *job,
                          KsProof **proof, GError **error);
gboolean ks_is_proven (KsCampaign *campaign, KsMoment *when, guint *n_codes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsProof, ks_proof_free)

G_END_DECLS
