/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-candidate-item.h"
#include "ks-candidate-row.h"
#include "ks-check.h"
#include "ks-log-table.h"
#include "ks-choice-card.h"
#include "ks-choice-foot.h"
#include "ks-points-bar.h"
#include "ks-shortlist-words.h"
#include "ks-shortlist-page.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"

/* A page with the sample campaign on it. */
typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  fixture->page = ks_shortlist_page_new ();
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, 1094, 768);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
}

static GListModel *
get_lines (Fixture *fixture)
{
  GtkWidget *list = ks_ui_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL, NULL);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static KsCandidateItem *
get_line (Fixture *fixture, guint index)
{
  g_autoptr (KsCandidateItem) item = g_list_model_get_item (get_lines (fixture), index);

  return item;
}

static KsChoiceFoot *
get_foot (Fixture *fixture)
{
  return KS_CHOICE_FOOT (ks_ui_find (fixture->page, KS_TYPE_CHOICE_FOOT, NULL, NULL));
}

static void
tick (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    ks_candidate_item_set_chosen (get_line (fixture, i), TRUE);
}

static gboolean
activate (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (fixture->page, action, NULL);
}

static guint
count_logged (Fixture *fixture, const char *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = ks_log_load (fixture->campaign, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    n += g_str_equal (((KsLogEntry *)g_ptr_array_index (log, i))->action, action);
  return n;
}

static guint
count_chosen (Fixture *fixture)
{
  g_autoptr (KsShortlist) list = ks_shortlist_load (fixture->campaign, NULL);
  guint n = 0;

  for (guint i = 0; i < list->candidates->len; i++)
    n += ((KsCandidate *)g_ptr_array_index (list->candidates, i))->chosen;
  return n;
}

static char *
dup_state (Fixture *fixture)
{
  return ks_page_dup_state (KS_PAGE (fixture->page));
}

static void
test_ranking (Fixture *fixture, gconstpointer data)
{
  const KsCandidate *first = ks_candidate_item_get_candidate (get_line (fixture, 0));
  guint n_cuts = 0;
  double last = 100;

  g_assert_cmpuint (first->rank, ==, 1);
  for (guint i = 0; i < g_list_model_get_n_items (get_lines (fixture)) - 1; i++)
    {
      const KsCandidate *candidate = ks_candidate_item_get_candidate (get_line (fixture, i));

      g_assert_true (candidate->eligible);
      g_assert_cmpfloat (candidate->score, <=, last + 1e-9);
      last = candidate->score;
      n_cuts += ks_candidate_item_get_cut (get_line (fixture, i)) != NULL;
    }
  g_assert_cmpuint (n_cuts, ==, 1);
  g_assert_cmpuint (ks_ui_count (fixture->page, KS_TYPE_POINTS_BAR), >, 5);
}

static void
test_two_sleep (Fixture *fixture, gconstpointer data)
{
  tick (fixture, 2);
  g_assert_false (ks_choice_foot_is_ready (get_foot (fixture)));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "Tick 1 more unit: 3 to 5 are proposed."));
  activate (fixture, "page.save-choice");
  g_assert_cmpuint (count_chosen (fixture), ==, 0);
  g_assert_cmpuint (count_logged (fixture, "choose"), ==, 0);
}

static void
test_six_sleep (Fixture *fixture, gconstpointer data)
{
  tick (fixture, 6);
  activate (fixture, "page.take-grounds");
  g_assert_false (ks_choice_foot_is_ready (get_foot (fixture)));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "Take 1 unit off: at most 5 are proposed."));
}

static void
test_reason_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *why = NULL;

  tick (fixture, 3);
  why = g_strdup_printf ("Give the reason for %s.",
                         ks_candidate_item_get_title (get_line (fixture, 0)));
  g_assert_false (ks_choice_foot_is_ready (get_foot (fixture)));
  g_assert_nonnull (ks_ui_find_label (fixture->page, why));
}

static void
test_save_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_state (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (before, ==, "none yet");
  tick (fixture, 3);
  activate (fixture, "page.take-grounds");
  g_assert_true (ks_choice_foot_is_ready (get_foot (fixture)));
  activate (fixture, "page.save-choice");
  g_assert_null (ks_test_shell_get_error (fixture->shell));
  ks_ui_wait_until (!ks_choice_foot_is_changed (get_foot (fixture)), 2000);
  g_assert_cmpuint (count_chosen (fixture), ==, 3);
  g_assert_cmpuint (count_logged (fixture, "choose"), ==, 1);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, "3 chosen");
  g_assert_false (ks_choice_foot_is_ready (get_foot (fixture)));

  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (!ks_candidate_item_get_chosen (get_line (fixture, 0)), 2000);
  g_assert_cmpuint (count_chosen (fixture), ==, 0);
  undone = dup_state (fixture);
  g_assert_cmpstr (undone, ==, "none yet");
}

