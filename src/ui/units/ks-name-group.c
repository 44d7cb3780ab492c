/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-name-group.h"

#include "ks-former-name-dialog.h"
#include "ks-i18n.h"
#include "ks-icon-button.h"
#include "ks-unit-draft.h"

struct _KsNameGroup
{
  GtkBox parent_instance;

  GtkWidget *name;
  AdwComboRow *district;
  GtkStringList *districts;
  GtkWidget *order;
  AdwPreferencesGroup *former_group;
  GtkLabel *shared;
  GtkWidget *link;
  GtkWidget *note;
  GtkLabel *problem;
  GtkLabel *link_problem;

  KsUnitFields *fields;
  KsUnit *unit;
  KsRegistry *registry;
  GPtrArray *rows; /* of the former names; owned by their list */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (KsNameGroup, ks_name_group, GTK_TYPE_BOX)

static void
district_chosen_cb (KsNameGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->district);

  if (!self->filling && self->registry != NULL
      && selected < ks_registry_get_n_districts (self->registry))
    ks_unit_fields_ask (self->fields, KS_UNIT_DISTRICT_CODE,
                        ks_registry_get_district (self->registry, selected)->code);
}

static void
ask_names (KsNameGroup *self, GPtrArray *names)
{
  g_autofree char *text = ks_former_names_to_text (names);

  ks_unit_fields_ask (self->fields, KS_UNIT_FORMER_NAMES, text);
}

static void
add_name (const KsFormerName *name, gpointer data)
{
  KsNameGroup *self = data;
  g_autoptr (GPtrArray) names = NULL;

  if (self->unit == NULL)
    return;
  names = g_ptr_array_copy (ks_unit_get_former_names (self->unit), NULL, NULL);
  g_ptr_array_set_free_func (names, NULL);
  g_ptr_array_add (names, (gpointer)name);
  ask_names (self, names);
}

static void
add_name_cb (KsNameGroup *self)
{
  ks_former_name_dialog_ask (GTK_WIDGET (self), add_name, self);
}

static void
remove_name_cb (GtkButton *button, KsNameGroup *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  g_autoptr (GPtrArray) names
      = g_ptr_array_copy (ks_unit_get_former_names (self->unit), NULL, NULL);

  g_ptr_array_set_free_func (names, NULL);
  g_ptr_array_remove_index (names, index);
  ask_names (self, names);
}

static void
ks_name_group_dispose (GObject *object)
{
  KsNameGroup *self = KS_NAME_GROUP (object);

  g_clear_object (&self->fields);
  g_clear_object (&self->unit);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ks_name_group_parent_class)->dispose (object);
}

static void
ks_name_group_class_init (KsNameGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_name_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/units/ks-name-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, name);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, district);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, districts);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, order);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, former_group);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, shared);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, link);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, note);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, problem);
  gtk_widget_class_bind_template_child (widget_class, KsNameGroup, link_problem);
  gtk_widget_class_bind_template_callback (widget_class, district_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_name_cb);
}

static void
ks_name_group_init (KsNameGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * ks_name_group_add_fields:
 * @self: a group
 * @fields: the fields of the unit
 *
 * Lets its fields be typed into and chosen.
 */
void
ks_name_group_add_fields (KsNameGroup *self, KsUnitFields *fields)
{
  g_set_object (&self->fields, fields);
  ks_unit_fields_add (fields, KS_UNIT_NAME, self->name, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_ORDER, self->order, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_LINK, self->link, self->link_problem);
  ks_unit_fields_add (fields, KS_UNIT_NOTE, self->note, self->link_problem);
}

static void
fill_districts (KsNameGroup *self, KsRegistry *registry)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->districts));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    {
      const char *name = ks_registry_get_district (registry, i)->name;

      g_ptr_array_add (names, (char *)(*name != '\0' ? name : _ ("No District")));
    }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->districts, 0, n_old, (const char *const *)names->pdata);
}

static guint
find_district (KsRegistry *registry, const char *code)
{
  guint i = 0;

  while (i < ks_registry_get_n_districts (registry)
         && !g_str_equal (ks_registry_get_district (registry, i)->code, code))
    i++;
  return i < ks_registry_get_n_districts (registry) ? i : GTK_INVALID_LIST_POSITION;
}

static char *
describe_name (const KsFormerName *name)
{
  g_autofree char *day = ks_day_format (name->until);
  g_autofree char *until
      = name->until != KS_DAY_NONE ? g_strdup_printf (_ ("until %s"), day) : NULL;

  if (until == NULL && *name->district == '\0')
    return g_strdup (_ ("still in use"));
  if (until == NULL || *name->district == '\0')
    return g_strdup (until != NULL ? until : name->district);
  return g_strdup_printf ("%s · %s", until, name->district);
}

static GtkWidget *
make_name_row (KsNameGroup *self, const KsFormerName *name, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = describe_name (name);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name->name);
  GtkWidget *button = ks_icon_button_new ("list-remove-symbolic", label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_name_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_names (KsNameGroup *self, KsUnit *unit)
{
  GPtrArray *names = ks_unit_get_former_names (unit);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->former_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *row = make_name_row (self, names->pdata[i], i);

      adw_preferences_group_add (self->former_group, row);
      g_ptr_array_add (self->rows, row);
    }
  if (names->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("None known"));
      adw_preferences_group_add (self->former_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static gboolean
has_name (KsUnit *unit, const char *name)
{
  GPtrArray *names = ks_unit_get_former_names (unit);

  if (g_str_equal (ks_unit_get_name (unit), name))
    return TRUE;
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (((KsFormerName *)names->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* A name that another unit has too is told apart by the district alone. */
static void
note_shared (KsNameGroup *self, KsUnit *unit, KsRegistry *registry)
{
  KsUnit *other = NULL;

  for (guint i = 0; i < ks_registry_get_n_units (registry) && other == NULL; i++)
    {
      KsUnit *each = ks_registry_get_unit (registry, i);

      if (!g_str_equal (ks_unit_get_code (each), ks_unit_get_code (unit))
          && has_name (each, ks_unit_get_name (unit)))
        other = each;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->shared), other != NULL);
  if (other != NULL)
    {
      g_autofree char *words = g_strdup_printf (
          _ ("%s, %s (code %s) has this name too. Lists must tell the district."),
          ks_unit_get_name (other), ks_unit_get_district_name (other), ks_unit_get_code (other));

      gtk_label_set_text (self->shared, words);
    }
}

/**
 * ks_name_group_show:
 * @self: a group
 * @unit: the unit to show
 * @registry: the registry that it belongs to
 *
 * Shows what is not typed: the district, former names, and who else is called so.
 */
void
ks_name_group_show (KsNameGroup *self, KsUnit *unit, KsRegistry *registry)
{
  self->filling = TRUE;
  if (self->registry != registry)
    fill_districts (self, registry);
  g_set_object (&self->registry, registry);
  g_set_object (&self->unit, unit);
  adw_combo_row_set_selected (self->district,
                              find_district (registry, ks_unit_get_district_code (unit)));
  fill_names (self, unit);
  note_shared (self, unit, registry);
  self->filling = FALSE;
}
