/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-criteria.h"

G_BEGIN_DECLS

/* A criterion of the scale: its most points by slider or figure, what earns none and all, and of the
 * office's own ones what can be done with them. Signal "changed": somebody edits it. */
#define KS_TYPE_CRITERION_ROW (ks_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (KsCriterionRow, ks_criterion_row, KS, CRITERION_ROW, GtkListBoxRow)

GtkWidget  *ks_criterion_row_new (const KsCriterion *criterion, guint index);
const char *ks_criterion_row_get_id (KsCriterionRow *self);
void        ks_criterion_row_show (KsCriterionRow *self, const KsCriterion *criterion);
void        ks_criterion_row_read (KsCriterionRow *self, KsCriterion *criterion);
void        ks_criterion_row_set_editable (KsCriterionRow *self, gboolean editable);

G_END_DECLS
