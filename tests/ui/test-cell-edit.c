/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-cell-editor.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"
#include "ks-units-page.h"
#include "ks-units-table.h"

#define FIRST "90001" /* Phường Mẫu 01 */
#define UNIT "90060"  /* Xã Mẫu 37, Huyện Mẫu B */

typedef struct
{
  KsCampaign *campaign;
  KsTestShell *shell;
  GtkWidget *page;
  GtkWidget *view;
  KsCellEditor *editor;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->campaign = ks_test_campaign_new_some (ks_test_campaign_noon (), "");
  self->page = ks_units_page_new ();
  self->shell = ks_test_shell_new (self->campaign, self->page, 1094, 700);
  self->view = ks_ui_find (self->page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  self->editor = KS_CELL_EDITOR (ks_ui_find (self->page, KS_TYPE_CELL_EDITOR, NULL, NULL));
  ks_page_show_detail (KS_PAGE (self->page), data);
  ks_ui_wait_until (ks_ui_find_label (self->page, "90060 · Huyện Mẫu B") != NULL
                        || ks_ui_find_label (self->page, "90001 · Thành phố Mẫu") != NULL,
                    2000);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ks_test_shell_close (self->shell);
  ks_test_campaign_free (self->campaign);
}

/* Presses a key where the keyboard is handled: on the table, or in the open field. */
static gboolean
press (gpointer widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  return handled;
}

static void
type (Fixture *self, const char *text)
{
  ks_cell_editor_replace (self->editor, text);
}

static gboolean
is_open (Fixture *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->editor));
}

static gboolean
holds (Fixture *self, const char *code, KsUnitField field, const char *text)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autofree char *held = ks_unit_dup_text (ks_registry_lookup (registry, code), field);

  return g_str_equal (held, text);
}

static gboolean
says (Fixture *self, const char *text)
{
  return is_open (self) && g_str_equal (ks_cell_editor_get_text (self->editor), text);
}

static gboolean
is_problem (GtkWidget *label, gconstpointer part)
{
  return gtk_widget_get_visible (label)
         && strstr (gtk_label_get_text (GTK_LABEL (label)), part) != NULL;
}

static gboolean
has_problem (Fixture *self, const char *part)
{
  return ks_ui_find (GTK_WIDGET (self->editor), GTK_TYPE_LABEL, is_problem, part) != NULL;
}

/* A figure opens the first column of figures with it; Enter saves and goes down. */
static void
test_figure (Fixture *self, gconstpointer data)
{
  g_assert_true (press (self->view, GDK_KEY_KP_7));
  ks_ui_wait_until (says (self, "7"), 2000);
  g_assert_true (press (self->editor, GDK_KEY_Return));
  ks_ui_wait_until (holds (self, UNIT, KS_UNIT_TOTAL, "7"), 2000);
  ks_ui_wait_until (is_open (self) && !says (self, "7"), 2000);
  g_assert_true (press (self->editor, GDK_KEY_Up));
  ks_ui_wait_until (says (self, "7"), 2000);
}

/* Tab goes through the columns and on to the next row, and back again. */
static void
test_tab (Fixture *self, gconstpointer data)
{
  press (self->view, GDK_KEY_F2);
  ks_ui_wait_until (is_open (self), 2000);
  for (KsBody body = 0; body < KS_N_BODIES; body++)
    {
      g_autofree char *figure = g_strdup_printf ("%d", 20 + (int)body);

      type (self, figure);
      press (self->editor, GDK_KEY_Tab);
      ks_ui_wait_until (holds (self, UNIT, KS_UNIT_TOTAL + body, figure), 2000);
    }
  ks_ui_wait_until (g_str_has_prefix (ks_cell_editor_get_text (self->editor), "Xã "), 2000);
  press (self->editor, GDK_KEY_ISO_Left_Tab);
  ks_ui_wait_until (says (self, "23"), 2000);
}

static void
test_wrong (Fixture *self, gconstpointer data)
{
  const char *const wrong[] = { "-5", "hai", "1,5", "100001", "=1+1" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      press (self->view, GDK_KEY_F2);
      ks_ui_wait_until (is_open (self), 2000);
      type (self, wrong[i]);
      press (self->editor, GDK_KEY_Return);
      g_assert_true (has_problem (self, wrong[i]));
      g_assert_true (is_open (self));
      press (self->editor, GDK_KEY_Escape);
      ks_ui_wait_until (!is_open (self), 2000);
    }
  g_assert_false (holds (self, UNIT, KS_UNIT_TOTAL, "100001"));
}

/* Escape forgets what was typed; a click elsewhere, which closes the field, keeps it. */
static void
test_leave (Fixture *self, gconstpointer data)
{
  press (self->view, GDK_KEY_9);
  ks_ui_wait_until (says (self, "9"), 2000);
  press (self->editor, GDK_KEY_Escape);
  ks_ui_wait_until (!is_open (self), 2000);
  ks_ui_settle (50);
  g_assert_false (holds (self, UNIT, KS_UNIT_TOTAL, "9"));

  press (self->view, GDK_KEY_9);
  ks_ui_wait_until (says (self, "9"), 2000);
  gtk_popover_popdown (GTK_POPOVER (self->editor));
  ks_ui_wait_until (holds (self, UNIT, KS_UNIT_TOTAL, "9"), 2000);
}

/* There is no row above the first one: the field closes there. */
static void
test_end (Fixture *self, gconstpointer data)
{
  press (self->view, GDK_KEY_F2);
  ks_ui_wait_until (is_open (self), 2000);
  press (self->editor, GDK_KEY_Up);
  ks_ui_wait_until (!is_open (self), 2000);
}

/* The list of another day, and several rows at once, are not typed into. */
static void
test_not_editable (Fixture *self, gconstpointer data)
{
  GtkWidget *table = ks_ui_find (self->page, KS_TYPE_UNITS_TABLE, NULL, NULL);

  press (self->view, GDK_KEY_F2);
  ks_ui_wait_until (is_open (self), 2000);
  ks_units_table_set_editable (KS_UNITS_TABLE (table), FALSE);
  ks_ui_wait_until (!is_open (self), 2000);
  g_assert_false (press (self->view, GDK_KEY_F2));
  ks_units_table_set_editable (KS_UNITS_TABLE (table), TRUE);
  gtk_selection_model_select_all (gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view)));
  g_assert_false (press (self->view, GDK_KEY_5));
}

#define ADD(path, unit, func) g_test_add (path, Fixture, unit, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/cell-edit/figure", UNIT, test_figure);
  ADD ("/cell-edit/tab", UNIT, test_tab);
  ADD ("/cell-edit/wrong", UNIT, test_wrong);
  ADD ("/cell-edit/leave", UNIT, test_leave);
  ADD ("/cell-edit/end", FIRST, test_end);
  ADD ("/cell-edit/not-editable", UNIT, test_not_editable);
  return g_test_run ();
}
