/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A piece of work with a title, a progress and a way to stop it. Verbs take one (or NULL) and
 * report to it from the thread they run in; a window shows it, a terminal prints it. */
#define KS_TYPE_JOB (ks_job_get_type ())
G_DECLARE_FINAL_TYPE (KsJob, ks_job, KS, JOB, GObject)

typedef gboolean (*KsJobFunc) (KsJob *job, gpointer data, GError **error);
typedef void (*KsJobReportFunc) (KsJob *job, gpointer data);

KsJob        *ks_job_new (const char *title);
KsJob        *ks_job_new_part (KsJob *whole);
const char   *ks_job_get_title (KsJob *self);
gint64        ks_job_get_done (KsJob *self);
gint64        ks_job_get_total (KsJob *self);
double        ks_job_get_fraction (KsJob *self);
double        ks_job_get_seconds_left (KsJob *self);
gboolean      ks_job_get_running (KsJob *self);
GCancellable *ks_job_get_cancellable (KsJob *self);
void          ks_job_stop (KsJob *self);
void          ks_job_set_report_func (KsJob *self, KsJobReportFunc func, gpointer data);
gboolean      ks_job_report (KsJob *self, gint64 done, gint64 total, GError **error);
void          ks_job_run_async (KsJob *self, KsJobFunc func, gpointer data, GDestroyNotify destroy,
                                GAsyncReadyCallback callback, gpointer user_data);
void          ks_job_end (KsJob *self, const GError *error);
gboolean      ks_job_run_finish (KsJob *self, GAsyncResult *result, GError **error);

G_END_DECLS
