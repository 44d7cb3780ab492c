/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include <math.h>

#include "ks-i18n.h"
#include "ks-settings.h"

/* Sheets go to the printer through its dialog; from then on the print is a job like any other. */

/* The printer and what it was told stand in the next dialog too, today and tomorrow. */
static void
remember_settings (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (settings == NULL)
    return;
  gtk_print_settings_to_key_file (settings, file, "Print Settings");
  for (const char *const *key = (const char *const[]){ GTK_PRINT_SETTINGS_N_COPIES,
                                                       GTK_PRINT_SETTINGS_PAGE_RANGES,
                                                       GTK_PRINT_SETTINGS_PRINT_PAGES, NULL };
       *key != NULL; key++)
    g_key_file_remove_key (file, "Print Settings", *key, NULL);
  text = g_key_file_to_data (file, NULL, NULL);
  ks_settings_set_text ("print-settings", text);
}

static GtkPrintSettings *
dup_settings (void)
{
  g_autofree char *text = ks_settings_dup_text ("print-settings");
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL || !g_key_file_load_from_data (file, text, (gsize)-1, G_KEY_FILE_NONE, NULL))
    return NULL;
  return gtk_print_settings_new_from_key_file (file, "Print Settings", NULL);
}

/*
 * ks_codes_page_get_margin:
 *
 * Returns: what the printer of the last print leaves white at its widest edge, in mm; 0: not known
 */
double
ks_codes_page_get_margin (void)
{
  g_autofree char *text = ks_settings_dup_text ("printer-margin");

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

/*
 * ks_codes_page_keep_margin:
 * @self: the page
 * @margin_mm: what a printer leaves white; 0: it does not say so, a file say
 *
 * Keeps the margin for the sheets that are shown, and for those of tomorrow.
 */
void
ks_codes_page_keep_margin (KsCodesPage *self, double margin_mm)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (margin_mm <= 0 || fabs (margin_mm - ks_codes_page_get_margin ()) < .05)
    return;
  ks_settings_set_text ("printer-margin", g_ascii_formatd (text, sizeof text, "%.1f", margin_mm));
  if (self->campaign != NULL)
    ks_codes_page_ask (self, TRUE);
}

typedef struct
{
  KsCodesPage *page;
  KsSheetPrint *print;
} Printing;

static void
print_ended_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Printing *printing = user_data;
  KsCodesPage *self = printing->page;

  if (ok && self->campaign != NULL)
    ks_codes_page_ask_printed (self, printing->print);
  g_object_unref (printing->print);
  g_object_unref (self);
  g_free (printing);
}

/* With its first page the print is under way: before, the person only looked at a dialog. */
static void
begun_cb (KsSheetPrint *print, KsCodesPage *self)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  g_autoptr (KsJob) job = ks_job_new (_ ("Printing the sheets"));
  Printing *printing = g_new (Printing, 1);

  *printing = (Printing){ g_object_ref (self), g_object_ref (print) };
  ks_sheet_print_set_job (print, job);
  g_object_set_data_full (G_OBJECT (print), "job", g_object_ref (job), g_object_unref);
  ks_shell_run_job (shell, job, NULL, NULL, NULL, print_ended_cb, printing);
  ks_codes_page_keep_margin (self, ks_sheet_print_get_hard_margin (print));
}

static void run_print (KsCodesPage *self, KsPages *pages);

static void
end_job (KsJob *job, GtkPrintOperationResult result)
{
  g_autoptr (GError) stopped = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                    _ ("Printing was stopped"));

  ks_job_end (job, result == GTK_PRINT_OPERATION_RESULT_APPLY ? NULL : stopped);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, KsCodesPage *self)
{
  KsJob *job = g_object_get_data (G_OBJECT (operation), "job");
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  /* The print may outlive the window. */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && shell != NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      ks_shell_show_error (shell, error);
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember_settings (operation);
  if (job != NULL)
    end_job (job, result);
}

/* Who has looked wants to print, or else leaves the dialog. */
static void
previewed_cb (KsSheetPrint *print, KsCodesPage *self)
{
  if (self->campaign != NULL)
    run_print (self, ks_sheet_print_get_pages (print));
}

/* Hands sheets to the printer, through its dialog, which is there again after its preview. */
static void
run_print (KsCodesPage *self, KsPages *pages)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (KsSheetPrint) print = ks_sheet_print_new (pages);
  g_autoptr (GtkPrintSettings) settings = dup_settings ();
  g_autoptr (GError) error = NULL;

  if (settings != NULL)
    ks_sheet_print_use_settings (print, settings);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (print), TRUE);
  g_signal_connect_object (print, "begun", G_CALLBACK (begun_cb), self, 0);
  g_signal_connect_object (print, "previewed", G_CALLBACK (previewed_cb), self, 0);
  g_signal_connect_object (print, "done", G_CALLBACK (done_cb), self, 0);
  if (gtk_print_operation_run (GTK_PRINT_OPERATION (print), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
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

/*
 * ks_codes_page_print_cb:
 * @widget: the page
 * @action: its name
 * @parameter: none
 *
 * Prints what is shown.
 */
void
ks_codes_page_print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, print);
}

static void
print_again (gpointer data)
{
  KsPages *pages = ks_codes_page_get_pages_again (data);

  if (pages != NULL)
    run_print (data, pages);
}

/*
 * ks_codes_page_print_again_cb:
 * @widget: the page
 * @action: its name
 * @parameter: none
 *
 * Prints the sheets that no longer hold.
 */
void
ks_codes_page_print_again_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, print_again);
}
