/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-page-private.h"

#include <glib/gstdio.h>

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-results-copy.h"
#include "ks-shell.h"
#include "ks-write-chart.h"
#include "ks-write-paper.h"
#include "ks-write-results.h"

/* What leaves the program from the page: to the clipboard and into files. */

typedef struct _Work Work;
typedef gboolean (*WriteFunc) (const Work *work, const char *path, KsJob *job, GError **error);

/* A file that can be written. */
typedef struct
{
  const char *name;   /* of the action's target */
  const char *title;  /* of the dialog */
  const char *file;   /* proposed */
  const char *kind;   /* of files */
  const char *suffix;
  WriteFunc write;
} Export;

/* What a job needs while the window goes on living. Freed once the page was told of its end. */
struct _Work
{
  KsResultsPage *page;
  KsCampaign *campaign;
  KsResults *results; /* whose strings the choice borrows */
  KsChartKind kind;
  KsChartChoice choice;
  KsResults *leaving;
  const Export *export;
  char *path;
  GdkTexture *picture;
};

static Work *
create_work (KsResultsPage *page)
{
  Work *work = g_new0 (Work, 1);

  work->page = g_object_ref (page);
  work->campaign = g_object_ref (page->campaign);
  work->results = g_object_ref (page->results);
  work->kind = page->look->kind;
  ks_results_page_get_choice (page, &work->choice);
  if (work->choice.open != NULL)
    g_hash_table_ref (work->choice.open);
  return work;
}

static void
free_work (Work *work)
{
  g_clear_pointer (&work->choice.open, g_hash_table_unref);
  g_clear_object (&work->leaving);
  g_clear_object (&work->picture);
  g_object_unref (work->page);
  g_object_unref (work->campaign);
  g_object_unref (work->results);
  g_free (work->path);
  g_free (work);
}

static KsShell *
get_shell (Work *work)
{
  return ks_shell_from_widget (GTK_WIDGET (work->page));
}

static GdkClipboard *
get_clipboard (Work *work)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (work->page));
}

static gboolean
load_leaving (KsJob *job, gpointer data, GError **error)
{
  Work *work = data;

  work->leaving = ks_results_copy_load (work->campaign, work->kind, &work->choice.scope, job, error);
  return work->leaving != NULL;
}

static void
put_table_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Work *work = user_data;
  g_autofree char *text
      = ok ? ks_results_copy_table (work->campaign, work->leaving, work->kind, &work->choice) : NULL;

  if (text != NULL)
    {
      gdk_clipboard_set_text (get_clipboard (work), text);
      ks_shell_show_message (get_shell (work), _ ("The table was copied."));
    }
  else if (ok)
    ks_shell_show_message (get_shell (work), _ ("Nothing of this table may leave the program now."));
  free_work (work);
}

static void
copy_table (gpointer data)
{
  KsResultsPage *self = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Copying the table"));
  Work *work;

  if (self->results == NULL)
    return;
  work = create_work (self);
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, load_leaving, work, NULL,
                    put_table_cb, work);
}

/* What is given out is logged with the name of who did. */
static void
with_officer (GtkWidget *widget, KsShellFunc func)
{
  ks_shell_with_officer (ks_shell_from_widget (widget), func, g_object_ref (widget),
                         g_object_unref);
}

/**
 * ks_results_page_copy_table:
 * @self: a page with figures
 *
 * Puts the table on the clipboard, as far as it may leave.
 */
void
ks_results_page_copy_table (KsResultsPage *self)
{
  with_officer (GTK_WIDGET (self), copy_table);
}

static gboolean
write_chart (const Work *work, const char *path, KsJob *job, GError **error)
{
  const KsChartRequest request = {
    .kind = work->kind,
    .scope = work->choice.scope.code,
    .question = work->choice.question != NULL ? work->choice.question->id : NULL,
    .as_given = work->choice.as_given,
  };

  return ks_write_chart (work->campaign, &request, path, job, error);
}

