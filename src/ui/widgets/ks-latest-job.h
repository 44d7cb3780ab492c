/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-shell.h"

G_BEGIN_DECLS

/* Work of a page beside the window, of which only the newest counts: what an earlier one found, or
 * one whose page went, is thrown away. */
typedef struct _KsLatestJob KsLatestJob;

/* In the main thread, when the newest is over; @data is still what was given. */
typedef void (*KsLatestFunc) (gpointer owner, gpointer data, const GError *error);

KsLatestJob *ks_latest_job_new (gpointer owner, KsLatestFunc done);
void ks_latest_job_free (KsLatestJob *self);
void ks_latest_job_start (KsLatestJob *self,
                          KsShell *shell,
                          const char *title,
                          KsJobFunc func,
                          gpointer data,
                          GDestroyNotify destroy);
void ks_latest_job_stop (KsLatestJob *self);
KsJob *ks_latest_job_get (KsLatestJob *self);

G_END_DECLS
