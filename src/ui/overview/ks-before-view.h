/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-overview.h"

G_BEGIN_DECLS

/* What must be ready before the survey, and the day with its hours. */
#define KS_TYPE_BEFORE_VIEW (ks_before_view_get_type ())
G_DECLARE_FINAL_TYPE (KsBeforeView, ks_before_view, KS, BEFORE_VIEW, GtkBox)

void ks_before_view_show (KsBeforeView *self, const KsOverview *overview,
                          const KsCampaignInfo *info, KsMoment now);
void ks_before_view_set_narrow (KsBeforeView *self, gboolean narrow);

G_END_DECLS
