/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "ks-comment-card.h"
#include "ks-comment-model.h"
#include "ks-comments-filter.h"
#include "ks-comments-view.h"
#include "ks-import-responses.h"
#include "ks-quote-window.h"
#include "ks-quote.h"
#include "ks-side-box.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-theme-list.h"
#include "ks-themes.h"
#include "ks-ui-harness.h"

#define LEADERS ((gint64)1)
#define PATIENCE 10000

/* A page around the view, as page 7 is one. */
#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, AdwBin)

struct _TestPage
{
  AdwBin parent_instance;
  GtkWidget *view;
};

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestPage, test_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

static void
test_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, "");
}

static void
test_page_class_init (TestPageClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = test_page_get_property;
  g_object_class_override_property (G_OBJECT_CLASS (klass), 1, "state");
}

static void
test_page_init (TestPage *self)
{
  self->view = ks_comments_view_new ();
  adw_bin_set_child (ADW_BIN (self), self->view);
}

static void
set_campaign (KsPage *page, KsCampaign *campaign)
{
  ks_comments_view_set_campaign (KS_COMMENTS_VIEW (TEST_PAGE (page)->view), campaign);
}

static void
refresh (KsPage *page, KsChange change)
{
  ks_comments_view_refresh (KS_COMMENTS_VIEW (TEST_PAGE (page)->view), change);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = set_campaign;
  iface->refresh = refresh;
}

typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsCommentsView *view;
  KsTestShell *shell;
  GListModel *rows;
  GtkWidget *stack;
} Fixture;

static GtkWidget *
find (Fixture *fixture, GType type)
{
  GtkWidget *found = ks_ui_find (GTK_WIDGET (fixture->view), type, NULL, NULL);

  g_assert_nonnull (found);
  return found;
}

/* The lists of the drop-downs are list views, too. */
static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "comments");
}

static GtkWidget *
find_list (Fixture *fixture)
{
  return ks_ui_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW, is_list, NULL);
}

static void
open_page (Fixture *fixture, int width)
{
  fixture->page = g_object_new (TEST_TYPE_PAGE, NULL);
  fixture->view = KS_COMMENTS_VIEW (TEST_PAGE (fixture->page)->view);
  fixture->shell = ks_test_shell_new (fixture->campaign, fixture->page, width, 720);
  fixture->rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_list (fixture))));
  fixture->stack = find (fixture, GTK_TYPE_STACK);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  open_page (fixture, 1094);
  ks_ui_wait_until (g_list_model_get_n_items (fixture->rows) > 0, PATIENCE);
}

/* Comments that name a colleague, as the sample has none. */
static void
set_up_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) sample
      = g_resources_lookup_data ("/vn/danvan/KhaoSat/sample/answers.csv", 0, NULL);
  g_autoptr (GString) text
      = g_string_new_len (g_bytes_get_data (sample, NULL), (gssize)g_bytes_get_size (sample));
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result = NULL;

  g_string_replace (text, "Cần công khai kinh phí sớm hơn", "Đồng chí Nguyễn Văn An chậm công khai", 0);
  fixture->campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), "");
  folder = g_path_get_dirname (ks_campaign_get_path (fixture->campaign));
  path = g_build_filename (folder, "named.csv", NULL);
  g_file_set_contents (path, text->str, (gssize)text->len, &error);
  g_assert_no_error (error);
  result = ks_import_responses (fixture->campaign, path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  open_page (fixture, 1094);
  ks_ui_wait_until (g_list_model_get_n_items (fixture->rows) > 0, PATIENCE);
}

static void
set_up_narrow (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  open_page (fixture, 360);
  ks_ui_wait_until (g_list_model_get_n_items (fixture->rows) > 0, PATIENCE);
}

static void
set_up_open (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_sample (ks_test_campaign_noon ());
  open_page (fixture, 1094);
}

static void
set_up_few (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), "90001=4 90002=3");
  open_page (fixture, 1094);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_test_shell_close (fixture->shell);
  ks_test_campaign_free (fixture->campaign);
}

static const KsComment *
get_comment (Fixture *fixture, guint position)
{
  g_autoptr (KsCommentItem) item = g_list_model_get_item (fixture->rows, position);

  return ks_comment_item_get_comment (item);
}

static void
select_only (Fixture *fixture, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->rows), position, TRUE);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

static void
press_digit (Fixture *fixture, int digit)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comments.toggle", "i", digit - 1);
}

static gboolean
has_theme (Fixture *fixture, guint position, gint64 theme)
{
  g_autoptr (KsCommentItem) item = g_list_model_get_item (fixture->rows, position);

  return ks_comment_item_has_theme (item, theme);
}

