/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ks-application.h"
#include "ks-check.h"
#include "ks-create-campaign.h"
#include "ks-links.h"
#include "ks-settings.h"
#include "ks-test-campaign.h"
#include "ks-ui-harness.h"
#include "ks-window-private.h"

static KsApplication *application;
static char *folder;
static char *data_folder;

/* The sample and a real campaign without answers, closed. */
static char *sample;
static char *real;

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
make_campaigns (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsClock) clock = ks_clock_new_fixed (ks_test_campaign_next_day ());
  const KsNewCampaign what = { .title = "Đợt <A> & B",
                               .day = ks_moment_get_day (ks_test_campaign_noon ()),
                               .from = KS_MOMENT_NONE,
                               .to = KS_MOMENT_NONE };

  sample = make_path ("sample.khaosat");
  ks_create_sample (sample, clock, NULL, NULL, &error);
  g_assert_no_error (error);
  real = make_path ("real_one.khaosat");
  ks_create_campaign (real, &what, clock, "Trần Thị Thử", NULL, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static KsWindow *
open_window (void)
{
  KsWindow *window = ks_window_new (ADW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  ks_ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)), 10000);
  return window;
}

static void
open_path (KsWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ks_window_open_file (window, file);
  ks_ui_wait_until (window->jobs->len == 0, 20000);
}

static KsWindow *
open_window_with (const char *path)
{
  KsWindow *window = open_window ();

  open_path (window, path);
  g_assert_nonnull (window->campaign);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->views), ==, "campaign");
  return window;
}

/* As the button of the window does; nothing of it may remain. */
static void
close_window (KsWindow *window)
{
  gpointer held = window;

  g_object_add_weak_pointer (G_OBJECT (window), &held);
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (held == NULL, 10000);
}

static void
test_start (void)
{
  KsWindow *window = open_window ();

  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window),
                                      "Open the Sample Campaign (Simulated Figures)"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->sidebar)));
  g_assert_true (ks_window_is_free (window));
  close_window (window);
}

/* Without a place or a name being asked; a second time it is there already. */
static void
test_sample (void)
{
  KsWindow *window = open_window ();
  g_autofree char *path
      = g_build_filename (g_get_user_data_dir (), "khaosat", "khao-sat-thu.khaosat", NULL);

  for (int i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.sample", NULL));
      ks_ui_wait_until (window->jobs->len == 0, 20000);
      g_assert_nonnull (window->campaign);
      g_assert_cmpstr (ks_campaign_get_path (window->campaign), ==, path);
      g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window->sidebar), "SỐ LIỆU MÔ PHỎNG"));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.close-campaign", NULL);
      g_assert_null (window->campaign);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->views), ==, "start");
    }
  close_window (window);
}

static void
test_pages (void)
{
  const char *const ids[]
      = { "overview", "units", "form", "codes", "day", "answers", "results", "shortlist", "papers" };
  const char *const titles[]
      = { "Overview", "Units", "Survey Form", "QR Codes", "Follow-Up", "Answer Sheets", "Results", "Commendation", "Papers" };
  KsWindow *window = open_window_with (sample);

  g_assert_cmpuint (ks_ui_count (GTK_WIDGET (window->sidebar), GTK_TYPE_LIST_BOX_ROW), ==,
                    G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", ids[i]);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, ids[i]);
      g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window->sidebar), titles[i]));
      ks_ui_settle (100);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "no-such-page");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "papers");
  close_window (window);
}

/* The next window begins where the last one was left, not on the first page. */
static void
test_last_page (void)
{
  KsWindow *window = open_window_with (sample);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "units");
  close_window (window);
  window = open_window_with (sample);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "units");
  close_window (window);
}

static void
test_title (void)
{
  KsWindow *window = open_window_with (real);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Đợt <A> & B – Khảo Sát");
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window->sidebar), "Đợt <A> & B · day 01/4/2024"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window->sidebar), "Saved · real_one.khaosat"));
  g_assert_null (ks_ui_find_label (GTK_WIDGET (window->sidebar), "SỐ LIỆU MÔ PHỎNG"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-campaign", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Khảo Sát");
  close_window (window);
}

