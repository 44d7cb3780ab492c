/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KsReasonFunc) (const char *reason, gpointer data);

void ks_staff_reason_ask (GtkWidget *widget, const char *body, KsReasonFunc func, gpointer data,
                          GDestroyNotify destroy);

G_END_DECLS
