/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "ks-import-units.h"
#include "ks-side-box.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"
#include "ks-unit-pane.h"
#include "ks-units-page.h"
#include "ks-units-table.h"

/* Every test runs in the C locale, whose order puts Â and Đ after Z. */

static KsUnit *
create_unit (const char *code, const char *name, const char *kind, const char *district, int staff)
{
  KsStaff by_body = { .total = { staff, 0, 0, 0 } };

  return ks_unit_new (code, name, kind, district, district, &by_body, NULL);
}

static KsRegistry *
create_registry (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  KsRegistry *registry;

  g_ptr_array_add (units, create_unit ("00009", "Xã Yên Sơn", "Xã", "Huyện Lục Nam", 30));
  g_ptr_array_add (units, create_unit ("00008", "Xã Đa Mai", "Xã", "Huyện Lục Nam", 10));
  g_ptr_array_add (units, create_unit ("00007", "Xã Ân Thi", "Xã", "Huyện Lục Nam", 20));
  g_ptr_array_add (units, create_unit ("00006", "Xã Dĩnh Trì", "Xã", "Thành phố Bắc Giang", 10));
  g_ptr_array_add (units,
                   create_unit ("00005", "Phường Xương Giang", "Phường", "Thành phố Bắc Giang", 5));
  registry = ks_registry_new (units, &error);
  g_assert_no_error (error);
  return registry;
}

static KsUnitsTable *
show_table (KsRegistry *registry)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *table = g_object_new (KS_TYPE_UNITS_TABLE, NULL);

  ks_units_table_set_registry (KS_UNITS_TABLE (table), registry);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  ks_ui_wait_until (gtk_widget_get_mapped (table), 2000);
  return KS_UNITS_TABLE (table);
}

static void
close_table (KsUnitsTable *table)
{
  ks_ui_assert_freed (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (table))));
}

static GtkColumnView *
find_view (gpointer widget)
{
  return GTK_COLUMN_VIEW (ks_ui_find (widget, GTK_TYPE_COLUMN_VIEW, NULL, NULL));
}

/* Codes of the rows that are shown, in their order. */
static char *
dup_codes (gpointer widget)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (find_view (widget)));
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (KsUnit) unit = g_list_model_get_item (rows, i);

      g_string_append_printf (codes, "%s%c", i > 0 ? " " : "", ks_unit_get_code (unit)[4]);
    }
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

#define assert_codes(widget, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *codes_ = dup_codes (widget);                                                  \
    g_assert_cmpstr (codes_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
search (gpointer widget, const char *text)
{
  GtkWidget *entry = ks_ui_find (widget, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static gboolean
has_choice (GtkWidget *widget, gconstpointer text)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), text))
      return TRUE;
  return FALSE;
}

static void
choose (gpointer widget, const char *text)
{
  GtkWidget *choice = ks_ui_find (widget, GTK_TYPE_DROP_DOWN, has_choice, text);
  guint i = 0;

  g_assert_nonnull (choice);
  while (!g_str_equal (gtk_string_list_get_string (
                           GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (choice))), i),
                       text))
    i++;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
}

static void
test_order (void)
{
  g_autoptr (KsRegistry) registry = create_registry ();
  KsUnitsTable *table = show_table (registry);

  /* The office's own: thành phố before huyện, phường before xã, else as given. */
  assert_codes (table, "5 6 9 8 7");
  /* Ân, Dĩnh, Đa, Xương, Yên. */
  choose (table, "By Name");
  assert_codes (table, "7 6 8 5 9");
  choose (table, "By Code");
  assert_codes (table, "5 6 7 8 9");
  choose (table, "The Office's Order");
  assert_codes (table, "5 6 9 8 7");
  close_table (table);
}

