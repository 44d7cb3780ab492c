/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <qrencode.h>
#include <string.h>

#include "ks-test-proof.h"

/* Faults are planted one by one into sheets of ours; each is told in a sentence of its own, which
 * names the page and the unit. */

#define N_SHEETS 9
#define VICTIM 3
#define OTHER 5
#define STRAY "https://example.org/other"

typedef void (*Change) (KsSheet *sheet, KsSheet *other);

typedef struct {
  const char *name;
  guint       columns;  /* of the annex; 0: posters */
  Change      change;   /* of what is printed */
  KsTestSpoil spoil;    /* over what was printed */
  int         pages;    /* how many are printed more */
  double      scale;    /* of the page; 0: 1 */
  guint       n_faults;
  const char *said;     /* of the victim */
} Fault;

static KsRect
find_square (const KsCodeCell *cell)
{
  return (KsRect){ cell->code.x + cell->quiet, cell->code.y + cell->quiet,
                   cell->code.width - 2 * cell->quiet, cell->code.height - 2 * cell->quiet };
}

static void
cover (cairo_t *cr, const KsCodeCell *cell)
{
  ks_test_fill (cr, 1, cell->code.x, cell->code.y, cell->code.width, cell->code.height);
}

static void
draw_code (cairo_t *cr, const char *text, QRecLevel level, const KsRect *square)
{
  QRcode *code
      = QRcode_encodeData ((int) strlen (text), (const unsigned char *) text, 0, level);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_translate (cr, square->x, square->y);
  cairo_scale (cr, square->width / code->width, square->height / code->width);
  for (int i = 0; i < code->width * code->width; i++)
    if (code->data[i] & 1)
      cairo_rectangle (cr, i % code->width, i / code->width, 1, 1);
  cairo_fill (cr);
  cairo_restore (cr);
  QRcode_free (code);
}

static void
draw_again (cairo_t *cr, const KsCodeCell *cell, double scale, double shift, QRecLevel level)
{
  KsRect square = find_square (cell);
  double more = (scale - 1) * square.width;
  KsRect place = { square.x - more / 2 + shift, square.y - more / 2, square.width + more,
                   square.height + more };

  cover (cr, cell);
  draw_code (cr, cell->link, level, &place);
}

static void
spoil_same (cairo_t *cr, const KsCodeCell *cell)
{
  draw_again (cr, cell, 1, 0, cell->level == KS_SYMBOL_LEVEL_Q ? QR_ECLEVEL_Q : QR_ECLEVEL_M);
}

static void
spoil_larger (cairo_t *cr, const KsCodeCell *cell)
{
  draw_again (cr, cell, 1.015, 0, QR_ECLEVEL_Q);
}

static void
spoil_smaller (cairo_t *cr, const KsCodeCell *cell)
{
  draw_again (cr, cell, 0.985, 0, QR_ECLEVEL_M);
}

static void
spoil_shifted (cairo_t *cr, const KsCodeCell *cell)
{
  draw_again (cr, cell, 1, cell->quiet / 4, QR_ECLEVEL_Q);
}

static void
spoil_level_l (cairo_t *cr, const KsCodeCell *cell)
{
  draw_again (cr, cell, 1, 0, QR_ECLEVEL_L);
}

static void
spoil_level_h (cairo_t *cr, const KsCodeCell *cell)
{
  draw_again (cr, cell, 1, 0, QR_ECLEVEL_H);
}

static void
spoil_right (cairo_t *cr, const KsCodeCell *cell)
{
  KsRect square = find_square (cell);
  double module = cell->quiet / 4;

  ks_test_fill (cr, 1, square.x + square.width - 0.4 * module, square.y, module, square.height);
}

static void
spoil_bottom (cairo_t *cr, const KsCodeCell *cell)
{
  KsRect square = find_square (cell);
  double module = cell->quiet / 4;

  ks_test_fill (cr, 1, square.x, square.y + square.height - 0.4 * module, square.width, module);
}

/* Of the quiet zone, one module is left. */
static void
spoil_quiet (cairo_t *cr, const KsCodeCell *cell)
{
  KsRect square = find_square (cell);
  double module = cell->quiet / 4;

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, module);
  cairo_rectangle (cr, square.x - 1.5 * module, square.y - 1.5 * module, square.width + 3 * module,
                   square.height + 3 * module);
  cairo_stroke (cr);
}

/* Within what error correction mends. */
static void
spoil_blot (cairo_t *cr, const KsCodeCell *cell)
{
  KsRect square = find_square (cell);
  double module = cell->quiet / 4;

  ks_test_fill (cr, 0, square.x + 20 * module, square.y + 20 * module, 4 * module, 4 * module);
}

