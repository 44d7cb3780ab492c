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
  KsDay as_of;         /* the day whose list is looked at; KS_DAY_NONE: the campaign's own */
  GPtrArray *typed;    /* of what shall be saved when the moment comes */
  gboolean renewing;   /* the rows change, and with them, for a moment, what is selected */
  char *asking;        /* code of the unit that something is asked about; NULL: nothing is */
  guint save_source;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  KsSideBox *side_box;
  KsUnitsTable *table;
  KsUnitPane *pane;
  GtkWidget *as_of_bar;
  GtkLabel *as_of_label;
};

/* ks-units-page-actions.c */
void              ks_units_page_install_actions (GtkWidgetClass *widget_class);
void              ks_units_page_update_actions (KsUnitsPage *self);
const KsUnitLink *ks_units_page_get_link (KsUnitsPage *self, KsUnit *unit);
gboolean          ks_units_page_is_editable (KsUnitsPage *self);
void              ks_units_page_show_day (KsUnitsPage *self, KsDay day);

/* ks-units-page-lists.c: whole lists. */
void ks_units_page_install_list_actions (GtkWidgetClass *widget_class);
void ks_units_page_update_list_actions (KsUnitsPage *self);
void ks_units_page_add_paste_key (KsUnitsPage *self);

/* ks-units-page-edit.c: units one by one. */
void ks_units_page_start_saving (KsUnitsPage *self);
void ks_units_page_stop_saving (KsUnitsPage *self);
gboolean ks_units_page_finish_typing (KsPage *page);
void ks_units_page_install_edit_actions (GtkWidgetClass *widget_class);
void ks_units_page_update_edit_actions (KsUnitsPage *self);

/* ks-units-page-days.c: the list of other days. */
char *ks_units_page_dup_own_day (KsUnitsPage *self);
void ks_units_page_install_day_actions (GtkWidgetClass *widget_class);
void ks_units_page_update_day_actions (KsUnitsPage *self);

/* ks-units-page-events.c: what happened to units. */
void ks_units_page_install_event_actions (GtkWidgetClass *widget_class);
void ks_units_page_update_event_actions (KsUnitsPage *self);

/* ks-units-page-settings.c: whom to call, and whom to ask. */
void ks_units_page_install_setting_actions (GtkWidgetClass *widget_class);
void ks_units_page_update_setting_actions (KsUnitsPage *self);

G_END_DECLS