/* A file that is open comes to the front, in whatever window it is. */
static void
test_same_file (void)
{
  KsWindow *first = open_window_with (sample);
  KsWindow *second = open_window ();
  KsCampaign *campaign = first->campaign;

  open_path (second, sample);
  g_assert_null (second->campaign);
  open_path (first, sample);
  g_assert_true (first->campaign == campaign);
  close_window (second);
  close_window (first);
}

/* A file that cannot be opened: its bytes, and what the page says of it. */
typedef struct {
  const char *name;
  const char *title;
  GBytes   *(*make) (void);
} Wrong;

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* Another window or command works on the campaign: it is looked at only, until that one ends. */
static void
test_held_elsewhere (void)
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (KsCampaign) other = ks_campaign_open (real, clock, "Lê Văn C", NULL);
  g_autoptr (GError) error = NULL;
  KsWindow *window;

  g_assert_true (ks_campaign_hold (other, NULL));
  window = open_window_with (real);
  g_assert_true (gtk_revealer_get_reveal_child (window->watch_bar));
  g_assert_nonnull (strstr (gtk_label_get_text (window->watch_label), "Lê Văn C"));
  g_assert_false (ks_set_template (window->campaign, "https://example.org/{token}", NULL, NULL,
                                   &error));
  g_assert_error (error, KS_STORE_ERROR, KS_STORE_ERROR_HELD);
  g_assert_true (
      ks_set_template (other, "https://example.org/?u={token}", NULL, NULL, NULL));
  ks_ui_wait_until (ks_links_count_set (window->campaign) == 209, 10000);
  g_assert_true (ks_campaign_close (other, NULL));
  ks_ui_wait_until (!gtk_revealer_get_reveal_child (window->watch_bar), 10000);
  g_assert_true (ks_set_template (window->campaign, "https://example.org/?v={token}", NULL, NULL,
                                  NULL));
  close_window (window);
}

static GBytes *
make_png (void)
{
  return g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
}

static GBytes *
make_empty (void)
{
  return g_bytes_new_static ("", 0);
}

/* The sample with four bytes of its header set. */
static GBytes *
make_patched (gsize offset, guint32 value)
{
  gsize length;
  guint8 *data = g_bytes_unref_to_data (load (sample), &length);

  for (int i = 0; i < 4; i++)
    data[offset + i] = (guint8) (value >> (24 - 8 * i));
  return g_bytes_new_take (data, length);
}

static GBytes *
make_foreign (void)
{
  return make_patched (68, 0x0f055112);
}

static GBytes *
make_newer (void)
{
  return make_patched (60, 999);
}

static GBytes *
make_damaged (void)
{
  gsize length;
  guint8 *data = g_bytes_unref_to_data (load (sample), &length);

  memset (data + 4096, 0x5a, length - 4096);
  return g_bytes_new_take (data, length);
}

static const Wrong wrongs[] = {
  { "picture & co.khaosat", "Not a Campaign File", make_png },
  { "empty.khaosat", "Not a Campaign File", make_empty },
  { "foreign.khaosat", "Not a Campaign File", make_foreign },
  { "newer.khaosat", "Made by a Newer Program", make_newer },
  { "damaged.khaosat", "The File Is Damaged", make_damaged },
  { "missing.khaosat", "The File Cannot Be Opened", NULL },
};

/* Names the file as it is called, not as markup, and says that nothing was done to it. */
static gboolean
tells_of (GtkWidget *label, gconstpointer name)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));

  return strstr (text, "The file was not changed.") != NULL && strstr (text, name) != NULL;
}

static void
check_wrong (KsWindow *window, const Wrong *wrong)
{
  KsCampaign *campaign = window->campaign;
  g_autofree char *path = make_path (wrong->name);
  g_autoptr (GBytes) before = wrong->make != NULL ? wrong->make () : NULL;
  g_autoptr (GBytes) after = NULL;

  if (before != NULL)
    g_file_set_contents (path, g_bytes_get_data (before, NULL),
                         (gssize) g_bytes_get_size (before), NULL);
  open_path (window, path);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->views), ==, "failure");
  g_assert_cmpstr (adw_status_page_get_title (window->failure), ==, wrong->title);
  ks_ui_wait_until (ks_ui_find (GTK_WIDGET (window->failure), GTK_TYPE_LABEL, tells_of,
                                wrong->name)
                        != NULL,
                    10000);
  g_assert_true (window->campaign == campaign);
  after = before != NULL ? load (path) : NULL;
  g_assert_true (before == NULL || g_bytes_equal (before, after));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.leave-failure", NULL));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->views), ==,
                   campaign != NULL ? "campaign" : "start");
}

