/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ks-encoding-view.h"
#include "ks-import-dialog.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"
#include "ks-units-import-item.h"
#include "ks-units-import-view.h"
#include "ks-units-import-window.h"
#include "ks-units-page.h"

typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
  char *folder;
} Fixture;

static void
open_page (Fixture *self, KsCampaign *campaign)
{
  self->campaign = campaign;
  self->page = ks_units_page_new ();
  self->shell = ks_test_shell_new (campaign, self->page, 1094, 700);
  self->folder = g_dir_make_tmp ("ks-list-XXXXXX", NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  open_page (self, ks_test_campaign_new_some (ks_test_campaign_noon (), ""));
}

static void
set_up_answered (Fixture *self, gconstpointer data)
{
  open_page (self, ks_test_campaign_new_some (ks_test_campaign_noon (), "90001=3"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  ks_test_shell_close (self->shell);
  ks_test_campaign_free (self->campaign);
}

static GtkWidget *
wait_for_window (void)
{
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_UNITS_IMPORT_WINDOW) != NULL, 5000);
  return GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_UNITS_IMPORT_WINDOW));
}

static const char *
get_shown (GtkWidget *window)
{
  GtkWidget *stack = ks_ui_find (window, GTK_TYPE_STACK, NULL, NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static GtkWidget *
paste (Fixture *self, const char *text)
{
  GtkWidget *window;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->page), text);
  gtk_widget_activate_action (self->page, "page.paste", NULL);
  window = wait_for_window ();
  ks_ui_wait_until (g_strcmp0 (get_shown (window), "reading") != 0, 10000);
  return window;
}

static GtkWidget *
open_files (Fixture *self, const char *const *texts, guint n_texts)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *window;

  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i + 1);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  ks_import_dialog_present_together (KS_SHELL (self->shell), files, KS_FILE_UNITS);
  window = wait_for_window ();
  ks_ui_wait_until (g_strcmp0 (get_shown (window), "reading") != 0, 10000);
  return window;
}

static GtkWidget *
get_view (GtkWidget *window)
{
  return ks_ui_find (window, KS_TYPE_UNITS_IMPORT_VIEW, NULL, NULL);
}

static gboolean
may_commit (GtkWidget *window, const char *label)
{
  GtkWidget *found = ks_ui_find_label (window, label);
  GtkWidget *button = found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;

  return button != NULL && gtk_widget_get_visible (button) && gtk_widget_get_sensitive (button);
}

static void
leave (GtkWidget *window)
{
  gtk_window_close (GTK_WINDOW (window));
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_UNITS_IMPORT_WINDOW) == NULL, 5000);
}

static void
commit (GtkWidget *window)
{
  gtk_widget_activate_action (window, "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_UNITS_IMPORT_WINDOW) == NULL, 10000);
}

static int
get_staff (Fixture *self, const char *code, KsBody body)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);

  return ks_unit_get_staff (ks_registry_lookup (registry, code))->total[body];
}

static void
test_paste (Fixture *self, gconstpointer data)
{
  int before = get_staff (self, "90001", KS_BODY_PARTY);
  GtkWidget *window = paste (self, "Mã ĐVHC\tĐảng ủy\n90001\t91\n90002\t92\n");

  g_assert_true (may_commit (window, "Take Over 2 Units"));
  g_assert_nonnull (ks_ui_find_label (window, "Staff of the Party committee"));
  g_assert_nonnull (ks_ui_find_label (window, "Not in the list · 207"));
  g_assert_nonnull (ks_ui_find_label (window, "header in row 1 · 2 rows of units"));
  g_assert_cmpint (get_staff (self, "90001", KS_BODY_PARTY), ==, before);
  commit (window);
  g_assert_cmpint (get_staff (self, "90001", KS_BODY_PARTY), ==, 91);
  g_assert_cmpint (get_staff (self, "90002", KS_BODY_PARTY), ==, 92);
  g_assert_cmpstr (ks_test_shell_get_shown_page (self->shell), ==, "units");
  g_assert_cmpstr (ks_test_shell_get_message (self->shell), ==, "2 units changed");
  ks_test_shell_undo (self->shell);
  ks_ui_wait_until (get_staff (self, "90001", KS_BODY_PARTY) == before, 5000);
}

/* Figures alone mean the selected unit and those below it; a person says what the column is. */
static void
test_figures (Fixture *self, gconstpointer data)
{
  GtkWidget *window;
  guint meaning = 0;
  KsListMeaning wanted = { KS_LIST_FIELD, KS_UNIT_TOTAL + KS_BODY_GOVERNMENT };

  ks_page_show_detail (KS_PAGE (self->page), "90001");
  window = paste (self, "71\n72\n");
  g_assert_nonnull (ks_ui_find_label (window, "The list holds nothing new."));
  while (ks_units_import_get_meaning (meaning).role != wanted.role
         || ks_units_import_get_meaning (meaning).field != wanted.field)
    meaning++;
  g_assert_cmpuint (meaning, <, ks_units_import_count_meanings ());
  g_signal_emit_by_name (get_view (window), "set-column", 0, 1, meaning);
  ks_ui_wait_until (may_commit (window, "Take Over 2 Units"), 5000);
  commit (window);
  g_assert_cmpint (get_staff (self, "90001", KS_BODY_GOVERNMENT), ==, 71);
}

