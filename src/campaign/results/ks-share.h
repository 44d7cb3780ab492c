/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results.h"

G_BEGIN_DECLS

/* Why a share is not shown. */
typedef enum {
  KS_SHARE_SHOWN,
  KS_SHARE_OPEN,       /* the survey still runs */
  KS_SHARE_TOO_FEW,    /* fewer than five answers */
  KS_SHARE_SUPPRESSED, /* a smaller group could be told by subtraction */
  KS_SHARE_SENSITIVE,  /* on the desk's screen only */
  KS_SHARE_UNSETTLED,  /* of a unit: leaves once figures are settled */
  KS_SHARE_EMPTY,      /* nobody answered, or the question has no scale */
} KsShareState;

/* The share of good opinions on a question in a scope. What is not shown is 0 or FALSE. */
typedef struct {
  gint64       n;            /* answered the question, "don't know" among them */
  gint64       x;            /* at a good level */
  gint64       population;   /* N: officials in scope; 0: not known */
  gboolean     shown;
  KsShareState state;
  gboolean     complete;     /* n = N: everybody answered */
  gboolean     over;         /* n > N: no interval, no bounds, no shrinkage */
  double       share;        /* x/n: adds up by hand */
  gboolean     has_interval;
  double       low;          /* of 95 % */
  double       high;
  gboolean     has_bounds;
  double       bound_low;    /* whatever those who did not answer think */
  double       bound_high;
  double       order;        /* to order by, never to be shown; below 0: comes last */
  double       weighted;     /* of districts and the province: each unit by its staff */
  double       error;        /* its standard error */
  guint        n_empty;      /* units that enter with the mean of their district */
  guint        n_over;       /* units with more answers than staff */
  gint64       left_out;     /* answers of units under five */
} KsShare;

void    ks_results_get_share (KsResults *self, const KsScope *scope, const KsQuestion *question,
                              KsShare *share);
GArray *ks_results_dup_shares (KsResults *self, const KsScope *parent, KsScopeKind kind,
                               const KsQuestion *question);
GArray *ks_results_dup_hundredths (KsResults *self, const KsScope *parent, KsScopeKind kind,
                                   const KsQuestion *question);
void    ks_results_get_section_share (KsResults *self, const KsScope *scope, const char *section,
                                      KsShare *share);

G_END_DECLS