static void
test_wrong_files (void)
{
  KsWindow *window = open_window ();

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    check_wrong (window, &wrongs[i]);
  close_window (window);
}

/* What was open stays open. */
static void
test_wrong_file_beside_campaign (void)
{
  KsWindow *window = open_window_with (sample);

  check_wrong (window, &wrongs[0]);
  g_assert_true (window->campaign != NULL);
  close_window (window);
}

static void
import_path (KsWindow *window, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  ks_shell_import_files (KS_SHELL (window), G_LIST_MODEL (files));
  ks_ui_wait_until (window->jobs->len == 0, 20000);
}

/* A file that nothing reads is refused in words; a campaign takes the window, whatever its name. */
static void
test_import (void)
{
  KsWindow *window = open_window_with (sample);
  g_autofree char *unknown = make_path ("unknown.csv");
  g_autofree char *renamed = make_path ("renamed.csv");
  g_autoptr (GBytes) bytes = load (real);
  gpointer dialog;

  g_file_set_contents (unknown, "a,b\n1,2\n", -1, NULL);
  import_path (window, unknown);
  ks_ui_wait_until ((dialog = ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)) != NULL
                        || ks_ui_count (GTK_WIDGET (window->toasts), GTK_TYPE_BUTTON) > 0,
                    2000);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
  g_file_set_contents (renamed, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       NULL);
  import_path (window, renamed);
  g_assert_cmpstr (ks_campaign_get_path (window->campaign), ==, renamed);
  close_window (window);
}

static GString *undone;

static gboolean
undo_func (KsCampaign *campaign, gpointer data, GError **error)
{
  g_string_append (undone, data);
  return TRUE;
}

static void
show_outcome (KsWindow *window, const char *name)
{
  KsOutcome *outcome = ks_outcome_new (g_strdup_printf ("Did <%s> & more", name));

  ks_outcome_set_undo (outcome, undo_func, g_strdup (name), g_free);
  ks_shell_show_outcome (KS_SHELL (window), outcome);
}

static void
undo (KsWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ks_ui_wait_until (window->jobs->len == 0, 10000);
}

/* Ctrl+Z goes several steps back, the newest first; the toast offers only the newest. */
static void
test_undo (void)
{
  KsWindow *window = open_window_with (sample);

  undone = g_string_new (NULL);
  undo (window);
  g_assert_cmpstr (undone->str, ==, "");
  show_outcome (window, "a");
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Did <a> & more") != NULL, 10000);
  show_outcome (window, "b");
  show_outcome (window, "c");
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Did <c> & more") != NULL, 10000);
  undo (window);
  ks_ui_wait_until (window->outcome_toast == NULL, 10000);
  undo (window);
  g_assert_cmpstr (undone->str, ==, "cb");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-campaign", NULL);
  undo (window);
  g_assert_cmpstr (undone->str, ==, "cb");
  g_string_free (undone, TRUE);
  close_window (window);
}

/* What was said of an outcome does not come again when a newer one has been told. */
static void
test_one_outcome (void)
{
  KsWindow *window = open_window_with (sample);

  ks_shell_show_outcome (KS_SHELL (window), ks_outcome_new (g_strdup ("Locked for good")));
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Locked for good") != NULL, 10000);
  show_outcome (window, "a");
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Did <a> & more") != NULL, 10000);
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Locked for good") == NULL, 10000);
  ks_ui_settle (1200);
  adw_toast_dismiss (window->outcome_toast);
  ks_ui_settle (600);
  g_assert_null (ks_ui_find_label (GTK_WIDGET (window), "Locked for good"));
  close_window (window);
}

