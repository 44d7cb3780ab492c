/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-answers-page.h"
#include "ks-import-dialog.h"
#include "ks-import-window.h"
#include "ks-recipes.h"
#include "ks-recognise-file.h"
#include "ks-row-model.h"
#include "ks-scope-button.h"
#include "ks-state-list.h"
#include "ks-test-answers.h"
#include "ks-test-campaign.h"
#include "ks-ui-harness.h"
#include "ks-zip-writer.h"

#define N_ROWS 4487
#define N_WAITING 21

static GListModel *
get_rows (KsTestAnswers *fixture)
{
  GtkWidget *table = ks_ui_find (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, guint *change)
{
  change[0] = position;
  change[1] = removed;
  change[2] = added;
}

static gint64
get_row_number (KsRowModel *model, guint position)
{
  g_autoptr (KsRowItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  g_assert_nonnull (item);
  g_assert_nonnull (ks_row_item_get_row (item));
  return ks_row_item_get_row (item)->row;
}

static void
test_pages (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (KsRowModel) model = ks_row_model_new ();
  guint change[3] = { 9, 9, 9 };

  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), change);
  ks_row_model_load (model, fixture->campaign, NULL, NULL);
  g_assert_false (ks_row_model_is_loading (model));
  g_assert_cmpuint (change[0], ==, 0);
  g_assert_cmpuint (change[1], ==, 0);
  g_assert_cmpuint (change[2], ==, N_ROWS);
  g_assert_cmpuint (ks_row_model_get_n_kept (model), ==, 0);
  /* The header is row 1 of the file. */
  g_assert_cmpint (get_row_number (model, 0), ==, 2);
  g_assert_cmpint (get_row_number (model, KS_ROW_MODEL_PAGE - 1), ==, KS_ROW_MODEL_PAGE + 1);
  g_assert_cmpuint (ks_row_model_get_n_kept (model), ==, 1);
  g_assert_cmpint (get_row_number (model, KS_ROW_MODEL_PAGE), ==, KS_ROW_MODEL_PAGE + 2);
  g_assert_cmpuint (ks_row_model_get_n_kept (model), ==, 2);
  g_assert_cmpint (get_row_number (model, N_ROWS - 1), ==, N_ROWS + 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), N_ROWS));
}

static void
test_few_pages_kept (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (KsRowModel) model = ks_row_model_new ();

  ks_row_model_load (model, fixture->campaign, NULL, NULL);
  for (guint i = 0; i < N_ROWS; i += KS_ROW_MODEL_PAGE / 2)
    g_assert_cmpint (get_row_number (model, i), ==, i + 2);
  g_assert_cmpuint (ks_row_model_get_n_kept (model), <=, 8);
  g_assert_cmpint (get_row_number (model, 5), ==, 7);
}

static void
load (KsTestAnswers *fixture, KsRowModel *model, const char *state, const char *unit)
{
  ks_row_model_load (model, fixture->campaign, state, unit);
  g_assert_true (ks_row_model_is_loading (model));
  ks_ui_wait_until (!ks_row_model_is_loading (model), 5000);
}

static void
test_filters (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (KsRowModel) model = ks_row_model_new ();
  g_autoptr (KsRowItem) item = NULL;
  g_autofree char *time = NULL;
  guint change[3] = { 9, 9, 9 };
  guint n_of_unit;

  load (fixture, model, "waiting", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_WAITING);
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpint (ks_row_item_get_row (item)->state, ==, KS_STATE_WAITING);
  g_assert_cmpstr (ks_row_item_get_row (item)->sentence, !=, "");
  time = ks_row_item_dup_time (item);
  g_assert_cmpstr (time, ==, "31/3/2024 15:00");
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), change);
  load (fixture, model, "token_mismatch", NULL);
  g_assert_cmpuint (change[1], ==, N_WAITING);
  g_assert_cmpuint (change[2], ==, 5);
  load (fixture, model, NULL, "90001");
  n_of_unit = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_assert_cmpuint (n_of_unit, >, 0);
  g_assert_cmpuint (n_of_unit, <, 100);
  ks_row_model_load (model, NULL, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
}

