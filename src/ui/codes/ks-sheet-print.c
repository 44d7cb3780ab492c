/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-print.h"

struct _KsSheetPrint
{
  GtkPrintOperation parent_instance;

  KsPages *pages;
};

G_DEFINE_FINAL_TYPE (KsSheetPrint, ks_sheet_print, GTK_TYPE_PRINT_OPERATION)

static void
ks_sheet_print_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  gtk_print_operation_set_n_pages (operation,
                                   (int)ks_pages_get_n_pages (KS_SHEET_PRINT (operation)->pages));
}

static void
ks_sheet_print_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  ks_pages_paint (KS_SHEET_PRINT (operation)->pages, (guint)page,
                  gtk_print_context_get_cairo_context (context));
}

static void
ks_sheet_print_finalize (GObject *object)
{
  g_clear_object (&KS_SHEET_PRINT (object)->pages);
  G_OBJECT_CLASS (ks_sheet_print_parent_class)->finalize (object);
}

static void
ks_sheet_print_class_init (KsSheetPrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_sheet_print_finalize;
  GTK_PRINT_OPERATION_CLASS (klass)->begin_print = ks_sheet_print_begin_print;
  GTK_PRINT_OPERATION_CLASS (klass)->draw_page = ks_sheet_print_draw_page;
}

static void
ks_sheet_print_init (KsSheetPrint *self)
{
}

/* The pages have their margins inside: the printer must not add its own. */
static GtkPageSetup *
create_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (paper);
  return setup;
}

/**
 * ks_sheet_print_new:
 * @pages: what to print
 *
 * Returns: (transfer full): an operation that prints them
 */
KsSheetPrint *
ks_sheet_print_new (KsPages *pages)
{
  KsSheetPrint *self = g_object_new (KS_TYPE_SHEET_PRINT, "unit", GTK_UNIT_POINTS, "use-full-page",
                                     TRUE, "show-progress", TRUE, "job-name",
                                     ks_pages_get_title (pages), NULL);
  g_autoptr (GtkPageSetup) setup = create_page_setup ();

  self->pages = g_object_ref (pages);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  return self;
}
