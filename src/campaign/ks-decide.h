/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-finding.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* What an officer decides of findings and of sheets: Tính, Không tính, Chuyển về đơn vị. */
typedef struct {
  KsDecision  decision;
  const char *unit;      /* code, of a move */
  const char *reason;
  GArray     *findings;  /* of gint64, or NULL */
  GArray     *rows;      /* of gint64: ids of sheets, or NULL */
  GArray     *left_out;  /* of gint64: ids of sheets of the findings that stay as they are, or NULL */
} KsDecideRequest;

gboolean ks_decide_finding (KsCampaign *campaign, const KsDecideRequest *request,
                            KsOutcome **outcome, GError **error);

G_END_DECLS
