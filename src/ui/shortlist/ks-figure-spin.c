/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-spin.h"

#include "ks-number.h"

#define DECIMALS 2

static gboolean
show_cb (GtkSpinButton *spin)
{
  g_autofree char *text = ks_format_short (gtk_spin_button_get_value (spin), DECIMALS);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

/* What is no figure leaves the one that stands: GTK would make it nought. */
static int
read_cb (GtkSpinButton *spin, double *value)
{
  if (!ks_read_decimal (gtk_editable_get_text (GTK_EDITABLE (spin)), value))
    *value = gtk_spin_button_get_value (spin);
  return TRUE;
}

/**
 * ks_figure_ignore_wheel:
 * @widget: a slider or spin button in a list that scrolls
 *
 * Whoever turns the wheel scrolls the list: nobody changes a figure in passing.
 */
void
ks_figure_ignore_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

/**
 * ks_figure_spin_set_up:
 * @spin: a spin button
 *
 * Lets it show and read figures as offices write them.
 */
void
ks_figure_spin_set_up (GtkSpinButton *spin)
{
  ks_figure_ignore_wheel (GTK_WIDGET (spin));
  gtk_spin_button_set_digits (spin, DECIMALS);
  g_signal_connect (spin, "output", G_CALLBACK (show_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (read_cb), NULL);
  gtk_spin_button_update (spin);
  show_cb (spin);
}
