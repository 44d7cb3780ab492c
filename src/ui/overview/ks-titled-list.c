/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-titled-list.h"

#include "ks-actionable.h"

struct _KsTitledList
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *note;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (KsTitledList, ks_titled_list, GTK_TYPE_BOX)

typedef enum
{
  PROP_TITLE = 1,
} KsTitledListProperty;

static void
ks_titled_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsTitledListProperty)id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (KS_TITLED_LIST (object)->title));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_titled_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsTitledList *self = KS_TITLED_LIST (object);

  switch ((KsTitledListProperty)id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_titled_list_class_init (KsTitledListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_titled_list_get_property;
  object_class->set_property = ks_titled_list_set_property;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/overview/ks-titled-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KsTitledList, title);
  gtk_widget_class_bind_template_child (widget_class, KsTitledList, note);
  gtk_widget_class_bind_template_child (widget_class, KsTitledList, list);
}

static void
ks_titled_list_init (KsTitledList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ks_titled_list_clear:
 * @self: a list
 *
 * Takes all rows away.
 */
void
ks_titled_list_clear (KsTitledList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (KS_IS_TITLED_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_label_set_text (self->note, "");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ks_titled_list_set_note:
 * @self: a list
 * @note: a few words
 *
 * Says something of the whole list, at the end of its title.
 */
void
ks_titled_list_set_note (KsTitledList *self, const char *note)
{
  g_return_if_fail (KS_IS_TITLED_LIST (self));

  gtk_label_set_text (self->note, note);
}

/**
 * ks_titled_list_add:
 * @self: a list
 * @icon: name of an icon
 * @title: what the row says
 * @subtitle: what belongs to it
 * @action: (nullable): detailed action of the row; %NULL: it only informs
 *
 * Adds a row.
 *
 * Returns: (transfer none): the row
 */
AdwActionRow *
ks_titled_list_add (KsTitledList *self,
                    const char *icon,
                    const char *title,
                    const char *subtitle,
                    const char *action)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_icon_name (row, icon);
  gtk_widget_add_css_class (GTK_WIDGET (row), "item");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), action != NULL);
  if (action != NULL)
    {
      ks_actionable_set_action (GTK_ACTIONABLE (row), action);
      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return row;
}
