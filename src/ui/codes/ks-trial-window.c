/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-trial-window.h"

#include <adwaita.h>

#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-label.h"
#include "ks-links-given.h"
#include "ks-paper-view.h"

/* A code on the picture is then some 4 cm wide, which a phone reads off the screen. */
#define PICTURE_WIDTH 284

typedef struct
{
  GtkWindow *window;
  GtkWidget *no_identity;
  KsTriedFunc func;
  gpointer data;
} Trial;

static GtkWidget *
make_picture (KsPages *pages, guint page, const KsCodeCell *cell)
{
  GtkWidget *paper = g_object_new (KS_TYPE_PAPER_VIEW, "halign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *label = g_strdup_printf (_ ("QR code of %s"),
                                            cell->name != NULL ? cell->name : cell->unit_code);
  double width, height;

  ks_pages_get_size (pages, &width, &height);
  gtk_widget_set_size_request (paper, PICTURE_WIDTH, (int)(PICTURE_WIDTH * height / width));
  ks_paper_view_show_page (KS_PAPER_VIEW (paper), pages, page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paper), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return paper;
}

/* The link that the code holds stands under it, to be compared with what the phone shows. */
static GtkWidget *
make_link (const KsCodeCell *cell)
{
  GtkWidget *label = gtk_label_new (cell->link);

  ks_label_wrap_link (GTK_LABEL (label));
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
make_pictures (KsPages *pages)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 18);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_widget_add_css_class (flow, "preview");
  for (guint i = 0; i < ks_pages_get_n_pages (pages); i++)
    {
      g_autoptr (GPtrArray) cells = ks_pages_dup_cells (pages, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

      gtk_box_append (GTK_BOX (box), make_picture (pages, i, cells->pdata[0]));
      gtk_box_append (GTK_BOX (box), make_link (cells->pdata[0]));
      gtk_flow_box_append (GTK_FLOW_BOX (flow), box);
      gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
    }
  return flow;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
tried_cb (Trial *self)
{
  self->func (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->no_identity)), self->data);
  gtk_window_close (self->window);
}

/* The verb stays in sight below the codes, which may be higher than the window. */
static GtkWidget *
make_foot (Trial *self, gboolean no_identity)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *verb = gtk_button_new_with_mnemonic (_ ("_All Opened the Form of Their Unit"));
  const char *question = _ ("The form collects no e-mail and asks for no sign-in");

  self->no_identity = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->no_identity), make_label (question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->no_identity),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->no_identity), no_identity);
  gtk_widget_add_css_class (verb, "suggested-action");
  gtk_widget_set_halign (verb, GTK_ALIGN_END);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (verb))), TRUE);
  g_signal_connect_swapped (verb, "clicked", G_CALLBACK (tried_cb), self);
  gtk_box_append (GTK_BOX (box), self->no_identity);
  gtk_box_append (GTK_BOX (box), verb);
  gtk_widget_add_css_class (box, "settings-pane");
  return box;
}

static GtkWidget *
make_content (Trial *self, KsPages *pages, gboolean no_identity)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "vexpand", TRUE, "child", box, NULL);

  gtk_widget_add_css_class (box, "settings-pane");
  gtk_box_append (
      GTK_BOX (box),
      make_label (_ ("Scan each code from the screen with a phone. The form must open with the "
                     "survey code of that unit in it, without asking for an account. Do not send "
                     "the form.")));
  gtk_box_append (GTK_BOX (box), make_pictures (pages));
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), make_foot (self, no_identity));
  return content;
}

/**
 * ks_trial_window_present:
 * @widget: a widget of the window that asks
 * @pages: the pictures of a few units, as they are sent out
 * @no_identity: what is known of the form so far
 * @func: called when the officer says that they were tried
 * @data: (transfer none): for @func; lives as long as @widget
 *
 * Shows codes to be scanned from the screen, with the links they hold.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
ks_trial_window_present (GtkWidget *widget, KsPages *pages, gboolean no_identity, KsTriedFunc func,
                         gpointer data)
{
  Trial *self = g_new0 (Trial, 1);

  self->func = func;
  self->data = data;
  self->window
      = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (widget),
                      "destroy-with-parent", TRUE, "title",
                      ks_pages_get_n_pages (pages) < KS_TRIAL_CODES ? _ ("Try the Codes")
                                                                    : _ ("Try Three Codes"),
                      "default-width", 980, "default-height", 680, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), make_content (self, pages, no_identity));
  g_object_set_data_full (G_OBJECT (self->window), "trial", self, g_free);
  ks_escape_closes (GTK_WIDGET (self->window));
  /* Not the first link, which would be shown as chosen. */
  gtk_window_set_focus (self->window, self->no_identity);
  gtk_window_present (self->window);
  return self->window;
}