static guint
count_comments (Fixture *fixture, const char *scope, gint64 theme)
{
  const KsCommentFilter filter = { NULL, scope, NULL, theme };
  g_autoptr (GError) error = NULL;
  g_autoptr (KsComments) comments = ks_comments_load (fixture->campaign, &filter, NULL, &error);

  g_assert_no_error (error);
  return ks_comments_get_n (comments);
}

/* All are there, a few pages are read, and nothing on the page tells unit or time. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  guint n = count_comments (fixture, NULL, KS_COMMENTS_ANY_THEME);

  g_assert_cmpuint (n, >, 1000);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->rows), ==, n);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (fixture->stack)), ==, "list");
  g_assert_cmpstr (get_comment (fixture, n - 1)->text, !=, "");
  g_assert_cmpint (get_comment (fixture, 0)->number, <, get_comment (fixture, 1)->number);
  g_assert_null (ks_ui_find_label (GTK_WIDGET (fixture->view), "Xã Mẫu 01"));
}

static void
test_tag_by_keys (Fixture *fixture, gconstpointer data)
{
  select_only (fixture, 3);
  press_digit (fixture, 1);
  ks_ui_wait_until (has_theme (fixture, 3, LEADERS), PATIENCE);
  g_assert_cmpuint (count_comments (fixture, NULL, LEADERS), ==, 1);
  /* The place is kept, and there is no theme behind the last key. */
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->rows), 3));
  press_digit (fixture, 2);
  g_assert_cmpuint (count_comments (fixture, NULL, LEADERS), ==, 1);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (!has_theme (fixture, 3, LEADERS), PATIENCE);
  /* Pressed again it is taken away. */
  press_digit (fixture, 1);
  ks_ui_wait_until (has_theme (fixture, 3, LEADERS), PATIENCE);
  press_digit (fixture, 1);
  ks_ui_wait_until (!has_theme (fixture, 3, LEADERS), PATIENCE);
}

static void
test_tag_many (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->rows), 2, 5, TRUE);
  press_digit (fixture, 1);
  ks_ui_wait_until (has_theme (fixture, 6, LEADERS), PATIENCE);
  g_assert_cmpuint (count_comments (fixture, NULL, LEADERS), ==, 5);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (fixture->view), "5 comments selected"));
}

static void
wait_for (Fixture *fixture, guint n)
{
  ks_ui_wait_until (g_list_model_get_n_items (fixture->rows) == n, PATIENCE);
}

static gboolean
offers (GtkWidget *widget, gconstpointer words)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));
  const char *first = gtk_string_list_get_string (GTK_STRING_LIST (model), 0);

  return g_strcmp0 (first, words) == 0;
}

/* With a theme that is filtered for, what is no longer of it leaves, and the next one is selected. */
static void
test_filter_theme (Fixture *fixture, gconstpointer data)
{
  guint n = g_list_model_get_n_items (fixture->rows);
  GtkWidget *drop_down;

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->rows), 0, 3, TRUE);
  press_digit (fixture, 1);
  ks_ui_wait_until (has_theme (fixture, 2, LEADERS), PATIENCE);
  drop_down = ks_ui_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN, offers, "Any theme");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  wait_for (fixture, 3);
  select_only (fixture, 1);
  press_digit (fixture, 1);
  wait_for (fixture, 2);
  ks_ui_wait_until (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->rows), 1),
                    PATIENCE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  wait_for (fixture, n - 2);
}

/* Drop-downs have entries of their own. */
static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_parent (widget) == data;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *filter = find (fixture, KS_TYPE_COMMENTS_FILTER);
  GtkWidget *entry = ks_ui_find (filter, GTK_TYPE_SEARCH_ENTRY, is_search, filter);
  guint n = g_list_model_get_n_items (fixture->rows);
  guint n_found;

  ks_comments_view_start_search (fixture->view);
  gtk_editable_set_text (GTK_EDITABLE (entry), "kinh PHI");
  ks_ui_wait_until (g_list_model_get_n_items (fixture->rows) < n, PATIENCE);
  n_found = g_list_model_get_n_items (fixture->rows);
  g_assert_cmpuint (n_found, >, 10);
  for (guint i = 0; i < n_found; i += 7)
    {
      g_autoptr (KsCommentItem) item = g_list_model_get_item (fixture->rows, i);
      g_autofree char *markup = ks_comment_item_dup_markup (item);

      g_assert_nonnull (strstr (markup, "<b>kinh phí</b>"));
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "không có từ này ở đâu");
  wait_for (fixture, 0);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (fixture->view), "No Such Comments"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_for (fixture, n);
}

