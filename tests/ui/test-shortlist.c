/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-candidate-pane.h"
#include "ks-candidate-row.h"
#include "ks-check.h"
#include "ks-choice-card.h"
#include "ks-choose.h"
#include "ks-criterion-row.h"
#include "ks-edit-unit.h"
#include "ks-log-table.h"
#include "ks-marks-window.h"
#include "ks-nominee-window.h"
#include "ks-own-values.h"
#include "ks-scale-pane.h"
#include "ks-set-criteria.h"
#include "ks-shortlist-page.h"
#include "ks-shortlist-words.h"
#include "ks-stability-card.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"

#define PATIENCE 20000

/* The page with the sample campaign on it. */
typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static gboolean
is_ranking (GtkWidget *list, gconstpointer data)
{
  return gtk_widget_has_css_class (list, "ranking");
}

static GListModel *
get_lines (Fixture *fixture)
{
  GtkWidget *list = ks_ui_find (fixture->page, GTK_TYPE_LIST_VIEW, is_ranking, NULL);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static KsCandidateItem *
get_line (Fixture *fixture, guint index)
{
  g_autoptr (KsCandidateItem) item = g_list_model_get_item (get_lines (fixture), index);

  return item;
}

static const KsCandidate *
get_candidate (Fixture *fixture, guint index)
{
  return ks_candidate_item_get_candidate (get_line (fixture, index));
}

static void
show_page (Fixture *fixture)
{
  fixture->page = ks_shortlist_page_new ();
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, 1094, 768);
  ks_ui_wait_until (g_list_model_get_n_items (get_lines (fixture)) > 5, PATIENCE);
}

/* data: whether the scale is locked. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  if (GPOINTER_TO_INT (data))
    ks_lock_criteria (fixture->campaign, NULL, &error);
  g_assert_no_error (error);
  show_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
}

static gboolean
activate (Fixture *fixture, const char *action, const char *code)
{
  return code != NULL ? gtk_widget_activate_action (fixture->page, action, "s", code)
                      : gtk_widget_activate_action (fixture->page, action, NULL);
}

/* Presses the button of the dialog that asks now, after its first line was filled in. */
static void
answer_dialog (const char *text)
{
  GtkWindow *dialog;
  GtkWidget *entry;

  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL, PATIENCE);
  dialog = ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  entry = ks_ui_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL, NULL);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "verb");
  gtk_window_destroy (dialog);
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) == NULL, PATIENCE);
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
count_nominees (Fixture *fixture)
{
  g_autoptr (GPtrArray) nominees = ks_nominees_load (fixture->campaign, NULL);

  return nominees->len;
}

static double
load_points (Fixture *fixture, const char *id)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (fixture->campaign, NULL);

  return ks_criteria_lookup (criteria, id)->points;
}

static gboolean
is_row_of (GtkWidget *row, gconstpointer id)
{
  return g_str_equal (ks_criterion_row_get_id (KS_CRITERION_ROW (row)), id);
}

static GtkSpinButton *
find_spin (Fixture *fixture, const char *id)
{
  GtkWidget *row = ks_ui_find (fixture->page, KS_TYPE_CRITERION_ROW, is_row_of, id);

  return GTK_SPIN_BUTTON (ks_ui_find (row, GTK_TYPE_SPIN_BUTTON, NULL, NULL));
}

