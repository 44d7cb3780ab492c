/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-units-plan.h"
#include "ks-work-sheet.h"

G_BEGIN_DECLS

/* What tables of reports and posts would change, before anything is written: their units are found
 * as those of a list of units are. Any thread may make one; afterwards it belongs to one thread at a
 * time. */
typedef struct _KsWorkPlan KsWorkPlan;

/* What a table must tell to be taken. */
typedef enum {
  KS_WORK_ANY,
  KS_WORK_OF_REPORTS,
  KS_WORK_OF_POSTS,
} KsWorkKind;

/* A cell that would change. */
typedef struct {
  KsUnit     *unit; /* borrowed */
  KsWorkField field;
  KsDay       day;
  gint64      before;
  gint64      after;
} KsWorkDifference;

KsWorkPlan  *ks_work_plan_new (KsCampaign *campaign, GError **error);
KsWorkPlan  *ks_work_plan_ref (KsWorkPlan *self);
void         ks_work_plan_unref (KsWorkPlan *self);
gboolean     ks_work_plan_add_file (KsWorkPlan *self, const char *path, KsEncoding encoding,
                                    KsWorkKind kind, GError **error);
gboolean     ks_work_plan_add_block (KsWorkPlan *self, const char *text, GPtrArray *units,
                                     guint column, GError **error);
gboolean     ks_work_plan_add_row (KsWorkPlan *self, const char *name, const char *header,
                                   const char *row, GError **error);
void         ks_work_plan_judge (KsWorkPlan *self);
KsUnitsPlan *ks_work_plan_get_units (KsWorkPlan *self);
KsCampaignInfo *ks_work_plan_get_info (KsWorkPlan *self);
GPtrArray   *ks_work_plan_get_differences (KsWorkPlan *self); /* of KsWorkDifference */
guint        ks_work_plan_get_n_posts (KsWorkPlan *self);
GPtrArray   *ks_work_plan_get_faults (KsWorkPlan *self); /* of sentences */
GPtrArray   *ks_work_plan_dup_notes (KsWorkPlan *self, gboolean with_doubts); /* of sentences */
gboolean     ks_work_plan_apply (KsWorkPlan *self, KsCampaign *campaign, const char *action,
                                 KsOutcome **outcome, GError **error);
void         ks_work_column_get (guint column, KsDay survey, KsWorkField *field, KsDay *day);

/* Columns as one types and pastes them: the fields of a report, then the days before the survey. */
#define KS_N_WORK_COLUMNS (KS_WORK_POSTS + KS_POST_DAYS)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsWorkPlan, ks_work_plan_unref)

G_END_DECLS
