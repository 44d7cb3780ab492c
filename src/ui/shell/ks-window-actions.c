/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include <string.h>

#include "ks-about.h"
#include "ks-create-campaign.h"
#include "ks-earlier-campaign.h"
#include "ks-file-dialog.h"
#include "ks-help-window.h"
#include "ks-i18n.h"
#include "ks-new-campaign-dialog.h"
#include "ks-page.h"
#include "ks-preferences.h"

#define SUFFIX ".khaosat"

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_new_campaign_dialog_present (KS_WINDOW (widget));
}

static void
new_from_previous_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_earlier_campaign_ask (KS_WINDOW (widget));
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  ks_window_open_file (data, file);
}

static void
open_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_file_dialog_open (widget, _ ("Open Campaign"), _ ("Campaigns"), SUFFIX,
                       file_chosen_cb, widget);
}

static void
open_uri_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ks_window_open_file (KS_WINDOW (widget), file);
}

static void
sample_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_window_open_sample (KS_WINDOW (widget));
}

static void
close_campaign_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsWindow *self = KS_WINDOW (widget);

  if (ks_window_finish_typing (self, name))
    ks_window_set_campaign (self, NULL);
}

static void
leave_failure_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_window_leave_failure (KS_WINDOW (widget));
}

static void
import_chosen_cb (GListModel *files, gpointer data)
{
  ks_window_import_files (data, files);
}

static void
import_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const suffixes[] = { "csv", "xlsx", "ods", "zip", "txt", "tsv", "json", NULL };

  ks_file_dialog_open_several (widget, _ ("Import From File"), _ ("Tables (CSV, Excel, ODS, ZIP)"),
                               suffixes, import_chosen_cb, widget);
}

/* A copy being saved, in a thread. */
typedef struct {
  KsCampaign *campaign;
  char       *path;
} Copying;

static void
free_copying (gpointer data)
{
  Copying *copying = data;

  g_object_unref (copying->campaign);
  g_free (copying->path);
  g_free (copying);
}

static gboolean
copy_func (KsJob *job, gpointer data, GError **error)
{
  Copying *copying = data;

  return ks_save_copy (copying->campaign, copying->path, job, error);
}

static void
copied_cb (gpointer user_data, gboolean ok, const GError *error)
{
  if (ok)
    ks_shell_show_message (user_data, _ ("Full copy saved; it holds all answers: keep it in the "
                                         "office"));
}

static void
copy_place_chosen_cb (GFile *file, gpointer data)
{
  KsWindow *self = data;
  Copying *copying = g_new0 (Copying, 1);
  g_autoptr (KsJob) job = ks_job_new (_ ("Saving a copy"));

  copying->campaign = g_object_ref (self->campaign);
  copying->path = g_file_get_path (file);
  ks_shell_run_job (KS_SHELL (self), job, copy_func, copying, free_copying, copied_cb, self);
}

static void
save_copy_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsWindow *self = KS_WINDOW (widget);
  g_autofree char *base = g_path_get_basename (ks_campaign_get_path (self->campaign));
  g_autofree char *stem
      = g_strndup (base, g_str_has_suffix (base, SUFFIX) ? strlen (base) - strlen (SUFFIX)
                                                         : strlen (base));
  g_autofree char *proposal = g_strdup_printf (_ ("%s (copy)"), stem);

  ks_file_dialog_save (widget, _ ("Save Full Copy (Keep in the Office)"), proposal,
                       _ ("Campaigns"), SUFFIX, copy_place_chosen_cb, self);
}

static void
show_folder_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_window_undo (KS_WINDOW (widget));
}

static void
search_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = gtk_stack_get_visible_child (KS_WINDOW (widget)->pages);

  if (page != NULL)
    ks_page_start_search (KS_PAGE (page));
}

static void
page_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_window_show_page (KS_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
show_sidebar_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_navigate (KS_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
preferences_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_preferences_present (GTK_WINDOW (widget), KS_WINDOW (widget)->campaign);
}

static void
help_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_help_window_present (GTK_WINDOW (widget));
}

static void
about_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_about_present (GTK_WINDOW (widget));
}

void
ks_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "win.new", NULL, new_action_cb },
    { "win.new-from-previous", NULL, new_from_previous_action_cb },
    { "win.open", NULL, open_action_cb },
    { "win.open-uri", "s", open_uri_action_cb },
    { "win.sample", NULL, sample_action_cb },
    { "win.close-campaign", NULL, close_campaign_action_cb },
    { "win.leave-failure", NULL, leave_failure_action_cb },
    { "win.import", NULL, import_action_cb },
    { "win.show-folder", "s", show_folder_action_cb },
    { "win.save-copy", NULL, save_copy_action_cb },
    { "win.undo", NULL, undo_action_cb },
    { "win.search", NULL, search_action_cb },
    { "win.page", "s", page_action_cb },
    { "win.show-sidebar", NULL, show_sidebar_action_cb },
    { "win.preferences", NULL, preferences_action_cb },
    { "win.help", NULL, help_action_cb },
    { "win.about", NULL, about_action_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

/* What cannot be done now cannot be chosen. */
void
ks_window_update_actions (KsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->campaign != NULL;
  gboolean idle = self->jobs->len == 0;

  gtk_widget_action_set_enabled (widget, "win.new", idle);
  gtk_widget_action_set_enabled (widget, "win.new-from-previous", idle);
  gtk_widget_action_set_enabled (widget, "win.open", idle);
  gtk_widget_action_set_enabled (widget, "win.open-uri", idle);
  gtk_widget_action_set_enabled (widget, "win.sample", idle);
  gtk_widget_action_set_enabled (widget, "win.close-campaign", open && idle);
  gtk_widget_action_set_enabled (widget, "win.import", open && idle);
  gtk_widget_action_set_enabled (widget, "win.save-copy", open && idle);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.page", open);
  /* Where the list of pages stands beside them its key is the page's own. */
  gtk_widget_action_set_enabled (widget, "win.show-sidebar",
                                 adw_leaflet_get_folded (ADW_LEAFLET (self->leaflet)));
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 self->undo->len > 0 || self->jobs->len > self->n_quiet);
}