/* A title orders; what is equal stands in the order chosen above the table. */
static void
test_title_order (void)
{
  g_autoptr (KsRegistry) registry = create_registry ();
  KsUnitsTable *table = show_table (registry);
  GtkColumnView *view = find_view (table);
  g_autoptr (GtkColumnViewColumn) staff
      = g_list_model_get_item (gtk_column_view_get_columns (view), 8);

  g_assert_cmpstr (gtk_column_view_column_get_title (staff), ==, "Staff");
  gtk_column_view_sort_by_column (view, staff, GTK_SORT_DESCENDING);
  assert_codes (table, "9 7 6 8 5");
  gtk_column_view_sort_by_column (view, staff, GTK_SORT_ASCENDING);
  assert_codes (table, "5 6 8 7 9");
  choose (table, "By Code");
  assert_codes (table, "5 6 7 8 9");
  gtk_column_view_sort_by_column (view, staff, GTK_SORT_ASCENDING);
  assert_codes (table, "5 6 8 7 9");
  close_table (table);
}

static void
test_search (void)
{
  g_autoptr (KsRegistry) registry = create_registry ();
  KsUnitsTable *table = show_table (registry);

  search (table, "bac giang");
  assert_codes (table, "5 6");
  search (table, "ĐA MAI");
  assert_codes (table, "8");
  search (table, "an thi");
  assert_codes (table, "7");
  search (table, "00009");
  assert_codes (table, "9");
  search (table, "không có");
  assert_codes (table, "");
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (table), "No Unit Found"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (table), "0 units shown"));
  g_signal_emit_by_name (
      ks_ui_find_labelled (GTK_WIDGET (table), GTK_TYPE_BUTTON, "Show All Units"), "clicked");
  assert_codes (table, "5 6 9 8 7");
  g_assert_null (ks_ui_find_label (GTK_WIDGET (table), "No Unit Found"));
  close_table (table);
}

static void
test_filter (void)
{
  g_autoptr (KsRegistry) registry = create_registry ();
  g_autoptr (KsRegistry) again = create_registry ();
  KsUnitsTable *table = show_table (registry);

  choose (table, "Thành phố Bắc Giang");
  assert_codes (table, "5 6");
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (table), "2 units shown"));
  choose (table, "Xã");
  assert_codes (table, "6");
  /* A changed registry keeps what was chosen. */
  ks_units_table_set_registry (table, again);
  assert_codes (table, "6");
  choose (table, "All Districts");
  assert_codes (table, "6 9 8 7");
  g_assert_true (ks_units_table_show_district (table, "Huyện Lục Nam"));
  assert_codes (table, "9 8 7");
  g_assert_false (ks_units_table_show_district (table, "Huyện Khác"));
  assert_codes (table, "9 8 7");
  close_table (table);
}

static void
test_foot (void)
{
  g_autoptr (KsRegistry) registry = create_registry ();
  KsUnitsTable *table = show_table (registry);

  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (table), "5 units, 75 officials"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (table), "· 4 xã, 1 phường"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (table), "5 units shown"));
  close_table (table);
}

static void
test_select (void)
{
  g_autoptr (KsRegistry) registry = create_registry ();
  KsUnitsTable *table = show_table (registry);
  g_autoptr (KsUnit) last = NULL;
  gint64 staff;

  g_assert_cmpuint (ks_units_table_get_n_selected (table), ==, 0);
  g_assert_null (ks_units_table_dup_selected (table, &staff));
  g_assert_cmpint (staff, ==, 0);
  g_assert_false (ks_units_table_select (table, "99999"));
  g_assert_true (ks_units_table_select (table, "00008"));
  ks_units_table_step (table, 1);
  ks_units_table_step (table, 1);
  last = ks_units_table_dup_selected (table, &staff);
  g_assert_cmpstr (ks_unit_get_code (last), ==, "00007");
  g_assert_cmpint (staff, ==, 20);
  ks_units_table_step (table, -4);
  g_assert_cmpuint (ks_units_table_get_n_selected (table), ==, 1);
  ks_units_table_step (table, -1);
  g_clear_object (&last);
  last = ks_units_table_dup_selected (table, NULL);
  g_assert_cmpstr (ks_unit_get_code (last), ==, "00005");
  ks_units_table_unselect (table);
  g_assert_cmpuint (ks_units_table_get_n_selected (table), ==, 0);
  close_table (table);
}

