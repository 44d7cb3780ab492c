/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-participation-layout.h"

G_BEGIN_DECLS

void ks_participation_paint (const KsParticipationItem *items, guint n_items,
                             const KsParticipationLayout *layout, const KsChartContext *context,
                             cairo_t *cr);
void ks_participation_paint_paper (const KsParticipationItem *items, guint n_items,
                                   const KsParticipationLayout *layout,
                                   const KsChartContext *context, cairo_t *cr);

G_END_DECLS
