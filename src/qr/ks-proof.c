/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ks-proof-private.h"
#include "ks-symbol.h"

/* A proof reads what is printed: it renders the finished PDF, cuts out the cell of every code and
 * decodes it. (On whole pages zbar finds only 202 to 207 of 209 perfect codes.) */

/* A module of the quiet zone is left out of the cut: the lines of a table run beside it. */
#define LOOK_AT_QUIET 0.75

/**
 * ks_code_cell_copy:
 * @self: a cell
 *
 * Returns: (transfer full): a copy
 */
KsCodeCell *
ks_code_cell_copy (const KsCodeCell *self)
{
  KsCodeCell *copy = g_memdup2 (self, sizeof *self);

  copy->unit_code = g_strdup (self->unit_code);
  copy->token = g_strdup (self->token);
  copy->link = g_strdup (self->link);
  return copy;
}

/**
 * ks_code_cell_free:
 * @self: (transfer full): a cell
 */
void
ks_code_cell_free (KsCodeCell *self)
{
  g_free (self->unit_code);
  g_free (self->token);
  g_free (self->link);
  g_free (self);
}

/**
 * ks_proof_result_new:
 * @page: from 0
 * @unit_code: (nullable): the unit whose code should stand there
 * @token: (nullable): its token
 * @verdict: what came out
 * @found: (nullable): what stands there instead
 *
 * Returns: (transfer full): a result
 */
KsProofResult *
ks_proof_result_new (guint page, const char *unit_code, const char *token, KsProofVerdict verdict,
                     const char *found)
{
  KsProofResult *self = g_new0 (KsProofResult, 1);

  self->page = page;
  self->unit_code = g_strdup (unit_code);
  self->token = g_strdup (token);
  self->verdict = verdict;
  self->found = g_strdup (found);
  return self;
}

/**
 * ks_proof_result_free:
 * @self: (transfer full): a result
 */
void
ks_proof_result_free (KsProofResult *self)
{
  g_free (self->unit_code);
  g_free (self->token);
  g_free (self->found);
  g_free (self);
}

/**
 * ks_proof_result_to_line:
 * @self: a result
 *
 * Says in one line what is wrong with a code, for the command line; never translated.
 *
 * Returns: (transfer full): e.g. "page 3, 07210-5M5RYJ: the code holds another link: https://…"
 */
char *
ks_proof_result_to_line (const KsProofResult *self)
{
  static const char *const words[] = {
    [KS_PROOF_PROVEN] = "proven",
    [KS_PROOF_PAGE_MISSING] = "the page is missing",
    [KS_PROOF_UNREADABLE] = "no code can be read",
    [KS_PROOF_CLIPPED] = "the code is cut off, shifted or overprinted",
    [KS_PROOF_OTHER_LINK] = "the code holds another link",
    [KS_PROOF_CAPTION_MISSING] = "the caption is missing",
    [KS_PROOF_OTHER_CAPTION] = "the caption is another one",
  };
  const char *token = self->token != NULL ? self->token : "unknown code";
  GString *line = g_string_new (NULL);

  g_string_printf (line, "page %u, %s: %s", self->page + 1, token, words[self->verdict]);
  if (self->found != NULL)
    g_string_append_printf (line, ": %s", self->found);
  return g_string_free (line, FALSE);
}

static KsRect
inset_rect (const KsRect *rect, double by)
{
  return (KsRect){ rect->x + by, rect->y + by, rect->width - 2 * by, rect->height - 2 * by };
}

static KsRect
join_rects (const KsRect *a, const KsRect *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);

  return (KsRect){ x, y, MAX (a->x + a->width, b->x + b->width) - x,
                   MAX (a->y + a->height, b->y + b->height) - y };
}

/* The finder patterns span the whole symbol, so its ink must reach all four sides and nothing may
 * stand in its quiet zone. */
