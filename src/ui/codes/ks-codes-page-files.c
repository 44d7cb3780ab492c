/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-confirm.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-sheet-settings.h"
#include "ks-write-images.h"
#include "ks-write-packs.h"

/* What leaves the page as files: a PDF, pictures, a pack for every district. */

static gboolean
export_sheets (KsJob *job, gpointer data, GError **error)
{
  KsSheetTask *task = data;

  return ks_print_sheets (task->campaign, &task->choice, task->path, job, &task->warning, error);
}

static gboolean
export_images (KsJob *job, gpointer data, GError **error)
{
  KsSheetTask *task = data;

  return ks_write_images (task->campaign, &task->choice, task->format, task->path, job,
                          &task->n_written, &task->warning, error);
}

static gboolean
export_packs (KsJob *job, gpointer data, GError **error)
{
  KsSheetTask *task = data;

  return ks_write_packs (task->campaign, (const char *const *)task->districts, task->path, job,
                         &task->n_written, &task->warning, error);
}

static void
show_written (KsSheetDone *done, const char *message, GFile *folder)
{
  GtkWidget *page = GTK_WIDGET (done->page);
  KsShell *shell = ks_shell_from_widget (page);

  if (shell == NULL)
    return;
  ks_shell_show_written (shell, message, folder);
  if (done->task->warning != NULL)
    ks_confirm_tell (page, _ ("Written, with a warning"), done->task->warning);
}

static void
sheets_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  KsSheetDone *done = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (done->task->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *message = g_strdup_printf (ngettext ("%u sheet was written to %s",
                                                        "%u sheets were written to %s",
                                                        done->n_pages),
                                              done->n_pages, name);

  if (ok)
    show_written (done, message, folder);
  ks_codes_page_free_done (done);
}

/* Many files, in the folder that was chosen. */
static void
files_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  KsSheetDone *done = user_data;
  guint n = done->task->n_written;
  g_autoptr (GFile) folder = g_file_new_for_path (done->task->path);
  g_autofree char *message = g_strdup_printf (
      done->task->packs ? ngettext ("%u pack was written", "%u packs were written", n)
                        : ngettext ("%u picture was written", "%u pictures were written", n),
      n);

  if (ok)
    show_written (done, message, folder);
  ks_codes_page_free_done (done);
}

static void
export_to_cb (GFile *file, gpointer data)
{
  KsCodesPage *self = data;
  KsSheetSettings *settings = KS_SHEET_SETTINGS (self->settings);
  g_autofree char *path = g_file_get_path (file);
  KsSheetTask *task;

  if (path == NULL || self->pages == NULL)
    return;
  task = ks_codes_page_create_task (self, path);
  task->format = ks_sheet_settings_get_format (settings);
  task->districts = ks_sheet_settings_dup_districts (settings);
  task->packs = ks_sheet_settings_get_packs (settings);
  if (task->packs)
    ks_codes_page_run_task (self, _ ("Writing the packs"), export_packs, task, files_done_cb);
  else if (task->choice.options.layout == KS_LAYOUT_IMAGE)
    ks_codes_page_run_task (self, _ ("Writing the pictures"), export_images, task, files_done_cb);
  else
    ks_codes_page_run_task (self, _ ("Writing the sheets"), export_sheets, task, sheets_done_cb);
}

static void
export (gpointer data)
{
  KsCodesPage *self = data;
  KsSheetSettings *settings = KS_SHEET_SETTINGS (self->settings);
  KsLayout layout = ks_sheet_settings_get_layout (settings);

  if (ks_sheet_settings_get_packs (settings))
    ks_file_dialog_choose_folder (GTK_WIDGET (self), _ ("Folder for the Packs"), export_to_cb,
                                  self);
  else if (layout == KS_LAYOUT_IMAGE)
    ks_file_dialog_choose_folder (GTK_WIDGET (self), _ ("Folder for the Pictures"), export_to_cb,
                                  self);
  else
    ks_file_dialog_save (GTK_WIDGET (self), _ ("Export Sheets"), ks_layout_get_file_name (layout),
                         _ ("PDF files"), ".pdf", export_to_cb, self);
}

/*
 * ks_codes_page_export_cb:
 * @widget: the page
 * @action: its name
 * @parameter: none
 *
 * Asks where to, and writes what the settings ask for.
 */
void
ks_codes_page_export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, export);
}
