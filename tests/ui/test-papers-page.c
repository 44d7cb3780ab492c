/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-papers-page.h"
#include "ks-preview.h"
#include "ks-publish.h"
#include "ks-seal-files.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"
#include "ks-verify-files.h"

#include <glib/gstdio.h>

#define PATIENCE 20000

/* The page with the sample campaign on it, and a folder for seals. */
typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
  char *folder;
  char *seal;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  fixture->page = ks_papers_page_new ();
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, 1094, 768);
  fixture->folder = g_dir_make_tmp ("ks-papers-XXXXXX", NULL);
  fixture->seal = g_build_filename (fixture->folder, "ho-so.zip", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *archive = ks_seal_files_dup_archive (fixture->seal);

  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
  g_unlink (fixture->seal);
  g_unlink (archive);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->seal);
}

static GtkWidget *
find_button (Fixture *fixture, const char *label)
{
  GtkWidget *button = ks_ui_find_labelled (fixture->page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return button;
}

static gboolean
is_previewed (Fixture *fixture)
{
  GtkWidget *preview = ks_ui_find (fixture->page, KS_TYPE_PREVIEW, NULL, NULL);

  return preview != NULL && gtk_widget_get_mapped (preview);
}

static void
select_paper (Fixture *fixture, int index)
{
  GtkListBox *list = GTK_LIST_BOX (ks_ui_find (fixture->page, GTK_TYPE_LIST_BOX, NULL, NULL));

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, index));
}

static gboolean
offers (Fixture *fixture, const char *label)
{
  return ks_ui_find_labelled (fixture->page, GTK_TYPE_BUTTON, label) != NULL;
}

/* The quick report is printed here; sheets with codes are, where their link is tried out. */
static void
test_papers (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (offers (fixture, "Print or Save…"), PATIENCE);
  g_assert_true (is_previewed (fixture));
  g_assert_false (offers (fixture, "Open QR Codes"));
  select_paper (fixture, 2);
  ks_ui_wait_until (offers (fixture, "Open QR Codes"), PATIENCE);
  g_assert_false (offers (fixture, "Print or Save…"));
  gtk_widget_activate_action (fixture->page, "page.codes", NULL);
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture->shell), ==, "codes");
}

/* As narrow as every other page can be. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  ks_ui_wait_until (offers (fixture, "Print or Save…"), PATIENCE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->shell), 380, 700);
  ks_ui_wait_until (!offers (fixture, "Print or Save…"), PATIENCE);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
settle (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ks_publish (fixture->campaign, "thử", NULL, &error);
  g_assert_no_error (error);
}

static void
test_settled (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (offers (fixture, "Settle the Figures…"), PATIENCE);
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture, "Seal…")));
  settle (fixture);
  ks_ui_wait_until (gtk_widget_get_sensitive (find_button (fixture, "Seal…")), PATIENCE);
  g_assert_false (offers (fixture, "Settle the Figures…"));
}

/* What a window over the page says; it is closed. */
static gboolean
tells (const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ks_ui_find_label (GTK_WIDGET (window), text) != NULL)
        {
          gtk_window_destroy (window);
          return TRUE;
        }
    }
  return FALSE;
}

static void
spoil (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
}

/* Sealed with its archive, found whole with it, and not any more when a bit is another. */
static void
test_seal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *archive = ks_seal_files_dup_archive (fixture->seal);

  g_assert_true (g_str_has_suffix (archive, "/ho-so-luu-tru.zip"));
  settle (fixture);
  ks_seal_files_write (fixture->page, fixture->campaign, fixture->seal, TRUE);
  ks_ui_wait_until (tells ("The Figures Are Sealed"), PATIENCE);
  g_assert_true (g_file_test (fixture->seal, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (archive, G_FILE_TEST_IS_REGULAR));
  ks_verify_files_check (fixture->page, fixture->seal);
  ks_ui_wait_until (tells ("The Seal Is Whole"), PATIENCE);
  spoil (fixture->seal);
  ks_verify_files_check (fixture->page, fixture->seal);
  ks_ui_wait_until (tells ("Not as It Was Sealed"), PATIENCE);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/papers-page/papers", test_papers);
  ADD ("/papers-page/narrow", test_narrow);
  ADD ("/papers-page/settled", test_settled);
  ADD ("/papers-page/seal", test_seal);
  return g_test_run ();
}
