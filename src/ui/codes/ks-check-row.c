/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-check-row.h"

#include "ks-css-class.h"

#include "ks-i18n.h"

struct _KsCheckRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *image;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *column; /* title, text, extra */
  GtkWidget *extra;
};

typedef enum
{
  PROP_EXTRA = 1,
} KsCheckRowProperty;

G_DEFINE_FINAL_TYPE (KsCheckRow, ks_check_row, GTK_TYPE_LIST_BOX_ROW)

static void
ks_check_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsCheckRow *self = KS_CHECK_ROW (object);

  switch ((KsCheckRowProperty)id)
    {
    case PROP_EXTRA:
      g_value_set_object (value, self->extra);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_check_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsCheckRow *self = KS_CHECK_ROW (object);

  switch ((KsCheckRowProperty)id)
    {
    case PROP_EXTRA:
      if (self->extra != NULL)
        gtk_box_remove (GTK_BOX (self->column), self->extra);
      self->extra = g_value_get_object (value);
      if (self->extra != NULL)
        gtk_box_append (GTK_BOX (self->column), self->extra);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_check_row_class_init (KsCheckRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ks_check_row_get_property;
  object_class->set_property = ks_check_row_set_property;
  g_object_class_install_property (object_class, PROP_EXTRA,
                                   g_param_spec_object ("extra", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_READWRITE
                                                            | G_PARAM_STATIC_STRINGS));
}

static GtkWidget *
append_label (GtkWidget *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (column), label);
  return label;
}

static void
ks_check_row_init (KsCheckRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->image = gtk_image_new ();
  gtk_widget_set_valign (self->image, GTK_ALIGN_START);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (self->column, TRUE);
  self->title = append_label (self->column);
  gtk_widget_add_css_class (self->title, "heading");
  self->text = append_label (self->column);
  gtk_widget_add_css_class (self->text, "caption");
  gtk_widget_add_css_class (self->text, "secondary");
  gtk_box_append (GTK_BOX (box), self->image);
  gtk_box_append (GTK_BOX (box), self->column);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "check");
}

/**
 * ks_check_row_set:
 * @self: a row
 * @done: whether it was checked
 * @title: what was checked, or is still to be
 * @text: what that rests on, or what to do
 *
 * Words the row. A state is never colour alone: the mark has a name, and the title says it.
 */
void
ks_check_row_set (KsCheckRow *self, gboolean done, const char *title, const char *text)
{
  g_return_if_fail (KS_IS_CHECK_ROW (self));

  if (done)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->image), "object-select-symbolic");
  else
    gtk_image_clear (GTK_IMAGE (self->image)); /* the style draws a ring */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  done ? _ ("Checked") : _ ("Not checked yet"), -1);
  ks_css_class_set (GTK_WIDGET (self), "done", done);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->text), text);
}
