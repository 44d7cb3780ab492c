/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ks-answers-page.h"
#include "ks-import-window.h"
#include "ks-page.h"
#include "ks-rows.h"
#include "ks-settings.h"
#include "ks-test-answers.h"
#include "ks-test-campaign.h"
#include "ks-test.h"
#include "ks-ui-harness.h"

static gboolean
begins_with (GtkWidget *widget, gconstpointer text)
{
  return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static char *
make_watched (KsTestAnswers *fixture, gboolean takes)
{
  char *folder = g_build_filename (fixture->folder, "theo dõi", NULL);
  g_autoptr (GSettings) settings
      = ks_settings_new_for_campaign (ks_campaign_get_path (fixture->campaign));

  g_mkdir (folder, 0700);
  g_settings_set_string (settings, "watched-folder", folder);
  g_settings_set_boolean (settings, "watch-takes", takes);
  ks_page_set_campaign (KS_PAGE (fixture->page), NULL);
  ks_page_set_campaign (KS_PAGE (fixture->page), fixture->campaign);
  return folder;
}

static void
put (const char *folder, const char *name, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/vn/danvan/KhaoSat/sample/answers.csv", 0, NULL);
  const char *text = g_bytes_get_data (bytes, NULL);
  gsize whole = g_bytes_get_size (bytes);
  const char *end = length < whole ? strchr (text + length, '\n') + 1 : text + whole;

  g_assert_true (g_file_set_contents (path, text, end - text, NULL));
}

static void
write_letter (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "letter.txt", NULL);

  g_assert_true (g_file_set_contents (path, "Kính gửi", -1, NULL));
}

/* What comes into the watched folder is offered; once its header came in, a longer file comes in by
 * itself if that is wished; what is no export is left alone; a folder that goes is told. */
static void
test_watch (KsTestAnswers *fixture, gconstpointer data)
{
  g_autofree char *folder = make_watched (fixture, TRUE);
  GtkWidget *window;

  ks_ui_wait_until (
      ks_ui_find_label (fixture->page, "“theo dõi” is watched; no new export is in it") != NULL,
      5000);
  put (folder, "a.csv", 20000);
  put (folder, "~$a.csv", 20000);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "1 new file in “theo dõi”") != NULL, 15000);
  g_assert_cmpstr (ks_test_shell_get_message (fixture->shell), ==,
                   "1 new file in “theo dõi”: see Answer Sheets");
  g_assert_cmpint (ks_rows_count (fixture->campaign, NULL, NULL), ==, 0);
  gtk_widget_activate_action (fixture->page, "answers.import-watched", NULL);
  gtk_widget_activate_action (fixture->page, "answers.import-watched", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW) != NULL, 5000);
  window = GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW));
  ks_ui_wait_until (ks_ui_find (window, GTK_TYPE_LABEL, begins_with, "Import ") != NULL, 10000);
  ks_ui_settle (1000);
  gtk_widget_activate_action (window, "import.commit", NULL);
  ks_ui_wait_until (ks_rows_count (fixture->campaign, NULL, NULL) > 0, 10000);
  ks_ui_wait_until (ks_ui_find (fixture->page, ADW_TYPE_EXPANDER_ROW, NULL, NULL) != NULL, 5000);
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (ks_ui_find (fixture->page, ADW_TYPE_EXPANDER_ROW, NULL, NULL)), TRUE);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "nothing new in it") != NULL, 10000);
  g_assert_null (ks_ui_find_toplevel (KS_TYPE_IMPORT_WINDOW));
  put (folder, "b.csv", 40000);
  write_letter (folder);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "taken in") != NULL, 15000);
  g_assert_true (g_str_has_prefix (ks_test_shell_get_message (fixture->shell), "Imported b.csv: "));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "no export of answers"));
  ks_test_shell_undo (fixture->shell);
  ks_test_remove_folder (folder);
  ks_ui_wait_until (g_str_has_prefix (ks_test_shell_get_message (fixture->shell),
                                      "The watched folder "),
                    10000);
}

/* Whoever stops a look has peace, and no file is said to be broken; who watches the folder anew does
 * not wait. */
static void
test_stopped (KsTestAnswers *fixture, gconstpointer data)
{
  g_autofree char *folder = make_watched (fixture, FALSE);

  ks_test_shell_set_stops_jobs (fixture->shell, TRUE);
  put (folder, "a.csv", 20000);
  ks_ui_wait_until (ks_test_shell_get_error (fixture->shell) != NULL, 15000);
  ks_test_shell_set_stops_jobs (fixture->shell, FALSE);
  ks_ui_settle (5000);
  g_assert_null (ks_ui_find_label (fixture->page, "1 new file in “theo dõi”"));
  g_assert_null (ks_ui_find_label (fixture->page, "cannot be read"));
  ks_page_set_campaign (KS_PAGE (fixture->page), NULL);
  ks_page_set_campaign (KS_PAGE (fixture->page), fixture->campaign);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "1 new file in “theo dõi”") != NULL, 15000);
  ks_test_remove_folder (folder);
}

#define ADD(name, set_up, func)                                                                   \
  g_test_add (name, KsTestAnswers, NULL, set_up, func, ks_test_answers_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/watched-folder/offered-and-taken", ks_test_answers_set_up_empty, test_watch);
  ADD ("/watched-folder/stopped", ks_test_answers_set_up_empty, test_stopped);
  return g_test_run ();
}
