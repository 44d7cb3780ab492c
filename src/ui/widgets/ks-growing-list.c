/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-growing-list.h"

#define STEP 12 /* rows; a frame adds as many until the window is full */

static void
scrolled_cb (GtkAdjustment *adjustment, GtkSliceListModel *slice)
{
  GListModel *whole = gtk_slice_list_model_get_model (slice);
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - page - gtk_adjustment_get_value (adjustment);

  if (page > 1 && left < page
      && gtk_slice_list_model_get_size (slice) < g_list_model_get_n_items (whole))
    gtk_slice_list_model_set_size (slice, gtk_slice_list_model_get_size (slice) + STEP);
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
  GtkSliceListModel *slice = gtk_slice_list_model_new (model, 0, STEP);

  g_signal_connect_object (gtk_scrollable_get_vadjustment (view), "value-changed",
                           G_CALLBACK (scrolled_cb), slice, 0);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (view), "changed",
                           G_CALLBACK (scrolled_cb), slice, G_CONNECT_AFTER);
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (slice)));
}
