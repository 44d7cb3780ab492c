/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "ks-compare-rounds.h"
#include "ks-figure-card.h"
#include "ks-figure-line.h"
#include "ks-publish.h"
#include "ks-results-page.h"
#include "ks-rounds-table.h"
#include "ks-rounds-window.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"

#define NOW "90001=4 90005=20 90007=20"
#define THEN "90001=12 90005=12 90007=4"
#define UNIT "90005"

typedef struct
{
  KsCampaign *now;
  KsCampaign *earlier;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->now = ks_test_campaign_new_some (ks_test_campaign_next_day (), NOW);
  fixture->earlier = ks_test_campaign_new_earlier (THEN);
  fixture->page = ks_results_page_new ();
  fixture->shell = ks_test_shell_new (fixture->now, fixture->page, 1094, 768);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->now);
  ks_test_campaign_free (fixture->earlier);
}

static GtkWindow *
open_window (Fixture *fixture, const char *code, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ks_rounds_window_show (fixture->page, fixture->now, code, file);
  return ks_ui_find_toplevel (KS_TYPE_ROUNDS_WINDOW);
}

static GtkWindow *
open_earlier (Fixture *fixture, const char *code)
{
  return open_window (fixture, code, ks_campaign_get_path (fixture->earlier));
}

static gboolean
starts_with (GtkWidget *line, gconstpointer start)
{
  g_autofree char *text = ks_figure_line_dup_text (KS_FIGURE_LINE (line));

  return gtk_widget_get_mapped (line) && g_str_has_prefix (text, start);
}

static gboolean
says (GtkWidget *label, gconstpointer text)
{
  return strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL;
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer text)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return tooltip != NULL && strstr (tooltip, text) != NULL;
}

static GtkWidget *
find_line (GtkWindow *window, const char *start)
{
  return ks_ui_find (GTK_WIDGET (window), KS_TYPE_FIGURE_LINE, starts_with, start);
}

/* The problem page is the one that is seen, and says that. */
static void
assert_problem (GtkWindow *window, const char *reason)
{
  GtkWidget *page = ks_ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, NULL, NULL);

  g_assert_nonnull (page);
  ks_ui_wait_until (gtk_widget_get_mapped (page), 2000);
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), reason));
}

static void
settle (KsCampaign *campaign)
{
  g_autoptr (GError) error = NULL;

  ks_publish (campaign, "", NULL, &error);
  g_assert_no_error (error);
}

static void
take_text_cb (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **)text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (GtkWindow *window)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, take_text_cb,
                                 &text);
  ks_ui_wait_until (text != NULL, 2000);
  return text;
}

/* Question by question, of the place that the page shows; the chart behind the table has the same.
 */
static void
test_shares (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_earlier (fixture, UNIT);
  GtkWidget *card = ks_ui_find (GTK_WIDGET (window), KS_TYPE_FIGURE_CARD, NULL, NULL);
  GtkWidget *chart = GTK_WIDGET (ks_figure_card_get_chart (KS_FIGURE_CARD (card)));

  ks_ui_wait_until (find_line (window, "A1; ") != NULL, 2000);
  g_assert_nonnull (
      ks_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, says, "then: Khảo sát trước, 01/4/2024"));
  g_assert_nonnull (find_line (window, "D4; "));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (
          ks_ui_find (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON, has_tooltip, "Chart")),
      TRUE);
  ks_ui_wait_until (gtk_widget_get_mapped (chart), 2000);
  g_assert_null (find_line (window, "A1; "));
  ks_ui_wait_until (gtk_widget_get_first_child (chart) != NULL, 2000);
  ks_ui_assert_freed (window);
}

/* What stays on the screen cannot be copied, and the button says why; settled figures can. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_earlier (fixture, "");
  g_autofree char *text = NULL;

  g_assert_nonnull (ks_ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, has_tooltip,
                                "The figures of the earlier survey are not settled"));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "rounds.copy", NULL)
                  && ks_test_shell_get_error (fixture->shell) != NULL);
  ks_ui_assert_freed (window);
  settle (fixture->earlier);
  window = open_earlier (fixture, UNIT);
  g_assert_nonnull (ks_ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, has_tooltip,
                                "The answers of a single unit"));
  ks_ui_assert_freed (window);
  window = open_earlier (fixture, "");
  ks_rounds_window_copy (KS_ROUNDS_WINDOW (window));
  text = read_clipboard (window);
  g_assert_nonnull (strstr (text, "\nA1\t"));
  g_assert_nonnull (strstr (text, "n then\tx then\tShare then\tDifference"));
  ks_ui_assert_freed (window);
}

/* Without a row that was picked all of them are copied. */
static void
test_copy_participation (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_earlier (fixture, "");
  GtkWidget *views = ks_ui_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK, NULL, NULL);
  g_autofree char *text = NULL;

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "participation");
  ks_rounds_window_copy (KS_ROUNDS_WINDOW (window));
  text = read_clipboard (window);
  g_assert_nonnull (strstr (text, "All units together"));
  ks_ui_assert_freed (window);
}

