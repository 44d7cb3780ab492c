/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-sheet-preview.h"

#include "ks-i18n.h"

#define MARGIN 20
#define POINTS_PER_MM (72 / 25.4)
#define ZOOM_STEP 1.25
#define MAX_ZOOM 6.0
#define SHADOW 3

struct _KsSheetPreview {
  GtkWidget parent_instance;

  KsPages  *pages;
  guint     page;
  double    zoom;    /* 1: the whole page fits */
};

G_DEFINE_FINAL_TYPE (KsSheetPreview, ks_sheet_preview, GTK_TYPE_WIDGET)

/* Pixels of the window per point of the paper. */
static double
get_scale (KsSheetPreview *self, int width, int height)
{
  double page_width;
  double page_height;

  ks_pages_get_size (self->pages, &page_width, &page_height);
  return self->zoom
         * MIN ((width - 2 * MARGIN) / (page_width * POINTS_PER_MM),
                (height - 2 * MARGIN) / (page_height * POINTS_PER_MM));
}

static void
paint (KsSheetPreview *self, cairo_t *cr, double scale, double width, double height)
{
  cairo_set_source_rgba (cr, 0, 0, 0, .18);
  cairo_rectangle (cr, SHADOW, SHADOW, width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_scale (cr, scale, scale);
  ks_pages_paint (self->pages, self->page, cr);
}

/* The widget is as large as its scrolled window gives it while the page fits; zoomed, it asks for
 * more. */
static void
ks_sheet_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KsSheetPreview *self = KS_SHEET_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double page_width;
  double page_height;
  double scale;
  cairo_t *cr;

  if (self->pages == NULL || width <= 2 * MARGIN || height <= 2 * MARGIN)
    return;
  ks_pages_get_size (self->pages, &page_width, &page_height);
  scale = get_scale (self, (int) (width / self->zoom), (int) (height / self->zoom));
  page_width *= POINTS_PER_MM * scale;
  page_height *= POINTS_PER_MM * scale;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, MAX (0, (width - page_width) / 2), MAX (0, (height - page_height) / 2));
  paint (self, cr, scale, page_width, page_height);
  cairo_destroy (cr);
}

static void
ks_sheet_preview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  KsSheetPreview *self = KS_SHEET_PREVIEW (widget);
  GtkWidget *port = gtk_widget_get_parent (widget);
  int room = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (port)
                                                       : gtk_widget_get_height (port);

  *minimum = self->zoom > 1 ? (int) (room * self->zoom) : 160;
  *natural = MAX (*minimum, 320);
}

static void
scrolled_cb (KsSheetPreview *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) != 0)
    ks_sheet_preview_zoom (self, dy < 0 ? 1 : -1);
}

static void
ks_sheet_preview_dispose (GObject *object)
{
  g_clear_object (&KS_SHEET_PREVIEW (object)->pages);

  G_OBJECT_CLASS (ks_sheet_preview_parent_class)->dispose (object);
}

static void
ks_sheet_preview_class_init (KsSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_sheet_preview_dispose;
  widget_class->snapshot = ks_sheet_preview_snapshot;
  widget_class->measure = ks_sheet_preview_measure;
  gtk_widget_class_set_css_name (widget_class, "sheetpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ks_sheet_preview_init (KsSheetPreview *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->zoom = 1;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/**
 * ks_sheet_preview_set_pages:
 * @self: a preview
 * @pages: (nullable): what to show
 *
 * Shows other pages; the place among them stays where it can.
 */
void
ks_sheet_preview_set_pages (KsSheetPreview *self, KsPages *pages)
{
  g_return_if_fail (KS_IS_SHEET_PREVIEW (self));

  g_set_object (&self->pages, pages);
  ks_sheet_preview_set_page (self, self->page);
}

/**
 * ks_sheet_preview_set_page:
 * @self: a preview
 * @page: number of a page, from 0; the last one is shown for larger ones
 *
 * Turns to a page.
 */
void
ks_sheet_preview_set_page (KsSheetPreview *self, guint page)
{
  guint n_pages = self->pages != NULL ? ks_pages_get_n_pages (self->pages) : 0;
  g_autofree char *label = NULL;

  self->page = n_pages > 0 ? MIN (page, n_pages - 1) : 0;
  label = g_strdup_printf (_ ("Preview of page %u of %u"), self->page + 1, n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ks_sheet_preview_get_page:
 * @self: a preview
 *
 * Returns: number of the page that is shown, from 0
 */
guint
ks_sheet_preview_get_page (KsSheetPreview *self)
{
  return self->page;
}

/**
 * ks_sheet_preview_zoom:
 * @self: a preview
 * @steps: so many steps larger or, below zero, smaller; 0: the whole page fits
 *
 * Changes the size of the page.
 */
void
ks_sheet_preview_zoom (KsSheetPreview *self, int steps)
{
  if (steps == 0)
    self->zoom = 1;
  for (int i = 0; i < steps; i++)
    self->zoom = MIN (MAX_ZOOM, self->zoom * ZOOM_STEP);
  for (int i = 0; i > steps; i--)
    self->zoom = MAX (1, self->zoom / ZOOM_STEP);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
