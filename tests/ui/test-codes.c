/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"
#include "ks-create-campaign.h"
#include "ks-edit-unit.h"
#include "ks-link-card.h"
#include "ks-link-service.h"
#include "ks-links.h"
#include "ks-paper-view.h"
#include "ks-preview.h"
#include "ks-print-runs.h"
#include "ks-proof.h"
#include "ks-scope-button.h"
#include "ks-sheet-index.h"
#include "ks-sheet-print.h"
#include "ks-sheet-settings.h"
#include "ks-sheet-words.h"
#include "ks-side-box.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"
#include "ks-units-button.h"

#include <glib/gstdio.h>

#define N_UNITS 209
#define WIDTH 1094
#define WORDS "Words of the Sheets"
#define LINK "https://example.org/f?u={token}"

typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  GtkWidget *preview;
  KsTestShell *shell;
} Fixture;

/* What was asked for is worked out and shown. */
static gboolean
is_idle (Fixture *fixture)
{
  KsCodesPage *page = KS_CODES_PAGE (fixture->page);

  return page->state != NULL && page->asking == NULL && page->indexing == NULL;
}

static void
open_page (Fixture *fixture, int width)
{
  fixture->page = ks_codes_page_new ();
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, width, 768);
  fixture->preview = ks_ui_find (fixture->page, KS_TYPE_PREVIEW, NULL, NULL);
  ks_ui_wait_until (is_idle (fixture), 10000);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  open_page (fixture, WIDTH);
}

/* A real campaign, without a link. */
static void
set_up_real (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsClock) clock = ks_clock_new_fixed (ks_test_campaign_next_day ());
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ks-codes-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "real.khaosat", NULL);
  KsDay day;
  KsNewCampaign what = { .title = "PKS 01", .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE };

  g_assert_true (ks_day_parse ("2024-04-01", &day));
  what.day = day;
  g_assert_true (ks_create_campaign (path, &what, clock, "Nguyễn Văn Thử", NULL, &error));
  g_assert_no_error (error);
  fixture->campaign = ks_campaign_open (path, clock, "Nguyễn Văn Thử", &error);
  g_assert_no_error (error);
  open_page (fixture, WIDTH);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
}

static KsPages *
lay_out (Fixture *fixture, KsLayout layout)
{
  const KsSheetChoice choice = { .options = { .layout = layout } };
  g_autoptr (GError) error = NULL;
  KsPages *pages = ks_lay_out_sheets (fixture->campaign, &choice, &error);

  g_assert_no_error (error);
  return pages;
}

static gboolean
is_awake (Fixture *fixture, const char *label)
{
  GtkWidget *found = ks_ui_find_label (fixture->page, label);

  g_assert_nonnull (found);
  return gtk_widget_is_sensitive (found);
}

/* What the page says of sheets that no longer hold, and what it offers. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsPages) posters = lay_out (fixture, KS_LAYOUT_POSTER);
  const KsUnitEdit edit = { KS_UNIT_NAME, "Xã Mẫu 40 Mới" };
  g_autoptr (KsOutcome) outcome = NULL;
  g_autofree char *state = NULL;

  g_assert_true (ks_print_runs_keep (fixture->campaign, posters, KS_WAY_PRINTER, NULL, NULL));
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 209 Sheets…") != NULL, 5000);
  g_assert_null (ks_ui_find_label (fixture->page, "1 sheet has to be printed again"));
  g_assert_true (ks_edit_unit (fixture->campaign, "90074", &edit, 1, NULL, &outcome, NULL));
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "1 sheet has to be printed again") != NULL,
                    5000);
  g_assert_true (is_awake (fixture, "Print 1 Sheet"));
  g_object_get (fixture->page, "state", &state, NULL);
  g_assert_cmpstr (state, ==, "to print again");
  g_assert_true (ks_outcome_undo (outcome, fixture->campaign, NULL));
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "1 sheet has to be printed again") == NULL,
                    5000);
}

static GtkWindow *
find_window (const char *title)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_strcmp0 (gtk_window_get_title (link->data), title) == 0)
      return link->data;
  return NULL;
}

/* What left the program stands in a list of its own, with how many and how. */
static void
test_prints (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsPages) posters = lay_out (fixture, KS_LAYOUT_POSTER);
  GtkWindow *window;

  g_assert_true (ks_print_runs_keep (fixture->campaign, posters, KS_WAY_PRINTER, NULL, NULL));
  gtk_widget_activate_action (fixture->page, "page.prints", NULL);
  window = find_window ("Printed So Far");
  g_assert_nonnull (window);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window),
                                      "Poster with QR code A4 · 209 units"));
  gtk_window_destroy (window);
}

