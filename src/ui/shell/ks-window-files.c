/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include <glib/gstdio.h>

#include "ks-create-campaign.h"
#include "ks-i18n.h"
#include "ks-import-dialog.h"
#include "ks-import-responses.h"
#include "ks-settings.h"
#include "ks-store.h"

#define SAMPLE_FILE "khao-sat-thu.khaosat"

/* A campaign being opened, in a thread; made first when it is the sample and not there yet. */
typedef struct {
  char       *path;
  gboolean    sample;
  char       *actor;
  KsCampaign *campaign;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening->actor);
  g_clear_object (&opening->campaign);
  g_free (opening);
}

/* Where the sample lives: in the program's own data, since nobody is asked for a place. */
char *
ks_window_dup_sample_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "khaosat", SAMPLE_FILE, NULL);
}

static gboolean
make_sample (Opening *opening, KsClock *clock, KsJob *job, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (opening->path);

  if (g_file_test (opening->path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_mkdir_with_parents (folder, 0700);
  return ks_create_sample (opening->path, clock, opening->actor, job, error);
}

static gboolean
open_func (KsJob *job, gpointer data, GError **error)
{
  Opening *opening = data;
  g_autoptr (KsClock) clock = ks_clock_new_system ();

  if (opening->sample && !make_sample (opening, clock, job, error))
    return FALSE;
  opening->campaign = ks_campaign_open (opening->path, clock, opening->actor, error);
  return opening->campaign != NULL;
}

typedef struct {
  KsWindow *window;
  Opening  *opening;
} Request;

static void
remember_recent (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData recent = {
    .mime_type = (char *) "application/vnd.danvan.khaosat",
    .app_name = (char *) "Khảo Sát",
    .app_exec = (char *) "khaosat %f",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &recent);
}

static void
opened_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Request *request = user_data;
  KsWindow *self = request->window;
  Opening *opening = request->opening;

  if (ok)
    {
      if (!opening->sample)
        remember_recent (opening->path);
      ks_window_set_campaign (self, g_steal_pointer (&opening->campaign));
      if (ks_campaign_get_warning (self->campaign) != NULL)
        ks_shell_show_message (KS_SHELL (self), ks_campaign_get_warning (self->campaign));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ks_window_show_failure (self, error);
  else
    gtk_stack_set_visible_child_name (self->views, "start");
  g_free (request);
}

static void
open_path (KsWindow *self, const char *path, gboolean sample)
{
  Opening *opening = g_new0 (Opening, 1);
  Request *request = g_new0 (Request, 1);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = g_strdup_printf (_ ("Opening %s"), name);
  g_autoptr (KsJob) job = ks_job_new (title);

  opening->path = g_strdup (path);
  opening->sample = sample;
  opening->actor = ks_settings_dup_text ("actor-name");
  request->window = self;
  request->opening = opening;
  ks_window_set_campaign (self, NULL);
  gtk_stack_set_visible_child_name (self->views, "busy");
  ks_shell_run_job (KS_SHELL (self), job, open_func, opening, free_opening, opened_cb, request);
}

/**
 * ks_window_open_file:
 * @self: a window
 * @file: a campaign
 *
 * Opens a campaign in place of what the window shows.
 */
void
ks_window_open_file (KsWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    open_path (self, path, FALSE);
}

/**
 * ks_window_open_sample:
 * @self: a window
 *
 * Opens the sample campaign, asking neither place nor name.
 */
void
ks_window_open_sample (KsWindow *self)
{
  g_autofree char *path = ks_window_dup_sample_path ();

  open_path (self, path, TRUE);
}

static const char *
name_failure (const GError *error)
{
  if (g_error_matches (error, KS_STORE_ERROR, KS_STORE_ERROR_NOT_OURS))
    return _ ("Not a Campaign File");
  if (g_error_matches (error, KS_STORE_ERROR, KS_STORE_ERROR_NEWER))
    return _ ("Made by a Newer Program");
  if (g_error_matches (error, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED))
    return _ ("The File Is Damaged");
  return _ ("The File Cannot Be Opened");
}

/* A page of its own: what is wrong with the file, that it was not changed, and what to do. */
void
ks_window_show_failure (KsWindow *self, const GError *error)
{
  adw_status_page_set_title (self->failure, name_failure (error));
  adw_status_page_set_description (self->failure, error->message);
  gtk_stack_set_visible_child_name (self->views, "failure");
}

/* A file being looked at, in a thread. */
typedef struct {
  KsWindow   *window;    /* for the main thread alone */
  KsCampaign *campaign;
  GFile      *file;
  KsFileKind  kind;
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_object_unref (look->campaign);
  g_object_unref (look->file);
  g_free (look);
}

static gboolean
look_func (KsJob *job, gpointer data, GError **error)
{
  Look *look = data;
  g_autofree char *path = g_file_get_path (look->file);

  look->kind = ks_recognise_file (look->campaign, path, error);
  return look->kind != KS_FILE_UNKNOWN;
}

static void
looked_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Look *look = user_data;

  if (!ok)
    return;
  if (look->kind == KS_FILE_CAMPAIGN)
    ks_window_open_file (look->window, look->file);
  else
    ks_import_dialog_present (KS_SHELL (look->window), look->file, look->kind);
}

static void
look_at (KsWindow *self, GFile *file)
{
  Look *look = g_new0 (Look, 1);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_ ("Looking at %s"), name);
  g_autoptr (KsJob) job = ks_job_new (title);

  look->window = self;
  look->campaign = g_object_ref (self->campaign);
  look->file = g_object_ref (file);
  ks_shell_run_job (KS_SHELL (self), job, look_func, look, free_look, looked_cb, look);
}

static gboolean
has_campaign_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, ".khaosat");
}

/* Each file is looked at for what it is, whatever its name; a campaign takes the window. */
void
ks_window_import_files (KsWindow *self, GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (self->campaign == NULL || has_campaign_name (file))
        {
          ks_window_open_file (self, file);
          return;
        }
      look_at (self, file);
    }
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KsWindow *self)
{
  GdkFileList *list = g_value_get_boxed (value);
  GSList *files = gdk_file_list_get_files (list);
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (GSList *l = files; l != NULL; l = l->next)
    g_list_store_append (store, l->data);
  g_slist_free (files);
  ks_window_import_files (self, G_LIST_MODEL (store));
  return TRUE;
}

/* Files may be dropped anywhere in the window. */
void
ks_window_init_drop (KsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
