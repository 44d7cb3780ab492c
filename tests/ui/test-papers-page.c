/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-campaign-error.h"
#include "ks-export-papers.h"
#include "ks-figure-account.h"
#include "ks-figure-layer.h"
#include "ks-give-out.h"
#include "ks-paper-bar.h"
#include "ks-paper-settings-window.h"
#include "ks-paper-sight.h"
#include "ks-paper-standing.h"
#include "ks-papers-page.h"
#include "ks-preview.h"
#include "ks-publish.h"
#include "ks-seal-files.h"
#include "ks-settings.h"
#include "ks-slot-field.h"
#include "ks-template-row.h"
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

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (ks_ui_find (fixture->page, GTK_TYPE_LIST_BOX, NULL, NULL));
}

static void
select_paper (Fixture *fixture, KsPaperLine line)
{
  gtk_list_box_select_row (get_list (fixture),
                           gtk_list_box_get_row_at_index (get_list (fixture), (int)line));
}

static gboolean
offers (Fixture *fixture, const char *label)
{
  return ks_ui_find_labelled (fixture->page, GTK_TYPE_BUTTON, label) != NULL;
}

/* Whether the list says of a paper that it waits for something, or for nothing. */
static gboolean
stands (Fixture *fixture, KsPaperLine line, KsPaperState state)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (fixture), (int)line);

  return ks_ui_find_label (GTK_WIDGET (row), ks_paper_state_get_words (state)) != NULL;
}

static GtkWidget *
get_figures (Fixture *fixture)
{
  return ks_ui_find (fixture->page, KS_TYPE_FIGURE_LAYER, NULL, NULL);
}

static guint
count_figures (Fixture *fixture)
{
  return ks_figure_layer_get_n_figures (KS_FIGURE_LAYER (get_figures (fixture)));
}