static void
close_and_answer (GtkWindow *window, const char *answer)
{
  GtkWindow *dialog;

  gtk_window_close (window);
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL, 2000);
  dialog = ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (gtk_window_get_transient_for (dialog) == window);
  /* Closing again asks nothing twice. */
  gtk_window_close (window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), answer);
  gtk_window_close (dialog);
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) == NULL, 2000);
}

static GtkTextBuffer *
open_words (Fixture *fixture)
{
  GtkWindow *window;

  gtk_widget_activate_action (fixture->page, "page.texts", NULL);
  window = find_window (WORDS);
  g_assert_nonnull (window);
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (ks_ui_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, NULL, NULL)));
}

/* As a key does: the whole text at once, which can be taken back. */
static void
type (GtkTextBuffer *buffer, const char *text)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_interactive (buffer, &start, &end, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static char *
dup_first_words (Fixture *fixture)
{
  g_autoptr (KsSheetTexts) texts = ks_sheet_words_load (fixture->campaign, NULL);

  return g_strdup (ks_sheet_texts_get (texts, (KsSheetText)0));
}

/* A window of words that were typed and not saved does not close without a question. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_first_words (fixture);
  g_autofree char *dropped = NULL;
  g_autofree char *saved = NULL;
  GtkTextBuffer *buffer;

  open_words (fixture);
  gtk_window_close (find_window (WORDS));
  ks_ui_wait_until (find_window (WORDS) == NULL, 2000);
  buffer = open_words (fixture);
  type (buffer, "HỘI ĐỒNG KHÁC");
  close_and_answer (find_window (WORDS), "leave");
  g_assert_nonnull (find_window (WORDS));
  g_assert_true (gtk_text_buffer_get_modified (buffer));
  close_and_answer (find_window (WORDS), "verb");
  ks_ui_wait_until (find_window (WORDS) == NULL, 2000);
  dropped = dup_first_words (fixture);
  g_assert_cmpstr (dropped, ==, before);
  buffer = open_words (fixture);
  type (buffer, "HỘI ĐỒNG KHÁC");
  g_signal_emit_by_name (
      ks_ui_find_labelled (GTK_WIDGET (find_window (WORDS)), GTK_TYPE_BUTTON, "Save"), "clicked");
  ks_ui_wait_until (find_window (WORDS) == NULL, 2000);
  saved = dup_first_words (fixture);
  g_assert_cmpstr (saved, ==, "HỘI ĐỒNG KHÁC");
}

static void
test_index (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (fixture, KS_LAYOUT_ANNEX);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (fixture->campaign);
  g_autoptr (KsSheetIndex) index = ks_sheet_index_new (pages, registry, NULL);
  const KsSheetPlace *place = ks_sheet_index_find (index, "xa mau 40", NULL);
  const KsSheetPlace *next;
  guint n_units = 0;

  g_assert_cmpuint (ks_sheet_index_get_n_places (index), ==, N_UNITS);
  g_assert_cmpstr (ks_unit_get_name (place->unit), ==, "Xã Mẫu 40");
  g_assert_true (ks_sheet_index_find (index, "Xã Mẫu 40", NULL) == place);
  g_assert_true (ks_sheet_index_find (index, ks_unit_get_code (place->unit), NULL) == place);
  next = ks_sheet_index_find (index, "xa mau 4", place);
  g_assert_true (next != place);
  /* Behind the last it begins anew: the only one is found again. */
  g_assert_true (ks_sheet_index_find (index, "xa mau 40", place) == place);
  g_assert_null (ks_sheet_index_find (index, "no such unit", NULL));
  g_assert_null (ks_sheet_index_find (index, "", NULL));
  g_assert_nonnull (ks_sheet_index_get_first (index, 0, &n_units));
  g_assert_cmpuint (n_units, >, 1);
  g_assert_null (ks_sheet_index_get_first (index, 1000, &n_units));
  g_assert_cmpuint (n_units, ==, 0);
}

