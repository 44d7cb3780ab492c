/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-watch-folder.h"

G_BEGIN_DECLS

/* Looks after the folder that exports are put into, while the campaign is open. Which folder that is
 * this desk remembers; the campaign does not. Signal "changed": what it knows did. */
#define KS_TYPE_FOLDER_WATCHER (ks_folder_watcher_get_type ())
G_DECLARE_FINAL_TYPE (KsFolderWatcher, ks_folder_watcher, KS, FOLDER_WATCHER, GObject)

KsFolderWatcher *ks_folder_watcher_new (GtkWidget *widget);
void             ks_folder_watcher_set_campaign (KsFolderWatcher *self, KsCampaign *campaign);
void             ks_folder_watcher_set_folder (KsFolderWatcher *self, const char *folder);
const char      *ks_folder_watcher_get_folder (KsFolderWatcher *self);
char            *ks_folder_watcher_dup_name (KsFolderWatcher *self);
void             ks_folder_watcher_set_takes (KsFolderWatcher *self, gboolean takes);
gboolean         ks_folder_watcher_get_takes (KsFolderWatcher *self);
GPtrArray       *ks_folder_watcher_get_files (KsFolderWatcher *self);
const char      *ks_folder_watcher_get_problem (KsFolderWatcher *self);
guint            ks_folder_watcher_count_new (KsFolderWatcher *self);
void             ks_folder_watcher_import (KsFolderWatcher *self);
void             ks_folder_watcher_answers_changed (KsFolderWatcher *self);

G_END_DECLS
