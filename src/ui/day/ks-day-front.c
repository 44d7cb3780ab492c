/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-front.h"

/* GTK makes widgets for 200 rows whatever is seen: the first frame has those that a window shows, the
 * next ones bring the rest. Further rows get no widgets, so they cost nothing. */
#define FIRST_ROWS 32
#define STEP_ROWS 20
#define LIVE_ROWS 220

#define TICK "ks-day-front-tick" /* of a view whose rows still come */

static gboolean
step_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  GtkSliceListModel *front = data;
  guint size = gtk_slice_list_model_get_size (front);

  if (size < LIVE_ROWS
      && size < g_list_model_get_n_items (gtk_slice_list_model_get_model (front)))
    {
      gtk_slice_list_model_set_size (front, size + STEP_ROWS);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (front, G_MAXUINT);
  g_object_set_data (G_OBJECT (view), TICK, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * ks_day_front_begin:
 * @front: the rows that have come into a table so far
 * @view: the table
 *
 * Lets the first rows come alone, and the others in the next frames. To be called before the list is
 * filled.
 */
void
ks_day_front_begin (GtkSliceListModel *front, GtkWidget *view)
{
  guint tick = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view), TICK));

  gtk_slice_list_model_set_size (front, FIRST_ROWS);
  if (tick == 0)
    tick = gtk_widget_add_tick_callback (view, step_cb, g_object_ref (front), g_object_unref);
  g_object_set_data (G_OBJECT (view), TICK, GUINT_TO_POINTER (tick));
}

/**
 * ks_day_front_end:
 * @front: the rows that have come into a table so far
 * @view: the table
 *
 * Lets all rows come at once: one far down is wanted.
 */
void
ks_day_front_end (GtkSliceListModel *front, GtkWidget *view)
{
  guint tick = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view), TICK));

  if (tick != 0)
    gtk_widget_remove_tick_callback (view, tick);
  g_object_set_data (G_OBJECT (view), TICK, NULL);
  gtk_slice_list_model_set_size (front, G_MAXUINT);
}