/* What the print dialog does, into a file. */
static KsSheetPrint *
hand_over (KsPages *pages, char **path)
{
  KsSheetPrint *print = ks_sheet_print_new (pages);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ks-print-XXXXXX", &error);

  *path = g_build_filename (folder, "printed.pdf", NULL);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (print), *path);
  g_assert_cmpint (gtk_print_operation_run (GTK_PRINT_OPERATION (print),
                                            GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  return print;
}

/* A print that waits. */
typedef struct
{
  KsSheetPrint *print;
  KsPages *later; /* what is printed then; NULL: nothing */
  gboolean stops; /* while it waits */
  KsJob *job;
} Wait;

static gboolean
go_on_cb (gpointer data)
{
  Wait *wait = data;

  if (wait->stops)
    ks_job_stop (wait->job);
  ks_sheet_print_go_on (wait->print, wait->later);
  return G_SOURCE_REMOVE;
}

static void
hold_cb (KsSheetPrint *print, Wait *wait)
{
  ks_sheet_print_set_job (print, wait->job);
  ks_sheet_print_hold (print);
  g_timeout_add (50, go_on_cb, wait);
}

static GtkPrintOperationResult
print_held (KsPages *pages, KsPages *later, gboolean stops, guint *n_printed)
{
  g_autoptr (KsSheetPrint) print = ks_sheet_print_new (pages);
  g_autoptr (KsJob) job = ks_job_new ("x");
  g_autofree char *folder = g_dir_make_tmp ("ks-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  Wait wait = { print, later, stops, job };
  GtkPrintOperationResult result;

  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (print), path);
  g_signal_connect (print, "begun", G_CALLBACK (hold_cb), &wait);
  result = gtk_print_operation_run (GTK_PRINT_OPERATION (print), GTK_PRINT_OPERATION_ACTION_EXPORT,
                                    NULL, NULL);
  *n_printed = ks_sheet_print_get_printed (print)->len;
  g_unlink (path);
  g_rmdir (folder);
  return result;
}

/* Pages that wait are drawn when that is over, and not at all where it ends in a refusal or the print
 * was stopped. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (fixture, KS_LAYOUT_LABELS);
  guint n_printed;

  g_assert_cmpint (print_held (pages, pages, FALSE, &n_printed), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpuint (n_printed, ==, 209);
  g_assert_cmpint (print_held (pages, NULL, FALSE, &n_printed), !=,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpuint (n_printed, ==, 0);
  g_assert_cmpint (print_held (pages, pages, TRUE, &n_printed), !=,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpuint (n_printed, ==, 0);
}

static KsProofFile *
print_to_file (KsPages *pages)
{
  g_autofree char *path = NULL;
  g_autoptr (KsSheetPrint) print = hand_over (pages, &path);
  g_autoptr (GError) error = NULL;
  KsProofFile *file = ks_proof_file_open (path, &error);

  g_assert_no_error (error);
  return file;
}

/* In size and place as they were laid out: each code is read where it belongs. */
static void
assert_printed_as_laid_out (KsPages *pages)
{
  g_autoptr (KsProofFile) file = print_to_file (pages);
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;

  g_assert_cmpuint (ks_proof_file_get_n_pages (file), ==, ks_pages_get_n_pages (pages));
  results = ks_proof_file_prove_cells (file, cells, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < results->len; i++)
    g_assert_cmpint (((KsProofResult *)results->pdata[i])->verdict, ==, KS_PROOF_PROVEN);
}

/* Every layout on the paper that it was laid out for: a poster of A3, table cards that lie. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  static const KsSheetOptions options[] = {
    { .layout = KS_LAYOUT_POSTER },
    { .layout = KS_LAYOUT_POSTER, .paper = KS_PAPER_A3 },
    { .layout = KS_LAYOUT_POSTER, .paper = KS_PAPER_2A5 },
    { .layout = KS_LAYOUT_ANNEX },
    { .layout = KS_LAYOUT_LABELS },
    { .layout = KS_LAYOUT_CARDS },
  };
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (fixture->campaign);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (units, ks_registry_get_unit (registry, i));
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const KsSheetChoice choice = { .options = options[i], .units = units };
      g_autoptr (KsPages) pages = ks_lay_out_sheets (fixture->campaign, &choice, NULL);

      assert_printed_as_laid_out (pages);
    }
}

static guint
count_dark (const char *path)
{
  cairo_surface_t *image = cairo_image_surface_create_from_png (path);
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  const guint8 *pixels = cairo_image_surface_get_data (image);
  guint n_dark = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n_dark += pixels[y * cairo_image_surface_get_stride (image) + 4 * x] < 64;
  cairo_surface_destroy (image);
  return n_dark;
}

static void
test_preview_paints (Fixture *fixture, gconstpointer data)
{
  GtkWidget *paper = ks_ui_find (fixture->page, KS_TYPE_PAPER_VIEW, NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("ks-preview-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.png", NULL);
  int width = gtk_widget_get_width (paper);
  int height = gtk_widget_get_height (paper);

  g_assert_true (ks_ui_snapshot (paper, path));
  g_assert_cmpuint (count_dark (path), >, (guint)(width * height) / 50);
  g_assert_cmpfloat_with_epsilon ((double)height / width, 297.0 / 210, .01);
  ks_preview_set_pages (KS_PREVIEW (fixture->preview), NULL);
  g_assert_true (ks_ui_snapshot (paper, path));
  g_assert_cmpuint (count_dark (path), ==, 0);
}

static void
test_turn (Fixture *fixture, gconstpointer data)
{
  KsPreview *preview = KS_PREVIEW (fixture->preview);
  GtkWidget *widget = fixture->preview;

  gtk_widget_activate_action (widget, "preview.previous", NULL);
  g_assert_cmpuint (ks_preview_get_page (preview), ==, 0);
  gtk_widget_activate_action (widget, "preview.next", NULL);
  g_assert_cmpuint (ks_preview_get_page (preview), ==, 1);
  g_assert_nonnull (ks_ui_find_label (fixture->page, "Poster with QR code · Sheet 2/209"));
  gtk_widget_activate_action (widget, "preview.last", NULL);
  gtk_widget_activate_action (widget, "preview.next", NULL);
  g_assert_cmpuint (ks_preview_get_page (preview), ==, N_UNITS - 1);
  ks_preview_set_page (preview, N_UNITS);
  g_assert_cmpuint (ks_preview_get_page (preview), ==, N_UNITS - 1);
  g_signal_emit_by_name (preview, "search", "xa mau 40", FALSE);
  g_assert_cmpuint (ks_preview_get_page (preview), ==, 62);
}

static KsSheetSettings *
choose_layout (Fixture *fixture, KsLayout layout)
{
  KsSheetSettings *settings
      = KS_SHEET_SETTINGS (ks_ui_find (fixture->page, KS_TYPE_SHEET_SETTINGS, NULL, NULL));

  ks_sheet_settings_set_layout (settings, layout);
  ks_ui_wait_until (is_idle (fixture), 10000);
  return settings;
}

static int
measure_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Folded, the page fits into a window of 360 with its borders, once its parts have heard of it. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  open_page (fixture, 500);
  ks_ui_wait_until (ks_side_box_get_folded (KS_SIDE_BOX (KS_CODES_PAGE (fixture->page)->side_box)),
                    2000);
  ks_ui_wait_until (measure_least_width (fixture->page) <= 350, 2000);
}

static gboolean
says_cut (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget)
         && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "On this sheet something stands");
}

static GtkWidget *
find_cut (Fixture *fixture)
{
  return ks_ui_find (fixture->page, GTK_TYPE_LABEL, says_cut, NULL);
}

/* Where the printer can print is shown until the switch says otherwise; pictures are not printed. */
static void
test_margin (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = ks_ui_find (fixture->preview, GTK_TYPE_TOGGLE_BUTTON, NULL, NULL);
  GtkWidget *paper = ks_ui_find (fixture->page, KS_TYPE_PAPER_VIEW, NULL, NULL);

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpfloat (ks_paper_view_get_margin (KS_PAPER_VIEW (paper)), ==, 4.2);
  g_assert_null (find_cut (fixture));
  ks_codes_page_keep_margin (KS_CODES_PAGE (fixture->page), 12.3);
  ks_ui_wait_until (ks_paper_view_get_margin (KS_PAPER_VIEW (paper)) == 12.3, 5000);
  g_assert_nonnull (find_cut (fixture));
  ks_codes_page_keep_margin (KS_CODES_PAGE (fixture->page), 0);
  g_assert_cmpfloat (ks_codes_page_get_margin (), ==, 12.3);
  ks_codes_page_keep_margin (KS_CODES_PAGE (fixture->page), 4.2);
  ks_ui_wait_until (find_cut (fixture) == NULL, 5000);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  g_assert_cmpfloat (ks_paper_view_get_margin (KS_PAPER_VIEW (paper)), ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  choose_layout (fixture, KS_LAYOUT_IMAGE);
  g_assert_cmpfloat (ks_paper_view_get_margin (KS_PAPER_VIEW (paper)), ==, 0);
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  KsPreview *preview = KS_PREVIEW (fixture->preview);
  GtkWidget *paper = ks_ui_find (fixture->page, KS_TYPE_PAPER_VIEW, NULL, NULL);

  g_assert_cmpfloat (ks_preview_get_zoom (preview), ==, KS_PREVIEW_FIT);
  ks_preview_set_zoom (preview, 1);
  ks_ui_wait_until (ABS (gtk_widget_get_height (paper) - 1123) <= 1, 2000);
  gtk_widget_activate_action (fixture->preview, "preview.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (ks_preview_get_zoom (preview), 1.25, 1e-9);
  ks_preview_set_zoom (preview, 1000);
  g_assert_cmpfloat (ks_preview_get_zoom (preview), <=, 4);
  gtk_widget_activate_action (fixture->preview, "preview.zoom-fit", NULL);
  ks_ui_wait_until (gtk_widget_get_height (paper) < 768, 2000);
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  KsSheetSettings *settings
      = KS_SHEET_SETTINGS (ks_ui_find (fixture->page, KS_TYPE_SHEET_SETTINGS, NULL, NULL));
  KsSheetChoice choice;

  g_assert_true (is_awake (fixture, "Print 209 Sheets…"));
  g_assert_null (ks_ui_find_label (fixture->page, "Columns of units"));
  ks_page_show_detail (KS_PAGE (fixture->page), "90063");
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 1 Sheet…") != NULL, 2000);
  ks_page_show_detail (KS_PAGE (fixture->page), "no such unit");
  g_assert_nonnull (ks_ui_find_label (fixture->page, "Print 1 Sheet…"));
  g_assert_true (ks_sheet_settings_select (settings, ""));
  ks_sheet_settings_set_layout (settings, KS_LAYOUT_ANNEX);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Columns of units") != NULL, 2000);
  ks_sheet_settings_fill_choice (settings, &choice);
  g_assert_cmpint (choice.options.layout, ==, KS_LAYOUT_ANNEX);
  g_assert_cmpuint (choice.options.columns, ==, 1);
  g_assert_null (choice.units);
}

static GtkWidget *
find_setting (Fixture *fixture, GType type, const char *label)
{
  GtkWidget *found = ks_ui_find_label (fixture->page, label);
  GtkWidget *row;

  g_assert_nonnull (found);
  row = gtk_widget_get_ancestor (found, ADW_TYPE_ACTION_ROW);
  return ks_ui_find (row, type, NULL, NULL);
}

/* Each layout asks for what it can be asked, and gets it. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  KsSheetSettings *settings = choose_layout (fixture, KS_LAYOUT_LABELS);
  KsSheetChoice choice;

  g_assert_null (ks_ui_find_label (fixture->page, "Paper"));
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 9 Sheets…") != NULL, 2000);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (find_setting (fixture, GTK_TYPE_SPIN_BUTTON, "Labels used already")), 10);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 10 Sheets…") != NULL, 2000);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (find_setting (fixture, GTK_TYPE_DROP_DOWN, "Label sheet")), 2);
  ks_sheet_settings_fill_choice (settings, &choice);
  g_assert_cmpuint (choice.options.skip, ==, 10);
  g_assert_true (ks_label_grid_equal (&choice.options.grid, ks_label_preset_get_grid (1)));
}

static void
test_poster (Fixture *fixture, gconstpointer data)
{
  KsSheetSettings *settings = choose_layout (fixture, KS_LAYOUT_POSTER);
  GtkWidget *from = find_setting (fixture, KS_TYPE_SCOPE_BUTTON, "Go on from");
  GtkWidget *a5 = ks_ui_find_label (fixture->page, "2 × A5");
  KsSheetChoice choice;

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (a5, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 105 Sheets…") != NULL, 2000);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (find_setting (fixture, GTK_TYPE_SPIN_BUTTON, "Copies for each unit")), 2);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 209 Sheets…") != NULL, 2000);
  /* The paper ran out: the sixty-third unit and those behind it are to come. */
  ks_scope_button_select (KS_SCOPE_BUTTON (from), "90063");
  ks_sheet_settings_fill_choice (settings, &choice);
  g_assert_cmpuint (choice.options.copies, ==, 2);
  g_assert_cmpint (choice.options.paper, ==, KS_PAPER_2A5);
  g_assert_cmpstr (choice.from, ==, "90063");
  g_assert_null (choice.units);
  /* Where that unit is not printed at all, it begins at the first. */
  g_assert_true (ks_sheet_settings_select (settings, "90001"));
  ks_sheet_settings_fill_choice (settings, &choice);
  g_assert_null (choice.from);
  g_assert_cmpuint (choice.units->len, ==, 1);
  g_ptr_array_unref (choice.units);
}

static GtkListView *
get_unit_list (Fixture *fixture)
{
  return GTK_LIST_VIEW (ks_ui_find (find_setting (fixture, KS_TYPE_UNITS_BUTTON, "Units"),
                                    GTK_TYPE_LIST_VIEW, NULL, NULL));
}

/* As a click on the row does. */
static void
check_row (GtkListView *list, guint position)
{
  g_signal_emit_by_name (list, "activate", position);
}

/* Single units and whole districts are checked, and the sheets are theirs alone. */
static void
test_units (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find_setting (fixture, KS_TYPE_UNITS_BUTTON, "Units");
  GtkListView *list = get_unit_list (fixture);
  g_autoptr (GPtrArray) units = NULL;
  g_auto (GStrv) districts = NULL;
  guint n_district;

  g_assert_null (ks_units_button_dup_units (KS_UNITS_BUTTON (button)));
  g_assert_null (ks_units_button_dup_districts (KS_UNITS_BUTTON (button)));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "All 209 units"));
  check_row (list, 0);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "No unit") != NULL && is_idle (fixture), 5000);
  g_assert_false (is_awake (fixture, "Print…"));
  /* The first district is behind "all units", its units behind it. */
  check_row (list, 2);
  check_row (list, 4);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 2 Sheets…") != NULL, 5000);
  g_assert_nonnull (ks_ui_find_label (button, "2 units"));
  districts = ks_units_button_dup_districts (KS_UNITS_BUTTON (button));
  g_assert_cmpuint (g_strv_length (districts), ==, 1);
  check_row (list, 1);
  ks_ui_wait_until (is_idle (fixture), 5000);
  units = ks_units_button_dup_units (KS_UNITS_BUTTON (button));
  n_district = units->len;
  g_assert_cmpuint (n_district, >, 2);
  for (guint i = 0; i < n_district; i++)
    g_assert_cmpstr (ks_unit_get_district_code (units->pdata[i]), ==, districts[0]);
  check_row (list, 1);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "No unit") != NULL, 5000);
}

