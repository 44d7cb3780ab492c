/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-encoding-view.h"

#include "ks-i18n.h"

struct _KsEncodingView
{
  AdwBin parent_instance;

  GtkWidget *heading;
  GtkWidget *list;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsEncodingView, ks_encoding_view, ADW_TYPE_BIN)

static void
ks_encoding_view_class_init (KsEncodingViewClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
row_activated_cb (KsEncodingView *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "ks-encoding")));
}

static void
ks_encoding_view_init (KsEncodingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->heading = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->heading), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "heading");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_widget_add_css_class (box, "import-plan");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * ks_encoding_view_ask:
 * @self: a view
 * @question: what is asked
 *
 * Shows how the list reads in each encoding, and puts the keyboard there.
 */
void
ks_encoding_view_ask (KsEncodingView *self, const KsEncodingQuestion *question)
{
  g_autofree char *heading
      = g_strdup_printf (_ ("%s: in which of these does the text read right?"), question->place);
  GtkWidget *row;

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const KsEncodingChoice *choice = question->choices->pdata[i];
      g_autofree char *details
          = g_strdup_printf ("%s · %s", ks_encoding_get_label (choice->encoding), choice->grounds);

      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->preview);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data (G_OBJECT (row), "ks-encoding", GUINT_TO_POINTER (choice->encoding));
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->list));
}
