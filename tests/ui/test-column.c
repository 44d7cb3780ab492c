/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-column.h"
#include "ks-ui-harness.h"

/* A table of three rows: a name, and a number that is the length of the name times a factor. */

static char *
dup_name (gpointer item, gpointer data)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static gint64
count_name (gpointer item, gpointer data)
{
  return (gint64)g_utf8_strlen (gtk_string_object_get_string (item), -1) * *(gint64 *)data;
}

static GtkColumnViewColumn *
add_column (GtkColumnView *view, const char *title)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, NULL);

  gtk_column_view_append_column (view, column);
  g_object_unref (column);
  return column;
}

static GtkColumnView *
show_table (gint64 *factor)
{
  static const char *const names[] = { "Xã Mẫu 01", "=1+1", "a\tb", NULL };
  GtkWidget *window = gtk_window_new ();
  GListModel *list = G_LIST_MODEL (gtk_string_list_new (names));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_multi_selection_new (list));
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_column_view_new (model));

  ks_column_set_text (add_column (view, "Tên"), KS_CELL_STRONG, dup_name, NULL);
  ks_column_set_number (add_column (view, "Số"), KS_CELL_SECONDARY, count_name, factor);
  ks_column_view_align_titles (view);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 200);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_label (window, "Xã Mẫu 01") != NULL, 2000);
  return view;
}

static GtkLabel *
find_label (GtkColumnView *view, const char *text)
{
  GtkWidget *label = ks_ui_find_label (GTK_WIDGET (view), text);

  g_assert_nonnull (label);
  return GTK_LABEL (label);
}

static void
close_table (GtkColumnView *view)
{
  ks_ui_assert_freed (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
}

static void
test_look (void)
{
  gint64 factor = 1000;
  GtkColumnView *view = show_table (&factor);
  GtkWidget *number = GTK_WIDGET (find_label (view, "9.000"));

  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (number)), ==, 1);
  g_assert_true (gtk_widget_has_css_class (number, "numeric"));
  g_assert_true (gtk_widget_has_css_class (number, "secondary"));
  g_assert_cmpfloat (gtk_label_get_xalign (find_label (view, "Số")), ==, 1);
  g_assert_cmpfloat (gtk_label_get_xalign (find_label (view, "Xã Mẫu 01")), ==, 0);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_label (view, "Xã Mẫu 01")), "strong"));
  close_table (view);
}

static void
test_refresh (void)
{
  gint64 factor = 1;
  GtkColumnView *view = show_table (&factor);
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (view), 1);

  find_label (view, "9");
  factor = 2;
  ks_column_refresh (column);
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (view), "18") != NULL, 2000);
  close_table (view);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **)text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
dup_clipboard (GtkColumnView *view)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, read_cb,
                                 &text);
  ks_ui_wait_until (text != NULL, 2000);
  return text;
}

static void
test_copy (void)
{
  gint64 factor = 1000;
  GtkColumnView *view = show_table (&factor);
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  g_assert_cmpuint (ks_column_view_copy_selection (view), ==, 0);
  gtk_selection_model_select_all (model);
  g_assert_cmpuint (ks_column_view_copy_selection (view), ==, 3);
  all = dup_clipboard (view);
  g_assert_cmpstr (all, ==, "Tên\tSố\nXã Mẫu 01\t9000\n'=1+1\t4000\n\"a\tb\"\t3000\n");
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpuint (ks_column_view_copy_selection (view), ==, 1);
  one = dup_clipboard (view);
  g_assert_cmpstr (one, ==, "Tên\tSố\n'=1+1\t4000\n");
  close_table (view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/column/look", test_look);
  g_test_add_func ("/column/refresh", test_refresh);
  g_test_add_func ("/column/copy", test_copy);
  return g_test_run ();
}
