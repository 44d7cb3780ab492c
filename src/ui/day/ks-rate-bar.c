/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-rate-bar.h"

#include <adwaita.h>
#include <math.h>

#include "ks-palette.h"

#define WIDTH 60
#define HEIGHT 15
#define BAR_HEIGHT 6
#define TICK_WIDTH 2
#define HATCH_STEP 4.f

struct _KsRateBar
{
  GtkWidget parent_instance;
  gint64 answers;
  gint64 staff;
  double limit; /* share of the staff; 0: none */
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
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const KsPalette *palette = ks_palette_get (dark ? KS_PALETTE_DARK : KS_PALETTE_LIGHT);
  double width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int y = (height - BAR_HEIGHT) / 2;
  double scale = width / (double)MAX (MAX (self->staff, self->answers), 1);
  double within = round ((double)MIN (self->answers, self->staff) * scale);

  if (self->staff <= 0)
    return;
  append_part (snapshot, &palette->track, 0, width, y, BAR_HEIGHT);
  append_part (snapshot, &palette->bar, 0, within, y, BAR_HEIGHT);
  if (self->answers > self->staff)
    {
      append_part (snapshot, &palette->over, within, width - within, y, BAR_HEIGHT);
      append_hatch (snapshot, palette, within, width - within, y);
    }
  if (self->limit > 0)
    append_part (snapshot, &palette->axis, round ((double)self->staff * self->limit * scale) - 1,
                 TICK_WIDTH, 1, height - 2);
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

/**
 * ks_rate_bar_new:
 *
 * Returns: (transfer floating): a bar that shows nothing yet
 */
GtkWidget *
ks_rate_bar_new (void)
{
  return g_object_new (KS_TYPE_RATE_BAR, NULL);
}

/**
 * ks_rate_bar_set:
 * @self: a bar
 * @answers: n
 * @staff: N; 0: nothing is shown
 * @limit: where the tick stands, 0…1 of the staff; 0: there is none
 */
void
ks_rate_bar_set (KsRateBar *self, gint64 answers, gint64 staff, double limit)
{
  g_return_if_fail (KS_IS_RATE_BAR (self));

  self->answers = answers;
  self->staff = staff;
  self->limit = limit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
