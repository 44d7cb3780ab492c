/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-day-snapshot.h"

G_BEGIN_DECLS

/* Beside the table: the unit, whom to call there, what came of the calls so far, and what to send to
 * its district. Its buttons are actions of the page. */
#define KS_TYPE_DAY_PANE (ks_day_pane_get_type ())
G_DECLARE_FINAL_TYPE (KsDayPane, ks_day_pane, KS, DAY_PANE, GtkBox)

void ks_day_pane_show_unit (KsDayPane *self, KsDaySnapshot *snapshot, const KsDayUnit *unit);
void ks_day_pane_show_message (KsDayPane *self, KsDaySnapshot *snapshot,
                               const KsDayDistrict *district, guint index);
char *ks_day_pane_take_text (KsDayPane *self, char **message);
void ks_day_pane_set_armed (KsDayPane *self, gboolean armed);

G_END_DECLS
