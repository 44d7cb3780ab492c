/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-checks-card.h"
#include "ks-confirm.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-link-card.h"
#include "ks-links.h"
#include "ks-print-runs.h"
#include "ks-sheet-print.h"
#include "ks-sheet-settings.h"
#include "ks-shell.h"

/* Work on sheets in a thread, and what the page is told of it. */
typedef struct
{
  KsCampaign *campaign;
  KsSheetChoice choice;
  char *path;
  char *warning;       /* of what was written */
  KsProof *proof;
  KsPages *pages;      /* that were printed */
  GHashTable *printed; /* codes of their units */
} Task;

typedef struct
{
  KsCodesPage *page;
  Task *task;
  guint n_pages;
} Done;

static Task *
create_task (KsCodesPage *self, const char *path)
{
  Task *task = g_atomic_rc_box_new0 (Task);

  task->campaign = g_object_ref (self->campaign);
  task->path = g_strdup (path);
  ks_sheet_settings_fill_choice (KS_SHEET_SETTINGS (self->settings), &task->choice);
  return task;
}

static void
clear_task (gpointer data)
{
  Task *task = data;

  g_object_unref (task->campaign);
  g_clear_pointer (&task->choice.units, g_ptr_array_unref);
  g_free (task->path);
  g_free (task->warning);
  ks_proof_free (task->proof);
  g_clear_object (&task->pages);
  g_clear_pointer (&task->printed, g_hash_table_unref);
}

static void
unref_task (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_task);
}

static void
run_task (KsCodesPage *self, const char *title, KsJobFunc func, Task *task, KsShellDoneFunc done)
{
  g_autoptr (KsJob) job = ks_job_new (title);
  Done *data = g_new0 (Done, 1);

  *data = (Done){ g_object_ref (self), g_atomic_rc_box_acquire (task),
                  self->pages != NULL ? ks_pages_get_n_pages (self->pages) : 0 };
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, func, task, unref_task, done,
                    data);
}

static void
free_done (Done *done)
{
  g_object_unref (done->page);
  unref_task (done->task);
  g_free (done);
}

static void
tell (KsCodesPage *self, char *message)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (shell != NULL)
    ks_shell_show_message (shell, message);
  g_free (message);
}

/* What the log keeps has a name beside it. */
static void
with_officer (GtkWidget *widget, KsShellFunc func)
{
  ks_shell_with_officer (ks_shell_from_widget (widget), func, g_object_ref (widget),
                         g_object_unref);
}

static gboolean
export_sheets (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return ks_print_sheets (task->campaign, &task->choice, task->path, job, &task->warning, error);
}

static void
export_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Done *done = user_data;
  g_autofree char *name = g_path_get_basename (done->task->path);

  if (ok)
    tell (done->page, g_strdup_printf (ngettext ("%u sheet was written to %s",
                                                 "%u sheets were written to %s", done->n_pages),
                                       done->n_pages, name));
  if (ok && done->task->warning != NULL)
    ks_confirm_tell (GTK_WIDGET (done->page), _ ("Written, with a warning"), done->task->warning);
  free_done (done);
}

static void
export_to_cb (GFile *file, gpointer data)
{
  KsCodesPage *self = data;
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || self->pages == NULL)
    return;
  run_task (self, _ ("Writing the sheets"), export_sheets, create_task (self, path),
            export_done_cb);
}

static void
export (gpointer data)
{
  KsCodesPage *self = data;
  gboolean annex
      = ks_sheet_settings_get_layout (KS_SHEET_SETTINGS (self->settings)) == KS_LAYOUT_ANNEX;

  ks_file_dialog_save (GTK_WIDGET (self), _ ("Export Sheets"),
                       annex ? "Danh sách mã QR.pdf" : "Tờ niêm yết mã QR.pdf", _ ("PDF files"),
                       ".pdf", export_to_cb, self);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  with_officer (widget, export);
}

static gboolean
prove_sheets (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return ks_prove_sheets (task->campaign, &task->choice, job, &task->proof, error);
}

static void
prove_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Done *done = user_data;
  KsCodesPage *self = done->page;
  KsProof *proof = done->task->proof;

  if (ok && self->campaign == done->task->campaign)
    {
      g_clear_pointer (&self->faults, g_ptr_array_unref);
      if (proof->faults->len > 0)
        self->faults = g_ptr_array_ref (proof->faults);
      ks_codes_page_show_checks (self);
      tell (self, g_strdup_printf (_ ("%u of %u codes were read back and are right"),
                                   proof->n_proven, proof->n_cells));
    }
  free_done (done);
}

static void
prove (gpointer data)
{
  KsCodesPage *self = data;

  if (self->pages != NULL)
    run_task (self, _ ("Checking the codes"), prove_sheets, create_task (self, NULL),
              prove_done_cb);
}

static void
prove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  with_officer (widget, prove);
}

/* The sheets that came out are kept in the campaign, in a thread: there may be ten thousand. */
static gboolean
keep_print (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return ks_print_runs_keep (task->campaign, task->pages, KS_WAY_PRINTER, task->printed, error);
}

static void
keep_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  free_done (user_data);
}

static void
keep_printed (KsCodesPage *self, KsSheetPrint *print)
{
  Task *task = create_task (self, NULL);

  task->pages = g_object_ref (ks_sheet_print_get_pages (print));
  task->printed = g_hash_table_ref (ks_sheet_print_get_printed (print));
  run_task (self, _ ("Keeping what was printed"), keep_print, task, keep_done_cb);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, KsCodesPage *self)
{
  g_autoptr (GError) error = NULL;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && self->campaign != NULL)
    {
      g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
      tell (self, g_strdup (_ ("The sheets were handed to the printer")));
      keep_printed (self, KS_SHEET_PRINT (operation));
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR && shell != NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      ks_shell_show_error (shell, error);
    }
}

