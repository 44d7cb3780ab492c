/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <poppler.h>
#include <string.h>

#include "ks-pdf-pack.h"

#define N_PAGES 40

static cairo_status_t
append_bytes_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Pages with a word each, and a title that looks like the ends of objects. */
static GBytes *
make_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes_cb, bytes, 200, 100);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2024-04-01T00:00:00Z");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "endobj stream /Length 7 0 R");
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *word = g_strdup_printf ("page %u", i);

      cairo_move_to (cr, 20, 50);
      cairo_show_text (cr, word);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* What was said is still said, in fewer bytes. */
static void
test_same_document (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GBytes) packed = ks_pdf_pack (pdf);
  g_autoptr (GBytes) again = ks_pdf_pack (pdf);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (packed, NULL, &error);
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (packed), <, g_bytes_get_size (pdf) * 2 / 3);
  g_assert_true (g_bytes_equal (packed, again));
  title = poppler_document_get_title (document);
  g_assert_cmpstr (title, ==, "endobj stream /Length 7 0 R");
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, N_PAGES);
  for (int i = 0; i < N_PAGES; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree char *wanted = g_strdup_printf ("page %d", i);

      g_assert_cmpstr (g_strchomp (text), ==, wanted);
      g_object_unref (page);
    }
  g_object_unref (document);
}

/* What is packed already, no PDF, or cut off comes back as it is; every cut is tried. */
static void
test_other_bytes (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GBytes) packed = ks_pdf_pack (pdf);
  g_autoptr (GBytes) twice = ks_pdf_pack (packed);
  gsize size = g_bytes_get_size (pdf);

  g_assert_true (g_bytes_equal (packed, twice));
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, i);
      g_autoptr (GBytes) same = ks_pdf_pack (cut);

      /* Without the last line feeds it is still whole. */
      g_assert_true (i > size - 10 || g_bytes_equal (cut, same));
    }
}

/* A table that leads astray is not followed. */
static void
test_wrong_table (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  gsize size = g_bytes_get_size (pdf);
  const char *data = g_bytes_get_data (pdf, NULL);
  gsize table = size;

  while (table > 0 && memcmp (data + table - 1, "xref\n0 ", 7) != 0)
    table--;
  for (gsize i = table + 6; i + 4 < size; i++)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) wrong = NULL;
      g_autoptr (GBytes) result = NULL;

      copy[i] = copy[i] == '9' ? '0' : '9';
      wrong = g_bytes_new (copy, size);
      result = ks_pdf_pack (wrong);
      g_assert_cmpuint (g_bytes_get_size (result), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pdf-pack/same-document", test_same_document);
  g_test_add_func ("/pdf-pack/other-bytes", test_other_bytes);
  g_test_add_func ("/pdf-pack/wrong-table", test_wrong_table);
  return g_test_run ();
}
