/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-create-campaign.h"
#include "ks-response-writer.h"
#include "ks-results-page.h"
#include "ks-scope-button.h"
#include "ks-tally-table.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-test.h"
#include "ks-ui-harness.h"

/* Results of so many units that they are read beside the window. */

#define N_UNITS 1200
#define N_SHEETS 6
#define UNIT "00007"
#define PATIENCE 20000

typedef struct
{
  char *folder;
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static char *
write_units (const char *folder)
{
  g_autoptr (GString) text = g_string_new ("code,name,type,district_code,district_name,staff_party\n");
  char *path = g_build_filename (folder, "units.csv", NULL);

  for (guint i = 1; i <= N_UNITS; i++)
    g_string_append_printf (text, "%05u,Xã Mẫu %u,Xã,%03u,Huyện Mẫu %u,20\n", i, i, i / 20, i / 20);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

/* Sheets of one unit, all of which choose the first of everything. */
static void
plant (KsCampaign *campaign)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), NULL);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autofree char *answers = g_strnfill (ks_form_get_answer_width (form), '1');
  g_autoptr (KsResponseWriter) writer = ks_response_writer_new (tx, NULL);
  g_autoptr (KsTally) tally = NULL;

  for (gint64 i = 1; i <= N_SHEETS; i++)
    {
      const KsResponse response
          = { .id = i, .batch = 1, .source_row = i, .unit = UNIT, .given = "",
              .answered = ks_test_campaign_noon (), .answers = answers };

      g_assert_true (ks_response_writer_add (writer, &response, NULL));
    }
  g_assert_true (ks_response_writer_flush (writer, NULL));
  g_clear_pointer (&writer, ks_response_writer_free);
  tally = ks_tally_recompute (tx, registry, form, NULL);
  g_assert_true (ks_tally_table_save (tx, registry, tally, NULL));
  g_assert_true (
      ks_campaign_commit (campaign, tx, "plant", "{}", KS_CHANGE_ANSWERS, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsClock) clock = ks_clock_new_fixed (ks_test_campaign_next_day ());
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *units = NULL;
  KsNewCampaign what = { .title = "PKS 01", .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE };

  fixture->folder = g_dir_make_tmp ("ks-country-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "country.khaosat", NULL);
  what.units_path = units = write_units (fixture->folder);
  g_assert_true (ks_day_parse ("2024-04-01", &what.day));
  ks_create_campaign (path, &what, clock, "A", NULL, &error);
  g_assert_no_error (error);
  fixture->campaign = ks_campaign_open (path, clock, "A", &error);
  g_assert_no_error (error);
  plant (fixture->campaign);
  fixture->page = ks_results_page_new ();
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, 1094, 768);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  g_assert_true (ks_campaign_close (fixture->campaign, NULL));
  g_clear_object (&fixture->campaign);
  ks_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
has_reading (GtkWidget *stack, gconstpointer data)
{
  return gtk_stack_get_child_by_name (GTK_STACK (stack), "reading") != NULL;
}

/* What the page shows: "empty", "reading" or "figures". */
static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (ks_ui_find (fixture->page, GTK_TYPE_STACK, has_reading, NULL)));
}

static gboolean
shows (Fixture *fixture, const char *name)
{
  return g_strcmp0 (get_shown (fixture), name) == 0;
}

/* The window lives on while they are read, and goes where it was asked to go meanwhile. */
static void
test_read_beside (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;
  KsScope scope;

  ks_page_set_campaign (KS_PAGE (fixture->page), NULL);
  ks_page_set_campaign (KS_PAGE (fixture->page), fixture->campaign);
  g_assert_cmpstr (get_shown (fixture), ==, "reading");
  ks_page_show_detail (KS_PAGE (fixture->page), UNIT);
  ks_ui_wait_until (shows (fixture, "figures"), PATIENCE);
  g_assert_true (shows (fixture, "figures"));
  button = ks_ui_find (fixture->page, KS_TYPE_SCOPE_BUTTON, NULL, NULL);
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (button), &scope);
  g_assert_cmpstr (scope.code, ==, UNIT);
}

/* Another change meanwhile is read as well; what is shown stays until then. */
static void
test_read_again (Fixture *fixture, gconstpointer data)
{
  ks_page_refresh (KS_PAGE (fixture->page), KS_CHANGE_ANSWERS);
  ks_page_refresh (KS_PAGE (fixture->page), KS_CHANGE_ANSWERS);
  ks_ui_wait_until (shows (fixture, "figures"), PATIENCE);
  ks_page_refresh (KS_PAGE (fixture->page), KS_CHANGE_ANSWERS);
  g_assert_true (shows (fixture, "figures"));
  g_assert_null (ks_test_shell_get_error (fixture->shell));
}

/* A campaign that is closed while it is read is shown by nobody. */
static void
test_closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  ks_page_refresh (KS_PAGE (fixture->page), KS_CHANGE_ANSWERS);
  ks_page_set_campaign (KS_PAGE (fixture->page), NULL);
  ks_ui_settle (200);
  g_assert_cmpstr (get_shown (fixture), ==, "empty");
  g_assert_null (ks_test_shell_get_error (fixture->shell));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/results-country/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("read-beside", test_read_beside);
  ADD ("read-again", test_read_again);
  ADD ("closed-meanwhile", test_closed_meanwhile);
  return g_test_run ();
}