static gboolean
can (Fixture *fixture, const char *label)
{
  GtkWidget *button = ks_ui_find_labelled (fixture->page, GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_get_sensitive (button);
}

/* All papers stand in the order of the work, each with what it waits for. */
static void
test_papers (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_assert_true (is_previewed (fixture));
  g_assert_true (stands (fixture, KS_PAPER_REPORT, KS_PAPER_STATE_PRELIMINARY));
  g_assert_true (stands (fixture, KS_PAPER_PROPOSAL, KS_PAPER_STATE_NO_NOMINEES));
  g_assert_true (stands (fixture, KS_PAPER_UNIT, KS_PAPER_STATE_UNSETTLED));
  g_assert_true (stands (fixture, KS_PAPER_RECOGNITION, KS_PAPER_STATE_UNSETTLED));
  g_assert_true (stands (fixture, KS_PAPER_BRIEF, KS_PAPER_STATE_READY));
  g_assert_true (stands (fixture, KS_PAPER_GUIDE, KS_PAPER_STATE_READY));
  for (KsPaperLine line = 0; line < KS_N_PAPERS; line++)
    {
      if ((line >= KS_PAPER_PROPOSAL && line <= KS_PAPER_RECOGNITION) || line == KS_PAPER_GUIDE)
        continue;
      select_paper (fixture, line);
      ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
      g_assert_true (is_previewed (fixture));
      g_assert_cmpint (count_figures (fixture) > 0, ==, ks_paper_line_is_made (line));
    }
}

static void
export_as (Fixture *fixture, const char *ending)
{
  g_autofree char *name = g_strconcat ("van-ban", ending, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  ks_papers_page_export_to (KS_PAPERS_PAGE (fixture->page), path);
  g_assert_null (ks_test_shell_get_error (fixture->shell));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_unlink (path);
}

static gboolean
can_export (Fixture *fixture)
{
  GtkWidget *button = ks_ui_find (fixture->page, GTK_TYPE_MENU_BUTTON, NULL, NULL);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_autoptr (GMenuModel) own = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);

  return g_menu_model_get_n_items (own) > 0;
}

/* Sheets are printed where their link is tried out; the guide leaves as files from here too. */
static void
test_codes (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_assert_false (offers (fixture, "Open QR Codes"));
  select_paper (fixture, KS_PAPER_GUIDE);
  ks_ui_wait_until (offers (fixture, "Open QR Codes"), PATIENCE);
  g_assert_false (can (fixture, "Print…"));
  g_assert_true (can_export (fixture));
  export_as (fixture, ".docx");
  select_paper (fixture, KS_PAPER_LINE_CODES);
  g_assert_false (can_export (fixture));
  gtk_widget_activate_action (fixture->page, "page.show-page", "s", "codes");
  g_assert_cmpstr (ks_test_shell_get_shown_page (fixture->shell), ==, "codes");
}

/* What is refused says why, and offers what would help. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  select_paper (fixture, KS_PAPER_UNIT);
  g_assert_false (is_previewed (fixture));
  g_assert_nonnull (
      ks_ui_find_label (fixture->page, ks_paper_state_get_reason (KS_PAPER_STATE_UNSETTLED)));
  g_assert_false (can (fixture, "Print…"));
  g_assert_cmpuint (count_figures (fixture), ==, 0);
}

static GtkWidget *
find_focus (GtkWidget *widget)
{
  return gtk_root_get_focus (gtk_widget_get_root (widget));
}

/* Tab comes to the figures and leaves them, arrows go from one to the next, Enter tells. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  GtkWidget *figures = get_figures (fixture), *account, *first;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_assert_cmpuint (count_figures (fixture), >, 20);
  g_assert_true (gtk_widget_child_focus (figures, GTK_DIR_TAB_FORWARD));
  first = find_focus (figures);
  g_assert_true (gtk_widget_child_focus (figures, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_child_focus (figures, GTK_DIR_UP));
  g_assert_true (find_focus (figures) == first);
  g_assert_false (gtk_widget_child_focus (figures, GTK_DIR_LEFT));
  while (g_strcmp0 (gtk_widget_get_tooltip_text (find_focus (figures)), "Số phiếu hợp lệ: 4.466"))
    g_assert_true (gtk_widget_child_focus (figures, GTK_DIR_RIGHT));
  g_assert_false (gtk_widget_child_focus (figures, GTK_DIR_TAB_FORWARD));
  gtk_widget_activate (find_focus (figures));
  account = ks_ui_find (fixture->page, KS_TYPE_FIGURE_ACCOUNT, NULL, NULL);
  ks_ui_wait_until (gtk_widget_get_mapped (account), PATIENCE);
  g_assert_nonnull (ks_ui_find_label (account, "4.466"));
  g_assert_nonnull (ks_ui_find_label (account, "Đã nhận 4.487 phiếu."));
  gtk_popover_popdown (GTK_POPOVER (account));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_focus (figures)), ==, "Số phiếu hợp lệ: 4.466");
}

static gboolean
is_of_slot (GtkWidget *widget, gconstpointer slot)
{
  return g_strcmp0 (g_object_get_data (G_OBJECT (widget), "slot"), slot) == 0;
}

static void
type (GtkWindow *window, const char *slot, const char *text)
{
  GtkWidget *field = ks_ui_find (GTK_WIDGET (window), KS_TYPE_SLOT_FIELD, is_of_slot, slot);

  g_assert_nonnull (field);
  ks_slot_field_type (KS_SLOT_FIELD (field), text);
}

static gboolean
can_save (GtkWindow *window)
{
  return gtk_widget_get_sensitive (ks_ui_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON,
                                                        "Save"));
}

static char *
dup_margins (Fixture *fixture)
{
  g_autoptr (KsPaperSettings) settings = ks_paper_settings_load (fixture->campaign, NULL);

  return g_strdup (ks_paper_settings_get (settings, KS_PAPER_REPORT, "margins"));
}

/* What is typed shows in the paper and is judged where it stands; it is saved in one step. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  g_autofree char *saved = NULL, *undone = NULL;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  gtk_widget_activate_action (fixture->page, "page.settings", NULL);
  window = ks_ui_find_toplevel (KS_TYPE_PAPER_SETTINGS_WINDOW);
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Page 1/5") != NULL, PATIENCE);
  g_assert_false (can_save (window));
  type (window, "margins", "wide");
  g_assert_false (can_save (window));
  g_assert_nonnull (ks_ui_find_label (
      GTK_WIDGET (window), "It takes four lengths from 5 to 60 mm: top, right, bottom, left, such "
                           "as “20 20 20 30”."));
  type (window, "margins", "55 55 55 55");
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Page 1/5") == NULL, PATIENCE);
  type (window, "title", "BÁO CÁO 12");
  ks_ui_wait_until (!can_save (window), PATIENCE);
  type (window, "title", "BÁO CÁO NHANH");
  ks_ui_wait_until (can_save (window), PATIENCE);
  gtk_widget_activate (ks_ui_find_labelled (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Save"));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_PAPER_SETTINGS_WINDOW) == NULL, PATIENCE);
  g_assert_cmpstr (ks_test_shell_get_message (fixture->shell), ==,
                   "2 settings of the papers were changed");
  saved = dup_margins (fixture);
  g_assert_cmpstr (saved, ==, "55 55 55 55");
  ks_test_shell_undo (fixture->shell);
  undone = dup_margins (fixture);
  g_assert_null (undone);
}

static void
choose_paper (GtkWindow *window, KsPaperLine line)
{
  GtkWidget *choice = ks_ui_find (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, NULL, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), line);
}

static gboolean
is_place (GtkWidget *label, gconstpointer data)
{
  return gtk_widget_get_mapped (label)
         && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Page 1/");
}

static gboolean
has_pages (GtkWindow *window)
{
  return ks_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, is_place, NULL) != NULL;
}

/* The table of a district is seen of the first; what cannot be made has no pages of another paper. */
static void
test_settings_of_others (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  gtk_widget_activate_action (fixture->page, "page.settings", NULL);
  window = ks_ui_find_toplevel (KS_TYPE_PAPER_SETTINGS_WINDOW);
  ks_ui_wait_until (has_pages (window), PATIENCE);
  choose_paper (window, KS_PAPER_UNIT);
  ks_ui_wait_until (!has_pages (window), PATIENCE);
  choose_paper (window, KS_PAPER_DISTRICT);
  ks_ui_wait_until (has_pages (window), PATIENCE);
  gtk_window_destroy (window);
}

/* Without districts the table of the units is one of all of them. */
static void
test_no_districts (void)
{
  const KsStaff staff = { .total = { 20, 0, 0, 0 } };
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (KS_TYPE_PAPER_BAR, NULL));
  KsPaperBar *bar = KS_PAPER_BAR (widget);
  KsPaperWish wish;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (units, ks_unit_new ("07201", "Xã Tân Tiến", "Xã", NULL, NULL, &staff, NULL));
  registry = ks_registry_new (units, &error);
  g_assert_no_error (error);
  ks_paper_bar_set_campaign (bar, NULL, registry);
  for (KsPaperLine line = 0; line < KS_N_PAPERS; line++)
    {
      ks_paper_bar_set_line (bar, line);
      wish = ks_paper_bar_get_wish (bar);
      ks_paper_wish_check (&wish, &error);
      g_assert_no_error (error);
      if (line != KS_PAPER_DISTRICT)
        g_assert_null (wish.district);
    }
}

