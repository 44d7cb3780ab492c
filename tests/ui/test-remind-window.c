/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-overview-page.h"
#include "ks-remind-window.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"

#define DISTRICT "983"

typedef struct
{
  KsCampaign *campaign;
  KsDayFigures *figures;
  KsTestShell *shell;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  f->figures
      = ks_day_figures_load_sendable (f->campaign, KS_MOMENT_NONE, NULL, &error);
  g_assert_no_error (error);
  f->shell = ks_test_shell_new (f->campaign, ks_overview_page_new (), 800, 600);
  f->window = ks_remind_window_present (KS_SHELL (f->shell), f->campaign, f->figures, DISTRICT);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->window != NULL)
    ks_ui_assert_freed (f->window);
  ks_test_shell_close (f->shell);
  g_object_unref (f->figures);
  ks_test_campaign_free (f->campaign);
}

static GtkTextBuffer *
get_buffer (Fixture *f)
{
  GtkWidget *view = ks_ui_find (GTK_WIDGET (f->window), GTK_TYPE_TEXT_VIEW, NULL, NULL);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

/* As somebody types: what a program sets is no change. */
static void
type (Fixture *f, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (f);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static gboolean
begins (GtkWidget *widget, gconstpointer start)
{
  return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), start);
}

static GtkWidget *
find_begun (Fixture *f, const char *start)
{
  return ks_ui_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, begins, start);
}

static gboolean
can_save (Fixture *f)
{
  GtkWidget *save = ks_ui_find_labelled (GTK_WIDGET (f->window), GTK_TYPE_BUTTON, "Save");

  return gtk_widget_is_sensitive (save);
}

static void
activate (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
}

static char *
load_template (Fixture *f, KsRemindTo to)
{
  g_autoptr (KsRemindWords) words = ks_remind_words_load (f->campaign, KS_MOMENT_NONE, NULL);

  return g_strdup (ks_remind_words_get (words, to));
}

/* What is typed is said at once, of the district that is shown. */
static void
test_live (Fixture *f, gconstpointer data)
{
  g_assert_nonnull (find_begun (
      f, "SỐ LIỆU MÔ PHỎNG\nTính đến 23 giờ 40 ngày 01/4/2024, huyện Mẫu A có 373/417"));
  type (f, "{thời điểm}: {số phiếu}");
  ks_ui_wait_until (find_begun (f, "SỐ LIỆU MÔ PHỎNG\n23 giờ 40 ngày 01/4/2024: 373") != NULL,
                    2000);
}

/* What cannot be said is told with its name, and not kept; the last text stays. */
static void
test_fault (Fixture *f, gconstpointer data)
{
  g_autofree char *template = NULL;

  type (f, "{thời điểm} {người}");
  ks_ui_wait_until (find_begun (f, "The text has no field {người}") != NULL, 2000);
  g_assert_false (can_save (f));
  g_assert_nonnull (find_begun (f, "SỐ LIỆU MÔ PHỎNG\nTính đến"));
  template = load_template (f, KS_REMIND_TO_DISTRICT);
  g_assert_cmpstr (template, ==, ks_remind_get_default (KS_REMIND_TO_DISTRICT));
  type (f, "{thời điểm}");
  ks_ui_wait_until (can_save (f), 2000);
}

static void
choose_province (Fixture *f)
{
  GtkWidget *button = ks_ui_find_labelled (GTK_WIDGET (f->window), GTK_TYPE_TOGGLE_BUTTON,
                                           "For the Province");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* A fault in the text that is not shown keeps both from being kept. */
static void
test_fault_elsewhere (Fixture *f, gconstpointer data)
{
  type (f, "{người} {thời điểm}");
  choose_province (f);
  g_assert_nonnull (find_begun (f, "SỐ LIỆU MÔ PHỎNG\nTính đến 23 giờ 40 ngày 01/4/2024, toàn tỉnh"));
  g_assert_nonnull (find_begun (f, "The text has no field {người}"));
  g_assert_false (can_save (f));
}

static void
test_saved (Fixture *f, gconstpointer data)
{
  g_autofree char *template = NULL;
  g_autofree char *after = NULL;

  choose_province (f);
  type (f, "Toàn tỉnh, {thời điểm}.");
  activate (f, "remind.save");
  f->window = NULL;
  template = load_template (f, KS_REMIND_TO_PROVINCE);
  g_assert_cmpstr (template, ==, "Toàn tỉnh, {thời điểm}.");
  g_assert_cmpstr (ks_test_shell_get_message (f->shell), ==, "The text for the province was changed");
  ks_test_shell_undo (f->shell);
  after = load_template (f, KS_REMIND_TO_PROVINCE);
  g_assert_cmpstr (after, ==, ks_remind_get_default (KS_REMIND_TO_PROVINCE));
}

static void
test_field_and_reset (Fixture *f, gconstpointer data)
{
  GtkWidget *button
      = ks_ui_find_labelled (GTK_WIDGET (f->window), GTK_TYPE_BUTTON, "{số phiếu}");

  type (f, "{thời điểm} ");
  g_signal_emit_by_name (button, "clicked");
  ks_ui_wait_until (find_begun (f, "SỐ LIỆU MÔ PHỎNG\n23 giờ 40 ngày 01/4/2024 373") != NULL, 2000);
  activate (f, "remind.reset");
  ks_ui_wait_until (find_begun (f, "SỐ LIỆU MÔ PHỎNG\nTính đến 23 giờ 40") != NULL, 2000);
  gtk_text_buffer_set_modified (get_buffer (f), FALSE);
}

/* What was typed is not lost by a slip. */
static void
test_asks (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog;

  type (f, "{thời điểm}");
  gtk_window_close (f->window);
  ks_ui_wait_until ((dialog = ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)) != NULL, 2000);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_text_buffer_set_modified (get_buffer (f), FALSE);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/remind-window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("live", test_live);
  ADD ("fault", test_fault);
  ADD ("fault-elsewhere", test_fault_elsewhere);
  ADD ("saved", test_saved);
  ADD ("field-and-reset", test_field_and_reset);
  ADD ("asks", test_asks);
  return g_test_run ();
}
