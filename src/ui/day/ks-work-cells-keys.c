/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-work-cells-private.h"

/* Keys and the pointer, as in a spreadsheet. */

#define PAGE_ROWS 10

/* The count of days follows from the days: nobody types it. */
static guint
step_column (guint column, int step)
{
  guint next = column + (guint)step;

  return next == KS_WORK_CELLS_DAYS ? next + (guint)step : next;
}

/* Returns: %FALSE at the ends of the grid. */
static gboolean
go_on (KsWorkCells *self, KsCellMove move)
{
  gboolean back = move == KS_CELL_PREVIOUS;
  guint last = KS_WORK_CELLS_N_COLUMNS - 1;

  if (move == KS_CELL_DOWN || move == KS_CELL_UP)
    {
      if (move == KS_CELL_UP ? self->row == 0 : self->row + 1 >= self->units->len)
        return FALSE;
      ks_work_cells_go_to (self, self->row + (move == KS_CELL_UP ? -1u : 1), self->column);
      return TRUE;
    }
  if (self->column != (back ? 0 : last))
    {
      ks_work_cells_go_to (self, self->row, step_column (self->column, back ? -1 : 1));
      return TRUE;
    }
  if (back ? self->row == 0 : self->row + 1 >= self->units->len)
    return FALSE;
  ks_work_cells_go_to (self, self->row + (back ? -1u : 1), back ? last : 0);
  return TRUE;
}

