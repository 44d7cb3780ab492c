/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-pages.h"

G_BEGIN_DECLS

/* An officer tried the codes; no_identity: and saw that the form asks nobody who they are. */
typedef void (*KsTriedFunc) (gboolean no_identity, gpointer data);

GtkWindow *ks_trial_window_present (GtkWidget *widget, KsPages *pages, gboolean no_identity,
                                    KsTriedFunc func, gpointer data);

G_END_DECLS
