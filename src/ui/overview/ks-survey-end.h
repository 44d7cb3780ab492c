/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* The end of the survey: moved with a decision and a reason, set by an officer, taken back. */
void ks_survey_end_ask_extend (GtkWidget *widget, KsCampaign *campaign);
void ks_survey_end_ask_close (GtkWidget *widget, KsCampaign *campaign);
void ks_survey_end_ask_reopen (GtkWidget *widget, KsCampaign *campaign);

G_END_DECLS
