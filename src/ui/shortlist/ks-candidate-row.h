/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-candidate-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of the ranking on screen. */
#define KS_TYPE_CANDIDATE_ROW (ks_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (KsCandidateRow, ks_candidate_row, KS, CANDIDATE_ROW, GtkWidget)

GtkWidget *ks_candidate_row_new (void);
GtkWidget *ks_candidate_row_new_titles (void);
KsCandidateItem *ks_candidate_row_get_item (KsCandidateRow *self);
void ks_candidate_row_set_item (KsCandidateRow *self, KsCandidateItem *item);

G_END_DECLS
