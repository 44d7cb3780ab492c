/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-base-error.h"
#include "ks-qr-error.h"
#include "ks-test-proof.h"

typedef struct {
  KsRegistry     *registry;
  KsCampaignInfo *info;
  GPtrArray      *sheets;  /* as the campaign has them */
  GPtrArray      *printed; /* as they are printed: faults are planted here */
  KsSheetContext  context;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->registry = ks_test_registry ();
  f->info = ks_test_info ();
  f->sheets = ks_test_sheets (f->registry, f->info);
  f->printed = ks_test_sheets (f->registry, f->info);
  f->context = ks_test_context (f->info, f->sheets->len);
}

/* Faults are sought among few units: proofs of all 209 are slow under a sanitizer. */
static void
set_up_few (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  g_ptr_array_set_size (f->sheets, 9);
  g_ptr_array_set_size (f->printed, 9);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->sheets);
  g_ptr_array_unref (f->printed);
  ks_campaign_info_free (f->info);
  g_object_unref (f->registry);
}

static KsPages *
make_pages (const Fixture *f, GPtrArray *sheets, guint n_columns)
{
  g_autoptr (GError) error = NULL;
  KsPages *pages = n_columns == 0 ? ks_poster_pages_new (sheets, &f->context, &error)
                                  : ks_annex_pages_new (sheets, &f->context, n_columns, &error);

  g_assert_no_error (error);
  return pages;
}

static KsProofFile *
open_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  KsProofFile *file = ks_proof_file_new (pdf, "sheets.pdf", &error);

  g_assert_no_error (error);
  return file;
}

static KsProofFile *
print_sheets (const Fixture *f, guint n_columns)
{
  g_autoptr (KsPages) pages = make_pages (f, f->printed, n_columns);
  g_autoptr (GBytes) pdf = ks_pages_dup_pdf (pages, f->info->from, NULL, NULL);

  return open_pdf (pdf);
}

/* What a proof of the file says, if the campaign's own sheets are expected. */
static GPtrArray *
prove (const Fixture *f, KsProofFile *file, guint n_columns)
{
  g_autoptr (KsPages) wanted = make_pages (f, f->sheets, n_columns);
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (wanted, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *results = ks_proof_file_prove_cells (file, cells, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, f->sheets->len);
  return results;
}

static guint
count_proven (GPtrArray *results)
{
  guint n = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const KsProofResult *result = g_ptr_array_index (results, i);
      g_autofree char *line = ks_proof_result_to_line (result);

      if (result->verdict == KS_PROOF_PROVEN)
        n++;
      else
        g_test_message ("%s", line);
    }
  return n;
}

static const KsProofResult *
get_result (GPtrArray *results, guint index)
{
  return g_ptr_array_index (results, index);
}

/* All 209 codes of each layout are read back from the finished PDF. */
static void
test_all (Fixture *f, gconstpointer data)
{
  for (guint n_columns = 0; n_columns <= 2; n_columns++)
    {
      g_autoptr (KsProofFile) file = print_sheets (f, n_columns);
      g_autoptr (GPtrArray) results = prove (f, file, n_columns);

      g_assert_cmpuint (count_proven (results), ==, 209);
      for (guint i = 0; i < results->len; i++)
        g_assert_cmpstr (get_result (results, i)->unit_code, ==,
                         ks_unit_get_code (((KsSheet *) g_ptr_array_index (f->sheets, i))->unit));
    }
}

static void
test_swapped (Fixture *f, gconstpointer data)
{
  KsSheet *a = g_ptr_array_index (f->printed, 2);
  KsSheet *b = g_ptr_array_index (f->printed, 6);
  g_autoptr (KsProofFile) file = NULL;
  g_autoptr (GPtrArray) results = NULL;

  ks_test_swap (&a->link, &b->link);
  file = print_sheets (f, 1);
  results = prove (f, file, 1);
  g_assert_cmpuint (count_proven (results), ==, 7);
  g_assert_cmpint (get_result (results, 2)->verdict, ==, KS_PROOF_OTHER_LINK);
  g_assert_cmpstr (get_result (results, 2)->found, ==, a->link);
  g_assert_cmpint (get_result (results, 6)->verdict, ==, KS_PROOF_OTHER_LINK);
}

static void
test_old_link (Fixture *f, gconstpointer data)
{
  KsSheet *sheet = g_ptr_array_index (f->printed, 4);
  g_autoptr (KsProofFile) file = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *line = NULL;
  g_autofree char *sentence = NULL;

  g_free (sheet->link);
  sheet->link = g_strdup ("https://example.org/2023?u=07213-VGADWA");
  file = print_sheets (f, 0);
  results = prove (f, file, 0);
  g_assert_cmpuint (count_proven (results), ==, 8);
  line = ks_proof_result_to_line (get_result (results, 4));
  g_assert_cmpstr (line, ==,
                   "page 5, 07213-VGADWA: the code holds another link: "
                   "https://example.org/2023?u=07213-VGADWA");
  sentence = ks_proof_result_dup_sentence (get_result (results, 4));
  g_assert_cmpstr (sentence, ==,
                   "Sheet 5, 07213-VGADWA: the code holds another link: "
                   "https://example.org/2023?u=07213-VGADWA");
}

