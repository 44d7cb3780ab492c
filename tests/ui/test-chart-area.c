/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-area.h"
#include "ks-chart-context.h"
#include "ks-chart-mark.h"
#include "ks-ui-harness.h"

/* A chart of three columns of marks, 40 pixels a row. */
#define TEST_TYPE_GRID (test_grid_get_type ())
G_DECLARE_FINAL_TYPE (TestGrid, test_grid, TEST, GRID, KsChart)

struct _TestGrid
{
  KsChart parent_instance;
  guint n_marks;
  guint n_paints;
  double painted; /* height of the clip */
  double heading; /* a table with one; 0: a list of marks */
  double offset;
  KsPaletteKind kind;
};

G_DEFINE_FINAL_TYPE (TestGrid, test_grid, KS_TYPE_CHART)

/* A row is twice as high where it is narrow. */
static double
get_pitch (double width)
{
  return width < 200 ? 80 : 40;
}

static double
test_grid_measure (KsChart *chart, KsChartContext *context, double width)
{
  return get_pitch (width) * ((TEST_GRID (chart)->n_marks + 2) / 3);
}

static void
test_grid_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
  TestGrid *self = TEST_GRID (chart);
  const cairo_rectangle_t cells[] = { { 0, 0, width / 3, 40 },
                                      { width / 3, 0, width / 3, 40 },
                                      { 2 * width / 3, 0, width / 3, 40 } };

  if (self->heading > 0)
    ks_chart_set_grid (chart, &(KsMarkGrid){ .pitch = get_pitch (width),
                                             .heading = self->heading,
                                             .n_rows = self->n_marks / 3,
                                             .n_columns = 3,
                                             .cells = cells });
  for (guint i = 0; i < self->n_marks && self->heading <= 0; i++)
    ks_chart_add_mark (chart,
                       &(cairo_rectangle_t){ (i % 3) * width / 3, (i / 3) * 40.0, width / 3, 40 },
                       i / 3, i % 3);
}

static char *
test_grid_describe (KsChart *chart, guint row, guint column)
{
  return g_strdup_printf ("Huyện %u: 9/10", 3 * row + column);
}

static void
test_grid_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  double top, bottom;

  cairo_clip_extents (cr, NULL, &top, NULL, &bottom);
  TEST_GRID (chart)->painted = bottom - top;
  TEST_GRID (chart)->offset = context->offset;
  TEST_GRID (chart)->n_paints++;
  TEST_GRID (chart)->kind = context->palette->kind;
}

static void
test_grid_class_init (TestGridClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  chart_class->measure = test_grid_measure;
  chart_class->lay_out = test_grid_lay_out;
  chart_class->paint = test_grid_paint;
  chart_class->describe = test_grid_describe;
}

static void
test_grid_init (TestGrid *self)
{
}

static TestGrid *
create_grid (guint n_marks)
{
  TestGrid *grid = g_object_new (TEST_TYPE_GRID, NULL);

  grid->n_marks = n_marks;
  return grid;
}

static KsChartArea *
show_grid (TestGrid *grid)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *area = ks_chart_area_new ();

  ks_chart_area_set_chart (KS_CHART_AREA (area), KS_CHART (grid));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Trước"));
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Sau"));
  gtk_window_set_default_size (GTK_WINDOW (window), 300, -1);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ks_ui_wait_until (grid->n_paints > 0, 2000);
  return KS_CHART_AREA (area);
}

static GtkWindow *
get_window (KsChartArea *area)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (area)));
}

/* The tooltip of what has the focus: the sentence of a mark, nothing of a button. */
static const char *
get_focused (KsChartArea *area)
{
  return gtk_widget_get_tooltip_text (gtk_window_get_focus (get_window (area)));
}

static void
move (KsChartArea *area, GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (get_window (area)), direction);
}

static void
test_marks (void)
{
  g_autoptr (TestGrid) grid = create_grid (6);
  KsChartArea *area = show_grid (grid);
  GtkWidget *mark = gtk_widget_get_first_child (GTK_WIDGET (area));

  g_assert_cmpuint (ks_ui_count (GTK_WIDGET (area), KS_TYPE_CHART_MARK), ==, 6);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (area)), ==, 80);
  g_assert_cmpint (gtk_widget_get_width (mark), ==, 100);
  gtk_test_accessible_assert_role (area, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "Huyện 0: 9/10");
  ks_ui_assert_freed (get_window (area));
  g_assert_cmpuint (G_OBJECT (grid)->ref_count, ==, 1);
}

