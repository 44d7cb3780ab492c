/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-decide-bar.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-wrap-layout.h"

struct _KsDecideBar
{
  GtkBox parent_instance;

  char *prefix;
  GtkLabel *chosen;
  GtkWidget *of_sheets[2]; /* buttons that mean single sheets */
};

typedef enum
{
  PROP_PREFIX = 1,
} KsDecideBarProperty;

static GParamSpec *properties[PROP_PREFIX + 1];

G_DEFINE_FINAL_TYPE (KsDecideBar, ks_decide_bar, GTK_TYPE_BOX)

static GtkWidget *
add_button (KsDecideBar *self, const char *label, const char *name)
{
  g_autofree char *action = g_strdup_printf ("%s.%s", self->prefix, name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
ks_decide_bar_constructed (GObject *object)
{
  KsDecideBar *self = KS_DECIDE_BAR (object);

  G_OBJECT_CLASS (ks_decide_bar_parent_class)->constructed (object);
  self->chosen = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->chosen, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chosen), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chosen));
  add_button (self, _ ("Count…"), "count");
  self->of_sheets[0] = add_button (self, _ ("Do Not Count…"), "exclude");
  self->of_sheets[1] = add_button (self, _ ("Move to Unit…"), "move");
  ks_decide_bar_set_chosen (self, 0);
}

static void
ks_decide_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((KsDecideBarProperty)id)
    {
    case PROP_PREFIX:
      KS_DECIDE_BAR (object)->prefix = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_decide_bar_finalize (GObject *object)
{
  g_free (KS_DECIDE_BAR (object)->prefix);
  G_OBJECT_CLASS (ks_decide_bar_parent_class)->finalize (object);
}

static void
ks_decide_bar_class_init (KsDecideBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ks_decide_bar_constructed;
  object_class->set_property = ks_decide_bar_set_property;
  object_class->finalize = ks_decide_bar_finalize;
  properties[PROP_PREFIX]
      = g_param_spec_string ("prefix", NULL, NULL, NULL,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ks_decide_bar_init (KsDecideBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 g_object_new (KS_TYPE_WRAP_LAYOUT, "spacing", 8, "line-spacing",
                                               6, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self), "decide-bar");
}

/**
 * ks_decide_bar_set_chosen:
 * @self: a bar
 * @n_chosen: so many findings or sheets are chosen
 *
 * Says so; what is enabled is for the actions.
 */
void
ks_decide_bar_set_chosen (KsDecideBar *self, guint n_chosen)
{
  g_autofree char *count = ks_format_count (n_chosen);
  g_autofree char *words
      = n_chosen == 0
            ? g_strdup (_ ("Choose what to decide"))
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s chosen", "%s chosen", n_chosen),
                               count);

  gtk_label_set_text (self->chosen, words);
}

/**
 * ks_decide_bar_set_with_sheets:
 * @self: a bar
 * @with_sheets: what is chosen is about single sheets, which can be left out and moved
 */
void
ks_decide_bar_set_with_sheets (KsDecideBar *self, gboolean with_sheets)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->of_sheets); i++)
    gtk_widget_set_visible (self->of_sheets[i], with_sheets);
}
