/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-edit-unit.h"
#include "ks-import-responses.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"
#include "ks-unit-pane.h"
#include "ks-units-as-of.h"
#include "ks-units-page.h"
#include "ks-units-table.h"

#define UNIT "90060" /* Xã Mẫu 37, Huyện Mẫu B */

typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static void
open_page (Fixture *self, KsCampaign *campaign)
{
  self->campaign = campaign;
  self->page = ks_units_page_new ();
  self->shell = ks_test_shell_new (campaign, self->page, 1094, 700);
}

/* A campaign that nobody has answered yet. */
static void
set_up (Fixture *self, gconstpointer data)
{
  open_page (self, ks_test_campaign_new_some (ks_test_campaign_noon (), ""));
  ks_page_show_detail (KS_PAGE (self->page), UNIT);
  ks_ui_wait_until (ks_ui_find_label (self->page, "90060 · Huyện Mẫu B") != NULL, 2000);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ks_test_shell_close (self->shell);
  ks_test_campaign_free (self->campaign);
}

static gboolean
is_called (GtkWidget *widget, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static GtkWidget *
find_row (gpointer root, const char *title)
{
  GtkWidget *row = ks_ui_find (root, ADW_TYPE_PREFERENCES_ROW, is_called, title);

  if (row == NULL)
    g_error ("no row “%s”", title);
  return row;
}

static GtkWidget *
find_spin (Fixture *self, const char *title)
{
  return ks_ui_find (find_row (self->page, title), GTK_TYPE_SPIN_BUTTON, NULL, NULL);
}

static KsUnit *
dup_unit (Fixture *self, const char *code)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  KsUnit *unit = ks_registry_lookup (registry, code);

  return unit != NULL ? g_object_ref (unit) : NULL;
}

static int
get_staff (Fixture *self)
{
  g_autoptr (KsUnit) unit = dup_unit (self, UNIT);

  return ks_unit_get_staff_in_scope (unit);
}

static gboolean
has_text (Fixture *self, KsUnitField field, const char *text)
{
  g_autoptr (KsUnit) unit = dup_unit (self, UNIT);
  g_autofree char *held = unit != NULL ? ks_unit_dup_text (unit, field) : NULL;

  return g_strcmp0 (held, text) == 0;
}

static void
flush (Fixture *self)
{
  GtkWidget *pane = ks_ui_find (self->page, KS_TYPE_UNIT_PANE, NULL, NULL);

  ks_unit_fields_flush (ks_unit_pane_get_fields (KS_UNIT_PANE (pane)));
}

static void
type (Fixture *self, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (self->page, title)), text);
}

static gboolean
shows (Fixture *self, const char *text)
{
  return ks_ui_find_label (self->page, text) != NULL;
}

/* A click on + is saved by itself a moment later; the row of the table and the sum follow. */
static void
test_spin (Fixture *self, gconstpointer data)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (find_spin (self, "Party Committee"));

  g_assert_cmpint (get_staff (self), ==, 23);
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 1);
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 1);
  ks_ui_wait_until (get_staff (self) == 25, 5000);
  ks_ui_wait_until (shows (self, "25 people"), 2000);
  g_assert_nonnull (strstr (ks_test_shell_get_message (self->shell), "Xã Mẫu 37"));
  ks_test_shell_undo (self->shell);
  ks_ui_wait_until (shows (self, "23 people"), 2000);
  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 4);
  g_assert_null (ks_test_shell_get_error (self->shell));
}

/* What is typed together is saved together, by one verb. */
static void
test_together (Fixture *self, gconstpointer data)
{
  type (self, "Head (union chair)", "Đ/c Mẫu 37");
  type (self, "Phone", "0900 000 060");
  type (self, "Day of the figures", "20/3/2024");
  flush (self);
  ks_ui_wait_until (has_text (self, KS_UNIT_HEAD, "Đ/c Mẫu 37"), 2000);
  g_assert_true (has_text (self, KS_UNIT_PHONE, "0900 000 060"));
  g_assert_true (has_text (self, KS_UNIT_STAFF_DAY, "2024-03-20"));
  ks_test_shell_undo (self->shell);
  g_assert_true (has_text (self, KS_UNIT_HEAD, ""));
  g_assert_true (has_text (self, KS_UNIT_PHONE, ""));
  ks_ui_wait_until (*gtk_editable_get_text (GTK_EDITABLE (find_row (self->page, "Phone"))) == '\0',
                    2000);
}

