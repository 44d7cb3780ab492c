/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-account-pane.h"
#include "ks-chart-area.h"
#include "ks-figure-card.h"
#include "ks-figure-table.h"
#include "ks-figure-line.h"
#include "ks-number.h"
#include "ks-paper-kind.h"
#include "ks-publish.h"
#include "ks-question-set.h"
#include "ks-result-view.h"
#include "ks-results-bar.h"
#include "ks-results-page.h"
#include "ks-scope-button.h"
#include "ks-side-box.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"

/* Units of the sample with none, one, four, five and nine answers, and two larger ones. */
#define TINY "90001=4 90002=9 90003=5 90004=1 90005=20 90007=20"
#define N_SCALES 18
#define HUNDRED_PER_CENT 10000

typedef struct
{
  KsCampaign *campaign;
  KsResults *results;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->results = ks_results_load (fixture->campaign, &error);
  g_assert_no_error (error);
  fixture->page = ks_results_page_new ();
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, 1094, 768);
}

static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  open_page (fixture);
}

static void
set_up_tiny (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), TINY);
  open_page (fixture);
}

static void
set_up_open (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_some (ks_test_campaign_noon (), "90005=20");
  open_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->results);
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  GtkWidget *found = ks_ui_find (fixture->page, type, NULL, NULL);

  g_assert_nonnull (found);
  return found;
}

static gboolean
has_class (GtkWidget *widget, gconstpointer name)
{
  return gtk_widget_has_css_class (widget, name);
}

