/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-logo.h"

#include <string.h>

#include "ks-drawing.h"
#include "ks-i18n.h"
#include "ks-module.h"
#include "ks-pages-error.h"

#define PNG_MAGIC "\x89PNG\r\n\x1a\n"
#define PNG_HEAD 24
#define PNG_WIDTH 16
#define MOST_PIXELS 4000
/* More of this than any emblem has shows only as a grey square. */
#define MOST_SHAPE 20.0

struct _KsLogo {
  GMutex           lock;     /* of the surface: cairo's replay is no thread's but one's */
  cairo_surface_t *surface;
  double           width;
  double           height;
};

typedef struct {
  const guint8 *data;
  gsize         left;
} Reader;

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING,
               _("Cannot use this picture as a logo: %s. Choose a PNG or SVG of at most 512 KB."),
               reason);
  return FALSE;
}

static cairo_status_t
read_png_cb (void *closure, unsigned char *target, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (target, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* A small file can unpack to gigabytes: its measures are asked before. */
static gboolean
load_png (KsLogo *self, const guint8 *data, gsize size, GError **error)
{
  Reader reader = { data, size };
  guint32 width = size >= PNG_HEAD ? read_number (data + PNG_WIDTH) : 0;
  guint32 height = size >= PNG_HEAD ? read_number (data + PNG_WIDTH + 4) : 0;

  if (width == 0 || height == 0)
    return refuse (error, _("the file is damaged"));
  if (width > MOST_PIXELS || height > MOST_PIXELS)
    return refuse (error, _("it has more than 4000 pixels on a side"));
  self->surface = cairo_image_surface_create_from_png_stream (read_png_cb, &reader);
  self->width = width;
  self->height = height;
  return cairo_surface_status (self->surface) == CAIRO_STATUS_SUCCESS
         || refuse (error, _("the file is damaged"));
}

/* Entities are how a few bytes of XML become gigabytes. */
static gboolean
load_svg (KsLogo *self, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const KsDrawing *drawing = ks_module_get (KS_DRAWING_MODULE, KS_DRAWING_SYMBOL);

  if (g_strstr_len (data, (gssize) size, "<!ENTITY") != NULL)
    return refuse (error, _("it declares entities"));
  if (drawing == NULL)
    return refuse (error, _("the part of the program that reads SVG is not installed"));
  self->surface = drawing->record (bytes, &self->width, &self->height);
  return self->surface != NULL || refuse (error, _("it is no drawing, or too large a one"));
}

static gboolean
load (KsLogo *self, GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > KS_LOGO_MAX_BYTES)
    return refuse (error, _("the file is too large"));
  if (size >= strlen (PNG_MAGIC) && memcmp (data, PNG_MAGIC, strlen (PNG_MAGIC)) == 0)
    return load_png (self, data, size, error);
  if (size > 0 && g_strstr_len ((const char *) data, (gssize) size, "<svg") != NULL)
    return load_svg (self, bytes, error);
  return refuse (error, _("it is neither PNG nor SVG"));
}

/**
 * ks_logo_new:
 * @bytes: a PNG or SVG
 * @error: return location for an error
 *
 * Reads a picture that came from outside: size, pixels and entities are bounded, and nothing that
 * it refers to is fetched.
 *
 * Returns: (transfer full): the logo, or %NULL with %KS_PAGES_ERROR_SETTING
 */
KsLogo *
ks_logo_new (GBytes *bytes, GError **error)
{
  g_autoptr (KsLogo) self = g_new0 (KsLogo, 1);

  g_mutex_init (&self->lock);
  if (!load (self, bytes, error))
    return NULL;
  if (self->width / self->height <= MOST_SHAPE && self->height / self->width <= MOST_SHAPE)
    return g_steal_pointer (&self);
  refuse (error, _("it is a line"));
  return NULL;
}

/**
 * ks_logo_new_from_text:
 * @text: what ks_logo_bytes_to_text() made
 * @error: return location for an error
 *
 * Returns: (transfer full): the logo, or %NULL with %KS_PAGES_ERROR_SETTING
 */
KsLogo *
ks_logo_new_from_text (const char *text, GError **error)
{
  gsize length = 0;
  guchar *data = g_base64_decode (text, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);

  return ks_logo_new (bytes, error);
}

/**
 * ks_logo_bytes_to_text:
 * @bytes: a PNG or SVG
 *
 * Returns: (transfer full): the same as text, for a campaign's settings
 */
char *
ks_logo_bytes_to_text (GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  return g_base64_encode (data, size);
}

/**
 * ks_logo_free:
 * @self: (transfer full) (nullable): a logo
 */
void
ks_logo_free (KsLogo *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static double
paint_logo (cairo_t *cr, double width, double height, gpointer data)
{
  KsLogo *self = data;

  g_mutex_lock (&self->lock);
  cairo_scale (cr, width / self->width, height / self->height);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  /* The surface is let go within the lock: its counters are not for several threads. */
  cairo_set_source_rgb (cr, 0, 0, 0);
  g_mutex_unlock (&self->lock);
  return height;
}

/**
 * ks_logo_add:
 * @self: a logo; it must outlive the page
 * @page: a page
 * @room: where it may stand, in mm
 *
 * Adds the logo as large as its room lets it, at the right end, in the middle of the height.
 */
void
ks_logo_add (KsLogo *self, KsFolio *page, const KsRect *room)
{
  double scale = MIN (room->width / self->width, room->height / self->height);
  double width = scale * self->width;
  double height = scale * self->height;
  KsRect place = { room->x + room->width - width, room->y + (room->height - height) / 2, width,
                   height };

  ks_folio_add_painting (page, &place, paint_logo, self);
}
