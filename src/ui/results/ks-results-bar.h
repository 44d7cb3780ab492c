/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-results-look.h"

G_BEGIN_DECLS

/* The tool bar of the results: back and forward, scope, chart, questions, order. Signal "changed":
 * the person used a control. */
#define KS_TYPE_RESULTS_BAR (ks_results_bar_get_type ())
G_DECLARE_FINAL_TYPE (KsResultsBar, ks_results_bar, KS, RESULTS_BAR, GtkBox)

void ks_results_bar_set_results (KsResultsBar *self, KsResults *results);
void ks_results_bar_show (KsResultsBar *self, KsResultsLook *look);
void ks_results_bar_take (KsResultsBar *self, KsResultsLook *look);
void ks_results_bar_get_choice (KsResultsBar *self, const KsResultsLook *look,
                                KsChartChoice *choice);
void ks_results_bar_open_scopes (KsResultsBar *self);
void ks_results_bar_say_copy (KsResultsBar *self, const char *why);
void ks_results_bar_say_settled (KsResultsBar *self, KsMoment settled_at);

G_END_DECLS