static void
spoil_stray (cairo_t *cr, const KsCodeCell *cell)
{
  KsRect place = { cell->code.x + cell->code.width + 15, cell->code.y + 50, 24, 24 };

  ks_test_fill (cr, 1, place.x - 5, place.y - 5, place.width + 10, place.height + 10);
  draw_code (cr, STRAY, QR_ECLEVEL_M, &place);
}

static void
spoil_head (cairo_t *cr, const KsCodeCell *cell)
{
  KsRect place = { 160, 8, 20, 20 };

  ks_test_fill (cr, 1, place.x - 4, place.y - 4, place.width + 8, place.height + 8);
  draw_code (cr, STRAY, QR_ECLEVEL_M, &place);
}

static void
change_links (KsSheet *sheet, KsSheet *other)
{
  ks_test_swap (&sheet->link, &other->link);
}

static void
change_tokens (KsSheet *sheet, KsSheet *other)
{
  ks_test_swap (&sheet->token, &other->token);
}

static void
change_token (KsSheet *sheet, KsSheet *other)
{
  g_free (sheet->token);
  sheet->token = g_strdup ("");
}

static void
change_link (KsSheet *sheet, KsSheet *other)
{
  g_free (sheet->link);
  sheet->link = g_strdup ("https://example.org/2023");
}

static void
rename_unit (KsSheet *sheet, const char *name, const char *district)
{
  KsUnit *unit = sheet->unit;
  KsUnit *changed
      = ks_unit_new (ks_unit_get_code (unit), name != NULL ? name : ks_unit_get_name (unit),
                     ks_unit_get_kind (unit), ks_unit_get_district_code (unit),
                     district != NULL ? district : ks_unit_get_district_name (unit),
                     ks_unit_get_staff (unit), NULL);

  g_object_unref (unit);
  sheet->unit = changed;
}

static void
change_name (KsSheet *sheet, KsSheet *other)
{
  rename_unit (sheet, "Xã Không Còn", NULL);
}

static void
change_district (KsSheet *sheet, KsSheet *other)
{
  rename_unit (sheet, NULL, "Huyện Không Còn");
}

static const Fault faults[] = {
  { "none-poster", 0, .n_faults = 0 },
  { "none-annex-1", 1, .n_faults = 0 },
  { "none-annex-2", 2, .n_faults = 0 },
  { "drawn-again", 0, .spoil = spoil_same, .n_faults = 0 },
  { "larger", 0, .spoil = spoil_larger, .n_faults = 1,
    .said = "the code has another size: 101.5 %" },
  { "smaller", 1, .spoil = spoil_smaller, .n_faults = 1,
    .said = "the code has another size: 98." },
  { "shifted", 0, .spoil = spoil_shifted, .n_faults = 1,
    .said = "the code is cut off, shifted or overprinted" },
  { "level-l", 0, .spoil = spoil_level_l, .n_faults = 1,
    .said = "the code has another level of error correction: L instead of Q" },
  { "level-h", 1, .spoil = spoil_level_h, .n_faults = 1,
    .said = "the code has another level of error correction: H instead of M" },
  { "edge-right", 2, .spoil = spoil_right, .n_faults = 1,
    .said = "the code is cut off, shifted or overprinted" },
  { "edge-bottom", 0, .spoil = spoil_bottom, .n_faults = 1,
    .said = "the code is cut off, shifted or overprinted" },
  { "quiet-zone", 0, .spoil = spoil_quiet, .n_faults = 1,
    .said = "something stands in the quiet zone of the code" },
  { "blot", 0, .spoil = spoil_blot, .n_faults = 1, .said = "the code is damaged: " },
  { "no-code", 2, .spoil = cover, .n_faults = 1, .said = "no code can be read" },
  { "stray", 0, .spoil = spoil_stray, .n_faults = 1,
    .said = "another code stands on the same sheet: " STRAY },
  { "stray-on-page", 1, .spoil = spoil_head, .n_faults = 1,
    .said = "a code stands where none belongs: " STRAY },
  { "swapped", 2, .change = change_links, .n_faults = 2, .said = "the code holds another link: https" },
  { "old-link", 0, .change = change_link, .n_faults = 1,
    .said = "the code holds another link: https://example.org/2023" },
  { "captions", 1, .change = change_tokens, .n_faults = 2, .said = "the caption is another one: 07" },
  { "no-caption", 2, .change = change_token, .n_faults = 1, .said = "the caption is missing" },
  { "name", 1, .change = change_name, .n_faults = 1,
    .said = "the name of the unit is not beside the code: " },
  { "name-poster", 0, .change = change_name, .n_faults = 1,
    .said = "the name of the unit is not beside the code: " },
  { "district", 0, .change = change_district, .n_faults = 1,
    .said = "the name of the district is not beside the code: " },
  { "extra-page", 0, .pages = 1, .n_faults = 2, .said = "the page is one too many" },
  { "missing-page", 0, .pages = -6, .n_faults = 6, .said = "the page is missing" },
  { "page-size", 0, .scale = 1.015, .n_faults = 2 * N_SHEETS,
    .said = "the page has another size: 213 × 301 mm instead of 210 × 297 mm" },
};