static gboolean
tells_unit (GtkWidget *label, gconstpointer list)
{
  /* Names stand with spaces that do not break. */
  g_auto (GStrv) words = g_strsplit (gtk_label_get_text (GTK_LABEL (label)), "\xc2\xa0", -1);
  g_autofree char *text = g_strjoinv (" ", words);
  const KsShortlist *shortlist = list;

  for (guint i = 0; i < shortlist->candidates->len; i++)
    {
      const KsCandidate *candidate = shortlist->candidates->pdata[i];

      if (strstr (text, ks_unit_get_name (candidate->unit)) != NULL
          || strstr (text, ks_unit_get_district_name (candidate->unit)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_blind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsShortlist) list = ks_shortlist_load (fixture->campaign, NULL);
  const char *code = ks_candidate_item_get_code (get_line (fixture, 0));

  g_assert_true (g_str_has_prefix (ks_candidate_item_get_title (get_line (fixture, 0)), "Unit "));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_lines (fixture)), 0, TRUE);
  ks_ui_settle (100);
  g_assert_null (ks_ui_find (fixture->page, GTK_TYPE_LABEL, tells_unit, list));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "Units are chosen once the scale is locked."));
  activate (fixture, "page.toggle-choice", code);
  activate (fixture, "page.bar-unit", code);
  activate (fixture, "page.add-person", NULL);
  g_assert_cmpuint (count_nominees (fixture), ==, 0);
  g_assert_null (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_null (ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW));
}

static void
test_blind_reasons (Fixture *fixture, gconstpointer data)
{
  guint head = g_list_model_get_n_items (get_lines (fixture));
  g_autoptr (KsShortlist) list = ks_shortlist_load (fixture->campaign, NULL);
  KsCandidate *barred = list->candidates->pdata[list->n_eligible];
  g_autoptr (KsCandidateItem) item = ks_candidate_item_new ();

  g_assert_cmpuint (head, >, 0);
  ks_candidate_item_set_candidate (item, list, barred);
  g_assert_cmpstr (ks_candidate_item_get_reason (item), ==, "Its figures are being checked");
}

static void
test_live (Fixture *fixture, gconstpointer data)
{
  double before = get_candidate (fixture, 3)->score;

  gtk_spin_button_set_value (find_spin (fixture, "participation"), 10);
  g_assert_nonnull (ks_ui_find_label (fixture->page, "Total: 70 of 100 points"));
  ks_ui_wait_until (get_candidate (fixture, 3)->score < before - 20, PATIENCE);
  activate (fixture, "page.lock-scale", NULL);
  g_assert_null (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  ks_ui_settle (1200);
  g_assert_cmpfloat (load_points (fixture, "participation"), ==, 40);
  g_assert_false (ks_page_finish_typing (KS_PAGE (fixture->page)));

  g_assert_true (activate (fixture, "page.balance-scale", NULL));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "Total: 100 of 100 points"));
  g_assert_cmpfloat (gtk_spin_button_get_value (find_spin (fixture, "posts")), ==, 30);
  ks_ui_wait_until (load_points (fixture, "participation") == 10, PATIENCE);
  g_assert_cmpuint (count_logged (fixture, "set-criteria"), ==, 1);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (gtk_spin_button_get_value (find_spin (fixture, "participation")) == 40,
                    PATIENCE);
}

static gboolean
holds_warning (GtkWidget *label, gconstpointer data)
{
  return gtk_widget_get_mapped (label)
         && strstr (gtk_label_get_text (GTK_LABEL (label)), "not the opinion") != NULL;
}

static void
test_warning (Fixture *fixture, gconstpointer data)
{
  g_assert_null (ks_ui_find (fixture->page, GTK_TYPE_LABEL, holds_warning, NULL));
  gtk_spin_button_set_value (find_spin (fixture, "answers"), 10);
  ks_ui_wait_until (ks_ui_find (fixture->page, GTK_TYPE_LABEL, holds_warning, NULL) != NULL,
                    PATIENCE);
}

