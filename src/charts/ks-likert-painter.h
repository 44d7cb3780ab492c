/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-likert-layout.h"

G_BEGIN_DECLS

void ks_likert_paint (const KsLikertSeries *series, const KsLikertLayout *layout,
                      const KsChartContext *context, cairo_t *cr);

G_END_DECLS
