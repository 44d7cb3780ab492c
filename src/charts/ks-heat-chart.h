/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"

G_BEGIN_DECLS

/* A cell that is not shown, a row without a mean. */
#define KS_HEAT_NONE ((gint64) -1)

typedef struct {
  const char *id;             /* "B3" */
  const char *section_label;  /* (nullable): neighbours with the same one stand below it */
  const char *label;          /* (nullable): the question in short, for the sentences */
} KsHeatColumn;

typedef enum {
  KS_HEAT_PROVINCE,
  KS_HEAT_DISTRICT,
  KS_HEAT_UNIT,
} KsHeatLevel;

/* A row of the table. All pointers are borrowed: the chart copies them. */
typedef struct {
  const char   *id;           /* code */
  const char   *label;        /* "Huyện Mẫu F" */
  gint64        n;            /* counted answers */
  gint64        population;   /* N; 0: unknown */
  guint         level;        /* a KsHeatLevel */
  gboolean      expandable;   /* it has rows of its own … */
  gboolean      expanded;     /* … which stand below it */
  gboolean      over;         /* more answers than staff: marked with a star */
  const gint64 *hundredths;   /* n_columns shares of good answers, hundredths of a per cent, or
                               * KS_HEAT_NONE */
  gint64        mean;         /* of them; KS_HEAT_NONE */
  gboolean      heading;      /* the title of rows that follow: no figures of its own */
} KsHeatRow;

/* A table of shares in six fixed steps of colour, of any number of rows: it paints what the clip
 * shows, and its heading at the chart's offset. Marks of a row: column 0 its name, 1 … n_columns
 * its cells, then its mean. */
#define KS_TYPE_HEAT_CHART (ks_heat_chart_get_type ())
G_DECLARE_FINAL_TYPE (KsHeatChart, ks_heat_chart, KS, HEAT_CHART, KsChart)

KsHeatChart *ks_heat_chart_new (const KsHeatColumn *columns, guint n_columns,
                                const KsHeatRow *rows, guint n_rows);
guint        ks_heat_chart_get_n_columns (KsHeatChart *self);

/* "Câu B6 chênh nhau nhiều nhất giữa các huyện: từ 80,36% đến 90,00%" (transfer full) */
char        *ks_heat_dup_title (const KsHeatColumn *columns, guint n_columns,
                                const KsHeatRow *rows, guint n_rows);

G_END_DECLS
