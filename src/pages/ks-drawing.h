/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* What reads SVG: librsvg, behind a function, in a module that is loaded when the first drawing is
 * used; no other start shall wait for it. width and height: in points. */
typedef struct {
  cairo_surface_t *(*record) (GBytes *svg, double *width, double *height);
} KsDrawing;

#define KS_DRAWING_MODULE "khaosat-drawing"
#define KS_DRAWING_SYMBOL "ks_drawing_module_get"

G_END_DECLS
