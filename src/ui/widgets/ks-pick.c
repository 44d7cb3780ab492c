/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-pick.h"

#define MAX_HEIGHT 320
#define LONG_LABEL 22 /* characters that may not find room */

typedef struct
{
  KsPickListFunc list;
  KsPickFunc func;
  gpointer data;
} Funcs;

/* An answer that is given as soon as its popover is out of the way. */
typedef struct
{
  GtkWidget *pick;
  guint index;
} Answer;

static gboolean
answer_cb (gpointer data)
{
  Answer *answer = data;
  const Funcs *funcs = g_object_get_data (G_OBJECT (answer->pick), "ks-pick-funcs");

  if (funcs != NULL && funcs->func != NULL && gtk_widget_get_root (answer->pick) != NULL)
    funcs->func (answer->index, funcs->data);
  return G_SOURCE_REMOVE;
}

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->pick);
  g_free (answer);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkWidget *pick)
{
  Answer *answer = g_new0 (Answer, 1);

  *answer = (Answer){ g_object_ref (pick), (guint)gtk_list_box_row_get_index (row) };
  gtk_menu_button_popdown (GTK_MENU_BUTTON (pick));
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, answer, free_answer);
}

static gboolean
show_chosen_cb (gpointer data)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (data);

  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

/* The answer that holds now is in sight, and the keyboard begins there; the list scrolls to it once
 * it has been laid out. */
static void
map_cb (GtkWidget *list)
{
  g_idle_add_full (G_PRIORITY_LOW, show_chosen_cb, g_object_ref (list), g_object_unref);
}

static GtkWidget *
make_list (GtkWidget *pick, const Funcs *funcs)
{
  GtkWidget *list = gtk_list_box_new ();
  guint chosen = G_MAXUINT;
  g_auto (GStrv) answers = funcs->list (funcs->data, &chosen);

  for (guint i = 0; answers[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (answers[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int)chosen));
  gtk_widget_add_css_class (list, "pick-list");
  g_signal_connect (list, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), pick, 0);
  return list;
}

static void
open_cb (GtkMenuButton *button, gpointer data)
{
  const Funcs *funcs = g_object_get_data (G_OBJECT (button), "ks-pick-funcs");
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  if (funcs != NULL && funcs->list != NULL)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                   make_list (GTK_WIDGET (button), funcs));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "pick");
  gtk_menu_button_set_popover (button, popover);
}

/**
 * ks_pick_new:
 *
 * Returns: (transfer floating): a button without answers
 */
GtkWidget *
ks_pick_new (void)
{
  GtkWidget *pick = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Answers that begin alike, such as the staff of four bodies, are told apart by their end. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (pick), label);
  gtk_widget_set_halign (gtk_widget_get_parent (label), GTK_ALIGN_FILL);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (pick), TRUE);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (pick), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (pick), open_cb, NULL, NULL);
  gtk_widget_add_css_class (pick, "pick");
  gtk_widget_set_valign (pick, GTK_ALIGN_CENTER);
  return pick;
}

/**
 * ks_pick_set_label:
 * @pick: a button of ks_pick_new()
 * @label: the answer that it shows
 */
void
ks_pick_set_label (GtkWidget *pick, const char *label)
{
  GtkWidget *child = gtk_menu_button_get_child (GTK_MENU_BUTTON (pick));

  gtk_label_set_text (GTK_LABEL (child), label);
  gtk_widget_set_tooltip_text (child, g_utf8_strlen (label, -1) > LONG_LABEL ? label : NULL);
}

/**
 * ks_pick_set_funcs:
 * @pick: a button of ks_pick_new()
 * @list: (nullable): (transfer full) the answers and which one is chosen; %NULL: there are none now
 * @func: (nullable): called with the number of the answer that a person gives
 * @data: for both; must live until others are set
 */
void
ks_pick_set_funcs (GtkWidget *pick, KsPickListFunc list, KsPickFunc func, gpointer data)
{
  Funcs *funcs = g_new (Funcs, 1);

  *funcs = (Funcs){ list, func, data };
  g_object_set_data_full (G_OBJECT (pick), "ks-pick-funcs", funcs, g_free);
}
