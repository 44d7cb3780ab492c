/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-steps.h"

G_BEGIN_DECLS

/* Puts on record what districts or units have done: a block of names or codes, a line each. */
void ks_record_dialog_ask (GtkWidget *widget, KsCampaign *campaign, KsStepKind kind);

G_END_DECLS
