/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-table-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-text.h"
#include "ks-unit-cells.h"
#include "ks-units-summary.h"

#define OVER N_ ("More Answers than Staff")

typedef enum
{
  ORDER_OFFICE,
  ORDER_NAME,
  ORDER_CODE,
} Order;

/* One more letter looks only at what was found with one less. */
static GtkFilterChange
compare_searches (const char *before, const char *now)
{
  if (strstr (now, before) != NULL)
    return GTK_FILTER_CHANGE_MORE_STRICT;
  return strstr (before, now) != NULL ? GTK_FILTER_CHANGE_LESS_STRICT
                                      : GTK_FILTER_CHANGE_DIFFERENT;
}

static void
search_changed_cb (KsUnitsTable *self)
{
  g_autofree char *before = g_steal_pointer (&self->wanted);

  self->wanted = ks_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (g_str_equal (before, self->wanted))
    return;
  gtk_filter_changed (self->filter, compare_searches (before, self->wanted));
  /* By itself the list would stay beside the unit that stood first before. */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", 0);
}

/* Enter goes on to what was found. */
static void
search_done_cb (KsUnitsTable *self)
{
  search_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
stop_search_cb (KsUnitsTable *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The first choice is all of them; then the districts of the registry, in its order. */
static void
district_changed_cb (KsUnitsTable *self)
{
  guint selected = gtk_drop_down_get_selected (self->district_choice);
  const KsDistrict *district = NULL;

  if (self->registry != NULL && selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    district = ks_registry_get_district (self->registry, selected - 1);
  gtk_slice_list_model_set_offset (self->district_slice, district != NULL ? district->first : 0);
  gtk_slice_list_model_set_size (self->district_slice,
                                 district != NULL ? district->n_units : G_MAXUINT);
}

static gboolean
has_more_answers (gpointer unit, gpointer results)
{
  return ks_unit_cell_get_answers (unit, results) > ks_unit_cell_get_staff (unit, NULL);
}

/* GtkStringFilter would copy and normalize the key of every unit at every letter, and every filter
 * more is a call more for each. */
static gboolean
match_unit_cb (gpointer unit, gpointer table)
{
  KsUnitsTable *self = table;

  return (*self->wanted == '\0' || strstr (ks_unit_get_search_key (unit), self->wanted) != NULL)
         && (self->kind == NULL || g_str_equal (ks_unit_get_kind (unit), self->kind))
         && (!self->only_over || has_more_answers (unit, &self->results));
}

/* The last choice may be no kind, but the units whose answers and staff do not fit together. */
static void
kind_changed_cb (KsUnitsTable *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_choice);
  const char *kind = NULL;

  if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    kind = gtk_string_list_get_string (self->kinds, selected);
  self->only_over = g_strcmp0 (kind, _ (OVER)) == 0;
  g_free (self->kind);
  self->kind = self->only_over ? NULL : g_strdup (kind);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* An order chosen here takes the place of one that a title made; later such a one stands before
 * it, and this one orders what is equal there. */
static void
order_changed_cb (KsUnitsTable *self)
{
  Order order = gtk_drop_down_get_selected (self->order_choice);

  ks_units_table_show_first_rows (self);
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (G_LIST_MODEL (self->sorter)) > 1)
    gtk_multi_sorter_remove (self->sorter, 1);
  if (order == ORDER_NAME)
    gtk_multi_sorter_append (self->sorter,
                             g_object_ref (gtk_column_view_column_get_sorter (self->name_column)));
  if (order == ORDER_CODE)
    gtk_multi_sorter_append (self->sorter,
                             g_object_ref (gtk_column_view_column_get_sorter (self->code_column)));
}

static void
show_all (KsUnitsTable *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  gtk_drop_down_set_selected (self->district_choice, 0);
  gtk_drop_down_set_selected (self->kind_choice, 0);
}

static void
show_all_cb (KsUnitsTable *self)
{
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* What a choice says now; (nullable): all. */
static char *
dup_choice (GtkDropDown *choice, GtkStringList *list)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_strdup (gtk_string_list_get_string (list, selected));
}

static void
restore_choice (GtkDropDown *choice, GtkStringList *list, const char *chosen)
{
  guint n_choices = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint selected = 0;

  for (guint i = 1; i < n_choices && chosen != NULL && selected == 0; i++)
    if (g_str_equal (gtk_string_list_get_string (list, i), chosen))
      selected = i;
  gtk_drop_down_set_selected (choice, selected);
  /* All and one that is the only one are the same list. */
  gtk_widget_set_visible (GTK_WIDGET (choice), n_choices > 2);
}

/* At once: each change of the list costs a look at all of it. */
static void
set_choices (GtkStringList *list, GPtrArray *choices)
{
  g_ptr_array_add (choices, NULL);
  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)),
                          (const char *const *)choices->pdata);
}

