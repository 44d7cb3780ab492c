/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-count-row.h"

#include "ks-number.h"

struct _KsCountRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *label;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (KsCountRow, ks_count_row, GTK_TYPE_LIST_BOX_ROW)

static void
ks_count_row_class_init (KsCountRowClass *klass)
{
}

static void
ks_count_row_init (KsCountRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "count");
}

/**
 * ks_count_row_new:
 * @label: what is counted
 * @part: whether it is a part of the line above
 *
 * Returns: (transfer floating): a line without a count
 */
GtkWidget *
ks_count_row_new (const char *label, gboolean part)
{
  KsCountRow *self = g_object_new (KS_TYPE_COUNT_ROW, NULL);

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_widget_set_tooltip_text (self->label, label);
  if (part)
    {
      gtk_widget_set_margin_start (self->label, 16);
      gtk_widget_add_css_class (self->label, "secondary");
    }
  else
    gtk_widget_add_css_class (self->count, "heading");
  return GTK_WIDGET (self);
}

/**
 * ks_count_row_set_count:
 * @self: a line
 * @count: the count
 *
 * Shows a count.
 */
void
ks_count_row_set_count (KsCountRow *self, gint64 count)
{
  g_autofree char *text = ks_format_count (count);

  ks_count_row_set_text (self, text);
}

/**
 * ks_count_row_set_text:
 * @self: a line
 * @text: a count in words or of a whole: 209/209
 *
 * Shows a count that is more than a number.
 */
void
ks_count_row_set_text (KsCountRow *self, const char *text)
{
  g_return_if_fail (KS_IS_COUNT_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->count), text);
}
