/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-outline.h"

#include <string.h>

#include "ks-form-builder.h"
#include "ks-i18n.h"
#include "ks-label.h"
#include "ks-text.h"

struct _KsFormOutline
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GListStore *store;
  GtkSingleSelection *selection;
  gboolean editable;
  gboolean filling; /* the selection changes by our own hand */
};

enum
{
  SIGNAL_SELECTED,
  SIGNAL_OPENED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsFormOutline, ks_form_outline, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget *box, const char *class, gboolean expand)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, class);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, expand);
  if (expand)
    ks_label_cut (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static KsFormItem *
get_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "ks-item");
}

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, KsFormOutline *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  KsFormItem *item = get_item (row);

  if (!self->editable || item == NULL || ks_form_item_get_place (item) != KS_FORM_PLACE_QUESTION)
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_UINT, ks_form_item_get_index (item));
}

static void
begin_drag_cb (GtkDragSource *source, GdkDrag *drag, KsFormOutline *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
is_below (GtkWidget *row, double y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

static void
mark_drop (GtkWidget *row, gboolean above, gboolean below)
{
  (above ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (row, "drop-above");
  (below ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (row, "drop-below");
}

static GdkDragAction
drag_motion_cb (GtkDropTarget *target, double x, double y, KsFormOutline *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  KsFormItem *item = get_item (row);
  gboolean question = item != NULL && ks_form_item_get_place (item) == KS_FORM_PLACE_QUESTION;

  if (!self->editable || item == NULL || ks_form_item_get_place (item) == KS_FORM_PLACE_WHOLE)
    return 0;
  mark_drop (row, question && !is_below (row, y), !question || is_below (row, y));
  return GDK_ACTION_MOVE;
}

static void
drag_leave_cb (GtkDropTarget *target, KsFormOutline *self)
{
  mark_drop (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), FALSE, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KsFormOutline *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  KsFormItem *item = get_item (row);

  mark_drop (row, FALSE, FALSE);
  if (!self->editable || item == NULL)
    return FALSE;
  ks_form_outline_drop (self, g_value_get_uint (value), item, is_below (row, y));
  return TRUE;
}

static void
add_dragging (KsFormOutline *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_drag_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "motion", G_CALLBACK (drag_motion_cb), self, 0);
  g_signal_connect_object (target, "enter", G_CALLBACK (drag_motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (drag_leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, KsFormOutline *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (row, "form-row");
  add_label (row, "id", FALSE);
  add_label (row, "title", TRUE);
  add_label (row, "mark", FALSE);
  add_label (row, "aside", FALSE);
  add_dragging (self, row);
  gtk_list_item_set_child (list_item, row);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, KsFormOutline *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  KsFormItem *item = gtk_list_item_get_item (list_item);
  gboolean question = ks_form_item_get_place (item) == KS_FORM_PLACE_QUESTION;
  GtkWidget *id = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_next_sibling (id);
  GtkWidget *mark = gtk_widget_get_next_sibling (title);

  g_object_set_data (G_OBJECT (row), "ks-item", item);
  gtk_widget_set_visible (id, question);
  gtk_label_set_text (GTK_LABEL (id), ks_form_item_get_id (item));
  gtk_label_set_text (GTK_LABEL (title), ks_form_item_get_title (item));
  show_text (mark, ks_form_item_get_mark (item));
  show_text (gtk_widget_get_next_sibling (mark), ks_form_item_get_aside (item));
  (question ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (row, "section");
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, KsFormOutline *self)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "ks-item", NULL);
}

static void
selection_changed_cb (KsFormOutline *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
activate_cb (KsFormOutline *self, guint position)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
ks_form_outline_dispose (GObject *object)
{
  KsFormOutline *self = KS_FORM_OUTLINE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ks_form_outline_parent_class)->dispose (object);
}

static gboolean
ks_form_outline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KS_FORM_OUTLINE (widget)->view);
}

static void
ks_form_outline_class_init (KsFormOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_form_outline_dispose;
  widget_class->grab_focus = ks_form_outline_grab_focus;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED]
      = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formoutline");
}

static GtkWidget *
create_view (KsFormOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Parts of the form"), -1);
  return view;
}

static void
ks_form_outline_init (KsFormOutline *self)
{
  self->store = g_list_store_new (KS_TYPE_FORM_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  self->view = create_view (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static KsFormItem *
peek (KsFormOutline *self, guint position)
{
  g_autoptr (KsFormItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return item;
}

/* Only what has changed is made anew: the list stays where it was scrolled to. */
static void
replace_items (KsFormOutline *self, GPtrArray *items)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint n_same = 0;
  guint n_tail = 0;

  while (n_same < MIN (n_before, items->len)
         && ks_form_item_equal (peek (self, n_same), items->pdata[n_same]))
    n_same++;
  while (n_tail < MIN (n_before, items->len) - n_same
         && ks_form_item_equal (peek (self, n_before - 1 - n_tail),
                                items->pdata[items->len - 1 - n_tail]))
    n_tail++;
  g_list_store_splice (self->store, n_same, n_before - n_same - n_tail, items->pdata + n_same,
                       items->len - n_same - n_tail);
}

static guint
find_id (KsFormOutline *self, const char *id)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n_items; i++)
    if (*id != '\0' && g_str_equal (ks_form_item_get_id (peek (self, i)), id))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/**
 * ks_form_outline_set_form:
 * @self: the list
 * @form: (nullable): the form that it shows
 *
 * The chosen part stays chosen where it is still there, else the one in its place is.
 */
void
ks_form_outline_set_form (KsFormOutline *self, KsForm *form)
{
  guint before = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GPtrArray) items = form != NULL ? ks_form_items_new (form) : g_ptr_array_new ();
  KsFormItem *selected = ks_form_outline_get_selected (self);
  g_autofree char *id = selected != NULL ? g_strdup (ks_form_item_get_id (selected)) : NULL;
  guint position;

  self->filling = TRUE;
  replace_items (self, items);
  position = id != NULL ? find_id (self, id) : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION && items->len > 0)
    position = before != GTK_INVALID_LIST_POSITION ? MIN (before, items->len - 1) : 0;
  gtk_single_selection_set_selected (self->selection, position);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/**
 * ks_form_outline_set_editable:
 * @self: the list
 * @editable: whether questions may be moved
 */
void
ks_form_outline_set_editable (KsFormOutline *self, gboolean editable)
{
  self->editable = editable;
}

/**
 * ks_form_outline_get_selected:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): the part that is chosen
 */
KsFormItem *
ks_form_outline_get_selected (KsFormOutline *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
select_position (KsFormOutline *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

/**
 * ks_form_outline_select:
 * @self: the list
 * @id: of a section or a question
 *
 * Returns: whether there is such a part
 */
gboolean
ks_form_outline_select (KsFormOutline *self, const char *id)
{
  guint position = find_id (self, id);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  select_position (self, position);
  return TRUE;
}

/**
 * ks_form_outline_step:
 * @self: the list
 * @by: 1: to the next part, -1: to the one before
 */
void
ks_form_outline_step (KsFormOutline *self, int by)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  if (position != GTK_INVALID_LIST_POSITION && (by > 0 || position > 0)
      && (by < 0 || position + 1 < n_items))
    select_position (self, (guint) ((int) position + by));
}

/**
 * ks_form_outline_find:
 * @self: the list
 * @text: letters with or without marks
 *
 * Chooses the first part whose id or title holds the text.
 */
void
ks_form_outline_find (KsFormOutline *self, const char *text)
{
  g_autofree char *wanted = ks_text_fold (text);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; *wanted != '\0' && i < n_items; i++)
    {
      KsFormItem *item = peek (self, i);
      g_autofree char *whole
          = g_strdup_printf ("%s %s", ks_form_item_get_id (item), ks_form_item_get_title (item));
      g_autofree char *folded = ks_text_fold (whole);

      if (strstr (folded, wanted) == NULL)
        continue;
      select_position (self, i);
      return;
    }
}

/* The section of a part and the place in it that comes before the part. */
static void
find_place (KsFormOutline *self, KsFormItem *onto, int *section, guint *position)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  *section = KS_FORM_PROFILE;
  *position = 0;
  for (guint i = 0; i < n_items; i++)
    {
      KsFormItem *item = peek (self, i);

      if (ks_form_item_get_place (item) == KS_FORM_PLACE_SECTION)
        {
          *section = (int) ks_form_item_get_index (item);
          *position = 0;
        }
      if (item == onto)
        return;
      if (ks_form_item_get_place (item) == KS_FORM_PLACE_QUESTION)
        (*position)++;
    }
}

/**
 * ks_form_outline_drop:
 * @self: the list
 * @question: index of the question that was dropped
 * @onto: the part that it was dropped onto
 * @below: below its middle
 *
 * Onto a question it goes before or behind it, onto a section to the section's beginning.
 */
void
ks_form_outline_drop (KsFormOutline *self, guint question, KsFormItem *onto, gboolean below)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  int section = KS_FORM_PROFILE;
  int from_section = KS_FORM_PROFILE;
  guint position = 0;
  guint from = 0;

  if (ks_form_item_get_place (onto) == KS_FORM_PLACE_WHOLE)
    return;
  find_place (self, onto, &section, &position);
  if (ks_form_item_get_place (onto) == KS_FORM_PLACE_QUESTION)
    position += below;
  for (guint i = 0; i < n_items; i++)
    {
      KsFormItem *item = peek (self, i);

      if (ks_form_item_get_place (item) == KS_FORM_PLACE_QUESTION
          && ks_form_item_get_index (item) == question)
        find_place (self, item, &from_section, &from);
    }
  /* The place is meant without the question itself. */
  if (section == from_section && position > from)
    position--;
  if (section != from_section || position != from)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, question, section, position);
}
