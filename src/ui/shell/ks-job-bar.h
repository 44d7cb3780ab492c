/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-job.h"

G_BEGIN_DECLS

/* What is being done, how much, how long yet, and a button to stop it. It comes into sight only
 * when the work has lasted for a moment. */
#define KS_TYPE_JOB_BAR (ks_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (KsJobBar, ks_job_bar, KS, JOB_BAR, GtkWidget)

void ks_job_bar_set_job (KsJobBar *self, KsJob *job);

G_END_DECLS
