/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gmodule.h>
#include <librsvg/rsvg.h>

#include "ks-drawing.h"

/* The module that ks-logo.c loads: the only code that knows librsvg. */

#define MOST_SIDE 2000.0

G_MODULE_EXPORT const KsDrawing *ks_drawing_module_get (void);

static gboolean
measure (RsvgHandle *handle, double *width, double *height)
{
  RsvgRectangle whole = { 0, 0, MOST_SIDE, MOST_SIDE };
  RsvgRectangle ink;

  if (rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height))
    return TRUE;
  if (!rsvg_handle_get_geometry_for_layer (handle, NULL, &whole, &ink, NULL, NULL))
    return FALSE;
  *width = ink.width;
  *height = ink.height;
  return TRUE;
}

/* What the drawing refers to outside itself is not read: the data has no place of its own. */
static cairo_surface_t *
record (GBytes *svg, double *width, double *height)
{
  g_autoptr (GObject) own = NULL;
  RsvgHandle *handle
      = rsvg_handle_new_from_data (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg), NULL);
  cairo_rectangle_t extents = { 0, 0, 0, 0 };
  RsvgRectangle whole = { 0, 0, 0, 0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean ok;

  own = (GObject *) handle;
  /* Written so that what is no number fails too. */
  if (handle == NULL || !measure (handle, width, height)
      || !(*width > 0 && *height > 0 && *width <= MOST_SIDE && *height <= MOST_SIDE))
    return NULL;
  extents.width = whole.width = *width;
  extents.height = whole.height = *height;
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (surface);
  ok = rsvg_handle_render_document (handle, cr, &whole, NULL)
       && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  if (!ok)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

const KsDrawing *
ks_drawing_module_get (void)
{
  static const KsDrawing drawing = { record };

  return &drawing;
}