/* Without a code or a name, and with no unit selected, somebody must say more. */
static void
test_bare (Fixture *self, gconstpointer data)
{
  GtkWidget *window = paste (self, "71\tx\n72\ty\n");

  g_assert_nonnull (
      ks_ui_find_label (window, "Say which column holds the code or the name of the units."));
  leave (window);
  ks_page_show_detail (KS_PAGE (self->page), "90209");
  window = paste (self, "71\n72\n");
  g_assert_cmpstr (get_shown (window), ==, "error");
  leave (window);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->page), "");
  gtk_widget_activate_action (self->page, "page.paste", NULL);
  ks_ui_wait_until (ks_test_shell_get_message (self->shell) != NULL, 5000);
  g_assert_null (ks_ui_find_toplevel (KS_TYPE_UNITS_IMPORT_WINDOW));
}

/* Tables have a list inside that is of another type. */
static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return G_OBJECT_TYPE (widget) == GTK_TYPE_LIST_VIEW;
}

static KsUnitsImportItem *
get_doubt (GtkWidget *window, guint position)
{
  GtkWidget *list = ks_ui_find (window, GTK_TYPE_LIST_VIEW, is_list, NULL);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  return g_list_model_get_item (model, position);
}

/* Presses the button with the answer, opens its list and takes an answer from it. */
static void
pick (GtkWidget *window, const char *label, const char *answer)
{
  GtkWidget *button
      = gtk_widget_get_ancestor (ks_ui_find_label (window, label), GTK_TYPE_MENU_BUTTON);
  GtkWidget *found;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ks_ui_wait_until (ks_ui_find_label (button, answer) != NULL, 5000);
  found = gtk_widget_get_ancestor (ks_ui_find_label (button, answer), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_LIST_BOX), "row-activated", found);
}

static void
test_doubts (Fixture *self, gconstpointer data)
{
  GtkWidget *window = paste (self, "Mã\tTên\tĐảng ủy\n\tXã Mẩu 37\t7\n99001\tXã Mẫu 38\t8\n90001\t\t9\n");
  g_autoptr (KsUnitsImportItem) first = get_doubt (window, 0);
  g_autofree char *title = ks_units_import_item_dup_title (first);

  g_assert_cmpstr (title, ==, "“Xã Mẩu 37”");
  g_assert_false (may_commit (window, "Take Over 1 Unit"));
  pick (window, "Choose…", "Xã Mẫu 37 · Huyện Mẫu B · 90060");
  ks_ui_wait_until (ks_ui_find_label (window, "Xã Mẫu 37") != NULL, 5000);
  g_assert_false (may_commit (window, "Take Over 2 Units"));
  pick (window, "Choose…", "New unit");
  ks_ui_wait_until (may_commit (window, "Take Over 3 Units"), 5000);
  pick (window, "New unit", "Skip this row");
  ks_ui_wait_until (may_commit (window, "Take Over 2 Units"), 5000);
  commit (window);
  g_assert_cmpint (get_staff (self, "90060", KS_BODY_PARTY), ==, 7);
}

/* A country's list without codes: the window stays alive while it looks and while rows are skipped. */
static gint64 last_tick, worst_gap;

static gboolean
tick_cb (gpointer data)
{
  gint64 now = g_get_monotonic_time ();

  worst_gap = MAX (worst_gap, now - last_tick);
  last_tick = now;
  return G_SOURCE_CONTINUE;
}

/* Scrolls to the end; where that is, is known once the list was laid out. */
static guint
scroll_down (GListModel *model, GtkAdjustment *down)
{
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  return g_list_model_get_n_items (model);
}

/* The list begins with the rows that are seen, and takes up more for who scrolls. */
static void
assert_grows (GtkWidget *window)
{
  GtkWidget *list = ks_ui_find (window, GTK_TYPE_LIST_VIEW, is_list, NULL);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  guint n_rows = g_list_model_get_n_items (model);

  g_assert_cmpuint (n_rows, <, 100);
  ks_ui_wait_until (scroll_down (model, down) > n_rows, 5000);
}

static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Tên đơn vị\tĐảng ủy\n");
  GtkWidget *window;
  guint source;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "Xã Mẫu Lạ %u\t%u\n", i, i % 9);
  g_string_append (text, "Xã Mẫu 37\t77\n");
  last_tick = g_get_monotonic_time ();
  worst_gap = 0;
  source = g_timeout_add (2, tick_cb, NULL);
  window = paste (self, text->str);
  ks_ui_settle (100);
  g_test_message ("shown: %d ms", (int) (worst_gap / 1000));
  assert_grows (window);
  worst_gap = 0;
  g_signal_emit_by_name (gtk_widget_get_ancestor (ks_ui_find_label (window, "Skip All Doubtful Rows"),
                                                  GTK_TYPE_BUTTON),
                         "clicked");
  ks_ui_wait_until (may_commit (window, "Take Over 1 Unit"), 5000);
  ks_ui_settle (100);
  g_test_message ("skipped: %d ms", (int) (worst_gap / 1000));
  g_source_remove (source);
  leave (window);
}

