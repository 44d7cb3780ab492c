/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-links.h"
#include "ks-side-box.h"
#include "ks-unit-pane.h"
#include "ks-units-page.h"
#include "ks-units-table.h"

G_BEGIN_DECLS

struct _KsUnitsPage
{
  GtkBox parent_instance;

  KsCampaign *campaign;
  KsRegistry *registry;
  KsResults *results;  /* NULL until the page is first seen */
  GPtrArray *links;    /* of KsUnitLink by index of unit; NULL until one is needed */
  gboolean stale;      /* results are older than the campaign */
  char *state;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  KsSideBox *side_box;
  KsUnitsTable *table;
  KsUnitPane *pane;
};

/* ks-units-page-actions.c */
void              ks_units_page_install_actions (GtkWidgetClass *widget_class);
void              ks_units_page_update_actions (KsUnitsPage *self);
const KsUnitLink *ks_units_page_get_link (KsUnitsPage *self, KsUnit *unit);

G_END_DECLS