/* What is no figure leaves the points as they were; too much is as much as there is. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    double points;
  } typed[] = { { "30", 30 }, { "nhiều", 30 }, { "", 30 }, { "nan", 30 }, { "12,5", 12.5 }, { "130", 100 } };
  GtkSpinButton *spin = find_spin (fixture, "participation");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (spin), typed[i].text);
      gtk_spin_button_update (spin);
      g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, typed[i].points);
    }
}

/* Whoever turns the wheel scrolls the scale, and changes no figure in passing. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  GtkWidget *spin = GTK_WIDGET (find_spin (fixture, "posts"));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);
  guint n_scrolls = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (each))
        continue;
      n_scrolls++;
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (each), ==, GTK_PHASE_NONE);
    }
  g_assert_cmpuint (n_scrolls, >, 0);
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  gtk_spin_button_set_value (find_spin (fixture, "participation"), 30);
  gtk_spin_button_set_value (find_spin (fixture, "posts"), 30);
  ks_ui_settle (50);
  g_assert_true (activate (fixture, "page.lock-scale", NULL));
  answer_dialog (NULL);
  ks_ui_wait_until (!ks_candidate_item_get_blind (get_line (fixture, 0)), PATIENCE);
  g_assert_cmpfloat (load_points (fixture, "posts"), ==, 30);
  g_assert_cmpuint (count_logged (fixture, "lock-criteria"), ==, 1);
  g_assert_cmpstr (ks_candidate_item_get_title (get_line (fixture, 0)), ==,
                   ks_unit_get_name (get_candidate (fixture, 0)->unit));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_spin (fixture, "posts"))));
}

static void
test_change_after_lock (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_spin (fixture, "posts"))));
  activate (fixture, "page.change-scale", NULL);
  answer_dialog (NULL);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_spin (fixture, "posts"))));
  gtk_spin_button_set_value (find_spin (fixture, "posts"), 10);
  activate (fixture, "page.balance-scale", NULL);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Changed after the lock") != NULL, PATIENCE);
  g_assert_cmpstr (ks_test_shell_get_message (fixture->shell), ==,
                   "The scale was changed after it was locked");
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = NULL;
  const char *code = ks_candidate_item_get_code (get_line (fixture, 0));

  activate (fixture, "page.toggle-choice", code);
  ks_ui_wait_until (get_candidate (fixture, 0)->chosen, PATIENCE);
  g_assert_cmpuint (ks_ui_count (fixture->page, KS_TYPE_CHOICE_CARD), ==, 1);
  state = ks_page_dup_state (KS_PAGE (fixture->page));
  g_assert_cmpstr (state, ==, "1 chosen");
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (!get_candidate (fixture, 0)->chosen, PATIENCE);
  g_assert_cmpuint (count_nominees (fixture), ==, 0);

  /* Two at one stroke, before the list was read anew: none is lost. */
  activate (fixture, "page.toggle-choice", code);
  activate (fixture, "page.toggle-choice", ks_candidate_item_get_code (get_line (fixture, 1)));
  g_assert_cmpuint (count_nominees (fixture), ==, 2);
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nominees = NULL;
  const char *code = ks_candidate_item_get_code (get_line (fixture, 6));

  activate (fixture, "page.toggle-choice", code);
  g_assert_cmpuint (count_nominees (fixture), ==, 0);
  answer_dialog ("  Xã   vùng cao  ");
  ks_ui_wait_until (get_candidate (fixture, 6)->chosen, PATIENCE);
  nominees = ks_nominees_load (fixture->campaign, NULL);
  g_assert_cmpstr (((KsNominee *)nominees->pdata[0])->reason, ==, "Xã vùng cao");
}

