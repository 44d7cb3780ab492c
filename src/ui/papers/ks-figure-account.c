/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-account.h"

#include "ks-i18n.h"

#define WIDTH_CHARS 46
#define MOST_HEIGHT 260

struct _KsFigureAccount
{
  GtkPopover parent_instance;
  char *text; /* all of it, for the clipboard */

  GtkWidget *meaning;
  GtkWidget *value;
  GtkWidget *lines;
};

G_DEFINE_FINAL_TYPE (KsFigureAccount, ks_figure_account, GTK_TYPE_POPOVER)

static void
copy_cb (KsFigureAccount *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
ks_figure_account_finalize (GObject *object)
{
  g_free (KS_FIGURE_ACCOUNT (object)->text);
  G_OBJECT_CLASS (ks_figure_account_parent_class)->finalize (object);
}

static void
ks_figure_account_class_init (KsFigureAccountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_figure_account_finalize;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The value, and beside it what copies all of it. */
static GtkWidget *
make_value (KsFigureAccount *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_with_label (_ ("Copy"));

  self->value = make_label ("title-2");
  gtk_widget_add_css_class (self->value, "numeric");
  gtk_widget_set_hexpand (self->value, TRUE);
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (box), self->value);
  gtk_box_append (GTK_BOX (box), copy);
  return box;
}

/* A long account scrolls rather than hide the page. */
static GtkWidget *
make_view (GtkWidget *lines)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", lines, "hscrollbar-policy",
                       GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height",
                       MOST_HEIGHT, NULL);
}

static void
ks_figure_account_init (KsFigureAccount *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->meaning = make_label ("secondary");
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), self->meaning);
  gtk_box_append (GTK_BOX (box), make_value (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_view (self->lines));
  gtk_widget_add_css_class (box, "figure-account");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * ks_figure_account_new:
 *
 * Returns: (transfer floating): a popover, to be pointed at a figure
 */
GtkWidget *
ks_figure_account_new (void)
{
  return g_object_new (KS_TYPE_FIGURE_ACCOUNT, NULL);
}

static void
show_lines (KsFigureAccount *self, const char *account)
{
  g_auto (GStrv) lines = g_strsplit (account, "\n", -1);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *label = make_label (NULL);

      gtk_label_set_text (GTK_LABEL (label), lines[i]);
      gtk_box_append (GTK_BOX (self->lines), label);
    }
}

/**
 * ks_figure_account_show:
 * @self: a popover that points at the figure
 * @figure: a figure of a paper
 * @meaning: what it is
 *
 * Tells where the figure comes from.
 */
void
ks_figure_account_show (KsFigureAccount *self, const KsFigure *figure, const char *meaning)
{
  g_return_if_fail (KS_IS_FIGURE_ACCOUNT (self));

  g_free (self->text);
  self->text = g_strdup_printf ("%s: %s\n%s", meaning, figure->text, figure->account);
  gtk_label_set_text (GTK_LABEL (self->meaning), meaning);
  gtk_label_set_text (GTK_LABEL (self->value), figure->text);
  show_lines (self, figure->account);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->text, -1);
  gtk_popover_popup (GTK_POPOVER (self));
}
