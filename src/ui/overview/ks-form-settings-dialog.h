/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* What the program cannot see of the form at its service, said by an officer. */
void ks_form_settings_dialog_ask (GtkWidget *widget, KsCampaign *campaign);

G_END_DECLS
