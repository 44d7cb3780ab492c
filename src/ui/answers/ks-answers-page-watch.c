/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-answers-page-private.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-store.h"

/* The watched folder: its card at the side, and a bar over the page for what is new in it. */

/* Where nothing came in yet the card does not show: the bar tells that the folder is watched. */
static char *
dup_words (KsAnswersPage *self)
{
  guint n_new = ks_folder_watcher_count_new (self->watcher);
  const char *problem = ks_folder_watcher_get_problem (self->watcher);
  g_autofree char *name = NULL;

  if (ks_folder_watcher_get_folder (self->watcher) == NULL)
    return NULL;
  name = ks_folder_watcher_dup_name (self->watcher);
  if (n_new > 0)
    return g_strdup_printf (
        ngettext ("%u new file in “%s”", "%u new files in “%s”", n_new), n_new, name);
  if (self->n_batches > 0)
    return g_strdup (problem);
  return problem != NULL ? g_strdup (problem)
                         : g_strdup_printf (_ ("“%s” is watched; no new export is in it"), name);
}

static void
changed_cb (KsAnswersPage *self)
{
  g_autofree char *words = dup_words (self);

  ks_watch_card_show (ks_answers_pane_get_watch_card (self->pane), self->watcher);
  ks_watch_bar_show (self->watch_bar, words, ks_folder_watcher_count_new (self->watcher) > 0);
}

static void
folder_chosen_cb (GFile *file, gpointer data)
{
  KsAnswersPage *self = data;
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL && self->campaign != NULL)
    ks_folder_watcher_set_folder (self->watcher, path);
}

static void
watch_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_file_dialog_choose_folder (widget, _ ("Folder to Watch"), folder_chosen_cb, widget);
}

static void
stop_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_folder_watcher_set_folder (KS_ANSWERS_PAGE (widget)->watcher, NULL);
}

static void
import_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_folder_watcher_import (KS_ANSWERS_PAGE (widget)->watcher);
}

void
ks_answers_page_install_watch_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "answers.watch-folder", NULL, watch_action_cb);
  gtk_widget_class_install_action (widget_class, "answers.stop-watching", NULL, stop_action_cb);
  gtk_widget_class_install_action (widget_class, "answers.import-watched", NULL, import_action_cb);
}

void
ks_answers_page_init_watch (KsAnswersPage *self)
{
  self->watcher = ks_folder_watcher_new (GTK_WIDGET (self));
  g_signal_connect_object (self->watcher, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

/* A thread may hold the watcher a moment longer than the page. */
void
ks_answers_page_end_watch (KsAnswersPage *self)
{
  if (self->watcher == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->watcher, self);
  ks_folder_watcher_set_campaign (self->watcher, NULL);
  g_clear_object (&self->watcher);
}

/* What came in or went out may be what is new in the folder. */
void
ks_answers_page_watch_answers (KsAnswersPage *self)
{
  ks_folder_watcher_answers_changed (self->watcher);
  changed_cb (self);
}

/* The campaign of the page is another one, or none: its folder is watched from now on. */
void
ks_answers_page_watch (KsAnswersPage *self)
{
  gboolean can_write = self->campaign != NULL
                       && !ks_store_is_read_only (ks_campaign_get_store (self->campaign));

  ks_folder_watcher_set_campaign (self->watcher, self->campaign);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.watch-folder", can_write);
}