static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_earlier (fixture, "90001");

  g_assert_nonnull (ks_ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, has_tooltip,
                                "There are no figures to copy"));
  ks_ui_wait_until (
      ks_ui_find_label (GTK_WIDGET (window), "Too Few Answers to Show Results") != NULL, 2000);
  g_assert_null (find_line (window, "A1; "));
  ks_ui_assert_freed (window);
}

/* A file that can be compared is offered again; one that cannot says why, and is not. */
static void
test_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (ks_campaign_get_path (fixture->now));
  g_autofree char *other = g_build_filename (folder, "other.khaosat", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.khaosat", NULL);
  g_autoptr (GFile) none = ks_rounds_window_dup_last (fixture->now);
  g_autoptr (GFile) file = g_file_new_for_path (ks_campaign_get_path (fixture->earlier));
  g_autoptr (GFile) last = NULL;
  GtkWindow *window;

  g_assert_null (none);
  g_assert_true (g_file_set_contents (other, "no campaign", -1, NULL));
  window = open_window (fixture, "", other);
  assert_problem (window, "other.khaosat");
  ks_ui_assert_freed (window);
  window = open_window (fixture, "", ks_campaign_get_path (fixture->now));
  assert_problem (window, "itself");
  none = ks_rounds_window_dup_last (fixture->now);
  g_assert_null (none);
  ks_rounds_window_compare (KS_ROUNDS_WINDOW (window), file);
  ks_ui_wait_until (find_line (window, "A1; ") != NULL, 2000);
  ks_ui_assert_freed (window);
  last = ks_rounds_window_dup_last (fixture->now);
  g_assert_true (g_file_equal (last, file));
  window = open_window (fixture, "", missing);
  assert_problem (window, "missing.khaosat");
  ks_ui_assert_freed (window);
  g_assert_null (ks_test_shell_get_error (fixture->shell));
}

/* Somebody works on the earlier survey: it is looked at nevertheless, and nothing is written. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  ks_campaign_hold (fixture->earlier, &error);
  g_assert_no_error (error);
  window = open_earlier (fixture, UNIT);
  ks_ui_wait_until (find_line (window, "A1; ") != NULL, 2000);
  ks_ui_assert_freed (window);
}

static GPtrArray *
make_units (const char *const *names)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (
        units, ks_unit_new ("07201", names[i], "Xã", "213", "Huyện Mẫu A", &(KsStaff){ 0 }, NULL));
  return units;
}

static void
add_round (GPtrArray *rounds,
           const char *const *now,
           const char *const *earlier,
           gint64 answers_now,
           gint64 answers_earlier)
{
  KsRound *round = g_new0 (KsRound, 1);

  *round = (KsRound){ make_units (now), make_units (earlier),      *now != NULL ? 20 : 0,
                      answers_now,      *earlier != NULL ? 40 : 0, answers_earlier };
  g_ptr_array_add (rounds, round);
}

static void
free_round (gpointer round)
{
  ks_round_free (round);
}

/* The sum comes first; merged units stand in one row, units without a partner beside a dash. */
static void
test_rows (void)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (free_round);
  GtkWidget *window = gtk_window_new ();

  add_round (rounds, (const char *[]){ "Xã Một", NULL },
             (const char *[]){ "Xã Hai", "Xã Ba", NULL }, 19, 30);
  add_round (rounds, (const char *[]){ "Xã Mới", NULL }, (const char *[]){ NULL }, 5, 0);
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 400);
  gtk_window_set_child (GTK_WINDOW (window), ks_rounds_table_new (rounds));
  gtk_window_present (GTK_WINDOW (window));
  g_clear_pointer (&rounds, g_ptr_array_unref);
  ks_ui_wait_until (ks_ui_find_label (window, "60,00% (24/40)") != NULL, 2000);
  g_assert_nonnull (ks_ui_find_label (window, "All units together"));
  g_assert_nonnull (ks_ui_find_label (window, "75,00% (30/40)"));
  g_assert_nonnull (ks_ui_find_label (window, "95,00% (19/20)"));
  g_assert_nonnull (ks_ui_find_label (window, "Xã Hai, Xã Ba"));
  g_assert_nonnull (ks_ui_find_label (window, "0/–"));
  ks_ui_assert_freed (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add ("/rounds-window/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/rounds-window/rows", test_rows);
  ADD ("shares", test_shares);
  ADD ("copy", test_copy);
  ADD ("copy-participation", test_copy_participation);
  ADD ("too-few", test_too_few);
  ADD ("problems", test_problems);
  ADD ("held", test_held);
  return g_test_run ();
}