static void
count_cb (guint *n_changes)
{
  ++*n_changes;
}

/* Until the rows are found those before stay; of several choices the last one wins. */
static void
test_last_choice (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (KsRowModel) model = ks_row_model_new ();
  guint n_loaded = 0;

  ks_row_model_load (model, fixture->campaign, NULL, NULL);
  g_signal_connect_swapped (model, "loaded", G_CALLBACK (count_cb), &n_loaded);
  ks_row_model_load (model, fixture->campaign, "counted", NULL);
  ks_row_model_load (model, fixture->campaign, "waiting", NULL);
  ks_row_model_load (model, fixture->campaign, "unknown_unit", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_ROWS);
  g_assert_cmpint (get_row_number (model, 0), ==, 2);
  ks_ui_wait_until (!ks_row_model_is_loading (model), 5000);
  ks_ui_settle (50);
  g_assert_cmpuint (n_loaded, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 4);
  ks_row_model_load (model, fixture->campaign, "waiting", NULL);
  ks_row_model_load (model, NULL, NULL, NULL);
  ks_ui_settle (50);
  g_assert_cmpuint (n_loaded, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
}

static void
test_page (KsTestAnswers *fixture, gconstpointer data)
{
  g_autofree char *state = ks_page_dup_state (KS_PAGE (fixture->page));
  GtkWidget *states = ks_ui_find (fixture->page, KS_TYPE_STATE_LIST, NULL, NULL);

  g_assert_cmpstr (state, ==, "21 waiting");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, N_ROWS);
  g_assert_nonnull (ks_ui_find_label (fixture->page, "All sheets received: 4.487"));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "4.487 rows · 4.466 valid · 21 waiting"));
  g_assert_true (ks_state_list_select (KS_STATE_LIST (states), "unknown_unit"));
  ks_ui_wait_until (g_list_model_get_n_items (get_rows (fixture)) == 4, 5000);
  g_assert_nonnull (
      ks_ui_find_label (fixture->page, "Sheets whose unit is not known, waiting: 4"));
  g_assert_false (ks_state_list_select (KS_STATE_LIST (states), "no such state"));
}

static void
test_detail (KsTestAnswers *fixture, gconstpointer data)
{
  GtkWidget *scope = ks_ui_find (fixture->page, KS_TYPE_SCOPE_BUTTON, NULL, NULL);
  guint n_changes = 0;
  KsScope picked;

  g_signal_connect_swapped (get_rows (fixture), "items-changed", G_CALLBACK (count_cb),
                            &n_changes);
  ks_page_show_detail (KS_PAGE (fixture->page), "waiting");
  ks_ui_wait_until (
      ks_ui_find_label (fixture->page, "Sheets waiting, not counted yet: 21") != NULL, 5000);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, N_WAITING);
  ks_page_show_detail (KS_PAGE (fixture->page), "90063");
  ks_ui_wait_until (n_changes == 2, 5000);
  ks_ui_settle (50);
  g_assert_cmpuint (n_changes, ==, 2);
  g_signal_handlers_disconnect_by_func (get_rows (fixture), count_cb, &n_changes);
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (scope), &picked);
  g_assert_cmpstr (picked.code, ==, "90063");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), <, 100);
}

static void
test_empty (KsTestAnswers *fixture, gconstpointer data)
{
  g_autofree char *state = ks_page_dup_state (KS_PAGE (fixture->page));

  g_assert_cmpstr (state, ==, "–");
  g_assert_nonnull (ks_ui_find_label (fixture->page, "No Answer Sheets Yet"));
}

static GFile *
write_file (KsTestAnswers *fixture, const char *name, const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static GFile *
write_answers (KsTestAnswers *fixture)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/vn/danvan/KhaoSat/sample/answers.csv", 0, NULL);

  g_assert_nonnull (bytes);
  return write_file (fixture, "answers.csv", g_bytes_get_data (bytes, NULL),
                     g_bytes_get_size (bytes));
}

/* As if dropped together. */
static void
present (KsTestAnswers *fixture, GFile *one, GFile *other)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_object_ref (one));
  if (other != NULL)
    g_ptr_array_add (files, g_object_ref (other));
  ks_import_dialog_present_together (KS_SHELL (fixture->shell), files, KS_FILE_RESPONSES);
}

