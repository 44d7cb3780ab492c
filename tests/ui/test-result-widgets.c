/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-account-pane.h"
#include "ks-badge.h"
#include "ks-figure-line.h"
#include "ks-figure-table.h"
#include "ks-option-card.h"
#include "ks-points-bar.h"
#include "ks-ranking-model.h"
#include "ks-scale-pane.h"
#include "ks-scope-button.h"
#include "ks-test-campaign.h"
#include "ks-ui-harness.h"

/* A window around a widget, mapped. */
static GtkWindow *
show_widget (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 600, 400);
  gtk_window_set_child (window, widget);
  gtk_window_present (window);
  ks_ui_wait_until (gtk_widget_get_mapped (widget), 5000);
  return window;
}

static void
test_badge (void)
{
  GtkWidget *badge = g_object_ref_sink (ks_badge_new ("SỐ LIỆU SƠ BỘ", TRUE));

  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_true (gtk_widget_has_css_class (badge, "ring"));
  ks_badge_set_label (KS_BADGE (badge), "");
  g_assert_false (gtk_widget_get_visible (badge));
  ks_badge_set_label (KS_BADGE (badge), NULL);
  g_assert_false (gtk_widget_get_visible (badge));
  ks_badge_set_label (KS_BADGE (badge), "SỐ LIỆU MÔ PHỎNG");
  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (badge), ==, "SỐ LIỆU MÔ PHỎNG");
  g_object_unref (badge);
}

static void
remember_key_cb (KsFigureTable *table, guint key, guint *remembered)
{
  *remembered = key;
}

static gboolean
says (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *text = ks_figure_line_dup_text (KS_FIGURE_LINE (widget));

  return g_str_equal (text, data);
}

static GtkWidget *
find_line (GtkWidget *table, const char *text)
{
  return ks_ui_find (table, KS_TYPE_FIGURE_LINE, says, text);
}

static void
test_figure_table (void)
{
  GtkWidget *table = ks_figure_table_new ();
  GtkWindow *window = show_widget (table);
  g_autoptr (KsFigures) figures = ks_figures_new ();
  guint key = 0;
  guint selected = 0;
  GtkWidget *list;

  ks_figures_add_column (figures, "Name", KS_FIGURE_TEXT);
  ks_figures_add_column (figures, "n", KS_FIGURE_NUMBER);
  ks_figures_add_section (figures, "A. Part");
  ks_figures_add_row (figures, KS_FIGURE_ROW, 7);
  ks_figures_add_text (figures, "first");
  ks_figures_add_count (figures, 4466);
  ks_figures_add_row (figures, KS_FIGURE_ROW, KS_FIGURE_NO_KEY);
  ks_figures_add_text (figures, "second");
  ks_figures_add_count (figures, 12);
  ks_figure_table_set_figures (KS_FIGURE_TABLE (table), figures);
  g_signal_connect (table, "figure-activated", G_CALLBACK (remember_key_cb), &key);

  g_signal_connect (table, "figure-selected", G_CALLBACK (remember_key_cb), &selected);
  ks_ui_wait_until (find_line (table, "second; n: 12") != NULL, 2000);
  g_assert_true (gtk_widget_has_css_class (find_line (table, "A. Part"), "section"));
  g_assert_true (gtk_widget_has_css_class (find_line (table, "Name; n"), "titles"));
  /* What leads nowhere says nothing. */
  g_signal_emit_by_name (find_line (table, "second; n: 12"), "clicked");
  g_signal_emit_by_name (find_line (table, "A. Part"), "clicked");
  g_assert_cmpuint (key, ==, 0);
  g_signal_emit_by_name (find_line (table, "first; n: 4.466"), "clicked");
  g_assert_cmpuint (key, ==, 7);
  /* The program selects without a word, the person does not. */
  ks_figure_table_select (KS_FIGURE_TABLE (table), 7);
  list = ks_ui_find (table, GTK_TYPE_LIST_VIEW, NULL, NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (
                        GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)))),
                    ==, 1);
  g_assert_cmpuint (selected, ==, 0);
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", 2u, FALSE, FALSE);
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", 1u, FALSE, FALSE);
  g_assert_cmpuint (selected, ==, 7);
  ks_ui_assert_freed (window);
}

