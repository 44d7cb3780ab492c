/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-column.h"

#include "ks-csv-writer.h"
#include "ks-label.h"
#include "ks-number.h"

/* What a column was told; its factory's handlers and the copy share it. */
typedef struct
{
  KsCellStyle style;
  KsTextFunc text; /* one of the two */
  KsNumberFunc number;
  gpointer data;
  KsMarkFunc mark; /* nullable */
  gpointer mark_data;
  int chars;         /* width of text; 0: its own */
  GHashTable *bound; /* set of borrowed GtkListItem that show an item now */
} Cells;

#define CELLS "ks-cells"

/* Nullable: the column has cells of another kind. */
static Cells *
get_cells (GtkColumnViewColumn *column)
{
  GtkListItemFactory *factory = gtk_column_view_column_get_factory (column);

  return factory != NULL ? g_object_get_data (G_OBJECT (factory), CELLS) : NULL;
}

static gboolean
has_figures (const Cells *cells)
{
  return cells->number != NULL || (cells->style & KS_CELL_FIGURE) != 0;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (has_figures (cells))
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      ks_label_cut (GTK_LABEL (label));
      if (cells->chars > 0)
        {
          gtk_label_set_width_chars (GTK_LABEL (label), cells->chars);
          gtk_label_set_max_width_chars (GTK_LABEL (label), cells->chars);
        }
    }
  if (cells->style & KS_CELL_STRONG)
    gtk_widget_add_css_class (label, "strong");
  if (cells->style & KS_CELL_SECONDARY)
    gtk_widget_add_css_class (label, "secondary");
  gtk_list_item_set_child (item, label);
}

#define MARK "ks-mark"

/* Marks are literals or interned. */
static void
mark_cell (GtkWidget *label, gpointer object, const Cells *cells)
{
  const char *before = g_object_get_data (G_OBJECT (label), MARK);
  const char *mark = cells->mark (object, cells->mark_data);

  if (mark == before)
    return;
  if (before != NULL)
    gtk_widget_remove_css_class (label, before);
  if (mark != NULL)
    gtk_widget_add_css_class (label, mark);
  g_object_set_data (G_OBJECT (label), MARK, (gpointer)mark);
}

static void
fill_cell (GtkListItem *item, const Cells *cells)
{
  gpointer object = gtk_list_item_get_item (item);
  g_autofree char *text = NULL;

  if (cells->number != NULL)
    text = ks_format_count (cells->number (object, cells->data));
  else
    text = cells->text (object, cells->data);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (cells->mark != NULL)
    mark_cell (gtk_list_item_get_child (item), object, cells);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  g_hash_table_add (cells->bound, item);
  fill_cell (item, cells);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  g_hash_table_remove (cells->bound, item);
}

static void
free_cells (gpointer data)
{
  Cells *cells = data;

  g_hash_table_unref (cells->bound);
  g_free (cells);
}

/* The factory's handlers live no longer than the cells: the factory holds these. */
static void
set_cells (GtkColumnViewColumn *column, Cells cells)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  Cells *kept = g_memdup2 (&cells, sizeof cells);

  kept->bound = g_hash_table_new (NULL, NULL);
  g_object_set_data_full (G_OBJECT (factory), CELLS, kept, free_cells);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), kept);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), kept);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), kept);
  gtk_column_view_column_set_factory (column, factory);
}

/**
 * ks_column_set_text:
 * @column: a column
 * @style: how its cells look
 * @func: what a cell says of an item
 * @data: for @func; must live as long as the column
 *
 * Makes a column of text.
 */
void
ks_column_set_text (GtkColumnViewColumn *column, KsCellStyle style, KsTextFunc func, gpointer data)
{
  set_cells (column, (Cells){ .style = style, .text = func, .data = data });
}

/**
 * ks_column_set_number:
 * @column: a column
 * @style: how its cells look
 * @func: the count that a cell shows of an item
 * @data: for @func; must live as long as the column
 *
 * Makes a column of counts.
 */
void
ks_column_set_number (GtkColumnViewColumn *column,
                      KsCellStyle style,
                      KsNumberFunc func,
                      gpointer data)
{
  set_cells (column, (Cells){ .style = style, .number = func, .data = data });
}

/**
 * ks_column_set_chars:
 * @column: a column of text that was told its cells and shows none yet
 * @chars: their width in characters
 *
 * Gives the cells a width that does not follow their text.
 */
void
ks_column_set_chars (GtkColumnViewColumn *column, int chars)
{
  get_cells (column)->chars = chars;
}

/**
 * ks_column_set_mark:
 * @column: a column that was told its cells and shows none yet
 * @func: the style class of a cell
 * @data: for @func; must live as long as the column
 *
 * Marks some of the cells.
 */
void
ks_column_set_mark (GtkColumnViewColumn *column, KsMarkFunc func, gpointer data)
{
  get_cells (column)->mark = func;
  get_cells (column)->mark_data = data;
}

/**
 * ks_column_refresh:
 * @column: a column that was told its cells
 *
 * Fills the cells anew, after what the column's function says of the same items has changed.
 */
void
ks_column_refresh (GtkColumnViewColumn *column)
{
  const Cells *cells = get_cells (column);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, cells->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_cell (item, cells);
}

