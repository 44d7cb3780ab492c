/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-place-button.h"

#include "ks-css-class.h"
#include "ks-label.h"
#include "ks-text.h"

typedef struct
{
  GPtrArray *rows;                    /* of GtkListItem, those whose checks show a place now */
  char *needle;                       /* what is searched for, folded */
  gboolean hidden[KS_PLACE_UNIT + 1]; /* by kind */

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *note;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
} KsPlaceButtonPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (KsPlaceButton, ks_place_button, GTK_TYPE_BOX)

static KsPlaceButtonPrivate *
get_priv (KsPlaceButton *self)
{
  return ks_place_button_get_instance_private (self);
}

static gboolean
is_searching (KsPlaceButtonPrivate *priv)
{
  return priv->needle != NULL && *priv->needle != '\0';
}

static gboolean
match_place (gpointer item, gpointer user_data)
{
  KsPlaceButtonPrivate *priv = user_data;
  g_autofree char *key = NULL;

  if (priv->hidden[ks_place_get_kind (item)])
    return FALSE;
  if (!is_searching (priv))
    return TRUE;
  g_object_get (item, "search-key", &key, NULL);
  return key != NULL && strstr (key, priv->needle) != NULL;
}

static void
activate_cb (KsPlaceButton *self, guint position)
{
  g_autoptr (KsPlace) place
      = g_list_model_get_item (G_LIST_MODEL (get_priv (self)->found), position);

  if (place != NULL)
    KS_PLACE_BUTTON_GET_CLASS (self)->picked (self, place);
}

static void
fill (KsPlaceButton *self)
{
  if (KS_PLACE_BUTTON_GET_CLASS (self)->opening != NULL)
    KS_PLACE_BUTTON_GET_CLASS (self)->opening (self);
}

static void
search_cb (KsPlaceButton *self)
{
  KsPlaceButtonPrivate *priv = get_priv (self);

  fill (self);
  g_free (priv->needle);
  priv->needle = ks_text_fold (gtk_editable_get_text (GTK_EDITABLE (priv->search)));
  gtk_filter_changed (GTK_FILTER (priv->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (
      GTK_STACK (priv->stack),
      g_list_model_get_n_items (G_LIST_MODEL (priv->found)) > 0 ? "list" : "nothing");
}

/* Enter may come before the entry says that its text has changed. */
static void
activate_first_cb (KsPlaceButton *self)
{
  search_cb (self);
  activate_cb (self, 0);
}

static void
open_cb (KsPlaceButton *self)
{
  KsPlaceButtonPrivate *priv = get_priv (self);

  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (priv->search), "");
  gtk_widget_grab_focus (priv->search);
}

static void
show_check (KsPlaceButton *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  guint total;
  guint n = KS_PLACE_BUTTON_GET_CLASS (self)->count (self, gtk_list_item_get_item (list_item),
                                                     &total);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), n > 0 && n == total);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), n > 0 && n < total);
}

/* The row is what is clicked and what takes the focus; its mark only shows. */
static GtkWidget *
make_check (void)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  return check;
}

static void
setup_row_cb (KsPlaceButton *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  if (KS_PLACE_BUTTON_GET_CLASS (self)->count != NULL)
    gtk_box_append (GTK_BOX (box), make_check ());
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  ks_label_cut (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (list_item, box);
}

/* Districts stand bold above their units; a unit that was searched for names its district. */
static void
bind_row_cb (KsPlaceButton *self, GtkListItem *list_item)
{
  KsPlaceButtonPrivate *priv = get_priv (self);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  KsPlace *place = gtk_list_item_get_item (list_item);
  gboolean unit = ks_place_get_kind (place) == KS_PLACE_UNIT;
  gboolean searching = is_searching (priv);
  g_autofree char *text = unit && searching ? g_strdup_printf ("%s, %s", ks_place_get_name (place),
                                                               ks_place_get_detail (place))
                                            : g_strdup (ks_place_get_name (place));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_margin_start (box, unit && !searching ? 16 : 0);
  ks_css_class_set (label, "heading", !unit);
  if (KS_PLACE_BUTTON_GET_CLASS (self)->count == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_ptr_array_add (priv->rows, list_item);
  show_check (self, list_item);
}

static void
unbind_row_cb (KsPlaceButton *self, GtkListItem *list_item)
{
  g_ptr_array_remove_fast (get_priv (self)->rows, list_item);
}

static void
set_up_list (KsPlaceButton *self)
{
  KsPlaceButtonPrivate *priv = get_priv (self);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  priv->filter = gtk_custom_filter_new (match_place, priv, NULL);
  priv->found = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (priv->filter)));
  selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (priv->found))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (priv->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (priv->list), selection);
}

static void
ks_place_button_dispose (GObject *object)
{
  KsPlaceButtonPrivate *priv = get_priv (KS_PLACE_BUTTON (object));

  if (priv->filter != NULL)
    gtk_custom_filter_set_filter_func (priv->filter, NULL, NULL, NULL);
  g_clear_object (&priv->filter);
  g_clear_object (&priv->found);
  G_OBJECT_CLASS (ks_place_button_parent_class)->dispose (object);
}