/* The row of a table that is selected. */
static guint
get_selected (GtkWidget *table)
{
  GtkWidget *list = ks_ui_find (table, GTK_TYPE_LIST_VIEW, NULL, NULL);

  return gtk_single_selection_get_selected (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static GtkWidget *
get_view (Fixture *fixture)
{
  return adw_view_stack_get_visible_child (ADW_VIEW_STACK (find (fixture, ADW_TYPE_VIEW_STACK)));
}

static GtkWidget *
show_answers (Fixture *fixture, const char *code)
{
  GtkWidget *views = find (fixture, ADW_TYPE_VIEW_STACK);
  GtkWidget *button = find (fixture, KS_TYPE_SCOPE_BUTTON);

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "questions");
  g_assert_true (ks_scope_button_select (KS_SCOPE_BUTTON (button), code));
  g_signal_emit_by_name (button, "scope-changed");
  return get_view (fixture);
}

static guint
count_digits (GtkWidget *widget)
{
  g_autofree char *text = GTK_IS_LABEL (widget) ? g_strdup (gtk_label_get_text (GTK_LABEL (widget)))
                          : KS_IS_FIGURE_LINE (widget)
                              ? ks_figure_line_dup_text (KS_FIGURE_LINE (widget))
                              : g_strdup ("");
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += g_ascii_isdigit (*p) ? 1 : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_digits (child);
  return n;
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static void
show_table (Fixture *fixture)
{
  GtkWidget *button = ks_ui_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, has_tooltip, "Table");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* In what is shown of a unit under five answers no figure stands in any widget, mapped or not. */
static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_answers (fixture, "90003");
  GtkWidget *chart = ks_ui_find (view, KS_TYPE_CHART_AREA, NULL, NULL);

  g_assert_true (ks_result_view_has_figures (KS_RESULT_VIEW (view)));
  g_assert_nonnull (gtk_widget_get_first_child (chart));
  show_table (fixture);
  g_assert_cmpuint (count_digits (view), >, 100);
  view = show_answers (fixture, "90001");
  g_assert_false (ks_result_view_has_figures (KS_RESULT_VIEW (view)));
  g_assert_nonnull (ks_ui_find_label (view, "Too Few Answers to Show Results"));
  g_assert_null (gtk_widget_get_first_child (chart));
  /* The 5 of "from 5 answer sheets on". */
  g_assert_cmpuint (count_digits (view), ==, 1);
}

/* The province leaves small units out, says so, and its n is what remains. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  KsScope province;
  g_autoptr (KsQuestionSet) set = NULL;

  ks_results_find_scope (fixture->results, "", &province);
  set = ks_question_set_load (fixture->results, &province);
  g_assert_cmpint (ks_question_set_get_left_out (set), ==, 4 + 1);
  g_assert_cmpint (ks_question_set_get_row (set, 0)->answered, ==, 9 + 5 + 20 + 20);
  show_answers (fixture, "");
  g_assert_nonnull (ks_ui_find (fixture->page, GTK_TYPE_LABEL, NULL, NULL));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_answers (fixture, "");

  g_assert_false (ks_result_view_has_figures (KS_RESULT_VIEW (view)));
  g_assert_nonnull (ks_ui_find_label (view, "The Survey Is Still Open"));
  g_assert_cmpuint (count_digits (view), ==, 0);
  g_assert_false (gtk_widget_activate_action (fixture->page, "page.copy", NULL)
                  && ks_test_shell_get_message (fixture->shell) != NULL);
}

/* Reads "88,51" of a table. */
static gint64
read_hundredths (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpuint (strlen (parts[1]), ==, 2);
  return g_ascii_strtoll (parts[0], NULL, 10) * 100 + g_ascii_strtoll (parts[1], NULL, 10);
}

static gint64
sum_shares (KsFigures *figures, guint row, guint first, guint last)
{
  gint64 sum = 0;

  for (guint column = first; column <= last; column++)
    {
      const char *cell = ks_figures_get_cell (figures, row, column);

      if (g_strcmp0 (cell, "–") != 0)
        sum += read_hundredths (cell);
    }
  return sum;
}

/* Columns: id, question, n, five levels, "không biết", đánh giá tốt. Below each section its mean. */
static void
test_rows_add_up (Fixture *fixture, gconstpointer data)
{
  KsScope scope;
  g_autoptr (KsQuestionSet) set = NULL;
  g_autoptr (KsFigures) figures = NULL;
  gint64 sum = 0, n_in_section = 0;
  guint n_rows = 0, n_means = 0;

  ks_results_find_scope (fixture->results, "", &scope);
  set = ks_question_set_load (fixture->results, &scope);
  figures = ks_question_set_create_figures (set, KS_LIKERT_AS_GIVEN, FALSE);
  g_assert_cmpuint (ks_figures_get_n_columns (figures), ==, 10);
  for (guint i = 0; i < ks_figures_get_n_rows (figures); i++)
    {
      if (ks_figures_get_kind (figures, i) == KS_FIGURE_SECTION)
        {
          sum = n_in_section = 0;
          continue;
        }
      /* Of exact shares, not of the rounded ones above it. */
      if (ks_figures_get_kind (figures, i) == KS_FIGURE_TOTAL)
        {
          g_assert_cmpstr (ks_figures_get_cell (figures, i, 2), ==, "–");
          g_assert_cmpint (ABS (n_in_section * sum_shares (figures, i, 9, 9) - sum), <=, n_in_section);
          n_means++;
          continue;
        }
      n_rows++;
      n_in_section++;
      sum += sum_shares (figures, i, 9, 9);
      g_assert_cmpstr (ks_figures_get_cell (figures, i, 2), ==, "4.466");
      g_assert_cmpint (sum_shares (figures, i, 3, 8), ==, HUNDRED_PER_CENT);
      g_assert_cmpint (sum_shares (figures, i, 3, 4), ==, sum_shares (figures, i, 9, 9));
    }
  g_assert_cmpuint (n_rows, ==, N_SCALES);
  g_assert_cmpuint (n_means, ==, 4);
}

/* Whether a sentence tells a share of a row of the table, or the sum of its two lowest levels. */
static gboolean
tells_share_of (KsFigures *figures, guint row, const char *sentence)
{
  g_autofree char *poor = ks_format_decimal ((double)sum_shares (figures, row, 6, 7) / 100, 2);
  gboolean found = strstr (sentence, poor) != NULL;

  for (guint column = 3; column < ks_figures_get_n_columns (figures); column++)
    found |= strstr (sentence, ks_figures_get_cell (figures, row, column)) != NULL;
  return found;
}

static guint
find_row (KsFigures *figures, guint key)
{
  guint row = 0;

  while (ks_figures_get_key (figures, row) != key)
    row++;
  return row;
}

/* What the chart says of its marks stands in the table too. */
static void
test_table_equals_chart (Fixture *fixture, gconstpointer data)
{
  KsScope scope;
  g_autoptr (KsQuestionSet) set = NULL;
  g_autoptr (KsFigures) figures = NULL;
  g_autoptr (KsLikertChart) chart = NULL;
  const KsPalette *palette = ks_palette_get (KS_PALETTE_LIGHT);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Sans 10");
  guint n_shares = 0;

  ks_results_find_scope (fixture->results, "90005", &scope);
  set = ks_question_set_load (fixture->results, &scope);
  figures = ks_question_set_create_figures (set, KS_LIKERT_BY_NET_AGREEMENT, FALSE);
  chart = ks_question_set_create_chart (set, KS_LIKERT_BY_NET_AGREEMENT);
  ks_chart_lay_out (KS_CHART (chart), 1000, 600, palette, font);
  for (guint mark = 0; mark < ks_chart_get_n_marks (KS_CHART (chart)); mark++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (KS_CHART (chart), mark);
      guint row = find_row (figures, ks_chart_get_mark_row (KS_CHART (chart), mark));

      if (strchr (sentence, '%') == NULL)
        continue;
      n_shares++;
      if (!tells_share_of (figures, row, sentence))
        g_error ("the table lacks: %s", sentence);
    }
  g_assert_cmpuint (n_shares, >=, 3 * N_SCALES);
}

static void
test_account (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_answers (fixture, "");
  GtkWidget *chart = ks_ui_find (view, KS_TYPE_CHART_AREA, NULL, NULL);
  KsSideBox *box = KS_SIDE_BOX (find (fixture, KS_TYPE_SIDE_BOX));
  GtkWidget *pane = find (fixture, KS_TYPE_ACCOUNT_PANE);

  g_assert_false (ks_side_box_get_show_pane (box));
  g_signal_emit_by_name (chart, "mark-activated", 0u);
  g_assert_true (ks_side_box_get_show_pane (box));
  ks_ui_wait_until (gtk_widget_get_mapped (pane), 2000);
  g_assert_nonnull (ks_ui_find_label (pane, "4.487"));
  g_assert_nonnull (ks_ui_find_label (pane, "4.466"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.close-account", NULL));
  g_assert_false (ks_side_box_get_show_pane (box));
}

static void
test_account_of_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_answers (fixture, "90005");
  GtkWidget *table = ks_ui_find (view, KS_TYPE_FIGURE_TABLE, NULL, NULL);
  GtkWidget *pane = find (fixture, KS_TYPE_ACCOUNT_PANE);

  g_signal_emit_by_name (table, "figure-activated", 2u);
  ks_ui_wait_until (gtk_widget_get_mapped (pane), 2000);
  g_assert_nonnull (ks_ui_find_label (pane, "Phường Mẫu 05, question A3"));
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, read_text_cb,
                                 &text);
  ks_ui_wait_until (text != NULL, 2000);
  return text;
}

static void
test_copy_answers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  show_answers (fixture, "");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.copy", NULL));
  g_assert_null (ks_test_shell_get_error (fixture->shell));
  text = read_clipboard (fixture);
  g_assert_nonnull (strstr (text, "PRELIMINARY FIGURES"));
  g_assert_nonnull (strstr (text, "SIMULATED DATA"));
  g_assert_nonnull (strstr (text, "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01"));
  g_assert_nonnull (strstr (text, "\nA1\t"));
  /* Sensitive questions stay at the desk. */
  g_assert_null (strstr (text, "\nD1\t"));
  g_assert_null (strstr (text, "\nD2\t"));
}