static KsImportWindow *
open_import (KsTestAnswers *fixture, GFile *file)
{
  present (fixture, file, NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) != NULL, 5000);
  return KS_IMPORT_WINDOW (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW));
}

static gint64
count_rows (KsTestAnswers *fixture)
{
  return ks_rows_count (fixture->campaign, NULL, NULL);
}

static void
test_import (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_answers (fixture);
  KsImportWindow *window = open_import (fixture, file);

  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Import 4.487 Sheets") != NULL, 30000);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "4.466"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "209/209"));
  g_assert_cmpint (count_rows (fixture), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 30000);
  g_assert_cmpint (count_rows (fixture), ==, N_ROWS);
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture->shell), ==, "answers");
  g_assert_nonnull (ks_test_shell_get_message (fixture->shell));
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "All sheets received: 4.487") != NULL, 5000);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (ks_rows_count (fixture->campaign, NULL, NULL) == 0, 5000);
}

/* Of a file with several tables the columns of each can be looked at; all come in at once. */
static void
test_import_sheets (KsTestAnswers *fixture, gconstpointer data)
{
  static const char *const names[] = { "Xã Mẫu 01.csv", "b.csv" };
  static const char *const texts[]
      = { "Thời điểm,A1\n01/04/2024 8:05:12,5\n",
          "Thời điểm,Mã đơn vị,A2,A3\n01/04/2024 8:05:12,0,5,5\n01/04/2024 8:06:12,0,5,5\n" };
  g_autoptr (KsZipWriter) zip = ks_zip_writer_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  KsImportWindow *window;
  GtkWidget *sheets;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_true (ks_zip_writer_add (zip, names[i], part, NULL));
    }
  bytes = ks_zip_writer_end (zip, NULL);
  file = write_file (fixture, "gói.zip", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  window = open_import (fixture, file);
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Import 3 Sheets") != NULL, 30000);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "2, with 3 rows"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "1 rows × 2 columns"));
  sheets = ks_ui_find (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, NULL, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sheets), 1);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "2 rows × 4 columns"));
  gtk_widget_activate_action (GTK_WIDGET (window), "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 30000);
  g_assert_cmpint (count_rows (fixture), ==, 3);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (ks_rows_count (fixture->campaign, NULL, NULL) == 0, 5000);
}

static gboolean
begins_with (GtkWidget *widget, gconstpointer text)
{
  return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Presses the button with the answer, opens its list and takes one that begins so from it. */
static void
pick (GtkWidget *window, const char *label, const char *answer)
{
  GtkWidget *button
      = gtk_widget_get_ancestor (ks_ui_find_label (window, label), GTK_TYPE_MENU_BUTTON);
  GtkWidget *found;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ks_ui_wait_until ((found = ks_ui_find (button, GTK_TYPE_LABEL, begins_with, answer)) != NULL,
                    5000);
  found = gtk_widget_get_ancestor (found, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_LIST_BOX), "row-activated", found);
}

static GtkWidget *
open_text (KsTestAnswers *fixture, const char *name, const char *text)
{
  g_autoptr (GFile) file = write_file (fixture, name, text, strlen (text));

  return GTK_WIDGET (open_import (fixture, file));
}

#define ODD_FILE                                                                                   \
  "Thời điểm,Mã đơn vị,A1,Câu hai,Email\n"                                                         \
  "01/04/2024 8:05:12,0,Tuyệt vời,5,a@b.vn\n01/04/2024 8:06:12,Xã Mẩu 37,Tốt,5,c@d.vn\n"