#define N_MANY 600

static KsRegistry *
create_many (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < N_MANY; i++)
    {
      g_autofree char *code = g_strdup_printf ("%05d", i);

      g_ptr_array_add (units, create_unit (code, i % 2 == 0 ? "Xã Tân Tiến" : "Xã Đa Mai", "Xã",
                                           "Huyện Lục Nam", 1));
    }
  return ks_registry_new (units, NULL);
}

static guint
count_rows (KsUnitsTable *table)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (find_view (table))));
}

/* A long list has few rows while one types, and all of them for whoever goes into it. */
static void
test_many (void)
{
  g_autoptr (KsRegistry) registry = create_many ();
  KsUnitsTable *table = show_table (registry);
  GtkWidget *entry = ks_ui_find (GTK_WIDGET (table), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  GtkSelectionModel *rows;

  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (table), "600 units shown"));
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (entry)), NULL);
  ks_ui_wait_until (count_rows (table) == N_MANY, 5000);
  gtk_widget_grab_focus (entry);
  ks_ui_wait_until (count_rows (table) < 60, 5000);
  search (table, "da mai");
  g_assert_cmpuint (count_rows (table), <, 60);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (table), "300 units shown"));
  g_assert_true (ks_units_table_select (table, "00599"));
  g_assert_cmpuint (count_rows (table), ==, N_MANY / 2);
  search (table, "");
  gtk_widget_grab_focus (GTK_WIDGET (find_view (table)));
  g_assert_cmpuint (count_rows (table), ==, N_MANY);
  close_table (table);

  table = show_table (registry);
  entry = ks_ui_find (GTK_WIDGET (table), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  rows = gtk_column_view_get_model (find_view (table));
  gtk_widget_grab_focus (GTK_WIDGET (find_view (table)));
  gtk_selection_model_select_all (rows);
  gtk_widget_grab_focus (entry);
  ks_ui_settle (300);
  /* What is selected is not dropped. */
  g_assert_cmpuint (ks_units_table_get_n_selected (table), ==, N_MANY);
  close_table (table);
}

/* Nobody waits for rows of a page that is not seen. */
static void
test_unseen (void)
{
  g_autoptr (KsRegistry) registry = create_many ();
  GtkWidget *table = g_object_ref_sink (g_object_new (KS_TYPE_UNITS_TABLE, NULL));

  ks_units_table_set_registry (KS_UNITS_TABLE (table), registry);
  g_assert_cmpuint (count_rows (KS_UNITS_TABLE (table)), ==, 0);
  g_assert_true (ks_units_table_select (KS_UNITS_TABLE (table), "00042"));
  g_assert_cmpuint (count_rows (KS_UNITS_TABLE (table)), ==, N_MANY);
  g_object_unref (table);
}

typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static void
open_page (Fixture *fixture, KsCampaign *campaign, int width)
{
  fixture->campaign = campaign;
  fixture->page = ks_units_page_new ();
  fixture->shell = ks_test_shell_new (campaign, fixture->page, width, 700);
}

static void
close_page (Fixture *fixture)
{
  g_assert_cmpstr (ks_test_shell_get_error (fixture->shell), ==, NULL);
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ks_ui_find_label (fixture->page, text) != NULL;
}

static void
assert_state (Fixture *fixture, const char *expected)
{
  g_autofree char *state = ks_page_dup_state (KS_PAGE (fixture->page));

  g_assert_cmpstr (state, ==, expected);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **)text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
dup_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, &text);
  ks_ui_wait_until (text != NULL, 2000);
  return text;
}

