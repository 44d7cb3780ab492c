/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"

G_BEGIN_DECLS

/* A share that is not shown. */
#define KS_PROFILE_NONE ((gint64) -1)

/* A question: shares of good answers in hundredths of a per cent, or %KS_PROFILE_NONE. All
 * pointers are borrowed: the chart copies them. */
typedef struct {
  const char *id;        /* "B3" */
  const char *label;     /* "Lấy ý kiến vào kế hoạch, báo cáo" */
  gint64      unit;
  gint64      district;
  gint64      province;
} KsProfileRow;

/* Whose shares they are; %NULL where there is no such scope. Borrowed. */
typedef struct {
  const char *unit;      /* "Xã Mẫu 51" */
  const char *district;  /* "Huyện Mẫu B" */
  const char *province;  /* "toàn tỉnh" */
  gboolean    surveys;   /* of one place in two surveys: the later in the place of the district */
} KsProfileNames;

/* A unit (or a district alone against the province): three marks on a line per question. */
#define KS_TYPE_PROFILE_CHART (ks_profile_chart_get_type ())
G_DECLARE_FINAL_TYPE (KsProfileChart, ks_profile_chart, KS, PROFILE_CHART, KsChart)

KsProfileChart *ks_profile_chart_new (const KsProfileRow *rows, guint n_rows,
                                      const KsProfileNames *names);

/* "12 trên 18 câu cao hơn mức của Huyện Mẫu B" (transfer full) */
char           *ks_profile_dup_title (const KsProfileRow *rows, guint n_rows,
                                      const KsProfileNames *names);

G_END_DECLS
