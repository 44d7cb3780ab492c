/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-paper-settings.h"

G_BEGIN_DECLS

/* What papers say where the office sets nothing. */
typedef struct _KsPaperDefaults KsPaperDefaults;

KsPaperDefaults *ks_paper_defaults_load (KsCampaign *campaign, KsPaperSettings *settings,
                                         GError **error);
void ks_paper_defaults_free (KsPaperDefaults *self);
char *ks_paper_defaults_dup_slot (KsPaperDefaults *self, KsPaperKind paper, const char *slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPaperDefaults, ks_paper_defaults_free)

G_END_DECLS