static GtkTextBuffer *
get_words (Fixture *fixture)
{
  GtkWidget *card = find (fixture, KS_TYPE_COMMENT_CARD);

  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (ks_ui_find (card, GTK_TYPE_TEXT_VIEW, NULL, NULL)));
}

static void
select_words (Fixture *fixture, int start, int end)
{
  GtkTextIter first, last;

  gtk_text_buffer_get_iter_at_offset (get_words (fixture), &first, start);
  gtk_text_buffer_get_iter_at_offset (get_words (fixture), &last, end);
  gtk_text_buffer_select_range (get_words (fixture), &first, &last);
}

static guint
find_longer (Fixture *fixture, glong length)
{
  guint position = 0;

  while (g_utf8_strlen (get_comment (fixture, position)->text, -1) <= length
         || get_comment (fixture, position)->spans->len > 0)
    position++;
  return position;
}

static void
test_black_out (Fixture *fixture, gconstpointer data)
{
  guint position = find_longer (fixture, 12);
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  select_only (fixture, position);
  gtk_text_buffer_get_bounds (get_words (fixture), &start, &end);
  words = gtk_text_buffer_get_text (get_words (fixture), &start, &end, TRUE);
  g_assert_cmpstr (words, ==, get_comment (fixture, position)->text);
  select_words (fixture, 2, 6);
  act (fixture, "comments.black-out");
  ks_ui_wait_until (get_comment (fixture, position)->spans->len == 1, PATIENCE);
  g_assert_cmpint (g_array_index (get_comment (fixture, position)->spans, KsCommentSpan, 0).start, ==,
                   2);
  g_assert_cmpint (g_array_index (get_comment (fixture, position)->spans, KsCommentSpan, 0).length,
                   ==, 4);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (get_comment (fixture, position)->spans->len == 0, PATIENCE);
}

static guint
count_proposed (Fixture *fixture, guint position)
{
  g_autoptr (KsCommentItem) item = g_list_model_get_item (fixture->rows, position);

  return ks_comment_item_count_proposed (item);
}

/* What is proposed is confirmed or left readable by one click. */
static void
test_proposed (Fixture *fixture, gconstpointer data)
{
  guint position = 0;

  while (count_proposed (fixture, position) == 0)
    position++;
  g_assert_nonnull (strstr (get_comment (fixture, position)->text, "Nguyễn Văn An"));
  select_only (fixture, position);
  act (fixture, "comments.confirm");
  ks_ui_wait_until (count_proposed (fixture, position) == 0, PATIENCE);
  g_assert_cmpuint (get_comment (fixture, position)->spans->len, >, 0);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (count_proposed (fixture, position) > 0, PATIENCE);
  act (fixture, "comments.dismiss");
  ks_ui_wait_until (get_comment (fixture, position)->spans->len == 0, PATIENCE);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* What is proposed or blacked out is seen, and not copied with the words around it. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = find (fixture, KS_TYPE_COMMENT_CARD);
  GtkWidget *view = ks_ui_find (card, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (view);
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (view);
  g_autofree char *copied = NULL;
  guint position = 0;

  while (count_proposed (fixture, position) == 0)
    position++;
  select_only (fixture, position);
  /* The name and the words beside it. */
  select_words (fixture, 5, 27);
  g_assert_false (gdk_clipboard_is_local (primary));
  g_signal_emit_by_name (view, "copy-clipboard");
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &copied);
  ks_ui_wait_until (copied != NULL, PATIENCE);
  g_assert_cmpstr (copied, ==, "chí " KS_BLACKED_OUT " chậm");
}

static guint
count_quotes (Fixture *fixture)
{
  g_autoptr (GPtrArray) quotes = ks_quotes_load (fixture->campaign, NULL);

  return quotes->len;
}

