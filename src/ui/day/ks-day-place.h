/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-figures.h"

G_BEGIN_DECLS

/* A district on the day, or the province, as a row of a table. Immutable. */
#define KS_TYPE_DAY_PLACE (ks_day_place_get_type ())
G_DECLARE_FINAL_TYPE (KsDayPlace, ks_day_place, KS, DAY_PLACE, GObject)

KsDayPlace *ks_day_place_new (KsDayFigures *figures, const KsDayDistrict *district,
                              const char *mark);
const KsDayDistrict *ks_day_place_get (KsDayPlace *self);
KsDayFigures *ks_day_place_get_figures (KsDayPlace *self);

/* Cells; each belongs to a KsColumn. */
char *ks_day_place_dup_name (gpointer place, gpointer data);
gint64 ks_day_place_get_count (gpointer place, gpointer offset);
gint64 ks_day_place_get_number (gpointer place, gpointer offset);
char *ks_day_place_dup_change (gpointer place, gpointer data);
char *ks_day_place_dup_rate (gpointer place, gpointer data);
const char *ks_day_place_mark (gpointer place, gpointer data);

G_END_DECLS
