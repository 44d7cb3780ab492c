/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-codes-page-private.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-links.h"
#include "ks-sheet-print.h"

static KsShell *
get_shell (gpointer page)
{
  return ks_shell_from_widget (GTK_WIDGET (page));
}

/* Sheets being written or proven, in a thread. */
typedef struct {
  KsCodesPage  *page;      /* held; for the main thread alone */
  KsCampaign   *campaign;
  KsSheetChoice choice;
  GPtrArray    *units;
  char         *path;
  KsProof      *proof;
} Work;

static Work *
make_work (KsCodesPage *self, GFile *file)
{
  Work *work = g_new0 (Work, 1);

  work->page = g_object_ref (self);
  work->campaign = g_object_ref (self->campaign);
  ks_codes_page_get_choice (self, &work->choice, &work->units);
  work->path = file != NULL ? g_file_get_path (file) : NULL;
  return work;
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->campaign);
  g_clear_pointer (&work->units, g_ptr_array_unref);
  g_clear_pointer (&work->proof, ks_proof_free);
  g_free (work->path);
  g_free (work);
}

static gboolean
export_func (KsJob *job, gpointer data, GError **error)
{
  Work *work = data;

  return ks_print_sheets (work->campaign, &work->choice, work->path, job, error);
}

static void
exported_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Work *work = user_data;
  g_autoptr (KsCodesPage) page = work->page;
  g_autofree char *name = g_path_get_basename (work->path);
  g_autofree char *message = g_strdup_printf (_ ("%s was written"), name);

  if (ok && get_shell (page) != NULL)
    ks_shell_show_message (get_shell (page), message);
}

static void
place_chosen_cb (GFile *file, gpointer data)
{
  KsCodesPage *self = data;
  Work *work = make_work (self, file);
  g_autoptr (KsJob) job = ks_job_new (_ ("Writing sheets"));

  ks_shell_run_job (get_shell (self), job, export_func, work, free_work, exported_cb, work);
}

static void
export_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCodesPage *self = KS_CODES_PAGE (widget);

  ks_file_dialog_save (widget, _ ("Export Sheets"), ks_pages_get_title (self->pages), _ ("PDF"),
                       ".pdf", place_chosen_cb, self);
}

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCodesPage *self = KS_CODES_PAGE (widget);
  g_autoptr (GError) error = NULL;

  ks_sheet_print_run (self->pages, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL,
                      GTK_WINDOW (gtk_widget_get_root (widget)), &error);
  if (error != NULL)
    ks_shell_show_error (get_shell (self), error);
}

static gboolean
prove_func (KsJob *job, gpointer data, GError **error)
{
  Work *work = data;

  return ks_prove_sheets (work->campaign, &work->choice, job, &work->proof, error);
}

static void
show_proof (KsCodesPage *self, Work *work)
{
  g_autofree char *message = NULL;

  g_clear_pointer (&self->faults, g_ptr_array_unref);
  self->faults = g_ptr_array_ref (work->proof->faults);
  message = work->proof->faults->len == 0
                ? g_strdup_printf (_ ("All %u codes of these sheets hold"), work->proof->n_cells)
                : g_strdup_printf (_ ("%u of %u codes do not hold: do not print these sheets"),
                                   work->proof->faults->len, work->proof->n_cells);
  ks_codes_page_update (self);
  ks_shell_show_message (get_shell (self), message);
}

static void
proven_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Work *work = user_data;
  g_autoptr (KsCodesPage) page = work->page;

  if (ok && page->campaign == work->campaign)
    show_proof (page, work);
}

static void
prove_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Work *work = make_work (KS_CODES_PAGE (widget), NULL);
  g_autoptr (KsJob) job = ks_job_new (_ ("Reading codes back"));

  ks_shell_run_job (get_shell (widget), job, prove_func, work, free_work, proven_cb, work);
}

static void
save_link_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCodesPage *self = KS_CODES_PAGE (widget);
  g_autofree char *template = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->link_row)));
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (!ks_set_template (self->campaign, template, &outcome, &warning, &error))
    {
      ks_shell_show_error (get_shell (self), error);
      return;
    }
  ks_shell_show_outcome (get_shell (self), outcome);
  if (warning != NULL)
    ks_shell_show_message (get_shell (self), warning);
}

static void
confirm_scan_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCodesPage *self = KS_CODES_PAGE (widget);
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (ks_confirm_scan (self->campaign, gtk_switch_get_active (self->identity_switch), &outcome,
                       &error))
    ks_shell_show_outcome (get_shell (self), outcome);
  else
    ks_shell_show_error (get_shell (self), error);
}

/* "first", "previous", "next" or "last". */
static void
turn_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCodesPage *self = KS_CODES_PAGE (widget);
  const char *where = g_variant_get_string (parameter, NULL);
  guint page = ks_sheet_preview_get_page (self->preview);

  if (g_str_equal (where, "first"))
    page = 0;
  else if (g_str_equal (where, "previous"))
    page = page > 0 ? page - 1 : 0;
  else if (g_str_equal (where, "next"))
    page++;
  else
    page = G_MAXUINT;
  ks_codes_page_turn_to (self, page);
}

static void
zoom_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_sheet_preview_zoom (KS_CODES_PAGE (widget)->preview, g_variant_get_int32 (parameter));
}

static void
settings_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCodesPage *self = KS_CODES_PAGE (widget);

  ks_side_box_set_show_pane (self->side_box, !ks_side_box_get_show_pane (self->side_box));
}

void
ks_codes_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.prove", NULL, prove_action_cb);
  gtk_widget_class_install_action (widget_class, "page.save-link", NULL, save_link_action_cb);
  gtk_widget_class_install_action (widget_class, "page.confirm-scan", NULL,
                                   confirm_scan_action_cb);
  gtk_widget_class_install_action (widget_class, "page.turn", "s", turn_action_cb);
  gtk_widget_class_install_action (widget_class, "page.zoom", "i", zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "page.settings", NULL, settings_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "page.turn", "s",
                                       "previous");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "page.turn", "s",
                                       "next");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "page.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "page.zoom",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "page.zoom",
                                       "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "page.zoom", "i",
                                       0);
}
