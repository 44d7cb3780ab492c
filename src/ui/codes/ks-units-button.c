/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-button.h"

#include "ks-i18n.h"
#include "ks-label.h"
#include "ks-place.h"
#include "ks-text.h"
#include "ks-units-choice.h"

struct _KsUnitsButton
{
  GtkBox parent_instance;
  KsUnitsChoice choice;
  GPtrArray *rows;    /* of GtkListItem, those that show a place now */
  char *needle;       /* what is searched for, folded */
  gboolean with_units;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *count;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (KsUnitsButton, ks_units_button, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_row (KsUnitsButton *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  guint total;
  guint n = ks_units_choice_count (&self->choice, gtk_list_item_get_item (list_item), &total);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), n > 0 && n == total);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), n > 0 && n < total);
}

static void
show_choice (KsUnitsButton *self)
{
  guint n = g_hash_table_size (self->choice.chosen);
  g_autofree char *name = ks_units_choice_dup_name (&self->choice);
  g_autofree char *label = g_strdup_printf (_ ("Units: %s"), name);
  g_autofree char *count
      = g_strdup_printf (_ ("%u of %u units are chosen"), n, ks_units_choice_get_n_units (&self->choice));

  gtk_label_set_text (GTK_LABEL (self->label), name);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
}

static void
toggle (KsUnitsButton *self, KsPlace *place)
{
  ks_units_choice_toggle (&self->choice, place);
  show_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (KsUnitsButton *self, guint position)
{
  g_autoptr (KsPlace) place = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (place != NULL)
    toggle (self, place);
}

static void
toggle_first_cb (KsUnitsButton *self)
{
  activate_cb (self, 0);
}

static gboolean
match_place (gpointer item, gpointer user_data)
{
  KsUnitsButton *self = KS_UNITS_BUTTON (user_data);
  g_autofree char *key = NULL;

  if (!self->with_units && ks_place_get_kind (item) == KS_PLACE_UNIT)
    return FALSE;
  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;
  g_object_get (item, "search-key", &key, NULL);
  return key != NULL && strstr (key, self->needle) != NULL;
}

static void
search_cb (KsUnitsButton *self)
{
  g_free (self->needle);
  self->needle = ks_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 ? "list" : "nothing");
}

static void
close_cb (KsUnitsButton *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
open_cb (KsUnitsButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

/* The row is what is clicked and what takes the focus; its mark only shows. */
static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  ks_label_cut (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (list_item, box);
}

/* Districts stand bold above their units; a unit that was searched for names its district. */
static void
bind_row_cb (KsUnitsButton *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *check = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  KsPlace *place = gtk_list_item_get_item (list_item);
  gboolean unit = ks_place_get_kind (place) == KS_PLACE_UNIT;
  gboolean searching = self->needle != NULL && *self->needle != '\0';
  g_autofree char *text = unit && searching ? g_strdup_printf ("%s, %s", ks_place_get_name (place),
                                                               ks_place_get_detail (place))
                                            : g_strdup (ks_place_get_name (place));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_margin_start (box, unit && !searching ? 16 : 0);
  if (unit)
    gtk_widget_remove_css_class (label, "heading");
  else
    gtk_widget_add_css_class (label, "heading");
  g_ptr_array_add (self->rows, list_item);
  show_row (self, list_item);
}

static void
unbind_row_cb (KsUnitsButton *self, GtkListItem *list_item)
{
  g_ptr_array_remove_fast (self->rows, list_item);
}

static void
set_up_list (KsUnitsButton *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->filter = gtk_custom_filter_new (match_place, self, NULL);
  self->found = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
}

static void
ks_units_button_dispose (GObject *object)
{
  KsUnitsButton *self = KS_UNITS_BUTTON (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (ks_units_button_parent_class)->dispose (object);
}

static void
ks_units_button_finalize (GObject *object)
{
  KsUnitsButton *self = KS_UNITS_BUTTON (object);

  ks_units_choice_clear (&self->choice);
  g_ptr_array_unref (self->rows);
  g_free (self->needle);
  G_OBJECT_CLASS (ks_units_button_parent_class)->finalize (object);
}

static void
ks_units_button_class_init (KsUnitsButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ks_units_button_dispose;
  object_class->finalize = ks_units_button_finalize;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_UNITS_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/codes/ks-units-button.ui");
  gtk_widget_class_bind_template_child (widget_class, KsUnitsButton, button);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsButton, label);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsButton, popover);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsButton, search);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsButton, stack);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsButton, list);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsButton, count);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_first_cb);
}