static void
type (GtkWindow *window, const char *text)
{
  GtkWidget *view = ks_ui_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, NULL, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_quote (Fixture *fixture, gconstpointer data)
{
  guint position = find_longer (fixture, 12);
  GtkWindow *window;

  select_only (fixture, position);
  act (fixture, "comments.quote");
  window = ks_ui_find_toplevel (KS_TYPE_QUOTE_WINDOW);
  g_assert_nonnull (window);
  /* What cannot be said is told beside what is typed. */
  type (window, "Ở Xã Mẫu 01 cần làm sớm hơn");
  gtk_widget_activate_action (GTK_WIDGET (window), "quote.save", NULL);
  g_assert_cmpuint (count_quotes (fixture), ==, 0);
  type (window, "Đề nghị làm sớm hơn");
  gtk_widget_activate_action (GTK_WIDGET (window), "quote.save", NULL);
  ks_ui_wait_until (get_comment (fixture, position)->quote != NULL, PATIENCE);
  g_assert_cmpuint (count_quotes (fixture), ==, 1);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (fixture->view), "Đề nghị làm sớm hơn"));
  act (fixture, "comments.drop-quote");
  ks_ui_wait_until (get_comment (fixture, position)->quote == NULL, PATIENCE);
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (get_comment (fixture, position)->quote != NULL, PATIENCE);
  /* For the leaders alone: not for papers. */
  press_digit (fixture, 1);
  ks_ui_wait_until (has_theme (fixture, position, LEADERS), PATIENCE);
  g_assert_cmpuint (count_quotes (fixture), ==, 0);
  act (fixture, "comments.quote");
  g_assert_null (ks_ui_find_toplevel (KS_TYPE_QUOTE_WINDOW));
}

static void
test_scope (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (fixture->campaign);
  const KsDistrict *district = ks_registry_get_district (registry, 1);
  const char *unit = ks_unit_get_code (ks_registry_get_unit (registry, district->first));
  guint n_before = g_list_model_get_n_items (fixture->rows);
  guint n = count_comments (fixture, district->code, KS_COMMENTS_ANY_THEME);
  g_autofree char *note = NULL;

  g_assert_cmpuint (n, <, n_before);
  ks_comments_view_set_scope (fixture->view, unit);
  wait_for (fixture, count_comments (fixture, unit, KS_COMMENTS_ANY_THEME));
  note = g_strdup_printf ("E1, E2: too few comments for %s alone; those of %s are shown.",
                          ks_unit_get_name (ks_registry_lookup (registry, unit)), district->name);
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (fixture->view), note) != NULL, PATIENCE);
  ks_comments_view_set_scope (fixture->view, district->code);
  wait_for (fixture, n);
  ks_comments_view_set_scope (fixture->view, "");
  wait_for (fixture, n_before);
}

static void
test_themes (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  g_assert_true (ks_add_theme (fixture->campaign, "Kinh phí", &id, NULL, NULL));
  ks_ui_wait_until (ks_ui_find_label (find (fixture, KS_TYPE_THEME_LIST), "Kinh phí") != NULL,
                    PATIENCE);
  select_only (fixture, 0);
  press_digit (fixture, 2);
  ks_ui_wait_until (has_theme (fixture, 0, id), PATIENCE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comments.remove-theme", "x", id);
  ks_ui_wait_until (!has_theme (fixture, 0, id), PATIENCE);
  g_assert_null (ks_ui_find_label (find (fixture, KS_TYPE_THEME_LIST), "Kinh phí"));
  ks_test_shell_undo (fixture->shell);
  ks_ui_wait_until (has_theme (fixture, 0, id), PATIENCE);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (fixture->view), "The Survey Is Still Open")
                        != NULL,
                    PATIENCE);
  ks_ui_settle (100);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->rows), ==, 0);
}

static void
test_few (Fixture *fixture, gconstpointer data)
{
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (fixture->view), "Too Few Comments to Be Shown")
                        != NULL,
                    PATIENCE);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->rows), ==, 0);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  KsSideBox *side_box = KS_SIDE_BOX (find (fixture, KS_TYPE_SIDE_BOX));

  ks_ui_wait_until (ks_side_box_get_folded (side_box), PATIENCE);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->shell)), <=, 360);
  g_assert_false (ks_side_box_get_show_pane (side_box));
  g_signal_emit_by_name (find_list (fixture), "activate", 2);
  g_assert_true (ks_side_box_get_show_pane (side_box));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, test) g_test_add (path, Fixture, NULL, up, test, tear_down)
  ADD ("/comments/list", set_up, test_list);
  ADD ("/comments/tag-by-keys", set_up, test_tag_by_keys);
  ADD ("/comments/tag-many", set_up, test_tag_many);
  ADD ("/comments/filter-theme", set_up, test_filter_theme);
  ADD ("/comments/search", set_up, test_search);
  ADD ("/comments/black-out", set_up, test_black_out);
  ADD ("/comments/proposed", set_up_named, test_proposed);
  ADD ("/comments/copy", set_up_named, test_copy);
  ADD ("/comments/quote", set_up, test_quote);
  ADD ("/comments/scope", set_up, test_scope);
  ADD ("/comments/themes", set_up, test_themes);
  ADD ("/comments/open", set_up_open, test_open);
  ADD ("/comments/few", set_up_few, test_few);
  ADD ("/comments/narrow", set_up_narrow, test_narrow);
  return g_test_run ();
}