/* Hands sheets to the printer, through its dialog. */
static void
run_print (KsCodesPage *self, KsPages *pages)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (KsSheetPrint) print = ks_sheet_print_new (pages);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (print);
  g_autoptr (GError) error = NULL;

  if (self->print_settings != NULL)
    gtk_print_operation_set_print_settings (operation, self->print_settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (print, "done", G_CALLBACK (print_done_cb), self, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    ks_shell_show_error (ks_shell_from_widget (widget), error);
}

static void
print (gpointer data)
{
  KsCodesPage *self = data;

  if (self->pages != NULL)
    run_print (self, self->pages);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  with_officer (widget, print);
}

static void
print_again (gpointer data)
{
  KsCodesPage *self = data;

  if (self->pages_again != NULL)
    run_print (self, self->pages_again);
}

static void
print_again_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  with_officer (widget, print_again);
}

static void
save_link (gpointer data)
{
  KsCodesPage *self = data;
  GtkWidget *widget = data;
  KsLinkCard *card = KS_LINK_CARD (self->link_card);
  g_autofree char *link = g_strdup (ks_link_card_get_text (card));
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (!ks_set_template (self->campaign, link, &outcome, &warning, &error))
    {
      ks_shell_show_error (ks_shell_from_widget (widget), error);
      return;
    }
  ks_link_card_set_warning (card, warning);
  ks_shell_show_outcome (ks_shell_from_widget (widget), outcome);
}

static void
save_link_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  with_officer (widget, save_link);
}

static void
confirm_scan (gpointer data)
{
  KsCodesPage *self = data;
  GtkWidget *widget = data;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (!ks_confirm_scan (self->campaign,
                        ks_checks_card_get_no_identity (KS_CHECKS_CARD (self->checks)),
                        &outcome, &error))
    ks_shell_show_error (ks_shell_from_widget (widget), error);
  else
    ks_shell_show_outcome (ks_shell_from_widget (widget), outcome);
}

static void
confirm_scan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  with_officer (widget, confirm_scan);
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_activate_action (KS_CODES_PAGE (widget)->preview,
                                     g_variant_get_boolean (args) ? "preview.next"
                                                                  : "preview.previous",
                                     NULL);
}

static gboolean
print_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, "page.print", NULL);
}

/*
 * ks_codes_page_install_keys:
 * @self: the page
 *
 * Ctrl+P prints while the page is shown, wherever in the window the focus is.
 */
void
ks_codes_page_install_keys (KsCodesPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                        gtk_callback_action_new (print_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/*
 * ks_codes_page_install_actions:
 * @widget_class: the page's class
 *
 * The page's verbs, for its buttons and keys.
 */
void
ks_codes_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "page.print-again", NULL, print_again_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.prove", NULL, prove_cb);
  gtk_widget_class_install_action (widget_class, "page.save-link", NULL, save_link_cb);
  gtk_widget_class_install_action (widget_class, "page.confirm-scan", NULL, confirm_scan_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "b", TRUE);
}

/* What an officer should know before a sheet leaves the window; NULL: nothing. */
static const char *
find_warning (KsCodesPage *self)
{
  return self->pages != NULL ? ks_pages_get_warning (self->pages) : NULL;
}

/* Why nothing leaves the window; NULL: it may. The sample says on every sheet what it is. */
static const char *
find_reason (KsCodesPage *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

  if (ks_links_count_set (self->campaign) == 0)
    return _ ("Printing and export wait until the link of the form is set.");
  if (!info->simulated && !ks_is_scan_confirmed (self->campaign))
    return _ ("Printing and export wait until one code was scanned with a phone.");
  return NULL;
}

static void
name_print_button (KsCodesPage *self)
{
  guint n_pages = self->pages != NULL ? ks_pages_get_n_pages (self->pages) : 0;
  g_autofree char *label
      = n_pages == 0 ? g_strdup (_ ("Print…"))
                     : g_strdup_printf (ngettext ("Print %u Sheet…", "Print %u Sheets…", n_pages),
                                        n_pages);

  g_object_set (self->print_button, "text", label, NULL);
}

static void
show_reason (KsCodesPage *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason_bar, reason != NULL);
}

/*
 * ks_codes_page_update_actions:
 * @self: the page
 *
 * Wakes the verbs that can do something, and says why the others sleep.
 */
void
ks_codes_page_update_actions (KsCodesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *reason = self->campaign != NULL ? find_reason (self) : NULL;
  gboolean ready = self->pages != NULL && reason == NULL;

  gtk_widget_action_set_enabled (widget, "page.print", ready);
  gtk_widget_action_set_enabled (widget, "page.print-again",
                                 self->pages_again != NULL && reason == NULL);
  gtk_widget_action_set_enabled (widget, "page.export", ready);
  gtk_widget_action_set_enabled (widget, "page.prove", self->pages != NULL);
  gtk_widget_action_set_enabled (widget, "page.save-link",
                                 ks_link_card_is_ready (KS_LINK_CARD (self->link_card)));
  gtk_widget_action_set_enabled (widget, "page.confirm-scan",
                                 self->campaign != NULL
                                     && ks_links_count_set (self->campaign) > 0);
  name_print_button (self);
  show_reason (self, reason != NULL ? reason : find_warning (self));
}
