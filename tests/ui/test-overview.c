/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-area.h"
#include "ks-chart-mark.h"
#include "ks-links.h"
#include "ks-overview-page.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-titled-list.h"
#include "ks-ui-harness.h"

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
  fixture->page = ks_overview_page_new ();
  fixture->shell = ks_test_shell_new (campaign, fixture->page, width, 768);
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
activate_row (Fixture *fixture, const char *title)
{
  GtkWidget *row = ks_ui_find_labelled (fixture->page, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

static void
test_after (void)
{
  Fixture fixture;
  g_autofree char *state = NULL;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 1094);
  g_assert_true (shows (&fixture, "Look at 21 answers that wait"));
  g_assert_true (shows (&fixture, "209/209"));
  g_assert_true (shows (&fixture, "4.466"));
  g_assert_true (shows (&fixture, "of 4.487 rows; 21 answers wait"));
  g_assert_true (shows (&fixture, "89,50%"));
  g_assert_true (shows (&fixture, "4.466/4.990 officials"));
  g_assert_true (shows (&fixture, "201/209"));
  g_assert_true (shows (&fixture, "4.990 officials (N)"));
  g_assert_true (shows (&fixture, "4.165 have answered, as reported (r)"));
  g_assert_true (shows (&fixture, "201/209 working groups have reported"));
  g_assert_true (shows (&fixture, "4.466 valid sheets (n)"));
  g_assert_true (shows (&fixture, "1.207 posts in the Zalo group"));
  g_assert_true (shows (&fixture, "11 units have more answers than officials"));
  g_assert_true (shows (&fixture, "12 answers outside the time of the survey"));
  g_assert_true (shows (&fixture, "5 answers whose survey codes do not fit"));
  g_assert_true (shows (&fixture, "4 answers of unknown units"));
  g_assert_true (shows (&fixture, "605 answers from outside the officials"));
  g_assert_true (shows (&fixture, "8 working groups have not reported"));
  g_assert_false (shows (&fixture, "Before the Day of the Survey"));
  state = ks_page_dup_state (KS_PAGE (fixture.page));
  g_assert_cmpstr (state, ==, "");
  close_page (&fixture);
}

/* The title tells the span and names no district; each bar says its own in a sentence. */
static void
test_chart (void)
{
  Fixture fixture;
  GtkWidget *chart, *mark;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 1094);
  g_assert_true (
      shows (&fixture, "The whole province reached 89,50%; districts from 84,95% to 93,90%"));
  chart = ks_ui_find (fixture.page, KS_TYPE_CHART_AREA, NULL, NULL);
  g_assert_cmpuint (ks_ui_count (chart, KS_TYPE_CHART_MARK), ==, 10);
  mark = gtk_widget_get_first_child (chart);
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (mark),
                                   "Thành phố Mẫu: 365 answers for a staff of 400, 91,25%"));
  gtk_widget_activate (mark);
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture.shell), ==, "results");
  close_page (&fixture);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **)text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (void)
{
  Fixture fixture;
  char *text = NULL;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 1094);
  gtk_widget_activate_action (fixture.page, "page.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture.page), NULL, read_cb, &text);
  ks_ui_wait_until (text != NULL, 2000);
  g_assert_nonnull (strstr (text, "Huyện Mẫu A\t"));
  g_assert_nonnull (strstr (text, "\t373\t"));
  g_free (text);
  close_page (&fixture);
}

/* Every row leads to the page that shows what it counts; what only informs leads nowhere. */
static void
test_rows (void)
{
  Fixture fixture;
  GtkWidget *row;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 1094);
  activate_row (&fixture, "5 answers whose survey codes do not fit");
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture.shell), ==, "answers");
  activate_row (&fixture, "11 units have more answers than officials");
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture.shell), ==, "units");
  activate_row (&fixture, "8 working groups have not reported");
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture.shell), ==, "shortlist");
  row = ks_ui_find_labelled (fixture.page, ADW_TYPE_ACTION_ROW,
                             "605 answers from outside the officials");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_signal_emit_by_name (
      ks_ui_find_labelled (fixture.page, GTK_TYPE_BUTTON, "See the Waiting Answers"), "clicked");
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture.shell), ==, "answers");
  close_page (&fixture);
}

/* Before the first answers: what must be ready, and what a verb changes there. */
static void
test_before (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  open_page (&fixture, ks_test_campaign_new_some (ks_test_campaign_noon (), ""), 1094);
  g_assert_true (shows (&fixture, "Before the Day of the Survey"));
  g_assert_true (shows (&fixture, "Scan one code with a phone"));
  g_assert_true (shows (&fixture, "List of 209 units, 4.990 officials in scope"));
  g_assert_true (shows (&fixture, "QR codes checked: 0/209"));
  g_assert_false (shows (&fixture, "Participation Rate"));
  g_assert_false (shows (&fixture, "To Be Settled"));
  g_assert_true (shows (&fixture, "4.990 officials (N)"));
  g_assert_true (shows (&fixture, "known of 209/209 units"));
  g_assert_true (shows (&fixture, "0 have answered, as reported (r)"));
  g_assert_true (shows (&fixture, "0 valid sheets (n)"));
  activate_row (&fixture, "0 valid sheets (n)");
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture.shell), ==, "day");
  g_assert_true (ks_confirm_scan (fixture.campaign, TRUE, &outcome, &error));
  g_assert_no_error (error);
  ks_outcome_free (outcome);
  ks_ui_wait_until (shows (&fixture, "Check and print the QR codes"), 2000);
  close_page (&fixture);
}

