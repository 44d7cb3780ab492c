/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper-figures.h"

G_BEGIN_DECLS

const char *ks_paper_day_get_name (KsDayFigures *figures, const KsDayDistrict *district);
void ks_paper_add_day (const KsPaperScope *scope);

G_END_DECLS
