/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "ks-application.h"
#include "ks-civil-entry.h"
#include "ks-create-job.h"
#include "ks-new-campaign-dialog.h"
#include "ks-officer.h"
#include "ks-settings.h"
#include "ks-ui-harness.h"
#include "ks-window-private.h"

static KsApplication *application;

static void
check_day (const char *text, const char *iso)
{
  KsDay day = KS_DAY_NONE;
  g_autofree char *read = NULL;

  g_assert_cmpint (ks_day_read (text, &day), ==, iso != NULL);
  read = iso != NULL ? ks_day_to_iso (day) : NULL;
  g_assert_cmpstr (read, ==, iso);
}

static void
test_days (void)
{
  check_day ("01/4/2024", "2024-04-01");
  check_day (" 1-4-2024 ", "2024-04-01");
  check_day ("1.4.2024", "2024-04-01");
  check_day ("29 / 2 / 2024", "2024-02-29");
  check_day ("2024-04-01", "2024-04-01");
  check_day ("29/2/2023", NULL);
  check_day ("31/4/2024", NULL);
  check_day ("0/4/2024", NULL);
  check_day ("1/13/2024", NULL);
  check_day ("1/4/24", NULL);
  check_day ("1/4", NULL);
  check_day ("1/4/2024/5", NULL);
  check_day ("mai", NULL);
  check_day ("", NULL);
}

static void
check_hour (const char *text, int expected)
{
  int minutes = -1;

  g_assert_cmpint (ks_civil_entry_read_hour (text, &minutes), ==, expected >= 0);
  g_assert_cmpint (minutes, ==, expected);
}

static void
test_hours (void)
{
  check_hour ("0:00", 0);
  check_hour ("7:30", 450);
  check_hour ("7h30", 450);
  check_hour ("7 giờ 30", 450);
  check_hour ("7 GIỜ 30 phút", 450);
  check_hour ("17h", 1020);
  check_hour (" 7 ", 420);
  check_hour ("24:00", 1440);
  check_hour ("24:01", -1);
  check_hour ("7:60", -1);
  check_hour ("7:3", -1);
  check_hour ("25", -1);
  check_hour ("-1", -1);
  check_hour ("sáng", -1);
  check_hour ("", -1);
}

static KsWindow *
open_window (void)
{
  KsWindow *window = ks_window_new (ADW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  ks_ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)), 10000);
  return window;
}

static GtkWidget *
open_dialog (KsWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_NEW_CAMPAIGN_DIALOG) != NULL, 10000);
  return GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_NEW_CAMPAIGN_DIALOG));
}

