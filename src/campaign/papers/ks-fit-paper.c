/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-make-paper-private.h"

#include "ks-document-layout.h"

/* How a paper of one page is tried, the largest first. */
static const KsPaperFit fits[] = {
  { 14, KS_PAPER_PITCH, 12.5, 7.6 }, { 14, 6.4, 12.5, 7.0 }, { 14, 6.2, 12, 6.4 },
  { 13, 6.0, 12, 6.0 },              { 13, 5.8, 11, 5.4 },   { 12, 5.6, 10.5, 5.0 },
  { 12, 5.4, 10, 4.6 },
};

/* NULL: it cannot be laid out. */
static KsDocument *
try_fit (KsPaperMaterial *material,
         const KsPaperWish *wish,
         guint fit,
         gboolean *has_room,
         GError **error)
{
  const gboolean unnamed = material->fit.unnamed;
  const gboolean summed = material->fit.summed;
  g_autoptr (KsDocument) document = NULL;
  g_autoptr (KsPages) pages = NULL;

  material->fit = fits[fit];
  material->fit.unnamed = unnamed;
  material->fit.summed = summed;
  document = ks_build_paper (material, wish, error);
  pages = document != NULL ? ks_document_lay_out (document, NULL, error) : NULL;
  *has_room = pages != NULL && ks_pages_get_n_pages (pages) == 1;
  return pages != NULL ? g_steal_pointer (&document) : NULL;
}

/* What no page holds in any way is told in full on several. */
static KsDocument *
make_whole (KsPaperMaterial *material, const KsPaperWish *wish, GError **error)
{
  gboolean has_room;

  material->fit.unnamed = FALSE;
  material->fit.summed = FALSE;
  return try_fit (material, wish, 0, &has_room, error);
}

/* Everything in every size first; then without the names of units, then without the districts. What
 * has no room in the smallest type has none in any. */
static KsDocument *
make_fitted (KsPaperMaterial *material, const KsPaperWish *wish, GError **error)
{
  const guint smallest = G_N_ELEMENTS (fits) - 1;
  g_autoptr (KsDocument) document = NULL;
  gboolean has_room = FALSE;

  for (guint step = 0; step < 3 && !has_room; step++)
    {
      material->fit.unnamed = step > 0;
      material->fit.summed = step > 1;
      g_clear_pointer (&document, ks_document_unref);
      document = try_fit (material, wish, smallest, &has_room, error);
      if (document == NULL)
        return NULL;
    }
  if (!has_room)
    return make_whole (material, wish, error);
  for (guint fit = 0; fit < smallest; fit++)
    {
      g_autoptr (KsDocument) larger = try_fit (material, wish, fit, &has_room, error);

      if (larger == NULL || has_room)
        return g_steal_pointer (&larger);
    }
  return g_steal_pointer (&document);
}

/**
 * ks_make_paper_of:
 * @material: what the paper rests on
 * @wish: which paper
 * @error: return location for an error
 *
 * Makes a paper of what was read already. One of a single page is set smaller until it has room,
 * then leaves out names of units and districts; if that is not enough it is told in full on several.
 *
 * Returns: (transfer full): the paper, or %NULL with @error set
 */
KsDocument *
ks_make_paper_of (KsPaperMaterial *material, const KsPaperWish *wish, GError **error)
{
  if (ks_paper_kind_has (wish->kind, KS_PAPER_ONE_PAGE))
    return make_fitted (material, wish, error);
  return ks_build_paper (material, wish, error);
}
