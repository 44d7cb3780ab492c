/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-unit-fields.h"

G_BEGIN_DECLS

/* The staff of one body: its total; unfolded, who of them is excused and why. */
#define KS_TYPE_BODY_ROW (ks_body_row_get_type ())
G_DECLARE_FINAL_TYPE (KsBodyRow, ks_body_row, KS, BODY_ROW, AdwExpanderRow)

void ks_body_row_add_fields (KsBodyRow *self, KsUnitFields *fields, KsBody body,
                             GtkLabel *problem);
void ks_body_row_show (KsBodyRow *self, KsUnit *unit, KsBody body);

G_END_DECLS