static void
test_copy_no_unit (Fixture *fixture, gconstpointer data)
{
  show_answers (fixture, "90005");
  gtk_widget_activate_action (fixture->page, "page.copy", NULL);
  g_assert_null (ks_test_shell_get_message (fixture->shell));
  g_assert_null (ks_test_shell_get_error (fixture->shell));
}

static void
test_copy_participation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->page, "page.copy", NULL));
  text = read_clipboard (fixture);
  g_assert_nonnull (strstr (text, "Thành phố Mẫu\t"));
  g_assert_nonnull (strstr (text, "\t4990\t4466\t89,50"));
}

/* From what was answered in a unit back to who took part: its district. */
static void
test_scope_without_units (Fixture *fixture, gconstpointer data)
{
  GtkWidget *views = find (fixture, ADW_TYPE_VIEW_STACK);
  KsScope scope;

  show_answers (fixture, "90005");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "participation");
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (find (fixture, KS_TYPE_SCOPE_BUTTON)), &scope);
  g_assert_cmpint (scope.kind, ==, KS_SCOPE_DISTRICT);
  g_assert_cmpstr (scope.name, ==, "Thành phố Mẫu");
}

static const char *
get_shown_code (Fixture *fixture)
{
  KsScope scope;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (find (fixture, KS_TYPE_SCOPE_BUTTON)), &scope);
  return scope.code;
}

