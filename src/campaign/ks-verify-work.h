/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-evidence-table.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

#define KS_EVIDENCE_MAX_BYTES (8 << 20)

/* What a mark of a unit rests on; NULL: as it is. */
typedef struct {
  const char *link;
  const char *note;
  const char *picture; /* path of a picture; empty: take it away */
} KsEvidenceEdit;

gboolean ks_set_evidence (KsCampaign *campaign, const char *unit, const char *mark,
                          const KsEvidenceEdit *edit, KsOutcome **outcome, GError **error);
gboolean ks_verify_work (KsCampaign *campaign, const char *unit, const char *mark,
                         gboolean verified, KsOutcome **outcome, GError **error);
KsEvidence *ks_load_evidence (KsCampaign *campaign, const char *unit, const char *mark,
                              GError **error);
char    *ks_work_mark_dup_label (const char *mark);

G_END_DECLS
