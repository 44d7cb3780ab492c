/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-campaign.h"
#include "ks-codes-page.h"
#include "ks-print-sheets.h"
#include "ks-shell.h"
#include "ks-sheet-preview.h"
#include "ks-side-box.h"

G_BEGIN_DECLS

/* The seam between what the page shows and what it does. */
struct _KsCodesPage {
  GtkBox           parent_instance;

  KsSideBox       *side_box;
  GtkStack        *preview_stack;  /* page, no-link */
  GtkCheckButton  *poster_check;
  GtkCheckButton  *annex_check;
  AdwComboRow     *scope_row;
  AdwComboRow     *columns_row;
  GtkSwitch       *ink_switch;
  AdwEntryRow     *link_row;
  GtkLabel        *link_problem;
  AdwActionRow    *scan_row;
  AdwActionRow    *identity_row;
  GtkSwitch       *identity_switch;
  AdwActionRow    *proof_row;
  GtkImage        *proof_icon;
  GtkLabel        *gate;
  GtkLabel        *place;
  GtkSearchEntry  *search;
  KsSheetPreview  *preview;
  AdwWindowTitle  *title;
  GtkLabel        *print_label;

  KsCampaign      *campaign;
  KsPages         *pages;
  char            *state;
  GPtrArray       *faults;     /* of char *: of the last proof; NULL: none */
  gboolean         updating;   /* the page fills its own rows */
};

gboolean ks_codes_page_get_choice (KsCodesPage *self, KsSheetChoice *choice, GPtrArray **units);
void     ks_codes_page_update (KsCodesPage *self);
void     ks_codes_page_turn_to (KsCodesPage *self, guint page);
void     ks_codes_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
