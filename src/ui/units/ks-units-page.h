/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* The registry: a table of the units and, beside it, the one that is selected. */
#define KS_TYPE_UNITS_PAGE (ks_units_page_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitsPage, ks_units_page, KS, UNITS_PAGE, GtkBox)

GtkWidget *ks_units_page_new (void);

G_END_DECLS
