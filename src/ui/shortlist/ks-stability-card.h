/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-shortlist-stability.h"

G_BEGIN_DECLS

/* How firmly the list stands: measured beside the window, a moment after the list has changed.
 * Signal "measured": there are figures, or none any more. */
#define KS_TYPE_STABILITY_CARD (ks_stability_card_get_type ())
G_DECLARE_FINAL_TYPE (KsStabilityCard, ks_stability_card, KS, STABILITY_CARD, GtkBox)

void               ks_stability_card_set_list (KsStabilityCard *self, const KsShortlist *list,
                                               guint top);
const KsStability *ks_stability_card_get (KsStabilityCard *self, const KsShortlist **measured);

G_END_DECLS