/* The picture is the one that is written into files. */
static gboolean
paint_picture (KsJob *job, gpointer data, GError **error)
{
  Work *work = data;
  g_autofree char *folder = g_dir_make_tmp ("khaosat-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "chart.png", NULL) : NULL;

  if (path == NULL)
    return FALSE;
  if (write_chart (work, path, job, error))
    work->picture = gdk_texture_new_from_filename (path, error);
  g_unlink (path);
  g_rmdir (folder);
  return work->picture != NULL;
}

static void
put_picture_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Work *work = user_data;

  if (ok)
    {
      gdk_clipboard_set_texture (get_clipboard (work), work->picture);
      ks_shell_show_message (get_shell (work), _ ("The picture was copied."));
    }
  free_work (work);
}

static void
copy_picture (gpointer data)
{
  KsResultsPage *self = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Copying the picture"));
  Work *work;

  if (self->results == NULL)
    return;
  work = create_work (self);
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, paint_picture, work, NULL,
                    put_picture_cb, work);
}

/**
 * ks_results_page_copy_picture:
 * @self: a page with figures
 *
 * Puts the chart on the clipboard as a picture, as far as it may leave.
 */
void
ks_results_page_copy_picture (KsResultsPage *self)
{
  with_officer (GTK_WIDGET (self), copy_picture);
}

static gboolean
write_results (const Work *work, const char *path, KsJob *job, GError **error)
{
  return ks_write_results (work->campaign, work->choice.scope.code, path, job, error);
}

static gboolean
write_summary (const Work *work, const char *path, KsJob *job, GError **error)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_SUMMARY);

  return ks_write_paper (work->campaign, &wish, path, job, NULL, error);
}

static const Export exports[] = {
  { "xlsx", N_ ("Export All Tables"), "ket-qua.xlsx", N_ ("Workbooks"), ".xlsx", write_results },
  { "csv", N_ ("Export the Answers, Counted"), "ket-qua.csv", N_ ("CSV files"), ".csv",
    write_results },
  { "pdf", N_ ("Export All Charts"), "bieu-do.pdf", N_ ("PDF files"), ".pdf", write_results },
  { "chart", N_ ("Export This Chart"), "bieu-do.pdf", N_ ("PDF files"), ".pdf", write_chart },
  { "picture", N_ ("Export This Chart"), "bieu-do.png", N_ ("Pictures"), ".png", write_chart },
  { "summary.docx", N_ ("Save the Summary"), "tong-hop.docx", N_ ("Word documents"), ".docx",
    write_summary },
  { "summary.pdf", N_ ("Save the Summary"), "tong-hop.pdf", N_ ("PDF files"), ".pdf",
    write_summary },
  { "summary.xlsx", N_ ("Save the Summary"), "tong-hop.xlsx", N_ ("Workbooks"), ".xlsx",
    write_summary },
};

static const Export *
find_export (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    if (g_str_equal (exports[i].name, name))
      return &exports[i];
  g_return_val_if_reached (&exports[0]);
}

static gboolean
write_file (KsJob *job, gpointer data, GError **error)
{
  const Work *work = data;

  return work->export->write (work, work->path, job, error);
}

static void
say_written_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Work *work = user_data;
  g_autofree char *name = g_path_get_basename (work->path);
  g_autofree char *message = g_strdup_printf (_ ("Saved as “%s”."), name);
  g_autofree char *folder_path = g_path_get_dirname (work->path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  if (ok)
    ks_shell_show_written (get_shell (work), message, folder);
  free_work (work);
}

static void
save_cb (GFile *file, gpointer data)
{
  KsResultsPage *self = KS_RESULTS_PAGE (data);
  g_autoptr (KsJob) job = NULL;
  Work *work;

  if (self->results == NULL)
    return;
  work = create_work (self);
  work->export = find_export (self->export);
  work->path = g_file_get_path (file);
  job = ks_job_new (_ (work->export->title));
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, write_file, work, NULL,
                    say_written_cb, work);
}

static void
ask_for_place (gpointer data)
{
  KsResultsPage *self = data;
  const Export *export = find_export (self->export);

  ks_file_dialog_save (GTK_WIDGET (self), _ (export->title), export->file, _ (export->kind),
                       export->suffix, save_cb, self);
}

/**
 * ks_results_page_export:
 * @self: a page with results
 * @name: xlsx, csv, pdf, chart, picture, or summary with an ending
 *
 * Asks where the file shall be and writes it, as far as it may leave.
 */
void
ks_results_page_export (KsResultsPage *self, const char *name)
{
  self->export = find_export (name)->name;
  with_officer (GTK_WIDGET (self), ask_for_place);
}
