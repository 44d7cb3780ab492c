/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-question-set.h"

G_BEGIN_DECLS

/* How answers are looked at. */
typedef struct
{
  gboolean as_table;
  gboolean counts; /* in the table answers instead of shares */
  KsLikertOrder order;
} KsLikertLook;

/* What was answered in one scope, as chart and as table; or why it is not shown.
 * Signal "account" (KsQuestion *): the person asks how a figure came about. */
#define KS_TYPE_LIKERT_VIEW (ks_likert_view_get_type ())
G_DECLARE_FINAL_TYPE (KsLikertView, ks_likert_view, KS, LIKERT_VIEW, GtkBox)

void ks_likert_view_show (KsLikertView *self,
                          KsResults *results,
                          const KsScope *scope,
                          gboolean is_open,
                          const KsLikertLook *look);
gboolean ks_likert_view_has_figures (KsLikertView *self);

G_END_DECLS