/* Of a table of thousands of rows only those exist that are seen. */
static void
test_long_table (void)
{
  GtkWidget *table = ks_figure_table_new ();
  GtkWindow *window = show_widget (table);
  g_autoptr (KsFigures) figures = ks_figures_new ();

  ks_figures_add_column (figures, "Name", KS_FIGURE_TEXT);
  ks_figures_add_column (figures, "n", KS_FIGURE_NUMBER);
  for (guint i = 0; i < 10597; i++)
    {
      ks_figures_add_row (figures, KS_FIGURE_ROW, i);
      ks_figures_add_text (figures, "Xã Mẫu");
      ks_figures_add_count (figures, i);
    }
  ks_figure_table_set_figures (KS_FIGURE_TABLE (table), figures);
  ks_ui_wait_until (find_line (table, "Xã Mẫu; n: 0") != NULL, 2000);
  g_assert_cmpuint (ks_ui_count (table, KS_TYPE_FIGURE_LINE), <, 500);
  ks_figure_table_select (KS_FIGURE_TABLE (table), 10000);
  ks_ui_wait_until (find_line (table, "Xã Mẫu; n: 10.000") != NULL, 2000);
  ks_ui_assert_freed (window);
}

static void
test_option_card (void)
{
  char text[] = "Cả câu";
  char id[] = "A6";
  char label[] = "Hình thức";
  char first[] = "Niêm yết";
  char second[] = "Không được biết";
  KsOption options[] = { { first, 0, FALSE, FALSE }, { second, 0, FALSE, FALSE } };
  gint64 counts[] = { 30, 5 };
  KsQuestion question = { .id = id,
                          .text = text,
                          .short_text = label,
                          .type = KS_QUESTION_MULTI,
                          .options = options,
                          .n_options = 2 };
  KsQuestionResult result
      = { .question = &question, .answered = 40, .counts = counts, .shown = TRUE };
  GtkWidget *card = ks_option_card_new (&result);
  GtkWindow *window = show_widget (card);

  g_assert_nonnull (ks_ui_find_label (card, "A6. Hình thức"));
  g_assert_nonnull (ks_ui_find_label (card, "Several answers possible; per cent of n = 40 sheets"));
  g_assert_nonnull (ks_ui_find_label (card, "30"));
  g_assert_nonnull (ks_ui_find_label (card, "75,00%"));
  g_assert_nonnull (ks_ui_find_label (card, "12,50%"));
  g_assert_cmpuint (ks_ui_count (card, GTK_TYPE_LEVEL_BAR), ==, 2);
  ks_ui_assert_freed (window);
}

static void
test_account (void)
{
  g_autoptr (GError) error = NULL;
  KsCampaign *campaign
      = ks_test_campaign_new_some (ks_test_campaign_next_day (), "90001=4 90002=9");
  g_autoptr (KsResults) results = ks_results_load (campaign, &error);
  GtkWidget *pane = g_object_new (KS_TYPE_ACCOUNT_PANE, NULL);
  GtkWindow *window = show_widget (pane);
  KsScope scope;

  g_assert_no_error (error);
  ks_results_find_scope (results, "", &scope);
  ks_account_pane_show (KS_ACCOUNT_PANE (pane), results, &scope,
                        ks_form_lookup (ks_results_get_form (results), "A1"));
  g_assert_nonnull (ks_ui_find_label (pane, "Whole province, question A1"));
  g_assert_nonnull (ks_ui_find_label (pane, "13"));
  g_assert_nonnull (ks_ui_find_label (pane, "Answer sheets received"));
  ks_account_pane_show (KS_ACCOUNT_PANE (pane), results, &scope, NULL);
  g_assert_null (ks_ui_find_label (pane, "Whole province, question A1"));
  g_assert_nonnull (ks_ui_find_label (pane, "Whole province"));
  ks_ui_assert_freed (window);
  g_clear_object (&results);
  ks_test_campaign_free (campaign);
}

