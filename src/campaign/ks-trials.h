/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* What was tried by trial answers. A template is one link, whatever unit tried it; a link of a
 * unit's own is one more. */
typedef struct {
  guint    n_answers;
  guint    n_unknown;      /* of these whose unit was not recognised */
  guint    n_units;        /* whose link was tried */
  guint    n_links;        /* that there are … */
  guint    n_links_tried;  /* … and were tried with success */
  KsMoment imported;       /* when the last came in; KS_MOMENT_NONE: none did */
} KsTrials;

gboolean ks_trials_count (KsCampaign *campaign, KsTransaction *tx, KsTrials *trials,
                          GError **error);

G_END_DECLS
