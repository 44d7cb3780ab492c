/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-cell-editor.h"
#include "ks-evidence-window.h"
#include "ks-set-work.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"
#include "ks-verify-work.h"
#include "ks-work-cells.h"
#include "ks-work-grid.h"
#include "ks-work-window.h"

/* A page of the grid alone. */
#define TEST_TYPE_GRID_PAGE (test_grid_page_get_type ())
G_DECLARE_FINAL_TYPE (TestGridPage, test_grid_page, TEST, GRID_PAGE, GtkBox)

struct _TestGridPage
{
  GtkBox parent_instance;
  GtkWidget *grid;
};

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestGridPage, test_grid_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

static void
page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  ks_work_grid_set_campaign (KS_WORK_GRID (TEST_GRID_PAGE (page)->grid), campaign);
}

static void
page_refresh (KsPage *page, KsChange change)
{
  ks_work_grid_refresh (KS_WORK_GRID (TEST_GRID_PAGE (page)->grid), change);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = page_set_campaign;
  iface->refresh = page_refresh;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, "");
}

static void
test_grid_page_class_init (TestGridPageClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = get_property;
  g_object_class_override_property (G_OBJECT_CLASS (klass), 1, "state");
}

static void
test_grid_page_init (TestGridPage *self)
{
  self->grid = ks_work_grid_new ();
  gtk_widget_set_hexpand (self->grid, TRUE);
  gtk_box_append (GTK_BOX (self), self->grid);
}

typedef struct
{
  KsCampaign *campaign;
  KsTestShell *shell;
  GtkWidget *page;
  KsWorkCells *cells;
  GtkWidget *editor;
  guint n_keys;
} Fixture;

static gboolean
is_read (Fixture *self)
{
  return ks_work_cells_get_n_rows (self->cells) > 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), "");
  self->page = g_object_new (TEST_TYPE_GRID_PAGE, NULL);
  self->shell = ks_test_shell_new (self->campaign, self->page, 1094, 720);
  self->cells = KS_WORK_CELLS (ks_ui_find (self->page, KS_TYPE_WORK_CELLS, NULL, NULL));
  self->editor = ks_ui_find (self->page, KS_TYPE_CELL_EDITOR, NULL, NULL);
  ks_ui_wait_until (is_read (self), 5000);
  gtk_widget_grab_focus (GTK_WIDGET (self->cells));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ks_test_shell_close (self->shell);
  ks_test_campaign_free (self->campaign);
}

