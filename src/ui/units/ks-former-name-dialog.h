/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-former-name.h"

G_BEGIN_DECLS

typedef void (*KsFormerNameFunc) (const KsFormerName *name, gpointer data);

/* Asks for a former name; @object gets it if somebody gives one, and may go meanwhile. */
void ks_former_name_dialog_ask (GtkWidget *widget, KsFormerNameFunc func, gpointer object);

G_END_DECLS