static void
choose_first (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    activate (fixture, "page.toggle-choice", ks_candidate_item_get_code (get_line (fixture, i)));
  ks_ui_wait_until (ks_ui_count (fixture->page, KS_TYPE_CHOICE_CARD) == n, PATIENCE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = g_strdup (ks_candidate_item_get_code (get_line (fixture, 1)));
  g_autoptr (GPtrArray) nominees = NULL;

  choose_first (fixture, 3);
  gtk_widget_activate_action (fixture->page, "page.move-nominee", "(ui)", 1u, -1);
  nominees = ks_nominees_load (fixture->campaign, NULL);
  g_assert_cmpstr (((KsNominee *)nominees->pdata[0])->unit, ==, second);
  gtk_widget_activate_action (fixture->page, "page.move-nominee", "(ui)", 0u, -1);
  g_assert_cmpuint (count_nominees (fixture), ==, 3);
  ks_ui_settle (300);
  gtk_widget_activate_action (fixture->page, "page.remove-nominee", "u", 0u);
  g_assert_cmpuint (count_nominees (fixture), ==, 2);
}

static gboolean
is_titled (GtkWidget *row, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

static void
fill_in (GtkWindow *window, const char *title, const char *text)
{
  GtkWidget *row = ks_ui_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, is_titled, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_person (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *button;
  GtkWidget *merits;
  g_autofree char *state = NULL;

  activate (fixture, "page.add-person", NULL);
  window = ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW);
  button = ks_ui_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Add to the List");
  merits = ks_ui_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, NULL, NULL);
  fill_in (window, "Full name", "Nguyễn Văn Mẫu");
  g_assert_false (gtk_widget_get_sensitive (button));
  fill_in (window, "Post", "Tổ trưởng");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (merits)), "Làm tốt.", -1);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ks_ui_wait_until (ks_ui_count (fixture->page, KS_TYPE_CHOICE_CARD) == 1, PATIENCE);
  state = ks_page_dup_state (KS_PAGE (fixture->page));
  g_assert_cmpstr (state, ==, "0 + 1");
  g_assert_nonnull (ks_ui_find_label (fixture->page, "1. Nguyễn Văn Mẫu"));
}

static void
assert_offers (Fixture *fixture, gboolean offers)
{
  GtkWindow *window;
  GtkWidget *row;

  gtk_widget_activate_action (fixture->page, "page.edit-nominee", "u", 0u);
  window = ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW);
  row = ks_ui_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, is_titled,
                    "Working group of the unit");
  g_assert_cmpint (row != NULL && gtk_widget_get_visible (row), ==, offers);
  gtk_window_close (window);
}

static void
set_text (char **text, const char *to)
{
  g_free (*text);
  *text = g_strdup (to);
}

/* Of a person's unit the working group is offered, if the list of units tells it. */
static void
test_offered (Fixture *fixture, gconstpointer data)
{
  const KsUnitEdit head = { KS_UNIT_HEAD, "Trần Thị B" };
  g_autofree char *code = g_strdup (ks_candidate_item_get_code (get_line (fixture, 0)));
  g_autoptr (GPtrArray) nominees = ks_nominees_new ();
  KsNominee *person = ks_nominee_new (KS_NOMINEE_PERSON);

  g_ptr_array_add (nominees, person);
  set_text (&person->name, "Nguyễn Văn Mẫu");
  set_text (&person->post, "Tổ trưởng");
  set_text (&person->unit, code);
  g_assert_true (ks_choose (fixture->campaign, nominees, NULL, NULL));
  ks_ui_wait_until (ks_ui_count (fixture->page, KS_TYPE_CHOICE_CARD) == 1, PATIENCE);
  assert_offers (fixture, FALSE);
  g_assert_true (ks_edit_unit (fixture->campaign, code, &head, 1, NULL, NULL, NULL));
  assert_offers (fixture, TRUE);
}

/* What was written of somebody is not lost by a key; what nobody wrote is no reason to ask. */
static void
test_person_unsaved (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;

  activate (fixture, "page.add-person", NULL);
  gtk_window_close (ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW) == NULL, PATIENCE);
  activate (fixture, "page.add-person", NULL);
  window = ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW);
  fill_in (window, "Full name", "Nguyễn Văn Mẫu");
  gtk_window_close (window);
  g_assert_true (ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW) == window);
  answer_dialog (NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW) == NULL, PATIENCE);
  g_assert_cmpuint (count_nominees (fixture), ==, 0);
}

