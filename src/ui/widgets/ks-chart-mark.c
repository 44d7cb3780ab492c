/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-mark.h"

#include <gdk/gdkkeysyms.h>

struct _KsChartMark
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KsChartMark, ks_chart_mark, GTK_TYPE_WIDGET)

enum
{
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
press_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *mark)
{
  gtk_widget_grab_focus (mark);
}

static void
release_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *mark)
{
  if (gtk_widget_contains (mark, x, y))
    g_signal_emit (mark, signals[ACTIVATE], 0);
}

static void
ks_chart_mark_class_init (KsChartMarkClass *klass)
{
  static const guint keys[]
      = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACTIVATE]
      = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
ks_chart_mark_init (KsChartMark *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (press_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (release_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * ks_chart_mark_new:
 * @sentence: what the mark says: its exact figures, in one sentence
 *
 * Returns: (transfer floating): a new mark, to be laid out by the chart area it belongs to
 */
GtkWidget *
ks_chart_mark_new (const char *sentence)
{
  /* While it is seen a tooltip asks the display where the pointer is, and waits for the answer: a
   * chart may have thousands of marks. */
  GtkWidget *self
      = g_object_new (KS_TYPE_CHART_MARK, "visible", FALSE, "tooltip-text", sentence, NULL);

  gtk_widget_set_visible (self, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  return self;
}