static void
fill_districts (KsUnitsTable *self)
{
  g_autofree char *chosen = dup_choice (self->district_choice, self->districts);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  g_ptr_array_add (choices, (gpointer)_ ("All Districts"));
  for (guint i = 0; i < ks_registry_get_n_districts (self->registry); i++)
    {
      const char *name = ks_registry_get_district (self->registry, i)->name;

      g_ptr_array_add (choices, (gpointer)(*name != '\0' ? name : _ ("No District")));
    }
  set_choices (self->districts, choices);
  restore_choice (self->district_choice, self->districts, chosen);
  district_changed_cb (self);
}

static gboolean
is_any_over (KsUnitsTable *self)
{
  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    if (has_more_answers (ks_registry_get_unit (self->registry, i), &self->results))
      return TRUE;
  return FALSE;
}

static void
fill_kinds (KsUnitsTable *self)
{
  g_autofree char *chosen = dup_choice (self->kind_choice, self->kinds);
  g_autoptr (GArray) kinds = ks_units_count_kinds (self->registry);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  g_ptr_array_add (choices, (gpointer)_ ("All Kinds"));
  for (guint i = 0; i < kinds->len; i++)
    g_ptr_array_add (choices, (gpointer)g_array_index (kinds, KsKindCount, i).kind);
  if (self->results != NULL && is_any_over (self))
    g_ptr_array_add (choices, (gpointer)_ (OVER));
  set_choices (self->kinds, choices);
  restore_choice (self->kind_choice, self->kinds, chosen);
  kind_changed_cb (self);
}

/**
 * ks_units_table_fill_choices:
 * @self: a table with a registry
 *
 * Offers the districts and kinds of the registry. A choice that the new one knows too stands.
 */
void
ks_units_table_fill_choices (KsUnitsTable *self)
{
  fill_districts (self);
  fill_kinds (self);
}

/**
 * ks_units_table_fill_kinds:
 * @self: a table with a registry
 *
 * Offers the kinds of units anew, after results came.
 */
void
ks_units_table_fill_kinds (KsUnitsTable *self)
{
  fill_kinds (self);
}

/**
 * ks_units_table_add_filter:
 * @self: a table
 *
 * Adds the filter by what is searched and which kind is chosen.
 */
void
ks_units_table_add_filter (KsUnitsTable *self)
{
  self->wanted = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_unit_cb, self, NULL));
  gtk_filter_list_model_set_filter (self->filtered, self->filter);
}

/**
 * ks_units_table_bind_filter_callbacks:
 * @widget_class: the class of the table
 *
 * Names the handlers of this file to the template.
 */
void
ks_units_table_bind_filter_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, district_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

/**
 * ks_units_table_show_district:
 * @self: a table
 * @code: code of a district of the registry
 *
 * Shows the units of one district, whatever was looked for before.
 *
 * Returns: %FALSE if the registry has no such district
 */
gboolean
ks_units_table_show_district (KsUnitsTable *self, const char *code)
{
  g_return_val_if_fail (KS_IS_UNITS_TABLE (self) && code != NULL, FALSE);

  if (self->registry == NULL)
    return FALSE;
  for (guint i = 0; i < ks_registry_get_n_districts (self->registry); i++)
    if (g_str_equal (ks_registry_get_district (self->registry, i)->code, code))
      {
        show_all (self);
        gtk_drop_down_set_selected (self->district_choice, i + 1);
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_units_table_show_over:
 * @self: a table with results
 *
 * Shows the units that have more answers than staff, whatever was looked for before.
 */
void
ks_units_table_show_over (KsUnitsTable *self)
{
  g_return_if_fail (KS_IS_UNITS_TABLE (self));

  show_all (self);
  restore_choice (self->kind_choice, self->kinds, _ (OVER));
}

/**
 * ks_units_table_start_search:
 * @self: a table
 *
 * Takes the keyboard to the search.
 */
void
ks_units_table_start_search (KsUnitsTable *self)
{
  g_return_if_fail (KS_IS_UNITS_TABLE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
