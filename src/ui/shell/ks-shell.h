/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-outcome.h"

G_BEGIN_DECLS

typedef void (*KsShellFunc) (gpointer data);
typedef void (*KsShellDoneFunc) (gpointer user_data, gboolean ok, const GError *error);

/* What a page may ask of the window around it. Implemented by the window; pages find it from
 * any of their widgets and know nothing else of the shell. */
#define KS_TYPE_SHELL (ks_shell_get_type ())
G_DECLARE_INTERFACE (KsShell, ks_shell, KS, SHELL, GtkWidget)

struct _KsShellInterface {
  GTypeInterface parent;

  KsCampaign *(*get_campaign) (KsShell *self);
  void        (*show_outcome) (KsShell *self, KsOutcome *outcome);
  /* Optional: without it the outcome is shown. */
  void        (*keep_outcome) (KsShell *self, KsOutcome *outcome);
  void        (*show_message) (KsShell *self, const char *message);
  void        (*show_error) (KsShell *self, const GError *error);
  void        (*run_job) (KsShell *self, KsJob *job, KsJobFunc func, gpointer data,
                          GDestroyNotify destroy, KsShellDoneFunc done, gpointer user_data);
  void        (*show_page) (KsShell *self, const char *page, const char *detail);
  void        (*import_files) (KsShell *self, GListModel *files);
  /* Optional: without it the message stands alone. */
  void        (*show_written) (KsShell *self, const char *message, GFile *folder);
  /* Optional: without it the log knows who acts. */
  void        (*with_officer) (KsShell *self, KsShellFunc func, gpointer data,
                               GDestroyNotify destroy);
};

KsShell    *ks_shell_from_widget (GtkWidget *widget);
KsCampaign *ks_shell_get_campaign (KsShell *self);

/* A toast with the outcome's sentence and, where it can be undone, "Hoàn tác" (also Ctrl+Z).
 * (transfer full) */
void        ks_shell_show_outcome (KsShell *self, KsOutcome *outcome);
/* The same without a toast, where the page itself says what was done: Ctrl+Z takes it back. */
void        ks_shell_keep_outcome (KsShell *self, KsOutcome *outcome);
void        ks_shell_show_message (KsShell *self, const char *message);
/* The same with "Mở thư mục", which shows the folder where files were written. */
void        ks_shell_show_written (KsShell *self, const char *message, GFile *folder);
/* Minor: a toast; longer than a line or from the file: a dialog. Cancelled jobs say nothing. */
void        ks_shell_show_error (KsShell *self, const GError *error);
/* Runs func in a thread with the job's title, progress and "Dừng" in the window; shows the error,
 * if any, after done was called (in the main thread, also when the job was stopped). Without a func
 * somebody else does the work and ends it with ks_job_end(). */
void        ks_shell_run_job (KsShell *self, KsJob *job, KsJobFunc func, gpointer data,
                              GDestroyNotify destroy, KsShellDoneFunc done, gpointer user_data);
/* Page ids: overview, units, form, codes, day, answers, results, shortlist, papers. */
void        ks_shell_show_page (KsShell *self, const char *page, const char *detail);
/* Looks at what the files are (a list of GFile) and opens the import they belong to. */
void        ks_shell_import_files (KsShell *self, GListModel *files);
/* Before a verb that writes: calls func as soon as the log knows who acts, which is at once but
 * for the first time at a desk; not at all if the person does not say it. */
void        ks_shell_with_officer (KsShell *self, KsShellFunc func, gpointer data,
                                   GDestroyNotify destroy);

G_END_DECLS
