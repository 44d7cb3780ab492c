/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-table.h"

#include "ks-figure-line.h"
#include "ks-figure-index.h"

/* A longer table scrolls by itself, and only the rows that are seen exist. */
#define MOST_ROWS_WHOLE 60
#define LONG_HEIGHT 420

struct _KsFigureTable
{
  GtkBox parent_instance;
  GtkWidget *titles;
  GtkWidget *scroller;
  GtkWidget *list;
  GListStore *rows; /* of KsFigureIndex */
  GtkSingleSelection *selection;
  KsFigures *figures;
  GArray *widths;
  gboolean selecting; /* by the program, not by the person */
};

G_DEFINE_FINAL_TYPE (KsFigureTable, ks_figure_table, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_FIGURE_ACTIVATED,
  SIGNAL_FIGURE_SELECTED,
} KsFigureTableSignal;

static guint signals[SIGNAL_FIGURE_SELECTED + 1];

static guint
get_key (KsFigureTable *self, guint row)
{
  return row < g_list_model_get_n_items (G_LIST_MODEL (self->rows))
             ? ks_figures_get_key (self->figures, row)
             : KS_FIGURE_NO_KEY;
}

static void
activate (KsFigureTable *self, guint row)
{
  guint key = get_key (self, row);

  if (key != KS_FIGURE_NO_KEY)
    g_signal_emit (self, signals[SIGNAL_FIGURE_ACTIVATED], 0, key);
}

static void
activate_cb (KsFigureTable *self, guint row)
{
  activate (self, row);
}

static void
selected_cb (KsFigureTable *self)
{
  guint key = get_key (self, gtk_single_selection_get_selected (self->selection));

  if (!self->selecting && key != KS_FIGURE_NO_KEY)
    g_signal_emit (self, signals[SIGNAL_FIGURE_SELECTED], 0, key);
}

static void
click_cb (KsFigureLine *line, GtkListItem *item)
{
  KsFigureTable *self
      = KS_FIGURE_TABLE (gtk_widget_get_ancestor (GTK_WIDGET (line), KS_TYPE_FIGURE_TABLE));

  activate (self, gtk_list_item_get_position (item));
}

static void
setup_cb (KsFigureTable *self, GtkListItem *item)
{
  GtkWidget *line = ks_figure_line_new ();

  g_signal_connect_object (line, "clicked", G_CALLBACK (click_cb), item, 0);
  gtk_list_item_set_child (item, line);
}

static void
bind_cb (KsFigureTable *self, GtkListItem *item)
{
  guint row = ks_figure_index_get (gtk_list_item_get_item (item));

  ks_figure_line_set (KS_FIGURE_LINE (gtk_list_item_get_child (item)), self->figures, row,
                      self->widths);
  gtk_list_item_set_selectable (item, ks_figures_get_kind (self->figures, row) != KS_FIGURE_SECTION);
  gtk_list_item_set_activatable (item, get_key (self, row) != KS_FIGURE_NO_KEY);
}

static void
ks_figure_table_dispose (GObject *object)
{
  KsFigureTable *self = KS_FIGURE_TABLE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->figures, ks_figures_free);
  g_clear_pointer (&self->widths, g_array_unref);
  G_OBJECT_CLASS (ks_figure_table_parent_class)->dispose (object);
}

static void
ks_figure_table_class_init (KsFigureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_figure_table_dispose;
  signals[SIGNAL_FIGURE_ACTIVATED]
      = g_signal_new ("figure-activated", KS_TYPE_FIGURE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FIGURE_SELECTED]
      = g_signal_new ("figure-selected", KS_TYPE_FIGURE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "figuretable");
}

static void
make_list (KsFigureTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->rows = g_list_store_new (KS_TYPE_FIGURE_INDEX);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->list
      = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The font is known for certain only now. */
static void
map_cb (KsFigureTable *self)
{
  g_autoptr (KsFigures) figures = self->figures != NULL ? ks_figures_ref (self->figures) : NULL;
  g_autoptr (GArray) widths = figures != NULL ? ks_figure_line_measure (self->list, figures) : NULL;
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (figures == NULL
      || memcmp (widths->data, self->widths->data, widths->len * sizeof (KsFigureWidth)) == 0)
    return;
  ks_figure_table_set_figures (self, figures);
  ks_figure_table_select (self, get_key (self, selected));
}

static void
ks_figure_table_init (KsFigureTable *self)
{
  GtkWidget *across = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  make_list (self);
  self->titles = ks_figure_line_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->titles);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (across), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (across), box);
  gtk_widget_set_hexpand (across, TRUE);
  gtk_box_append (GTK_BOX (self), across);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/**
 * ks_figure_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
ks_figure_table_new (void)
{
  return g_object_new (KS_TYPE_FIGURE_TABLE, NULL);
}

static void
fill_rows (KsFigureTable *self)
{
  guint n_rows = ks_figures_get_n_rows (self->figures);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, ks_figure_index_new (i));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, n_rows);
}

/**
 * ks_figure_table_set_figures:
 * @self: a table
 * @figures: what it shall show; not to be changed any more
 *
 * Shows other figures.
 */
void
ks_figure_table_set_figures (KsFigureTable *self, KsFigures *figures)
{
  gboolean is_long = ks_figures_get_n_rows (figures) > MOST_ROWS_WHOLE;

  g_return_if_fail (KS_IS_FIGURE_TABLE (self));

  self->selecting = TRUE;
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->figures, ks_figures_free);
  g_clear_pointer (&self->widths, g_array_unref);
  self->figures = ks_figures_ref (figures);
  self->widths = ks_figure_line_measure (self->list, figures);
  ks_figure_line_set (KS_FIGURE_LINE (self->titles), figures, KS_FIGURE_TITLES, self->widths);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  is_long ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              is_long ? LONG_HEIGHT : -1);
  fill_rows (self);
  self->selecting = FALSE;
}

/**
 * ks_figure_table_select:
 * @self: a table
 * @key: of a row
 *
 * Selects the row and brings it into sight, without telling of it; nothing if there is none.
 */
void
ks_figure_table_select (KsFigureTable *self, guint key)
{
  g_return_if_fail (KS_IS_FIGURE_TABLE (self));

  for (guint i = 0; key != KS_FIGURE_NO_KEY && self->figures != NULL
                    && i < ks_figures_get_n_rows (self->figures);
       i++)
    if (ks_figures_get_key (self->figures, i) == key)
      {
        self->selecting = TRUE;
        gtk_single_selection_set_selected (self->selection, i);
        gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
        self->selecting = FALSE;
        return;
      }
}