static void
test_reasons_are_kept (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) reasons = NULL;
  GtkWidget *card;
  GtkWidget *entry;

  tick (fixture, 3);
  card = ks_ui_find (fixture->page, KS_TYPE_CHOICE_CARD, NULL, NULL);
  entry = ks_ui_find (card, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Làm tốt  ");
  activate (fixture, "page.take-grounds");
  ks_candidate_item_set_chosen (get_line (fixture, 0), FALSE);
  ks_candidate_item_set_chosen (get_line (fixture, 0), TRUE);
  ks_choice_foot_dup_choice (get_foot (fixture), &codes, &reasons);
  g_assert_cmpuint (g_strv_length (codes), ==, 3);
  g_assert_cmpstr (codes[0], ==, ks_candidate_item_get_code (get_line (fixture, 0)));
  g_assert_cmpstr (reasons[0], ==, "Làm tốt");
  g_assert_cmpuint (strlen (reasons[1]), >, 10);
}

/* New reports come in while a list is half made: it is not lost. */
static void
test_draft_outlives_news (Fixture *fixture, gconstpointer data)
{
  g_autofree char *code = g_strdup (ks_candidate_item_get_code (get_line (fixture, 1)));
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) reasons = NULL;

  tick (fixture, 2);
  ks_page_refresh (KS_PAGE (fixture->page), KS_CHANGE_REPORTS);
  ks_choice_foot_dup_choice (get_foot (fixture), &codes, &reasons);
  g_assert_cmpuint (g_strv_length (codes), ==, 2);
  g_assert_cmpstr (codes[1], ==, code);
}

static KsCandidateItem *
open_barred (Fixture *fixture)
{
  guint head = g_list_model_get_n_items (get_lines (fixture)) - 1;
  GtkWidget *list = ks_ui_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL, NULL);

  g_assert_null (ks_candidate_item_get_candidate (get_line (fixture, head)));
  g_signal_emit_by_name (list, "activate", head);
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (fixture)), >, head + 1);
  return get_line (fixture, head + 1);
}

static void
test_barred (Fixture *fixture, gconstpointer data)
{
  KsCandidateItem *item = open_barred (fixture);
  const KsCandidate *candidate = ks_candidate_item_get_candidate (item);
  GtkWidget *row = g_object_ref_sink (ks_candidate_row_new ());
  GtkWidget *check = ks_ui_find (row, GTK_TYPE_CHECK_BUTTON, NULL, NULL);

  g_assert_false (candidate->eligible);
  g_assert_cmpint (candidate->answers, >, candidate->staff);
  g_assert_cmpuint (strlen (candidate->reason), >, 10);
  ks_candidate_item_set_chosen (item, TRUE);
  g_assert_false (ks_candidate_item_get_chosen (item));
  ks_candidate_row_set_item (KS_CANDIDATE_ROW (row), item);
  g_assert_false (gtk_widget_get_sensitive (check));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (check), ==, candidate->reason);
  g_object_unref (row);
}

static void
test_grounds (Fixture *fixture, gconstpointer data)
{
  KsCandidateItem *item = get_line (fixture, 0);
  g_autofree char *grounds = ks_candidate_dup_grounds (ks_candidate_item_get_candidate (item));
  GtkWidget *list = ks_ui_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL, NULL);

  g_assert_null (ks_ui_find_label (list, grounds));
  g_signal_emit_by_name (list, "activate", 0u);
  ks_ui_wait_until (ks_ui_find_label (list, grounds) != NULL, 2000);
}

static void
test_empty (void)
{
  KsCampaign *campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), "");
  GtkWidget *page = ks_shortlist_page_new ();
  KsTestShell *shell = ks_test_shell_new (campaign, page, 800, 600);

  g_assert_nonnull (ks_ui_find_label (page, "Nothing to Rank Yet"));
  g_assert_true (gtk_widget_activate_action (page, "page.show-answers", NULL));
  g_assert_cmpstr (ks_test_shell_get_shown_page (shell), ==, "answers");
  ks_test_shell_close (shell);
  ks_test_campaign_free (campaign);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/shortlist/ranking", test_ranking);
  ADD ("/shortlist/two-sleep", test_two_sleep);
  ADD ("/shortlist/six-sleep", test_six_sleep);
  ADD ("/shortlist/reason-missing", test_reason_missing);
  ADD ("/shortlist/save-and-undo", test_save_and_undo);
  ADD ("/shortlist/reasons-are-kept", test_reasons_are_kept);
  ADD ("/shortlist/draft-outlives-news", test_draft_outlives_news);
  ADD ("/shortlist/barred", test_barred);
  ADD ("/shortlist/grounds", test_grounds);
  g_test_add_func ("/shortlist/empty", test_empty);
  return g_test_run ();
}