static void
count_cb (KsScopeButton *button, guint *n)
{
  *n += 1;
}

static void
test_scope_button (void)
{
  KsCampaign *campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), "");
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsScopeButton *button = g_object_ref_sink (g_object_new (KS_TYPE_SCOPE_BUTTON, NULL));
  KsScope scope;
  guint n_changed = 0;

  g_signal_connect (button, "scope-changed", G_CALLBACK (count_cb), &n_changed);
  ks_scope_button_get_scope (button, &scope);
  g_assert_cmpint (scope.kind, ==, KS_SCOPE_PROVINCE);
  ks_scope_button_set_registry (button, registry);
  g_assert_true (ks_scope_button_select (button, "90020"));
  g_assert_false (ks_scope_button_select (button, "nowhere"));
  ks_scope_button_get_scope (button, &scope);
  g_assert_cmpint (scope.kind, ==, KS_SCOPE_UNIT);
  g_assert_cmpstr (scope.code, ==, "90020");
  /* The registry read anew: what was picked stays. */
  ks_scope_button_set_registry (button, registry);
  ks_scope_button_get_scope (button, &scope);
  g_assert_cmpstr (scope.code, ==, "90020");
  ks_scope_button_set_with_units (button, FALSE);
  ks_scope_button_get_scope (button, &scope);
  g_assert_cmpint (scope.kind, ==, KS_SCOPE_DISTRICT);
  ks_scope_button_set_registry (button, NULL);
  ks_scope_button_get_scope (button, &scope);
  g_assert_cmpint (scope.kind, ==, KS_SCOPE_PROVINCE);
  g_assert_cmpuint (n_changed, ==, 0);
  g_object_unref (button);
  g_clear_object (&registry);
  ks_test_campaign_free (campaign);
}

/* Who types quickly presses Enter before the entry has told that its text changed. */
static void
test_scope_typed (void)
{
  KsCampaign *campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), "");
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  GtkWidget *button = g_object_new (KS_TYPE_SCOPE_BUTTON, NULL);
  GtkWindow *window = show_widget (button);
  GtkWidget *search = ks_ui_find (button, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  KsScope scope;

  ks_scope_button_set_registry (KS_SCOPE_BUTTON (button), registry);
  gtk_menu_button_popup (GTK_MENU_BUTTON (ks_ui_find (button, GTK_TYPE_MENU_BUTTON, NULL, NULL)));
  gtk_editable_set_text (GTK_EDITABLE (search), "xa mau 20");
  g_signal_emit_by_name (search, "activate");
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (button), &scope);
  g_assert_cmpint (scope.kind, ==, KS_SCOPE_UNIT);
  g_assert_cmpstr (scope.name, ==, "Xã Mẫu 20");
  ks_ui_assert_freed (window);
  g_clear_object (&registry);
  ks_test_campaign_free (campaign);
}

static void
test_scale_pane (void)
{
  g_autoptr (KsCriteria) scale = ks_criteria_new_default ();
  GtkWidget *pane = g_object_ref_sink (g_object_new (KS_TYPE_SCALE_PANE, NULL));
  GtkWidget *list = ks_ui_find (pane, GTK_TYPE_LIST_BOX, NULL, NULL);
  GtkListBoxRow *row;
  GtkWidget *spin;
  guint n_rows = 0;

  ks_scale_pane_set_criteria (KS_SCALE_PANE (pane), scale);
  ks_scale_pane_set_criteria (KS_SCALE_PANE (pane), scale);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int)n_rows) != NULL)
    n_rows++;
  g_assert_cmpuint (n_rows, ==, 7);
  g_assert_false (ks_scale_pane_is_changed (KS_SCALE_PANE (pane)));
  g_assert_true (ks_scale_pane_is_complete (KS_SCALE_PANE (pane)));

  /* What is moved stays while other things are read anew; kept and taken back at once, it goes. */
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  spin = ks_ui_find (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON, NULL, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 15);
  ks_scale_pane_balance (KS_SCALE_PANE (pane));
  ks_scale_pane_set_criteria (KS_SCALE_PANE (pane), scale);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 15);
  ks_scale_pane_take_kept (KS_SCALE_PANE (pane));
  ks_scale_pane_set_criteria (KS_SCALE_PANE (pane), scale);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 40);
  g_object_unref (pane);
}