static gboolean
fills_its_place (const KsRaster *cut, const KsCodeCell *cell)
{
  KsRect wanted = inset_rect (&cell->code, cell->quiet);
  double allowed = cell->quiet / KS_QUIET_MODULES * LOOK_AT_QUIET;
  KsRect ink;

  return ks_raster_find_ink (cut, &ink) && fabs (ink.x - wanted.x) < allowed
         && fabs (ink.y - wanted.y) < allowed
         && fabs (ink.x + ink.width - wanted.x - wanted.width) < allowed
         && fabs (ink.y + ink.height - wanted.y - wanted.height) < allowed;
}

static gboolean
holds_middle (const KsRect *area, const KsRect *rect)
{
  double x = rect->x + rect->width / 2;
  double y = rect->y + rect->height / 2;

  return x >= area->x && x <= area->x + area->width && y >= area->y && y <= area->y + area->height;
}

static KsProofVerdict
judge_caption (GPtrArray *captions, const KsCodeCell *cell, char **found)
{
  gboolean proven = cell->token == NULL;

  for (guint i = 0; i < captions->len; i++)
    {
      const KsCaption *caption = g_ptr_array_index (captions, i);

      if (!holds_middle (&cell->cell, &caption->place))
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

static KsProofVerdict
judge_code (const KsRaster *raster, const KsCodeCell *cell, char **found)
{
  KsRect look = inset_rect (&cell->code, cell->quiet * (1 - LOOK_AT_QUIET));
  g_autoptr (KsRaster) cut = ks_raster_crop (raster, &look);
  g_autoptr (GPtrArray) codes = ks_raster_read_codes (cut);
  const KsFoundCode *code;

  if (codes->len != 1)
    return KS_PROOF_UNREADABLE;
  code = g_ptr_array_index (codes, 0);
  if (!g_str_equal (code->text, cell->link))
    {
      *found = g_strdup (code->text);
      return KS_PROOF_OTHER_LINK;
    }
  return fills_its_place (cut, cell) ? KS_PROOF_PROVEN : KS_PROOF_CLIPPED;
}

static KsProofResult *
prove_cell (const KsRaster *raster, GPtrArray *captions, const KsCodeCell *cell)
{
  g_autofree char *found = NULL;
  KsProofVerdict verdict = KS_PROOF_UNREADABLE;

  if (captions == NULL)
    verdict = KS_PROOF_PAGE_MISSING;
  else if (raster != NULL)
    verdict = judge_code (raster, cell, &found);
  if (verdict == KS_PROOF_PROVEN)
    verdict = judge_caption (captions, cell, &found);
  return ks_proof_result_new (cell->page, cell->unit_code, cell->token, verdict, found);
}

/* data: the cells by page, each a GPtrArray or NULL. The page is rendered once, and only where it
 * has codes. */
static GPtrArray *
prove_page (GObject *page, guint index, gpointer data)
{
  GPtrArray **by_page = data;
  GPtrArray *cells = by_page[index];
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_proof_result_free);
  g_autoptr (GPtrArray) captions = NULL;
  g_autoptr (KsRaster) raster = NULL;
  KsRect area = { 0 };

  if (cells == NULL)
    return results;
  for (guint i = 0; i < cells->len; i++)
    {
      const KsCodeCell *cell = g_ptr_array_index (cells, i);

      area = i == 0 ? cell->code : join_rects (&area, &cell->code);
    }
  if (page != NULL)
    {
      raster = ks_raster_render (page, &area);
      captions = ks_captions_read (page);
    }
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (results, prove_cell (raster, captions, g_ptr_array_index (cells, i)));
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
 * its link; it must fill its place, and the caption in the text layer must be its unit's. Runs on
 * two threads.
 *
 * Returns: (transfer full) (element-type KsProofResult): one result for every cell, in the order
 *   of pages, or %NULL with %G_IO_ERROR_CANCELLED or %KS_QR_ERROR_PROOF
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
