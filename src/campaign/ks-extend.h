/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-extension-table.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* How the end of the survey is moved. */
typedef struct {
  KsMoment    until;     /* first second after it from now on */
  const char *decision;  /* number of the decision; NULL or empty: none */
  const char *reason;
} KsExtendRequest;

gboolean   ks_extend (KsCampaign *campaign, const KsExtendRequest *request, KsOutcome **outcome,
                      GError **error);
GPtrArray *ks_extensions_load (KsCampaign *campaign, GError **error);

G_END_DECLS
