/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include "ks-form-import.h"
#include "ks-i18n.h"
#include "ks-import-dialog.h"
#include "ks-import-responses.h"
#include "ks-recognise-file.h"

/* Files being looked at, in a thread. */
typedef struct {
  KsWindow   *window;    /* for the main thread alone */
  KsCampaign *campaign;
  GPtrArray  *files;     /* of GFile */
  KsFileKind *kinds;     /* of each file that was looked at */
  guint       n_known;   /* the files before the first that nobody knows */
} Look;

static Look *
look_new (KsWindow *self)
{
  Look *look = g_atomic_rc_box_new0 (Look);

  look->window = self;
  look->campaign = g_object_ref (self->campaign);
  look->files = g_ptr_array_new_with_free_func (g_object_unref);
  return look;
}

static void
clear_look (gpointer data)
{
  Look *look = data;

  g_object_unref (look->campaign);
  g_ptr_array_unref (look->files);
  g_free (look->kinds);
}

static void
unref_look (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_look);
}

static gboolean
look_func (KsJob *job, gpointer data, GError **error)
{
  Look *look = data;

  for (guint i = 0; i < look->files->len; i++)
    {
      g_autofree char *path = g_file_get_path (g_ptr_array_index (look->files, i));

      if (!ks_job_report (job, i, look->files->len, error))
        return FALSE;
      look->kinds[i] = ks_recognise_file (look->campaign, path, error);
      if (look->kinds[i] == KS_FILE_UNKNOWN)
        return FALSE;
      look->n_known++;
    }
  return TRUE;
}

/* All files of a kind are one import. */
static void
take_together (Look *look, KsFileKind kind)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < look->n_known; i++)
    if (look->kinds[i] == kind)
      g_ptr_array_add (files, g_object_ref (look->files->pdata[i]));
  if (files->len > 0)
    ks_import_dialog_present_together (KS_SHELL (look->window), files, kind);
}

/* Lists of units come first: answers are of the units that they bring. A campaign among the files
 * would take the window from the others: it comes last. */
static void
take_files (Look *look)
{
  GFile *campaign = NULL;

  take_together (look, KS_FILE_UNITS);
  for (guint i = 0; i < look->n_known; i++)
    if (look->kinds[i] == KS_FILE_CAMPAIGN)
      campaign = g_ptr_array_index (look->files, i);
    else if (look->kinds[i] == KS_FILE_FORM)
      {
        ks_window_show_page (look->window, "form", NULL);
        ks_form_import_present (KS_SHELL (look->window), g_ptr_array_index (look->files, i));
      }
    else if (look->kinds[i] != KS_FILE_UNITS && look->kinds[i] != KS_FILE_RESPONSES)
      ks_import_dialog_present (KS_SHELL (look->window), g_ptr_array_index (look->files, i),
                                look->kinds[i]);
  take_together (look, KS_FILE_RESPONSES);
  if (campaign != NULL)
    ks_window_open_file (look->window, campaign);
}

static void
looked_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Look *look = user_data;

  if (look->window->campaign == look->campaign)
    take_files (look);
  unref_look (look);
}

static void
run_look (KsWindow *self, Look *look)
{
  g_autoptr (KsJob) job = ks_job_new (_ ("Looking at the files"));

  look->kinds = g_new0 (KsFileKind, look->files->len);
  ks_shell_run_job (KS_SHELL (self), job, look_func, g_atomic_rc_box_acquire (look), unref_look,
                    looked_cb, look);
}

static gboolean
has_campaign_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, ".khaosat");
}

/* Each file is looked at for what it is, whatever its name. One that is called a campaign is
 * opened even if it is none: the page of the failure says what it is. */
void
ks_window_import_files (KsWindow *self, GListModel *files)
{
  guint n_files = g_list_model_get_n_items (files);
  g_autoptr (GFile) first = n_files > 0 ? g_list_model_get_item (files, 0) : NULL;
  Look *look;

  if (first == NULL)
    return;
  if (self->campaign == NULL || (n_files == 1 && has_campaign_name (first)))
    {
      ks_window_open_file (self, first);
      return;
    }
  if (self->jobs->len > 0)
    {
      ks_shell_show_message (KS_SHELL (self), _ ("Wait until the work under way has ended."));
      return;
    }
  look = look_new (self);
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_is_native (file))
        g_ptr_array_add (look->files, g_steal_pointer (&file));
    }
  run_look (self, look);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KsWindow *self)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
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