/* Through what was looked at, and what the desk remembers when the campaign is opened again. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *views = find (fixture, ADW_TYPE_VIEW_STACK);

  show_answers (fixture, "");
  show_answers (fixture, "90005");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.back", NULL));
  g_assert_cmpstr (get_shown_code (fixture), ==, "");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.back", NULL));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (views)), ==,
                   "participation");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.forward", NULL));
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.forward", NULL));
  g_assert_cmpstr (get_shown_code (fixture), ==, "90005");
  g_assert_false (gtk_widget_activate_action (fixture->page, "page.forward", NULL)
                  && g_strcmp0 (get_shown_code (fixture), "90005") != 0);
}

static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  GtkWidget *other = g_object_ref_sink (ks_results_page_new ());
  GtkWidget *views = ks_ui_find (other, ADW_TYPE_VIEW_STACK, NULL, NULL);
  KsScope scope;

  show_answers (fixture, "90005");
  ks_page_set_campaign (KS_PAGE (other), fixture->campaign);
  ks_page_show_detail (KS_PAGE (other), "no such scope");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (views)), ==, "questions");
  ks_scope_button_get_scope (
      KS_SCOPE_BUTTON (ks_ui_find (other, KS_TYPE_SCOPE_BUTTON, NULL, NULL)), &scope);
  g_assert_cmpstr (scope.code, ==, "90005");
  ks_page_set_campaign (KS_PAGE (other), NULL);
  g_object_unref (other);
}

/* The account follows the mark that the keys come to, and chart and table agree on it. */
static void
test_pane_follows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_answers (fixture, "");
  GtkWidget *chart = ks_ui_find (view, KS_TYPE_CHART_AREA, NULL, NULL);
  GtkWidget *table = ks_ui_find (view, KS_TYPE_FIGURE_TABLE, NULL, NULL);
  GtkWidget *pane = find (fixture, KS_TYPE_ACCOUNT_PANE);

  g_signal_emit_by_name (chart, "mark-focused", 0u);
  g_assert_false (ks_side_box_get_show_pane (KS_SIDE_BOX (find (fixture, KS_TYPE_SIDE_BOX))));
  g_signal_emit_by_name (chart, "mark-activated", 0u);
  ks_ui_wait_until (gtk_widget_get_mapped (pane), 2000);
  g_assert_nonnull (ks_ui_find_label (pane, "Whole province, question A5"));
  g_assert_true (gtk_widget_grab_focus (ks_ui_find (chart, GTK_TYPE_WIDGET, has_class, "selected")));
  gtk_widget_child_focus (chart, GTK_DIR_DOWN);
  g_assert_nonnull (ks_ui_find_label (pane, "Whole province, question C1"));
  show_table (fixture);
  g_assert_nonnull (ks_ui_find_label (pane, "Whole province, question C1"));
  g_assert_cmpuint (get_selected (table), ==, 1);
  g_signal_emit_by_name (table, "figure-selected", 2u);
  g_assert_nonnull (ks_ui_find_label (pane, "Whole province, question A3"));
}

/* Where nothing is shown the account still tells what came in. */
static void
test_account_of_few (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_answers (fixture, "90001");
  GtkWidget *pane = find (fixture, KS_TYPE_ACCOUNT_PANE);

  g_signal_emit_by_name (
      ks_ui_find_labelled (view, GTK_TYPE_BUTTON, "What This Figure Is Made Of"), "clicked");
  ks_ui_wait_until (gtk_widget_get_mapped (pane), 2000);
  g_assert_nonnull (ks_ui_find_label (pane, "Phường Mẫu 01, question A1"));
  g_assert_nonnull (ks_ui_find_label (pane, "Too few answers to give a result"));
  g_assert_null (ks_ui_find_label (pane, "Good opinions: Rất tốt, Tốt"));
}