static gboolean
press_on (gpointer widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

/* Where the keyboard is: in the open field, where letters go into its text, or on the grid. */
static void
press (Fixture *self, guint key)
{
  self->n_keys++;
  if (!gtk_widget_get_mapped (self->editor))
    {
      press_on (self->cells, key, 0);
      return;
    }
  if (!press_on (self->editor, key, 0))
    {
      char letter[] = { (char)gdk_keyval_to_unicode (key), '\0' };
      g_autofree char *text
          = g_strconcat (ks_cell_editor_get_text (KS_CELL_EDITOR (self->editor)), letter, NULL);

      ks_cell_editor_replace (KS_CELL_EDITOR (self->editor), text);
    }
}

static void
type (Fixture *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    press (self, *p == '\t' ? GDK_KEY_Tab : *p == '\n' ? GDK_KEY_Return : gdk_unicode_to_keyval ((guint)*p));
}

/* What the campaign keeps, in the words of the grid: the columns parted by blanks. */
static char *
dup_kept (Fixture *self, guint index)
{
  g_autoptr (KsWorkSheet) sheet = ks_work_sheet_load (self->campaign, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint column = 0; column < KS_N_WORK_COLUMNS; column++)
    {
      KsWorkField field;
      KsDay day;
      g_autofree char *cell = NULL;

      ks_work_column_get (column, sheet->info->day, &field, &day);
      cell = ks_work_dup_cell (field,
                               ks_work_row_get_value (&sheet->rows[index], field,
                                                      column >= KS_WORK_POSTS ? column - KS_WORK_POSTS : 0),
                               sheet->info);
      g_string_append_printf (text, "%s%s", column > 0 ? " " : "", *cell != '\0' ? cell : "-");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_kept (Fixture *self, guint index, const char *kept)
{
  g_autofree char *is = dup_kept (self, index);

  g_assert_cmpstr (is, ==, kept);
}

/* Digits begin, Tab goes on, Space marks, Enter goes down in the same column. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  guint column;

  type (self, "1733\t21\t19\t18\t \t\t \t\t\t1\t\t\t2\t");
  assert_kept (self, 0, "17:33 21 19 18 1 - 1 - - 1 - - 2 - - -");
  press (self, GDK_KEY_Home);
  press (self, GDK_KEY_Down);
  type (self, "0026\n933\n");
  assert_kept (self, 1, "0:26 (02/4) - - - - - - - - - - - - - - -");
  assert_kept (self, 2, "9:33 - - - - - - - - - - - - - - -");
  g_assert_cmpstr (ks_unit_get_code (ks_work_cells_get_current (self->cells, &column)->unit), ==,
                   "90004");
  g_assert_cmpuint (column, ==, 0);
  press (self, GDK_KEY_Up);
  press (self, GDK_KEY_Delete);
  assert_kept (self, 2, "- - - - - - - - - - - - - - - -");
}

/* What can mean nothing is said where it is typed, and nothing is lost. */
static void
test_problem (Fixture *self, gconstpointer data)
{
  type (self, "2599\t");
  g_assert_true (gtk_widget_get_mapped (self->editor));
  g_assert_cmpstr (ks_cell_editor_get_text (KS_CELL_EDITOR (self->editor)), ==, "2599");
  assert_kept (self, 0, "- - - - - - - - - - - - - - - -");
  press (self, GDK_KEY_Escape);
  g_assert_false (gtk_widget_get_mapped (self->editor));
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  type (self, "1733\t");
  ks_test_shell_undo (self->shell);
  assert_kept (self, 0, "- - - - - - - - - - - - - - - -");
}

static gboolean
is_verified (Fixture *self)
{
  g_autoptr (KsWorkSheet) sheet = ks_work_sheet_load (self->campaign, NULL);

  return sheet->rows[0].claimed != 0 && (sheet->rows[0].claimed & ~sheet->rows[0].verified) == 0;
}

static void
test_verify (Fixture *self, gconstpointer data)
{
  type (self, "1733\t");
  press (self, GDK_KEY_End);
  press (self, GDK_KEY_space);
  g_assert_true (is_verified (self));
  press (self, GDK_KEY_space);
  g_assert_false (is_verified (self));
}

/* The next district comes by a key; its units stand there. */
static void
test_districts (Fixture *self, gconstpointer data)
{
  guint column;
  const KsWorkRow *row;
  g_autofree char *first = NULL;

  first = g_strdup (ks_unit_get_district_code (ks_work_cells_get_current (self->cells, &column)->unit));
  press_on (self->cells, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  row = ks_work_cells_get_current (self->cells, &column);
  g_assert_cmpstr (ks_unit_get_district_code (row->unit), !=, first);
  press_on (self->cells, GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  row = ks_work_cells_get_current (self->cells, &column);
  g_assert_cmpstr (ks_unit_get_district_code (row->unit), ==, first);
  g_assert_true (ks_work_grid_select (KS_WORK_GRID (TEST_GRID_PAGE (self->page)->grid), "90209"));
  row = ks_work_cells_get_current (self->cells, &column);
  g_assert_cmpstr (ks_unit_get_code (row->unit), ==, "90209");
}

static void
paste (Fixture *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->cells)), text);
  press_on (self->cells, GDK_KEY_v, GDK_CONTROL_MASK);
}

static gboolean
keeps (Fixture *self, guint index, const char *kept)
{
  g_autofree char *is = dup_kept (self, index);

  return g_str_equal (is, kept);
}

/* Figures alone go where the current cell is; names say where they go. */
static void
test_paste (Fixture *self, gconstpointer data)
{
  press (self, GDK_KEY_Right);
  paste (self, "21\t19\n\t\n23\t22\n");
  ks_ui_wait_until (keeps (self, 2, "- 23 22 - - - - - - - - - - - - -"), 3000);
  assert_kept (self, 0, "- 21 19 - - - - - - - - - - - - -");
  assert_kept (self, 1, "- - - - - - - - - - - - - - - -");
}

static gboolean
has_window (GType type)
{
  return ks_ui_find_toplevel (type) != NULL;
}

/* A row that is not certain is shown, with its guesses, before anything comes in. */
static void
test_paste_doubtful (Fixture *self, gconstpointer data)
{
  GtkWidget *window, *row, *take;

  paste (self, "Mã ĐVHC\tTên đơn vị\tCó mặt\n90001\t\t20\n\tPhường Mãu 2x\t9\n");
  ks_ui_wait_until (has_window (KS_TYPE_WORK_WINDOW), 3000);
  assert_kept (self, 0, "- - - - - - - - - - - - - - - -");
  window = GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_WORK_WINDOW));
  take = ks_ui_find_labelled (window, GTK_TYPE_BUTTON, "Import");
  g_assert_false (gtk_widget_get_sensitive (take));
  row = ks_ui_find (window, ADW_TYPE_COMBO_ROW, NULL, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  ks_ui_wait_until (gtk_widget_get_sensitive (take), 2000);
  g_signal_emit_by_name (take, "clicked");
  ks_ui_wait_until (keeps (self, 0, "- 20 - - - - - - - - - - - - - -"), 3000);
  ks_ui_wait_until (!has_window (KS_TYPE_WORK_WINDOW), 3000);
}

static void
test_evidence (Fixture *self, gconstpointer data)
{
  g_autoptr (KsEvidence) evidence = NULL;
  GtkWidget *window, *entry;

  press_on (self->cells, GDK_KEY_End, 0);
  press_on (self->cells, GDK_KEY_Home, 0);
  for (guint i = 0; i < KS_WORK_POSTED; i++)
    press (self, GDK_KEY_Right);
  press (self, GDK_KEY_F4);
  ks_ui_wait_until (has_window (KS_TYPE_EVIDENCE_WINDOW), 3000);
  window = GTK_WIDGET (ks_ui_find_toplevel (KS_TYPE_EVIDENCE_WINDOW));
  entry = ks_ui_find (window, ADW_TYPE_ENTRY_ROW, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no link");
  g_signal_emit_by_name (ks_ui_find_labelled (window, GTK_TYPE_BUTTON, "Save"), "clicked");
  g_assert_true (has_window (KS_TYPE_EVIDENCE_WINDOW));
  gtk_editable_set_text (GTK_EDITABLE (entry), "https://zalo.me/g/1");
  g_signal_emit_by_name (ks_ui_find_labelled (window, GTK_TYPE_BUTTON, "Save"), "clicked");
  ks_ui_wait_until (!has_window (KS_TYPE_EVIDENCE_WINDOW), 3000);
  evidence = ks_load_evidence (self->campaign, "90001", "posted", NULL);
  g_assert_cmpstr (evidence->link, ==, "https://zalo.me/g/1");
}

/* A full report of 20 units: at five keys a second, which is slow typing, within three minutes. */
static void
test_twenty_units (Fixture *self, gconstpointer data)
{
  gint64 began = g_get_monotonic_time ();

  ks_work_grid_select (KS_WORK_GRID (TEST_GRID_PAGE (self->page)->grid), "90030");
  self->n_keys = 0;
  for (guint i = 0; i < 20; i++)
    {
      type (self, "1733\t21\t19\t18\t \t\t \t \t \t1\t\t\t2\t\t1\t1");
      press (self, GDK_KEY_Return);
      press (self, GDK_KEY_Home);
    }
  g_test_message ("20 units: %u keys, %u s at five keys a second; the program took %d ms",
                  self->n_keys, self->n_keys / 5,
                  (int)((g_get_monotonic_time () - began) / 1000));
  g_test_minimized_result ((double)self->n_keys, "keys for 20 units: %u", self->n_keys);
  g_assert_cmpuint (self->n_keys, <, 900);
  assert_kept (self, 29, "17:33 21 19 18 1 - 1 1 1 1 - - 2 - 1 1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/work-grid/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("keys", test_keys);
  ADD ("problem", test_problem);
  ADD ("undo", test_undo);
  ADD ("verify", test_verify);
  ADD ("districts", test_districts);
  ADD ("paste", test_paste);
  ADD ("paste-doubtful", test_paste_doubtful);
  ADD ("evidence", test_evidence);
  ADD ("twenty-units", test_twenty_units);
  return g_test_run ();
}