/* A template of the office is judged when it is loaded, and given back. */
static void
test_template (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.txt", NULL);
  GtkWindow *window;
  KsTemplateRow *row;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  gtk_widget_activate_action (fixture->page, "page.settings", NULL);
  window = ks_ui_find_toplevel (KS_TYPE_PAPER_SETTINGS_WINDOW);
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Page 1/5") != NULL, PATIENCE);
  row = KS_TEMPLATE_ROW (ks_ui_find (GTK_WIDGET (window), KS_TYPE_TEMPLATE_ROW, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "Có 12 phiếu.\n", -1, NULL));
  ks_template_row_load (row, path);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "12"));
  g_assert_null (ks_template_row_get_body (row));
  g_assert_true (g_file_set_contents (path, "Có {counted} phiếu.\n", -1, NULL));
  ks_template_row_load (row, path);
  g_assert_cmpstr (ks_template_row_get_body (row), ==, "Có {counted} phiếu.\n");
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "Page 1/5") == NULL, PATIENCE);
  g_unlink (path);
  gtk_window_destroy (window);
}

static gboolean
is_back (GtkWidget *button, gconstpointer data)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (button), "Back to the Program’s Template") == 0;
}

/* Another template says something else where nothing is set. */
static void
test_template_hints (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.txt", NULL);
  GtkWindow *window;
  GtkWidget *row, *field, *entry;
  g_autofree char *before = NULL;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  gtk_widget_activate_action (fixture->page, "page.settings", NULL);
  window = ks_ui_find_toplevel (KS_TYPE_PAPER_SETTINGS_WINDOW);
  field = ks_ui_find (GTK_WIDGET (window), KS_TYPE_SLOT_FIELD, is_of_slot, "title");
  entry = ks_ui_find (field, GTK_TYPE_ENTRY, NULL, NULL);
  before = g_strdup (gtk_entry_get_placeholder_text (GTK_ENTRY (entry)));
  type (window, "subject", "Về đợt khảo sát");
  row = ks_ui_find (GTK_WIDGET (window), KS_TYPE_TEMPLATE_ROW, NULL, NULL);
  g_assert_true (g_file_set_contents (path, "@title BÁO CÁO RIÊNG\nCó {counted} phiếu.\n", -1, NULL));
  ks_template_row_load (KS_TEMPLATE_ROW (row), path);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (entry)), ==, "BÁO CÁO RIÊNG");
  g_signal_emit_by_name (ks_ui_find (row, GTK_TYPE_BUTTON, is_back, NULL), "clicked");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (entry)), ==, before);
  g_unlink (path);
  gtk_window_destroy (window);
}

