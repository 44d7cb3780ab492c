/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-ui-harness.h"

/* The harness itself: it must see what is there, and fail on what is not. */

static GtkWindow *
show_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hidden = gtk_label_new ("Ẩn");

  gtk_widget_set_visible (hidden, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Đơn vị"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Mở tệp"));
  gtk_box_append (GTK_BOX (box), hidden);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ks_ui_wait_until (gtk_widget_get_mapped (window), 2000);
  return GTK_WINDOW (window);
}

static void
test_find (void)
{
  GtkWindow *window = show_window ();
  GtkWidget *root = GTK_WIDGET (window);

  g_assert_nonnull (ks_ui_find_label (root, "Đơn vị"));
  g_assert_null (ks_ui_find_label (root, "Ẩn"));
  g_assert_null (ks_ui_find_label (root, "Đơn"));
  g_assert_true (GTK_IS_BUTTON (ks_ui_find_labelled (root, GTK_TYPE_BUTTON, "Mở tệp")));
  g_assert_null (ks_ui_find_labelled (root, GTK_TYPE_BUTTON, "Đơn vị"));
  g_assert_cmpuint (ks_ui_count (root, GTK_TYPE_LABEL), ==, 2);
  g_assert_true (ks_ui_find_toplevel (GTK_TYPE_WINDOW) == window);
  g_assert_null (ks_ui_find_toplevel (GTK_TYPE_SHORTCUTS_WINDOW));
  ks_ui_assert_freed (window);
}

static void
test_snapshot (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "harness.png", NULL);
  GtkWindow *window = show_window ();
  GtkWidget *button = ks_ui_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Mở tệp");

  g_assert_true (ks_ui_snapshot (button, path));
  texture = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==,
                   gtk_widget_get_width (button) * gtk_widget_get_scale_factor (button));
  ks_ui_assert_freed (window);
}

static void
test_wait_in_vain (void)
{
  if (g_test_subprocess ())
    {
      ks_ui_wait_until (ks_ui_find_toplevel (GTK_TYPE_WINDOW) != NULL, 50);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*waited 50 ms in vain*");
}

static void
test_leak (void)
{
  if (g_test_subprocess ())
    {
      GtkWindow *window = show_window ();
      g_autoptr (GtkWindow) held = g_object_ref (window);

      ks_ui_assert_freed (window);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  g_test_add_func ("/harness/find", test_find);
  g_test_add_func ("/harness/snapshot", test_snapshot);
  g_test_add_func ("/harness/wait-in-vain", test_wait_in_vain);
  g_test_add_func ("/harness/leak", test_leak);
  return g_test_run ();
}
