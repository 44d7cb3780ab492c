/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-seal-files.h"

#include <string.h>

#include "ks-confirm.h"
#include "ks-file-dialog.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-shell.h"
#include "ks-write-seal.h"

/* A seal is a ZIP; its archive lies beside it, where checking it finds it again. */
#define SUFFIX ".zip"
#define ARCHIVE "-luu-tru" SUFFIX

/* A seal being written; shared with the thread. */
typedef struct
{
  GtkWidget *widget;
  KsCampaign *campaign;
  char *path;
  gboolean archive;
  GPtrArray *papers; /* of GFile */
  KsOutcome *outcome;
} Sealing;

static void
clear_sealing (gpointer data)
{
  Sealing *sealing = data;

  g_object_unref (sealing->widget);
  g_object_unref (sealing->campaign);
  g_free (sealing->path);
  g_ptr_array_unref (sealing->papers);
  g_clear_pointer (&sealing->outcome, ks_outcome_free);
}

static void
unref_sealing (gpointer sealing)
{
  g_atomic_rc_box_release_full (sealing, clear_sealing);
}

static Sealing *
create_sealing (GtkWidget *widget, KsCampaign *campaign)
{
  Sealing *sealing = g_atomic_rc_box_new0 (Sealing);

  sealing->widget = g_object_ref (widget);
  sealing->campaign = g_object_ref (campaign);
  sealing->papers = g_ptr_array_new_with_free_func (g_object_unref);
  return sealing;
}

/**
 * ks_seal_files_dup_archive:
 * @path: of a seal
 *
 * Returns: (transfer full): where the archive of that seal is written, and looked for
 */
char *
ks_seal_files_dup_archive (const char *path)
{
  g_autofree char *stem = g_str_has_suffix (path, SUFFIX)
                              ? g_strndup (path, strlen (path) - strlen (SUFFIX))
                              : g_strdup (path);

  return g_strconcat (stem, ARCHIVE, NULL);
}

static GPtrArray *
load_papers (GPtrArray *files, GError **error)
{
  g_autoptr (GPtrArray) papers
      = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_seal_paper_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_file_get_path (files->pdata[i]);
      KsSealPaper *paper = ks_seal_paper_load (path, error);

      if (paper == NULL)
        return NULL;
      g_ptr_array_add (papers, paper);
    }
  return g_steal_pointer (&papers);
}

static gboolean
seal_func (KsJob *job, gpointer data, GError **error)
{
  Sealing *sealing = data;
  g_autofree char *archive = sealing->archive ? ks_seal_files_dup_archive (sealing->path) : NULL;
  g_autoptr (GPtrArray) papers = load_papers (sealing->papers, error);

  return papers != NULL
         && ks_write_seal (sealing->campaign, sealing->path, archive, papers, job,
                           &sealing->outcome, error);
}

/* The code is to be written down: a toast would take it away. */
static void
sealed_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Sealing *sealing = user_data;

  if (ok && gtk_widget_get_root (sealing->widget) != NULL)
    ks_confirm_tell (sealing->widget, _ ("The Figures Are Sealed"),
                     ks_outcome_get_message (sealing->outcome));
  unref_sealing (sealing);
}

static void
run (gpointer data)
{
  Sealing *sealing = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Sealing the figures"));

  ks_shell_run_job (ks_shell_from_widget (sealing->widget), job, seal_func,
                    g_atomic_rc_box_acquire (sealing), unref_sealing, sealed_cb,
                    g_atomic_rc_box_acquire (sealing));
}

/**
 * ks_seal_files_write:
 * @widget: a widget of the window
 * @campaign: its campaign, whose figures are settled
 * @path: of the seal
 * @archive: whether its archive is written beside it
 * @papers: (nullable): a list of GFile: papers to seal with the figures, as they are
 *
 * Seals the figures in a thread and tells the code of the seal.
 */
void
ks_seal_files_write (GtkWidget *widget,
                     KsCampaign *campaign,
                     const char *path,
                     gboolean archive,
                     GListModel *papers)
{
  Sealing *sealing = create_sealing (widget, campaign);

  sealing->path = g_strdup (path);
  sealing->archive = archive;
  for (guint i = 0; papers != NULL && i < g_list_model_get_n_items (papers); i++)
    g_ptr_array_add (sealing->papers, g_list_model_get_item (papers, i));
  ks_shell_with_officer (ks_shell_from_widget (widget), run, sealing, unref_sealing);
}

