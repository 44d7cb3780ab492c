/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-share.h"

G_BEGIN_DECLS

/* Whether two surveys can be held against each other in a question and a place. */
typedef enum {
  KS_PAIR_COMPARED,
  KS_PAIR_NOT_ASKED,    /* the earlier form has no such question on a scale */
  KS_PAIR_OTHER_LEVELS, /* it has others, or others of them are good */
  KS_PAIR_NEW_PLACE,    /* none of its units was asked in the earlier survey */
  KS_PAIR_DIVIDED,      /* units of then are units of several districts now */
} KsPairState;

/* A question in a place, in two surveys of the same units. */
typedef struct {
  char             *scope;    /* code of a district or unit, "" for the province; of units that became
                                 one, or that one became, all codes, joined by "+" */
  const KsQuestion *question; /* of the later survey's form */
  KsShare           now;
  KsShare           earlier;  /* of the units that this place was then */
  KsPairState       state;
  gboolean          reworded; /* the same question, whose words were others */
} KsSharePair;

/* Shares of two surveys. */
typedef struct _KsShareComparison KsShareComparison;

KsShareComparison *ks_compare_shares                  (KsCampaign *now, KsCampaign *earlier,
                                                       KsScopeKind kind, const char *question,
                                                       GError **error);
KsShareComparison *ks_compare_shares_of               (KsCampaign *now, KsCampaign *earlier,
                                                       const char *code, GError **error);
KsShareComparison *ks_compare_given_shares            (KsCampaign *now, KsResults *given,
                                                       KsCampaign *earlier, GError **error);
KsShareComparison *ks_give_out_comparison             (KsCampaign *now, KsCampaign *earlier,
                                                       const char *code, KsJob *job,
                                                       GError **error);
void               ks_share_comparison_free           (KsShareComparison *self);
guint              ks_share_comparison_get_n_pairs    (KsShareComparison *self);
const KsSharePair *ks_share_comparison_get_pair       (KsShareComparison *self, guint index);
KsResults         *ks_share_comparison_get_now        (KsShareComparison *self);
KsResults         *ks_share_comparison_get_earlier    (KsShareComparison *self);
GPtrArray         *ks_share_comparison_get_rounds     (KsShareComparison *self);
const KsScope     *ks_share_comparison_get_scope      (KsShareComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsShareComparison, ks_share_comparison_free)

G_END_DECLS
