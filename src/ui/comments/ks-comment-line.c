/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comment-line.h"

/* Of a longer comment the rest is read beside the list. */
#define MAX_LINES 6

struct _KsCommentLine
{
  GtkBox parent_instance;

  KsCommentItem *item;
  GtkListItem *place; /* owns the line */
  GtkWidget *text;
  GtkWidget *facts;
};

G_DEFINE_FINAL_TYPE (KsCommentLine, ks_comment_line, GTK_TYPE_BOX)

static void
show_cb (KsCommentLine *self)
{
  g_autofree char *markup = ks_comment_item_dup_markup (self->item);
  g_autofree char *facts = ks_comment_item_dup_facts (self->item);

  gtk_label_set_markup (GTK_LABEL (self->text), markup);
  gtk_label_set_markup (GTK_LABEL (self->facts), facts);
}

static void
set_item (KsCommentLine *self, KsCommentItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_cb), self);
  show_cb (self);
}

static void
ks_comment_line_dispose (GObject *object)
{
  set_item (KS_COMMENT_LINE (object), NULL);
  G_OBJECT_CLASS (ks_comment_line_parent_class)->dispose (object);
}

static void
ks_comment_line_class_init (KsCommentLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_comment_line_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "comment");
}

static void
ks_comment_line_init (KsCommentLine *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->text), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (self->text), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self), self->text);
  self->facts = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->facts), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->facts), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->facts, "secondary");
  gtk_widget_add_css_class (self->facts, "numeric");
  gtk_widget_add_css_class (self->facts, "facts");
  gtk_box_append (GTK_BOX (self), self->facts);
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  KsCommentLine *line = g_object_new (KS_TYPE_COMMENT_LINE, NULL);

  line->place = item;
  gtk_list_item_set_child (item, GTK_WIDGET (line));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_item (KS_COMMENT_LINE (gtk_list_item_get_child (item)),
            KS_COMMENT_ITEM (gtk_list_item_get_item (item)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_item (KS_COMMENT_LINE (gtk_list_item_get_child (item)), NULL);
}

/**
 * ks_comment_line_create_factory:
 *
 * Returns: (transfer full): what makes rows of items
 */
GtkListItemFactory *
ks_comment_line_create_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/**
 * ks_comment_line_get_position:
 * @self: a line that shows a comment
 *
 * Returns: where it stands in the list
 */
guint
ks_comment_line_get_position (KsCommentLine *self)
{
  g_return_val_if_fail (KS_IS_COMMENT_LINE (self), GTK_INVALID_LIST_POSITION);

  return gtk_list_item_get_position (self->place);
}