static void
ks_units_button_init (KsUnitsButton *self)
{
  ks_units_choice_init (&self->choice);
  self->rows = g_ptr_array_new ();
  self->with_units = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Who clicked a row goes on typing names. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), self->popover);
  set_up_list (self);
}

/**
 * ks_units_button_set_registry:
 * @self: a button
 * @registry: (nullable): the districts and units to choose from
 *
 * Fills the list; what was chosen stays chosen where it still exists.
 */
void
ks_units_button_set_registry (KsUnitsButton *self, KsRegistry *registry)
{
  g_autoptr (GListModel) places = NULL;

  g_return_if_fail (KS_IS_UNITS_BUTTON (self));

  gtk_filter_list_model_set_model (self->found, NULL);
  ks_units_choice_set_registry (&self->choice, registry);
  if (registry != NULL)
    places = ks_places_new (registry, _ ("All units"), TRUE);
  gtk_filter_list_model_set_model (self->found, places);
  show_choice (self);
}

/**
 * ks_units_button_set_with_units:
 * @self: a button
 * @with_units: whether units are offered, not only districts
 *
 * Offers whole districts alone, for what is made for districts.
 */
void
ks_units_button_set_with_units (KsUnitsButton *self, gboolean with_units)
{
  g_return_if_fail (KS_IS_UNITS_BUTTON (self));

  if (self->with_units == with_units)
    return;
  self->with_units = with_units;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * ks_units_button_select:
 * @self: a button with a registry
 * @code: of a district or unit; empty for all
 *
 * Chooses these units alone, without telling of it.
 *
 * Returns: %FALSE, with nothing changed, if nothing has that code
 */
gboolean
ks_units_button_select (KsUnitsButton *self, const char *code)
{
  g_return_val_if_fail (KS_IS_UNITS_BUTTON (self), FALSE);

  if (!ks_units_choice_select (&self->choice, code))
    return FALSE;
  show_choice (self);
  return TRUE;
}

/**
 * ks_units_button_choose:
 * @self: a button with a registry
 * @codes: (element-type utf8): codes of units
 *
 * Chooses these units alone, without telling of it.
 */
void
ks_units_button_choose (KsUnitsButton *self, GPtrArray *codes)
{
  g_return_if_fail (KS_IS_UNITS_BUTTON (self));

  ks_units_choice_set (&self->choice, codes);
  show_choice (self);
}

/**
 * ks_units_button_has:
 * @self: a button
 * @code: of a unit
 *
 * Returns: whether the unit is chosen
 */
gboolean
ks_units_button_has (KsUnitsButton *self, const char *code)
{
  g_return_val_if_fail (KS_IS_UNITS_BUTTON (self), FALSE);

  return g_hash_table_contains (self->choice.chosen, code);
}

/**
 * ks_units_button_dup_units:
 * @self: a button
 *
 * Returns: (transfer full) (nullable) (element-type KsUnit): the units that are chosen, in the
 *   office's order; %NULL: all
 */
GPtrArray *
ks_units_button_dup_units (KsUnitsButton *self)
{
  g_return_val_if_fail (KS_IS_UNITS_BUTTON (self), NULL);

  return ks_units_choice_dup_units (&self->choice);
}

/**
 * ks_units_button_dup_districts:
 * @self: a button
 *
 * Returns: (transfer full) (nullable): the codes of the districts of which a unit is chosen; %NULL:
 *   all
 */
char **
ks_units_button_dup_districts (KsUnitsButton *self)
{
  g_return_val_if_fail (KS_IS_UNITS_BUTTON (self), NULL);

  return ks_units_choice_dup_districts (&self->choice);
}
