/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-scope-button.h"

#include "ks-i18n.h"
#include "ks-label.h"
#include "ks-place.h"
#include "ks-text.h"

struct _KsScopeButton
{
  GtkBox parent_instance;
  KsRegistry *registry;
  GListModel *places; /* of KsPlace: province, districts, units */
  KsPlace *place;     /* the one that is picked */
  char *needle;       /* what is searched for, folded */
  gboolean with_units;
  const char *all_label; /* NULL: the usual */
  gboolean with_districts;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *list;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (KsScopeButton, ks_scope_button, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_SCOPE_CHANGED,
} KsScopeButtonSignal;

static guint signals[SIGNAL_SCOPE_CHANGED + 1];

static gboolean
match_place (gpointer item, gpointer user_data)
{
  KsScopeButton *self = KS_SCOPE_BUTTON (user_data);
  g_autofree char *key = NULL;

  if ((!self->with_units && ks_place_get_kind (item) == KS_PLACE_UNIT)
      || (!self->with_districts && ks_place_get_kind (item) == KS_PLACE_DISTRICT))
    return FALSE;
  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;
  g_object_get (item, "search-key", &key, NULL);
  return key != NULL && strstr (key, self->needle) != NULL;
}

static void
show_place (KsScopeButton *self)
{
  const char *name = self->place != NULL ? ks_place_get_name (self->place) : "";
  g_autofree char *label = g_strdup_printf (_ ("Scope: %s"), name);

  gtk_label_set_text (GTK_LABEL (self->label), name);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
pick (KsScopeButton *self, KsPlace *place)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (!g_set_object (&self->place, place))
    return;
  show_place (self);
  g_signal_emit (self, signals[SIGNAL_SCOPE_CHANGED], 0);
}

static void
activate_cb (KsScopeButton *self, guint position)
{
  g_autoptr (KsPlace) place = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (place != NULL)
    pick (self, place);
}

static void
search_cb (KsScopeButton *self)
{
  g_free (self->needle);
  self->needle = ks_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 ? "list" : "nothing");
}

static void
pick_first_cb (KsScopeButton *self)
{
  activate_cb (self, 0);
}