/* The code is right, but the token beside it is another unit's. */
static void
test_captions (Fixture *f, gconstpointer data)
{
  for (guint n_columns = 0; n_columns <= 2; n_columns++)
    {
      KsSheet *a = g_ptr_array_index (f->printed, 1);
      KsSheet *b = g_ptr_array_index (f->printed, 2);
      g_autoptr (KsProofFile) file = NULL;
      g_autoptr (GPtrArray) results = NULL;

      ks_test_swap (&a->token, &b->token);
      file = print_sheets (f, n_columns);
      results = prove (f, file, n_columns);
      g_assert_cmpuint (count_proven (results), ==, 7);
      g_assert_cmpint (get_result (results, 1)->verdict, ==, KS_PROOF_OTHER_CAPTION);
      g_assert_cmpstr (get_result (results, 1)->found, ==, a->token);
      ks_test_swap (&a->token, &b->token);
    }
}

static void
test_no_caption (Fixture *f, gconstpointer data)
{
  KsSheet *sheet = g_ptr_array_index (f->printed, 3);
  g_autoptr (KsProofFile) file = NULL;
  g_autoptr (GPtrArray) results = NULL;

  g_free (sheet->token);
  sheet->token = g_strdup ("");
  file = print_sheets (f, 1);
  results = prove (f, file, 1);
  g_assert_cmpuint (count_proven (results), ==, 8);
  g_assert_cmpint (get_result (results, 3)->verdict, ==, KS_PROOF_CAPTION_MISSING);
}

/* Prints the first pages with something over the cell at index. */
static KsProofFile *
print_spoilt (const Fixture *f, guint n_columns, guint index, KsTestSpoil spoil, guint n_pages)
{
  g_autoptr (KsPages) pages = make_pages (f, f->printed, n_columns);
  const KsTestCopy copy = { .n_pages = (int) MIN (n_pages, ks_pages_get_n_pages (pages)),
                            .spoil = spoil, .index = index };

  return ks_test_print_copy (pages, &copy);
}

/* A module is a quarter of the quiet zone. */
static void
clip_right (cairo_t *cr, const KsCodeCell *cell)
{
  double module = cell->quiet / 4;

  ks_test_fill (cr, 1, cell->code.x + cell->code.width - cell->quiet - 1.5 * module, cell->code.y,
           6 * module, cell->code.height);
}

static void
clip_bottom (cairo_t *cr, const KsCodeCell *cell)
{
  double module = cell->quiet / 4;

  ks_test_fill (cr, 1, cell->code.x, cell->code.y + cell->code.height - cell->quiet - 1.2 * module,
           cell->code.width, 6 * module);
}

static void
stroke_quiet_zone (cairo_t *cr, const KsCodeCell *cell)
{
  ks_test_fill (cr, 0, cell->code.x, cell->code.y + cell->quiet / 2, cell->code.width, 0.3);
}

static void
cover_all (cairo_t *cr, const KsCodeCell *cell)
{
  ks_test_fill (cr, 1, cell->code.x, cell->code.y, cell->code.width, cell->code.height);
}

static void
blot_middle (cairo_t *cr, const KsCodeCell *cell)
{
  ks_test_fill (cr, 0, cell->code.x + cell->code.width * 0.3, cell->code.y + cell->code.height * 0.3,
           cell->code.width * 0.45, cell->code.height * 0.45);
}

static void
test_spoilt (Fixture *f, gconstpointer data)
{
  static const KsTestSpoil spoils[]
      = { clip_right, clip_bottom, stroke_quiet_zone, cover_all, blot_middle };

  for (guint n_columns = 0; n_columns <= 2; n_columns++)
    for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
      {
        g_autoptr (KsProofFile) file = print_spoilt (f, n_columns, 3, spoils[i], 99);
        g_autoptr (GPtrArray) results = prove (f, file, n_columns);
        KsProofVerdict verdict = get_result (results, 3)->verdict;

        g_assert_cmpuint (count_proven (results), ==, 8);
        g_assert_true (verdict == KS_PROOF_CLIPPED || verdict == KS_PROOF_UNREADABLE
                       || verdict == KS_PROOF_QUIET_ZONE);
      }
}

/* Without a fault this way of printing is proven too, so the faults above are what was found. */
static void
test_unspoilt (Fixture *f, gconstpointer data)
{
  g_autoptr (KsProofFile) file = print_spoilt (f, 1, 3, NULL, 99);
  g_autoptr (GPtrArray) results = prove (f, file, 1);

  g_assert_cmpuint (count_proven (results), ==, 9);
}

static void
test_missing_page (Fixture *f, gconstpointer data)
{
  g_autoptr (KsProofFile) file = print_spoilt (f, 0, 0, NULL, 7);
  g_autoptr (GPtrArray) results = prove (f, file, 0);
  g_autofree char *line = ks_proof_result_to_line (get_result (results, 8));

  g_assert_cmpuint (count_proven (results), ==, 7);
  g_assert_cmpint (get_result (results, 7)->verdict, ==, KS_PROOF_PAGE_MISSING);
  g_assert_true (g_str_has_prefix (line, "page 9, "));
  g_assert_true (g_str_has_suffix (line, ": the page is missing"));
}

