/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-criteria.h"

G_BEGIN_DECLS

/* The scale: criteria with their points, which must add up to 100, and its lock. What is moved here is
 * a draft until the page keeps it. Signal "changed": the draft is another. Its buttons call
 * page.add-criterion, page.balance-scale, page.lock-scale and page.change-scale. */
#define KS_TYPE_SCALE_PANE (ks_scale_pane_get_type ())
G_DECLARE_FINAL_TYPE (KsScalePane, ks_scale_pane, KS, SCALE_PANE, GtkBox)

void              ks_scale_pane_set_criteria (KsScalePane *self, const KsCriteria *criteria);
const KsCriteria *ks_scale_pane_get_draft (KsScalePane *self);
gboolean          ks_scale_pane_is_editable (KsScalePane *self);
gboolean          ks_scale_pane_is_changed (KsScalePane *self);
gboolean          ks_scale_pane_is_complete (KsScalePane *self);
void              ks_scale_pane_balance (KsScalePane *self);
void              ks_scale_pane_set_writable (KsScalePane *self, gboolean writable);

/* What is moved was kept: what comes back later is another's. */
void              ks_scale_pane_take_kept (KsScalePane *self);

/* A locked scale can be moved only once somebody said so. */
void              ks_scale_pane_open (KsScalePane *self);

G_END_DECLS
