/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-side-box.h"
#include "ks-tab-layout.h"
#include "ks-ui-harness.h"
#include "ks-wrap-layout.h"

typedef struct
{
  GtkWidget *box;
  GtkWidget *children[3];
} Wrapped;

/* Three children of at least 100, the second one taking what is left. */
static void
make_wrapped (Wrapped *wrapped)
{
  wrapped->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (wrapped->box, ks_wrap_layout_new (10, 4));
  for (guint i = 0; i < 3; i++)
    {
      wrapped->children[i] = gtk_label_new (NULL);
      gtk_widget_set_size_request (wrapped->children[i], 100, 40);
      gtk_box_append (GTK_BOX (wrapped->box), wrapped->children[i]);
    }
  gtk_widget_set_hexpand (wrapped->children[1], TRUE);
}

static void
allocate (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
assert_place (GtkWidget *child, int x, int y, int width)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
}

static void
test_wrap_one_line (void)
{
  Wrapped wrapped;

  make_wrapped (&wrapped);
  allocate (wrapped.box, 400);
  assert_place (wrapped.children[0], 0, 0, 100);
  assert_place (wrapped.children[1], 110, 0, 180);
  assert_place (wrapped.children[2], 300, 0, 100);
  g_object_unref (wrapped.box);
}

static void
test_wrap_breaks (void)
{
  Wrapped wrapped;

  make_wrapped (&wrapped);
  allocate (wrapped.box, 319);
  assert_place (wrapped.children[0], 0, 0, 100);
  assert_place (wrapped.children[1], 110, 0, 209);
  assert_place (wrapped.children[2], 0, 44, 100);
  allocate (wrapped.box, 320);
  assert_place (wrapped.children[2], 220, 0, 100);
  g_object_unref (wrapped.box);
}

static void
test_wrap_skips_hidden (void)
{
  Wrapped wrapped;

  make_wrapped (&wrapped);
  gtk_widget_set_visible (wrapped.children[1], FALSE);
  allocate (wrapped.box, 210);
  assert_place (wrapped.children[0], 0, 0, 100);
  assert_place (wrapped.children[2], 110, 0, 100);
  g_object_unref (wrapped.box);
}

/* A box with a content of at least 200 and a pane of 300, narrow below 600. */
static GtkWidget *
make_side_box (GtkWidget **content, GtkWidget **pane, gboolean pinned)
{
  GtkWidget *box;

  *content = gtk_label_new (NULL);
  *pane = gtk_label_new (NULL);
  gtk_widget_set_size_request (*content, 200, 20);
  gtk_widget_set_size_request (*pane, 300, 20);
  box = g_object_new (KS_TYPE_SIDE_BOX, "content", *content, "pane", *pane, "pinned", pinned,
                      "fold-width", 600, NULL);
  return g_object_ref_sink (box);
}

static void
test_side_box_wide (void)
{
  GtkWidget *content;
  GtkWidget *pane;
  GtkWidget *box = make_side_box (&content, &pane, FALSE);

  allocate (box, 800);
  g_assert_false (ks_side_box_get_folded (KS_SIDE_BOX (box)));
  assert_place (content, 0, 0, 800);
  g_assert_false (gtk_widget_get_child_visible (pane));
  ks_side_box_set_show_pane (KS_SIDE_BOX (box), TRUE);
  allocate (box, 800);
  g_assert_true (gtk_widget_get_child_visible (pane));
  assert_place (pane, 500, 0, 300);
  g_assert_true (gtk_widget_get_child_visible (content));
  g_object_unref (box);
}

static void
test_side_box_narrow (void)
{
  GtkWidget *content;
  GtkWidget *pane;
  GtkWidget *box = make_side_box (&content, &pane, TRUE);

  allocate (box, 800);
  g_assert_true (gtk_widget_get_child_visible (pane));
  allocate (box, 360);
  g_assert_true (ks_side_box_get_folded (KS_SIDE_BOX (box)));
  g_assert_false (gtk_widget_get_child_visible (pane));
  assert_place (content, 0, 0, 360);
  ks_side_box_set_show_pane (KS_SIDE_BOX (box), TRUE);
  allocate (box, 360);
  g_assert_false (gtk_widget_get_child_visible (content));
  assert_place (pane, 0, 0, 360);
  g_object_unref (box);
}

/* In a window that is narrow already, what gives way does so before the window is asked to grow. */
static void
test_side_box_opens_narrow (void)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *box = g_object_new (KS_TYPE_SIDE_BOX, NULL);
  GtkWidget *content = gtk_label_new (NULL);
  GtkWidget *wide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_widget_set_size_request (content, 600, 40);
  g_object_bind_property (box, "folded", content, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_box_append (GTK_BOX (wide), content);
  g_object_set (box, "content", wide, NULL);
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_child (GTK_STACK (stack), gtk_label_new (NULL));
  gtk_stack_add_child (GTK_STACK (stack), box);
  gtk_window_set_default_size (window, 370, 300);
  gtk_window_set_child (window, stack);
  gtk_window_present (window);
  ks_ui_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) == 370, 5000);
  gtk_stack_set_visible_child (GTK_STACK (stack), box);
  ks_ui_wait_until (gtk_widget_get_width (box) > 0, 5000);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 370);
  g_assert_true (ks_side_box_get_folded (KS_SIDE_BOX (box)));
  ks_ui_assert_freed (window);
}

/* A tab as a view switcher has them: its content says how long its name is. */
static GtkWidget *
add_tab (GtkWidget *tabs, const char *name)
{
  GtkWidget *tab = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (tab), label);
  gtk_box_append (GTK_BOX (tabs), tab);
  return label;
}

/* All names stand whole where together they fit, though the longest is no sixth of the width. */
static void
test_tabs (void)
{
  static const char *const names[]
      = { "Tham gia", "Câu hỏi", "Bảng màu", "Đơn vị", "Khối cơ quan", "Ý kiến" };
  GtkWidget *tabs = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *labels[G_N_ELEMENTS (names)];
  int natural[G_N_ELEMENTS (names)], sum = 0, longest = 0;

  gtk_widget_set_layout_manager (tabs, ks_tab_layout_new ());
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      labels[i] = add_tab (tabs, names[i]);
      gtk_widget_measure (labels[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural[i], NULL, NULL);
      sum += natural[i];
      longest = MAX (longest, natural[i]);
    }
  g_assert_cmpint ((sum + 12) / (int)G_N_ELEMENTS (names), <, longest);
  allocate (tabs, sum + 12);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_parent (labels[i])), ==, natural[i] + 2);
  g_object_unref (tabs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/wrap-layout/one-line", test_wrap_one_line);
  g_test_add_func ("/wrap-layout/breaks", test_wrap_breaks);
  g_test_add_func ("/wrap-layout/skips-hidden", test_wrap_skips_hidden);
  g_test_add_func ("/side-box/wide", test_side_box_wide);
  g_test_add_func ("/side-box/narrow", test_side_box_narrow);
  g_test_add_func ("/side-box/opens-narrow", test_side_box_opens_narrow);
  g_test_add_func ("/layouts/tabs", test_tabs);
  return g_test_run ();
}