/* A letter narrows the list down, without diacritics; the first that is left is checked by Return. */
static void
test_units_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find_setting (fixture, KS_TYPE_UNITS_BUTTON, "Units");
  GtkWidget *search = ks_ui_find (button, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (get_unit_list (fixture)));

  check_row (get_unit_list (fixture), 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "xa mau 40");
  ks_ui_wait_until (g_list_model_get_n_items (shown) == 1, 2000);
  g_signal_emit_by_name (search, "activate");
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 1 Sheet…") != NULL, 5000);
  g_assert_true (ks_units_button_has (KS_UNITS_BUTTON (button), "90063"));
}

/* The alphabet and the codes turn the sheets round; a list keeps its own order. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  GtkWidget *order = find_setting (fixture, GTK_TYPE_DROP_DOWN, "Order");
  KsSheetSettings *settings
      = KS_SHEET_SETTINGS (ks_ui_find (fixture->page, KS_TYPE_SHEET_SETTINGS, NULL, NULL));
  KsSheetChoice choice;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (order), KS_ORDER_NAME);
  ks_sheet_settings_fill_choice (settings, &choice);
  g_assert_cmpint (choice.options.order, ==, KS_ORDER_NAME);
  ks_ui_wait_until (is_idle (fixture), 5000);
  g_signal_emit_by_name (fixture->preview, "search", "xa mau 40", FALSE);
  g_assert_cmpuint (ks_preview_get_page (KS_PREVIEW (fixture->preview)), !=, 62);
  choose_layout (fixture, KS_LAYOUT_ANNEX);
  g_assert_null (ks_ui_find_label (fixture->page, "Order"));
}

static gint64
count_kept (Fixture *fixture)
{
  g_autoptr (GPtrArray) runs = ks_print_runs_load (fixture->campaign, NULL);

  return runs->len > 0 ? ((KsPrintRun *)runs->pdata[runs->len - 1])->n_sheets : 0;
}

/* Nobody says that sheets are missing: all that were handed over count as printed. */
static void
test_all_came (Fixture *fixture, gconstpointer data)
{
  KsCodesPage *page = KS_CODES_PAGE (fixture->page);
  g_autofree char *path = NULL;
  g_autoptr (KsSheetPrint) print = hand_over (page->pages, &path);
  GtkWindow *dialog = ks_codes_page_ask_printed (page, print);

  g_assert_cmpint (count_kept (fixture), ==, 0);
  gtk_window_close (dialog);
  ks_ui_wait_until (count_kept (fixture) == N_UNITS, 5000);
}

