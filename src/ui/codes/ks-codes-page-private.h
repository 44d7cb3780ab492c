/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-codes-page.h"
#include "ks-lazy-load.h"
#include "ks-pages.h"
#include "ks-print-sheets.h"
#include "ks-sheet-index.h"

G_BEGIN_DECLS

struct _KsCodesPage
{
  GtkBox parent_instance;

  KsCampaign *campaign;
  KsRegistry *registry;
  KsPages *pages;              /* NULL: there is nothing to show */
  KsSheetIndex *index;         /* of pages */
  const KsSheetPlace *found;   /* by the last search; of index */
  GPtrArray *faults;           /* of the last proof; NULL: none was found */
  GPtrArray *reprints;         /* of KsReprint, for every layout that was printed */
  gboolean is_due;             /* some sheets no longer hold */
  GError *again_error;         /* why that is not known; NULL: it is */
  KsPages *pages_again;        /* those that a printer can print again; NULL: none */
  GtkPrintSettings *print_settings; /* of the last print in this window */
  guint n_codes;               /* proven; 0: not proven */
  KsLazyLoad *lazy_load;

  GtkWidget *window_title;
  GtkWidget *print_button;
  GtkWidget *reason_bar;
  GtkWidget *reason;
  GtkWidget *side_box;
  GtkWidget *settings;
  GtkWidget *link_card;
  GtkWidget *checks;
  GtkWidget *preview_stack;
  GtkWidget *preview;
  GtkWidget *empty_page;
};

void ks_codes_page_install_actions (GtkWidgetClass *widget_class);
void ks_codes_page_install_keys (KsCodesPage *self);
void ks_codes_page_update_actions (KsCodesPage *self);
void ks_codes_page_show_checks (KsCodesPage *self);
void ks_codes_page_load_again (KsCodesPage *self);
void ks_codes_page_show_again (KsCodesPage *self);
void ks_codes_page_clear_again (KsCodesPage *self);

G_END_DECLS
