/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-header-button.h"

struct _KsHeaderButton
{
  GtkButton parent_instance;

  GtkImage *image;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (KsHeaderButton, ks_header_button, GTK_TYPE_BUTTON)

typedef enum
{
  PROP_ICON = 1,
  PROP_TEXT,
  PROP_NARROW,
} KsHeaderButtonProperty;

static GParamSpec *properties[PROP_NARROW + 1];

static void
set_text (KsHeaderButton *self, const char *text)
{
  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
ks_header_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsHeaderButton *self = KS_HEADER_BUTTON (object);

  switch ((KsHeaderButtonProperty)id)
    {
    case PROP_ICON:
      g_value_set_string (value, gtk_image_get_icon_name (self->image));
      break;
    case PROP_TEXT:
      g_value_set_string (value, gtk_label_get_text (self->label));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, !gtk_widget_get_visible (GTK_WIDGET (self->label)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_header_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsHeaderButton *self = KS_HEADER_BUTTON (object);

  switch ((KsHeaderButtonProperty)id)
    {
    case PROP_ICON:
      gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
      break;
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_NARROW:
      gtk_widget_set_visible (GTK_WIDGET (self->label), !g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Words that stand there whole are not said again. */
static gboolean
ks_header_button_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  GtkLabel *label = KS_HEADER_BUTTON (widget)->label;

  if (gtk_widget_get_visible (GTK_WIDGET (label))
      && !pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  return GTK_WIDGET_CLASS (ks_header_button_parent_class)
      ->query_tooltip (widget, x, y, by_key, tooltip);
}

static void
ks_header_button_class_init (KsHeaderButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ks_header_button_get_property;
  object_class->set_property = ks_header_button_set_property;
  GTK_WIDGET_CLASS (klass)->query_tooltip = ks_header_button_query_tooltip;
  properties[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ks_header_button_init (KsHeaderButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->image = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  /* So that the header bar never keeps the window from becoming narrow. */
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self), box);
}
