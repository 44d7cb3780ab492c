/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-table-private.h"

#include "ks-column.h"

/**
 * ks_units_table_get_n_selected:
 * @self: a table
 *
 * Returns: number of selected rows
 */
guint
ks_units_table_get_n_selected (KsUnitsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (KS_IS_UNITS_TABLE (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  return (guint)gtk_bitset_get_size (selected);
}

/**
 * ks_units_table_dup_selected:
 * @self: a table
 * @staff: (out) (optional): staff in scope of all selected units together
 *
 * Returns: (transfer full) (nullable): the first selected unit
 */
KsUnit *
ks_units_table_dup_selected (KsUnitsTable *self, gint64 *staff)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (KsUnit) first = NULL;
  GtkBitsetIter iter;
  guint position;
  gint64 sum = 0;

  g_return_val_if_fail (KS_IS_UNITS_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (KsUnit) unit = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      sum += ks_unit_get_staff_in_scope (unit);
      if (first == NULL)
        g_set_object (&first, unit);
    }
  if (staff != NULL)
    *staff = sum;
  return g_steal_pointer (&first);
}

/**
 * ks_units_table_dup_all_selected:
 * @self: a table
 *
 * Returns: (transfer full) (element-type KsUnit): the selected units in the order of the rows
 */
GPtrArray *
ks_units_table_dup_all_selected (KsUnitsTable *self)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (KS_IS_UNITS_TABLE (self), units);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (units, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return units;
}

static guint
find_selected (KsUnitsTable *self)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION
                                        : gtk_bitset_get_minimum (selected);
}

/**
 * ks_units_table_dup_from_selected:
 * @self: a table
 * @n_selected: (out): number of selected rows
 *
 * Returns: (transfer full) (element-type KsUnit): what a block of figures means that is pasted: the
 *   selected units or, from a single one on, all that stand below it
 */
GPtrArray *
ks_units_table_dup_from_selected (KsUnitsTable *self, guint *n_selected)
{
  GPtrArray *units = NULL;
  guint position, n_rows;

  g_return_val_if_fail (KS_IS_UNITS_TABLE (self), NULL);

  *n_selected = ks_units_table_get_n_selected (self);
  if (*n_selected != 1)
    return ks_units_table_dup_all_selected (self);
  ks_units_table_show_all_rows (self);
  units = g_ptr_array_new_with_free_func (g_object_unref);
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (position = find_selected (self); position < n_rows; position++)
    g_ptr_array_add (units, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return units;
}

/**
 * ks_units_table_show_row:
 * @self: a table
 * @position: a row
 *
 * Puts the keyboard and the eye on a row; the list scrolls by itself to what has the focus, and
 * GTK 4.8 offers this action as the only way to say so.
 */
void
ks_units_table_show_row (KsUnitsTable *self, guint position)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

/**
 * ks_units_table_step:
 * @self: a table
 * @step: rows down; negative: up
 *
 * Selects the row that stands so far from the selected one; nothing happens at the ends.
 */
void
ks_units_table_step (KsUnitsTable *self, int step)
{
  guint selected;
  guint n_rows;

  g_return_if_fail (KS_IS_UNITS_TABLE (self));

  ks_units_table_show_all_rows (self);
  selected = find_selected (self);
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  if ((step < 0 && selected >= (guint)-step) || (step > 0 && selected + (guint)step < n_rows))
    ks_units_table_show_row (self, selected + (guint)step);
}

/**
 * ks_units_table_select:
 * @self: a table
 * @code: code of a unit
 *
 * Selects a unit and scrolls to it.
 *
 * Returns: %FALSE if no unit that is shown has this code
 */
gboolean
ks_units_table_select (KsUnitsTable *self, const char *code)
{
  GListModel *model;

  g_return_val_if_fail (KS_IS_UNITS_TABLE (self) && code != NULL, FALSE);

  ks_units_table_show_all_rows (self);
  model = G_LIST_MODEL (self->selection);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KsUnit) unit = g_list_model_get_item (model, i);

      if (g_str_equal (ks_unit_get_code (unit), code))
        {
          ks_units_table_show_row (self, i);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * ks_units_table_unselect:
 * @self: a table
 *
 * Selects nothing.
 */
void
ks_units_table_unselect (KsUnitsTable *self)
{
  g_return_if_fail (KS_IS_UNITS_TABLE (self));

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/**
 * ks_units_table_copy:
 * @self: a table
 *
 * Copies the selected rows for a spreadsheet.
 *
 * Returns: their number
 */
guint
ks_units_table_copy (KsUnitsTable *self)
{
  g_return_val_if_fail (KS_IS_UNITS_TABLE (self), 0);

  return ks_column_view_copy_selection (self->view);
}