static GtkWidget *
show_view (Fixture *fixture, const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (find (fixture, ADW_TYPE_VIEW_STACK)), name);
  return get_view (fixture);
}

static gboolean
says (GtkWidget *widget, gconstpointer start)
{
  const char *text = gtk_widget_get_tooltip_text (widget);

  return text != NULL && g_str_has_prefix (text, start);
}

/* A click on the name of a district opens it, another one shuts it; of a cell its account opens. */
static void
test_colour_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_view (fixture, "heat");
  GtkWidget *chart = ks_ui_find (view, KS_TYPE_CHART_AREA, NULL, NULL);
  KsSideBox *box = KS_SIDE_BOX (find (fixture, KS_TYPE_SIDE_BOX));
  /* A row has a name, 18 cells and a mean; the second row is the first district. */
  const guint district = 20;

  ks_ui_wait_until (gtk_widget_get_mapped (chart), 2000);
  g_assert_null (ks_ui_find (chart, GTK_TYPE_WIDGET, says, "Phường Mẫu 02"));
  g_signal_emit_by_name (chart, "mark-activated", district);
  g_assert_false (ks_side_box_get_show_pane (box));
  g_signal_emit_by_name (chart, "mark-activated", district + 20 + 3);
  g_assert_true (ks_side_box_get_show_pane (box));
  ks_ui_wait_until (gtk_widget_get_mapped (find (fixture, KS_TYPE_ACCOUNT_PANE)), 2000);
  g_assert_nonnull (
      ks_ui_find_label (find (fixture, KS_TYPE_ACCOUNT_PANE), "Phường Mẫu 01, question A3"));
  g_signal_emit_by_name (chart, "mark-activated", district);
  g_signal_emit_by_name (chart, "mark-activated", district + 20 + 3);
  g_assert_null (
      ks_ui_find_label (find (fixture, KS_TYPE_ACCOUNT_PANE), "Phường Mẫu 01, question A3"));
}

/* Every view shows figures or says why it does not, and no tool is left over from another. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "participation", "questions", "heat", "units", "bodies" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *view = show_view (fixture, views[i]);

      g_assert_true (ks_result_view_has_figures (KS_RESULT_VIEW (view)));
      show_table (fixture);
      g_assert_nonnull (ks_ui_find (view, KS_TYPE_FIGURE_LINE, NULL, NULL));
    }
}

static gboolean
is_in_one_line (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget)
         && adw_view_switcher_get_policy (ADW_VIEW_SWITCHER (widget)) == ADW_VIEW_SWITCHER_POLICY_WIDE;
}

/* The six tabs of the page stand in one line of the header, each with its whole name. */
static void
test_tabs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *header = find (fixture, ADW_TYPE_HEADER_BAR);

  gtk_window_set_default_size (GTK_WINDOW (fixture->shell), 1024, 700);
  ks_ui_wait_until (gtk_widget_get_width (header) < 1040, 5000);
  ks_ui_wait_until (ks_ui_find (header, ADW_TYPE_VIEW_SWITCHER, is_in_one_line, NULL) != NULL, 5000);
}