/* What is wrong is said in words under the group and not saved; put right it is. */
static void
test_wrong (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self->page, "Phone");

  type (self, "Phone", "gọi anh Ba");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_true (shows (
      self, "Phone of the working group: “gọi anh Ba” is not a phone number. Write its digits."));
  flush (self);
  ks_ui_settle (100);
  g_assert_true (has_text (self, KS_UNIT_PHONE, ""));
  type (self, "Phone", "0900");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  flush (self);
  ks_ui_wait_until (has_text (self, KS_UNIT_PHONE, "0900"), 2000);
  type (self, "Day of the figures", "20/3/2099");
  g_assert_true (shows (self, "Day of the staff count: 20/3/2099 has not come yet. Write the day "
                              "on which the staff was counted."));
  flush (self);
  g_assert_true (has_text (self, KS_UNIT_STAFF_DAY, ""));
}

static void
test_excused (Fixture *self, gconstpointer data)
{
  GtkWidget *body = find_row (self->page, "Party Committee");
  GtkWidget *excused = ks_ui_find (find_row (body, "Excused"), GTK_TYPE_SPIN_BUTTON, NULL, NULL);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (body), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (excused), 9);
  g_assert_true (shows (self, "Excused, Party committee: 9 cannot be excused of 4 staff."));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (excused), 1);
  gtk_editable_set_text (GTK_EDITABLE (find_row (body, "Why excused")), "đi học");
  flush (self);
  ks_ui_wait_until (get_staff (self) == 22, 2000);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (body)), ==,
                   "1 excused: đi học");
}

/* Going to another unit saves what was typed for this one. */
static void
test_next (Fixture *self, gconstpointer data)
{
  type (self, "Note", "sang đơn vị khác");
  gtk_widget_activate_action (self->page, "page.next-unit", NULL);
  ks_ui_wait_until (has_text (self, KS_UNIT_NOTE, "sang đơn vị khác"), 2000);
  ks_ui_wait_until (shows (self, "90061 · Huyện Mẫu B"), 2000);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (self->page, "Note"))), ==, "");
}

static GtkWindow *
wait_for_dialog (void)
{
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL, 2000);
  return ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
}

static void
answer (GtkWindow *dialog, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_close (dialog);
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) == NULL, 2000);
}

static gboolean
is_ready (GtkWindow *dialog)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb");
}

static void
fill (gpointer dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, title)), text);
}

/* Once answers have come in a change of staff waits for its reason; without it nothing changes. */
static void
test_reason (void)
{
  Fixture self;
  GtkWindow *dialog;

  open_page (&self, ks_test_campaign_new_sample (ks_test_campaign_next_day ()));
  ks_page_show_detail (KS_PAGE (self.page), UNIT);
  ks_ui_wait_until (shows (&self, "23 people"), 2000);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_spin (&self, "Fatherland Front")), 3);
  flush (&self);
  dialog = wait_for_dialog ();
  g_assert_false (is_ready (dialog));
  answer (dialog, "leave");
  g_assert_cmpint (get_staff (&self), ==, 23);
  g_assert_cmpfloat (
      gtk_spin_button_get_value (GTK_SPIN_BUTTON (find_spin (&self, "Fatherland Front"))), ==, 2);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_spin (&self, "Fatherland Front")), 3);
  flush (&self);
  dialog = wait_for_dialog ();
  fill (dialog, "Reason", "Bổ sung một đồng chí");
  g_assert_true (is_ready (dialog));
  answer (dialog, "verb");
  ks_ui_wait_until (get_staff (&self) == 24, 2000);
  tear_down (&self, NULL);
}

static void
test_former_name (Fixture *self, gconstpointer data)
{
  GtkWidget *add;
  GtkWidget *remove;
  GtkWindow *dialog;

  add = ks_ui_find (ks_ui_find_label (self->page, "Former and Other Names"), GTK_TYPE_LABEL, NULL,
                    NULL);
  g_assert_nonnull (add);
  g_assert_true (shows (self, "None known"));
  add = gtk_widget_get_ancestor (add, ADW_TYPE_PREFERENCES_GROUP);
  g_signal_emit_by_name (adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (add)),
                         "clicked");
  dialog = wait_for_dialog ();
  g_assert_false (is_ready (dialog));
  fill (dialog, "Name in full", "Xã Cũ");
  fill (dialog, "Held until the day", "hôm qua");
  g_assert_false (is_ready (dialog));
  fill (dialog, "Held until the day", "1/2/2024");
  answer (dialog, "verb");
  ks_ui_wait_until (has_text (self, KS_UNIT_FORMER_NAMES, "Xã Cũ|2024-02-01"), 2000);
  remove = ks_ui_find (find_row (self->page, "Xã Cũ"), GTK_TYPE_BUTTON, NULL, NULL);
  g_signal_emit_by_name (remove, "clicked");
  ks_ui_wait_until (has_text (self, KS_UNIT_FORMER_NAMES, ""), 2000);
}

