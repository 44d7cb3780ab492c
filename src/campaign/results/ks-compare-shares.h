/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-share.h"

G_BEGIN_DECLS

/* A question in a place, in two surveys of the same units. */
typedef struct {
  char             *scope;      /* code of a district or unit, "" for the province; of units that became
                                   one, or that one became, all codes, joined by "+" */
  const KsQuestion *question;   /* of the later survey's form */
  KsShare           now;
  KsShare           earlier;    /* of the units that this place was then */
  gboolean          comparable; /* the earlier survey asked the same, and its units lie in this place */
} KsSharePair;

/* Shares of two surveys. */
typedef struct _KsShareComparison KsShareComparison;

KsShareComparison *ks_compare_shares                (KsCampaign *now, KsCampaign *earlier,
                                                     KsScopeKind kind, const char *question,
                                                     GError **error);
void               ks_share_comparison_free         (KsShareComparison *self);
guint              ks_share_comparison_get_n_pairs  (KsShareComparison *self);
const KsSharePair *ks_share_comparison_get_pair     (KsShareComparison *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsShareComparison, ks_share_comparison_free)

G_END_DECLS
