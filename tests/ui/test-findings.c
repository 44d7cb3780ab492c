/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-answers-page.h"
#include "ks-decide.h"
#include "ks-finding-kinds.h"
#include "ks-finding-line.h"
#include "ks-finding-table.h"
#include "ks-findings-view.h"
#include "ks-findings.h"
#include "ks-opened-window.h"
#include "ks-results.h"
#include "ks-rows.h"
#include "ks-scope-button.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"

typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  ks_findings_renew (fixture->campaign, NULL, &error);
  g_assert_no_error (error);
  fixture->page = ks_answers_page_new ();
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, 1094, 768);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
}

static KsFindingLine *
get_line (Fixture *fixture, guint index)
{
  GtkWidget *view = ks_ui_find (fixture->page, KS_TYPE_FINDINGS_VIEW, NULL, NULL);
  GtkWidget *list = ks_ui_find (view, GTK_TYPE_LIST_BOX, NULL, NULL);

  return KS_FINDING_LINE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int)index));
}

static GtkWidget *
get_view (Fixture *fixture)
{
  return ks_ui_find (fixture->page, KS_TYPE_FINDINGS_VIEW, NULL, NULL);
}

static gint64
count_excluded (Fixture *fixture)
{
  const KsRowFilter filter = { .state = "excluded" };

  return ks_rows_count (fixture->campaign, &filter, NULL);
}

/* Picks the unit, if one is asked for, fills the reason in and presses the verb. */
static void
answer (const char *code, const char *reason)
{
  GtkWindow *dialog;
  GtkWidget *row;

  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL, 2000);
  dialog = ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"));
  row = ks_ui_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL, NULL);
  if (code != NULL)
    {
      GtkWidget *scope = ks_ui_find (GTK_WIDGET (dialog), KS_TYPE_SCOPE_BUTTON, NULL, NULL);

      gtk_editable_set_text (GTK_EDITABLE (row), "?");
      g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (dialog),
                                          "Choose the unit to which the sheets belong."));
      g_assert_true (ks_scope_button_select (KS_SCOPE_BUTTON (scope), code));
      g_signal_emit_by_name (scope, "scope-changed");
    }
  gtk_editable_set_text (GTK_EDITABLE (row), reason);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "verb");
  gtk_window_close (dialog);
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) == NULL, 2000);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = ks_page_dup_state (KS_PAGE (fixture->page));
  KsFindingLine *line;

  g_assert_cmpstr (state, ==, "61 to check");
  ks_page_show_detail (KS_PAGE (fixture->page), "identical");
  g_assert_nonnull (ks_ui_find_label (get_view (fixture), "Equal answer sheets: 8"));
  line = get_line (fixture, 0);
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (line)),
                            "10 sheets of "));
  /* Its sheets are read once it is opened, and say nothing of their answers. */
  g_assert_cmpuint (ks_ui_count (GTK_WIDGET (line), ADW_TYPE_ACTION_ROW), ==, 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (line), TRUE);
  ks_ui_wait_until (ks_ui_count (GTK_WIDGET (line), ADW_TYPE_ACTION_ROW) == 12, 2000);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (line), "A"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (line), "Reported by the working group"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (line), "Equal sheets"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (line), "10"));
  ks_page_show_detail (KS_PAGE (fixture->page), "waiting");
  ks_ui_wait_until (
      ks_ui_find_label (fixture->page, "Sheets waiting, not counted yet: 21") != NULL, 5000);
}

static void
test_exclude (Fixture *fixture, gconstpointer data)
{
  ks_page_show_detail (KS_PAGE (fixture->page), "identical");
  ks_finding_line_set_checked (get_line (fixture, 0), TRUE);
  ks_finding_line_set_checked (get_line (fixture, 1), TRUE);
  gtk_widget_activate_action (get_view (fixture), "findings.exclude", NULL);
  answer (NULL, "Đã đối chiếu");
  ks_ui_wait_until (count_excluded (fixture) == 20, 5000);
  g_assert_cmpstr (ks_test_shell_get_message (fixture->shell), ==, "20 sheets do not count");
  ks_ui_wait_until (ks_ui_find_label (get_view (fixture), "Equal answer sheets: 6") != NULL, 5000);
  ks_test_shell_undo (fixture->shell);
  g_assert_cmpint (count_excluded (fixture), ==, 0);
  ks_ui_wait_until (ks_ui_find_label (get_view (fixture), "Equal answer sheets: 8") != NULL, 5000);
}

static gboolean
is_open (Fixture *fixture, guint index)
{
  return adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_line (fixture, index)));
}