static gboolean
has_title (GtkWidget *row, gconstpointer title)
{
  return g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title);
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = ks_ui_find (dialog, ADW_TYPE_ENTRY_ROW, has_title, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gboolean
can_create (GtkWidget *dialog)
{
  GtkWidget *button = ks_ui_find_labelled (dialog, GTK_TYPE_BUTTON, "Create Campaign…");

  g_assert_nonnull (button);
  return gtk_widget_get_sensitive (button);
}

static void
check_problem (GtkWidget *dialog, const char *problem)
{
  g_assert_false (can_create (dialog));
  ks_ui_wait_until (ks_ui_find_label (dialog, problem) != NULL, 10000);
}

/* The defaults lack nothing but the name; what is wrong is said in words, one thing at a time. */
static void
test_dialog (void)
{
  KsWindow *window = open_window ();
  GtkWidget *dialog;

  ks_officer_set_name ("", NULL);
  dialog = open_dialog (window);
  check_problem (dialog, "Write your full name.");
  type (dialog, "Your full name", "Trần Thị Thử");
  g_assert_true (can_create (dialog));
  type (dialog, "Day of the survey", "31/4/2024");
  check_problem (dialog, "Write the day like 01/4/2024.");
  type (dialog, "Day of the survey", "1/4/2024");
  type (dialog, "From (hour)", "17:00");
  type (dialog, "Until (hour)", "7:00");
  check_problem (dialog, "The survey must end after it begins.");
  type (dialog, "Until (hour)", "24:00");
  g_assert_true (can_create (dialog));
  type (dialog, "Link template", "http://example.org/f?u={token}");
  g_assert_false (can_create (dialog));
  type (dialog, "Link template", "https://example.org/f?u={token}");
  g_assert_true (can_create (dialog));
  type (dialog, "Title", "");
  check_problem (dialog, "Write what the campaign is called.");
  ks_ui_assert_freed (GTK_WINDOW (dialog));
  ks_ui_assert_freed (GTK_WINDOW (window));
}

/* Who is known is not asked again. */
static void
test_known_officer (void)
{
  KsWindow *window = open_window ();
  GtkWidget *dialog;

  ks_officer_set_name ("Trần Thị Thử", NULL);
  dialog = open_dialog (window);
  g_assert_true (can_create (dialog));
  g_assert_null (ks_ui_find_label (dialog, "Your full name"));
  ks_ui_assert_freed (GTK_WINDOW (dialog));
  ks_ui_assert_freed (GTK_WINDOW (window));
}

/* What was chosen is in the file, which opens on its first page. */
static void
test_create (void)
{
  KsWindow *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("ks-new-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "new.khaosat", NULL);
  g_autoptr (KsCampaignInfo) info = NULL;
  g_autoptr (KsRegistry) registry = NULL;
  KsDay day;
  KsNewCampaign what = { .title = "Đợt mới" };

  g_assert_true (ks_day_read ("1/4/2024", &day));
  what.day = day;
  what.from = ks_day_get_start (day) + 7 * 3600;
  what.to = ks_day_get_start (day + 1);
  ks_settings_set_text ("last-page", "results");
  ks_create_job_run (window, path, &what, "Trần Thị Thử");
  ks_ui_wait_until (window->campaign != NULL, 10000);
  info = ks_campaign_dup_info (window->campaign);
  registry = ks_campaign_dup_registry (window->campaign);
  g_assert_cmpstr (info->title, ==, "Đợt mới");
  g_assert_cmpint (info->from, ==, what.from);
  g_assert_cmpint (info->to, ==, what.to);
  g_assert_null (info->template);
  g_assert_cmpuint (ks_registry_get_n_units (registry), ==, 209);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "overview");
  ks_ui_assert_freed (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static GtkWidget *
open_dialog_after (KsWindow *window, const char *path)
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  KsEarlierCampaign *earlier = ks_earlier_campaign_load (path, clock, &error);

  g_assert_no_error (error);
  ks_new_campaign_dialog_present_after (window, earlier);
  return GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_NEW_CAMPAIGN_DIALOG));
}

/* The next one is not before the last one, and says what it takes over; no file, no dialog. */
static void
test_after (void)
{
  KsWindow *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("ks-new-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "last.khaosat", NULL);
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  KsNewCampaign what = { .title = "PKS 01 năm 2024", .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE };
  GtkWidget *dialog;

  g_assert_null (ks_earlier_campaign_load (path, clock, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (ks_day_read ("1/4/2024", &what.day));
  g_assert_true (ks_create_campaign (path, &what, clock, "Trần Thị Thử", NULL, &error));
  ks_officer_set_name ("Trần Thị Thử", NULL);
  dialog = open_dialog_after (window, path);
  g_assert_nonnull (ks_ui_find_label (
      dialog, "209 units of “PKS 01 năm 2024”, with staff, contacts and history"));
  g_assert_null (ks_ui_find_labelled (dialog, GTK_TYPE_BUTTON, "From File…"));
  g_assert_true (can_create (dialog));
  type (dialog, "Day of the survey", "31/3/2024");
  check_problem (dialog, "The new survey cannot be before the previous one.");
  type (dialog, "Day of the survey", "1/4/2025");
  g_assert_true (can_create (dialog));
  ks_ui_assert_freed (GTK_WINDOW (dialog));
  ks_ui_assert_freed (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  application = ks_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/new-campaign/days", test_days);
  g_test_add_func ("/new-campaign/hours", test_hours);
  g_test_add_func ("/new-campaign/dialog", test_dialog);
  g_test_add_func ("/new-campaign/known-officer", test_known_officer);
  g_test_add_func ("/new-campaign/create", test_create);
  g_test_add_func ("/new-campaign/after", test_after);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
