/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ks-proof-private.h"
#include "ks-symbol.h"

/* A proof reads what is printed: it renders the finished PDF, cuts out the cell of every code and
 * decodes it. (On whole pages zbar finds only 202 to 207 of 209 perfect codes.) */

/* A module of the quiet zone is left out of the cut: the lines of a table run beside it. */
#define LOOK_AT_QUIET 0.75
/* What rendering may add to a side: two pixels, or a part of a large code. */
#define SIDE_TOLERANCE_MM 0.17
#define SIDE_TOLERANCE 0.004
/* Ink that reaches further than this out of a code, in modules, is not the code's. */
#define FOREIGN_INK 0.6
#define PAGE_TOLERANCE_MM 1

static KsRect
inset_rect (const KsRect *rect, double by)
{
  return (KsRect){ rect->x + by, rect->y + by, rect->width - 2 * by, rect->height - 2 * by };
}

/* The finder patterns span the whole symbol, so its ink must reach all four sides. */
static KsProofVerdict
judge_place (const KsRaster *cut, const KsCodeCell *cell, char **found)
{
  KsRect wanted = inset_rect (&cell->code, cell->quiet);
  double module = cell->quiet / KS_QUIET_MODULES;
  double tolerance = MAX (SIDE_TOLERANCE_MM, SIDE_TOLERANCE * wanted.width);
  KsRect ink;
  double wider;
  double higher;

  if (!ks_raster_find_ink (cut, &ink))
    return KS_PROOF_CLIPPED;
  wider = ink.width - wanted.width;
  higher = ink.height - wanted.height;
  if (fabs (wider) <= tolerance && fabs (higher) <= tolerance)
    return fabs (ink.x - wanted.x) < LOOK_AT_QUIET * module
                   && fabs (ink.y - wanted.y) < LOOK_AT_QUIET * module
               ? KS_PROOF_PROVEN : KS_PROOF_CLIPPED;
  if (MAX (wider, higher) > FOREIGN_INK * module
      && ks_raster_judge_symbol (cut, cell, found) == KS_PROOF_PROVEN)
    return KS_PROOF_QUIET_ZONE;
  g_clear_pointer (found, g_free);
  if (fabs (wider - higher) > tolerance)
    return KS_PROOF_CLIPPED;
  *found = g_strdup_printf ("%.1f %%", 100 * ink.width / wanted.width);
  return KS_PROOF_SCALED;
}

static KsProofVerdict
judge_caption (GPtrArray *captions, const KsCodeCell *cell, char **found)
{
  gboolean proven = cell->token == NULL;

  for (guint i = 0; i < captions->len; i++)
    {
      const KsCaption *caption = g_ptr_array_index (captions, i);

      if (!ks_rect_holds_middle (&cell->cell, &caption->place))
        continue;
      if (g_strcmp0 (caption->token, cell->token) != 0)
        {
          *found = g_strdup (caption->token);
          return KS_PROOF_OTHER_CAPTION;
        }
      proven = TRUE;
    }
  return proven ? KS_PROOF_PROVEN : KS_PROOF_CAPTION_MISSING;
}

static gboolean
names_district (const KsPageText *text, const KsCodeCell *cell)
{
  return cell->district == NULL || ks_page_text_holds (text, &cell->sheet, cell->district)
         || (cell->district_short != NULL
             && ks_page_text_holds (text, &cell->sheet, cell->district_short));
}

static KsProofVerdict
judge_names (const KsPageText *text, const KsCodeCell *cell, char **found)
{
  KsProofVerdict verdict = KS_PROOF_PROVEN;

  if (cell->name != NULL && !ks_page_text_holds (text, &cell->sheet, cell->name))
    {
      *found = g_strdup (cell->name);
      verdict = KS_PROOF_OTHER_NAME;
    }
  else if (!names_district (text, cell))
    {
      *found = g_strdup (cell->district);
      verdict = KS_PROOF_OTHER_DISTRICT;
    }
  return verdict;
}

static const KsFoundCode *
find_other (GPtrArray *codes, const char *link)
{
  for (guint i = 0; i < codes->len; i++)
    if (!g_str_equal (((const KsFoundCode *) g_ptr_array_index (codes, i))->text, link))
      return g_ptr_array_index (codes, i);
  return NULL;
}