/* A PDF that says nothing of its layout is judged by its captions. */
static void
test_foreign (Fixture *f, gconstpointer data)
{
  for (guint n_columns = 0; n_columns <= 2; n_columns++)
    {
      g_autoptr (KsProofFile) file = print_spoilt (f, n_columns, 0, NULL, 99);
      g_autoptr (GPtrArray) results = ks_test_prove_captions (file, f->sheets, f->info);

      g_assert_null (ks_proof_file_get_keywords (file));
      g_assert_cmpuint (results->len, ==, 9);
      g_assert_cmpuint (count_proven (results), ==, 9);
    }
}

static void
test_foreign_faults (Fixture *f, gconstpointer data)
{
  KsSheet *a = g_ptr_array_index (f->printed, 0);
  KsSheet *b = g_ptr_array_index (f->printed, 1);
  KsSheet *c = g_ptr_array_index (f->printed, 2);
  g_autoptr (KsProofFile) file = NULL;
  g_autoptr (GPtrArray) results = NULL;

  ks_test_swap (&a->link, &b->link);
  g_free (c->token);
  c->token = g_strdup ("07207-000000");
  file = print_spoilt (f, 2, 4, cover_all, 99);
  results = ks_test_prove_captions (file, f->sheets, f->info);
  g_assert_cmpuint (results->len, ==, 9);
  g_assert_cmpuint (count_proven (results), ==, 5);
  for (guint i = 0; i < results->len; i++)
    if (g_str_equal (get_result (results, i)->unit_code, "07207"))
      g_assert_cmpint (get_result (results, i)->verdict, ==, KS_PROOF_OTHER_CAPTION);
}

static void
assert_refused (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_proof_file_new (bytes, "mã.pdf", &error));
  g_assert_error (error, KS_QR_ERROR, KS_QR_ERROR_PROOF);
  g_assert_nonnull (strstr (error->message, "mã.pdf"));
}

static void
test_wrong_files (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = make_pages (f, f->printed, 1);
  g_autoptr (GBytes) pdf = ks_pages_dup_pdf (pages, f->info->from, NULL, NULL);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("code,name\n07210,x\n", 18);
  g_autoptr (GBytes) stub = g_bytes_new_static ("%PDF-1.5\n%%EOF\n", 15);
  g_autoptr (GError) missing = NULL;

  assert_refused (empty);
  assert_refused (text);
  assert_refused (stub);
  for (guint part = 1; part <= 9; part++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) * part / 10);

      assert_refused (cut);
    }
  g_assert_null (ks_proof_file_open ("/nowhere/mã.pdf", &missing));
  g_assert_error (missing, KS_BASE_ERROR, KS_BASE_ERROR_FILE);
}

static void
test_stop (Fixture *f, gconstpointer data)
{
  g_autoptr (KsProofFile) file = print_sheets (f, 0);
  g_autoptr (KsPages) pages = make_pages (f, f->sheets, 0);
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);
  g_autoptr (KsJob) job = ks_job_new ("proof");
  g_autoptr (GError) error = NULL;

  ks_job_stop (job);
  g_assert_null (ks_proof_file_prove_cells (file, cells, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_progress (Fixture *f, gconstpointer data)
{
  g_autoptr (KsProofFile) file = print_sheets (f, 0);
  g_autoptr (KsPages) pages = make_pages (f, f->sheets, 0);
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);
  g_autoptr (KsJob) job = ks_job_new ("proof");
  g_autoptr (GPtrArray) results = ks_proof_file_prove_cells (file, cells, job, NULL);

  g_assert_cmpuint (results->len, ==, 9);
  g_assert_cmpint (ks_job_get_done (job), ==, 9);
  g_assert_cmpint (ks_job_get_total (job), ==, 9);
}

#define ADD(path, prepare, func) g_test_add (path, Fixture, NULL, prepare, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/proof/all", set_up, test_all);
  ADD ("/proof/swapped", set_up_few, test_swapped);
  ADD ("/proof/old-link", set_up_few, test_old_link);
  ADD ("/proof/captions", set_up_few, test_captions);
  ADD ("/proof/no-caption", set_up_few, test_no_caption);
  ADD ("/proof/spoilt", set_up_few, test_spoilt);
  ADD ("/proof/unspoilt", set_up_few, test_unspoilt);
  ADD ("/proof/missing-page", set_up_few, test_missing_page);
  ADD ("/proof/foreign", set_up_few, test_foreign);
  ADD ("/proof/foreign-faults", set_up_few, test_foreign_faults);
  ADD ("/proof/wrong-files", set_up_few, test_wrong_files);
  ADD ("/proof/stop", set_up_few, test_stop);
  ADD ("/proof/progress", set_up_few, test_progress);
  return g_test_run ();
}
