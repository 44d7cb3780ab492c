/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-key-figure.h"

struct _KsKeyFigure
{
  GtkBox parent_instance;

  GtkLabel *caption;
  GtkLabel *figure;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (KsKeyFigure, ks_key_figure, GTK_TYPE_BOX)

typedef enum
{
  PROP_CAPTION = 1,
} KsKeyFigureProperty;

static void
ks_key_figure_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsKeyFigureProperty)id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, gtk_label_get_text (KS_KEY_FIGURE (object)->caption));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_key_figure_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((KsKeyFigureProperty)id)
    {
    case PROP_CAPTION:
      gtk_label_set_text (KS_KEY_FIGURE (object)->caption, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_key_figure_class_init (KsKeyFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_key_figure_get_property;
  object_class->set_property = ks_key_figure_set_property;
  g_object_class_install_property (
      object_class, PROP_CAPTION,
      g_param_spec_string ("caption", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/overview/ks-key-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, KsKeyFigure, caption);
  gtk_widget_class_bind_template_child (widget_class, KsKeyFigure, figure);
  gtk_widget_class_bind_template_child (widget_class, KsKeyFigure, note);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ks_key_figure_init (KsKeyFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_key_figure_set:
 * @self: a card
 * @figure: the figure
 * @note: what it is made of
 *
 * Shows a figure.
 */
void
ks_key_figure_set (KsKeyFigure *self, const char *figure, const char *note)
{
  g_return_if_fail (KS_IS_KEY_FIGURE (self));

  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), gtk_label_get_text (self->caption));
}
