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
  KsOutcome *outcome;
} Sealing;

static void
clear_sealing (gpointer data)
{
  Sealing *sealing = data;

  g_object_unref (sealing->widget);
  g_object_unref (sealing->campaign);
  g_free (sealing->path);
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

static gboolean
seal_func (KsJob *job, gpointer data, GError **error)
{
  Sealing *sealing = data;
  g_autofree char *archive = sealing->archive ? ks_seal_files_dup_archive (sealing->path) : NULL;

  return ks_write_seal (sealing->campaign, sealing->path, archive, NULL, job, &sealing->outcome,
                        error);
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
 *
 * Seals the figures in a thread and tells the code of the seal.
 */
void
ks_seal_files_write (GtkWidget *widget, KsCampaign *campaign, const char *path, gboolean archive)
{
  Sealing *sealing = create_sealing (widget, campaign);

  sealing->path = g_strdup (path);
  sealing->archive = archive;
  ks_shell_with_officer (ks_shell_from_widget (widget), run, sealing, unref_sealing);
}

/* What was asked before the file was. It hangs on the widget, which outlives both dialogs. */
typedef struct
{
  GtkWidget *widget; /* borrowed */
  KsCampaign *campaign;
  GtkCheckButton *archive;
} Asking;

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->campaign);
  g_object_unref (asking->archive);
  g_free (asking);
}

static void
save_cb (GFile *file, gpointer data)
{
  Asking *asking = data;
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    ks_seal_files_write (asking->widget, asking->campaign, path,
                         gtk_check_button_get_active (asking->archive));
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
  GtkWidget *archive
      = gtk_check_button_new_with_label (_ ("Also write the archive, for the office's cupboard"));
  const KsConfirm question = {
    .heading = _ ("Seal the Figures?"),
    .body
    = _ ("The seal holds no answer and may be handed on. The archive holds the answers and the "
         "secret key: it stays in the office, and no copy of it is sent."),
    .verb = _ ("_Choose the File…"),
    .extra = archive,
  };
  Asking *asking = g_new (Asking, 1);

  *asking
      = (Asking){ widget, g_object_ref (campaign), g_object_ref_sink (GTK_CHECK_BUTTON (archive)) };
  g_object_set_data_full (G_OBJECT (widget), "ks-seal-asking", asking, free_asking);
  ks_confirm_ask (widget, &question, choose_cb, asking, NULL);
}