/* The paper ran out: what came before counts, and printing goes on from there. */
static void
test_some_missing (Fixture *fixture, gconstpointer data)
{
  KsCodesPage *page = KS_CODES_PAGE (fixture->page);
  g_autofree char *path = NULL;
  g_autoptr (KsSheetPrint) print = hand_over (page->pages, &path);
  GtkWindow *dialog = ks_codes_page_ask_printed (page, print);
  GtkWidget *from = ks_ui_find (GTK_WIDGET (dialog), KS_TYPE_SCOPE_BUTTON, NULL, NULL);
  GtkWidget *button = ks_ui_find (from, GTK_TYPE_MENU_BUTTON, NULL, NULL);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "First sheet missing: nothing is missing");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"));
  g_assert_true (ks_scope_button_select (KS_SCOPE_BUTTON (from), "90063"));
  g_signal_emit_by_name (from, "scope-changed");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "verb");
  gtk_window_close (dialog);
  ks_ui_wait_until (count_kept (fixture) == 62, 5000);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 147 Sheets…") != NULL, 5000);
  g_assert_cmpint (count_kept (fixture), ==, 62);
}

/* Pictures and packs are files: they are exported, not printed. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  GtkWidget *packs = ks_ui_find_label (fixture->page, "Packs by district");
  GtkWidget *check = ks_ui_find (gtk_widget_get_ancestor (packs, ADW_TYPE_ACTION_ROW),
                                 GTK_TYPE_CHECK_BUTTON, NULL, NULL);
  KsSheetSettings *settings = choose_layout (fixture, KS_LAYOUT_IMAGE);

  g_assert_false (is_awake (fixture, "Print…"));
  g_assert_true (is_awake (fixture, "Export…"));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "Pictures for Zalo · Picture 1/209"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (ks_sheet_settings_get_packs (settings));
  ks_ui_wait_until (is_idle (fixture), 10000);
  g_assert_false (is_awake (fixture, "Print…"));
  g_assert_true (is_awake (fixture, "Export…"));
}

static void
test_proof (Fixture *fixture, gconstpointer data)
{
  KsSheetSettings *settings
      = KS_SHEET_SETTINGS (ks_ui_find (fixture->page, KS_TYPE_SHEET_SETTINGS, NULL, NULL));
  g_autofree char *before = ks_page_dup_state (KS_PAGE (fixture->page));
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "not checked");
  ks_sheet_settings_set_layout (settings, KS_LAYOUT_ANNEX);
  gtk_widget_activate_action (fixture->page, "page.prove", NULL);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "209/209 codes checked") != NULL, 30000);
  after = ks_page_dup_state (KS_PAGE (fixture->page));
  g_assert_cmpstr (after, ==, "209 checked");
}

/* Without a link nothing leaves the window; nor before one code was scanned. */
static GtkWindow *
find_trial (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), "Try Three Codes") == 0)
      return l->data;
  return NULL;
}

