/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gmodule.h>
#include <poppler.h>
#include <zbar.h>

#include "ks-reader.h"

/* The module that ks_reader_get() loads: the only code that knows poppler and zbar. */

G_MODULE_EXPORT const KsReader *ks_reader_module_get (void);

/* All documents of poppler share one FT_Library, which must not open or close a face on two threads
 * at once: documents are drawn and let go one at a time. That is a quarter of a proof. */
static GMutex of_faces;

static GObject *
load (GBytes *bytes, gboolean *locked)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &cause);

  *locked = g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
  return (GObject *) document;
}

static void
unload (GObject *document)
{
  g_mutex_lock (&of_faces);
  g_object_unref (document);
  g_mutex_unlock (&of_faces);
}

static guint
count_pages (GObject *document)
{
  return (guint) poppler_document_get_n_pages (POPPLER_DOCUMENT (document));
}

static char *
dup_keywords (GObject *document)
{
  return poppler_document_get_keywords (POPPLER_DOCUMENT (document));
}

static GObject *
load_page (GObject *document, guint index)
{
  return (GObject *) poppler_document_get_page (POPPLER_DOCUMENT (document), (int) index);
}

static void
measure_page (GObject *page, double *width, double *height)
{
  poppler_page_get_size (POPPLER_PAGE (page), width, height);
}

static KsRect *
convert_places (const PopplerRectangle *found, guint n)
{
  KsRect *places = g_new (KsRect, n);

  for (guint i = 0; i < n; i++)
    places[i] = (KsRect){ found[i].x1, found[i].y1, found[i].x2 - found[i].x1,
                          found[i].y2 - found[i].y1 };
  return places;
}

/* The text layer of a page, and where each of its characters stands when the caller asks. */
static char *
dup_text (GObject *page, KsRect **places, guint *n_places)
{
  char *text = poppler_page_get_text (POPPLER_PAGE (page));
  g_autofree PopplerRectangle *found = NULL;

  if (text == NULL || places == NULL)
    return text;
  *n_places = 0;
  poppler_page_get_text_layout (POPPLER_PAGE (page), &found, n_places);
  *places = convert_places (found, *n_places);
  return text;
}

static void
render (GObject *page, cairo_t *cr)
{
  g_mutex_lock (&of_faces);
  poppler_page_render_for_printing (POPPLER_PAGE (page), cr);
  g_mutex_unlock (&of_faces);
}

static void
free_scanner (gpointer scanner)
{
  zbar_image_scanner_destroy (scanner);
}

/* A code of 57 modules has three pixels a module left. */
#define LEAST_TO_HALVE 360

/* A scanner of QR codes alone, one for every thread. */
static zbar_image_scanner_t *
get_scanner (void)
{
  static GPrivate of_thread = G_PRIVATE_INIT (free_scanner);
  zbar_image_scanner_t *scanner = g_private_get (&of_thread);

  if (scanner == NULL)
    {
      scanner = zbar_image_scanner_create ();
      zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
      zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
      g_private_set (&of_thread, scanner);
    }
  return scanner;
}

/* scale: of the picture that was scanned to that of the caller. */
static KsFoundCode *
take_symbol (const zbar_symbol_t *symbol, int width, int height, int scale)
{
  KsFoundCode *found = g_new0 (KsFoundCode, 1);
  double left = width;
  double top = height;
  double right = 0;
  double bottom = 0;

  for (unsigned i = 0; i < zbar_symbol_get_loc_size (symbol); i++)
    {
      left = MIN (left, zbar_symbol_get_loc_x (symbol, i));
      right = MAX (right, zbar_symbol_get_loc_x (symbol, i));
      top = MIN (top, zbar_symbol_get_loc_y (symbol, i));
      bottom = MAX (bottom, zbar_symbol_get_loc_y (symbol, i));
    }
  found->text = g_strndup (zbar_symbol_get_data (symbol), zbar_symbol_get_data_length (symbol));
  found->place = (KsRect){ scale * left, scale * top, scale * (right - left),
                           scale * (bottom - top) };
  return found;
}

static void
scan (const guint8 *grey, int width, int height, int scale, int step, GPtrArray *codes)
{
  zbar_image_scanner_t *scanner = get_scanner ();
  zbar_image_t *image = zbar_image_create ();
  gsize size = (gsize) width * (gsize) height;

  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, step);
  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, step);
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, (unsigned) width, (unsigned) height);
  zbar_image_set_data (image, grey, size, NULL);
  if (size > 0 && zbar_scan_image (scanner, image) > 0)
    for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL;
         symbol = zbar_symbol_next (symbol))
      g_ptr_array_add (codes, take_symbol (symbol, width, height, scale));
  zbar_image_destroy (image);
}

static guint8 *
halve (const guint8 *grey, int width, int height)
{
  guint8 *half = g_new (guint8, (gsize) (width / 2) * (gsize) (height / 2));

  for (int y = 0; y < height / 2; y++)
    for (int x = 0; x < width / 2; x++)
      {
        const guint8 *at = grey + 2 * y * width + 2 * x;

        half[y * (width / 2) + x] = (guint8) ((at[0] + at[1] + at[width] + at[width + 1]) / 4);
      }
  return half;
}

/* Of large modules with soft edges, as a phone's picture has after Zalo, zbar misses every tenth
 * that it reads at half the size. step: from a line that is looked at to the next; where a code must
 * be and none was found, every line is looked at. */
static GPtrArray *
read_codes (const guint8 *grey, int width, int height, int step, gboolean must_be)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_found_code_free);
  g_autofree guint8 *half = NULL;

  scan (grey, width, height, 1, step, codes);
  if (codes->len == 0 && must_be && step > 1)
    scan (grey, width, height, 1, 1, codes);
  if (codes->len > 0 || !must_be || MIN (width, height) < LEAST_TO_HALVE)
    return codes;
  half = halve (grey, width, height);
  scan (half, width / 2, height / 2, 2, 1, codes);
  return codes;
}

/**
 * ks_reader_module_get:
 *
 * Returns: (transfer none): what the module can do
 */
const KsReader *
ks_reader_module_get (void)
{
  static const KsReader reader = {
    load,         unload,   count_pages, dup_keywords, load_page,
    measure_page, dup_text, render,      read_codes,
  };

  return &reader;
}
