/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-result-chart.h"

G_BEGIN_DECLS

/* One look at results: chart or table with the finding above it, or why there is none.
 * Signals, each with (KsScope *, KsQuestion *): "account": the person asks how a figure came about;
 * "picked": the person came to a figure; "toggled": the parts of a scope shall be seen or not. */
#define KS_TYPE_RESULT_VIEW (ks_result_view_get_type ())
G_DECLARE_FINAL_TYPE (KsResultView, ks_result_view, KS, RESULT_VIEW, GtkBox)

void ks_result_view_show (KsResultView *self, KsResultChart *chart, gboolean as_table);
gboolean ks_result_view_has_figures (KsResultView *self);
void ks_result_view_pick (KsResultView *self, const KsScope *scope, const KsQuestion *question);

G_END_DECLS
