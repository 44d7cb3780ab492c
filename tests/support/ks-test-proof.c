/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-proof.h"

#include <cairo-pdf.h>

#include "ks-type.h"

void
ks_test_fill (cairo_t *cr, double grey, double x, double y, double width, double height)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
paint_page (KsPages *pages, guint page, const KsTestCopy *copy, const KsCodeCell *spoilt, cairo_t *cr)
{
  cairo_save (cr);
  if (copy->scale > 0)
    cairo_scale (cr, copy->scale, copy->scale);
  ks_pages_paint (pages, page, cr);
  cairo_scale (cr, KS_POINTS_PER_MM, KS_POINTS_PER_MM);
  if (spoilt != NULL)
    copy->spoil (cr, spoilt);
  cairo_restore (cr);
  cairo_show_page (cr);
}

KsProofFile *
ks_test_print_copy (KsPages *pages, const KsTestCopy *copy)
{
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);
  const KsCodeCell *cell = g_ptr_array_index (cells, copy->index);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "copy.pdf", NULL);
  double scale = (copy->scale > 0 ? copy->scale : 1) * KS_POINTS_PER_MM;
  int last = (int) ks_pages_get_n_pages (pages) - 1;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  KsProofFile *file;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0755);
  surface = cairo_pdf_surface_create (path, 210 * scale, 297 * scale);
  cr = cairo_create (surface);
  for (int i = 0; i < copy->n_pages; i++)
    paint_page (pages, (guint) MIN (i, last), copy,
                copy->spoil != NULL && i == (int) cell->page ? cell : NULL, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  file = ks_proof_file_open (path, &error);
  g_assert_no_error (error);
  return file;
}

/* As a PDF is judged that says nothing of its layout. */
GPtrArray *
ks_test_prove_captions (KsProofFile *file, GPtrArray *sheets, const KsCampaignInfo *info)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (KsTokenTable) tokens = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *results;

  for (guint i = 0; i < sheets->len; i++)
    {
      const KsSheet *sheet = g_ptr_array_index (sheets, i);

      g_ptr_array_add (codes, (char *) ks_unit_get_code (sheet->unit));
      g_ptr_array_add (links, sheet->link);
    }
  g_ptr_array_add (links, NULL);
  tokens = ks_token_table_new (info->key, info->id, (const char *const *) codes->pdata, codes->len);
  results = ks_proof_file_prove_captions (file, tokens, (const char *const *) links->pdata, NULL, &error);
  g_assert_no_error (error);
  return results;
}