/**
 * ks_column_find_cell:
 * @column: a column that was told its cells
 * @item: (nullable): an item
 *
 * Returns: (transfer none) (nullable): the widget that holds the cell of @item, if there is one now
 */
GtkWidget *
ks_column_find_cell (GtkColumnViewColumn *column, gpointer item)
{
  const Cells *cells = get_cells (column);
  GHashTableIter iter;
  gpointer bound;

  g_hash_table_iter_init (&iter, cells->bound);
  while (g_hash_table_iter_next (&iter, &bound, NULL))
    if (gtk_list_item_get_item (bound) == item)
      return gtk_widget_get_parent (gtk_list_item_get_child (bound));
  return NULL;
}

static GtkListItem *
find_picked (const Cells *cells, GtkWidget *picked)
{
  GHashTableIter iter;
  gpointer bound;

  g_hash_table_iter_init (&iter, cells->bound);
  while (g_hash_table_iter_next (&iter, &bound, NULL))
    {
      GtkWidget *label = gtk_list_item_get_child (bound);

      if (picked == label || picked == gtk_widget_get_parent (label))
        return bound;
    }
  return NULL;
}

/**
 * ks_column_view_find_at:
 * @view: a column view
 * @x: a place in it
 * @y: the same
 * @column: (out) (transfer none): the column of the cell there
 * @position: (out): its row
 *
 * Returns: %FALSE if there is no cell of a column that was told its cells
 */
gboolean
ks_column_view_find_at (GtkColumnView *view, double x, double y, GtkColumnViewColumn **column,
                        guint *position)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; picked != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) each = g_list_model_get_item (columns, i);
      const Cells *cells = get_cells (each);
      GtkListItem *item = cells != NULL ? find_picked (cells, picked) : NULL;

      if (item != NULL)
        {
          *column = each; /* the view holds it */
          *position = gtk_list_item_get_position (item);
          return TRUE;
        }
    }
  return FALSE;
}

/* The label of a title; beside it in a box lies the arrow of the order. */
static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* Titles do not stand in the order of their columns once one was put between others. */
static const Cells *
find_cells (GtkColumnView *view, const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return get_cells (column);
    }
  return NULL;
}

/**
 * ks_column_view_align_titles:
 * @view: a column view with all its columns
 *
 * Moves the titles of number columns over their numbers, which GTK 4.8 has no property for: the
 * first child of the view holds a title per column.
 */
void
ks_column_view_align_titles (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));

  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *label = find_label (title);
      const Cells *cells
          = label != NULL ? find_cells (view, gtk_label_get_text (GTK_LABEL (label))) : NULL;

      if (cells == NULL || !has_figures (cells) || gtk_widget_get_hexpand (label))
        continue;
      gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (label)), label,
                                   gtk_widget_get_next_sibling (label));
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
}

static gboolean
is_shown (GListModel *columns, GtkColumnViewColumn *column)
{
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

      if (shown == column)
        return TRUE;
    }
  return FALSE;
}

/**
 * ks_column_view_choose:
 * @view: a column view
 * @choice: (array length=n_columns): its columns in their order
 * @n_columns: how many
 *
 * Shows the columns that are wanted. The others are taken out, not hidden: GTK 4.8 keeps the room
 * of hidden ones.
 */
void
ks_column_view_choose (GtkColumnView *view, const KsColumnChoice *choice, guint n_columns)
{
  guint position = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      gboolean shown = is_shown (gtk_column_view_get_columns (view), choice[i].column);

      if (shown && !choice[i].wanted)
        gtk_column_view_remove_column (view, choice[i].column);
      else if (!shown && choice[i].wanted)
        gtk_column_view_insert_column (view, position, choice[i].column);
      position += choice[i].wanted;
    }
  ks_column_view_align_titles (view);
}

static GPtrArray *
collect_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column) && get_cells (column) != NULL)
        g_ptr_array_add (shown, g_steal_pointer (&column));
    }
  return shown;
}

static void
add_row (KsCsvWriter *table, GPtrArray *columns, gpointer item)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Cells *cells = get_cells (columns->pdata[i]);

      if (cells->number != NULL)
        ks_csv_writer_add_count (table, cells->number (item, cells->data));
      else
        {
          g_autofree char *text = cells->text (item, cells->data);

          ks_csv_writer_add_text (table, text);
        }
    }
  ks_csv_writer_end_row (table, NULL);
}

/**
 * ks_column_view_copy_selection:
 * @view: a column view whose columns were told their cells
 *
 * Puts the visible columns of the selected rows, under a row of titles, on the clipboard, so that
 * they paste into a spreadsheet.
 *
 * Returns: number of rows; 0: none is selected, and the clipboard stays as it is
 */
guint
ks_column_view_copy_selection (GtkColumnView *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (model);
  g_autoptr (GPtrArray) columns = collect_columns (view);
  g_autoptr (KsCsvWriter) table = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  g_autofree char *text = NULL;
  GtkBitsetIter iter;
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, selection, &position))
    return 0;
  for (guint i = 0; i < columns->len; i++)
    ks_csv_writer_add_text (table, gtk_column_view_column_get_title (columns->pdata[i]));
  ks_csv_writer_end_row (table, NULL);
  do
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), position);

      add_row (table, columns, item);
    }
  while (gtk_bitset_iter_next (&iter, &position));
  text = ks_csv_writer_steal_text (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
  return (guint)gtk_bitset_get_size (selection);
}