/* A draft that nobody changed is not kept: it follows the figures. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nominees = NULL;
  GtkWindow *window;

  choose_first (fixture, 1);
  gtk_widget_activate_action (fixture->page, "page.edit-nominee", "u", 0u);
  window = ks_ui_find_toplevel (KS_TYPE_NOMINEE_WINDOW);
  fill_in (window, "Note", "Lần đầu");
  g_signal_emit_by_name (ks_ui_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Keep"),
                         "clicked");
  nominees = ks_nominees_load (fixture->campaign, NULL);
  g_assert_cmpstr (((KsNominee *)nominees->pdata[0])->note, ==, "Lần đầu");
  g_assert_cmpstr (((KsNominee *)nominees->pdata[0])->merits, ==, "");
}

static void
test_bar (Fixture *fixture, gconstpointer data)
{
  g_autofree char *code = g_strdup (ks_candidate_item_get_code (get_line (fixture, 0)));

  activate (fixture, "page.bar-unit", code);
  answer_dialog ("Đã khen quý I");
  ks_ui_wait_until (!g_str_equal (ks_candidate_item_get_code (get_line (fixture, 0)), code),
                    PATIENCE);
  activate (fixture, "page.toggle-choice", code);
  g_assert_cmpuint (count_nominees (fixture), ==, 0);
  activate (fixture, "page.unbar-unit", code);
  ks_ui_wait_until (g_str_equal (ks_candidate_item_get_code (get_line (fixture, 0)), code),
                    PATIENCE);
  g_assert_cmpuint (count_logged (fixture, "unbar-unit"), ==, 1);
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "page.show-findings", ks_candidate_item_get_code (get_line (fixture, 0)));
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture->shell), ==, "answers");
  choose_first (fixture, 1);
  activate (fixture, "page.make-papers", NULL);
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture->shell), ==, "papers");
}

static gboolean
tells_stability (GtkWidget *label, gconstpointer data)
{
  return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Points changed by up to 20%");
}

static gboolean
is_share (GtkWidget *label, gconstpointer text)
{
  return gtk_widget_has_css_class (label, "share")
         && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text);
}

static void
test_stability (Fixture *fixture, gconstpointer data)
{
  g_assert_null (ks_ui_find (fixture->page, GTK_TYPE_LABEL, is_share, "100"));
  ks_ui_wait_until (ks_ui_find (fixture->page, GTK_TYPE_LABEL, tells_stability, NULL) != NULL,
                    PATIENCE);
  ks_ui_wait_until (ks_ui_find (fixture->page, GTK_TYPE_LABEL, is_share, "100") != NULL, PATIENCE);

  /* What was measured of another scale is not told any more. */
  gtk_spin_button_set_value (find_spin (fixture, "participation"), 5);
  ks_ui_wait_until (ks_ui_find (fixture->page, GTK_TYPE_LABEL, tells_stability, NULL) == NULL,
                    PATIENCE);
  g_assert_null (ks_ui_find (fixture->page, GTK_TYPE_LABEL, is_share, "100"));
}

static gboolean
is_closed (GtkWidget *expander, gconstpointer data)
{
  return !gtk_expander_get_expanded (GTK_EXPANDER (expander));
}

/* Every number that the merits rest on opens its account. */
static void
test_grounds (Fixture *fixture, gconstpointer data)
{
  const KsCandidate *first = get_candidate (fixture, 0);
  g_autofree char *answers = g_strdup_printf ("%d", (int)first->answers);
  g_autoptr (GPtrArray) facts = NULL;
  GtkWidget *pane;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_lines (fixture)), 0, TRUE);
  pane = ks_ui_find (fixture->page, KS_TYPE_CANDIDATE_PANE, NULL, NULL);
  ks_ui_wait_until (gtk_widget_get_mapped (pane), PATIENCE);
  g_assert_cmpstr (ks_candidate_pane_get_code (KS_CANDIDATE_PANE (pane)), ==,
                   ks_unit_get_code (first->unit));
  g_assert_nonnull (ks_ui_find_label (pane, answers));
  facts = ks_candidate_dup_facts (first);
  g_assert_cmpuint (facts->len, ==, 6);
  for (GtkWidget *expander; (expander = ks_ui_find (pane, GTK_TYPE_EXPANDER, is_closed, NULL));)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  for (guint i = 0; i < facts->len; i++)
    g_assert_nonnull (ks_ui_find_label (pane, ((KsMeritFact *)facts->pdata[i])->account));
}

