/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ks-work-plan.h"

G_BEGIN_DECLS

struct _KsWorkPlan {
  KsWorkSheet *sheet;       /* as it was */
  KsUnitsPlan *units;       /* finds the units of the rows */
  GArray      *edits;       /* of KsWorkEdit; units belong to the registry */
  GPtrArray   *posts;       /* of KsPost */
  GPtrArray   *differences; /* of KsWorkDifference */
  GPtrArray   *faults;      /* of sentences */
  char        *source;      /* the files, for the log */
};

void ks_work_plan_read_rows (KsWorkPlan *self);

G_END_DECLS