/* The button of the toast does the same, and the toast goes. */
static void
test_undo_button (void)
{
  KsWindow *window = open_window_with (sample);
  GtkWidget *button;

  undone = g_string_new (NULL);
  show_outcome (window, "a");
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Undo") != NULL, 10000);
  /* Nobody clicks a toast that is still sliding in; libadwaita 1.2 dismisses it itself then, and does
   * not survive that. */
  ks_ui_settle (600);
  button = ks_ui_find_labelled (GTK_WIDGET (window->toasts), GTK_TYPE_BUTTON, "Undo");
  g_signal_emit_by_name (button, "clicked");
  ks_ui_wait_until (window->jobs->len == 0, 10000);
  g_assert_cmpstr (undone->str, ==, "a");
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Did <a> & more") == NULL, 10000);
  g_string_free (undone, TRUE);
  close_window (window);
}

/* Works until it is stopped. */
static gboolean
endless_func (KsJob *job, gpointer data, GError **error)
{
  for (gint64 i = 0;; i++)
    {
      if (!ks_job_report (job, i % 1000, 1000, error))
        return FALSE;
      g_usleep (1000);
    }
}

static gboolean
quick_func (KsJob *job, gpointer data, GError **error)
{
  return TRUE;
}

static void
note_end_cb (gpointer user_data, gboolean ok, const GError *error)
{
  *(int *) user_data = ok ? 1 : -1;
}

static void
run_job (KsWindow *window, KsJobFunc func, int *ended)
{
  g_autoptr (KsJob) job = ks_job_new ("Working on it");

  *ended = 0;
  ks_shell_run_job (KS_SHELL (window), job, func, NULL, NULL, note_end_cb, ended);
}

/* Quick work shows nothing; long work shows its title, counts, and can be stopped. */
static void
test_jobs (void)
{
  KsWindow *window = open_window_with (sample);
  GtkWidget *revealer = ks_ui_find (GTK_WIDGET (window->job_bar), GTK_TYPE_REVEALER, NULL, NULL);
  int ended;

  run_job (window, quick_func, &ended);
  ks_ui_wait_until (ended != 0, 10000);
  ks_ui_settle (200);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));

  run_job (window, endless_func, &ended);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  ks_ui_wait_until (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)), 10000);
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window->job_bar), "Working on it") != NULL, 10000);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-campaign", NULL);
  g_assert_nonnull (window->campaign);
  gtk_widget_activate_action (GTK_WIDGET (window->job_bar), "job.stop", NULL);
  ks_ui_wait_until (ended == -1, 10000);
  ks_ui_wait_until (!gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)), 10000);
  close_window (window);
}

/* Ctrl+Z waits for no work that nobody asked for, such as looking for what needs checking; pressed a
 * moment before other work has ended it takes back what comes of that. */
static void
test_undo_while_working (void)
{
  KsWindow *window = open_window_with (sample);
  g_autoptr (KsJob) quiet = ks_job_new ("Looking by itself");
  int ended = 0;
  int asked;

  undone = g_string_new (NULL);
  ks_window_run_job (window, quiet, TRUE, endless_func, NULL, NULL, note_end_cb, &ended);
  show_outcome (window, "a");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  ks_ui_wait_until (undone->len == 1 && window->jobs->len == 1, 10000);
  run_job (window, endless_func, &asked);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  show_outcome (window, "b");
  g_assert_cmpuint (window->jobs->len, ==, 2);
  ks_job_stop (g_ptr_array_index (window->jobs, 1));
  ks_ui_wait_until (asked == -1, 10000);
  ks_ui_wait_until (undone->len == 2, 10000);
  ks_job_stop (quiet);
  ks_ui_wait_until (ended == -1 && window->jobs->len == 0, 10000);
  g_string_free (undone, TRUE);
  close_window (window);
}

/* A window that is closed meanwhile stops its work and goes. */
static void
test_close_while_working (void)
{
  KsWindow *window = open_window_with (sample);
  int first;
  int second;

  run_job (window, endless_func, &first);
  run_job (window, endless_func, &second);
  close_window (window);
  g_assert_cmpint (first, ==, -1);
  g_assert_cmpint (second, ==, -1);
}

static void
count_cb (gpointer data)
{
  (*(int *) data)++;
}

static GtkWindow *
find_dialog (void)
{
  return ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
}

