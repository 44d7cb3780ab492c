/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-work-cells-private.h"

#include <math.h>

#include "ks-i18n.h"

enum
{
  TYPED,
  TOGGLED,
  MOVED,
  PASTE,
  COPY,
  EVIDENCE,
  TURN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsWorkCells, ks_work_cells, GTK_TYPE_WIDGET)

/**
 * ks_work_cells_get_row:
 * @self: a grid with a sheet
 * @row: number of a row that is shown
 *
 * Returns: (transfer none): what is known of its unit
 */
const KsWorkRow *
ks_work_cells_get_row (KsWorkCells *self, guint row)
{
  return &self->sheet->rows[g_array_index (self->units, guint, row)];
}

/**
 * ks_work_cells_dup_text:
 * @self: a grid with a sheet
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): what its cell says
 */
char *
ks_work_cells_dup_text (KsWorkCells *self, const KsWorkRow *row, guint column)
{
  KsWorkField field;
  KsDay day;

  if (column == KS_WORK_CELLS_DAYS)
    return g_strdup_printf ("%u/%u", row->n_days, (guint)KS_POST_DAYS);
  if (column == KS_WORK_CELLS_VERIFIED)
    return g_strdup (row->claimed != 0 && (row->claimed & ~row->verified) == 0 ? "1" : "");
  ks_work_column_get (column, self->sheet->info->day, &field, &day);
  return ks_work_dup_cell (
      field,
      ks_work_row_get_value (row, field, column >= KS_WORK_POSTS ? column - KS_WORK_POSTS : 0),
      self->sheet->info);
}

/**
 * ks_work_cells_dup_title:
 * @self: a grid with a sheet
 * @column: a column
 *
 * Returns: (transfer full): its title
 */
char *
ks_work_cells_dup_title (KsWorkCells *self, guint column)
{
  KsWorkField field;
  int month, number;
  KsDay day;

  if (column == KS_WORK_CELLS_DAYS)
    return g_strdup (_ ("Days"));
  if (column == KS_WORK_CELLS_VERIFIED)
    return g_strdup (_ ("Checked"));
  ks_work_column_get (column, self->sheet->info->day, &field, &day);
  if (field != KS_WORK_POSTS)
    return g_strdup (ks_work_field_get_label (field));
  ks_moment_to_civil (ks_day_get_start (day), NULL, &month, &number, NULL, NULL, NULL);
  return g_strdup_printf ("%d/%d", number, month);
}

