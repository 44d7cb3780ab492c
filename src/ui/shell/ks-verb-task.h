/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-shell.h"

G_BEGIN_DECLS

/* A verb with what it needs, run from a dialog. */
typedef gboolean (*KsVerbFunc) (KsCampaign *campaign, gpointer data, KsOutcome **outcome,
                                GError **error);

void ks_verb_task_run (GtkWidget *widget, const char *title, KsVerbFunc verb, gpointer data,
                       GDestroyNotify destroy);

G_END_DECLS