/* What nobody can know is asked; what was answered is known of the next file. */
static void
test_import_answers (KsTestAnswers *fixture, gconstpointer data)
{
  GtkWidget *window = open_text (fixture, "a.csv", ODD_FILE);

  ks_ui_wait_until (ks_ui_find_label (window, "Import 2 Sheets") != NULL, 30000);
  g_assert_nonnull (ks_ui_find_label (window, "“Tuyệt vời”"));
  g_assert_nonnull (ks_ui_find_label (window, "Unit “Xã Mẩu 37”"));
  g_assert_nonnull (ks_ui_find_label (window, "e-mail addresses"));
  g_assert_null (ks_ui_find_label (window, "a@b.vn"));
  pick (window, "Leave blank", "Rất tốt");
  ks_ui_wait_until (ks_ui_find_label (window, "Cells not read, left blank") == NULL, 10000);
  pick (window, "Let them wait", "Xã Mẫu 37, Huyện Mẫu B");
  ks_ui_wait_until (ks_ui_find_label (window, "An officer said so.") != NULL, 10000);
  pick (window, "Not used", "Question A2: ");
  ks_ui_wait_until (ks_ui_find_label (window, "Which column is what: 4 of 5 known") != NULL, 10000);
  gtk_widget_activate_action (window, "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 30000);
  g_assert_cmpint (count_rows (fixture), ==, 2);
  window = open_text (fixture, "b.csv", ODD_FILE "01/04/2024 8:07:12,0,Tuyệt vời,4,e@f.vn\n");
  ks_ui_wait_until (ks_ui_find_label (window, "Import 1 Sheet") != NULL, 30000);
  g_assert_null (ks_ui_find_label (window, "Cells not read, left blank"));
  g_assert_nonnull (ks_ui_find_label (window, "Which column is what: 4 of 5 known"));
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (count_rows (fixture) == 0, 5000);
}

/* The first sheets of the sample, as a form at Greenwich tells their times. */
static GtkWidget *
open_foreign (KsTestAnswers *fixture, const char *name)
{
  g_autoptr (GFile) sample = write_answers (fixture);
  g_autofree char *text = NULL;
  g_autoptr (GString) foreign = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_load_contents (sample, NULL, &text, NULL, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_string_append_printf (foreign, "%s\n", lines[0]);
  for (guint i = 1; i <= 2; i++)
    g_string_append_printf (foreign, "\"2024/03/31 11:3%u:07 PM\"%s\n", i, strchr (lines[i], ','));
  return open_text (fixture, name, foreign->str);
}

/* Where all sheets lie outside the survey the zone is asked; each answer tells what it does. */
static void
test_import_zone (KsTestAnswers *fixture, gconstpointer data)
{
  GtkWidget *window = open_foreign (fixture, "a.csv");

  ks_ui_wait_until (ks_ui_find_label (window, "Time zone") != NULL, 30000);
  pick (window, "Vietnam time", "GMT+14: 23:31 → 16:31");
  ks_ui_wait_until (ks_ui_find_label (window, "GMT+14: 23:31 → 16:31") != NULL, 10000);
  pick (window, "GMT+14: 23:31 → 16:31", "GMT-12: 23:31 → 18:31 the next day");
  ks_ui_wait_until (ks_ui_find_label (window, "GMT-12: 23:31 → 18:31 the next day") != NULL, 10000);
  pick (window, "GMT-12: 23:31 → 18:31 the next day", "UTC: 23:31 → 06:31 the next day");
  ks_ui_wait_until (ks_ui_find_label (window, "Outside the survey time") == NULL
                        && ks_ui_find_label (window, "UTC: 23:31 → 06:31 the next day") != NULL,
                    10000);
  gtk_widget_activate_action (window, "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 30000);
  g_assert_cmpstr (ks_test_shell_get_message (fixture->shell), ==,
                   "Imported a.csv: 2 answer sheets count, 0 wait to be looked at");
  window = open_foreign (fixture, "b.csv");
  ks_ui_wait_until (ks_ui_find_label (window, "UTC: 23:31 → 06:31 the next day") != NULL, 30000);
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
}

/* Few letters of an old encoding: the window shows how each reads, once for their header. */
static void
test_import_encoding (KsTestAnswers *fixture, gconstpointer data)
{
  static const char few[] = "Time,Ma don vi,A1\n01/04/2024 8:05:12,0,T\xe8t\n";
  static const char more[] = "Time,Ma don vi,A1\n01/04/2024 8:05:12,0,T\xe8t\n"
                             "01/04/2024 8:06:12,0,T\xe8t\n";
  GtkWidget *window = open_text (fixture, "a.csv", few);
  GtkWidget *found = NULL;

  ks_ui_wait_until (ks_ui_find_label (window, "a.csv: in which of these does the text read right?")
                        != NULL,
                    30000);
  ks_ui_wait_until ((found = ks_ui_find_label (window, "01/04/2024 8:05:12,0,Tốt")) != NULL, 5000);
  found = gtk_widget_get_ancestor (found, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_LIST_BOX), "row-activated", found);
  ks_ui_wait_until (ks_ui_find_label (window, "Import 1 Sheet") != NULL, 30000);
  g_assert_null (ks_ui_find_label (window, "Cells not read, left blank"));
  gtk_widget_activate_action (window, "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 30000);
  g_assert_cmpint (count_rows (fixture), ==, 1);
  window = open_text (fixture, "b.csv", more);
  ks_ui_wait_until (ks_ui_find_label (window, "Import 1 Sheet") != NULL, 30000);
  g_assert_null (ks_ui_find_label (window, "Cells not read, left blank"));
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
}

#define OTHER_FILE                                                                                 \
  "Thời điểm,Mã đơn vị,B1,B2\n01/04/2024 8:05:12,0,Tuyệt vời,5\n01/04/2024 8:09:12,0,5,5\n"                         \
  "01/04/2024 8:10:12,0,5,4\n"

/* Several files are one window, one commit and one undo; a question is about its file alone. */
static void
test_import_together (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (GFile) one = write_file (fixture, "một.csv", ODD_FILE, strlen (ODD_FILE));
  g_autoptr (GFile) other = write_file (fixture, "hai.csv", OTHER_FILE, strlen (OTHER_FILE));
  GtkWidget *window;

  present (fixture, one, other);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) != NULL, 5000);
  window = GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW));
  ks_ui_wait_until (ks_ui_find_label (window, "Import 5 Sheets") != NULL, 30000);
  g_assert_nonnull (ks_ui_find_label (window, "2 files, with 5 rows"));
  g_assert_nonnull (ks_ui_find_label (window, "0 valid · 3 wait · 0 known"));
  g_assert_nonnull (ks_ui_find_label (window, "0 valid · 2 wait · 0 known"));
  g_assert_nonnull (ks_ui_find_label (
      window, "một.csv\nQuestion A1 · in 1 cells · no level of the scale"));
  g_assert_nonnull (ks_ui_find_label (
      window, "hai.csv\nQuestion B1 · in 1 cells · no level of the scale"));
  pick (window, "Leave blank", "Rất tốt");
  ks_ui_wait_until (ks_ui_find_label (window, "hai.csv\nQuestion B1 · in 1 cells · no level of "
                                              "the scale")
                            != NULL
                        && ks_ui_find_label (window, "một.csv\nQuestion A1") != NULL,
                    10000);
  gtk_widget_activate_action (window, "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 30000);
  g_assert_cmpint (count_rows (fixture), ==, 5);
  g_assert_cmpstr (ks_test_shell_get_message (fixture->shell), ==,
                   "Imported 2 files: 0 answer sheets count, 5 wait to be looked at");
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (count_rows (fixture) == 0, 5000);
}

