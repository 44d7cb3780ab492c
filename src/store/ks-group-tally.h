/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-group.h"
#include "ks-registry.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* Counts of a unit by the groups of its people: a row per option of a question that tells groups
 * apart, with the columns of KsTally; of the closed questions that are no profile questions alone, so
 * that no two things that people said of themselves are ever counted together. */
typedef struct {
  KsForm           *form;
  const KsQuestion *questions[KS_MAX_GROUP_QUESTIONS];
  guint             n_questions;
  guint             n_rows;     /* of a unit */
  guint             n_columns;
  guint             n_units;
  gint32          **rows;       /* unit × row; NULL: nothing was counted there */
  gboolean          is_whole;   /* FALSE: what is to be added to the kept counts */
} KsGroupTally;

KsGroupTally *ks_group_tally_new (KsForm *form, guint n_units, gboolean is_whole);
void          ks_group_tally_free (KsGroupTally *self);
guint         ks_group_tally_find_rows (KsGroupTally *self, guint unit, const char *answers,
                                        gint32 *rows[KS_MAX_GROUP_QUESTIONS]);
const gint32 *ks_group_tally_get_row (KsGroupTally *self, guint unit, const KsQuestion *question,
                                      guint choice);
gboolean      ks_group_tally_equal (KsGroupTally *self, KsGroupTally *other, guint unit);

gboolean      ks_group_tally_is_kept (KsTransaction *tx, KsForm *form);
KsGroupTally *ks_group_tally_load (KsTransaction *tx, KsRegistry *registry, KsForm *form,
                                   GError **error);
gboolean      ks_group_tally_save (KsGroupTally *self, KsTransaction *tx, KsRegistry *registry,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsGroupTally, ks_group_tally_free)

G_END_DECLS
