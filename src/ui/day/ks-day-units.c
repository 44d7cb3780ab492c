/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-units-private.h"

#include "ks-growing-list.h"
#include "ks-i18n.h"
#include "ks-scope-button.h"
#include "ks-text-scale.h"
#include "ks-wrap-layout.h"

/* With less room only who and how many stand there, or without what the pane tells too; with more the
 * time of the last answer as well. */
#define NARROW 500
#define SNUG 690
#define ROOMY 880

G_DEFINE_FINAL_TYPE (KsDayUnits, ks_day_units, GTK_TYPE_BOX)

enum
{
  UNIT_CHANGED,
  UNIT_ACTIVATED,
  DISTRICT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static GtkWidget *
get_rows_widget (KsDayUnits *self)
{
  return gtk_widget_get_last_child (self->view);
}

static void
show_selected (KsDayUnits *self, gboolean focus)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_activate_action (get_rows_widget (self), "list.scroll-to-item", "u", position);
  if (focus)
    gtk_widget_grab_focus (self->view);
}

/* The unit that was selected stays so, wherever it stands now; else the first one is. */
static void
select_again (KsDayUnits *self)
{
  guint position = 0;

  ks_day_list_find (self->list, self->unit, &position);
  ks_growing_slice_reach (self->front, position);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
remember_unit (KsDayUnits *self)
{
  const KsDayUnit *unit = ks_day_units_get_unit (self);

  if (unit == NULL)
    return;
  g_free (self->unit);
  self->unit = g_strdup (ks_unit_get_code (unit->unit));
}

static void
fill (KsDayUnits *self)
{
  gboolean focus = has_focus (self->view);

  self->filling = TRUE;
  ks_day_list_show (self->list, self->day, &self->look, self->before);
  select_again (self);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0 ? "units" : "nothing");
  ks_day_units_choose_columns (self);
  ks_day_units_fill_head (self);
  show_selected (self, focus);
  /* Before anything came in nobody has begun to call: the first import puts the lowest first. */
  if (self->day != NULL && ks_day_figures_get_as_of (self->day) != KS_MOMENT_NONE)
    remember_unit (self);
  g_signal_emit (self, signals[UNIT_CHANGED], 0);
}

/* Other rows: from the first one on. */
static void
fill_anew (KsDayUnits *self)
{
  g_clear_pointer (&self->unit, g_free);
  ks_growing_slice_begin (self->front);
  fill (self);
}

static void
unit_selected_cb (KsDayUnits *self)
{
  if (self->filling)
    return;
  remember_unit (self);
  g_signal_emit (self, signals[UNIT_CHANGED], 0);
}

static void
activate_cb (KsDayUnits *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[UNIT_ACTIVATED], 0);
}

/* Everywhere only those are listed that need something; a district shows all that it has. */
static void
go_to (KsDayUnits *self, guint district)
{
  gboolean was_everywhere = self->look.district == KS_DAY_EVERYWHERE;

  if (district == self->look.district)
    return;
  self->look.district = district;
  if (district == KS_DAY_EVERYWHERE && self->look.filter == KS_DAY_ALL)
    self->look.filter = KS_DAY_ATTENTION;
  else if (was_everywhere && self->look.filter == KS_DAY_ATTENTION)
    self->look.filter = KS_DAY_ALL;
  fill_anew (self);
  g_signal_emit (self, signals[DISTRICT_CHANGED], 0);
}

static guint
find_district (KsDayUnits *self, const char *code)
{
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (self->day, &n_districts);

  for (guint i = 0; i < n_districts; i++)
    if (g_strcmp0 (districts[i].code, code) == 0)
      return i;
  return KS_DAY_EVERYWHERE;
}

static void
place_changed_cb (KsDayUnits *self)
{
  KsScope scope;

  if (self->filling || self->day == NULL)
    return;
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->place), &scope);
  if (scope.kind != KS_SCOPE_UNIT)
    go_to (self, find_district (self, scope.code));
  else
    ks_day_units_select (self, scope.code);
}