/* What a list may hold that nobody can take: one clear sentence each, and the row can be skipped. */
static void
test_faults (Fixture *self, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (60000, 'a');
  g_autofree char *long_row = g_strdup_printf ("99001\t%s\t1", long_name);
  const struct
  {
    const char *row;
    const char *words;
  } cases[] = {
    { "90001\t\t-3", "row 2, column C: Staff of the Party committee: “-3”" },
    { "90001\t\t=SUM(A1:A2)", "row 2, column C: the cell holds a formula" },
    { "90001\tPhường \x01\t1", "row 2, column B: the cell holds a control character" },
    { "90001\t\t1\n90001\t\t2", "row 3, column A: the code 90001 stands in row 2 already" },
    { long_row, "row 2, column B: Name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Mã\tTên\tĐảng ủy\n%s\n", cases[i].row);
      GtkWidget *window = paste (self, text);
      g_autoptr (KsUnitsImportItem) item = get_doubt (window, 0);
      g_autofree char *sentence = NULL;

      if (ks_units_import_item_get_row (item)->doubt != NULL)
        ks_units_import_item_decide (item, 0);
      sentence = ks_units_import_item_dup_question (item);
      g_test_message ("%s", sentence);
      g_assert_nonnull (strstr (sentence, cases[i].words));
      g_assert_null (strchr (sentence, '\n'));
      g_assert_cmpuint (strlen (sentence), <, 300);
      leave (window);
    }
}

static void
test_files (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "code,staff_party\n90001,91\n90002,92\n", "code,head\n90001,Đ/c A\n" };
  GtkWidget *window = open_files (self, texts, G_N_ELEMENTS (texts));

  g_assert_nonnull (ks_ui_find_label (window, "2 files"));
  g_assert_nonnull (ks_ui_find_label (window, "2.csv"));
  g_assert_true (may_commit (window, "Take Over 2 Units"));
  commit (window);
  g_assert_cmpint (get_staff (self, "90002", KS_BODY_PARTY), ==, 92);
}

/* More than a cell may hold: nothing is taken, and one sentence says why. */
static void
test_too_long (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_strnfill (70000, 'a');
  g_autofree char *text = g_strdup_printf ("code,name\n90001,%s\n", name);
  const char *const texts[] = { text };
  GtkWidget *window = open_files (self, texts, 1);
  GtkWidget *page = ks_ui_find (window, ADW_TYPE_STATUS_PAGE, NULL, NULL);

  g_assert_cmpstr (get_shown (window), ==, "error");
  g_assert_nonnull (
      strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "row 2: the row is too long"));
  leave (window);
}

static void
test_no_list (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "a,b\n1,2\n" };
  GtkWidget *window = open_files (self, texts, 1);

  g_assert_cmpstr (get_shown (window), ==, "error");
  leave (window);
}

/* Few words of an old encoding: the window shows how each reads, and takes the answer. */
static void
test_encoding (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "code,name,staff_party\n90060,X\xb7 M\xc9u 37,77\n" };
  GtkWidget *window = open_files (self, texts, 1);
  GtkWidget *row;

  g_assert_cmpstr (get_shown (window), ==, "question");
  row = gtk_widget_get_ancestor (ks_ui_find_label (window, "90060,Xã Mẫu 37,77"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), "row-activated", row);
  ks_ui_wait_until (may_commit (window, "Take Over 1 Unit"), 5000);
  g_assert_nonnull (ks_ui_find_label (window, "Notes · 1"));
  leave (window);
}

/* Once answers have come in, who changes the staff says why. */
static void
test_reason (Fixture *self, gconstpointer data)
{
  GtkWidget *window = paste (self, "Mã\tĐảng ủy\n90001\t91\n");
  GtkWindow *dialog;
  GtkWidget *entry;

  gtk_widget_activate_action (window, "import.commit", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL, 5000);
  dialog = ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  entry = ks_ui_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Văn bản số 5");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "verb");
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_UNITS_IMPORT_WINDOW) == NULL, 10000);
  g_assert_cmpint (get_staff (self, "90001", KS_BODY_PARTY), ==, 91);
}

#define ADD(path, up, func) g_test_add (path, Fixture, NULL, up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/units-import/paste", set_up, test_paste);
  ADD ("/units-import/figures", set_up, test_figures);
  ADD ("/units-import/bare", set_up, test_bare);
  ADD ("/units-import/nothing", set_up, test_nothing);
  ADD ("/units-import/doubts", set_up, test_doubts);
  ADD ("/units-import/many", set_up, test_many);
  ADD ("/units-import/faults", set_up, test_faults);
  ADD ("/units-import/files", set_up, test_files);
  ADD ("/units-import/too-long", set_up, test_too_long);
  ADD ("/units-import/no-list", set_up, test_no_list);
  ADD ("/units-import/encoding", set_up, test_encoding);
  ADD ("/units-import/reason", set_up_answered, test_reason);
  return g_test_run ();
}
