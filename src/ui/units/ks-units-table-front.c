/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-table-private.h"

#include <math.h>

/* GTK makes widgets for 200 rows of a list, eight times as many as are seen, and makes them all
 * anew when other units take their places: 50 ms for every letter that is searched, and more when
 * a list is opened. So the table begins with the rows that are seen and takes up the others frame
 * by frame; while one types, at the top of the list, it holds those that are seen alone. Who goes
 * into the list finds all of them there. */

#define FIRST_ROWS 40  /* what a window may show at once */
#define STEP_ROWS 20   /* in a frame */
#define LIVE_ROWS 220  /* further rows get no widgets, so they cost nothing */
#define ROWS_MORE 1    /* so that there is something to scroll to */

static GtkAdjustment *
get_down (KsUnitsTable *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
}

/* The rows that fill the window, from the height that those in it have. */
static guint
count_seen (KsUnitsTable *self)
{
  GtkAdjustment *down = get_down (self);
  double page = gtk_adjustment_get_page_size (down);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->front));

  if (page < 1 || n_rows == 0 || gtk_adjustment_get_upper (down) < n_rows)
    return G_MAXUINT;
  return (guint)ceil (page * n_rows / gtk_adjustment_get_upper (down)) + ROWS_MORE;
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* What is selected stays in the table. */
static gboolean
holds_selection (KsUnitsTable *self, guint n_rows)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) || gtk_bitset_get_maximum (selected) < n_rows;
}

static gboolean
may_shrink (KsUnitsTable *self, guint size)
{
  return gtk_adjustment_get_value (get_down (self)) < 1 && holds_selection (self, size);
}

/* How many rows the table should have. */
static guint
choose_size (KsUnitsTable *self)
{
  guint size = has_focus (GTK_WIDGET (self->search)) ? count_seen (self) : G_MAXUINT;

  return may_shrink (self, size) ? size : G_MAXUINT;
}

static gboolean
step_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  KsUnitsTable *self = KS_UNITS_TABLE (widget);
  guint wanted = choose_size (self);
  guint size = gtk_slice_list_model_get_size (self->front);

  if (size < wanted)
    size = size < LIVE_ROWS ? MIN (wanted, MAX (FIRST_ROWS, size + STEP_ROWS)) : wanted;
  else
    size = wanted;
  gtk_slice_list_model_set_size (self->front, size);
  if (size < wanted)
    return G_SOURCE_CONTINUE;
  self->front_step = 0;
  return G_SOURCE_REMOVE;
}

/* In the next frames, not at once: the list tells of its height while it is being laid out. */
static void
queue_steps_cb (KsUnitsTable *self)
{
  if (self->front_step == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->front_step = gtk_widget_add_tick_callback (GTK_WIDGET (self), step_cb, NULL, NULL);
}

/* A list that was filled while nobody saw it has no rows yet. */
static void
map_cb (KsUnitsTable *self)
{
  if (gtk_slice_list_model_get_size (self->front) < FIRST_ROWS)
    gtk_slice_list_model_set_size (self->front, FIRST_ROWS);
  queue_steps_cb (self);
}

/**
 * ks_units_table_show_all_rows:
 * @self: a table
 *
 * Puts all rows that were found into the table at once, for those who look for one of them or take
 * all.
 */
void
ks_units_table_show_all_rows (KsUnitsTable *self)
{
  gtk_slice_list_model_set_size (self->front, G_MAXUINT);
}

/**
 * ks_units_table_show_first_rows:
 * @self: a table that is to be filled or put in another order
 *
 * Lets the table begin anew with the first rows, if it stands there; with none while nobody sees
 * it.
 */
void
ks_units_table_show_first_rows (KsUnitsTable *self)
{
  guint size = gtk_widget_get_mapped (GTK_WIDGET (self)) ? FIRST_ROWS : 0;

  /* The columns of a table that is going change its order once more. */
  if (self->front == NULL)
    return;
  if (may_shrink (self, size) && gtk_slice_list_model_get_size (self->front) > size)
    gtk_slice_list_model_set_size (self->front, size);
  queue_steps_cb (self);
}

/**
 * ks_units_table_add_front:
 * @self: a table
 *
 * Lets the table have fewer rows than units were found, where that is not seen.
 */
void
ks_units_table_add_front (KsUnitsTable *self)
{
  GtkEventController *search = gtk_event_controller_focus_new ();
  GtkEventController *view = gtk_event_controller_focus_new ();

  self->found = g_object_ref (gtk_multi_selection_get_model (self->selection));
  self->front = gtk_slice_list_model_new (g_object_ref (self->found), 0, 0);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->front));
  g_signal_connect_swapped (search, "enter", G_CALLBACK (queue_steps_cb), self);
  g_signal_connect_swapped (search, "leave", G_CALLBACK (queue_steps_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), search);
  g_signal_connect_swapped (view, "enter", G_CALLBACK (ks_units_table_show_all_rows), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), view);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect_object (get_down (self), "value-changed", G_CALLBACK (queue_steps_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_down (self), "notify::page-size", G_CALLBACK (queue_steps_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ks_units_table_remove_front:
 * @self: a table that is going
 *
 * Lets go of what ks_units_table_add_front() made.
 */
void
ks_units_table_remove_front (KsUnitsTable *self)
{
  if (self->front_step != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->front_step);
  self->front_step = 0;
  g_clear_object (&self->front);
  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);
  g_clear_object (&self->found);
}
