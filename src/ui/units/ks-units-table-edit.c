/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-table-private.h"

#include <math.h>

#include "ks-column.h"
#include "ks-unit-draft.h"

/* Names and staff are typed through the table as in a spreadsheet: F2, a figure or a double click
 * begins; Enter goes down, Tab to the right. The field is one popover that is moved from cell to
 * cell, so the thousands of cells stay plain labels. */

typedef struct
{
  GtkColumnViewColumn *column;
  KsUnitField field;
} EditableColumn;

#define N_EDITABLE (1 + KS_N_BODIES)

static void
list_columns (KsUnitsTable *self, EditableColumn columns[N_EDITABLE])
{
  const EditableColumn all[N_EDITABLE] = {
    { self->name_column, KS_UNIT_NAME },
    { self->party_column, KS_UNIT_TOTAL + KS_BODY_PARTY },
    { self->government_column, KS_UNIT_TOTAL + KS_BODY_GOVERNMENT },
    { self->front_column, KS_UNIT_TOTAL + KS_BODY_FRONT },
    { self->unions_column, KS_UNIT_TOTAL + KS_BODY_UNIONS },
  };

  for (guint i = 0; i < N_EDITABLE; i++)
    columns[i] = all[i];
}

/* N_EDITABLE: not one that can be typed into now. */
static guint
find_column (KsUnitsTable *self, GtkColumnViewColumn *column)
{
  EditableColumn columns[N_EDITABLE];

  list_columns (self, columns);
  for (guint i = 0; i < N_EDITABLE; i++)
    if (columns[i].column == column && gtk_column_view_column_get_visible (column))
      return i;
  return N_EDITABLE;
}

static KsUnitField
get_field (KsUnitsTable *self, guint index)
{
  EditableColumn columns[N_EDITABLE];

  list_columns (self, columns);
  return columns[index].field;
}

static gboolean
is_figure (KsUnitsTable *self, guint index)
{
  return ks_unit_field_get_type (get_field (self, index)) == KS_UNIT_FIELD_COUNT;
}

static void
forget_cell (KsUnitsTable *self)
{
  if (self->edit_step != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edit_step);
  self->edit_step = 0;
  g_clear_object (&self->edited);
  g_clear_pointer (&self->edit_start, g_free);
}

static void
open_editor (KsUnitsTable *self, const GdkRectangle *place)
{
  guint index = find_column (self, self->edit_column);
  KsUnitField field = get_field (self, index);
  g_autofree char *text = ks_unit_dup_text (self->edited, field);
  g_autofree char *name = g_strdup_printf ("%s, %s", ks_unit_get_name (self->edited),
                                           ks_unit_field_get_label (field));

  ks_cell_editor_open (self->editor, place, name, text, is_figure (self, index) ? 1 : 0);
  if (self->edit_start != NULL)
    ks_cell_editor_replace (self->editor, self->edit_start);
  g_clear_pointer (&self->edit_start, g_free);
}

/* Returns: %FALSE if the cell is not there any more. */
static gboolean
find_place (KsUnitsTable *self, GdkRectangle *place)
{
  GtkWidget *cell = find_column (self, self->edit_column) < N_EDITABLE
                        ? ks_column_find_cell (self->edit_column, self->edited)
                        : NULL;
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return FALSE;
  *place = (GdkRectangle){ (int)floorf (bounds.origin.x), (int)floorf (bounds.origin.y),
                           (int)ceilf (bounds.size.width), (int)ceilf (bounds.size.height) };
  return TRUE;
}

static void
leave_cell (KsUnitsTable *self)
{
  forget_cell (self);
  ks_cell_editor_close (self->editor);
}

/* The list has been scrolled to the row by now, and its cells lie where they are seen. */
static gboolean
place_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KsUnitsTable *self = KS_UNITS_TABLE (widget);
  GdkRectangle place;

  if (self->edit_frames > 0)
    {
      self->edit_frames--;
      return G_SOURCE_CONTINUE;
    }
  self->edit_step = 0;
  g_clear_object (&self->edited);
  self->edited = g_list_model_get_item (G_LIST_MODEL (self->selection), self->edit_position);
  if (!self->editable || !find_place (self, &place))
    leave_cell (self);
  else if (self->edit_fresh)
    open_editor (self, &place);
  else
    ks_cell_editor_move (self->editor, &place);
  self->edit_fresh = FALSE;
  return G_SOURCE_REMOVE;
}

static void
queue_place (KsUnitsTable *self)
{
  self->edit_frames = 1;
  if (self->edit_step == 0)
    self->edit_step = gtk_widget_add_tick_callback (GTK_WIDGET (self), place_cb, NULL, NULL);
}

static void
go_to_cell (KsUnitsTable *self, guint position, guint index, const char *start)
{
  EditableColumn columns[N_EDITABLE];
  GdkRectangle place;

  list_columns (self, columns);
  forget_cell (self);
  self->edit_position = position;
  self->edit_column = columns[index].column;
  self->edit_start = g_strdup (start);
  self->edited = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  ks_units_table_show_row (self, position);
  /* At once, so that no key is lost, and once more where the list has been scrolled to. */
  self->edit_fresh = !find_place (self, &place);
  if (!self->edit_fresh)
    open_editor (self, &place);
  queue_place (self);
}

static gboolean
is_shown (KsUnitsTable *self, guint index)
{
  EditableColumn columns[N_EDITABLE];

  list_columns (self, columns);
  return gtk_column_view_column_get_visible (columns[index].column);
}

