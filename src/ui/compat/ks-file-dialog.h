/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* File choosers: the one place that knows how this version of GTK asks for files. */

/* Called once the person has chosen files that lie on this computer; not at all if they left. */
typedef void (*KsFileFunc) (GFile *file, gpointer data);
typedef void (*KsFilesFunc) (GListModel *files, gpointer data);

void ks_file_dialog_save (GtkWidget *widget, const char *title, const char *name,
                          const char *kind, const char *suffix, KsFileFunc func, gpointer data);
void ks_file_dialog_open (GtkWidget *widget, const char *title, const char *kind,
                          const char *suffix, KsFileFunc func, gpointer data);
void ks_file_dialog_choose_folder (GtkWidget *widget, const char *title, KsFileFunc func,
                                   gpointer data);
void ks_file_dialog_open_several (GtkWidget *widget, const char *title, const char *kind,
                                  const char *const *suffixes, KsFilesFunc func, gpointer data);

G_END_DECLS
