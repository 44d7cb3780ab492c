/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-page-private.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-import-units.h"
#include "ks-shell.h"
#include "ks-units-import-window.h"

/* What the thread that writes the list needs. */
typedef struct
{
  KsCampaign *campaign;
  KsDay day;
  char *path;
} Export;

static void
free_export (gpointer data)
{
  Export *export = data;

  g_object_unref (export->campaign);
  g_free (export->path);
  g_free (export);
}

static gboolean
export_units (KsJob *job, gpointer data, GError **error)
{
  Export *export = data;

  return ks_export_units (export->campaign, export->day, export->path, error);
}

static void
exported_cb (gpointer user_data, gboolean ok, const GError *error)
{
  g_autoptr (KsUnitsPage) self = user_data;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (ok && shell != NULL)
    ks_shell_show_message (shell, _ ("The list of units is saved"));
}

static void
save_to_cb (GFile *file, gpointer page)
{
  KsUnitsPage *self = KS_UNITS_PAGE (page);
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  g_autoptr (KsJob) job = ks_job_new (_ ("Saving the list of units"));
  Export *export;

  if (shell == NULL || self->campaign == NULL)
    return;
  export = g_new0 (Export, 1);
  *export = (Export){ g_object_ref (self->campaign), self->as_of, g_file_get_path (file) };
  ks_shell_run_job (shell, job, export_units, export, free_export, exported_cb,
                    g_object_ref (self));
}

/* The list of another day bears that day in its name: it must not be taken for the survey's own. */
static void
ask_where (KsUnitsPage *self, const char *kind, const char *suffix)
{
  g_autofree char *day = self->as_of != KS_DAY_NONE ? ks_day_to_iso (self->as_of) : NULL;
  g_autofree char *name = day != NULL ? g_strdup_printf ("%s-%s%s", _ ("units"), day, suffix)
                                      : g_strconcat (_ ("units"), suffix, NULL);

  ks_file_dialog_save (GTK_WIDGET (self), _ ("Export the List of Units"), name, kind, suffix,
                       save_to_cb, self);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_where (KS_UNITS_PAGE (widget), _ ("Excel workbooks"), ".xlsx");
}

static void
export_csv_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_where (KS_UNITS_PAGE (widget), _ ("CSV files"), ".csv");
}

static void
show_block (KsUnitsPage *self, const char *text)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  guint n_selected;
  g_autoptr (GPtrArray) units = ks_units_table_dup_from_selected (self->table, &n_selected);
  KsUnitsImportTask *task;

  if (text == NULL || *text == '\0')
    {
      ks_shell_show_message (shell, _ ("Nothing to paste: copy a block of cells first"));
      return;
    }
  task = ks_units_import_task_new (self->campaign);
  ks_units_import_task_set_block (task, text, units, n_selected);
  ks_units_import_window_begin (ks_units_import_window_new (shell, task));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KsUnitsPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (ks_units_page_is_editable (self) && ks_shell_from_widget (GTK_WIDGET (self)) != NULL)
    show_block (self, text);
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (widget));
}

static gboolean
paste_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, "page.paste", NULL);
}

/**
 * ks_units_page_add_paste_key:
 * @self: a page
 *
 * Lets the key paste wherever on the page the keyboard is, as after a list has come in; who types
 * into an entry pastes there.
 */
void
ks_units_page_add_paste_key (KsUnitsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut
      = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                          gtk_callback_action_new (paste_key_cb, NULL, NULL));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * ks_units_page_update_list_actions:
 * @self: a page
 *
 * Lets those actions sleep that have nothing to act on.
 */
void
ks_units_page_update_list_actions (KsUnitsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean any = self->registry != NULL && ks_registry_get_n_units (self->registry) > 0;

  gtk_widget_action_set_enabled (widget, "page.export", any);
  gtk_widget_action_set_enabled (widget, "page.export-csv", any);
  gtk_widget_action_set_enabled (widget, "page.paste", ks_units_page_is_editable (self));
}

/**
 * ks_units_page_install_list_actions:
 * @widget_class: the class of the page
 *
 * Gives the page the actions that load and save the list.
 */
void
ks_units_page_install_list_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.export-csv", NULL, export_csv_cb);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_cb);
}
