/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-evidence-table.h"
#include "ks-score.h"
#include "ks-work-cell.h"

G_BEGIN_DECLS

/* The marks of a unit that evidence is kept for: its report, five kinds of publicity, and the days
 * of which posts count. A mark is a bit. */
#define KS_N_WORK_MARKS (1 + 5 + KS_POST_DAYS)

/* What is known of a unit's work. */
typedef struct {
  KsUnit   *unit;    /* borrowed */
  KsReport *report;  /* one that tells nothing, if there is none */
  KsPostDay days[KS_POST_DAYS]; /* before the day of the survey, the earliest first */
  guint     n_days;  /* of them with posts */
  guint     claimed;  /* marks that somebody tells of */
  guint     verified; /* marks that an officer checked */
  guint     evident;  /* marks with a link, a picture or a note */
} KsWorkRow;

/* All of it, as it stood when it was loaded. Any thread may make one and read it. */
typedef struct {
  KsCampaignInfo *info;
  KsRegistry     *registry;
  KsWorkRow      *rows;      /* by the index of the unit */
  guint           n_rows;
  guint           n_reports; /* units that reported */
  gint64          n_posts;
} KsWorkSheet;

KsWorkSheet *ks_work_sheet_load (KsCampaign *campaign, GError **error);
KsWorkSheet *ks_work_sheet_ref (KsWorkSheet *self);
void         ks_work_sheet_unref (KsWorkSheet *self);
gboolean     ks_work_sheet_renew (KsWorkSheet *self, KsCampaign *campaign, const char *unit,
                                  GError **error);
KsDay        ks_work_sheet_get_day (KsWorkSheet *self, guint index);
gint64       ks_work_row_get_value (const KsWorkRow *self, KsWorkField field, guint day);
guint        ks_work_mark_index (KsWorkField field, guint day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsWorkSheet, ks_work_sheet_unref)

G_END_DECLS
