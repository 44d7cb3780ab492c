/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-pages.h"

G_BEGIN_DECLS

/* A line of the table that groups are sent on the day: participation, never people. */
typedef struct {
  const char *name;
  gint64      staff;
  gint64      answers;
  gboolean    checking;  /* "đang đối chiếu" in place of the rate */
} KsDayTableRow;

/* The units of a district, or the districts of the province. Strings are borrowed until
 * ks_day_table_pages_new() returns. */
typedef struct {
  const KsCampaignInfo *info;
  const char           *place;     /* Huyện Mẫu A; Toàn tỉnh */
  const char           *as_of;     /* Số liệu tính đến 15 giờ 00 ngày 01/4/2024 */
  const char           *extended;  /* NULL, or until when the survey was extended */
  gboolean              by_district;
  const KsDayTableRow  *rows;      /* in the office's order */
  guint                 n_rows;
  KsDayTableRow         rest;      /* units that are not named, together; name NULL: none */
  KsDayTableRow         total;
  guint                 n_checking;
} KsDayTable;

KsPages *ks_day_table_pages_new (const KsDayTable *table, GError **error);

G_END_DECLS