static void
test_keyboard (void)
{
  g_autoptr (TestGrid) grid = create_grid (6);
  KsChartArea *area = show_grid (grid);
  GtkWidget *before
      = ks_ui_find_labelled (GTK_WIDGET (get_window (area)), GTK_TYPE_BUTTON, "Trước");

  gtk_widget_grab_focus (before);
  move (area, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 0: 9/10");
  move (area, GTK_DIR_RIGHT);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 1: 9/10");
  move (area, GTK_DIR_DOWN);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 4: 9/10");
  move (area, GTK_DIR_DOWN);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 4: 9/10");
  move (area, GTK_DIR_LEFT);
  move (area, GTK_DIR_UP);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 0: 9/10");
  move (area, GTK_DIR_RIGHT);
  move (area, GTK_DIR_TAB_FORWARD);
  g_assert_null (get_focused (area));
  move (area, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 1: 9/10");
  ks_ui_assert_freed (get_window (area));
}

static void
store_mark (KsChartArea *area, guint mark, guint *stored)
{
  *stored = mark;
}

static void
test_activate (void)
{
  g_autoptr (TestGrid) grid = create_grid (6);
  KsChartArea *area = show_grid (grid);
  guint mark = G_MAXUINT;

  g_signal_connect (area, "mark-activated", G_CALLBACK (store_mark), &mark);
  gtk_widget_activate (gtk_widget_get_last_child (GTK_WIDGET (area)));
  g_assert_cmpuint (mark, ==, 5);
  ks_ui_assert_freed (get_window (area));
}

/* A refreshed chart with fewer marks keeps the keyboard inside it. */
static void
test_replace (void)
{
  g_autoptr (TestGrid) grid = create_grid (6);
  g_autoptr (TestGrid) smaller = create_grid (2);
  g_autoptr (TestGrid) empty = create_grid (0);
  KsChartArea *area = show_grid (grid);

  gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (area)));
  ks_chart_area_set_chart (area, KS_CHART (smaller));
  g_assert_cmpuint (G_OBJECT (grid)->ref_count, ==, 1);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 1: 9/10");
  ks_chart_area_set_chart (area, KS_CHART (smaller));
  g_assert_cmpuint (ks_ui_count (GTK_WIDGET (area), KS_TYPE_CHART_MARK), ==, 2);
  ks_chart_area_set_chart (area, KS_CHART (empty));
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (area)));
  ks_chart_area_set_chart (area, NULL);
  ks_ui_wait_until (gtk_widget_get_height (GTK_WIDGET (area)) == 0, 5000);
  ks_ui_assert_freed (get_window (area));
}

static void
test_dark (void)
{
  g_autoptr (TestGrid) grid = create_grid (3);
  KsChartArea *area = show_grid (grid);
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_assert_cmpint (grid->kind, ==, KS_PALETTE_LIGHT);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  ks_ui_wait_until (grid->kind == KS_PALETTE_DARK, 2000);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  ks_ui_wait_until (grid->kind == KS_PALETTE_LIGHT, 2000);
  ks_ui_assert_freed (get_window (area));
}

#define MANY 3000

/* A window with a chart of a thousand rows, of which a few are seen. */
static KsChartArea *
show_many (TestGrid *grid)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *area = ks_chart_area_new ();

  ks_chart_area_set_chart (KS_CHART_AREA (area), KS_CHART (grid));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), area);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 400);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  ks_ui_wait_until (grid->n_paints > 0 && gtk_widget_get_height (area) == MANY / 3 * 40, 5000);
  return KS_CHART_AREA (area);
}

static GtkAdjustment *
get_adjustment (KsChartArea *area)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (area), GTK_TYPE_SCROLLED_WINDOW)));
}

/* Thousands of marks are one widget, which walks; the view follows it. */
static void
test_many (void)
{
  g_autoptr (TestGrid) grid = create_grid (MANY);
  KsChartArea *area = show_many (grid);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (area));

  g_assert_cmpuint (ks_ui_count (GTK_WIDGET (area), KS_TYPE_CHART_MARK), ==, 1);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Huyện 0: 9/10");
  g_assert_true (gtk_widget_grab_focus (first));
  move (area, GTK_DIR_RIGHT);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 1: 9/10");
  for (guint i = 0; i < 30; i++)
    move (area, GTK_DIR_DOWN);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 91: 9/10");
  g_assert_cmpuint (ks_ui_count (GTK_WIDGET (area), KS_TYPE_CHART_MARK), ==, 1);
  ks_ui_wait_until (gtk_adjustment_get_value (get_adjustment (area)) >= 31 * 40 - 400, 2000);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (area)), <=, 31 * 40);
  g_assert_true (gtk_widget_has_css_class (
      gtk_window_get_focus (get_window (area)), "selected"));
  ks_ui_assert_freed (get_window (area));
}

