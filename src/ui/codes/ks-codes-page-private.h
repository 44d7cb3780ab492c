/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-codes-page.h"
#include "ks-lazy-load.h"
#include "ks-pages.h"
#include "ks-print-sheets.h"
#include "ks-sheet-index.h"
#include "ks-shell.h"

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
  guint n_codes;               /* proven; 0: not proven */
  KsLazyLoad *lazy_load;

  GtkWidget *window_title;
  GtkWidget *print_button;
  GtkWidget *reason_bar;
  GtkWidget *reason;
  GtkWidget *side_box;
  GtkWidget *settings;
  GtkWidget *link_group;
  GtkWidget *link_card;
  GtkWidget *checks;
  GtkWidget *preview_stack;
  GtkWidget *preview;
  GtkWidget *empty_page;
};

/* Work on sheets in a thread, and what the page is told of it. */
typedef struct
{
  KsCampaign *campaign;
  KsSheetChoice choice;
  KsPictureFormat format;
  char *path;
  gboolean packs;      /* are written, not sheets */
  char *district;      /* of packs; NULL: all */
  guint n_written;     /* files */
  char *warning;       /* of what was written */
  KsProof *proof;
  KsPages *pages;      /* that were printed */
  GHashTable *printed; /* codes of their units */
} KsSheetTask;

typedef struct
{
  KsCodesPage *page;
  KsSheetTask *task;
  guint n_pages;
} KsSheetDone;

KsSheetTask *ks_codes_page_create_task (KsCodesPage *self, const char *path);
void ks_codes_page_run_task (KsCodesPage *self, const char *title, KsJobFunc func,
                             KsSheetTask *task, KsShellDoneFunc done);
void ks_codes_page_free_done (KsSheetDone *done);
void ks_codes_page_tell (KsCodesPage *self, char *message);
void ks_codes_page_with_officer (GtkWidget *widget, KsShellFunc func);
void ks_codes_page_export_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void ks_codes_page_print_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void ks_codes_page_print_again_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void ks_codes_page_prints_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void ks_codes_page_install_actions (GtkWidgetClass *widget_class);
void ks_codes_page_install_keys (KsCodesPage *self);
void ks_codes_page_update_actions (KsCodesPage *self);
void ks_codes_page_show_checks (KsCodesPage *self);
void ks_codes_page_load_again (KsCodesPage *self);
void ks_codes_page_show_again (KsCodesPage *self);
void ks_codes_page_clear_again (KsCodesPage *self);

G_END_DECLS