static void
test_district (Fixture *self, gconstpointer data)
{
  AdwComboRow *row = ADW_COMBO_ROW (find_row (self->page, "District"));

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 3);
  adw_combo_row_set_selected (row, 0);
  ks_ui_wait_until (has_text (self, KS_UNIT_DISTRICT_NAME, "Thành phố Mẫu"), 2000);
}

static GtkWidget *
find_anywhere (const char *label)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = ks_ui_find_labelled (window, GTK_TYPE_BUTTON, label);
    }
  return found;
}

static void
test_retire_and_restore (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (self->page, "page.retire", NULL);
  ks_ui_wait_until (has_text (self, KS_UNIT_NAME, NULL), 2000);
  gtk_widget_activate_action (self->page, "page.restore", NULL);
  ks_ui_wait_until (find_anywhere ("Take Back Into Use") != NULL, 2000);
  g_signal_emit_by_name (find_anywhere ("Take Back Into Use"), "clicked");
  ks_ui_wait_until (has_text (self, KS_UNIT_NAME, "Xã Mẫu 37"), 2000);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  g_autoptr (KsUnit) unit = NULL;

  gtk_widget_activate_action (self->page, "page.add", NULL);
  dialog = wait_for_dialog ();
  g_assert_false (is_ready (dialog));
  fill (dialog, "Code (5 digits)", UNIT);
  fill (dialog, "Name in full", "Xã Mới");
  g_assert_false (is_ready (dialog));
  g_assert_nonnull (ks_ui_find_label (
      GTK_WIDGET (dialog), "The code 90060 belongs to Xã Mẫu 37 already. Correct the code."));
  fill (dialog, "Code (5 digits)", "99001");
  g_assert_true (is_ready (dialog));
  answer (dialog, "verb");
  ks_ui_wait_until (shows (self, "99001 · Huyện Mẫu B"), 2000);
  unit = dup_unit (self, "99001");
  g_assert_cmpstr (ks_unit_get_kind (unit), ==, "Xã");
}

/* Two units become one; the list of the day before has both; and back. */
static void
merge_two (Fixture *self, guint first)
{
  GtkWidget *view = ks_ui_find (self->page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GtkSelectionModel *rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  GtkWindow *dialog;

  gtk_selection_model_select_range (rows, first, 2, TRUE);
  ks_ui_wait_until (shows (self, "2 Units"), 2000);
  gtk_widget_activate_action (self->page, "page.merge", NULL);
  dialog = wait_for_dialog ();
  fill (dialog, "First day on which it holds", "1/3/2024");
  g_assert_true (is_ready (dialog));
  answer (dialog, "verb");
  ks_ui_wait_until (shows (self, "208 units, 4.990 officials"), 2000);
}

static void
test_merge (Fixture *self, gconstpointer data)
{
  merge_two (self, 4);
  ks_test_shell_undo (self->shell);
  ks_ui_wait_until (shows (self, "209 units, 4.990 officials"), 2000);
}

/* A split makes two units or three; what is begun of the third must be whole. */
static void
test_split (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (self->page, "page.split", NULL));
  dialog = wait_for_dialog ();
  fill (dialog, "First day on which it holds", "1/3/2024");
  g_assert_false (is_ready (dialog));
  fill (dialog, "Name of the second unit", "Xã Mới Một");
  fill (dialog, "Code of the second unit", "90061");
  g_assert_false (is_ready (dialog)); /* told before the lines are gone */
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (dialog),
                                      "Xã Mới Một cannot have the code 90061 from 01/3/2024: Xã "
                                      "Mẫu 38 bears it then. Correct the code."));
  fill (dialog, "Code of the second unit", "99001");
  g_assert_true (is_ready (dialog));
  fill (dialog, "Code of a third unit, if any", "99002");
  g_assert_false (is_ready (dialog));
  fill (dialog, "Name of a third unit, if any", "Xã Mới Hai");
  g_assert_true (is_ready (dialog));
  answer (dialog, "verb");
  ks_ui_wait_until (shows (self, "211 units, 4.990 officials"), 2000);
  ks_test_shell_undo (self->shell);
  ks_ui_wait_until (shows (self, "209 units, 4.990 officials"), 2000);
}

static KsUnit *
dup_row (Fixture *self, guint position)
{
  GtkWidget *view = ks_ui_find (self->page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);

  return g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))),
                                position);
}

static GtkWindow *
find_window (const char *title)
{
  GtkWindow *window = NULL;

  for (GList *all = gtk_window_list_toplevels (); all != NULL; all = g_list_delete_link (all, all))
    if (g_strcmp0 (gtk_window_get_title (all->data), title) == 0)
      window = all->data;
  g_assert_nonnull (window);
  return window;
}

