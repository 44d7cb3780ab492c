/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-finding.h"

G_BEGIN_DECLS

/* Asks for the reason of a decision, and for the unit of a move; then decides. */
void ks_decide_dialog_ask (GtkWidget *widget, KsDecision decision, GArray *findings,
                           GArray *rows);

G_END_DECLS
