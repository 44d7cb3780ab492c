/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

double ks_printed_chart_paint (cairo_t *cr, double width, double height, gpointer chart);

G_END_DECLS
