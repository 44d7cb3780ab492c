/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-campaign.h"
#include "ks-criterion.h"

G_BEGIN_DECLS

/* Marks from 0 to 10 of all units by a criterion of the office's own, each with a note: typed here, or
 * read from a table. */
#define KS_TYPE_MARKS_WINDOW (ks_marks_window_get_type ())
G_DECLARE_FINAL_TYPE (KsMarksWindow, ks_marks_window, KS, MARKS_WINDOW, AdwWindow)

GtkWidget *ks_marks_window_new (GtkWidget *page, KsCampaign *campaign,
                                const KsCriterion *criterion, GError **error);

G_END_DECLS
