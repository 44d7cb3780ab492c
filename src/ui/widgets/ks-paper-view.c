/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-view.h"

#define POINTS_PER_MM (72 / 25.4)

struct _KsPaperView
{
  GtkDrawingArea parent_instance;

  KsPages *pages;
  guint page;
  gboolean marked;
  KsRect mark;
  double margin;
};

G_DEFINE_FINAL_TYPE (KsPaperView, ks_paper_view, GTK_TYPE_DRAWING_AREA)

static void
draw_mark (KsPaperView *self, cairo_t *cr)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "accent_bg_color", &colour))
    return;
  colour.alpha = .18f;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_rectangle (cr, self->mark.x * POINTS_PER_MM, self->mark.y * POINTS_PER_MM,
                   self->mark.width * POINTS_PER_MM, self->mark.height * POINTS_PER_MM);
  cairo_fill (cr);
}

/* What a printer leaves white, as faint as a rule of a sheet of paper. */
static void
draw_margin (KsPaperView *self, cairo_t *cr, double width_mm, double height_mm)
{
  double x = self->margin * POINTS_PER_MM, y = x;
  double width = (width_mm - 2 * self->margin) * POINTS_PER_MM;
  double height = (height_mm - 2 * self->margin) * POINTS_PER_MM;
  double pixel = 1, unused = 0;

  cairo_device_to_user_distance (cr, &pixel, &unused);
  cairo_set_source_rgba (cr, .21, .52, .89, .55);
  cairo_set_line_width (cr, pixel);
  cairo_set_dash (cr, (const double[]){ 4 * pixel, 3 * pixel }, 2, 0);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KsPaperView *self = KS_PAPER_VIEW (area);
  double width_mm, height_mm;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (self->pages == NULL)
    return;
  ks_pages_get_size (self->pages, &width_mm, &height_mm);
  cairo_scale (cr, width / (width_mm * POINTS_PER_MM), height / (height_mm * POINTS_PER_MM));
  cairo_save (cr);
  ks_pages_paint (self->pages, self->page, cr);
  cairo_restore (cr);
  if (self->margin > 0)
    draw_margin (self, cr, width_mm, height_mm);
  if (self->marked)
    draw_mark (self, cr);
}

static void
ks_paper_view_dispose (GObject *object)
{
  g_clear_object (&KS_PAPER_VIEW (object)->pages);
  G_OBJECT_CLASS (ks_paper_view_parent_class)->dispose (object);
}

static void
ks_paper_view_class_init (KsPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_paper_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ks_paper_view_init (KsPaperView *self)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
}

/**
 * ks_paper_view_show_page:
 * @self: a view of a page
 * @pages: (nullable): a document; %NULL leaves the paper blank
 * @page: which of its pages, from 0
 *
 * Shows a page, without a mark.
 */
void
ks_paper_view_show_page (KsPaperView *self, KsPages *pages, guint page)
{
  g_return_if_fail (KS_IS_PAPER_VIEW (self));
  g_return_if_fail (pages == NULL || page < ks_pages_get_n_pages (pages));

  g_set_object (&self->pages, pages);
  self->page = page;
  self->marked = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ks_paper_view_set_mark:
 * @self: a view of a page
 * @cell: (nullable): an area of the page, in mm; %NULL for none
 *
 * Points at a part of the page, on the screen alone.
 */
void
ks_paper_view_set_mark (KsPaperView *self, const KsRect *cell)
{
  g_return_if_fail (KS_IS_PAPER_VIEW (self));

  self->marked = cell != NULL;
  if (cell != NULL)
    self->mark = *cell;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ks_paper_view_set_margin:
 * @self: a view of a page
 * @margin_mm: what a printer leaves white at every edge; 0 shows nothing of it
 *
 * Shows, on the screen alone, where a printer can print.
 */
void
ks_paper_view_set_margin (KsPaperView *self, double margin_mm)
{
  g_return_if_fail (KS_IS_PAPER_VIEW (self));

  self->margin = margin_mm;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ks_paper_view_get_margin:
 * @self: a view of a page
 *
 * Returns: what is shown of a printer's margin, in mm; 0: nothing
 */
double
ks_paper_view_get_margin (KsPaperView *self)
{
  g_return_val_if_fail (KS_IS_PAPER_VIEW (self), 0);

  return self->margin;
}
