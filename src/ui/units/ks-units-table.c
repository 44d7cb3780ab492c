/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-table-private.h"

#include <adwaita.h>

#include "ks-column.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-unit-cells.h"
#include "ks-units-summary.h"
#include "ks-wrap-layout.h"

/* Characters that names get at least; the rest of the width is shared by them. Where there is none
 * the district gives way: the name is what a row is known by. */
#define NAME_CHARS 17
#define DISTRICT_CHARS 9
#define CODE_CHARS 6

G_DEFINE_FINAL_TYPE (KsUnitsTable, ks_units_table, GTK_TYPE_BOX)

typedef enum
{
  PROP_NARROW = 1,
} KsUnitsTableProperty;

enum
{
  SELECTION_CHANGED,
  UNIT_ACTIVATED,
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_up_columns (KsUnitsTable *self)
{
  GtkColumnViewColumn *bodies[KS_N_BODIES]
      = { self->party_column, self->government_column, self->front_column, self->unions_column };

  ks_column_set_text (self->code_column, KS_CELL_SECONDARY, ks_unit_cell_dup_code, NULL);
  ks_column_set_text (self->name_column, KS_CELL_PLAIN, ks_unit_cell_dup_name, NULL);
  ks_column_set_text (self->district_column, KS_CELL_SECONDARY, ks_unit_cell_dup_district, NULL);
  ks_column_set_chars (self->code_column, CODE_CHARS);
  ks_column_set_chars (self->name_column, NAME_CHARS);
  ks_column_set_chars (self->district_column, DISTRICT_CHARS);
  for (int body = 0; body < KS_N_BODIES; body++)
    ks_column_set_number (bodies[body], KS_CELL_PLAIN, ks_unit_cell_get_body,
                          GINT_TO_POINTER (body));
  ks_column_set_number (self->excused_column, KS_CELL_SECONDARY, ks_unit_cell_get_excused, NULL);
  ks_column_set_number (self->staff_column, KS_CELL_STRONG, ks_unit_cell_get_staff, NULL);
  ks_column_set_number (self->answers_column, KS_CELL_PLAIN, ks_unit_cell_get_answers,
                        &self->results);
  ks_column_view_align_titles (self->view);
}

/* Codes are no names, and answers no property of a unit: no sorter of the template fits them. */
static void
set_up_sorters (KsUnitsTable *self)
{
  g_autoptr (GtkSorter) codes
      = GTK_SORTER (gtk_custom_sorter_new (ks_unit_cell_compare_codes, NULL, NULL));
  g_autoptr (GtkSorter) answers
      = GTK_SORTER (gtk_custom_sorter_new (ks_unit_cell_compare_answers, &self->results, NULL));

  gtk_column_view_column_set_sorter (self->code_column, codes);
  gtk_column_view_column_set_sorter (self->answers_column, answers);
  /* Told before the list is, which then has fewer rows to make anew. */
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (ks_units_table_show_first_rows), self, G_CONNECT_SWAPPED);
  gtk_multi_sorter_append (self->sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
}

static void
update_shown (KsUnitsTable *self)
{
  guint n_shown = g_list_model_get_n_items (self->found);
  g_autofree char *count = ks_format_count (n_shown);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s unit shown", "%s units shown", n_shown), count);

  gtk_label_set_text (self->shown, text);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "table" : "nothing");
}

