/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-heat-layout.h"

G_BEGIN_DECLS

void ks_heat_paint (const KsHeatSeries *series, const KsHeatLayout *layout,
                    const KsChartContext *context, cairo_t *cr);

G_END_DECLS
