/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-evidence-table.h"
#include "ks-outcome.h"
#include "ks-work-cell.h"

G_BEGIN_DECLS

/* For verbs: what changes in reports, posts, counts and evidence, written in one transaction with
 * its log row, and how it was before. A mark that was checked is to be checked again once its figure
 * changes. */
typedef struct _KsWorkChange KsWorkChange;

KsWorkChange *ks_work_change_new (const char *source);
void          ks_work_change_free (KsWorkChange *self);
guint         ks_work_change_get_n_reports (KsWorkChange *self);
guint         ks_work_change_get_n_days (KsWorkChange *self);
guint         ks_work_change_get_n_unchecked (KsWorkChange *self);
gboolean      ks_work_change_add_report (KsWorkChange *self, KsTransaction *tx,
                                         const KsReport *before, const KsReport *after,
                                         GError **error);
gboolean      ks_work_change_add_count (KsWorkChange *self, KsTransaction *tx,
                                        const KsPostDay *day, int counted, GError **error);
gboolean      ks_work_change_add_post (KsWorkChange *self, KsTransaction *tx, const KsPost *post,
                                       int copies, gboolean counted, GError **error);
gboolean      ks_work_change_add_edits (KsWorkChange *self, KsTransaction *tx,
                                        const KsWorkEdit *edits, guint n_edits, GError **error);
gboolean      ks_work_change_add_evidence (KsWorkChange *self, const KsEvidence *before,
                                           const KsEvidence *after);
gboolean      ks_work_change_finish (KsWorkChange *self, KsCampaign *campaign, KsTransaction *tx,
                                     const char *action, char *message, KsOutcome **outcome,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsWorkChange, ks_work_change_free)

G_END_DECLS