/* By keys one finding after the other is opened; what is decided is the one that is looked at. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  KsFindingsView *view;

  ks_page_show_detail (KS_PAGE (fixture->page), "identical");
  view = KS_FINDINGS_VIEW (get_view (fixture));
  ks_findings_view_step (view, -1);
  g_assert_false (is_open (fixture, 0));
  ks_findings_view_step (view, 1);
  ks_findings_view_step (view, 1);
  g_assert_false (is_open (fixture, 0));
  g_assert_true (is_open (fixture, 1));
  ks_findings_view_step (view, -1);
  g_assert_true (is_open (fixture, 0));
  g_assert_false (is_open (fixture, 1));
  for (guint i = 0; i < 20; i++)
    ks_findings_view_step (view, 1);
  g_assert_true (is_open (fixture, 7));
  ks_findings_view_decide (view, KS_DECISION_EXCLUDE);
  answer (NULL, "Đã đối chiếu");
  ks_ui_wait_until (count_excluded (fixture) == 10, 5000);
  ks_ui_wait_until (ks_ui_find_label (get_view (fixture), "Equal answer sheets: 7") != NULL, 5000);
  ks_findings_view_step (view, -1);
  g_assert_true (is_open (fixture, 5));
  /* A finding on figures has no sheets to leave out: nobody is asked. */
  ks_page_show_detail (KS_PAGE (fixture->page), "over_staff");
  ks_findings_view_step (view, 1);
  ks_findings_view_decide (view, KS_DECISION_EXCLUDE);
  g_assert_null (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
}

static gboolean
is_sheet (GtkWidget *widget, gconstpointer data)
{
  return strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), ", row ") != NULL;
}

/* A sheet whose tick was taken out stays as it is. */
static void
test_part (Fixture *fixture, gconstpointer data)
{
  KsFindingLine *line;
  GtkWidget *sheet;

  ks_page_show_detail (KS_PAGE (fixture->page), "double");
  line = get_line (fixture, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (line), TRUE);
  sheet = ks_ui_find (GTK_WIDGET (line), ADW_TYPE_ACTION_ROW, is_sheet, NULL);
  g_assert_nonnull (sheet);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (sheet))), FALSE);
  ks_finding_line_set_checked (line, TRUE);
  gtk_widget_activate_action (get_view (fixture), "findings.exclude", NULL);
  answer (NULL, "Bấm hai lần");
  ks_ui_wait_until (count_excluded (fixture) > 0, 5000);
  g_assert_cmpint (count_excluded (fixture), ==, 1);
  ks_ui_wait_until (ks_ui_find_label (get_view (fixture), "Sent twice: 3") != NULL, 5000);
}

static gboolean
is_question (GtkWidget *widget, gconstpointer data)
{
  return g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), "A1. ");
}

/* As if the first sheets of the day were no longer in a later file. */
static void
add_vanished (Fixture *fixture, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsTransaction) tx
      = ks_store_begin_write (ks_campaign_get_store (fixture->campaign), &error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KsFindingRow));
  KsFinding finding = { .id = 9000, .kind = KS_FINDING_VANISHED, .unit = (char *)"", .batch = 1,
                        .numbers = { n }, .n_rows = n, .reason = (char *)"", .actor = (char *)"" };

  for (guint i = 0; i < n; i++)
    {
      KsFindingRow row = { i + 1, 0 };

      g_array_append_val (rows, row);
    }
  g_assert_true (ks_finding_table_save (tx, &finding, &error));
  g_assert_true (ks_finding_table_save_rows (tx, finding.id, rows, &error));
  g_assert_true (ks_campaign_commit (fixture->campaign, tx, "findings", "{}", KS_CHANGE_FINDINGS,
                                     &error));
}

static gboolean
is_state (Fixture *fixture, const char *state)
{
  g_autofree char *now = ks_page_dup_state (KS_PAGE (fixture->page));

  return g_str_equal (now, state);
}

static guint
count_sheets (KsFindingLine *line)
{
  guint n_others = 2; /* the line itself, and what opens its sheets */

  return ks_ui_count (GTK_WIDGET (line), ADW_TYPE_ACTION_ROW) - n_others;
}

/* However many sheets there are, few are shown at once; all are meant but those without a tick. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  KsFindingLine *line;
  GtkWidget *sheet, *more;

  add_vanished (fixture, 120);
  ks_page_show_detail (KS_PAGE (fixture->page), "identical");
  ks_ui_wait_until (is_state (fixture, "62 to check"), 2000);
  ks_page_show_detail (KS_PAGE (fixture->page), "vanished");
  line = get_line (fixture, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (line), TRUE);
  ks_ui_wait_until (count_sheets (line) == 50, 2000);
  /* They do not say the same. */
  g_assert_null (ks_ui_find_label (GTK_WIDGET (line), "A"));
  sheet = ks_ui_find (GTK_WIDGET (line), ADW_TYPE_ACTION_ROW, is_sheet, NULL);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (sheet))), FALSE);
  more = ks_ui_find_labelled (GTK_WIDGET (line), GTK_TYPE_BUTTON, "Show More (70)");
  g_assert_nonnull (more);
  g_signal_emit_by_name (more, "clicked");
  ks_ui_wait_until (count_sheets (line) == 100, 2000);
  ks_finding_line_set_checked (line, TRUE);
  gtk_widget_activate_action (get_view (fixture), "findings.exclude", NULL);
  answer (NULL, "Đã xóa ở nguồn");
  ks_ui_wait_until (count_excluded (fixture) > 0, 5000);
  g_assert_cmpint (count_excluded (fixture), ==, 119);
}

