/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-table.h"

#include "ks-label.h"

#define COLUMN_SPACING 18
#define TEXT_WIDTH 22

struct _KsFigureTable
{
  GtkBox parent_instance;
  GtkWidget *titles; /* the line of titles, replaced with every table */
  GtkWidget *list;
  GPtrArray *groups; /* a GtkSizeGroup per column */
};

G_DEFINE_FINAL_TYPE (KsFigureTable, ks_figure_table, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_FIGURE_ACTIVATED,
} KsFigureTableSignal;

static guint signals[SIGNAL_FIGURE_ACTIVATED + 1];

static const char key_data[] = "ks-figure-key";

static void
activate_row_cb (KsFigureTable *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_FIGURE_ACTIVATED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), key_data)));
}

static void
ks_figure_table_finalize (GObject *object)
{
  g_ptr_array_unref (KS_FIGURE_TABLE (object)->groups);
  G_OBJECT_CLASS (ks_figure_table_parent_class)->finalize (object);
}

static void
ks_figure_table_class_init (KsFigureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_figure_table_finalize;
  signals[SIGNAL_FIGURE_ACTIVATED]
      = g_signal_new ("figure-activated", KS_TYPE_FIGURE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "figuretable");
}

static void
ks_figure_table_init (KsFigureTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->titles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->list = gtk_list_box_new ();
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activate_row_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->titles);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
}

static gboolean
is_number (KsFigureStyle style)
{
  return style == KS_FIGURE_NUMBER || style == KS_FIGURE_STRONG;
}

static GtkWidget *
new_cell (KsFigureTable *self, KsFigures *figures, guint column, const char *text)
{
  KsFigureStyle style = ks_figures_get_style (figures, column);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (style) ? 1 : 0);
  if (is_number (style))
    gtk_widget_add_css_class (label, "numeric");
  if (style == KS_FIGURE_TEXT)
    {
      ks_label_cut (GTK_LABEL (label));
      gtk_label_set_width_chars (GTK_LABEL (label), TEXT_WIDTH);
      gtk_widget_set_hexpand (label, TRUE);
    }
  else
    gtk_size_group_add_widget (g_ptr_array_index (self->groups, column), label);
  return label;
}

static GtkWidget *
new_row_cell (KsFigureTable *self, KsFigures *figures, guint row, guint column)
{
  KsFigureStyle style = ks_figures_get_style (figures, column);
  GtkWidget *label = new_cell (self, figures, column, ks_figures_get_cell (figures, row, column));

  if (style == KS_FIGURE_ID || style == KS_FIGURE_NOTE)
    gtk_widget_add_css_class (label, "secondary");
  if (style == KS_FIGURE_STRONG
      || (style != KS_FIGURE_NOTE && ks_figures_get_kind (figures, row) == KS_FIGURE_TOTAL))
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
new_line (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_SPACING);
}

static GtkWidget *
new_section (KsFigures *figures, guint row)
{
  GtkWidget *label = gtk_label_new (ks_figures_get_cell (figures, row, 0));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  ks_label_cut (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "caption-heading");
  return label;
}

static void
add_row (KsFigureTable *self, KsFigures *figures, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  KsFigureRowKind kind = ks_figures_get_kind (figures, index);
  guint key = ks_figures_get_key (figures, index);
  GtkWidget *line;

  if (kind == KS_FIGURE_SECTION)
    {
      gtk_widget_add_css_class (row, "section");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_section (figures, index));
    }
  else
    {
      line = new_line ();
      for (guint i = 0; i < ks_figures_get_n_columns (figures); i++)
        gtk_box_append (GTK_BOX (line), new_row_cell (self, figures, index, i));
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
    }
  if (kind == KS_FIGURE_TOTAL)
    gtk_widget_add_css_class (row, "total");
  gtk_widget_set_focusable (row, kind != KS_FIGURE_SECTION);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), kind != KS_FIGURE_SECTION);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), key != KS_FIGURE_NO_KEY);
  g_object_set_data (G_OBJECT (row), key_data, GUINT_TO_POINTER (key));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_titles (KsFigureTable *self, KsFigures *figures)
{
  GtkWidget *parent = gtk_widget_get_parent (self->titles);

  gtk_box_remove (GTK_BOX (parent), self->titles);
  self->titles = new_line ();
  gtk_widget_add_css_class (self->titles, "titles");
  for (guint i = 0; i < ks_figures_get_n_columns (figures); i++)
    {
      GtkWidget *label = new_cell (self, figures, i, ks_figures_get_title (figures, i));

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "secondary");
      gtk_box_append (GTK_BOX (self->titles), label);
    }
  gtk_box_prepend (GTK_BOX (parent), self->titles);
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

/**
 * ks_figure_table_set_figures:
 * @self: a table
 * @figures: what it shall show
 *
 * Shows other figures.
 */
void
ks_figure_table_set_figures (KsFigureTable *self, KsFigures *figures)
{
  GtkWidget *row;

  g_return_if_fail (KS_IS_FIGURE_TABLE (self));

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < ks_figures_get_n_columns (figures); i++)
    g_ptr_array_add (self->groups, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
  show_titles (self, figures);
  for (guint i = 0; i < ks_figures_get_n_rows (figures); i++)
    add_row (self, figures, i);
}
