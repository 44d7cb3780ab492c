/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ks-proof-private.h"

#define DARK 128
/* Enough to see the finder patterns of a code. */
#define LINES_A_MODULE 3

static KsRaster *
create_raster (int width, int height, double x, double y, double per_mm)
{
  KsRaster *self = g_new0 (KsRaster, 1);

  self->grey = g_malloc ((gsize) width * (gsize) height);
  self->width = width;
  self->height = height;
  self->x = x;
  self->y = y;
  self->per_mm = per_mm;
  return self;
}

/**
 * ks_raster_free:
 * @self: (transfer full): a raster
 */
void
ks_raster_free (KsRaster *self)
{
  g_free (self->grey);
  g_free (self);
}

static void
take_grey (KsRaster *self, cairo_surface_t *surface)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < self->height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) stride);

      for (int x = 0; x < self->width; x++)
        self->grey[y * self->width + x] = (guint8) (row[x] >> 8);
    }
}

/**
 * ks_raster_render:
 * @page: a page
 * @area: what is wanted of it, in mm
 * @dpi: how fine
 *
 * Renders a part of a page as a printer would.
 *
 * Returns: (transfer full) (nullable): its pixels, or %NULL if there is no memory for them
 */
KsRaster *
ks_raster_render (GObject *page, const KsRect *area, double dpi)
{
  double per_mm = dpi / 25.4;
  int width = (int) ceil (area->width * per_mm);
  int height = (int) ceil (area->height * per_mm);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  KsRaster *self = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / 72, dpi / 72);
  cairo_translate (cr, -area->x * 72 / 25.4, -area->y * 72 / 25.4);
  ks_reader_get (NULL)->render (page, cr);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_flush (surface);
      self = create_raster (width, height, area->x, area->y, per_mm);
      take_grey (self, surface);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return self;
}

/* The pixels of an area, as far as the raster reaches. */
static void
find_pixels (const KsRaster *self, const KsRect *area, int *left, int *top, int *right, int *bottom)
{
  *left = CLAMP ((int) lround ((area->x - self->x) * self->per_mm), 0, self->width);
  *top = CLAMP ((int) lround ((area->y - self->y) * self->per_mm), 0, self->height);
  *right = CLAMP ((int) lround ((area->x + area->width - self->x) * self->per_mm), *left,
                  self->width);
  *bottom = CLAMP ((int) lround ((area->y + area->height - self->y) * self->per_mm), *top,
                   self->height);
}

/**
 * ks_raster_crop:
 * @self: a raster
 * @area: a part of it, in mm of the page
 *
 * Returns: (transfer full): a copy of that part
 */
KsRaster *
ks_raster_crop (const KsRaster *self, const KsRect *area)
{
  int left, top, right, bottom;
  KsRaster *part;

  find_pixels (self, area, &left, &top, &right, &bottom);
  part = create_raster (right - left, bottom - top, self->x + left / self->per_mm,
                        self->y + top / self->per_mm, self->per_mm);
  for (int y = 0; y < part->height; y++)
    memcpy (part->grey + y * part->width, self->grey + (top + y) * self->width + left,
            (gsize) part->width);
  return part;
}

/**
 * ks_raster_erase:
 * @self: a raster
 * @area: a part of it, in mm of the page
 *
 * Makes @area white, so that a code that was read is not read again.
 */
void
ks_raster_erase (KsRaster *self, const KsRect *area)
{
  int left, top, right, bottom;

  find_pixels (self, area, &left, &top, &right, &bottom);
  for (int y = top; y < bottom; y++)
    memset (self->grey + y * self->width + left, 0xFF, (gsize) (right - left));
}

/**
 * ks_raster_find_ink:
 * @self: a raster
 * @ink: (out caller-allocates): the smallest rectangle that holds all dark pixels, in mm of the
 *   page
 *
 * Returns: %FALSE if nothing is dark
 */
gboolean
ks_raster_find_ink (const KsRaster *self, KsRect *ink)
{
  int left = self->width;
  int right = -1;
  int top = self->height;
  int bottom = -1;

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      if (self->grey[y * self->width + x] < DARK)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = MAX (bottom, y);
        }
  if (right < 0)
    return FALSE;
  ink->x = self->x + left / self->per_mm;
  ink->y = self->y + top / self->per_mm;
  ink->width = (right + 1 - left) / self->per_mm;
  ink->height = (bottom + 1 - top) / self->per_mm;
  return TRUE;
}

/**
 * ks_raster_is_dark:
 * @self: a raster
 * @x: a place on the page, in mm
 * @y: a place on the page, in mm
 *
 * Returns: whether ink stands there; outside of the raster is none
 */
gboolean
ks_raster_is_dark (const KsRaster *self, double x, double y)
{
  int column = (int) floor ((x - self->x) * self->per_mm);
  int row = (int) floor ((y - self->y) * self->per_mm);

  return column >= 0 && column < self->width && row >= 0 && row < self->height
         && self->grey[row * self->width + column] < DARK;
}

/**
 * ks_raster_read_codes:
 * @self: a raster
 * @module: about how large the modules are, in mm; 0 if nobody knows
 * @must_be: whether a code must be there, so that it is worth looking again
 *
 * Returns: (transfer full) (element-type KsFoundCode): the QR codes that can be read on it
 */
GPtrArray *
ks_raster_read_codes (const KsRaster *self, double module, gboolean must_be)
{
  int step = MAX (1, (int) (module * self->per_mm / LINES_A_MODULE));
  GPtrArray *codes = ks_reader_get (NULL)->read_codes (self->grey, self->width, self->height, step,
                                                       must_be);

  for (guint i = 0; i < codes->len; i++)
    {
      KsRect *place = &((KsFoundCode *) g_ptr_array_index (codes, i))->place;

      *place = (KsRect){ self->x + place->x / self->per_mm, self->y + place->y / self->per_mm,
                         place->width / self->per_mm, place->height / self->per_mm };
    }
  return codes;
}