/* However high the chart is, a view's worth of it is painted, also where it is scrolled to. */
static void
test_part (void)
{
  g_autoptr (TestGrid) grid = create_grid (MANY);
  KsChartArea *area = show_many (grid);
  guint n_paints;

  g_assert_cmpfloat (grid->painted, <, 500);
  g_assert_cmpfloat (grid->painted, >, 300);
  n_paints = grid->n_paints;
  gtk_adjustment_set_value (get_adjustment (area), 20000);
  ks_ui_wait_until (grid->n_paints > n_paints, 2000);
  g_assert_cmpfloat (grid->painted, <, 500);
  ks_ui_assert_freed (get_window (area));
}

/* What the keyboard comes to stands below the heading that stays in sight, and the chart knows
 * where that is. */
static void
test_heading (void)
{
  g_autoptr (TestGrid) grid = create_grid (MANY);
  KsChartArea *area;
  GtkAdjustment *adjustment;

  grid->heading = 100;
  area = show_many (grid);
  adjustment = get_adjustment (area);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (area))));
  for (guint i = 0; i < 30; i++)
    move (area, GTK_DIR_DOWN);
  for (guint i = 0; i < 15; i++)
    move (area, GTK_DIR_UP);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 45: 9/10");
  ks_ui_wait_until (gtk_adjustment_get_value (adjustment) == 15 * 40 - 100, 2000);
  ks_ui_wait_until (grid->offset == 15 * 40 - 100, 2000);
  ks_ui_assert_freed (get_window (area));
}

/* Who has selected a mark sees it still when all rows move, as beside a pane that opens. */
static void
test_narrower (void)
{
  g_autoptr (TestGrid) grid = create_grid (MANY);
  KsChartArea *area;
  GtkAdjustment *adjustment;

  grid->heading = 100;
  area = show_many (grid);
  adjustment = get_adjustment (area);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (area))));
  for (guint i = 0; i < 30; i++)
    move (area, GTK_DIR_DOWN);
  ks_ui_wait_until (grid->offset > 800, 2000);
  gtk_widget_set_margin_end (
      gtk_widget_get_ancestor (GTK_WIDGET (area), GTK_TYPE_SCROLLED_WINDOW), 150);
  ks_ui_wait_until (gtk_adjustment_get_value (adjustment) + 400 >= 30 * 80 + 40, 2000);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <=, 30 * 80 - 100);
  ks_ui_assert_freed (get_window (area));
}

/* A table is one widget however few its marks. */
static void
test_table (void)
{
  g_autoptr (TestGrid) grid = create_grid (6);
  g_autoptr (TestGrid) empty = create_grid (0);
  KsChartArea *area;

  grid->heading = 20;
  empty->heading = 20;
  area = show_grid (grid);
  g_assert_cmpuint (ks_ui_count (GTK_WIDGET (area), KS_TYPE_CHART_MARK), ==, 1);
  ks_chart_area_set_chart (area, KS_CHART (empty));
  g_assert_cmpuint (ks_ui_count (GTK_WIDGET (area), KS_TYPE_CHART_MARK), ==, 0);
  ks_ui_assert_freed (get_window (area));
}

static GtkGesture *
find_gesture (KsChartArea *area)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (area));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }
  return NULL;
}

/* A click selects a mark that is no widget yet and tells which it is; one that the pointer leaves
 * only selects it. */
static void
test_many_clicked (void)
{
  g_autoptr (TestGrid) grid = create_grid (MANY);
  KsChartArea *area = show_many (grid);
  guint mark = G_MAXUINT;

  g_signal_connect (area, "mark-activated", G_CALLBACK (store_mark), &mark);
  g_signal_emit_by_name (find_gesture (area), "pressed", 1, 150.0, 100.0);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 7: 9/10");
  g_signal_emit_by_name (find_gesture (area), "released", 1, 150.0, 100.0);
  g_assert_cmpuint (mark, ==, 7);
  g_signal_emit_by_name (find_gesture (area), "pressed", 1, 150.0, 20.0);
  g_signal_emit_by_name (find_gesture (area), "released", 1, 150.0, 100.0);
  g_assert_cmpstr (get_focused (area), ==, "Huyện 1: 9/10");
  g_assert_cmpuint (mark, ==, 7);
  gtk_widget_activate (gtk_window_get_focus (get_window (area)));
  g_assert_cmpuint (mark, ==, 1);
  ks_ui_assert_freed (get_window (area));
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/chart-area/marks", test_marks);
  g_test_add_func ("/chart-area/keyboard", test_keyboard);
  g_test_add_func ("/chart-area/activate", test_activate);
  g_test_add_func ("/chart-area/replace", test_replace);
  g_test_add_func ("/chart-area/dark", test_dark);
  g_test_add_func ("/chart-area/many", test_many);
  g_test_add_func ("/chart-area/many/part", test_part);
  g_test_add_func ("/chart-area/heading", test_heading);
  g_test_add_func ("/chart-area/narrower", test_narrower);
  g_test_add_func ("/chart-area/table", test_table);
  g_test_add_func ("/chart-area/many/clicked", test_many_clicked);
  return g_test_run ();
}
