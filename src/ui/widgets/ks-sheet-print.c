/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-print.h"

#include <math.h>

#include "ks-i18n.h"

/* Papers that differ less are the same to a printer. */
#define SAME_MM 1.0

struct _KsSheetPrint
{
  GtkPrintOperation parent_instance;

  KsPages *pages;
  GHashTable *printed; /* codes of units whose sheets were drawn */
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
  KsSheetPrint *self = KS_SHEET_PRINT (operation);
  g_autoptr (GPtrArray) cells = ks_pages_dup_cells (self->pages, (guint)page);

  ks_pages_paint (self->pages, (guint)page, gtk_print_context_get_cairo_context (context));
  for (guint i = 0; i < cells->len; i++)
    g_hash_table_add (self->printed,
                      g_strdup (((const KsCodeCell *)g_ptr_array_index (cells, i))->unit_code));
}

/* The known paper of that size, so that a printer finds the tray; else one of that size alone. */
static GtkPaperSize *
create_paper (double width_mm, double height_mm)
{
  static const char *const known[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A5 };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      GtkPaperSize *paper = gtk_paper_size_new (known[i]);

      if (fabs (gtk_paper_size_get_width (paper, GTK_UNIT_MM) - width_mm) < SAME_MM
          && fabs (gtk_paper_size_get_height (paper, GTK_UNIT_MM) - height_mm) < SAME_MM)
        return paper;
      gtk_paper_size_free (paper);
    }
  return gtk_paper_size_new_custom ("khaosat", _ ("As on the screen"), width_mm, height_mm,
                                    GTK_UNIT_MM);
}

/* The paper that the pages were laid out for, upright in the tray whichever way they lie on it. They
 * have their margins inside: the printer must not add its own. */
static void
set_up_page (GtkPageSetup *setup, KsPages *pages)
{
  double width_mm, height_mm;
  GtkPaperSize *paper;
  gboolean lies;

  ks_pages_get_size (pages, &width_mm, &height_mm);
  lies = width_mm > height_mm;
  paper = create_paper (MIN (width_mm, height_mm), MAX (width_mm, height_mm));
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, lies ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                              : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (paper);
}

/* Whatever the dialog or an earlier print says: a poster for A3 is not cut off by an A4. */
static void
ks_sheet_print_request_page_setup (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                                   GtkPageSetup *setup)
{
  set_up_page (setup, KS_SHEET_PRINT (operation)->pages);
}

static void
ks_sheet_print_finalize (GObject *object)
{
  g_clear_object (&KS_SHEET_PRINT (object)->pages);
  g_clear_pointer (&KS_SHEET_PRINT (object)->printed, g_hash_table_unref);
  G_OBJECT_CLASS (ks_sheet_print_parent_class)->finalize (object);
}

static void
ks_sheet_print_class_init (KsSheetPrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_sheet_print_finalize;
  GTK_PRINT_OPERATION_CLASS (klass)->begin_print = ks_sheet_print_begin_print;
  GTK_PRINT_OPERATION_CLASS (klass)->draw_page = ks_sheet_print_draw_page;
  GTK_PRINT_OPERATION_CLASS (klass)->request_page_setup = ks_sheet_print_request_page_setup;
}

static void
ks_sheet_print_init (KsSheetPrint *self)
{
  self->printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  self->pages = g_object_ref (pages);
  set_up_page (setup, pages);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  return self;
}

/**
 * ks_sheet_print_get_pages:
 * @self: an operation
 *
 * Returns: (transfer none): the sheets it prints
 */
KsPages *
ks_sheet_print_get_pages (KsSheetPrint *self)
{
  g_return_val_if_fail (KS_IS_SHEET_PRINT (self), NULL);

  return self->pages;
}

/**
 * ks_sheet_print_get_printed:
 * @self: an operation that is done
 *
 * Returns: (transfer none): the codes of the units whose sheets came out, which are fewer than all
 *   where somebody chose a range of pages
 */
GHashTable *
ks_sheet_print_get_printed (KsSheetPrint *self)
{
  g_return_val_if_fail (KS_IS_SHEET_PRINT (self), NULL);

  return self->printed;
}