/* A file of which nothing is taken leaves the others out as well, and is named. */
static void
test_import_together_broken (KsTestAnswers *fixture, gconstpointer data)
{
  static const char cut[] = "Thời điểm,Mã đơn vị,A1\n01/04/2024 8:05:12,\"0";
  g_autoptr (GFile) one = write_file (fixture, "một.csv", ODD_FILE, strlen (ODD_FILE));
  g_autoptr (GFile) other = write_file (fixture, "hỏng.csv", cut, strlen (cut));
  GtkWidget *window;

  present (fixture, one, other);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) != NULL, 5000);
  window = GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW));
  ks_ui_wait_until (ks_ui_find_label (window, "The File Was Not Taken") != NULL, 10000);
  g_assert_nonnull (ks_ui_find (window, GTK_TYPE_LABEL, begins_with, "“hỏng.csv”"));
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
  g_assert_cmpint (count_rows (fixture), ==, 0);
}

/* An answer with which the file could not be taken is taken back, and why is told. */
static void
test_import_wrong_answer (KsTestAnswers *fixture, gconstpointer data)
{
  GtkWidget *window = open_text (fixture, "a.csv", ODD_FILE);

  ks_ui_wait_until (ks_ui_find_label (window, "Import 2 Sheets") != NULL, 30000);
  pick (window, "Survey code", "Not used");
  ks_ui_wait_until (ks_ui_find (window, GTK_TYPE_LABEL, begins_with,
                                "a.csv: no column tells the unit of an answer")
                        != NULL,
                    10000);
  g_assert_nonnull (ks_ui_find_label (window, "Survey code"));
  g_assert_nonnull (ks_ui_find_label (window, "Import 2 Sheets"));
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
  g_assert_cmpint (count_rows (fixture), ==, 0);
}