static void
filter_changed_cb (KsDayUnits *self)
{
  if (self->filling)
    return;
  self->look.filter = (KsDayFilter)gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter));
  fill_anew (self);
}

static void
order_changed_cb (KsDayUnits *self)
{
  self->look.order = (KsDayOrder)gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order));
  fill_anew (self);
}

static void
turn_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_day_units_turn (KS_DAY_UNITS (widget), g_variant_get_int32 (parameter));
}

/* In the next frame: columns cannot change while they are laid out. */
static gboolean
fit_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KsDayUnits *self = KS_DAY_UNITS (widget);

  self->fit = 0;
  ks_day_units_choose_columns (self);
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (KsDayUnits *self, GParamSpec *pspec, GtkAdjustment *across)
{
  double width
      = gtk_adjustment_get_page_size (across) / ks_text_scale_get (self->view, KS_TEXT_TABLE);
  KsDayRoom room = width < NARROW  ? KS_DAY_NARROW
                   : width < SNUG  ? KS_DAY_SNUG
                   : width < ROOMY ? KS_DAY_USUAL
                                   : KS_DAY_ROOMY;

  if (room == self->room)
    return;
  self->room = room;
  if (self->fit == 0)
    self->fit = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_cb, NULL, NULL);
}

static void
ks_day_units_dispose (GObject *object)
{
  KsDayUnits *self = KS_DAY_UNITS (object);

  if (self->fit != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fit);
  self->fit = 0;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->front);
  g_clear_object (&self->list);
  g_clear_object (&self->day);
  g_clear_object (&self->before);
  g_clear_object (&self->calls);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->unit, g_free);
  G_OBJECT_CLASS (ks_day_units_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-day-units.ui");
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, head);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, place);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, summary);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, filter);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, filters);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, order);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, stack);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, view);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, unit_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, district_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, staff_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, answers_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, change_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, rate_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, bar_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, last_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, report_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, publicity_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, posts_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayUnits, call_column);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
install_signals (KsDayUnitsClass *klass)
{
  static const char *const names[] = { "unit-changed", "unit-activated", "district-changed" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_day_units_class_init (KsDayUnitsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ks_day_units_dispose;
  install_signals (klass);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  gtk_widget_class_install_action (widget_class, "table.turn", "i", turn_action_cb);
  bind_template (widget_class);
}

static void
ks_day_units_init (KsDayUnits *self)
{
  self->list = ks_day_list_new ();
  self->room = KS_DAY_USUAL;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->head, ks_wrap_layout_new (8, 6));
  ks_scope_button_set_words (KS_SCOPE_BUTTON (self->place), _ ("District"),
                             _ ("All Needing Attention"));
  ks_day_units_set_up_columns (self);
  self->front = ks_growing_slice_new (G_LIST_MODEL (self->list), GTK_SCROLLABLE (self->view));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->front)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (unit_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ks_day_units_choose_columns (self);
}

/**
 * ks_day_units_show:
 * @self: a table
 * @day: (nullable): the figures; %NULL: none
 * @calls: (nullable): the calls that were made
 * @before: (nullable): the figures that were shown before: what differs is marked
 *
 * Shows figures; district, order and unit stay as they are where they still exist.
 */
void
ks_day_units_show (KsDayUnits *self, KsDayFigures *day, KsDayCalls *calls, KsDayFigures *before)
{
  guint n_districts = 0;

  g_return_if_fail (KS_IS_DAY_UNITS (self));

  /* Calls alone are new: what was marked stays so. */
  if (g_set_object (&self->day, day))
    g_set_object (&self->before, before);
  g_set_object (&self->calls, calls);
  self->look.calls = calls;
  if (day != NULL)
    ks_day_figures_get_districts (day, &n_districts);
  if (self->look.district >= n_districts && self->look.district != KS_DAY_EVERYWHERE)
    self->look.district = 0;
  fill (self);
}

/**
 * ks_day_units_get_unit:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the selected unit
 */
const KsDayUnit *
ks_day_units_get_unit (KsDayUnits *self)
{
  KsDayItem *item;

  g_return_val_if_fail (KS_IS_DAY_UNITS (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? ks_day_item_get_figures (item) : NULL;
}

/**
 * ks_day_units_get_district:
 * @self: a table
 * @index: (out) (optional): its place in the office's order; %KS_DAY_EVERYWHERE for the province
 *
 * Returns: (transfer none) (nullable): the district that is shown, or the province
 */
const KsDayDistrict *
ks_day_units_get_district (KsDayUnits *self, guint *index)
{
  guint n_districts;
  const KsDayDistrict *districts;

  g_return_val_if_fail (KS_IS_DAY_UNITS (self), NULL);

  if (index != NULL)
    *index = self->look.district;
  if (self->day == NULL)
    return NULL;
  districts = ks_day_figures_get_districts (self->day, &n_districts);
  return self->look.district < n_districts ? &districts[self->look.district]
                                           : ks_day_figures_get_province (self->day);
}

/**
 * ks_day_units_select:
 * @self: a table
 * @code: of a unit or a district; empty for all
 *
 * Goes to a district, or to a unit in its district.
 *
 * Returns: whether there is such a one
 */
gboolean
ks_day_units_select (KsDayUnits *self, const char *code)
{
  KsUnit *unit;

  g_return_val_if_fail (KS_IS_DAY_UNITS (self), FALSE);

  if (self->day == NULL)
    return FALSE;
  unit = ks_registry_lookup (ks_day_figures_get_registry (self->day), code);
  if (unit == NULL)
    {
      guint district = find_district (self, code);

      go_to (self, district);
      return district != KS_DAY_EVERYWHERE || *code == '\0';
    }
  g_free (self->unit);
  self->unit = g_strdup (code);
  self->look.filter = KS_DAY_ALL;
  self->look.district = find_district (self, ks_unit_get_district_code (unit));
  ks_growing_slice_begin (self->front);
  fill (self);
  g_signal_emit (self, signals[DISTRICT_CHANGED], 0);
  return TRUE;
}

/**
 * ks_day_units_step:
 * @self: a table
 * @step: 1: the next unit; -1: the one before
 *
 * Goes to another unit of the list.
 */
void
ks_day_units_step (KsDayUnits *self, int step)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (position == GTK_INVALID_LIST_POSITION || (step < 0 && position == 0)
      || (step > 0 && position + 1 >= n_rows))
    return;
  position = step < 0 ? position - 1 : position + 1;
  ks_growing_slice_reach (self->front, position);
  gtk_single_selection_set_selected (self->selection, position);
  show_selected (self, has_focus (self->view));
}

/**
 * ks_day_units_turn:
 * @self: a table
 * @step: 1: the next district; -1: the one before
 *
 * Goes to another district; before the first one stands the list of all.
 */
void
ks_day_units_turn (KsDayUnits *self, int step)
{
  guint n_districts = 0;
  int place = self->look.district == KS_DAY_EVERYWHERE ? 0 : (int)self->look.district + 1;

  if (self->day == NULL)
    return;
  ks_day_figures_get_districts (self->day, &n_districts);
  place = (place + step + (int)n_districts + 1) % ((int)n_districts + 1);
  go_to (self, place == 0 ? KS_DAY_EVERYWHERE : (guint)place - 1);
}

/**
 * ks_day_units_search:
 * @self: a table
 *
 * Lets somebody look for a district or a unit by its name.
 */
void
ks_day_units_search (KsDayUnits *self)
{
  ks_place_button_open (KS_PLACE_BUTTON (self->place));
}

/**
 * ks_day_units_get_rows:
 * @self: a table
 *
 * Returns: (transfer none): the rows of KsDayItem, in their order
 */
GListModel *
ks_day_units_get_rows (KsDayUnits *self)
{
  return G_LIST_MODEL (self->list);
}