typedef struct {
  KsRegistry     *registry;
  KsCampaignInfo *info;
  KsSheetContext  context;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->registry = ks_test_registry ();
  f->info = ks_test_info ();
  f->context = ks_test_context (f->info, N_SHEETS);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ks_campaign_info_free (f->info);
  g_object_unref (f->registry);
}

static KsPages *
lay_out (const Fixture *f, const Fault *fault, Change change)
{
  g_autoptr (GPtrArray) sheets = ks_test_sheets (f->registry, f->info);
  KsSheetOptions options = { .layout = fault->columns > 0 ? KS_LAYOUT_ANNEX : KS_LAYOUT_POSTER,
                             .columns = fault->columns };
  g_autoptr (GError) error = NULL;
  KsPages *pages;

  g_ptr_array_set_size (sheets, N_SHEETS);
  if (change != NULL)
    change (g_ptr_array_index (sheets, VICTIM), g_ptr_array_index (sheets, OTHER));
  pages = ks_sheet_pages_new (sheets, &f->context, &options, &error);
  g_assert_no_error (error);
  return pages;
}

static KsProofFile *
print_faulty (const Fixture *f, const Fault *fault)
{
  g_autoptr (KsPages) pages = lay_out (f, fault, fault->change);
  const KsTestCopy copy = { .n_pages = (int) ks_pages_get_n_pages (pages) + fault->pages,
                            .scale = fault->scale, .spoil = fault->spoil, .index = VICTIM };

  return ks_test_print_copy (pages, &copy);
}

static GPtrArray *
prove (const Fixture *f, const Fault *fault, KsProofFile *file)
{
  g_autoptr (KsPages) pages = lay_out (f, fault, NULL);
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GError) error = NULL;
  double width;
  double height;
  GPtrArray *results = ks_proof_file_prove_cells (file, cells, NULL, &error);

  g_assert_no_error (error);
  ks_pages_get_size (pages, &width, &height);
  paper = ks_proof_file_prove_paper (file, ks_pages_get_n_pages (pages), width, height, &error);
  g_assert_no_error (error);
  g_ptr_array_extend_and_steal (results, g_steal_pointer (&paper));
  return results;
}

/* Where the fault is said to be: a page alone has no unit. */
static char *
dup_place (const Fixture *f, const Fault *fault, const KsProofResult *result)
{
  g_autoptr (KsPages) pages = lay_out (f, fault, NULL);
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);
  const KsCodeCell *victim = g_ptr_array_index (cells, VICTIM);

  if (!ks_proof_result_is_of_code (result))
    return g_strdup_printf ("page %u: %s", result->page + 1, fault->said);
  return g_strdup_printf ("page %u, %s: %s", victim->page + 1, victim->token, fault->said);
}

static void
test_fault (Fixture *f, gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (KsProofFile) file = print_faulty (f, fault);
  g_autoptr (GPtrArray) results = prove (f, fault, file);
  gboolean told = fault->said == NULL;
  guint n = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const KsProofResult *result = g_ptr_array_index (results, i);
      g_autofree char *line = ks_proof_result_to_line (result);
      g_autofree char *place = NULL;

      if (result->verdict == KS_PROOF_PROVEN)
        continue;
      n++;
      g_test_message ("%s", line);
      place = dup_place (f, fault, result);
      told = told || g_str_has_prefix (line, place);
    }
  g_assert_cmpuint (n, ==, fault->n_faults);
  g_assert_true (told);
}

/* A PDF that says nothing of its layout is judged by its captions: it too shows a second code. */
static void
test_foreign (Fixture *f, gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (KsProofFile) file = print_faulty (f, fault);
  g_autoptr (GPtrArray) sheets = ks_test_sheets (f->registry, f->info);
  g_autoptr (GPtrArray) results = NULL;

  g_ptr_array_set_size (sheets, N_SHEETS);
  results = ks_test_prove_captions (file, sheets, f->info);
  g_assert_cmpuint (results->len, ==, N_SHEETS);
  for (guint i = 0; i < N_SHEETS; i++)
    {
      g_autofree char *line = ks_proof_result_to_line (g_ptr_array_index (results, i));

      g_test_message ("%s", line);
      g_assert_true (g_str_has_suffix (line, i == VICTIM ? fault->said : ": proven"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/", faults[i].name, NULL);

      g_test_add (path, Fixture, &faults[i], set_up, test_fault, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_str_equal (faults[i].name, "stray"))
      g_test_add ("/faults/foreign-stray", Fixture, &faults[i], set_up, test_foreign, tear_down);
  return g_test_run ();
}
