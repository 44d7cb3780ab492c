/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-figures.h"

G_BEGIN_DECLS

/* What differs from the figures shown before. */
typedef enum {
  KS_NEWS_ANSWERS = 1 << 0,
  KS_NEWS_REPORT = 1 << 1,
  KS_NEWS_PUBLICITY = 1 << 2,
  KS_NEWS_POSTS = 1 << 3,
} KsNews;

/* A unit on the day as a row of a table. Immutable. */
#define KS_TYPE_DAY_ITEM (ks_day_item_get_type ())
G_DECLARE_FINAL_TYPE (KsDayItem, ks_day_item, KS, DAY_ITEM, GObject)

KsDayItem *ks_day_item_new (KsDayFigures *day, guint index, KsNews news, guint round);
KsDayFigures *ks_day_item_get_day (KsDayItem *self);
const KsDayUnit *ks_day_item_get_figures (KsDayItem *self);
KsNews ks_day_item_get_news (KsDayItem *self);
guint ks_day_item_get_round (KsDayItem *self);
KsNews ks_day_compare (KsDayFigures *day, guint index, KsDayFigures *before);

G_END_DECLS
