/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* A survey beside an earlier one of the same units: what was answered in one place, and who took
 * part in all of them. */
#define KS_TYPE_ROUNDS_WINDOW (ks_rounds_window_get_type ())
G_DECLARE_FINAL_TYPE (KsRoundsWindow, ks_rounds_window, KS, ROUNDS_WINDOW, AdwWindow)

GtkWindow *ks_rounds_window_new (GtkWidget *widget, KsCampaign *campaign, const char *code);
void ks_rounds_window_compare (KsRoundsWindow *self, GFile *file);
void ks_rounds_window_copy (KsRoundsWindow *self);
void ks_rounds_window_show (GtkWidget *widget, KsCampaign *campaign, const char *code, GFile *file);
GFile *ks_rounds_window_dup_last (KsCampaign *campaign);

G_END_DECLS
