/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form-paper.h"
#include "ks-paper-flow.h"

G_BEGIN_DECLS

#define KS_FORM_BOX 3.4
#define KS_FORM_BOX_LINE 0.25

/* The paper while it is written. */
typedef struct {
  KsForm               *form;
  const KsCampaignInfo *info;
  KsPaperFlow           paper;
} KsFormFlow;

/* Questions that share a scale, as rows of one table. */
guint  ks_form_grid_count (KsFormFlow *flow, guint first);
void   ks_form_grid_add (KsFormFlow *flow, guint first, guint n_questions);

G_END_DECLS