/* Three codes are shown with the links they hold, and whoever tried them says so. */
static void
confirm_trial (Fixture *fixture)
{
  g_autoptr (GPtrArray) links = ks_links_dup (fixture->campaign, NULL);
  GtkWidget *window;

  gtk_widget_activate_action (fixture->page, "page.try-links", NULL);
  ks_ui_wait_until (find_trial () != NULL, 5000);
  window = GTK_WIDGET (find_trial ());
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (
        ks_ui_find_label (window, ((KsUnitLink *)links->pdata[i * (links->len - 1) / 2])->url));
  g_assert_false (is_awake (fixture, "Print 209 Sheets…"));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ks_ui_find (window, GTK_TYPE_CHECK_BUTTON, NULL, NULL)), TRUE);
  g_signal_emit_by_name (ks_ui_find_labelled (window, GTK_TYPE_BUTTON, "All Opened the Form of Their Unit"), "clicked");
  ks_ui_wait_until (find_trial () == NULL, 5000);
}

static gboolean
info_says_no_identity (Fixture *fixture)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (fixture->campaign);

  return info->no_identity;
}

static void
test_gate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = ks_page_dup_state (KS_PAGE (fixture->page));
  GtkWidget *card = ks_ui_find (fixture->page, KS_TYPE_LINK_CARD, NULL, NULL);
  GtkWidget *entry = ks_ui_find (card, ADW_TYPE_ENTRY_ROW, NULL, NULL);

  g_assert_cmpstr (none, ==, "no link yet");
  g_assert_false (is_awake (fixture, "Print…"));
  g_assert_false (is_awake (fixture, "Export…"));
  g_assert_nonnull (ks_ui_find_label (
      fixture->page, "Printing and export wait until the link of the form is set."));
  g_assert_nonnull (ks_ui_find_label (fixture->page, "No Link Yet"));
  gtk_editable_set_text (GTK_EDITABLE (entry), LINK);
  gtk_widget_activate_action (card, "page.save-link", NULL);
  ks_ui_wait_until (ks_ui_find_label (fixture->page, "Print 209 Sheets…") != NULL, 5000);
  g_assert_false (is_awake (fixture, "Print 209 Sheets…"));
  g_assert_true (is_awake (fixture, "Check QR Codes"));
  g_assert_nonnull (ks_ui_find_label (
      fixture->page, "Printing and export wait until one code was scanned with a phone."));
  confirm_trial (fixture);
  ks_ui_wait_until (is_awake (fixture, "Print 209 Sheets…"), 5000);
  g_assert_true (info_says_no_identity (fixture));
  g_assert_true (is_awake (fixture, "Export…"));
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (!is_awake (fixture, "Print 209 Sheets…"), 5000);
}

