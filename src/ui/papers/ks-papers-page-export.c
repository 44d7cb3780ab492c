/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-papers-page-private.h"

#include "ks-export-papers.h"
#include "ks-file-dialog.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-paper-bar.h"
#include "ks-print.h"
#include "ks-side-box.h"
#include "ks-write-paper.h"

/* What leaves the program from the page. A paper that leaves is made anew: then it is on record. */

static const struct
{
  const char *ending;
  const char *label;
  const char *kind; /* of files */
} formats[] = {
  { ".docx", N_ ("Word (DOCX)…"), N_ ("Word documents") },
  { ".pdf", N_ ("PDF…"), N_ ("PDF files") },
  { ".xlsx", N_ ("Excel (XLSX)…"), N_ ("Workbooks") },
};

static guint
find_format (const char *ending)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (formats) && g_strcmp0 (formats[i].ending, ending) != 0)
    i++;
  return i;
}

/*
 * ks_papers_page_show_formats:
 * @self: the page
 *
 * Offers the files that the chosen paper is written as; in a narrow window the settings too, for
 * the header has no room for them.
 */
void
ks_papers_page_show_formats (KsPapersPage *self)
{
  KsPaperLine line = ks_papers_page_get_line (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  const char *const *endings = line < KS_N_PAPERS ? ks_paper_kind_get_endings () : NULL;

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("page.export::%s", endings[i]);

      g_menu_append (own, _ (formats[find_format (endings[i])].label), action);
    }
  if (endings != NULL && !ks_paper_line_is_sheet (line))
    g_menu_append (own, _ ("Print…"), "page.print");
  g_menu_append (all, _ ("All Papers…"), "page.export-all");
  if (ks_side_box_get_folded (KS_SIDE_BOX (self->side_box)))
    g_menu_append (all, _ ("Settings…"), "page.settings");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->export_button), G_MENU_MODEL (menu));
}

/* A paper on its way out; shared with a thread. */
typedef struct
{
  KsPapersPage *page;
  KsPaperSight *sight;
  char *path;
  KsOutcome *outcome;
} Leaving;

static void
clear_leaving (gpointer data)
{
  Leaving *leaving = data;

  g_object_unref (leaving->page);
  ks_paper_sight_unref (leaving->sight);
  g_free (leaving->path);
  g_clear_pointer (&leaving->outcome, ks_outcome_free);
}

static void
unref_leaving (gpointer leaving)
{
  g_atomic_rc_box_release_full (leaving, clear_leaving);
}

static Leaving *
create_leaving (KsPapersPage *self)
{
  KsPaperWish wish = ks_paper_bar_get_wish (KS_PAPER_BAR (self->bar));
  Leaving *leaving = g_atomic_rc_box_new0 (Leaving);

  leaving->page = g_object_ref (self);
  leaving->sight = ks_paper_sight_new (self->campaign, ks_papers_page_get_line (self), &wish);
  return leaving;
}

static KsShell *
get_shell (Leaving *leaving)
{
  return ks_shell_from_widget (GTK_WIDGET (leaving->page));
}

static gboolean
write_func (KsJob *job, gpointer data, GError **error)
{
  Leaving *leaving = data;

  return ks_write_paper (leaving->sight->campaign, &leaving->sight->wish, leaving->path, job,
                         &leaving->outcome, error);
}

static void
written_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Leaving *leaving = user_data;
  KsShell *shell = get_shell (leaving);
  g_autoptr (GFile) file = g_file_new_for_path (leaving->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (ok && shell != NULL)
    ks_shell_show_written (shell, ks_outcome_get_message (leaving->outcome), folder);
  unref_leaving (leaving);
}

static void
write_to (gpointer data)
{
  Leaving *leaving = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Writing the paper"));

  ks_shell_run_job (get_shell (leaving), job, write_func, g_atomic_rc_box_acquire (leaving),
                    unref_leaving, written_cb, g_atomic_rc_box_acquire (leaving));
}