static KsProofVerdict
judge_code (const KsRaster *raster, const KsCodeCell *cell, char **found)
{
  KsRect look = inset_rect (&cell->code, cell->quiet * (1 - LOOK_AT_QUIET));
  g_autoptr (KsRaster) cut = ks_raster_crop (raster, &look);
  g_autoptr (GPtrArray) codes = ks_raster_read_codes (cut, cell->quiet / KS_QUIET_MODULES, TRUE);
  const KsFoundCode *other = find_other (codes, cell->link);
  KsProofVerdict verdict;

  if (other != NULL)
    {
      *found = g_strdup (other->text);
      return codes->len > 1 ? KS_PROOF_STRAY_CODE : KS_PROOF_OTHER_LINK;
    }
  if (codes->len != 1)
    return KS_PROOF_UNREADABLE;
  verdict = judge_place (cut, cell, found);
  return verdict == KS_PROOF_PROVEN ? ks_raster_judge_symbol (cut, cell, found) : verdict;
}

/* What is known of a page that is proven. */
typedef struct {
  KsRaster   *raster;    /* NULL if there is no memory for it */
  KsPageText *text;
  GPtrArray  *captions;
  GPtrArray  *strays;    /* codes where none belongs */
} Page;

static gboolean
is_beside (const KsFoundCode *stray, const KsCodeCell *cell)
{
  return ks_rect_holds_middle (cell->sheet.width > 0 ? &cell->sheet : &cell->cell, &stray->place);
}

static const KsFoundCode *
find_stray (const Page *page, const KsCodeCell *cell)
{
  for (guint i = 0; i < page->strays->len; i++)
    if (is_beside (g_ptr_array_index (page->strays, i), cell))
      return g_ptr_array_index (page->strays, i);
  return NULL;
}

static KsProofVerdict
judge_cell (const Page *page, const KsCodeCell *cell, char **found)
{
  KsProofVerdict verdict = judge_code (page->raster, cell, found);
  const KsFoundCode *stray;

  if (verdict == KS_PROOF_PROVEN)
    verdict = judge_caption (page->captions, cell, found);
  if (verdict == KS_PROOF_PROVEN)
    verdict = judge_names (page->text, cell, found);
  stray = verdict == KS_PROOF_PROVEN ? find_stray (page, cell) : NULL;
  if (stray == NULL)
    return verdict;
  *found = g_strdup (stray->text);
  return KS_PROOF_STRAY_CODE;
}

static KsProofResult *
prove_cell (const Page *page, const KsCodeCell *cell)
{
  g_autofree char *found = NULL;
  KsProofVerdict verdict = KS_PROOF_UNREADABLE;

  if (page->text == NULL)
    verdict = KS_PROOF_PAGE_MISSING;
  else if (page->raster != NULL)
    verdict = judge_cell (page, cell, &found);
  return ks_proof_result_new (cell->page, cell->unit_code, cell->token, verdict, found);
}

static KsRect
join_codes (GPtrArray *cells)
{
  KsRect area = { 0 };

  for (guint i = 0; i < cells->len; i++)
    {
      const KsRect *code = &((const KsCodeCell *) g_ptr_array_index (cells, i))->code;
      double x = MIN (area.x, code->x);
      double y = MIN (area.y, code->y);

      if (i == 0)
        area = *code;
      else
        area = (KsRect){ x, y, MAX (area.x + area.width, code->x + code->width) - x,
                         MAX (area.y + area.height, code->y + code->height) - y };
    }
  return area;
}

/* Where every code is known, what can still be read once they are gone is a stray. */
static GPtrArray *
read_strays (GObject *page, GPtrArray *cells)
{
  g_autoptr (KsRaster) rest = NULL;
  KsRect whole = ks_page_measure (page);

  rest = ks_raster_render (page, &whole, KS_STRAY_DPI);
  if (rest == NULL)
    return g_ptr_array_new ();
  for (guint i = 0; i < cells->len; i++)
    ks_raster_erase (rest, &((const KsCodeCell *) g_ptr_array_index (cells, i))->code);
  return ks_raster_read_codes (rest, KS_STRAY_MODULE_MM, FALSE);
}

static void
read_page (Page *self, GObject *page, GPtrArray *cells)
{
  KsRect area = join_codes (cells);

  if (cells->len > 0)
    self->raster = ks_raster_render (page, &area, KS_PROOF_DPI);
  self->text = ks_page_text_new (page);
  self->captions = ks_captions_read (self->text);
  self->strays = read_strays (page, cells);
}

static gboolean
is_on_sheet (GPtrArray *cells, const KsFoundCode *stray)
{
  for (guint i = 0; i < cells->len; i++)
    if (is_beside (stray, g_ptr_array_index (cells, i)))
      return TRUE;
  return FALSE;
}

