/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-form.h"
#include "ks-pages.h"
#include "ks-registry.h"

G_BEGIN_DECLS

/* The figures of the page below it, each to be pointed at: a click, or Enter, tells the account.
 * Tab comes to them and leaves them, arrows go from one to the next. */
#define KS_TYPE_FIGURE_LAYER (ks_figure_layer_get_type ())
G_DECLARE_FINAL_TYPE (KsFigureLayer, ks_figure_layer, KS, FIGURE_LAYER, GtkWidget)

GtkWidget *ks_figure_layer_new (void);
void ks_figure_layer_set_campaign (KsFigureLayer *self, KsRegistry *registry, KsForm *form);
void ks_figure_layer_show_page (KsFigureLayer *self, KsPages *pages, guint page);
guint ks_figure_layer_get_n_figures (KsFigureLayer *self);

G_END_DECLS