/**
 * ks_papers_page_export_to:
 * @self: a page that shows a paper
 * @path: the file to write; its ending tells the format
 *
 * Writes the paper that is shown, in a thread.
 */
void
ks_papers_page_export_to (KsPapersPage *self, const char *path)
{
  Leaving *leaving;

  g_return_if_fail (KS_IS_PAPERS_PAGE (self));

  leaving = create_leaving (self);
  leaving->path = g_strdup (path);
  ks_shell_with_officer (get_shell (leaving), write_to, leaving, unref_leaving);
}

static void
save_cb (GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL && KS_PAPERS_PAGE (data)->campaign != NULL)
    ks_papers_page_export_to (data, path);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsPapersPage *self = KS_PAPERS_PAGE (widget);
  guint format = find_format (g_variant_get_string (parameter, NULL));
  g_autofree char *title = ks_paper_sight_dup_name (self->sight);
  g_autofree char *stem = ks_file_name_make (title);
  g_autofree char *name = NULL;

  g_return_if_fail (format < G_N_ELEMENTS (formats));

  name = g_strconcat (stem, formats[format].ending, NULL);
  ks_file_dialog_save (widget, _ ("Export the Paper"), name, _ (formats[format].kind),
                       formats[format].ending, save_cb, self);
}

/* A print that waits for its record. */
typedef struct
{
  GtkWidget *page;
  KsSheetPrint *print;
} Held;

static void
recorded_cb (GObject *job, GAsyncResult *result, gpointer data)
{
  Held *held = data;
  KsShell *shell = ks_shell_from_widget (held->page);
  g_autoptr (GError) error = NULL;
  const KsPaperSight *sight = ks_print_get_data (held->print);
  gboolean recorded = ks_job_run_finish (KS_JOB (job), result, &error);

  ks_sheet_print_go_on (held->print, recorded ? sight->pages : NULL);
  if (error != NULL && shell != NULL)
    ks_shell_show_error (shell, error);
  g_object_unref (held->page);
  g_object_unref (held->print);
  g_free (held);
}

/* Who left the dialog printed nothing: the paper is on record once its first page is asked for, and
 * what is printed is what is on record. Who stops the print meanwhile stops both. */
static void
begun (GtkWidget *widget, KsSheetPrint *print)
{
  KsPaperSight *sight = ks_print_get_data (print);
  g_autoptr (KsJob) job = ks_job_new_part (ks_sheet_print_get_job (print));
  Held *held = g_new (Held, 1);

  *held = (Held){ g_object_ref (widget), g_object_ref (print) };
  sight->n_pages = ks_pages_get_n_pages (ks_sheet_print_get_pages (print));
  ks_sheet_print_hold (print);
  ks_job_run_async (job, ks_paper_sight_give_out_func, ks_paper_sight_ref (sight),
                    ks_paper_sight_unref, recorded_cb, held);
}

static const KsPrintWork print_work
    = { N_ ("Printing the paper"), begun, NULL, ks_paper_sight_unref };

static void
print_paper (gpointer data)
{
  KsPapersPage *self = data;
  KsPaperWish wish = ks_paper_bar_get_wish (KS_PAPER_BAR (self->bar));

  if (self->sight != NULL && self->sight->pages != NULL && self->campaign != NULL)
    ks_print_run (data, self->sight->pages, &print_work,
                  ks_paper_sight_new (self->campaign, ks_papers_page_get_line (self), &wish));
}

static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_shell_with_officer (ks_shell_from_widget (widget), print_paper, g_object_ref (widget),
                         g_object_unref);
}

static void
export_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsPapersPage *self = KS_PAPERS_PAGE (widget);
  const KsPaperWish marks = ks_paper_bar_get_marks (KS_PAPER_BAR (self->bar));

  ks_export_papers_ask (widget, self->campaign, &marks);
}

/*
 * ks_papers_page_install_export_actions:
 * @widget_class: the page's class
 *
 * The verbs by which papers leave.
 */
void
ks_papers_page_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "page.export-all", NULL, export_all_cb);
}
