/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-figures.h"
#include "ks-hours-chart.h"

G_BEGIN_DECLS

KsFigures *ks_hours_create_figures (const KsHours *hours);

G_END_DECLS