static void
close_cb (KsScopeButton *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
open_cb (KsScopeButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  ks_label_cut (GTK_LABEL (label));
  gtk_list_item_set_child (list_item, label);
}

/* Districts stand bold above their units; a unit that was searched for names its district. */
static void
bind_row_cb (KsScopeButton *self, GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  KsPlace *place = gtk_list_item_get_item (list_item);
  gboolean unit = ks_place_get_kind (place) == KS_PLACE_UNIT;
  gboolean searching = self->needle != NULL && *self->needle != '\0';
  g_autofree char *text = unit && searching ? g_strdup_printf ("%s, %s", ks_place_get_name (place),
                                                               ks_place_get_detail (place))
                                            : g_strdup (ks_place_get_name (place));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_margin_start (label, unit && !searching ? 16 : 0);
  if (unit)
    gtk_widget_remove_css_class (label, "heading");
  else
    gtk_widget_add_css_class (label, "heading");
}

static void
set_up_list (KsScopeButton *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->filter = gtk_custom_filter_new (match_place, self, NULL);
  self->found = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
}

static void
ks_scope_button_dispose (GObject *object)
{
  KsScopeButton *self = KS_SCOPE_BUTTON (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);
  g_clear_object (&self->place);
  g_clear_object (&self->places);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (ks_scope_button_parent_class)->dispose (object);
}

static void
ks_scope_button_finalize (GObject *object)
{
  g_free (KS_SCOPE_BUTTON (object)->needle);
  G_OBJECT_CLASS (ks_scope_button_parent_class)->finalize (object);
}

static void
ks_scope_button_class_init (KsScopeButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ks_scope_button_dispose;
  object_class->finalize = ks_scope_button_finalize;
  signals[SIGNAL_SCOPE_CHANGED]
      = g_signal_new ("scope-changed", KS_TYPE_SCOPE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/widgets/ks-scope-button.ui");
  gtk_widget_class_bind_template_child (widget_class, KsScopeButton, button);
  gtk_widget_class_bind_template_child (widget_class, KsScopeButton, label);
  gtk_widget_class_bind_template_child (widget_class, KsScopeButton, search);
  gtk_widget_class_bind_template_child (widget_class, KsScopeButton, stack);
  gtk_widget_class_bind_template_child (widget_class, KsScopeButton, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
ks_scope_button_init (KsScopeButton *self)
{
  self->with_units = TRUE;
  self->with_districts = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
}

static KsPlace *
find_place (KsScopeButton *self, const char *code)
{
  guint n_places = self->places != NULL ? g_list_model_get_n_items (self->places) : 0;

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (KsPlace) place = g_list_model_get_item (self->places, i);

      if (g_strcmp0 (ks_place_get_code (place), code) == 0)
        return g_steal_pointer (&place);
    }
  return NULL;
}

/**
 * ks_scope_button_set_all_label:
 * @self: a button without a registry yet
 * @label: (transfer none): what picking no part is called; lives as long as the program
 */
void
ks_scope_button_set_all_label (KsScopeButton *self, const char *label)
{
  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  self->all_label = label;
}

/**
 * ks_scope_button_set_registry:
 * @self: a button
 * @registry: (nullable): the districts and units to choose from
 *
 * Fills the list; what was picked stays picked where it still exists.
 */
void
ks_scope_button_set_registry (KsScopeButton *self, KsRegistry *registry)
{
  g_autofree char *code = NULL;
  g_autoptr (KsPlace) place = NULL;

  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  code = g_strdup (self->place != NULL ? ks_place_get_code (self->place) : "");
  g_set_object (&self->registry, registry);
  g_clear_object (&self->places);
  if (registry != NULL)
    self->places = ks_places_new (registry, self->all_label != NULL ? self->all_label : _ ("Whole province"),
                                  TRUE);
  gtk_filter_list_model_set_model (self->found, self->places);
  place = find_place (self, code);
  if (place == NULL)
    place = find_place (self, "");
  g_set_object (&self->place, place);
  show_place (self);
}

/**
 * ks_scope_button_set_with_units:
 * @self: a button
 * @with_units: whether units can be picked
 *
 * Without units a picked unit gives way to its district.
 */
void
ks_scope_button_set_with_units (KsScopeButton *self, gboolean with_units)
{
  KsUnit *unit;

  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  if (self->with_units == with_units)
    return;
  self->with_units = with_units;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (with_units || self->place == NULL || ks_place_get_kind (self->place) != KS_PLACE_UNIT)
    return;
  unit = ks_registry_lookup (self->registry, ks_place_get_code (self->place));
  ks_scope_button_select (self, ks_unit_get_district_code (unit));
}

/**
 * ks_scope_button_hide_districts:
 * @self: a button
 *
 * Lets the whole province and units be picked, but no district.
 */
void
ks_scope_button_hide_districts (KsScopeButton *self)
{
  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  self->with_districts = FALSE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_MORE_STRICT);
}

/**
 * ks_scope_button_get_scope:
 * @self: a button with a registry
 * @scope: (out caller-allocates): what is picked; its strings live until another is
 *
 * Tells the scope.
 */
void
ks_scope_button_get_scope (KsScopeButton *self, KsScope *scope)
{
  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  *scope = (KsScope){ KS_SCOPE_PROVINCE, "", "" };
  if (self->place == NULL || ks_place_get_kind (self->place) == KS_PLACE_ALL)
    return;
  scope->kind
      = ks_place_get_kind (self->place) == KS_PLACE_UNIT ? KS_SCOPE_UNIT : KS_SCOPE_DISTRICT;
  scope->code = ks_place_get_code (self->place);
  scope->name = ks_place_get_name (self->place);
}

/**
 * ks_scope_button_select:
 * @self: a button
 * @code: of a district or unit; empty for the province
 *
 * Picks a scope without telling of it.
 *
 * Returns: whether there is one with that code
 */
gboolean
ks_scope_button_select (KsScopeButton *self, const char *code)
{
  g_autoptr (KsPlace) place = NULL;

  g_return_val_if_fail (KS_IS_SCOPE_BUTTON (self), FALSE);

  place = find_place (self, code);
  if (place == NULL)
    return FALSE;
  g_set_object (&self->place, place);
  show_place (self);
  return TRUE;
}

/**
 * ks_scope_button_open:
 * @self: a button
 *
 * Opens the list with the focus in its search entry.
 */
void
ks_scope_button_open (KsScopeButton *self)
{
  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