static void
test_page (void)
{
  Fixture fixture;
  g_autofree char *token = NULL;
  g_autofree char *link = NULL;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 1094);
  assert_state (&fixture, "209/209");
  g_assert_true (shows (&fixture, "209 units, 4.990 officials"));
  g_assert_true (shows (&fixture, "· 175 xã, 19 phường, 15 thị trấn"));
  g_assert_true (shows (&fixture, "List in force on 01/4/2024"));
  ks_page_show_detail (KS_PAGE (fixture.page), "90060");
  g_assert_true (shows (&fixture, "22 units shown"));
  ks_ui_wait_until (shows (&fixture, "90060 · Huyện Mẫu B"), 2000);
  g_assert_true (shows (&fixture, "23 people"));
  g_assert_true (shows (&fixture, "86,96%"));
  gtk_widget_activate_action (fixture.page, "page.copy-token", NULL);
  token = dup_clipboard (fixture.page);
  g_assert_true (g_str_has_prefix (token, "90060-"));
  gtk_widget_activate_action (fixture.page, "page.copy-link", NULL);
  link = dup_clipboard (fixture.page);
  g_assert_true (g_str_has_prefix (link, "https://") && g_str_has_suffix (link, token));
  g_assert_cmpstr (ks_test_shell_get_message (fixture.shell), ==, "Link copied");
  gtk_widget_activate_action (fixture.page, "page.next-unit", NULL);
  ks_ui_wait_until (shows (&fixture, "90061 · Huyện Mẫu B"), 2000);
  gtk_widget_activate_action (fixture.page, "page.close-pane", NULL);
  ks_ui_wait_until (!shows (&fixture, "90061 · Huyện Mẫu B"), 2000);
  close_page (&fixture);
}

static void
test_copy (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 1094);
  search (fixture.page, "thi tran mau 0");
  gtk_selection_model_select_all (gtk_column_view_get_model (find_view (fixture.page)));
  ks_ui_wait_until (shows (&fixture, "9 Units"), 2000);
  gtk_widget_activate_action (fixture.page, "page.copy", NULL);
  g_assert_cmpstr (ks_test_shell_get_message (fixture.shell), ==, "9 rows copied");
  text = dup_clipboard (fixture.page);
  g_assert_true (g_str_has_prefix (text, "Code of unit\tUnit\tDistrict, town, city\tParty\t"));
  g_assert_nonnull (strstr (text, "\n90053\tThị trấn Mẫu 03\tHuyện Mẫu B\t3\t11\t1\t3\t18\t"));
  close_page (&fixture);
}

/* The overview counts units with more answers than staff and leads to them. */
static void
test_over (void)
{
  Fixture fixture;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 1094);
  search (fixture.page, "huyen mau a");
  ks_page_show_detail (KS_PAGE (fixture.page), "over");
  g_assert_true (shows (&fixture, "11 units shown"));
  choose (fixture.page, "Phường");
  g_assert_true (shows (&fixture, "19 units shown"));
  choose (fixture.page, "All Kinds");
  g_assert_true (shows (&fixture, "209 units shown"));
  close_page (&fixture);
}

/* Before anybody answered there is nothing to say of answers. */
static void
test_no_answers (void)
{
  Fixture fixture;
  g_autoptr (GtkColumnViewColumn) answers = NULL;

  open_page (&fixture, ks_test_campaign_new_some (ks_test_campaign_noon (), ""), 1094);
  answers = g_list_model_get_item (gtk_column_view_get_columns (find_view (fixture.page)), 9);
  g_assert_false (gtk_column_view_column_get_visible (answers));
  ks_page_show_detail (KS_PAGE (fixture.page), "90001");
  ks_ui_wait_until (shows (&fixture, "90001 · Thành phố Mẫu"), 2000);
  g_assert_false (shows (&fixture, "Valid Answers"));
  close_page (&fixture);
}