static void
test_wrong_link (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[]
      = { "", "example.org/f?u={token}", "https://example.org/f", "http://example.org/?u={token}",
          "https://example.org/?u={token}&c={code}" };
  KsLinkCard *card = KS_LINK_CARD (ks_ui_find (fixture->page, KS_TYPE_LINK_CARD, NULL, NULL));
  GtkWidget *entry = ks_ui_find (GTK_WIDGET (card), ADW_TYPE_ENTRY_ROW, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), wrong[i]);
      g_assert_false (ks_link_card_is_ready (card));
      gtk_widget_activate_action (GTK_WIDGET (card), "page.save-link", NULL);
      g_assert_cmpuint (ks_links_count_set (fixture->campaign), ==, 0);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), LINK);
  g_assert_true (ks_link_card_is_ready (card));
}

static GtkWidget *
find_steps (KsLinkCard *card, KsLinkService service)
{
  g_autofree char *steps = g_strdup_printf ("%s\n%s", ks_link_service_get_help (service),
                                            ks_link_service_get_pattern (service));
  GtkWidget *label = ks_ui_find_label (GTK_WIDGET (card), steps);

  return label != NULL && gtk_widget_get_visible (label) ? label : NULL;
}

/* A link as Google gives it is taken as it is pasted; one without a place for the code is explained. */
static void
test_service (Fixture *fixture, gconstpointer data)
{
  KsLinkCard *card = KS_LINK_CARD (ks_ui_find (fixture->page, KS_TYPE_LINK_CARD, NULL, NULL));
  GtkWidget *entry = ks_ui_find (GTK_WIDGET (card), ADW_TYPE_ENTRY_ROW, NULL, NULL);
  GtkWidget *service = ks_ui_find (GTK_WIDGET (card), GTK_TYPE_DROP_DOWN, NULL, NULL);
  g_autofree char *template = NULL;
  g_autoptr (KsCampaignInfo) info = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "https://docs.google.com/forms/d/e/1F/viewform");
  g_assert_nonnull (find_steps (card, KS_SERVICE_GOOGLE));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (service), 1 + KS_SERVICE_KOBO);
  g_assert_nonnull (find_steps (card, KS_SERVICE_KOBO));
  gtk_editable_set_text (GTK_EDITABLE (entry), "https://docs.google.com/f?entry.1=%7Btoken%7D");
  g_assert_null (find_steps (card, KS_SERVICE_KOBO));
  gtk_widget_activate_action (GTK_WIDGET (card), "page.save-link", NULL);
  info = ks_campaign_dup_info (fixture->campaign);
  g_assert_cmpstr (info->template, ==, "https://docs.google.com/f?entry.1={token}");
  ks_ui_wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), info->template), 5000);
}

