/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-time.h"

G_BEGIN_DECLS

/* A button that lets somebody look at the figures of an earlier moment. Signal "moment-chosen"
 * (gint64 KsMoment; KS_MOMENT_NONE: the newest). */
#define KS_TYPE_DAY_MOMENTS (ks_day_moments_get_type ())
G_DECLARE_FINAL_TYPE (KsDayMoments, ks_day_moments, KS, DAY_MOMENTS, GtkBox)

void ks_day_moments_set (KsDayMoments *self, KsDay day, KsMoment newest);

G_END_DECLS
