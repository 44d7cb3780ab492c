/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-likert-chart.h"

G_BEGIN_DECLS

/* A row of the chart with all that it prints, made once. */
typedef struct {
  KsLikertRow row;       /* its pointers are owned */
  guint    index;        /* in the caller's order */
  gint64   n;
  gint64   good;
  gint64   poor;
  gint64   shares[KS_MAX_LEVELS];  /* hundredths of a per cent */
  gint64   dont_know_share;
  gint64   good_share;
  gint64   poor_share;
  double   left;         /* per cent to the left of zero: poor and half of the middle */
  double   right;
  char    *level_text[KS_MAX_LEVELS];
  char    *dont_know_text;
  char    *good_text;
  char    *poor_text;
  char    *n_text;
} KsLikertItem;

/* The rows in the order of the eye. */
typedef struct {
  KsLikertItem **items;
  guint      n_items;
  GPtrArray *owned;
  gboolean   same_n;      /* of all rows that are shown */
  gboolean   same_staff;
  gint64     n;
  gint64     staff;
  double     left;        /* farthest of all rows, per cent */
  double     right;
  double     dont_know;
  gboolean   any_dont_know;
  const KsLikertItem *legend;  /* a row of the scale that most rows have; NULL: no rows */
} KsLikertSeries;

KsLikertSeries *ks_likert_series_new (const KsLikertRow *rows, guint n_rows,
                                      KsLikertOrder order);
void            ks_likert_series_free (KsLikertSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsLikertSeries, ks_likert_series_free)

gboolean        ks_likert_item_has_answers (const KsLikertItem *self);
void            ks_likert_item_get_edges (const KsLikertItem *self,
                                          double edges[KS_MAX_LEVELS + 1]);
char           *ks_likert_item_describe_good (const KsLikertItem *self);
char           *ks_likert_item_describe (const KsLikertItem *self, guint column);

/* Columns of the marks: the label, the levels from the worst to the best, then these. */
guint           ks_likert_item_get_n_columns (const KsLikertItem *self);

G_END_DECLS
