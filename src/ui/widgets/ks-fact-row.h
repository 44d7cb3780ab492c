/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a boxed list that states a figure: its name on the left, the figure on the right. */
#define KS_TYPE_FACT_ROW (ks_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (KsFactRow, ks_fact_row, KS, FACT_ROW, AdwActionRow)

void ks_fact_row_set_figure (KsFactRow *self, const char *figure);

G_END_DECLS