/* The controls of questions have one line in a window of 1366 points; what the form says of itself
 * stands on the card of what was answered, and not of who took part. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find (fixture, KS_TYPE_RESULTS_BAR);
  GtkWidget *card = ks_ui_find (get_view (fixture), KS_TYPE_FIGURE_CARD, NULL, NULL);
  const char *notice = "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01";
  GtkWidget *badge;

  g_assert_nonnull (card);
  badge = ks_ui_find_label (card, notice);
  g_assert_true (badge == NULL || !gtk_widget_get_mapped (badge));
  card = ks_ui_find (show_answers (fixture, ""), KS_TYPE_FIGURE_CARD, NULL, NULL);
  ks_ui_wait_until (ks_ui_find_label (card, notice) != NULL
                        && gtk_widget_get_mapped (ks_ui_find_label (card, notice)),
                    2000);
  ks_ui_wait_until (gtk_widget_get_height (bar) > 20 && gtk_widget_get_height (bar) < 60, 2000);
}

/* Once figures are settled the day stands in place of the badge, and units may be copied. */
static void
test_settled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  g_autofree char *text = NULL;
  GtkWidget *button = ks_ui_find_labelled (fixture->page, GTK_TYPE_BUTTON, "Settle…");

  g_assert_true (ks_publish (fixture->campaign, "", NULL, &error));
  g_assert_no_error (error);
  ks_page_refresh (KS_PAGE (fixture->page), KS_CHANGE_PUBLICATION);
  ks_page_show_detail (KS_PAGE (fixture->page), "90005");
  state = ks_page_dup_state (KS_PAGE (fixture->page));
  g_assert_cmpstr (state, ==, "settled");
  g_assert_true (button == NULL || !gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.copy", NULL));
  text = read_clipboard (fixture);
  g_assert_nonnull (strstr (text, "SETTLED ON"));
  g_assert_nonnull (strstr (text, "Phường Mẫu 05"));
  g_assert_null (strstr (text, "\nD1\t"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find (fixture, KS_TYPE_SCOPE_BUTTON);
  GtkWidget *search = ks_ui_find (button, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  KsScope scope;

  show_answers (fixture, "");
  gtk_editable_set_text (GTK_EDITABLE (search), "phuong mau 07");
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (button), &scope);
  g_assert_cmpstr (scope.name, ==, "Phường Mẫu 07");
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = ks_page_dup_state (KS_PAGE (fixture->page));
  g_autofree char *none = NULL;

  g_assert_cmpstr (state, ==, "preliminary");
  ks_page_set_campaign (KS_PAGE (fixture->page), NULL);
  none = ks_page_dup_state (KS_PAGE (fixture->page));
  g_assert_cmpstr (none, ==, "–");
  g_assert_nonnull (ks_ui_find_label (fixture->page, "No Answers Yet"));
}

#define ADD(name, set_up, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

static void
collect_targets (GMenuModel *menu, GString *targets)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *target = NULL;

      if (section != NULL)
        collect_targets (section, targets);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target))
        g_string_append_printf (targets, "%s ", target);
    }
}

/* The summary is offered as all that it can be written as. */
static void
test_export_menu (Fixture *fixture, gconstpointer data)
{
  const char *const *endings = ks_paper_kind_get_endings ();
  GObject *button
      = gtk_widget_get_template_child (fixture->page, KS_TYPE_RESULTS_PAGE, "export_button");
  g_autoptr (GString) targets = g_string_new (NULL);

  collect_targets (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), targets);
  for (guint i = 0; endings[i] != NULL; i++)
    {
      g_autofree char *target = g_strdup_printf ("summary%s ", endings[i]);

      g_assert_nonnull (strstr (targets->str, target));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/results/too-few", set_up_tiny, test_too_few);
  ADD ("/results/left-out", set_up_tiny, test_left_out);
  ADD ("/results/open", set_up_open, test_open);
  ADD ("/results/rows-add-up", set_up_sample, test_rows_add_up);
  ADD ("/results/table-equals-chart", set_up_sample, test_table_equals_chart);
  ADD ("/results/account", set_up_sample, test_account);
  ADD ("/results/account-of-table", set_up_sample, test_account_of_table);
  ADD ("/results/copy-answers", set_up_sample, test_copy_answers);
  ADD ("/results/copy-no-unit", set_up_sample, test_copy_no_unit);
  ADD ("/results/copy-participation", set_up_sample, test_copy_participation);
  ADD ("/results/scope-without-units", set_up_tiny, test_scope_without_units);
  ADD ("/results/back", set_up_tiny, test_back);
  ADD ("/results/remembered", set_up_tiny, test_remembered);
  ADD ("/results/pane-follows", set_up_sample, test_pane_follows);
  ADD ("/results/account-of-few", set_up_tiny, test_account_of_few);
  ADD ("/results/colour-table", set_up_sample, test_colour_table);
  ADD ("/results/views", set_up_sample, test_views);
  ADD ("/results/tabs", set_up_sample, test_tabs);
  ADD ("/results/bar", set_up_sample, test_bar);
  ADD ("/results/settled", set_up_sample, test_settled);
  ADD ("/results/search", set_up_tiny, test_search);
  ADD ("/results/state", set_up_tiny, test_state);
  ADD ("/results/export-menu", set_up_tiny, test_export_menu);
  return g_test_run ();
}
