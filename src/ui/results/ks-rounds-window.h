/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Participation of this survey beside that of an earlier one, over the same units: those that were
 * merged or split since stand in one row. */
void       ks_rounds_window_compare (GtkWidget *widget, KsCampaign *campaign, GFile *file);
GtkWindow *ks_rounds_window_present (GtkWidget *widget, const char *earlier, GPtrArray *rounds);

G_END_DECLS