static GtkWindow *
find_opened (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Opened Sheets") == 0
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* The answers of a sheet are there once somebody looks at it, and go with their window. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *sheet;
  KsFinding finding = { .id = 9000 };

  add_vanished (fixture, 60);
  ks_opened_window_ask (fixture->page, &finding);
  answer (NULL, "Người quản lý biểu mẫu đề nghị");
  ks_ui_wait_until ((window = find_opened ()) != NULL, 5000);
  g_assert_nonnull (ks_ui_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Show More (10)"));
  sheet = ks_ui_find (GTK_WIDGET (window), ADW_TYPE_EXPANDER_ROW, NULL, NULL);
  g_assert_null (ks_ui_find (sheet, ADW_TYPE_ACTION_ROW, is_question, NULL));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (sheet), TRUE);
  ks_ui_wait_until (ks_ui_find (sheet, ADW_TYPE_ACTION_ROW, is_question, NULL) != NULL, 2000);
  ks_ui_assert_freed (window);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = ks_ui_find (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GtkSelectionModel *selection;
  g_autoptr (KsResults) before = ks_results_load (fixture->campaign, NULL);
  g_autoptr (KsResults) after = NULL;
  KsUnit *unit = ks_registry_lookup (ks_results_get_registry (before), "90001");

  ks_page_show_detail (KS_PAGE (fixture->page), "unknown_unit");
  selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (table));
  ks_ui_wait_until (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 4, 5000);
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_widget_activate_action (fixture->page, "answers.move", NULL);
  answer ("90001", "Đơn vị xác nhận");
  ks_ui_wait_until (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 3, 5000);
  after = ks_results_load (fixture->campaign, NULL);
  g_assert_cmpint (ks_results_get_unit_answers (after, unit), ==,
                   ks_results_get_unit_answers (before, unit) + 1);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 4, 5000);
}

/* A state that no sheet has any more gives way, but not to the rows while findings are shown. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  const KsRowFilter filter = { .state = "token_mismatch" };
  g_autoptr (GPtrArray) sheets = ks_rows_load (fixture->campaign, &filter, NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  const KsDecideRequest request
      = { .decision = KS_DECISION_EXCLUDE, .reason = "Đã đối chiếu", .rows = rows };

  for (guint i = 0; i < sheets->len; i++)
    g_array_append_val (rows, ((KsResponseRow *)sheets->pdata[i])->id);
  ks_page_show_detail (KS_PAGE (fixture->page), "token_mismatch");
  ks_page_show_detail (KS_PAGE (fixture->page), "identical");
  g_assert_true (gtk_widget_get_mapped (get_view (fixture)));
  g_assert_true (ks_decide_finding (fixture->campaign, &request, NULL, NULL));
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Survey code does not match") == NULL, 5000);
  g_assert_nonnull (get_view (fixture));
  g_assert_true (gtk_widget_get_mapped (get_view (fixture)));
  ks_page_show_detail (KS_PAGE (fixture->page), "waiting");
  ks_ui_wait_until (
      ks_ui_find_label (fixture->page, "Sheets waiting, not counted yet: 16") != NULL, 5000);
}

static void
test_withdraw (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->page, "answers.withdraw", "x", (gint64)1);
  ks_ui_wait_until (ks_rows_count (fixture->campaign, NULL, NULL) == 0, 10000);
  ks_ui_wait_until (ks_ui_find_labelled (fixture->page, GTK_TYPE_BUTTON, "Restore") != NULL, 5000);
  gtk_widget_activate_action (fixture->page, "answers.restore", "x", (gint64)1);
  ks_ui_wait_until (ks_rows_count (fixture->campaign, NULL, NULL) == 4487, 10000);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/findings-page/list", test_list);
  ADD ("/findings-page/exclude", test_exclude);
  ADD ("/findings-page/steps", test_steps);
  ADD ("/findings-page/part", test_part);
  ADD ("/findings-page/many", test_many);
  ADD ("/findings-page/open", test_open);
  ADD ("/findings-page/rows", test_rows);
  ADD ("/findings-page/stays", test_stays);
  ADD ("/findings-page/withdraw", test_withdraw);
  return g_test_run ();
}
