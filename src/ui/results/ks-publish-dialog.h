/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Chốt số liệu, and đính chính afterwards: what would happen is told before it is asked for. */
void ks_publish_dialog_ask (GtkWidget *widget, KsCampaign *campaign, gboolean correct);

G_END_DECLS
