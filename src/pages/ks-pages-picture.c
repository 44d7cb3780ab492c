/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-svg.h>
#include <string.h>

#include "ks-i18n.h"
#include "ks-pages-error.h"
#include "ks-platform.h"
#include "ks-sheet-private.h"

/* A picture for a phone has the pixels that its layout counts. */
#define PICTURE_DPI (25.4 / KS_IMAGE_MM (1))

static cairo_status_t
append_bytes_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
take_bytes (GByteArray *bytes, cairo_status_t status, GError **error)
{
  g_autoptr (GBytes) picture = g_byte_array_free_to_bytes (bytes);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&picture);
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_FILE,
               _("Cannot make the picture: %s. Choose a lower resolution."),
               cairo_status_to_string (status));
  return NULL;
}

/* What a picture is of: a page, or a painting of its own. */
typedef struct
{
  double width; /* in mm */
  double height;
  KsPages *pages;
  guint index;
  KsFolioPainter painter;
  gpointer data;
} Picture;

static void
paint_picture (const Picture *self, cairo_t *cr)
{
  if (self->pages != NULL)
    ks_pages_paint (self->pages, self->index, cr);
  else
    self->painter (cr, self->width * KS_POINTS_PER_MM, self->height * KS_POINTS_PER_MM, self->data);
}

static GBytes *
make_png (const Picture *picture, double dpi, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(picture->width / 25.4 * dpi + 0.5),
                                    (int)(picture->height / 25.4 * dpi + 0.5));
  cairo_status_t status;
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / 72, dpi / 72);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    paint_picture (picture, cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, append_bytes_cb, bytes);
  cairo_surface_destroy (surface);
  return take_bytes (bytes, status, error);
}

static GBytes *
make_page_png (KsPages *self, guint index, double dpi, GError **error)
{
  Picture picture = { .pages = self, .index = index };

  ks_pages_get_size (self, &picture.width, &picture.height);
  return make_png (&picture, dpi, error);
}

/* Cairo counts its surfaces through the life of the process, and writes that number into the
 * file; the same page shall be the same bytes. And a drawing has a name for who cannot see it. */
static GBytes *
settle_svg (GBytes *svg, const char *title, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  g_autoptr (GRegex) number = g_regex_new ("surface[0-9]+", 0, 0, NULL);
  g_autoptr (GRegex) head = g_regex_new ("(<svg [^>]*>)", 0, 0, NULL);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *named = g_strdup_printf ("\\1\n<title>%s</title>", escaped);
  g_autofree char *settled
      = g_regex_replace_literal (number, data, (gssize) size, 0, "page", 0, error);
  char *whole = settled != NULL ? g_regex_replace (head, settled, -1, 0, named, 0, error) : NULL;

  return whole != NULL ? g_bytes_new_take (whole, strlen (whole)) : NULL;
}

static GBytes *
make_svg (KsPages *self, guint index, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) svg = NULL;
  double width;
  double height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  ks_pages_get_size (self, &width, &height);
  surface = cairo_svg_surface_create_for_stream (append_bytes_cb, bytes, width * KS_POINTS_PER_MM,
                                                 height * KS_POINTS_PER_MM);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ks_pages_paint (self, index, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  svg = take_bytes (bytes, status, error);
  return svg != NULL ? settle_svg (svg, ks_pages_get_title (self), error) : NULL;
}

/**
 * ks_pages_dup_picture:
 * @self: a document
 * @index: a page, from 0
 * @format: what kind of picture
 * @error: return location for an error
 *
 * Makes a picture of a page on white ground; a page of the layout for phones has 1240 × 1600
 * pixels. Text of an SVG is drawn, so that it looks the same where no font is installed. The same
 * page gives the same bytes.
 *
 * Returns: (transfer full): the picture, or %NULL with %KS_PAGES_ERROR_FILE
 */
GBytes *
ks_pages_dup_picture (KsPages *self, guint index, KsPictureFormat format, GError **error)
{
  g_return_val_if_fail (KS_IS_PAGES (self), NULL);

  return format == KS_FORMAT_SVG ? make_svg (self, index, error)
                                  : make_page_png (self, index, PICTURE_DPI, error);
}

/**
 * ks_pages_write_png:
 * @self: a document
 * @index: a page, from 0
 * @dpi: pixels per inch
 * @path: the file to write
 * @error: return location for an error
 *
 * Writes one page as a picture on white ground.
 *
 * Returns: %FALSE with %KS_BASE_ERROR_FILE if the file cannot be written, or with
 *   %KS_PAGES_ERROR_FILE if the picture would be too large
 */
gboolean
ks_pages_write_png (KsPages *self, guint index, double dpi, const char *path, GError **error)
{
  g_autoptr (GBytes) picture = make_page_png (self, index, dpi, error);

  return picture != NULL
         && ks_file_write (path, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture),
                           error);
}

/**
 * ks_painting_dup_png:
 * @painter: paints it
 * @data: what @painter needs
 * @width: in mm
 * @height: in mm
 * @dpi: pixels per inch
 * @error: return location for an error
 *
 * Makes a picture of a painting on white ground, for a file that holds no drawings.
 *
 * Returns: (transfer full): the picture, or %NULL with %KS_PAGES_ERROR_FILE
 */
GBytes *
ks_painting_dup_png (
    KsFolioPainter painter, gpointer data, double width, double height, double dpi, GError **error)
{
  const Picture picture = { .width = width, .height = height, .painter = painter, .data = data };

  return make_png (&picture, dpi, error);
}