static void
selection_changed_cb (KsUnitsTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
activate_cb (KsUnitsTable *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_signal_emit (self, signals[UNIT_ACTIVATED], 0);
}

static gboolean
is_any_excused (KsUnitsTable *self)
{
  guint n_units = self->registry != NULL ? ks_registry_get_n_units (self->registry) : 0;

  for (guint i = 0; i < n_units; i++)
    if (ks_unit_cell_get_excused (ks_registry_get_unit (self->registry, i), NULL) > 0)
      return TRUE;
  return FALSE;
}

static void
update_columns (KsUnitsTable *self)
{
  GtkColumnViewColumn *wide[] = { self->code_column, self->party_column, self->government_column,
                                  self->front_column, self->unions_column };
  gboolean answered = self->results != NULL && ks_results_get_received (self->results) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    gtk_column_view_column_set_visible (wide[i], !self->narrow);
  gtk_column_view_column_set_visible (self->excused_column,
                                      !self->narrow && is_any_excused (self));
  gtk_column_view_column_set_visible (self->answers_column, answered && !self->narrow);
}

static void
fill_foot (KsUnitsTable *self)
{
  g_autofree char *total = ks_units_dup_total (self->registry);
  g_autofree char *kinds = ks_units_dup_kinds (self->registry);
  g_autofree char *by_kind = g_strdup_printf ("· %s", kinds);

  gtk_label_set_text (self->total, total);
  gtk_label_set_text (self->by_kind, *kinds != '\0' && !self->narrow ? by_kind : "");
}

static void
ks_units_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsUnitsTableProperty)id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, KS_UNITS_TABLE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_units_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsUnitsTable *self = KS_UNITS_TABLE (object);

  switch ((KsUnitsTableProperty)id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      update_columns (self);
      if (self->registry != NULL)
        fill_foot (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_units_table_dispose (GObject *object)
{
  KsUnitsTable *self = KS_UNITS_TABLE (object);

  /* The columns, as they go, change the order of rows that nobody sees any more. */
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  ks_units_table_remove_front (self);
  ks_units_table_remove_editor (self);
  g_clear_object (&self->filter);
  g_clear_object (&self->registry);
  g_clear_object (&self->results);
  G_OBJECT_CLASS (ks_units_table_parent_class)->dispose (object);
}

static void
ks_units_table_finalize (GObject *object)
{
  KsUnitsTable *self = KS_UNITS_TABLE (object);

  g_free (self->wanted);
  g_free (self->kind);
  G_OBJECT_CLASS (ks_units_table_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, rows);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, district_slice);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, filtered);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, sorter);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, selection);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, districts);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, kinds);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, search);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, district_choice);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, order_choice);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, stack);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, view);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, code_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, name_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, district_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, party_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, government_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, front_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, unions_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, excused_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, staff_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, answers_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, total);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, by_kind);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsTable, shown);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ks_units_table_class_init (KsUnitsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_units_table_get_property;
  object_class->set_property = ks_units_table_set_property;
  object_class->dispose = ks_units_table_dispose;
  object_class->finalize = ks_units_table_finalize;
  g_object_class_install_property (
      object_class, PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[UNIT_ACTIVATED] = g_signal_new ("unit-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 3, KS_TYPE_UNIT, G_TYPE_UINT,
                                  G_TYPE_STRING);
  g_type_ensure (KS_TYPE_UNIT);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/units/ks-units-table.ui");
  bind_template (widget_class);
  ks_units_table_bind_filter_callbacks (widget_class);
}

static void
ks_units_table_init (KsUnitsTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_columns (self);
  set_up_sorters (self);
  ks_units_table_add_filter (self);
  ks_units_table_add_front (self);
  ks_units_table_add_editor (self);
  g_signal_connect_swapped (self->found, "items-changed", G_CALLBACK (update_shown), self);
  update_columns (self);
}

/* Do both have the same units at the same places, whatever else is known of them? */
static gboolean
have_same_rows (KsRegistry *a, KsRegistry *b)
{
  guint n_units = ks_registry_get_n_units (a);

  if (n_units != ks_registry_get_n_units (b))
    return FALSE;
  for (guint i = 0; i < n_units; i++)
    {
      KsUnit *left = ks_registry_get_unit (a, i), *right = ks_registry_get_unit (b, i);

      if (!g_str_equal (ks_unit_get_code (left), ks_unit_get_code (right))
          || !g_str_equal (ks_unit_get_kind (left), ks_unit_get_kind (right))
          || !g_str_equal (ks_unit_get_district_code (left), ks_unit_get_district_code (right))
          || !g_str_equal (ks_unit_get_district_name (left), ks_unit_get_district_name (right)))
        return FALSE;
    }
  return TRUE;
}

static void
fill_rows (KsUnitsTable *self)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    g_ptr_array_add (units, ks_registry_get_unit (self->registry, i));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       units->pdata, units->len);
}

/* Only rows that say something new are made anew: the list stays where it was scrolled to. */
static void
renew_rows (KsUnitsTable *self)
{
  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    {
      g_autoptr (KsUnit) shown = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      gpointer unit = ks_registry_get_unit (self->registry, i);

      if (!ks_unit_equal (shown, unit) || ks_unit_get_rank (shown) != ks_unit_get_rank (unit))
        g_list_store_splice (self->rows, i, 1, &unit, 1);
    }
}

/**
 * ks_units_table_set_registry:
 * @self: a table
 * @registry: (nullable): the units to show
 *
 * Shows another registry, or the same one after a change.
 */
void
ks_units_table_set_registry (KsUnitsTable *self, KsRegistry *registry)
{
  gboolean same;

  g_return_if_fail (KS_IS_UNITS_TABLE (self));

  same = self->registry != NULL && registry != NULL && have_same_rows (self->registry, registry);
  if (!same)
    g_list_store_remove_all (self->rows); /* choices speak of the old list: its rows go first */
  g_set_object (&self->registry, registry);
  if (registry == NULL)
    return;
  if (same)
    renew_rows (self);
  else
    {
      ks_units_table_show_first_rows (self);
      ks_units_table_fill_choices (self);
      fill_rows (self);
    }
  update_columns (self);
  fill_foot (self);
}

/**
 * ks_units_table_set_results:
 * @self: a table
 * @results: (nullable): results of the same registry
 *
 * Shows how many answers each unit has, once there are any.
 */
void
ks_units_table_set_results (KsUnitsTable *self, KsResults *results)
{
  g_return_if_fail (KS_IS_UNITS_TABLE (self));

  g_set_object (&self->results, results);
  update_columns (self);
  if (self->registry != NULL)
    ks_units_table_fill_kinds (self);
  ks_column_refresh (self->answers_column);
  gtk_sorter_changed (gtk_column_view_column_get_sorter (self->answers_column),
                      GTK_SORTER_CHANGE_DIFFERENT);
}
