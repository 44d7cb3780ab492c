/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-dot-layout.h"

G_BEGIN_DECLS

void ks_dot_paint (const KsDotSeries *series, const KsDotLayout *layout,
                   const KsChartContext *context, cairo_t *cr);

G_END_DECLS
