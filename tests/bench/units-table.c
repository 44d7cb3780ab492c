/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "ks-bench-frame.h"
#include "ks-ui-harness.h"
#include "ks-units-table.h"

/* units-table UNITS.csv: shows 10,597 units, made of those of the file, in the table of the
 * window; searches, sorts and scrolls them. Prints a line for each: a name and the milliseconds
 * that the main thread worked until the frame that shows it was painted. "plain" is GTK's own
 * way: a GtkFilterListModel with a GtkStringFilter on the names, nothing shown. */

#define N_UNITS 10597 /* of the country in 2024 */
#define WIDTH 1200
#define HEIGHT 700
#define N_PAGES 60

static const char keystrokes[] = "tan tien";
#define N_KEYSTROKES (sizeof keystrokes - 1)

static KsRegistry *
make_registry (const char *path)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_lines;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("Cannot read %s", path);
  lines = g_strsplit (g_strstrip (text), "\n", -1);
  n_lines = g_strv_length (lines) - 1;
  for (guint i = 0; i < N_UNITS; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[1 + i % n_lines], ",", -1);
      KsStaff staff = { .total = { (int) (i % 40), (int) (i % 7), 1, 2 } };
      g_autofree char *code = g_strdup_printf ("%05u", i);
      g_autofree char *district = g_strdup_printf ("%s%u", cells[3], i / n_lines);
      g_autofree char *name = g_strdup_printf ("%s %u", cells[4], i / n_lines);

      g_ptr_array_add (units,
                       ks_unit_new (code, cells[1], cells[2], district, name, &staff, NULL));
    }
  return ks_registry_new (units, NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The first is told apart: keys may be made only then. */
static void
show_first_and_worst (const char *name, double *times, guint n)
{
  g_autofree char *first = g_strconcat (name, "-first", NULL);
  g_autofree char *worst = g_strconcat (name, "-worst", NULL);

  ks_bench_show (first, times[0]);
  qsort (times, n, sizeof *times, compare_doubles);
  ks_bench_show (worst, times[n - 1]);
}

/* What the entry tells after a pause in typing is told at once here. */
static void
search (GtkWidget *table)
{
  GtkWidget *entry = ks_ui_find (table, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  double times[N_KEYSTROKES];

  gtk_widget_grab_focus (entry);
  ks_ui_settle (300);
  for (guint i = 0; i < N_KEYSTROKES; i++)
    {
      gint64 start = ks_bench_get_work ();
      int place = (int) i;

      gtk_editable_insert_text (GTK_EDITABLE (entry), &keystrokes[i], 1, &place);
      g_signal_emit_by_name (entry, "search-changed");
      times[i] = ks_bench_get_ms_since (start) + ks_bench_paint_frame (table);
    }
  show_first_and_worst ("search", times, N_KEYSTROKES);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "search-changed");
  ks_bench_paint_frame (table);
}

static void
search_plainly (KsRegistry *registry)
{
  GtkStringFilter *filter
      = gtk_string_filter_new (gtk_property_expression_new (KS_TYPE_UNIT, NULL, "name"));
  g_autoptr (GtkFilterListModel) model
      = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (registry)), GTK_FILTER (filter));
  double times[N_KEYSTROKES];

  for (guint i = 0; i < N_KEYSTROKES; i++)
    {
      g_autofree char *text = g_strndup (keystrokes, i + 1);
      gint64 start = ks_bench_get_work ();

      gtk_string_filter_set_search (filter, text);
      times[i] = ks_bench_get_ms_since (start);
    }
  show_first_and_worst ("plain", times, N_KEYSTROKES);
}

/* From the top of the list, as soon as it is at rest. */
static void
sort (GtkWidget *table)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (ks_ui_find (table, GTK_TYPE_COLUMN_VIEW, NULL, NULL));
  GListModel *columns = gtk_column_view_get_columns (view);
  double worst = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gint64 start;
      double spent;

      if (!gtk_column_view_column_get_visible (column))
        continue;
      gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 0);
      ks_ui_settle (500);
      start = ks_bench_get_work ();
      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      spent = ks_bench_get_ms_since (start) + ks_bench_paint_frame (table);
      worst = MAX (worst, spent);
    }
  ks_bench_show ("sort-worst", worst);
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  ks_bench_paint_frame (table);
}

static void
scroll (GtkWidget *table)
{
  GtkWidget *view = ks_ui_find (table, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double times[N_PAGES];

  ks_ui_settle (500);
  for (guint i = 0; i < N_PAGES; i++)
    {
      gint64 start = ks_bench_get_work ();

      gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down) * (i + 1) / (N_PAGES + 1));
      times[i] = ks_bench_get_ms_since (start) + ks_bench_paint_frame (table);
    }
  qsort (times, N_PAGES, sizeof *times, compare_doubles);
  ks_bench_show ("scroll-median", times[N_PAGES / 2]);
  ks_bench_show ("scroll-worst", times[N_PAGES - 1]);
}

int
main (int argc, char **argv)
{
  g_autoptr (KsRegistry) registry = NULL;
  GtkWidget *window;
  GtkWidget *table;
  gint64 start;

  if (argc != 2)
    g_error ("usage, on a display: units-table UNITS.csv");
  adw_init ();
  registry = make_registry (argv[1]);
  window = gtk_window_new ();
  table = g_object_new (KS_TYPE_UNITS_TABLE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  ks_ui_settle (300);

  start = ks_bench_get_work ();
  ks_units_table_set_registry (KS_UNITS_TABLE (table), registry);
  ks_bench_show ("fill", ks_bench_get_ms_since (start) + ks_bench_paint_frame (table));
  ks_ui_settle (300);
  search_plainly (registry);
  search (table);
  sort (table);
  scroll (table);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