static void
ks_place_button_finalize (GObject *object)
{
  KsPlaceButtonPrivate *priv = get_priv (KS_PLACE_BUTTON (object));

  g_ptr_array_unref (priv->rows);
  g_free (priv->needle);
  G_OBJECT_CLASS (ks_place_button_parent_class)->finalize (object);
}

static void
ks_place_button_class_init (KsPlaceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ks_place_button_dispose;
  object_class->finalize = ks_place_button_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/widgets/ks-place-button.ui");
  gtk_widget_class_bind_template_child_private (widget_class, KsPlaceButton, button);
  gtk_widget_class_bind_template_child_private (widget_class, KsPlaceButton, label);
  gtk_widget_class_bind_template_child_private (widget_class, KsPlaceButton, popover);
  gtk_widget_class_bind_template_child_private (widget_class, KsPlaceButton, search);
  gtk_widget_class_bind_template_child_private (widget_class, KsPlaceButton, stack);
  gtk_widget_class_bind_template_child_private (widget_class, KsPlaceButton, scrolled);
  gtk_widget_class_bind_template_child_private (widget_class, KsPlaceButton, list);
  gtk_widget_class_bind_template_child_private (widget_class, KsPlaceButton, note);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, ks_place_button_close);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
ks_place_button_init (KsPlaceButton *self)
{
  get_priv (self)->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
}

/**
 * ks_place_button_set_places:
 * @self: a button
 * @places: (nullable) (element-type KsPlace): what the list offers
 *
 * Fills the list.
 */
void
ks_place_button_set_places (KsPlaceButton *self, GListModel *places)
{
  g_return_if_fail (KS_IS_PLACE_BUTTON (self));

  gtk_filter_list_model_set_model (get_priv (self)->found, places);
}

/**
 * ks_place_button_offer:
 * @self: a button
 * @kind: of places
 * @offered: whether the list shows them
 *
 * Leaves places of a kind out of the list, or shows them again.
 */
void
ks_place_button_offer (KsPlaceButton *self, KsPlaceKind kind, gboolean offered)
{
  KsPlaceButtonPrivate *priv;

  g_return_if_fail (KS_IS_PLACE_BUTTON (self));

  priv = get_priv (self);
  if (priv->hidden[kind] == !offered)
    return;
  priv->hidden[kind] = !offered;
  gtk_filter_changed (GTK_FILTER (priv->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * ks_place_button_show:
 * @self: a button
 * @name: what is picked
 * @label: what a screen reader says of the button
 *
 * Says on the button what is picked.
 */
void
ks_place_button_show (KsPlaceButton *self, const char *name, const char *label)
{
  KsPlaceButtonPrivate *priv;

  g_return_if_fail (KS_IS_PLACE_BUTTON (self));

  priv = get_priv (self);
  gtk_label_set_text (GTK_LABEL (priv->label), name);
  gtk_widget_set_tooltip_text (priv->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * ks_place_button_show_checks:
 * @self: a button whose rows have checks
 * @note: what is said below the list
 *
 * Checks the rows anew.
 */
void
ks_place_button_show_checks (KsPlaceButton *self, const char *note)
{
  KsPlaceButtonPrivate *priv;

  g_return_if_fail (KS_IS_PLACE_BUTTON (self));

  priv = get_priv (self);
  gtk_label_set_text (GTK_LABEL (priv->note), note);
  for (guint i = 0; i < priv->rows->len; i++)
    show_check (self, g_ptr_array_index (priv->rows, i));
}

/**
 * ks_place_button_stay_open:
 * @self: a button
 *
 * Makes the list one in which many places are picked in a row: it opens beside the button, with a
 * note below it, and who clicked a row goes on typing names.
 */
void
ks_place_button_stay_open (KsPlaceButton *self)
{
  KsPlaceButtonPrivate *priv;

  g_return_if_fail (KS_IS_PLACE_BUTTON (self));

  priv = get_priv (self);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (priv->button), GTK_ARROW_RIGHT);
  gtk_widget_set_halign (priv->popover, GTK_ALIGN_FILL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (priv->scrolled), 320);
  gtk_widget_set_visible (priv->note, TRUE);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (priv->search), priv->popover);
}

/**
 * ks_place_button_open:
 * @self: a button
 *
 * Opens the list with the focus in its search entry.
 */
void
ks_place_button_open (KsPlaceButton *self)
{
  g_return_if_fail (KS_IS_PLACE_BUTTON (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (get_priv (self)->button));
}

/**
 * ks_place_button_close:
 * @self: a button
 *
 * Closes the list.
 */
void
ks_place_button_close (KsPlaceButton *self)
{
  g_return_if_fail (KS_IS_PLACE_BUTTON (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (get_priv (self)->button));
}