static GtkWindow *
open_lineage (Fixture *self, guint position)
{
  GtkWidget *view = ks_ui_find (self->page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  g_autoptr (KsUnit) unit = dup_row (self, position);

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), position,
                                   TRUE);
  ks_ui_wait_until (gtk_widget_activate_action (self->page, "page.lineage", NULL), 2000);
  return find_window (ks_unit_get_name (unit));
}

/* A unit that was merged tells which two it came from; one that was not says so. */
static void
test_lineage (Fixture *self, gconstpointer data)
{
  g_autoptr (KsUnit) second = dup_row (self, 5);
  g_autofree char *place
      = g_strdup_printf ("%s · %s · on 29/02/2024", ks_unit_get_code (second),
                         ks_unit_get_district_name (second));
  GtkWindow *window = open_lineage (self, 0);

  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window),
                                      "No Merge or Split of This Unit Is Recorded"));
  gtk_window_destroy (window);
  merge_two (self, 4);
  window = open_lineage (self, 4);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), ks_unit_get_name (second)));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), place));
  gtk_window_destroy (window);
}

static void
test_as_of (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (self->page, "page.as-of", NULL);
  dialog = wait_for_dialog ();
  fill (dialog, "Day", "31/2/2025");
  g_assert_false (is_ready (dialog));
  fill (dialog, "Day", "1/7/2025");
  answer (dialog, "verb");
  ks_ui_wait_until (shows (self, "The list of 01/7/2025, for looking at only"), 2000);
  g_assert_false (gtk_widget_is_sensitive (find_row (self->page, "Note")));
  gtk_widget_activate_action (self->page, "page.own-day", NULL);
  ks_ui_wait_until (!shows (self, "The list of 01/7/2025, for looking at only"), 2000);
  g_assert_true (gtk_widget_is_sensitive (find_row (self->page, "Note")));
}

static void
test_contacts (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (self->page, "page.contacts", NULL);
  dialog = wait_for_dialog ();
  fill (dialog, "Phone of the steering board", "không có");
  g_assert_false (is_ready (dialog));
  fill (dialog, "Phone of the steering board", "0900 000 001");
  answer (dialog, "verb");
  ks_ui_wait_until (
      g_strcmp0 (ks_test_shell_get_message (self->shell), "Huyện Mẫu B: contacts changed") == 0,
      2000);
  ks_test_shell_undo (self->shell);
}

static gboolean
is_button_of (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0;
}

/* Where no unit is selected somebody says whose contacts. */
static void
test_contacts_of_which (Fixture *self, gconstpointer data)
{
  GtkWidget *view = ks_ui_find (self->page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GtkWidget *button;

  gtk_selection_model_unselect_all (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  ks_ui_wait_until (gtk_widget_activate_action (self->page, "page.contacts", NULL), 2000);
  button = ks_ui_find (GTK_WIDGET (find_window ("Contacts of Which District?")), GTK_TYPE_BUTTON,
                       is_button_of, "_Edit");
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (wait_for_dialog ()),
                                      "Contacts of Thành phố Mẫu"));
  answer (wait_for_dialog (), "leave");
}

static gboolean
is_part_time (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_ACTION_ROW (widget) && is_called (widget, title);
}

static void
test_population (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *row;

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_spin (self, "Part-time commune workers")), 7);
  flush (self);
  ks_ui_wait_until (has_text (self, KS_UNIT_PART_TIME, "7"), 2000);
  g_assert_cmpint (get_staff (self), ==, 23);
  gtk_widget_activate_action (self->page, "page.population", NULL);
  dialog = wait_for_dialog ();
  row = ks_ui_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, is_part_time,
                    "Part-time commune workers");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  answer (dialog, "verb");
  ks_ui_wait_until (get_staff (self) == 30, 2000);
  ks_ui_wait_until (shows (self, "30 people"), 2000);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/unit-edit/spin", test_spin);
  ADD ("/unit-edit/together", test_together);
  ADD ("/unit-edit/wrong", test_wrong);
  ADD ("/unit-edit/excused", test_excused);
  ADD ("/unit-edit/next", test_next);
  g_test_add_func ("/unit-edit/reason", test_reason);
  ADD ("/unit-edit/former-name", test_former_name);
  ADD ("/unit-edit/district", test_district);
  ADD ("/unit-edit/retire-and-restore", test_retire_and_restore);
  ADD ("/unit-edit/add", test_add);
  ADD ("/unit-edit/merge", test_merge);
  ADD ("/unit-edit/split", test_split);
  ADD ("/unit-edit/lineage", test_lineage);
  ADD ("/unit-edit/as-of", test_as_of);
  ADD ("/unit-edit/contacts", test_contacts);
  ADD ("/unit-edit/contacts-of-which", test_contacts_of_which);
  ADD ("/unit-edit/population", test_population);
  return g_test_run ();
}
