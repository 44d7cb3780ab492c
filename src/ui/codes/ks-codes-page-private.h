/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-codes-page.h"
#include "ks-codes-state.h"
#include "ks-lazy-load.h"
#include "ks-outcome.h"
#include "ks-pages.h"
#include "ks-sheet-index.h"
#include "ks-sheet-print.h"
#include "ks-shell.h"

G_BEGIN_DECLS

struct _KsCodesPage
{
  GtkBox parent_instance;

  KsCampaign *campaign;
  KsRegistry *registry;
  KsPages *pages;              /* NULL: there is nothing to show */
  KsSheetIndex *index;         /* of pages; NULL until it is made */
  const KsSheetPlace *found;   /* by the last search; of index */
  GPtrArray *faults;           /* of the last proof; NULL: none was found */
  KsCodesState *state;         /* what is known; NULL: nothing yet */
  GCancellable *asking;        /* of what is worked out; NULL: nothing is */
  gboolean asking_pages;       /* the sheets that are shown are not those wanted any more */
  GCancellable *indexing;
  guint n_codes;               /* proven; 0: not proven */
  gboolean ordered;            /* the cards stand as the campaign needs them */
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
  char **districts;    /* of packs; NULL: all */
  guint n_written;     /* files */
  char *warning;       /* of what was written */
  KsProof *proof;
  KsPages *pages;      /* that were printed */
  GHashTable *printed; /* codes of their units */
  gboolean no_identity; /* the form asks nobody who they are */
  KsOutcome *outcome;   /* of what was confirmed */
  char *table;          /* of all links */
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
void ks_codes_page_install_link_actions (GtkWidgetClass *widget_class);
void ks_codes_page_update_actions (KsCodesPage *self);
void ks_codes_page_ask (KsCodesPage *self, gboolean with_pages);
void ks_codes_page_forget (KsCodesPage *self);
void ks_codes_page_show_state (KsCodesPage *self);
void ks_codes_page_show_note (KsCodesPage *self);
void ks_codes_page_show_again (KsCodesPage *self);
KsPages *ks_codes_page_get_pages_again (KsCodesPage *self);
double ks_codes_page_get_margin (void);
void ks_codes_page_keep_margin (KsCodesPage *self, double margin_mm);
GtkWindow *ks_codes_page_ask_printed (KsCodesPage *self, KsSheetPrint *print);

G_END_DECLS