static void
test_own_criterion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) values = NULL;
  GtkWindow *window;
  GtkWidget *entry;
  GtkWidget *search;
  GtkWidget *list;

  activate (fixture, "page.add-criterion", NULL);
  answer_dialog ("Sáng kiến");
  ks_ui_wait_until (ks_ui_find (fixture->page, KS_TYPE_CRITERION_ROW, is_row_of, "own1") != NULL,
                    PATIENCE);
  activate (fixture, "page.edit-marks", "own1");
  window = ks_ui_find_toplevel (KS_TYPE_MARKS_WINDOW);
  search = ks_ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "abc");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  list = ks_ui_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW, NULL, NULL);
  ks_ui_wait_until (ks_ui_find (list, GTK_TYPE_ENTRY, NULL, NULL) != NULL, PATIENCE);
  entry = ks_ui_find (list, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "11");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "8,5");
  g_signal_emit_by_name (
      ks_ui_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Keep the Marks"), "clicked");
  values = ks_own_values_load (fixture->campaign, NULL);
  g_assert_cmpuint (values->len, ==, 1);
  g_assert_cmpfloat (((KsOwnValue *)values->pdata[0])->value, ==, 8.5);

  activate (fixture, "page.remove-criterion", "own1");
  ks_ui_wait_until (ks_ui_find (fixture->page, KS_TYPE_CRITERION_ROW, is_row_of, "own1") == NULL,
                    PATIENCE);
}

static GtkWindow *
open_marks (Fixture *fixture)
{
  activate (fixture, "page.add-criterion", NULL);
  answer_dialog ("Sáng kiến");
  ks_ui_wait_until (ks_ui_find (fixture->page, KS_TYPE_CRITERION_ROW, is_row_of, "own1") != NULL,
                    PATIENCE);
  activate (fixture, "page.edit-marks", "own1");
  return ks_ui_find_toplevel (KS_TYPE_MARKS_WINDOW);
}

static GtkWidget *
wait_for_entry (GtkWindow *window)
{
  GtkWidget *list = ks_ui_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW, NULL, NULL);

  ks_ui_wait_until (ks_ui_find (list, GTK_TYPE_ENTRY, NULL, NULL) != NULL, PATIENCE);
  return ks_ui_find (list, GTK_TYPE_ENTRY, NULL, NULL);
}

static GtkWidget *
find_button (GtkWindow *window, const char *label)
{
  return ks_ui_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON, label);
}

/* What was typed is not lost by a key, nor by a table that is read over it. */
static void
test_marks_unsaved (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_marks (fixture);
  GtkWidget *entry = wait_for_entry (window);
  g_autoptr (GPtrArray) values = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "8,5");
  g_assert_false (gtk_widget_get_sensitive (find_button (window, "From a File…")));
  gtk_window_close (window);
  gtk_window_close (window);
  g_assert_true (ks_ui_find_toplevel (KS_TYPE_MARKS_WINDOW) == window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)),
                               "leave");
  gtk_window_destroy (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_null (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "8,5");

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (gtk_widget_get_sensitive (find_button (window, "From a File…")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "7");
  gtk_window_close (window);
  answer_dialog (NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_MARKS_WINDOW) == NULL, PATIENCE);
  values = ks_own_values_load (fixture->campaign, NULL);
  g_assert_cmpuint (values->len, ==, 0);
}