static void
text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* The table of all links is one that brings links of units' own, too. */
static void
test_copy_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_widget_activate_action (fixture->page, "page.copy-links", NULL);
  ks_ui_wait_until (g_strcmp0 (ks_test_shell_get_message (fixture->shell),
                               "209 links copied; paste them into Excel") == 0, 5000);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, text_cb, &text);
  ks_ui_wait_until (text != NULL, 5000);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 211);
  g_assert_cmpstr (lines[0], ==, "Unit code\tUnit\tDistrict\tSurvey code\tLink");
  g_assert_true (g_str_has_prefix (lines[1], "90001\t"));
}

#define ADD(name, set_up, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/codes/index", set_up, test_index);
  ADD ("/codes/print", set_up, test_print);
  ADD ("/codes/held", set_up, test_held);
  ADD ("/codes/preview-paints", set_up, test_preview_paints);
  ADD ("/codes/turn", set_up, test_turn);
  ADD ("/codes/zoom", set_up, test_zoom);
  ADD ("/codes/narrow", set_up, test_narrow);
  ADD ("/codes/margin", set_up, test_margin);
  ADD ("/codes/choice", set_up, test_choice);
  ADD ("/codes/labels", set_up, test_labels);
  ADD ("/codes/poster", set_up, test_poster);
  ADD ("/codes/units", set_up, test_units);
  ADD ("/codes/units-search", set_up, test_units_search);
  ADD ("/codes/order", set_up, test_order);
  ADD ("/codes/all-came", set_up, test_all_came);
  ADD ("/codes/some-missing", set_up, test_some_missing);
  ADD ("/codes/files", set_up, test_files);
  ADD ("/codes/proof", set_up, test_proof);
  ADD ("/codes/again", set_up, test_again);
  ADD ("/codes/prints", set_up, test_prints);
  ADD ("/codes/words", set_up, test_words);
  ADD ("/codes/gate", set_up_real, test_gate);
  ADD ("/codes/wrong-link", set_up_real, test_wrong_link);
  ADD ("/codes/service", set_up_real, test_service);
  ADD ("/codes/copy-links", set_up, test_copy_links);
  return g_test_run ();
}
