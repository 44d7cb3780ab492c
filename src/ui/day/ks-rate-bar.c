/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-rate-bar.h"

#include <adwaita.h>
#include <math.h>

#include "ks-palette.h"

#define WIDTH 48
#define HEIGHT 15
#define BAR_HEIGHT 6
#define TICK_WIDTH 2
#define HATCH_STEP 4.f

struct _KsRateBar
{
  GtkWidget parent_instance;
  KsRate rate;
};

G_DEFINE_FINAL_TYPE (KsRateBar, ks_rate_bar, GTK_TYPE_WIDGET)

static GdkRGBA
to_rgba (const KsColour *colour)
{
  return (GdkRGBA){ (float)colour->red, (float)colour->green, (float)colour->blue,
                    (float)colour->alpha };
}

static void
append_part (GtkSnapshot *snapshot, const KsColour *colour, double x, double width, int y, int height)
{
  GdkRGBA rgba = to_rgba (colour);

  if (width > 0)
    gtk_snapshot_append_color (
        snapshot, &rgba,
        &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

/* Stripes that tell what is too much in grey too. */
static void
append_hatch (GtkSnapshot *snapshot, const KsPalette *palette, double x, double width, int y)
{
  GdkRGBA rgba = to_rgba (&palette->over_hatch);
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)BAR_HEIGHT);

  gtk_snapshot_append_repeating_linear_gradient (
      snapshot, &bounds, &GRAPHENE_POINT_INIT ((float)x, (float)y),
      &GRAPHENE_POINT_INIT ((float)x + HATCH_STEP, (float)y + HATCH_STEP),
      (GskColorStop[]){ { 0, { 0, 0, 0, 0 } }, { 0.7f, { 0, 0, 0, 0 } }, { 0.7f, rgba }, { 1, rgba } },
      4);
}

static void
ks_rate_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KsRateBar *self = KS_RATE_BAR (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  const KsPalette *palette = ks_palette_choose (adw_style_manager_get_dark (style),
                                                adw_style_manager_get_high_contrast (style));
  double width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int y = (height - BAR_HEIGHT) / 2;
  double scale = width / (double)MAX (MAX (self->rate.staff, self->rate.answers), 1);
  double within = round ((double)MIN (self->rate.answers, self->rate.staff) * scale);

  if (self->rate.staff <= 0)
    return;
  append_part (snapshot, &palette->track, 0, width, y, BAR_HEIGHT);
  append_part (snapshot, &palette->bar, 0, within, y, BAR_HEIGHT);
  if (self->rate.answers > self->rate.staff)
    {
      append_part (snapshot, &palette->over, within, width - within, y, BAR_HEIGHT);
      append_hatch (snapshot, palette, within, width - within, y);
    }
  if (self->rate.limit > 0)
    append_part (snapshot, &palette->axis,
                 round ((double)self->rate.staff * self->rate.limit / 100 * scale) - 1, TICK_WIDTH,
                 1, height - 2);
}

static void
ks_rate_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
ks_rate_bar_class_init (KsRateBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ks_rate_bar_snapshot;
  widget_class->measure = ks_rate_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "ratebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ks_rate_bar_init (KsRateBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

typedef struct
{
  KsRateFunc func;
} Cells;

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (KS_TYPE_RATE_BAR, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  KsRateBar *bar = KS_RATE_BAR (gtk_list_item_get_child (item));

  bar->rate = cells->func (gtk_list_item_get_item (item));
  gtk_widget_queue_draw (GTK_WIDGET (bar));
}

/**
 * ks_rate_bar_fill_column:
 * @column: a column
 * @func: what the bar of an item shows
 *
 * Gives the column's cells bars.
 */
void
ks_rate_bar_fill_column (GtkColumnViewColumn *column, KsRateFunc func)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  Cells *cells = g_new (Cells, 1);

  cells->func = func;
  g_object_set_data_full (G_OBJECT (factory), "ks-cells", cells, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cells);
  gtk_column_view_column_set_factory (column, factory);
}
