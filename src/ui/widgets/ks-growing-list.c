/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-growing-list.h"

#define STEP 12 /* rows; a frame adds as many until the window is full */

#define VIEW "ks-growing-list-view" /* of a model: the list that shows it */
#define TICK "ks-growing-list-tick" /* of a model that grows in the next frame */

static gboolean
needs_more (GtkAdjustment *adjustment, GtkSliceListModel *slice)
{
  GListModel *whole = gtk_slice_list_model_get_model (slice);
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - page - gtk_adjustment_get_value (adjustment);

  return page > 1 && left < page
         && gtk_slice_list_model_get_size (slice) < g_list_model_get_n_items (whole);
}

static gboolean
grow_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  GtkSliceListModel *slice = data;

  if (needs_more (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), slice))
    {
      gtk_slice_list_model_set_size (slice, gtk_slice_list_model_get_size (slice) + STEP);
      return G_SOURCE_CONTINUE;
    }
  g_object_set_data (G_OBJECT (slice), TICK, NULL);
  return G_SOURCE_REMOVE;
}

/* In the next frame, not at once: the list tells of its height while it is being laid out, and a
 * row that comes then would be drawn without a place. */
static void
queue_growth (GtkSliceListModel *slice)
{
  GtkWidget *view = g_object_get_data (G_OBJECT (slice), VIEW);

  if (g_object_get_data (G_OBJECT (slice), TICK) != NULL)
    return;
  g_object_set_data (G_OBJECT (slice), TICK, slice);
  gtk_widget_add_tick_callback (view, grow_cb, g_object_ref (slice), g_object_unref);
}

static void
scrolled_cb (GtkAdjustment *adjustment, GtkSliceListModel *slice)
{
  if (needs_more (adjustment, slice))
    queue_growth (slice);
}

/**
 * ks_growing_slice_new:
 * @model: (transfer none): the whole list
 * @view: what shows it, with its adjustments; it outlives the result
 *
 * Returns: (transfer full): the first rows, which become more as somebody scrolls down
 */
GtkSliceListModel *
ks_growing_slice_new (GListModel *model, GtkScrollable *view)
{
  GtkSliceListModel *slice = gtk_slice_list_model_new (g_object_ref (model), 0, STEP);

  g_object_set_data (G_OBJECT (slice), VIEW, view);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (queue_growth), slice,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (view), "value-changed",
                           G_CALLBACK (scrolled_cb), slice, 0);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (view), "changed",
                           G_CALLBACK (scrolled_cb), slice, G_CONNECT_AFTER);
  return slice;
}

/**
 * ks_growing_slice_begin:
 * @slice: from ks_growing_slice_new()
 *
 * Begins anew with the first rows: the list is to be filled with others.
 */
void
ks_growing_slice_begin (GtkSliceListModel *slice)
{
  gtk_slice_list_model_set_size (slice, STEP);
  queue_growth (slice);
}

/**
 * ks_growing_slice_reach:
 * @slice: from ks_growing_slice_new()
 * @position: of a row in the whole list
 *
 * Takes in the rows up to one that is wanted.
 */
void
ks_growing_slice_reach (GtkSliceListModel *slice, guint position)
{
  if (gtk_slice_list_model_get_size (slice) <= position)
    gtk_slice_list_model_set_size (slice, position + STEP);
}

/**
 * ks_growing_list_new:
 * @model: (transfer full): all items
 * @view: the list or table in a scrolled window that will show them
 *
 * Returns: (transfer full): the beginning of @model, without a selection; it grows
 */
GtkSelectionModel *
ks_growing_list_new (GListModel *model, GtkScrollable *view)
{
  g_autoptr (GListModel) whole = model;

  return GTK_SELECTION_MODEL (
      gtk_no_selection_new (G_LIST_MODEL (ks_growing_slice_new (whole, view))));
}
