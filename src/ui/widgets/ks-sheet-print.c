/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-print.h"

#include <adwaita.h>
#include <math.h>

#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-preview.h"

/* Papers that differ less are the same to a printer. */
#define SAME_MM 1.0
#define MM_PER_POINT (25.4 / 72)

struct _KsSheetPrint
{
  GtkPrintOperation parent_instance;

  KsPages *pages;
  GPtrArray *printed; /* codes of units whose sheets were drawn, as they came */
  GHashTable *drawn;  /* the same, to look them up */
  gboolean backwards; /* the last page came first */
  int last_page;
  double hard_margin; /* of the printer, in mm; 0: it does not say so */
  KsJob *job;          /* that is told of every page and stops the print; NULL: nobody is */
  guint n_drawn;
  gboolean held;            /* the first page waits */
  gboolean refused;         /* nothing is drawn any more */
  GtkPrintContext *context; /* of the page that waits; NULL: none does */
  int page;
};

enum
{
  BEGUN,
  PREVIEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsSheetPrint, ks_sheet_print, GTK_TYPE_PRINT_OPERATION)

/* The widest of the edges that the printer cannot reach. */
static void
read_hard_margin (KsSheetPrint *self, GtkPrintContext *context)
{
  double top, bottom, left, right;

  if (gtk_print_context_get_hard_margins (context, &top, &bottom, &left, &right))
    self->hard_margin = MAX (MAX (top, bottom), MAX (left, right)) * MM_PER_POINT;
}

static void
ks_sheet_print_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  read_hard_margin (KS_SHEET_PRINT (operation), context);
  gtk_print_operation_set_n_pages (operation,
                                   (int)ks_pages_get_n_pages (KS_SHEET_PRINT (operation)->pages));
}

static void
count_page (KsSheetPrint *self)
{
  gint64 total = MAX (ks_pages_get_n_pages (self->pages), self->n_drawn + 1);

  if (self->n_drawn == 0)
    g_signal_emit (self, signals[BEGUN], 0);
  self->n_drawn++;
  if (self->job != NULL && !ks_job_report (self->job, self->n_drawn, total, NULL))
    gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
}

/* A card has two sides; copies of a sheet stand beside each other. */
static void
add_printed (KsSheetPrint *self, const KsCodeCell *cell)
{
  char *code;

  if (g_hash_table_contains (self->drawn, cell->unit_code))
    return;
  code = g_strdup (cell->unit_code);
  g_ptr_array_add (self->printed, code);
  g_hash_table_add (self->drawn, code);
}

static void
draw_page (KsSheetPrint *self, GtkPrintContext *context, int page)
{
  g_autoptr (GPtrArray) cells = ks_pages_dup_cells (self->pages, (guint)page);

  ks_pages_paint (self->pages, (guint)page, gtk_print_context_get_cairo_context (context));
  self->backwards = self->backwards || page < self->last_page;
  self->last_page = page;
  for (guint i = 0; i < cells->len; i++)
    add_printed (self, g_ptr_array_index (cells, i));
}

static void
ks_sheet_print_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  KsSheetPrint *self = KS_SHEET_PRINT (operation);

  /* GTK asks for a page more before it notices that it is cancelled. */
  if (self->refused)
    return;
  count_page (self);
  if (!self->held)
    {
      draw_page (self, context, page);
      return;
    }
  gtk_print_operation_set_defer_drawing (operation);
  self->context = g_object_ref (context);
  self->page = page;
}

static void
end_preview_cb (GtkPrintOperationPreview *preview)
{
  g_autoptr (GObject) alive = G_OBJECT (preview);

  gtk_print_operation_preview_end_preview (preview);
  g_signal_emit (preview, signals[PREVIEWED], 0);
}

/* GTK wants something to paint on, although nothing is painted for the preview. */
static void
give_surface (GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The pages as they stand on the screen, instead of another program that may not be there. */
static gboolean
ks_sheet_print_preview (GtkPrintOperation *operation, GtkPrintOperationPreview *preview,
                        GtkPrintContext *context, GtkWindow *parent)
{
  KsSheetPrint *self = KS_SHEET_PRINT (operation);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pages = g_object_new (KS_TYPE_PREVIEW, "vexpand", TRUE, NULL);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for", parent, "title",
                                    _ ("Print Preview"), "default-width", 820, "default-height",
                                    700, "content", box, NULL);

  give_surface (context);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), pages);
  ks_preview_set_pages (KS_PREVIEW (pages), self->pages);
  ks_escape_closes (window);
  /* GTK itself lets go of the operation while the window is open. */
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (end_preview_cb), g_object_ref (preview));
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
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
  g_clear_object (&KS_SHEET_PRINT (object)->job);
  g_clear_object (&KS_SHEET_PRINT (object)->context);
  g_clear_pointer (&KS_SHEET_PRINT (object)->drawn, g_hash_table_unref);
  g_clear_pointer (&KS_SHEET_PRINT (object)->printed, g_ptr_array_unref);
  G_OBJECT_CLASS (ks_sheet_print_parent_class)->finalize (object);
}

