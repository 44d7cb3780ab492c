/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-area.h"
#include "ks-figure-table.h"

G_BEGIN_DECLS

/* A finding as a sentence, its chart or the table behind it, and what is to be said below. */
#define KS_TYPE_FIGURE_CARD (ks_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (KsFigureCard, ks_figure_card, KS, FIGURE_CARD, GtkBox)

KsChartArea *ks_figure_card_get_chart (KsFigureCard *self);
KsFigureTable *ks_figure_card_get_table (KsFigureCard *self);
void ks_figure_card_set_texts (KsFigureCard *self,
                               const char *title,
                               const char *subtitle,
                               const char *foot);
void ks_figure_card_set_notice (KsFigureCard *self, const char *notice);
void ks_figure_card_set_as_table (KsFigureCard *self, gboolean as_table);

G_END_DECLS