static void
test_marks_nothing_found (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_marks (fixture);
  GtkWidget *search = ks_ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  GtkWidget *all = find_button (window, "Show All Units");

  wait_for_entry (window);
  g_assert_true (all == NULL || !gtk_widget_get_mapped (all));
  gtk_editable_set_text (GTK_EDITABLE (search), "không có đơn vị này");
  ks_ui_wait_until (find_button (window, "Show All Units") != NULL
                        && gtk_widget_get_mapped (find_button (window, "Show All Units")),
                    PATIENCE);
  g_signal_emit_by_name (find_button (window, "Show All Units"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  ks_ui_wait_until (gtk_widget_get_mapped (wait_for_entry (window)), PATIENCE);
  gtk_window_close (window);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_MARKS_WINDOW) == NULL, PATIENCE);
}

/* A name that the scale would be refused for wakes no button. */
static void
test_criterion_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (fixture->campaign, NULL);
  const char *const bad[]
      = { "", "  ", ks_criteria_lookup (criteria, "participation")->name, NULL };
  g_autoptr (GString) long_name = g_string_new (NULL);
  AdwMessageDialog *dialog;
  GtkEditable *entry;

  activate (fixture, "page.add-criterion", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL, PATIENCE);
  dialog = ADW_MESSAGE_DIALOG (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  entry = GTK_EDITABLE (ks_ui_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL, NULL));
  for (guint i = 0; i < 60; i++)
    g_string_append (long_name, "sáng ");
  gtk_editable_set_text (entry, long_name->str);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "verb"));
  for (const char *const *name = bad; *name != NULL; name++)
    {
      gtk_editable_set_text (entry, *name);
      g_assert_false (adw_message_dialog_get_response_enabled (dialog, "verb"));
    }
  gtk_editable_set_text (entry, "Sáng kiến");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "verb"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_head (GtkWidget *button, gconstpointer data)
{
  return gtk_widget_has_css_class (button, "head") && gtk_widget_get_mapped (button);
}

/* Whether the head says to screen readers that what stands below it is open. */
static gboolean
is_expanded (Fixture *fixture)
{
  GtkWidget *head = ks_ui_find (fixture->page, GTK_TYPE_BUTTON, is_head, NULL);
  g_autofree char *fault = NULL;

  if (head == NULL)
    return FALSE;
  g_assert_true (
      gtk_test_accessible_has_state (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_STATE_EXPANDED));
  fault = gtk_test_accessible_check_state (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_STATE_EXPANDED,
                                           TRUE, -1);
  return fault == NULL;
}

static void
test_head (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsShortlist) list = ks_shortlist_load (fixture->campaign, NULL);
  const KsCandidate *barred = list->candidates->pdata[list->n_eligible];

  ks_page_show_detail (KS_PAGE (fixture->page), ks_unit_get_code (barred->unit));
  ks_ui_wait_until (is_expanded (fixture), PATIENCE);
  activate (fixture, "page.toggle-rest", NULL);
  ks_ui_wait_until (!is_expanded (fixture), PATIENCE);
}