/* What was asked before the file was. It hangs on the widget, which outlives both dialogs. */
typedef struct
{
  GtkWidget *widget; /* borrowed */
  KsCampaign *campaign;
  GtkCheckButton *archive;
  GtkLabel *names;     /* of the papers */
  GListModel *papers; /* of GFile; NULL: none was chosen */
} Asking;

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->campaign);
  g_object_unref (asking->archive);
  g_object_unref (asking->names);
  g_clear_object (&asking->papers);
  g_free (asking);
}

static void
save_cb (GFile *file, gpointer data)
{
  Asking *asking = data;
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    ks_seal_files_write (asking->widget, asking->campaign, path,
                         gtk_check_button_get_active (asking->archive), asking->papers);
}

static void
choose_cb (gpointer data)
{
  Asking *asking = data;
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (asking->campaign);
  g_autofree char *text = g_strdup_printf ("Hồ sơ số liệu %s", info->id);
  g_autofree char *stem = ks_file_name_make (text);
  g_autofree char *name = g_strconcat (stem, SUFFIX, NULL);

  ks_file_dialog_save (asking->widget, _ ("Save the Seal"), name, _ ("Seals (ZIP)"), SUFFIX,
                       save_cb, asking);
}

static void
papers_cb (GListModel *files, gpointer data)
{
  Asking *asking = data;
  g_autoptr (GString) names = g_string_new (NULL);

  g_set_object (&asking->papers, files);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (base);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", shown);
    }
  gtk_label_set_text (asking->names, names->str);
}

static void
choose_papers_cb (GtkWidget *button, Asking *asking)
{
  static const char *const endings[] = { "pdf", "docx", "xlsx", NULL };

  ks_file_dialog_open_several (button, _ ("Papers to Seal"), _ ("Papers"), endings, papers_cb,
                               asking);
}

/* What goes into the seal, and beside it. */
static GtkWidget *
make_choices (Asking *asking)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *archive
      = gtk_check_button_new_with_label (_ ("Also write the archive, for the office's cupboard"));
  GtkWidget *papers = gtk_button_new_with_label (_ ("Papers to Seal with Them…"));
  GtkWidget *names = gtk_label_new (_ ("No paper is chosen: the seal holds the figures alone."));

  asking->archive = g_object_ref_sink (GTK_CHECK_BUTTON (archive));
  asking->names = g_object_ref_sink (GTK_LABEL (names));
  gtk_label_set_wrap (asking->names, TRUE);
  gtk_label_set_xalign (asking->names, 0);
  gtk_widget_add_css_class (names, "dim-label");
  gtk_widget_set_halign (papers, GTK_ALIGN_START);
  g_signal_connect (papers, "clicked", G_CALLBACK (choose_papers_cb), asking);
  gtk_box_append (GTK_BOX (box), archive);
  gtk_box_append (GTK_BOX (box), papers);
  gtk_box_append (GTK_BOX (box), names);
  return box;
}

/**
 * ks_seal_files_ask:
 * @widget: a widget of the window
 * @campaign: its campaign, whose figures are settled
 *
 * Tells what a seal and an archive hold, asks for a file, and seals.
 */
void
ks_seal_files_ask (GtkWidget *widget, KsCampaign *campaign)
{
  Asking *asking = g_new0 (Asking, 1);
  const KsConfirm question = {
    .heading = _ ("Seal the Figures?"),
    .body
    = _ ("The seal holds no answer and may be handed on. The archive holds the answers and the "
         "secret key: it stays in the office, and no copy of it is sent."),
    .verb = _ ("_Choose the File…"),
    .extra = make_choices (asking),
  };

  asking->widget = widget;
  asking->campaign = g_object_ref (campaign);
  g_object_set_data_full (G_OBJECT (widget), "ks-seal-asking", asking, free_asking);
  ks_confirm_ask (widget, &question, choose_cb, asking, NULL);
}