/* What a screen reader says of the cell that has the keyboard. */
static void
tell_cell (KsWorkCells *self)
{
  const KsWorkRow *row = self->units->len > 0 ? ks_work_cells_get_row (self, self->row) : NULL;
  g_autofree char *title = row != NULL ? ks_work_cells_dup_title (self, self->column) : NULL;
  g_autofree char *text = row != NULL ? ks_work_cells_dup_text (self, row, self->column) : NULL;
  g_autofree char *sentence = NULL;

  if (row == NULL)
    sentence = g_strdup (_ ("Reports and posts"));
  else if (ks_work_column_is_check (self->column))
    sentence = g_strdup_printf ("%s, %s: %s", ks_unit_get_name (row->unit), title,
                                *text != '\0' && !g_str_equal (text, "0") ? _ ("yes") : _ ("no"));
  else
    sentence = g_strdup_printf ("%s, %s: %s", ks_unit_get_name (row->unit), title,
                                *text != '\0' ? text : _ ("nothing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/**
 * ks_work_cells_find_cell:
 * @self: a grid
 * @row: a row
 * @column: a column
 * @place: (out caller-allocates): where the cell lies in it
 */
void
ks_work_cells_find_cell (KsWorkCells *self, guint row, guint column, GdkRectangle *place)
{
  KsWorkMeasures measures;

  ks_work_cells_measure_grid (self, gtk_widget_get_width (GTK_WIDGET (self)), &measures);
  *place = (GdkRectangle){ measures.lefts[column], measures.head + (int)row * measures.line,
                           measures.lefts[column + 1] - measures.lefts[column], measures.line };
}

/* What lies under the titles and the names is not seen. */
static void
scroll_to_cell (KsWorkCells *self)
{
  KsWorkMeasures measures;
  GdkRectangle cell;

  if (self->across == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  ks_work_cells_measure_grid (self, gtk_widget_get_width (GTK_WIDGET (self)), &measures);
  ks_work_cells_find_cell (self, self->row, self->column, &cell);
  gtk_adjustment_clamp_page (self->down, cell.y - measures.head, cell.y + cell.height);
  gtk_adjustment_clamp_page (self->across, cell.x - measures.name, cell.x + cell.width);
}

/**
 * ks_work_cells_go_to:
 * @self: a grid
 * @row: a row
 * @column: a column
 *
 * Makes a cell the current one, and shows it.
 */
void
ks_work_cells_go_to (KsWorkCells *self, guint row, guint column)
{
  self->row = MIN (row, MAX (self->units->len, 1) - 1);
  self->column = column;
  tell_cell (self);
  scroll_to_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

/* A count that was typed beside posts that came in says both. */
static char *
dup_hint (KsWorkCells *self, const KsWorkRow *row, guint column)
{
  const KsPostDay *day
      = column >= KS_WORK_POSTS && column < KS_WORK_CELLS_DAYS ? &row->days[column - KS_WORK_POSTS] : NULL;

  if (day != NULL && day->counted >= 0 && day->imported > 0)
    return g_strdup_printf (_ ("%s: %d typed, %d in the files"), ks_unit_get_name (row->unit),
                            day->counted, day->imported);
  if (column == KS_WORK_MEETINGS && row->report->meetings > 1)
    return g_strdup_printf (_ ("%s: %d meetings"), ks_unit_get_name (row->unit),
                            row->report->meetings);
  return g_strdup (ks_unit_get_name (row->unit));
}

static gboolean
query_tooltip_cb (KsWorkCells *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  guint row = self->row, column = self->column;
  g_autofree char *hint = NULL;

  if (self->sheet == NULL || self->units->len == 0
      || (!keyboard && !ks_work_cells_find_at (self, x, y, &row, &column)))
    return FALSE;
  hint = dup_hint (self, ks_work_cells_get_row (self, row), column);
  gtk_tooltip_set_text (tooltip, hint);
  return TRUE;
}

static void
ks_work_cells_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  KsWorkCells *self = KS_WORK_CELLS (widget);
  KsWorkMeasures measures;

  ks_work_cells_measure_grid (self, 0, &measures);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = ks_work_cells_get_least_width (self);
  else
    *minimum = *natural = measures.head + (int)self->units->len * measures.line;
}

static void
ks_work_cells_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_popover_present (GTK_POPOVER (KS_WORK_CELLS (widget)->editor));
}

static void
ks_work_cells_dispose (GObject *object)
{
  KsWorkCells *self = KS_WORK_CELLS (object);

  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = NULL;
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  g_clear_pointer (&self->sheet, ks_work_sheet_unref);
  g_clear_pointer (&self->units, g_array_unref);
  G_OBJECT_CLASS (ks_work_cells_parent_class)->dispose (object);
}

static void
ks_work_cells_class_init (KsWorkCellsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_work_cells_dispose;
  widget_class->snapshot = ks_work_cells_snapshot;
  widget_class->measure = ks_work_cells_measure;
  widget_class->size_allocate = ks_work_cells_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "workcells");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  signals[TYPED] = g_signal_new ("typed", KS_TYPE_WORK_CELLS, G_SIGNAL_RUN_LAST, 0,
                                 g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_BOOLEAN, 3,
                                 KS_TYPE_UNIT, G_TYPE_UINT, G_TYPE_STRING);
  signals[TOGGLED] = g_signal_new ("toggled", KS_TYPE_WORK_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, KS_TYPE_UNIT, G_TYPE_UINT);
  signals[MOVED] = g_signal_new ("moved", KS_TYPE_WORK_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[PASTE] = g_signal_new ("paste", KS_TYPE_WORK_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[COPY] = g_signal_new ("copy", KS_TYPE_WORK_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[EVIDENCE] = g_signal_new ("evidence", KS_TYPE_WORK_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[TURN] = g_signal_new ("turn", KS_TYPE_WORK_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ks_work_cells_init (KsWorkCells *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->units = g_array_new (FALSE, FALSE, sizeof (guint));
  self->editable = TRUE;
  self->editor = KS_CELL_EDITOR (ks_cell_editor_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  ks_work_cells_add_keys (self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  tell_cell (self);
}

static void
scrolled_cb (KsWorkCells *self)
{
  GdkRectangle cell;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!self->editing)
    return;
  ks_work_cells_find_cell (self, self->row, self->column, &cell);
  ks_cell_editor_move (self->editor, &cell);
}

/**
 * ks_work_cells_set_adjustments:
 * @self: a grid inside a scrolled window
 * @across: the horizontal adjustment
 * @down: the vertical one
 *
 * Tells where the titles and the names are kept in sight.
 */
void
ks_work_cells_set_adjustments (KsWorkCells *self, GtkAdjustment *across, GtkAdjustment *down)
{
  g_return_if_fail (KS_IS_WORK_CELLS (self) && across != NULL && down != NULL);

  g_set_object (&self->across, across);
  g_set_object (&self->down, down);
  g_signal_connect_object (across, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ks_work_cells_show:
 * @self: a grid
 * @sheet: (nullable): what is known
 * @district: the code of the district whose units are shown; empty: all
 *
 * Shows it; the current cell stays that of its unit.
 */
void
ks_work_cells_show (KsWorkCells *self, KsWorkSheet *sheet, const char *district)
{
  g_autofree char *unit = NULL;
  guint column;

  g_return_if_fail (KS_IS_WORK_CELLS (self));

  if (ks_work_cells_get_current (self, &column) != NULL)
    unit = g_strdup (ks_unit_get_code (ks_work_cells_get_current (self, &column)->unit));
  if (sheet != NULL)
    ks_work_sheet_ref (sheet);
  g_clear_pointer (&self->sheet, ks_work_sheet_unref);
  self->sheet = sheet;
  g_array_set_size (self->units, 0);
  for (guint i = 0; sheet != NULL && i < sheet->n_rows; i++)
    if (*district == '\0'
        || g_str_equal (ks_unit_get_district_code (sheet->rows[i].unit), district))
      g_array_append_val (self->units, i);
  self->row = MIN (self->row, MAX (self->units->len, 1) - 1);
  if (unit != NULL && !ks_work_cells_select (self, unit, column))
    ks_work_cells_go_to (self, 0, self->column);
  tell_cell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ks_work_cells_get_current:
 * @self: a grid
 * @column: (out): the column of the current cell
 *
 * Returns: (transfer none) (nullable): its row; %NULL: the grid is empty
 */
const KsWorkRow *
ks_work_cells_get_current (KsWorkCells *self, guint *column)
{
  g_return_val_if_fail (KS_IS_WORK_CELLS (self), NULL);

  *column = self->column;
  return self->row < self->units->len ? ks_work_cells_get_row (self, self->row) : NULL;
}

/**
 * ks_work_cells_select:
 * @self: a grid
 * @unit: code of a unit
 * @column: a column
 *
 * Goes to a cell.
 *
 * Returns: %FALSE if the unit is not shown
 */
gboolean
ks_work_cells_select (KsWorkCells *self, const char *unit, guint column)
{
  g_return_val_if_fail (KS_IS_WORK_CELLS (self), FALSE);

  for (guint i = 0; i < self->units->len; i++)
    if (g_str_equal (ks_unit_get_code (ks_work_cells_get_row (self, i)->unit), unit))
      {
        ks_work_cells_go_to (self, i, column);
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_work_cells_dup_units_from_current:
 * @self: a grid
 *
 * Returns: (transfer full) (element-type KsUnit): the units that are shown, from the current one on
 */
GPtrArray *
ks_work_cells_dup_units_from_current (KsWorkCells *self)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = self->row; i < self->units->len; i++)
    g_ptr_array_add (units, g_object_ref (ks_work_cells_get_row (self, i)->unit));
  return units;
}

/**
 * ks_work_cells_get_n_rows:
 * @self: a grid
 *
 * Returns: how many units are shown
 */
guint
ks_work_cells_get_n_rows (KsWorkCells *self)
{
  return self->units->len;
}

/**
 * ks_work_cells_show_problem:
 * @self: a grid that is typed into
 * @problem: why the text cannot stand there
 */
void
ks_work_cells_show_problem (KsWorkCells *self, const char *problem)
{
  g_return_if_fail (KS_IS_WORK_CELLS (self));

  if (self->editing)
    ks_cell_editor_show_problem (self->editor, problem);
}

/**
 * ks_work_cells_set_editable:
 * @self: a grid
 * @editable: whether it can be typed into
 */
void
ks_work_cells_set_editable (KsWorkCells *self, gboolean editable)
{
  g_return_if_fail (KS_IS_WORK_CELLS (self));

  self->editable = editable;
}