static void
test_points_bar (void)
{
  g_autoptr (KsCriteria) scale = ks_criteria_new_default ();
  const double points[] = { 40, 17.142857, 0, 0, 11.449, 0, 0 };
  GtkWidget *bar = g_object_ref_sink (g_object_new (KS_TYPE_POINTS_BAR, NULL));
  int minimum;

  ks_points_bar_set_points (KS_POINTS_BAR (bar), scale->criteria, points);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (bar), ==,
                   "Participation: 40; Report on time: 17,1; Publicity: 0; "
                   "Posts in the Zalo group: 11,4");
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 160);
  for (guint i = 1; i + 1 < 5; i++)
    g_assert_false (gdk_rgba_equal (ks_points_bar_get_color (0), ks_points_bar_get_color (i)));
  g_object_unref (bar);
}

static KsCandidateItem *
get_candidate_line (GListModel *lines, guint index)
{
  g_autoptr (KsCandidateItem) item = g_list_model_get_item (lines, index);

  return item;
}

static void
count_changes_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_ranking_model (void)
{
  g_autoptr (GError) error = NULL;
  KsCampaign *campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  KsShortlist *shortlist = ks_shortlist_load (campaign, &error);
  g_autoptr (KsRankingModel) model = ks_ranking_model_new ();
  g_autoptr (KsCandidateItem) first = NULL;
  GListModel *lines = G_LIST_MODEL (model);
  guint n_eligible;
  guint n_changes = 0;

  g_assert_no_error (error);
  ks_ranking_model_set_shortlist (model, shortlist);
  n_eligible = shortlist->n_eligible;
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n_eligible + 1);
  first = g_object_ref (get_candidate_line (lines, 0));
  g_assert_true (first == get_candidate_line (lines, 0));
  g_assert_null (ks_candidate_item_get_candidate (get_candidate_line (lines, n_eligible)));
  g_assert_cmpstr (ks_candidate_item_get_title (get_candidate_line (lines, n_eligible)), ==,
                   "11 units not eligible");
  ks_ranking_model_toggle_rest (model);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n_eligible + 1 + 11);
  g_assert_false (
      ks_candidate_item_get_candidate (get_candidate_line (lines, n_eligible + 11))->eligible);
  ks_ranking_model_toggle_rest (model);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n_eligible + 1);

  /* The same list read anew: lines stay, and say what it says. */
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  ks_ranking_model_set_shortlist (model, ks_shortlist_load (campaign, NULL));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (first == get_candidate_line (lines, 0));
  ks_ranking_model_set_shortlist (model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 0);
  ks_test_campaign_free (campaign);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/badge", test_badge);
  g_test_add_func ("/figure-table", test_figure_table);
  g_test_add_func ("/figure-table/long", test_long_table);
  g_test_add_func ("/option-card", test_option_card);
  g_test_add_func ("/account-pane", test_account);
  g_test_add_func ("/scope-button", test_scope_button);
  g_test_add_func ("/scope-typed", test_scope_typed);
  g_test_add_func ("/scale-pane", test_scale_pane);
  g_test_add_func ("/points-bar", test_points_bar);
  g_test_add_func ("/ranking-model", test_ranking_model);
  return g_test_run ();
}
