/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-criterion-swatch.h"

#include "ks-points-bar.h"

#define SWATCH_SIZE 14
#define SWATCH_RADIUS 3

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer criterion)
{
  GskRoundedRect rounded;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, SWATCH_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, ks_points_bar_get_color (GPOINTER_TO_UINT (criterion)),
                             &bounds);
  gtk_snapshot_pop (snapshot);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
}

/**
 * ks_criterion_swatch_new:
 * @criterion: index of a criterion in the scale
 *
 * Returns: (transfer floating): its colour
 */
GtkWidget *
ks_criterion_swatch_new (guint criterion)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_cb, GUINT_TO_POINTER (criterion),
                                  NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  return swatch;
}