static void
add_cb (GListModel *marks, guint position, guint removed, guint added, guint *n_added)
{
  *n_added += added;
}

/* Each figure is marked once. */
static void
test_marked_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) marks = gtk_widget_observe_children (get_figures (fixture));
  guint n_added = 0;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  select_paper (fixture, KS_PAPER_BRIEF);
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_signal_connect (marks, "items-changed", G_CALLBACK (add_cb), &n_added);
  select_paper (fixture, KS_PAPER_REPORT);
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_assert_cmpuint (n_added, >, 20);
  g_assert_cmpuint (n_added, ==, count_figures (fixture));
  g_signal_handlers_disconnect_by_data (marks, &n_added);
}

/* Only what leaves is on record. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  before = ks_load_given_out (fixture->campaign, NULL);
  g_assert_cmpuint (before->len, ==, 0);
  export_as (fixture, ".pdf");
  export_as (fixture, ".xlsx");
  after = ks_load_given_out (fixture->campaign, NULL);
  g_assert_cmpuint (after->len, >, 0);
}

static GtkDialog *
find_print_dialog (void)
{
  GType type = g_type_from_name ("GtkPrintUnixDialog");
  GtkWindow *dialog = type != G_TYPE_INVALID ? ks_ui_find_toplevel (type) : NULL;

  return dialog != NULL ? GTK_DIALOG (dialog) : NULL;
}

static guint
count_given_out (Fixture *fixture)
{
  g_autoptr (GPtrArray) given = ks_load_given_out (fixture->campaign, NULL);

  return given->len;
}

/* Who leaves the dialog printed nothing. */
static void
test_print_left (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  gtk_widget_activate_action (fixture->page, "page.print", NULL);
  ks_ui_wait_until (find_print_dialog () != NULL, PATIENCE);
  g_assert_cmpuint (count_given_out (fixture), ==, 0);
  gtk_dialog_response (find_print_dialog (), GTK_RESPONSE_CANCEL);
  ks_ui_wait_until (find_print_dialog () == NULL, PATIENCE);
  g_assert_cmpuint (count_given_out (fixture), ==, 0);
  g_assert_null (ks_test_shell_get_error (fixture->shell));
}

static KsPaperSight *
create_print (Fixture *fixture, guint n_pages)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_REPORT);
  KsPaperSight *sight = ks_paper_sight_new (fixture->campaign, KS_PAPER_REPORT, &wish);

  sight->n_pages = n_pages;
  return sight;
}

