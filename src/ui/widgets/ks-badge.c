/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-badge.h"

#include "ks-css-class.h"

/* A longer one may be cut off in a narrow window; its tooltip says it whole. */
#define LONGEST 24

struct _KsBadge
{
  GtkWidget parent_instance;
  GtkWidget *label;
  gboolean ring;
};

G_DEFINE_FINAL_TYPE (KsBadge, ks_badge, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LABEL = 1,
  PROP_RING,
} KsBadgeProperty;

static GParamSpec *properties[PROP_RING + 1];

static void
set_ring (KsBadge *self, gboolean ring)
{
  self->ring = ring;
  ks_css_class_set (GTK_WIDGET (self), "ring", ring);
}

static void
ks_badge_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsBadge *self = KS_BADGE (object);

  switch ((KsBadgeProperty)id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
      break;
    case PROP_RING:
      g_value_set_boolean (value, self->ring);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_badge_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsBadge *self = KS_BADGE (object);

  switch ((KsBadgeProperty)id)
    {
    case PROP_LABEL:
      ks_badge_set_label (self, g_value_get_string (value));
      break;
    case PROP_RING:
      set_ring (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_badge_dispose (GObject *object)
{
  g_clear_pointer (&KS_BADGE (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (ks_badge_parent_class)->dispose (object);
}

static void
ks_badge_class_init (KsBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ks_badge_get_property;
  object_class->set_property = ks_badge_set_property;
  object_class->dispose = ks_badge_dispose;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_RING] = g_param_spec_boolean ("ring", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ks_badge_init (KsBadge *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * ks_badge_new:
 * @label: its words
 * @ring: a ring instead of a ground
 *
 * Returns: (transfer floating): a badge
 */
GtkWidget *
ks_badge_new (const char *label, gboolean ring)
{
  return g_object_new (KS_TYPE_BADGE, "label", label, "ring", ring, NULL);
}

/**
 * ks_badge_set_label:
 * @self: a badge
 * @label: (nullable): its words; without any the badge goes
 *
 * Words the badge.
 */
void
ks_badge_set_label (KsBadge *self, const char *label)
{
  g_return_if_fail (KS_IS_BADGE (self));

  gtk_label_set_text (GTK_LABEL (self->label), label != NULL ? label : "");
  gtk_label_set_ellipsize (GTK_LABEL (self->label),
                           label != NULL && g_utf8_strlen (label, -1) > LONGEST
                               ? PANGO_ELLIPSIZE_END
                               : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_widget_set_visible (GTK_WIDGET (self), label != NULL && *label != '\0');
}