/* Returns: %FALSE at the ends of the table. */
static gboolean
find_next (KsUnitsTable *self, KsCellMove move, guint *position, guint *index)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int step = move == KS_CELL_UP || move == KS_CELL_PREVIOUS ? -1 : 1;
  int place = (int)*index;

  if (move == KS_CELL_NEXT || move == KS_CELL_PREVIOUS)
    {
      for (place += step; place >= 0 && place < N_EDITABLE; place += step)
        if (is_shown (self, (guint)place))
          {
            *index = (guint)place;
            return TRUE;
          }
      for (place = step > 0 ? 0 : N_EDITABLE - 1; !is_shown (self, (guint)place);)
        place += step;
    }
  if ((step < 0 && *position == 0) || (step > 0 && *position + 1 >= n_rows))
    return FALSE;
  *position += (guint)step;
  *index = (guint)place;
  return TRUE;
}

/* Returns: %FALSE if the text cannot stand in the field, with @error set. */
static gboolean
check_text (KsUnit *unit, KsUnitField field, const char *text, GError **error)
{
  g_autoptr (KsUnitDraft) draft = ks_unit_draft_new_from (unit);

  return ks_unit_draft_set (draft, field, text, error) && ks_unit_draft_check (draft, error);
}

/* The cell may have moved meanwhile: another program changed the list, or an order took hold. */
static guint
find_position (KsUnitsTable *self, KsUnit *edited)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KsUnit) unit = g_list_model_get_item (model, i);

      if (g_str_equal (ks_unit_get_code (unit), ks_unit_get_code (edited)))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* What was saved makes its row anew, and may put it elsewhere: the field follows its cell. */
static void
rows_changed_cb (KsUnitsTable *self)
{
  guint position;

  if (self->edited == NULL)
    return;
  position = find_position (self, self->edited);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      leave_cell (self);
      return;
    }
  self->edit_position = position;
  queue_place (self);
}

static void
typed_cb (KsUnitsTable *self, KsCellMove move)
{
  guint index = find_column (self, self->edit_column);
  g_autoptr (GError) error = NULL;
  guint position;

  if (self->edited == NULL || self->edit_fresh || index == N_EDITABLE)
    return;
  if (ks_cell_editor_is_changed (self->editor))
    {
      const char *text = ks_cell_editor_get_text (self->editor);

      if (!check_text (self->edited, get_field (self, index), text, &error))
        {
          ks_cell_editor_show_problem (self->editor, error->message);
          return;
        }
      g_signal_emit_by_name (self, "edited", self->edited, get_field (self, index), text);
    }
  position = find_position (self, self->edited);
  if (move != KS_CELL_STAY && position != GTK_INVALID_LIST_POSITION
      && find_next (self, move, &position, &index))
    {
      go_to_cell (self, position, index, NULL);
      return;
    }
  leave_cell (self);
}

/* The keyboard goes back to the row, from which a figure opens the cell again. */
static void
closed_cb (KsUnitsTable *self)
{
  if (self->edited != NULL)
    forget_cell (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
pressed_cb (KsUnitsTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkColumnViewColumn *column;
  guint position, index;

  if (!self->editable || !ks_column_view_find_at (self->view, x, y, &column, &position))
    return;
  index = find_column (self, column);
  if (index == N_EDITABLE)
    return;
  self->edit_column = column;
  if (n_press != 2)
    return;
  /* Elsewhere a double click opens the unit beside the table. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  go_to_cell (self, position, index, NULL);
}

/* The column that was clicked last; else, and for a figure where that takes none, the first of
 * figures. */
static guint
choose_column (KsUnitsTable *self, gboolean figure)
{
  guint index = self->edit_column != NULL ? find_column (self, self->edit_column) : N_EDITABLE;

  if (index != N_EDITABLE && figure && !is_figure (self, index))
    index = N_EDITABLE;
  for (guint i = 1; i < N_EDITABLE && index == N_EDITABLE; i++)
    if (is_shown (self, i))
      index = i;
  return index == N_EDITABLE ? 0 : index;
}

static gboolean
key_cb (KsUnitsTable *self, guint key, guint code, GdkModifierType state)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gunichar letter = gdk_keyval_to_unicode (key);
  gboolean is_digit = letter < 128 && g_ascii_isdigit (letter);
  guint index = choose_column (self, is_digit);
  char figure[] = { (char)letter, '\0' };

  if (!self->editable || gtk_bitset_get_size (selected) != 1
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_F2)
    go_to_cell (self, gtk_bitset_get_minimum (selected), index, NULL);
  else if (is_digit && is_figure (self, index))
    go_to_cell (self, gtk_bitset_get_minimum (selected), index, figure);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/**
 * ks_units_table_set_editable:
 * @self: a table
 * @editable: whether names and staff can be typed into it
 *
 * Lets figures be typed into the table: "edited" tells each.
 */
void
ks_units_table_set_editable (KsUnitsTable *self, gboolean editable)
{
  g_return_if_fail (KS_IS_UNITS_TABLE (self));

  self->editable = editable;
  if (!editable)
    leave_cell (self);
}

/**
 * ks_units_table_add_editor:
 * @self: a table
 *
 * Gives the table the field that lies over its cells.
 */
void
ks_units_table_add_editor (KsUnitsTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->editor = KS_CELL_EDITOR (ks_cell_editor_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  g_signal_connect_object (self->editor, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)),
                           "value-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/**
 * ks_units_table_remove_editor:
 * @self: a table that is going
 *
 * Lets go of what ks_units_table_add_editor() made.
 */
void
ks_units_table_remove_editor (KsUnitsTable *self)
{
  forget_cell (self);
  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = NULL;
}
