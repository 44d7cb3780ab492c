/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-proof-private.h"

/* PDFs of other programs, or of layouts that we do not know: the caption CODE-TAG nearest to a
 * code tells what the code must say. */

/* Where a code is looked for once more, around a caption that has none: mm each way. */
static const double search_reach[] = { 40, 34, 48, 60, 75, 100, 130 };

/**
 * ks_rect_distance:
 * @a: a rectangle
 * @b: another
 *
 * Measures along the axes: in a grid a caption belongs to the code in its own row or column rather
 * than to one that is nearer as the crow flies.
 *
 * Returns: how far they are from each other; 0 if they touch
 */
double
ks_rect_distance (const KsRect *a, const KsRect *b)
{
  double x = MAX (0, MAX (a->x - b->x - b->width, b->x - a->x - a->width));
  double y = MAX (0, MAX (a->y - b->y - b->height, b->y - a->y - a->height));

  return x + y;
}

typedef struct {
  KsTokenTable      *tokens;
  const char *const *links;
} Campaign;

static const KsCaption *
find_nearest (GPtrArray *captions, const KsFoundCode *code)
{
  const KsCaption *nearest = NULL;

  for (guint i = 0; i < captions->len; i++)
    {
      const KsCaption *caption = g_ptr_array_index (captions, i);

      if (nearest == NULL
          || ks_rect_distance (&caption->place, &code->place)
                 < ks_rect_distance (&nearest->place, &code->place))
        nearest = caption;
    }
  return nearest;
}

/* Looks for a code around a caption that none is nearest to: zbar misses some on whole pages. */
static void
search_around (KsRaster *raster, const KsCaption *caption, GPtrArray *codes)
{
  for (guint i = 0; i < G_N_ELEMENTS (search_reach); i++)
    {
      double reach = search_reach[i];
      KsRect area = { caption->place.x - reach, caption->place.y - reach,
                      caption->place.width + 2 * reach, caption->place.height + 2 * reach };
      g_autoptr (KsRaster) part = ks_raster_crop (raster, &area);
      g_autoptr (GPtrArray) more = ks_raster_read_codes (part, 0, TRUE);

      if (more->len == 0)
        continue;
      for (guint k = 0; k < more->len; k++)
        ks_raster_erase (raster, &((const KsFoundCode *) g_ptr_array_index (more, k))->place);
      g_ptr_array_extend_and_steal (codes, g_steal_pointer (&more));
      return;
    }
}

static gboolean
has_code (GPtrArray *captions, GPtrArray *codes, const KsCaption *caption)
{
  for (guint i = 0; i < codes->len; i++)
    if (find_nearest (captions, g_ptr_array_index (codes, i)) == caption)
      return TRUE;
  return FALSE;
}

static KsProofResult *
judge_caption (const Campaign *campaign, guint page, GPtrArray *captions, GPtrArray *codes,
               const KsCaption *caption)
{
  g_autofree char *unit_code = g_strndup (caption->token, strcspn (caption->token, "-"));
  KsProofVerdict verdict;
  const char *other = NULL;
  gboolean right = FALSE;
  guint index = 0;

  if (ks_token_table_read (campaign->tokens, caption->token, &index) != KS_TOKEN_OK)
    return ks_proof_result_new (page, unit_code, NULL, KS_PROOF_OTHER_CAPTION, caption->token);
  for (guint i = 0; i < codes->len; i++)
    {
      const KsFoundCode *code = g_ptr_array_index (codes, i);

      if (find_nearest (captions, code) != caption)
        continue;
      if (g_strcmp0 (campaign->links[index], code->text) == 0)
        right = TRUE;
      else
        other = code->text;
    }
  if (right)
    verdict = other != NULL ? KS_PROOF_STRAY_CODE : KS_PROOF_PROVEN;
  else
    verdict = other != NULL ? KS_PROOF_OTHER_LINK : KS_PROOF_UNREADABLE;
  return ks_proof_result_new (page, unit_code, caption->token, verdict, other);
}

/* Codes of the campaign on a page without any caption. */
static void
add_uncaptioned (const Campaign *campaign, guint page, GPtrArray *codes, GPtrArray *results)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const KsFoundCode *code = g_ptr_array_index (codes, i);

      if (g_strv_contains (campaign->links, code->text))
        g_ptr_array_add (results, ks_proof_result_new (page, NULL, NULL, KS_PROOF_CAPTION_MISSING,
                                                       code->text));
    }
}

static GPtrArray *
prove_page (GObject *page, guint index, gpointer data)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_proof_result_free);
  g_autoptr (KsPageText) text = ks_page_text_new (page);
  g_autoptr (GPtrArray) captions = ks_captions_read (text);
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (KsRaster) raster = NULL;
  KsRect whole = ks_page_measure (page);

  raster = ks_raster_render (page, &whole, KS_PROOF_DPI);
  if (raster == NULL)
    return results;
  codes = ks_raster_read_codes (raster, 0, TRUE);
  for (guint i = 0; i < codes->len; i++)
    ks_raster_erase (raster, &((const KsFoundCode *) g_ptr_array_index (codes, i))->place);
  for (guint i = 0; i < captions->len; i++)
    if (!has_code (captions, codes, g_ptr_array_index (captions, i)))
      search_around (raster, g_ptr_array_index (captions, i), codes);
  for (guint i = 0; i < captions->len; i++)
    g_ptr_array_add (results, judge_caption (data, index, captions, codes,
                                             g_ptr_array_index (captions, i)));
  if (captions->len == 0)
    add_uncaptioned (data, index, codes, results);
  return results;
}

/**
 * ks_proof_file_prove_captions:
 * @self: any PDF
 * @tokens: the tokens of the campaign
 * @links: (array zero-terminated=1): the link of every unit, in the order of @tokens
 * @job: (nullable): told of every page; can stop the work
 * @error: return location for an error
 *
 * Proves a PDF whose layout is not known: each token in its text layer must have a code that is
 * nearer to it than to any other token and leads to its unit's link, and no other code beside it.
 *
 * Returns: (transfer full) (element-type KsProofResult): one result for every token, in the order
 *   of pages, or %NULL with %G_IO_ERROR_CANCELLED or %KS_QR_ERROR_PROOF
 */
GPtrArray *
ks_proof_file_prove_captions (KsProofFile *self, KsTokenTable *tokens, const char *const *links,
                              KsJob *job, GError **error)
{
  Campaign campaign = { tokens, links };

  return ks_proof_file_map_pages (self, ks_proof_file_get_n_pages (self), prove_page, &campaign,
                                  job, error);
}
