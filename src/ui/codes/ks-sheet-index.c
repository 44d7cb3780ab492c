/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-index.h"

#include <string.h>

#include "ks-text.h"

struct _KsSheetIndex
{
  KsRegistry *registry; /* owns the units */
  GArray *places;       /* of KsSheetPlace, page by page */
};

/**
 * ks_sheet_index_new:
 * @pages: sheets
 * @registry: their units
 * @cancellable: (nullable): stops the work, for every page is laid out for it
 *
 * Returns: (transfer full) (nullable): where each unit stands; %NULL if it was stopped
 */
KsSheetIndex *
ks_sheet_index_new (KsPages *pages, KsRegistry *registry, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, cancellable, NULL);
  KsSheetIndex *self;

  if (cells == NULL)
    return NULL;
  self = g_new0 (KsSheetIndex, 1);
  self->registry = g_object_ref (registry);
  self->places = g_array_new (FALSE, FALSE, sizeof (KsSheetPlace));
  for (guint i = 0; i < cells->len; i++)
    {
      const KsCodeCell *cell = g_ptr_array_index (cells, i);
      KsSheetPlace place = { ks_registry_lookup (registry, cell->unit_code), cell->page,
                             cell->cell };

      if (place.unit != NULL)
        g_array_append_val (self->places, place);
    }
  return self;
}

/**
 * ks_sheet_index_free:
 * @self: (nullable): an index
 *
 * Frees the index; places that were got from it go with it.
 */
void
ks_sheet_index_free (KsSheetIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_object_unref (self->registry);
  g_free (self);
}

/**
 * ks_sheet_index_get_n_places:
 * @self: an index
 *
 * Returns: how many codes the sheets carry
 */
guint
ks_sheet_index_get_n_places (KsSheetIndex *self)
{
  return self->places->len;
}

/**
 * ks_sheet_index_get_first:
 * @self: an index
 * @page: a page, from 0
 * @n_units: (out) (optional): how many units stand on it
 *
 * Returns: (transfer none) (nullable): the first unit of the page; %NULL on a page without any
 */
const KsSheetPlace *
ks_sheet_index_get_first (KsSheetIndex *self, guint page, guint *n_units)
{
  const KsSheetPlace *first = NULL;
  guint n_found = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const KsSheetPlace *place = &g_array_index (self->places, KsSheetPlace, i);

      if (place->page != page)
        continue;
      if (first == NULL)
        first = place;
      n_found++;
    }
  if (n_units != NULL)
    *n_units = n_found;
  return first;
}

/**
 * ks_sheet_index_find:
 * @self: an index
 * @text: a part of a name or code, with or without diacritics
 * @after: (nullable): a place of this index, behind which the search begins; %NULL for the start
 *
 * Returns: (transfer none) (nullable): the next unit that matches, going round at the end
 */
const KsSheetPlace *
ks_sheet_index_find (KsSheetIndex *self, const char *text, const KsSheetPlace *after)
{
  g_autofree char *key = ks_text_fold (text);
  guint n_places = self->places->len;
  guint first
      = after != NULL ? (guint)(after - &g_array_index (self->places, KsSheetPlace, 0)) + 1 : 0;

  if (*key == '\0')
    return NULL;
  for (guint i = 0; i < n_places; i++)
    {
      const KsSheetPlace *place
          = &g_array_index (self->places, KsSheetPlace, (first + i) % n_places);

      if (strstr (ks_unit_get_search_key (place->unit), key) != NULL)
        return place;
    }
  return NULL;
}
