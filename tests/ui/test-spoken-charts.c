/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-area.h"
#include "ks-chart-mark.h"
#include "ks-results-look.h"
#include "ks-results-page-private.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"

/* Every chart of the results tells its exact figures: to who hovers, who walks through it by keys, and
 * to a screen reader, in the same sentence; and the table behind it has the figures too. */

#define STEPS 6

typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

/* The view that offers a chart, a place that has it, and what its second mark says. */
static const struct
{
  KsResultsView view;
  KsChartKind kind;
  const char *code;
  const char *said;
} charts[] = {
  { KS_VIEW_PARTICIPATION, KS_CHART_PARTICIPATION, "",
    "Thị xã Mẫu: 300 answers for a staff of 347, 86,46%; complete units: 4 of 17" },
  { KS_VIEW_PARTICIPATION, KS_CHART_FUNNEL, "", "answers for a staff of" },
  { KS_VIEW_PARTICIPATION, KS_CHART_ARRIVALS, "", "1.387" },
  { KS_VIEW_QUESTIONS, KS_CHART_LIKERT, "", "4.466" },
  { KS_VIEW_QUESTIONS, KS_CHART_PROFILE, "90005", "%" },
  { KS_VIEW_QUESTIONS, KS_CHART_MULTIPLES, "", "Thành phố Mẫu – A1. " },
  { KS_VIEW_HEAT, KS_CHART_HEAT, "", "Thành phố Mẫu: 365 answers for a staff of 400, 91,25%" },
  { KS_VIEW_UNITS, KS_CHART_DOTS, "981", "%" },
  { KS_VIEW_BODIES, KS_CHART_BODIES, "", "" },
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  fixture->page = ks_results_page_new ();
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, 1094, 768);
  ks_ui_wait_until (KS_RESULTS_PAGE (fixture->page)->results != NULL, 5000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
}

static KsChartArea *
show_chart (Fixture *fixture, guint index)
{
  KsResultsPage *page = KS_RESULTS_PAGE (fixture->page);
  g_autoptr (KsResultsLook) look = ks_results_look_new ();
  GtkWidget *view, *area;

  ks_results_look_set_view (look, charts[index].view);
  look->kind = charts[index].kind;
  gtk_window_set_focus (GTK_WINDOW (fixture->shell), NULL);
  ks_results_look_set (&look->code, charts[index].code);
  ks_results_page_go (page, look);
  view = adw_view_stack_get_visible_child (ADW_VIEW_STACK (page->views));
  area = ks_ui_find (view, KS_TYPE_CHART_AREA, NULL, NULL);
  ks_ui_wait_until (gtk_widget_get_mapped (area) && gtk_widget_get_height (area) > 0, 5000);
  return KS_CHART_AREA (area);
}

/* The mark that has the keyboard; what hovering shows is what a screen reader says. */
static const char *
get_said (KsChartArea *area)
{
  GtkWidget *mark = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (area))));
  const char *sentence;

  g_assert_true (KS_IS_CHART_MARK (mark));
  sentence = gtk_widget_get_tooltip_text (mark);
  g_assert_nonnull (sentence);
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  return sentence;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* A few steps by keys. Returns: how many other marks were met; *found: whether one said what is wanted */
static guint
walk (KsChartArea *area, GtkDirectionType direction, const char *wanted, gboolean *found)
{
  g_autofree char *before = g_strdup (get_said (area));
  guint n = 0;

  *found |= strstr (before, wanted) != NULL;
  for (guint i = 0; i < STEPS && gtk_widget_child_focus (GTK_WIDGET (area), direction); i++)
    {
      const char *said = get_said (area);

      n += !g_str_equal (said, before);
      *found |= strstr (said, wanted) != NULL;
      g_free (before);
      before = g_strdup (said);
    }
  return n;
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      KsChartArea *area = show_chart (fixture, i);
      gboolean found = FALSE;

      g_test_message ("%s", ks_chart_kind_get_name (charts[i].kind));
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (area), GTK_DIR_TAB_FORWARD));
      g_assert_true (has_digit (get_said (area)));
      g_assert_cmpuint (walk (area, GTK_DIR_DOWN, charts[i].said, &found)
                            + walk (area, GTK_DIR_RIGHT, charts[i].said, &found),
                        >=, STEPS);
      g_assert_true (found);
    }
}

#define ADD(name, set_up, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/spoken-charts/marks", set_up, test_marks);
  return g_test_run ();
}
