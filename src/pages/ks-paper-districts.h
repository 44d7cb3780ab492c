/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper-flow.h"

G_BEGIN_DECLS

/* Participation of a district, as papers tell it. */
typedef struct {
  const char *name;
  gint64      n_units;
  gint64      staff;
  gint64      answers;
  gint64      n_marked;     /* units that the last column counts; below 0: not known */
  gboolean    reconciling;  /* "đang đối chiếu" in place of the rate */
} KsPaperDistrict;

/* How large the table is set. Sizes in points, heights in mm. */
typedef struct {
  double      size;
  double      row;          /* of one line; a name that takes more lines makes it higher */
  double      header_size;
  double      header_height;
  const char *marked;       /* head of the last column: "Đơn vị đạt\ndưới 80%" */
} KsPaperDistrictsLook;

void ks_paper_flow_add_districts (KsPaperFlow *flow, const KsPaperDistrictsLook *look,
                                  const KsPaperDistrict *districts, guint n_districts,
                                  const KsPaperDistrict *total);

G_END_DECLS