/* Of the header of ODD_FILE much was said before, and of a level that the scale has not any more. */
#define OLD_ANSWERS                                                                                \
  "{\"recipes\":[{\"columns\":[{\"header\":\"Thời điểm\",\"role\":\"time\"},"                   \
  "{\"header\":\"Mã đơn vị\",\"role\":\"unit\"},"                                                  \
  "{\"header\":\"A1\",\"role\":\"question\",\"question\":\"A1\"},"                                      \
  "{\"header\":\"Câu hai\",\"role\":\"ignored\"},"                                                 \
  "{\"header\":\"Email\",\"role\":\"personal\"}],"                                                 \
  "\"values\":[{\"question\":\"A1\",\"text\":\"Tuyệt vời\",\"option\":99}],\"units\":["

static void
keep_answers (KsTestAnswers *fixture)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (fixture->campaign);
  const char *code = ks_unit_get_code (ks_registry_get_unit (registry, 0));
  g_autoptr (GString) json = g_string_new (OLD_ANSWERS);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (json, "%s{\"given\":\"Tên cũ %u\",\"code\":\"%s\"}", i > 0 ? "," : "", i,
                            code);
  g_string_append (json, "]}]}");
  file = write_file (fixture, "recipes.json", json->str, json->len);
  ks_import_recipes (fixture->campaign, g_file_peek_path (file), NULL, &error);
  g_assert_no_error (error);
}

/* However much was answered before, what is new is asked; an answer that the form lost is none. */
static void
test_import_many_answers (KsTestAnswers *fixture, gconstpointer data)
{
  GtkWidget *window;

  keep_answers (fixture);
  window = open_text (fixture, "a.csv", ODD_FILE);
  ks_ui_wait_until (ks_ui_find_label (window, "Import 2 Sheets") != NULL, 30000);
  g_assert_nonnull (ks_ui_find_label (window, "“Tuyệt vời”"));
  g_assert_nonnull (ks_ui_find_label (window, "Leave blank"));
  g_assert_nonnull (ks_ui_find_label (window, "Unit “Xã Mẩu 37”"));
  g_assert_nonnull (ks_ui_find_label (window, "Unit “Tên cũ 0”"));
  g_assert_null (ks_ui_find_label (window, "Unit “Tên cũ 79”"));
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
}

static void
test_import_again (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_answers (fixture);
  KsImportWindow *window = open_import (fixture, file);

  ks_ui_wait_until (
      ks_ui_find_label (GTK_WIDGET (window),
                        "This file was imported before; there is nothing new in it.")
          != NULL,
      30000);
  g_assert_null (ks_ui_find_label (GTK_WIDGET (window), "Import 0 Sheets"));
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
  g_assert_cmpint (count_rows (fixture), ==, N_ROWS);
}

