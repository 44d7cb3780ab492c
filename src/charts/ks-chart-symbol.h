/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-pen.h"

G_BEGIN_DECLS

/* What a share is marked with: the form says what it is, not the colour alone. */
typedef enum {
  KS_SYMBOL_DISC,     /* does not clearly differ */
  KS_SYMBOL_UP,       /* triangle: clearly higher */
  KS_SYMBOL_DOWN,     /* triangle: clearly lower */
  KS_SYMBOL_RING,     /* hollow: being reconciled */
  KS_SYMBOL_DIAMOND,
  KS_SYMBOL_BAR,      /* an upright stroke */
} KsSymbol;

void ks_symbol_paint (const KsChartPen *pen, KsSymbol symbol, double x, double y, double radius);

G_END_DECLS