/* Where the pane has no room beside the table it takes turns with it. */
static void
test_narrow (void)
{
  Fixture fixture;
  GtkWidget *box;
  g_autoptr (GtkColumnViewColumn) party = NULL;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 380);
  box = ks_ui_find (fixture.page, KS_TYPE_SIDE_BOX, NULL, NULL);
  party = g_list_model_get_item (gtk_column_view_get_columns (find_view (fixture.page)), 3);
  ks_ui_wait_until (!gtk_column_view_column_get_visible (party), 2000);
  g_assert_cmpint (gtk_widget_get_width (fixture.page), <=, 400);
  gtk_selection_model_select_item (gtk_column_view_get_model (find_view (fixture.page)), 0, TRUE);
  g_assert_false (ks_side_box_get_show_pane (KS_SIDE_BOX (box)));
  g_signal_emit_by_name (find_view (fixture.page), "activate", 1);
  ks_ui_wait_until (shows (&fixture, "90002 · Thành phố Mẫu"), 2000);
  gtk_widget_activate_action (fixture.page, "page.close-pane", NULL);
  g_assert_false (ks_side_box_get_show_pane (KS_SIDE_BOX (box)));
  close_page (&fixture);
}

/* Another list takes the place of the old one, whose rows are gone. */
static void
test_import (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "units.csv", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (KsUnitsPlan) plan = NULL;
  KsOutcome *outcome = NULL;

  open_page (&fixture, ks_test_campaign_new_some (ks_test_campaign_noon (), ""), 1094);
  g_file_set_contents (path,
                       "code,name,type,district_code,district_name,staff_party,staff_government,"
                       "staff_front,staff_unions\n"
                       "90001,Phường Mẫu 01,Phường,981,Thành phố Mẫu,6,16,3,7\n",
                       -1, &error);
  g_assert_no_error (error);
  ks_page_show_detail (KS_PAGE (fixture.page), "90001");
  ks_ui_wait_until (shows (&fixture, "31 people"), 2000);
  plan = ks_plan_units (fixture.campaign, paths, KS_ENCODING_AUTO, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ks_units_plan_apply (plan, fixture.campaign, NULL, NULL, &outcome, &error));
  g_assert_no_error (error);
  ks_outcome_free (outcome);
  ks_ui_wait_until (shows (&fixture, "32 people"), 2000);
  g_remove (path);
  close_page (&fixture);
}

/* The suffix is added where it was left out. */
static void
test_export (void)
{
  Fixture fixture;
  g_autofree char *folder = g_dir_make_tmp ("ks-units-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autofree char *typed = g_build_filename (folder, "list", NULL);
  g_autofree char *text = NULL;
  GtkWindow *dialog;
  GtkWidget *name;

  open_page (&fixture, ks_test_campaign_new_some (ks_test_campaign_noon (), ""), 1094);
  gtk_widget_activate_action (fixture.page, "page.export-csv", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL, 5000);
  dialog = ks_ui_find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  name = ks_ui_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "units.csv");
  gtk_editable_set_text (GTK_EDITABLE (name), typed);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  ks_ui_wait_until (g_file_test (path, G_FILE_TEST_EXISTS), 5000);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "90060,Xã Mẫu 37,Xã,"));
  g_assert_cmpstr (ks_test_shell_get_message (fixture.shell), ==, "The list of units is saved");
  g_remove (path);
  g_rmdir (folder);
  close_page (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/units/order", test_order);
  g_test_add_func ("/units/title-order", test_title_order);
  g_test_add_func ("/units/search", test_search);
  g_test_add_func ("/units/filter", test_filter);
  g_test_add_func ("/units/foot", test_foot);
  g_test_add_func ("/units/select", test_select);
  g_test_add_func ("/units/many", test_many);
  g_test_add_func ("/units/unseen", test_unseen);
  g_test_add_func ("/units/page", test_page);
  g_test_add_func ("/units/copy", test_copy);
  g_test_add_func ("/units/over", test_over);
  g_test_add_func ("/units/no-answers", test_no_answers);
  g_test_add_func ("/units/narrow", test_narrow);
  g_test_add_func ("/units/import", test_import);
  g_test_add_func ("/units/export", test_export);
  return g_test_run ();
}
