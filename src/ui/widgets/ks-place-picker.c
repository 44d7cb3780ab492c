/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-place-picker.h"

#include "ks-text.h"

struct _KsPlacePicker
{
  GtkWidget parent_instance;

  GListModel *places;
  KsPlace *selected;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *search;
  GtkWidget *list;
  GtkStringFilter *filter;
  GtkFilterListModel *matches;
};

typedef enum
{
  PROP_SELECTED = 1,
} KsPlacePickerProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (KsPlacePicker, ks_place_picker, GTK_TYPE_WIDGET)

static void
select_place (KsPlacePicker *self, KsPlace *place)
{
  gtk_label_set_text (GTK_LABEL (self->label), place != NULL ? ks_place_get_name (place) : "");
  if (g_set_object (&self->selected, place))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
pick (KsPlacePicker *self, guint position)
{
  g_autoptr (KsPlace) place = g_list_model_get_item (G_LIST_MODEL (self->matches), position);

  if (place == NULL)
    return;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  select_place (self, place);
}

static void
search_changed_cb (KsPlacePicker *self)
{
  g_autofree char *key = ks_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  gtk_string_filter_set_search (self->filter, key);
}

static void
search_activate_cb (KsPlacePicker *self)
{
  search_changed_cb (self);
  pick (self, 0);
}

static void
search_stopped_cb (KsPlacePicker *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* Down leaves the search for what it found. */
static gboolean
search_key_cb (KsPlacePicker *self, guint keyval)
{
  return (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
         && gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
popover_show_cb (KsPlacePicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_string_filter_set_search (self->filter, NULL);
  gtk_widget_grab_focus (self->search);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = create_label (NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), create_label ("secondary"));
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  KsPlace *place = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (row);

  gtk_label_set_text (GTK_LABEL (name), ks_place_get_name (place));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), ks_place_get_detail (place));
  if (ks_place_get_kind (place) == KS_PLACE_UNIT)
    gtk_widget_remove_css_class (name, "heading");
  else
    gtk_widget_add_css_class (name, "heading");
}

static void
ks_place_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsPlacePicker *self = KS_PLACE_PICKER (object);

  switch ((KsPlacePickerProperty)id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_place_picker_dispose (GObject *object)
{
  KsPlacePicker *self = KS_PLACE_PICKER (object);

  g_clear_object (&self->places);
  g_clear_object (&self->selected);
  g_clear_object (&self->matches);
  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_PLACE_PICKER);
  G_OBJECT_CLASS (ks_place_picker_parent_class)->dispose (object);
}

static void
ks_place_picker_class_init (KsPlacePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_place_picker_get_property;
  object_class->dispose = ks_place_picker_dispose;
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, KS_TYPE_PLACE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/widgets/ks-place-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, KsPlacePicker, button);
  gtk_widget_class_bind_template_child (widget_class, KsPlacePicker, label);
  gtk_widget_class_bind_template_child (widget_class, KsPlacePicker, search);
  gtk_widget_class_bind_template_child (widget_class, KsPlacePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick);
}

static void
ks_place_picker_init (KsPlacePicker *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_string_filter_new (
      gtk_property_expression_new (KS_TYPE_PLACE, NULL, "search-key"));
  self->matches = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  selection = GTK_SELECTION_MODEL (
      gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->matches))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
}

/* The place of the new list that is the one picked before, so that a changed name shows. */
static KsPlace *
find_place (KsPlacePicker *self, const char *code)
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
 * ks_place_picker_set_places:
 * @self: a picker
 * @places: (nullable): a list made by ks_places_new()
 *
 * Offers other places. What was picked stays picked if it is among them, else the first is.
 */
void
ks_place_picker_set_places (KsPlacePicker *self, GListModel *places)
{
  g_autoptr (KsPlace) place = NULL;

  g_return_if_fail (KS_IS_PLACE_PICKER (self));

  g_set_object (&self->places, places);
  gtk_filter_list_model_set_model (self->matches, places);
  if (self->selected != NULL)
    place = find_place (self, ks_place_get_code (self->selected));
  if (place == NULL && places != NULL)
    place = g_list_model_get_item (places, 0);
  select_place (self, place);
}

/**
 * ks_place_picker_get_selected:
 * @self: a picker
 *
 * Returns: (transfer none) (nullable): the place picked
 */
KsPlace *
ks_place_picker_get_selected (KsPlacePicker *self)
{
  g_return_val_if_fail (KS_IS_PLACE_PICKER (self), NULL);

  return self->selected;
}

/**
 * ks_place_picker_select_code:
 * @self: a picker
 * @code: code of a unit or district; empty for all
 *
 * Returns: %FALSE, with nothing changed, if no place has that code
 */
gboolean
ks_place_picker_select_code (KsPlacePicker *self, const char *code)
{
  g_autoptr (KsPlace) place = NULL;

  g_return_val_if_fail (KS_IS_PLACE_PICKER (self), FALSE);

  place = find_place (self, code);
  if (place == NULL)
    return FALSE;
  select_place (self, place);
  return TRUE;
}

/**
 * ks_place_picker_open:
 * @self: a picker
 *
 * Opens the list, ready for a search.
 */
void
ks_place_picker_open (KsPlacePicker *self)
{
  g_return_if_fail (KS_IS_PLACE_PICKER (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