static void
ks_sheet_print_class_init (KsSheetPrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_sheet_print_finalize;
  GTK_PRINT_OPERATION_CLASS (klass)->begin_print = ks_sheet_print_begin_print;
  GTK_PRINT_OPERATION_CLASS (klass)->draw_page = ks_sheet_print_draw_page;
  GTK_PRINT_OPERATION_CLASS (klass)->preview = ks_sheet_print_preview;
  GTK_PRINT_OPERATION_CLASS (klass)->request_page_setup = ks_sheet_print_request_page_setup;
  signals[BEGUN] = g_signal_new ("begun", KS_TYPE_SHEET_PRINT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[PREVIEWED] = g_signal_new ("previewed", KS_TYPE_SHEET_PRINT, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_sheet_print_init (KsSheetPrint *self)
{
  self->printed = g_ptr_array_new_with_free_func (g_free);
  self->drawn = g_hash_table_new (g_str_hash, g_str_equal);
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
                                     TRUE, "job-name", ks_pages_get_title (pages), NULL);
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
 * Returns: (transfer none) (element-type utf8): the codes of the units whose sheets were drawn, as
 *   they came, which are fewer than all where somebody chose a range of pages
 */
GPtrArray *
ks_sheet_print_get_printed (KsSheetPrint *self)
{
  g_return_val_if_fail (KS_IS_SHEET_PRINT (self), NULL);

  return self->printed;
}

/**
 * ks_sheet_print_get_backwards:
 * @self: an operation that is done
 *
 * Returns: whether the last sheet was drawn first, as some printers are told to
 */
gboolean
ks_sheet_print_get_backwards (KsSheetPrint *self)
{
  g_return_val_if_fail (KS_IS_SHEET_PRINT (self), FALSE);

  return self->backwards;
}

/**
 * ks_sheet_print_get_hard_margin:
 * @self: an operation whose "begun" is being told
 *
 * Returns: what the printer leaves white at its widest edge, in mm; 0: it does not say so
 */
double
ks_sheet_print_get_hard_margin (KsSheetPrint *self)
{
  g_return_val_if_fail (KS_IS_SHEET_PRINT (self), 0);

  return self->hard_margin;
}

/**
 * ks_sheet_print_set_job:
 * @self: an operation whose "begun" is being told
 * @job: counts the pages; stopping it stops the print
 */
void
ks_sheet_print_set_job (KsSheetPrint *self, KsJob *job)
{
  g_return_if_fail (KS_IS_SHEET_PRINT (self));

  g_set_object (&self->job, job);
}

/**
 * ks_sheet_print_get_job:
 * @self: an operation
 *
 * Returns: (transfer none) (nullable): what counts its pages; %NULL: nothing does
 */
KsJob *
ks_sheet_print_get_job (KsSheetPrint *self)
{
  g_return_val_if_fail (KS_IS_SHEET_PRINT (self), NULL);

  return self->job;
}

/**
 * ks_sheet_print_hold:
 * @self: an operation whose "begun" is being told
 *
 * Lets its pages wait until ks_sheet_print_go_on(): something has to be done before they leave.
 */
void
ks_sheet_print_hold (KsSheetPrint *self)
{
  g_return_if_fail (KS_IS_SHEET_PRINT (self) && self->context == NULL);

  self->held = TRUE;
}

static gboolean
is_stopped (KsSheetPrint *self)
{
  return self->job != NULL && g_cancellable_is_cancelled (ks_job_get_cancellable (self->job));
}

/**
 * ks_sheet_print_go_on:
 * @self: an operation that waits
 * @pages: (nullable): what it prints from now on, as many pages as before; %NULL: nothing is printed
 *
 * Ends the waiting. Nothing is printed either if the print was stopped meanwhile.
 */
void
ks_sheet_print_go_on (KsSheetPrint *self, KsPages *pages)
{
  g_autoptr (GtkPrintContext) context = NULL;

  g_return_if_fail (KS_IS_SHEET_PRINT (self) && self->context != NULL);

  self->held = FALSE;
  context = g_steal_pointer (&self->context);
  self->refused = pages == NULL || is_stopped (self);
  if (self->refused)
    gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
  else
    {
      g_set_object (&self->pages, pages);
      draw_page (self, context, self->page);
    }
  /* Only then GTK goes on, be it to the end of what is cancelled. */
  gtk_print_operation_draw_page_finish (GTK_PRINT_OPERATION (self));
}

/**
 * ks_sheet_print_use_settings:
 * @self: an operation
 * @settings: of an earlier print, on any paper
 *
 * Takes the printer and what it was told, but for the paper, which is that of the pages.
 */
void
ks_sheet_print_use_settings (KsSheetPrint *self, GtkPrintSettings *settings)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autoptr (GtkPrintSettings) own = NULL;
  GtkPageSetup *setup;

  g_return_if_fail (KS_IS_SHEET_PRINT (self));

  own = gtk_print_settings_copy (settings);
  setup = gtk_print_operation_get_default_page_setup (operation);
  gtk_print_settings_set_paper_size (own, gtk_page_setup_get_paper_size (setup));
  gtk_print_settings_set_orientation (own, gtk_page_setup_get_orientation (setup));
  gtk_print_operation_set_print_settings (operation, own);
}
