/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-finding.h"

G_BEGIN_DECLS

#define KS_FIGURE_NONE -1

/* What is known of the unit of a finding, to be looked at beside it. */
typedef struct {
  gint64 staff;      /* on the list, in scope */
  gint64 reported;   /* by its working group; KS_FIGURE_NONE: no report */
  gint64 answers;    /* sheets that count */
  guint  n_others;   /* further findings of the unit that are open */
} KsFindingFigures;

gboolean ks_finding_figures_load (KsCampaign *campaign, const KsFinding *finding,
                                  KsFindingFigures *figures, GError **error);

G_END_DECLS
