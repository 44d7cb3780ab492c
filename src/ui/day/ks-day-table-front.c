/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-table-private.h"

/* GTK makes widgets for 200 rows whatever is seen: the first frame has those that a window shows, the
 * next ones bring the rest. Further rows get no widgets, so they cost nothing. */
#define FIRST_ROWS 32
#define STEP_ROWS 20
#define LIVE_ROWS 220

static gboolean
step_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  KsDayTable *self = KS_DAY_TABLE (widget);
  guint size = gtk_slice_list_model_get_size (self->front);

  if (size < LIVE_ROWS && size < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    {
      gtk_slice_list_model_set_size (self->front, size + STEP_ROWS);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self->front, G_MAXUINT);
  self->front_step = 0;
  return G_SOURCE_REMOVE;
}

/**
 * ks_day_table_begin_front:
 * @self: a table whose list is to be filled
 *
 * Lets the first rows come alone, and the others in the next frames.
 */
void
ks_day_table_begin_front (KsDayTable *self)
{
  gtk_slice_list_model_set_size (self->front, FIRST_ROWS);
  if (self->front_step == 0)
    self->front_step = gtk_widget_add_tick_callback (GTK_WIDGET (self), step_cb, NULL, NULL);
}

/**
 * ks_day_table_end_front:
 * @self: a table
 *
 * Lets all rows come at once, for a row far down is wanted; or the table goes.
 */
void
ks_day_table_end_front (KsDayTable *self)
{
  if (self->front_step != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->front_step);
  self->front_step = 0;
  if (self->front != NULL)
    gtk_slice_list_model_set_size (self->front, G_MAXUINT);
}