static GtkWidget *
get_card (Fixture *fixture, guint index)
{
  GtkWidget *card = ks_ui_find (fixture->page, KS_TYPE_CHOICE_CARD, NULL, NULL);

  while (card != NULL && index-- > 0)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static gboolean
holds_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The keyboard follows a card that is moved; whoever went elsewhere is not fetched back. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = ks_ui_find (fixture->page, GTK_TYPE_LIST_VIEW, is_ranking, NULL);

  choose_first (fixture, 3);
  gtk_widget_grab_focus (get_card (fixture, 0));
  g_assert_true (holds_focus (get_card (fixture, 0)));
  gtk_widget_activate_action (fixture->page, "page.move-nominee", "(ui)", 0u, 1);
  ks_ui_wait_until (holds_focus (get_card (fixture, 1)), PATIENCE);
  gtk_widget_grab_focus (list);
  gtk_widget_activate_action (fixture->page, "page.remove-nominee", "u", 2u);
  ks_ui_wait_until (ks_ui_count (fixture->page, KS_TYPE_CHOICE_CARD) == 2, PATIENCE);
  g_assert_true (holds_focus (list));
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* A slider has its lines told once a frame. */
static void
test_told_once (Fixture *fixture, gconstpointer data)
{
  guint n_told = 0;
  double score;

  gtk_spin_button_set_value (find_spin (fixture, "participation"), 30);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Total: 90 of 100 points") != NULL, PATIENCE);
  score = get_candidate (fixture, 0)->score;
  gtk_spin_button_set_value (find_spin (fixture, "participation"), 29);
  ks_ui_wait_until (get_candidate (fixture, 0)->score != score, PATIENCE);
  score = get_candidate (fixture, 0)->score;
  g_signal_connect_swapped (get_line (fixture, 0), "changed", G_CALLBACK (count_cb), &n_told);
  gtk_spin_button_set_value (find_spin (fixture, "participation"), 20);
  ks_ui_wait_until (get_candidate (fixture, 0)->score != score, PATIENCE);
  g_assert_cmpuint (n_told, ==, 1);
  g_signal_handlers_disconnect_by_data (get_line (fixture, 0), &n_told);
}

static void
test_empty (void)
{
  KsCampaign *campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), "");
  GtkWidget *page = ks_shortlist_page_new ();
  KsTestShell *shell = ks_test_shell_new (campaign, page, 800, 600);

  ks_ui_wait_until (ks_ui_find_label (page, "Nothing to Rank Yet") != NULL, PATIENCE);
  g_assert_true (gtk_widget_activate_action (page, "page.show-answers", NULL));
  g_assert_cmpstr (ks_test_shell_get_shown_page (shell), ==, "answers");
  ks_test_shell_close (shell);
  ks_test_campaign_free (campaign);
}

#define ADD(name, locked, func)                                                                    \
  g_test_add (name, Fixture, GINT_TO_POINTER (locked), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/shortlist/blind", FALSE, test_blind);
  ADD ("/shortlist/blind-reasons", FALSE, test_blind_reasons);
  ADD ("/shortlist/live", FALSE, test_live);
  ADD ("/shortlist/warning", FALSE, test_warning);
  ADD ("/shortlist/typing", FALSE, test_typing);
  ADD ("/shortlist/wheel", FALSE, test_wheel);
  ADD ("/shortlist/lock", FALSE, test_lock);
  ADD ("/shortlist/own-criterion", FALSE, test_own_criterion);
  ADD ("/shortlist/marks-unsaved", FALSE, test_marks_unsaved);
  ADD ("/shortlist/marks-nothing-found", FALSE, test_marks_nothing_found);
  ADD ("/shortlist/criterion-name", FALSE, test_criterion_name);
  ADD ("/shortlist/told-once", FALSE, test_told_once);
  ADD ("/shortlist/head", TRUE, test_head);
  ADD ("/shortlist/focus", TRUE, test_focus);
  ADD ("/shortlist/stability", FALSE, test_stability);
  ADD ("/shortlist/change-after-lock", TRUE, test_change_after_lock);
  ADD ("/shortlist/choose", TRUE, test_choose);
  ADD ("/shortlist/reason", TRUE, test_reason);
  ADD ("/shortlist/order", TRUE, test_order);
  ADD ("/shortlist/person", TRUE, test_person);
  ADD ("/shortlist/offered", TRUE, test_offered);
  ADD ("/shortlist/person-unsaved", TRUE, test_person_unsaved);
  ADD ("/shortlist/draft", TRUE, test_draft);
  ADD ("/shortlist/bar", TRUE, test_bar);
  ADD ("/shortlist/findings", TRUE, test_findings);
  ADD ("/shortlist/grounds", TRUE, test_grounds);
  g_test_add_func ("/shortlist/empty", test_empty);
  return g_test_run ();
}
