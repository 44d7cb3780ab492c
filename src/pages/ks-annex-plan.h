/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sheet.h"

G_BEGIN_DECLS

/* A row of the annex: the name of a district, or one or two units. */
typedef struct {
  gboolean    heading;
  gboolean    continued;   /* of a heading: the district began on an earlier page */
  const char *district;
  guint       district_number;  /* from 1 */
  guint       n_in_district;
  guint       first;       /* of its units among the sheets */
  guint       n_units;     /* in the row: 1 or 2 */
  guint       number;      /* of the first unit in its district, from 1 */
  double      y;
  double      height;
} KsAnnexRow;

typedef struct {
  double   first_top;      /* of the table, on page 1 */
  double   later_top;
  double   header;
  double   heading;
  double   row;
  double   bottom;         /* last allowed y */
  double   end_room;       /* under the last row, for the closing line */
  guint    n_columns;
  guint    n_last;         /* rows that the last page keeps at least */
  gboolean district_pages; /* a page begins with every district */
} KsAnnexMeasures;

GPtrArray *ks_annex_plan (GPtrArray *sheets, const KsAnnexMeasures *measures);

G_END_DECLS
