/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper-settings.h"

G_BEGIN_DECLS

/* What was typed for papers and is not saved yet. */
typedef struct _KsPaperEdits KsPaperEdits;

KsPaperEdits *ks_paper_edits_new (KsPaperSettings *saved);
void ks_paper_edits_free (KsPaperEdits *self);
void ks_paper_edits_put (KsPaperEdits *self, KsPaperKind paper, const char *slot, const char *body);
KsPaperSettings *ks_paper_edits_dup_settings (KsPaperEdits *self);
gboolean ks_paper_edits_is_empty (KsPaperEdits *self);
gboolean ks_paper_edits_is_valid (KsPaperEdits *self);
gboolean ks_paper_edits_save (KsPaperEdits *self,
                              KsCampaign *campaign,
                              KsOutcome **outcome,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPaperEdits, ks_paper_edits_free)

G_END_DECLS
