/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"
#include "ks-sheet-texts.h"

G_BEGIN_DECLS

KsSheetTexts *ks_sheet_words_load (KsCampaign *campaign, GError **error);
gboolean      ks_set_sheet_words (KsCampaign *campaign, const KsSheetTexts *changes,
                                  KsOutcome **outcome, GError **error);

gboolean      ks_set_logo (KsCampaign *campaign, const char *path, KsOutcome **outcome,
                           GError **error);

/* For verbs that make a campaign. */
gboolean      ks_sheet_words_save (KsTransaction *tx, const KsSheetTexts *texts, GError **error);

G_END_DECLS
