/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-calls.h"
#include "ks-day-item.h"

G_BEGIN_DECLS

typedef enum {
  KS_DAY_LOWEST_FIRST, /* whom to call first */
  KS_DAY_OFFICE_ORDER,
  KS_DAY_BY_NAME,
  KS_DAY_CONTRADICTIONS_FIRST, /* of staff, report and answers */
} KsDayOrder;

typedef enum {
  KS_DAY_ALL,
  KS_DAY_ATTENTION, /* any of the next */
  KS_DAY_NO_ANSWER,
  KS_DAY_BELOW,
  KS_DAY_NO_REPORT,
  KS_DAY_OVER_STAFF,
  KS_DAY_NOT_CALLED, /* needs attention, and nobody called */
} KsDayFilter;

#define KS_DAY_EVERYWHERE G_MAXUINT

typedef struct {
  guint district;   /* its index, or KS_DAY_EVERYWHERE */
  KsDayOrder order;
  KsDayFilter filter;
  KsDayCalls *calls; /* nullable: none are known */
} KsDayLook;

/* The units of a district, or of all, in an order: a GListModel of KsDayItem that makes an item when
 * it is asked for. */
#define KS_TYPE_DAY_LIST (ks_day_list_get_type ())
G_DECLARE_FINAL_TYPE (KsDayList, ks_day_list, KS, DAY_LIST, GObject)

KsDayList *ks_day_list_new (void);
void ks_day_list_show (KsDayList *self, KsDayFigures *day, const KsDayLook *look, KsDayFigures *before);
gboolean ks_day_list_find (KsDayList *self, const char *code, guint *position);
gboolean ks_day_needs (const KsDayUnit *unit, KsDayFilter filter, KsDayCalls *calls);

G_END_DECLS
