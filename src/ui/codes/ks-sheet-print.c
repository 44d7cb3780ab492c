/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-sheet-print.h"

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, KsPages *pages)
{
  ks_pages_paint (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
make_page_setup (KsPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width;
  double height;

  ks_pages_get_size (pages, &width, &height);
  gtk_page_setup_set_paper_size (setup, a4);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

/**
 * ks_sheet_print_run:
 * @pages: what to print
 * @action: dialog, print at once, or export
 * @export_path: (nullable): the PDF to export to
 * @parent: (nullable): the window that asks
 * @error: return location for an error
 *
 * Hands the pages to the printer: the same painter as preview and PDF, on the whole sheet.
 *
 * Returns: what became of it
 */
GtkPrintOperationResult
ks_sheet_print_run (KsPages *pages, GtkPrintOperationAction action, const char *export_path,
                    GtkWindow *parent, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (pages);

  gtk_print_operation_set_n_pages (operation, (int) ks_pages_get_n_pages (pages));
  gtk_print_operation_set_job_name (operation, ks_pages_get_title (pages));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  if (export_path != NULL)
    gtk_print_operation_set_export_filename (operation, export_path);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), pages, 0);
  return gtk_print_operation_run (operation, action, parent, error);
}