static GtkWidget *
answer (const char *heading)
{
  GtkWindow *dialog = ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, heading);
  return GTK_WIDGET (dialog);
}

static void
respond (GtkWidget *dialog)
{
  g_assert_true (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "verb");
  gtk_window_close (GTK_WINDOW (dialog));
}

/* A block is pasted; what is certain is put on record, and can be taken back. */
static void
test_record (void)
{
  Fixture fixture;
  GtkWidget *dialog, *text;

  open_page (&fixture,
             ks_test_campaign_new_some (ks_moment_from_civil (2024, 3, 29, 8, 0, 0), ""), 1094);
  g_assert_true (shows (&fixture, "3 days to go"));
  g_assert_true (shows (&fixture, "Working groups that have their code: 0/209"));
  gtk_widget_activate_action (fixture.page, "page.record", "s", "received");
  dialog = answer ("What Units Have Done");
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"));
  text = ks_ui_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)),
                            "90001\n90002\nNobody\n", -1);
  respond (dialog);
  ks_ui_wait_until (shows (&fixture, "Working groups that have their code: 2/209"), 2000);
  ks_test_shell_undo (fixture.shell);
  ks_ui_wait_until (shows (&fixture, "Working groups that have their code: 0/209"), 2000);
  close_page (&fixture);
}

static gint64
get_end (Fixture *fixture)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (fixture->campaign);

  return info->to;
}

/* The verb sleeps until there is a reason; a toast takes it back. */
static void
test_extend (void)
{
  Fixture fixture;
  GtkWidget *dialog, *reason;
  gint64 end;

  open_page (&fixture, ks_test_campaign_new_some (ks_test_campaign_noon (), "90005=20"), 1094);
  g_assert_true (shows (&fixture, "Follow who takes part, and remind"));
  end = get_end (&fixture);
  gtk_widget_activate_action (fixture.page, "page.extend", NULL);
  dialog = answer ("Extend the Survey?");
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"));
  reason = ks_ui_find_labelled (dialog, ADW_TYPE_ENTRY_ROW, "Reason");
  gtk_editable_set_text (GTK_EDITABLE (reason), "Mất điện");
  respond (dialog);
  ks_ui_wait_until (get_end (&fixture) == end + 12 * 3600, 2000);
  ks_test_shell_undo (fixture.shell);
  ks_ui_wait_until (get_end (&fixture) == end, 2000);
  gtk_widget_activate_action (fixture.page, "page.close-survey", NULL);
  respond (answer ("Close the Survey?"));
  ks_ui_wait_until (!ks_campaign_is_window_open (fixture.campaign), 2000);
  close_page (&fixture);
}

/* While the survey is open nothing is said of what people answered, not even who they are. */
static void
test_open (void)
{
  Fixture fixture;

  open_page (&fixture, ks_test_campaign_new_some (ks_test_campaign_noon (), "90005=20 90007=20"),
             1094);
  g_assert_true (shows (&fixture, "2/209"));
  g_assert_true (shows (&fixture, "40/4.990 officials"));
  g_assert_true (shows (&fixture, "209 working groups have not reported"));
  for (GtkWidget *row = ks_ui_find (fixture.page, ADW_TYPE_ACTION_ROW, NULL, NULL); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_assert_null (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "outside"));
  close_page (&fixture);
}

/* Narrow: what must be settled comes before the chart, and nothing stands beside the window. */
static void
test_narrow (void)
{
  Fixture fixture;
  GtkWidget *chart, *list;
  double chart_y, list_y, x;

  open_page (&fixture, ks_test_campaign_new_sample (ks_test_campaign_next_day ()), 380);
  chart = ks_ui_find (fixture.page, KS_TYPE_CHART_AREA, NULL, NULL);
  list = ks_ui_find (fixture.page, KS_TYPE_TITLED_LIST, NULL, NULL);
  ks_ui_wait_until (gtk_widget_get_width (chart) > 0
                        && gtk_widget_translate_coordinates (chart, fixture.page, 0, 0, &x, &chart_y)
                        && gtk_widget_translate_coordinates (list, fixture.page, 0, 0, &x, &list_y)
                        && list_y < chart_y,
                    2000);
  g_assert_cmpint (gtk_widget_get_width (fixture.page), <=, 400);
  g_assert_cmpint (gtk_widget_get_width (chart), <=, 380);
  close_page (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/overview/after", test_after);
  g_test_add_func ("/overview/chart", test_chart);
  g_test_add_func ("/overview/copy", test_copy);
  g_test_add_func ("/overview/rows", test_rows);
  g_test_add_func ("/overview/before", test_before);
  g_test_add_func ("/overview/record", test_record);
  g_test_add_func ("/overview/extend", test_extend);
  g_test_add_func ("/overview/open", test_open);
  g_test_add_func ("/overview/narrow", test_narrow);
  return g_test_run ();
}