static void
close_editor (KsWorkCells *self)
{
  self->editing = FALSE;
  ks_cell_editor_close (self->editor);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
open_editor (KsWorkCells *self, const char *start)
{
  const KsWorkRow *row = ks_work_cells_get_row (self, self->row);
  g_autofree char *text = ks_work_cells_dup_text (self, row, self->column);
  g_autofree char *title = ks_work_cells_dup_title (self, self->column);
  g_autofree char *name = g_strdup_printf ("%s, %s", ks_unit_get_name (row->unit), title);
  GdkRectangle cell;

  ks_work_cells_find_cell (self, self->row, self->column, &cell);
  self->editing = TRUE;
  ks_cell_editor_open (self->editor, &cell, name, text, self->column >= KS_WORK_POSTS ? .5f : 1);
  if (start != NULL)
    ks_cell_editor_replace (self->editor, start);
}

/* Enter, Tab or a click elsewhere: the handler says whether the text can stand there. */
static void
typed_cb (KsWorkCells *self, guint move)
{
  gboolean taken = TRUE;

  if (!self->editing)
    return;
  if (ks_cell_editor_is_changed (self->editor))
    {
      const KsWorkRow *row = ks_work_cells_get_row (self, self->row);
      g_autofree char *text = g_strdup (ks_cell_editor_get_text (self->editor));

      g_signal_emit_by_name (self, "typed", row->unit, self->column, text, &taken);
    }
  if (!taken && move != KS_CELL_STAY)
    return;
  close_editor (self);
  if (move != KS_CELL_STAY)
    go_on (self, (KsCellMove)move);
}

static void
closed_cb (KsWorkCells *self)
{
  if (!self->editing)
    return;
  self->editing = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
toggle (KsWorkCells *self)
{
  if (self->editable)
    g_signal_emit_by_name (self, "toggled", ks_work_cells_get_row (self, self->row)->unit,
                   self->column);
}

static void
clear_cell (KsWorkCells *self)
{
  gboolean taken;

  if (self->editable && self->column != KS_WORK_CELLS_VERIFIED)
    g_signal_emit_by_name (self, "typed", ks_work_cells_get_row (self, self->row)->unit,
                   self->column, "", &taken);
}

static gboolean
control_key (KsWorkCells *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_v:
    case GDK_KEY_V: /* Caps Lock */
      g_signal_emit_by_name (self, "paste");
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
    case GDK_KEY_C:
      g_signal_emit_by_name (self, "copy");
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      g_signal_emit_by_name (self, "turn", key == GDK_KEY_Page_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      ks_work_cells_go_to (self, 0, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      ks_work_cells_go_to (self, self->units->len - 1, KS_WORK_CELLS_VERIFIED);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
move_key (KsWorkCells *self, guint key, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go_on (self, KS_CELL_UP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      go_on (self, KS_CELL_DOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (self->column > 0)
        go_on (self, KS_CELL_PREVIOUS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (self->column < KS_WORK_CELLS_VERIFIED)
        go_on (self, KS_CELL_NEXT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return go_on (self, state & GDK_SHIFT_MASK ? KS_CELL_PREVIOUS : KS_CELL_NEXT);
    case GDK_KEY_ISO_Left_Tab:
      return go_on (self, KS_CELL_PREVIOUS);
    case GDK_KEY_Home:
      ks_work_cells_go_to (self, self->row, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      ks_work_cells_go_to (self, self->row, KS_WORK_CELLS_VERIFIED);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      ks_work_cells_go_to (self, self->row > PAGE_ROWS ? self->row - PAGE_ROWS : 0, self->column);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      ks_work_cells_go_to (self, self->row + PAGE_ROWS, self->column);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
edit_key (KsWorkCells *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char start[] = { (char)letter, '\0' };

  if (key == GDK_KEY_F4)
    {
      g_signal_emit_by_name (self, "evidence");
      return GDK_EVENT_STOP;
    }
  if (!self->editable)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    clear_cell (self);
  else if (ks_work_column_is_check (self->column) && (key == GDK_KEY_space || letter == 'x'))
    toggle (self);
  else if (self->column == KS_WORK_CELLS_VERIFIED)
    return GDK_EVENT_PROPAGATE;
  else if (key == GDK_KEY_F2)
    open_editor (self, NULL);
  else if (letter < 128 && g_ascii_isdigit (letter))
    open_editor (self, start);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (KsWorkCells *self, guint key, guint code, GdkModifierType state)
{
  if (self->units->len == 0 || self->editing || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK)
    return state & GDK_SHIFT_MASK ? GDK_EVENT_PROPAGATE : control_key (self, key);
  return move_key (self, key, state) || edit_key (self, key);
}

/**
 * ks_work_cells_find_at:
 * @self: a grid with a sheet
 * @x: a place in it
 * @y: the same
 * @row: (out): the row that lies there
 * @column: (out): the column; that of the current cell, if it is a name
 *
 * Returns: %FALSE where there is no cell
 */
gboolean
ks_work_cells_find_at (KsWorkCells *self, double x, double y, guint *row, guint *column)
{
  KsWorkMeasures measures;
  double left = self->across != NULL ? gtk_adjustment_get_value (self->across) : 0;
  double top = self->down != NULL ? gtk_adjustment_get_value (self->down) : 0;

  ks_work_cells_measure_grid (self, gtk_widget_get_width (GTK_WIDGET (self)), &measures);
  if (y < top + measures.head || (y - measures.head) / measures.line >= self->units->len)
    return FALSE;
  *row = (guint)((y - measures.head) / measures.line);
  *column = self->column;
  if (x < left + measures.name)
    return TRUE;
  for (guint i = 0; i < KS_WORK_CELLS_N_COLUMNS; i++)
    if (x >= measures.lefts[i] && x < measures.lefts[i + 1])
      *column = i;
  return TRUE;
}

static void
pressed_cb (KsWorkCells *self, int n_press, double x, double y)
{
  guint row, column;

  if (self->sheet == NULL || !ks_work_cells_find_at (self, x, y, &row, &column))
    return;
  if (self->editing)
    typed_cb (self, KS_CELL_STAY);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  ks_work_cells_go_to (self, row, column == KS_WORK_CELLS_DAYS ? self->column : column);
  if (ks_work_column_is_check (self->column) && column == self->column && n_press == 1)
    toggle (self);
  else if (n_press == 2 && self->editable && self->column != KS_WORK_CELLS_VERIFIED)
    open_editor (self, NULL);
}

/**
 * ks_work_cells_add_keys:
 * @self: a grid with its field
 *
 * Lets it be typed into and clicked.
 */
void
ks_work_cells_add_keys (KsWorkCells *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (self->editor, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->editor, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