static void
add_strays (const Page *page, guint index, GPtrArray *cells, GPtrArray *results)
{
  for (guint i = 0; page->strays != NULL && i < page->strays->len; i++)
    {
      const KsFoundCode *stray = g_ptr_array_index (page->strays, i);

      if (!is_on_sheet (cells, stray))
        g_ptr_array_add (results, ks_proof_result_new (index, NULL, NULL, KS_PROOF_STRAY_ON_PAGE,
                                                       stray->text));
    }
}

/* data: the cells by page, each a GPtrArray or NULL. The page is rendered once. */
static GPtrArray *
prove_page (GObject *page, guint index, gpointer data)
{
  GPtrArray **by_page = data;
  g_autoptr (GPtrArray) cells
      = by_page[index] != NULL ? g_ptr_array_ref (by_page[index]) : g_ptr_array_new ();
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_proof_result_free);
  Page facts = { 0 };

  if (page != NULL)
    read_page (&facts, page, cells);
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (results, prove_cell (&facts, g_ptr_array_index (cells, i)));
  add_strays (&facts, index, cells, results);
  g_clear_pointer (&facts.raster, ks_raster_free);
  g_clear_pointer (&facts.text, ks_page_text_free);
  g_clear_pointer (&facts.captions, g_ptr_array_unref);
  g_clear_pointer (&facts.strays, g_ptr_array_unref);
  return results;
}

/**
 * ks_proof_file_prove_cells:
 * @self: a PDF of ours
 * @cells: (element-type KsCodeCell): what must stand where, in the order of pages
 * @job: (nullable): told of every page; can stop the work
 * @error: return location for an error
 *
 * Proves a PDF whose layout is known: every code is rendered at 300 dpi, decoded and compared with
 * its link, module by module; it must fill its place, the caption and the names in the text layer
 * must be its unit's, and no other code may stand on the page. Runs on two threads.
 *
 * Returns: (transfer full) (element-type KsProofResult): one result for every cell and for every
 *   fault of a page, in the order of pages, or %NULL with %G_IO_ERROR_CANCELLED or %KS_QR_ERROR_PROOF
 */
GPtrArray *
ks_proof_file_prove_cells (KsProofFile *self, GPtrArray *cells, KsJob *job, GError **error)
{
  guint n_pages = ks_proof_file_get_n_pages (self);
  GPtrArray **by_page;
  GPtrArray *results;

  for (guint i = 0; i < cells->len; i++)
    n_pages = MAX (n_pages, ((const KsCodeCell *) g_ptr_array_index (cells, i))->page + 1);
  by_page = g_new0 (GPtrArray *, n_pages);
  for (guint i = 0; i < cells->len; i++)
    {
      KsCodeCell *cell = g_ptr_array_index (cells, i);

      if (by_page[cell->page] == NULL)
        by_page[cell->page] = g_ptr_array_new ();
      g_ptr_array_add (by_page[cell->page], cell);
    }
  results = ks_proof_file_map_pages (self, n_pages, prove_page, by_page, job, error);
  for (guint i = 0; i < n_pages; i++)
    g_clear_pointer (&by_page[i], g_ptr_array_unref);
  g_free (by_page);
  return results;
}

typedef struct {
  guint  n_pages;
  double width;
  double height;
} Paper;

static GPtrArray *
measure_page (GObject *page, guint index, gpointer data)
{
  const Paper *paper = data;
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_proof_result_free);
  g_autofree char *found = NULL;
  KsRect whole;

  if (page == NULL)
    return results;
  whole = ks_page_measure (page);
  if (index >= paper->n_pages)
    g_ptr_array_add (results, ks_proof_result_new (index, NULL, NULL, KS_PROOF_PAGE_EXTRA, NULL));
  else if (fabs (whole.width - paper->width) > PAGE_TOLERANCE_MM
           || fabs (whole.height - paper->height) > PAGE_TOLERANCE_MM)
    {
      found = g_strdup_printf ("%.0f × %.0f mm instead of %.0f × %.0f mm", whole.width,
                               whole.height, paper->width, paper->height);
      g_ptr_array_add (results, ks_proof_result_new (index, NULL, NULL, KS_PROOF_PAGE_SIZE, found));
    }
  return results;
}

/**
 * ks_proof_file_prove_paper:
 * @self: a PDF of ours
 * @n_pages: how many pages it should have
 * @width: of every page, in mm
 * @height: of every page, in mm
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsProofResult): a result for every page too many or of
 *   another size; what lacks is told by ks_proof_file_prove_cells()
 */
GPtrArray *
ks_proof_file_prove_paper (KsProofFile *self, guint n_pages, double width, double height,
                           GError **error)
{
  Paper paper = { n_pages, width, height };

  return ks_proof_file_map_pages (self, ks_proof_file_get_n_pages (self), measure_page, &paper, NULL,
                                  error);
}