/* A file that only lacks sheets is worth a note, which the window writes. */
static void
test_import_vanished (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/vn/danvan/KhaoSat/sample/answers.csv", 0, NULL);
  const char *text = g_bytes_get_data (bytes, NULL);
  const char *cut = g_strrstr_len (text, (gssize) g_bytes_get_size (bytes) - 2, "\n") + 1;
  g_autoptr (GFile) file = write_file (fixture, "answers.csv", text, (gsize) (cut - text));
  GtkWidget *window = GTK_WIDGET (open_import (fixture, file));

  ks_ui_wait_until (ks_ui_find_label (window, "_Note It") != NULL
                        || ks_ui_find_label (window, "Note It") != NULL, 30000);
  g_assert_nonnull (ks_ui_find_label (window, "Missing since an earlier import, kept"));
  gtk_widget_activate_action (window, "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 30000);
  g_assert_cmpint (count_rows (fixture), ==, N_ROWS);
  g_assert_cmpstr (ks_test_shell_get_message (fixture->shell), ==,
                   "No sheet is new; 1 sheet of an earlier import is missing. It is kept, and noted "
                   "as a finding");
}

static void
test_broken_file (KsTestAnswers *fixture, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1";
  g_autoptr (GFile) file = write_file (fixture, "answers.csv", png, sizeof png - 1);
  KsImportWindow *window = open_import (fixture, file);

  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "The File Was Not Taken") != NULL,
                    10000);
  g_assert_null (ks_ui_find_label (GTK_WIDGET (window), "What will change"));
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
  g_assert_cmpint (count_rows (fixture), ==, 0);
  g_assert_null (ks_test_shell_get_message (fixture->shell));
}

/* The second file waits until the window of the first is left. */
static void
test_one_after_the_other (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = write_file (fixture, "first.csv", "a,b\n1,2\n", 8);
  g_autoptr (GFile) second = write_file (fixture, "second.csv", "a,b\n1,2\n", 8);
  KsImportWindow *window = open_import (fixture, first);

  present (fixture, second, NULL);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "first.csv"));
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "The File Was Not Taken") != NULL,
                    10000);
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) != NULL
                        && ks_ui_find_label (
                               GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW)),
                               "second.csv")
                               != NULL,
                    10000);
  gtk_window_close (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) == NULL, 5000);
  ks_ui_settle (200);
}

static void
test_unknown_file (KsTestAnswers *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "letter.txt", "hello", 5);

  ks_import_dialog_present (KS_SHELL (fixture->shell), file, KS_FILE_UNKNOWN);
  g_assert_null (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW));
  g_assert_nonnull (strstr (ks_test_shell_get_error (fixture->shell), "letter.txt"));
}

#define ADD(name, set_up, func)                                                                   \
  g_test_add (name, KsTestAnswers, NULL, set_up, func, ks_test_answers_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/answers/model/pages", ks_test_answers_set_up, test_pages);
  ADD ("/answers/model/few-pages-kept", ks_test_answers_set_up, test_few_pages_kept);
  ADD ("/answers/model/filters", ks_test_answers_set_up, test_filters);
  ADD ("/answers/model/last-choice", ks_test_answers_set_up, test_last_choice);
  ADD ("/answers/page", ks_test_answers_set_up, test_page);
  ADD ("/answers/detail", ks_test_answers_set_up, test_detail);
  ADD ("/answers/empty", ks_test_answers_set_up_empty, test_empty);
  ADD ("/answers/import", ks_test_answers_set_up_empty, test_import);
  ADD ("/answers/import-sheets", ks_test_answers_set_up_empty, test_import_sheets);
  ADD ("/answers/import-answers", ks_test_answers_set_up_empty, test_import_answers);
  ADD ("/answers/import-encoding", ks_test_answers_set_up_empty, test_import_encoding);
  ADD ("/answers/import-zone", ks_test_answers_set_up_empty, test_import_zone);
  ADD ("/answers/import-wrong-answer", ks_test_answers_set_up_empty, test_import_wrong_answer);
  ADD ("/answers/import-together", ks_test_answers_set_up_empty, test_import_together);
  ADD ("/answers/import-together-broken", ks_test_answers_set_up_empty, test_import_together_broken);
  ADD ("/answers/import-many-answers", ks_test_answers_set_up_empty, test_import_many_answers);
  ADD ("/answers/import-again", ks_test_answers_set_up, test_import_again);
  ADD ("/answers/import-vanished", ks_test_answers_set_up, test_import_vanished);
  ADD ("/answers/broken-file", ks_test_answers_set_up_empty, test_broken_file);
  ADD ("/answers/one-after-the-other", ks_test_answers_set_up_empty, test_one_after_the_other);
  ADD ("/answers/unknown-file", ks_test_answers_set_up_empty, test_unknown_file);
  return g_test_run ();
}
