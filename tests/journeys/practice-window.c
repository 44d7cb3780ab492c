/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

/* A window to practise on: test-person.py shows that the driver of the journeys reads, clicks, types and
 * judges rightly before it judges the program. */

static void
greet_cb (GtkButton *button, GtkLabel *label)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (button), "entry");
  g_autofree char *text = g_strdup_printf ("Chào %s", gtk_editable_get_text (entry));

  gtk_label_set_text (label, text);
}

static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer label)
{
  gtk_label_set_text (label, "Đã chọn");
}

static GtkWidget *
build_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, "Chọn một mục", "app.choose");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Trình đơn", -1);
  return button;
}

static GtkWidget *
build_content (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic ("_Chào hỏi");

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Họ và tên", -1);
  g_object_set_data (G_OBJECT (button), "entry", entry);
  g_signal_connect (button, "clicked", G_CALLBACK (greet_cb), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_button_new_from_icon_name ("edit-delete-symbolic"));
  return box;
}

static void
activate_cb (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *label = gtk_label_new ("Chưa chào");
  GtkWidget *box = build_content (label);
  g_autoptr (GSimpleAction) choose = g_simple_action_new ("choose", NULL);

  g_signal_connect (choose, "activate", G_CALLBACK (choose_cb), label);
  g_action_map_add_action (G_ACTION_MAP (app), G_ACTION (choose));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), build_menu_button ());
  gtk_box_prepend (GTK_BOX (box), bar);
  gtk_window_set_title (GTK_WINDOW (window), "Cửa sổ tập");
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 320);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) app = adw_application_new ("vn.danvan.KhaoSat.Practice",
                                                        G_APPLICATION_NON_UNIQUE);
  const char *quit_keys[] = { "<Control>q", NULL };
  g_autoptr (GSimpleAction) quit = g_simple_action_new ("quit", NULL);

  g_signal_connect_swapped (quit, "activate", G_CALLBACK (g_application_quit), app);
  g_action_map_add_action (G_ACTION_MAP (app), G_ACTION (quit));
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);
  gtk_application_set_accels_for_action (GTK_APPLICATION (app), "app.quit", quit_keys);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