/* A paper that cannot be printed any more is not on record, nor is one whose print is stopped. */
static void
test_print_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsPaperSight) longer = create_print (fixture, 4);
  g_autoptr (KsPaperSight) print = create_print (fixture, 5);
  g_autoptr (KsJob) whole = ks_job_new ("x");
  g_autoptr (KsJob) part = ks_job_new_part (whole);
  g_autoptr (GError) refused = NULL, stopped = NULL;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_assert_false (ks_paper_sight_give_out_func (NULL, longer, &refused));
  g_assert_error (refused, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_cmpuint (count_given_out (fixture), ==, 0);
  ks_job_stop (whole);
  g_assert_false (ks_paper_sight_give_out_func (part, print, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_given_out (fixture), ==, 0);
  g_assert_true (ks_paper_sight_give_out_func (NULL, print, NULL));
  g_assert_cmpuint (count_given_out (fixture), >, 0);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
test_export_all (Fixture *fixture, gconstpointer data)
{
  const KsPapersChoice choice = { .pdf = TRUE, .districts = TRUE, .draft = 2, .internal = TRUE };
  const char *message;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  ks_export_papers_write (fixture->page, fixture->campaign, &choice, fixture->folder);
  message = ks_test_shell_get_message (fixture->shell);
  /* Report, annex, quick report, summary and guide, and ten districts. */
  g_assert_true (g_str_has_prefix (message, "15 files were written"));
  g_assert_nonnull (strstr (message, ks_paper_kind_get_title (KS_PAPER_RECOGNITION)));
  remove_files (fixture->folder);
}

/* As narrow as every other page can be. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->shell), 380, 700);
  ks_ui_wait_until (!offers (fixture, "Print…"), PATIENCE);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
settle (KsCampaign *campaign)
{
  g_autoptr (GError) error = NULL;

  ks_publish (campaign, "thử", NULL, &error);
  g_assert_no_error (error);
}

static void
test_settled (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (offers (fixture, "Settle the Figures…"), PATIENCE);
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture, "Seal…")));
  settle (fixture->campaign);
  ks_ui_wait_until (gtk_widget_get_sensitive (find_button (fixture, "Seal…")), PATIENCE);
  ks_ui_wait_until (!offers (fixture, "Settle the Figures…"), PATIENCE);
  g_assert_true (stands (fixture, KS_PAPER_REPORT, KS_PAPER_STATE_READY));
  g_assert_true (stands (fixture, KS_PAPER_RECOGNITION, KS_PAPER_STATE_NO_LIMITS));
  select_paper (fixture, KS_PAPER_UNIT);
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_assert_cmpuint (count_figures (fixture), >, 20);
}

static gboolean
is_refused (GtkWidget *label, gconstpointer words)
{
  return gtk_widget_get_mapped (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), words);
}

/* The report is held against the survey that the desk remembers, as far as that one allows it. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  KsCampaign *earlier = ks_test_campaign_new_earlier ("90001=12 90005=12 90007=4");
  GtkWidget *check;

  ks_settings_set_earlier_survey (ks_campaign_get_path (fixture->campaign),
                                  ks_campaign_get_path (earlier));
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  check = ks_ui_find_labelled (fixture->page, GTK_TYPE_CHECK_BUTTON,
                               "Compare with the earlier survey");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  ks_ui_wait_until (ks_ui_find (fixture->page, GTK_TYPE_LABEL, is_refused, "“Khảo sát trước” are not"),
                    PATIENCE);
  g_assert_false (is_previewed (fixture));
  settle (earlier);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_assert_true (is_previewed (fixture));
  select_paper (fixture, KS_PAPER_ANNEX);
  ks_ui_wait_until (can (fixture, "Print…"), PATIENCE);
  g_assert_false (gtk_widget_get_visible (check));
  ks_test_campaign_free (earlier);
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

static gboolean
holds (const char *content, gsize length, const char *words)
{
  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (content + i, words, strlen (words)) == 0)
      return TRUE;
  return FALSE;
}

/* Sealed with a paper and with its archive, found whole with it, and not any more when a bit is another. */
static void
test_seal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *archive = ks_seal_files_dup_archive (fixture->seal);
  g_autoptr (GListStore) papers = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = g_build_filename (fixture->folder, "Báo cáo đã ký.pdf", NULL);
  g_autoptr (GFile) paper = g_file_new_for_path (path);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7 signed", -1, NULL));
  g_list_store_append (papers, paper);
  g_assert_true (g_str_has_suffix (archive, "/ho-so-luu-tru.zip"));
  settle (fixture->campaign);
  ks_seal_files_write (fixture->page, fixture->campaign, fixture->seal, TRUE,
                       G_LIST_MODEL (papers));
  ks_ui_wait_until (tells ("The Figures Are Sealed"), PATIENCE);
  g_assert_true (g_file_get_contents (fixture->seal, &content, &length, NULL));
  g_assert_true (holds (content, length, "%PDF-1.7 signed"));
  g_assert_true (g_file_test (fixture->seal, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (archive, G_FILE_TEST_IS_REGULAR));
  ks_verify_files_check (fixture->page, fixture->seal);
  ks_ui_wait_until (tells ("The Seal Is Whole"), PATIENCE);
  spoil (fixture->seal);
  g_unlink (path);
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
  ADD ("/papers-page/codes", test_codes);
  ADD ("/papers-page/waiting", test_waiting);
  ADD ("/papers-page/figures", test_figures);
  ADD ("/papers-page/settings", test_settings);
  ADD ("/papers-page/template", test_template);
  ADD ("/papers-page/export", test_export);
  ADD ("/papers-page/export-all", test_export_all);
  ADD ("/papers-page/narrow", test_narrow);
  ADD ("/papers-page/settled", test_settled);
  ADD ("/papers-page/compare", test_compare);
  ADD ("/papers-page/print-left", test_print_left);
  ADD ("/papers-page/print-refused", test_print_refused);
  ADD ("/papers-page/settings-of-others", test_settings_of_others);
  g_test_add_func ("/papers-page/no-districts", test_no_districts);
  ADD ("/papers-page/template-hints", test_template_hints);
  ADD ("/papers-page/marked-once", test_marked_once);
  ADD ("/papers-page/seal", test_seal);
  return g_test_run ();
}