static void
answer (const char *name, const char *response)
{
  GtkWindow *dialog;

  ks_ui_wait_until (find_dialog () != NULL, 10000);
  dialog = find_dialog ();
  gtk_editable_set_text (
      GTK_EDITABLE (ks_ui_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL, NULL)), name);
  g_assert_cmpint (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"),
                   ==, *g_strstrip (g_strdup (name)) != '\0');
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_close (dialog);
  ks_ui_wait_until (find_dialog () == NULL, 10000);
}

/* Nobody is asked about the sample; of a real campaign once, and the verb waits for the name. */
static void
test_officer (void)
{
  KsWindow *window = open_window_with (sample);
  int called = 0;

  ks_settings_set_text ("actor-name", "");
  ks_shell_with_officer (KS_SHELL (window), count_cb, &called, NULL);
  g_assert_cmpint (called, ==, 1);

  open_path (window, real);
  ks_shell_with_officer (KS_SHELL (window), count_cb, &called, NULL);
  answer ("  ", "leave");
  g_assert_cmpint (called, ==, 1);

  ks_shell_with_officer (KS_SHELL (window), count_cb, &called, NULL);
  answer (" Lê  Thị Hoa ", "verb");
  g_assert_cmpint (called, ==, 2);
  g_assert_cmpstr (ks_campaign_get_actor (window->campaign), ==, "Lê Thị Hoa");

  ks_shell_with_officer (KS_SHELL (window), count_cb, &called, NULL);
  g_assert_cmpint (called, ==, 3);
  close_window (window);
}

static gboolean
is_back_button (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                       "win.show-sidebar")
                == 0;
}

/* One column, a way back, and the badge goes with the page. */
static void
test_narrow (void)
{
  KsWindow *window = ks_window_new (ADW_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  gtk_window_present (GTK_WINDOW (window));
  open_path (window, sample);
  ks_ui_wait_until (adw_leaflet_get_folded (window->leaflet), 10000);
  ks_ui_wait_until (ks_ui_find (window->frame, GTK_TYPE_BUTTON, is_back_button, NULL) != NULL,
                    10000);
  g_assert_nonnull (ks_ui_find_label (window->frame, "SỐ LIỆU MÔ PHỎNG"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-sidebar", NULL);
  ks_ui_wait_until (adw_leaflet_get_visible_child (window->leaflet) != window->frame, 10000);
  g_signal_emit_by_name (window->sidebar, "activated", "units");
  g_assert_true (adw_leaflet_get_visible_child (window->leaflet) == window->frame);
  close_window (window);
}

static void
test_wide (void)
{
  KsWindow *window = ks_window_new (ADW_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_present (GTK_WINDOW (window));
  open_path (window, sample);
  for (guint i = 0; i < 9; i++)
    {
      const char *const ids[]
          = { "overview", "units", "form", "codes", "day", "answers", "results", "shortlist", "papers" };

      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", ids[i]);
      ks_ui_settle (300);
      g_assert_false (adw_leaflet_get_folded (window->leaflet));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 900);
    }
  g_assert_null (ks_ui_find_label (window->frame, "SỐ LIỆU MÔ PHỎNG"));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  int result;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which takes away what loads icons. */
  folder = g_dir_make_tmp ("ks-window-XXXXXX", NULL);
  data_folder = make_path ("data");
  g_setenv ("XDG_DATA_HOME", data_folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  application = ks_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  make_campaigns ();
  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/last-page", test_last_page);
  g_test_add_func ("/window/title", test_title);
  g_test_add_func ("/window/same-file", test_same_file);
  g_test_add_func ("/window/wrong-files", test_wrong_files);
  g_test_add_func ("/window/wrong-file-beside-campaign", test_wrong_file_beside_campaign);
  g_test_add_func ("/window/import", test_import);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/one-outcome", test_one_outcome);
  g_test_add_func ("/window/undo-button", test_undo_button);
  g_test_add_func ("/window/jobs", test_jobs);
  g_test_add_func ("/window/undo-while-working", test_undo_while_working);
  g_test_add_func ("/window/close-while-working", test_close_while_working);
  g_test_add_func ("/window/officer", test_officer);
  g_test_add_func ("/window/held-elsewhere", test_held_elsewhere);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/wide", test_wide);
  result = g_test_run ();
  remove_tree (folder);
  g_object_unref (application);
  return result;
}
