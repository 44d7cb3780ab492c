/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-list-sheet.h"

#include <string.h>

/* Of a block without a header: what its cells are tells what its columns are. */
typedef struct {
  guint n_filled;
  guint n_codes;
  guint n_units;
  guint n_districts;
  guint n_counts;
  guint n_in_order; /* 1, 2, 3 … */
} Kinds;

static void
judge_cell (Kinds *kinds, KsUnitMatcher *matcher, KsDistrictIndex *districts, const char *text,
            guint at)
{
  gint64 count;

  if (ks_list_is_blank (text))
    return;
  kinds->n_filled++;
  if (ks_list_read_count (text, &count))
    {
      kinds->n_counts++;
      kinds->n_in_order += count == (gint64) at + 1;
      kinds->n_codes += strlen (text) >= 4 && ks_unit_matcher_find (matcher, text) != NULL;
      return;
    }
  kinds->n_districts += ks_district_index_find (districts, text, NULL) != NULL;
  kinds->n_units += ks_unit_matcher_find (matcher, text) != NULL;
}

static KsListMeaning
judge_column (KsListSheet *self, KsUnitMatcher *matcher, KsDistrictIndex *districts, guint column)
{
  Kinds kinds = { 0 };

  for (guint i = 0; i < self->grid->len; i++)
    judge_cell (&kinds, matcher, districts, ks_list_row_get (self->grid->pdata[i], (int) column),
                i);
  if (kinds.n_filled == 0)
    return (KsListMeaning){ KS_LIST_IGNORED };
  if (kinds.n_codes * 2 > kinds.n_filled)
    return (KsListMeaning){ KS_LIST_CODE };
  if (kinds.n_in_order == kinds.n_filled && kinds.n_filled > 1)
    return (KsListMeaning){ KS_LIST_NUMBER };
  if (kinds.n_counts == kinds.n_filled)
    return (KsListMeaning){ KS_LIST_SUM };
  if (kinds.n_units * 2 > kinds.n_filled && kinds.n_units >= kinds.n_districts)
    return (KsListMeaning){ KS_LIST_FIELD, KS_UNIT_NAME };
  if (kinds.n_districts * 2 > kinds.n_filled)
    return (KsListMeaning){ KS_LIST_FIELD, KS_UNIT_DISTRICT_NAME };
  return (KsListMeaning){ KS_LIST_IGNORED };
}

/* Numbers in order number the rows only before all else; behind it they are figures. */
static gboolean
is_first (KsListSheet *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((KsListColumn *) self->columns->pdata[i])->meaning.role != KS_LIST_IGNORED)
      return FALSE;
  return TRUE;
}

#define MAX_FIGURES (KS_N_BODIES + 2) /* the bodies, who is excused, all */

/* Whether a column holds in every row what the bodies before it add up to, without those excused. */
static gboolean
adds_up (KsListSheet *self, GPtrArray *figures)
{
  for (guint i = 0; i < self->grid->len; i++)
    {
      gint64 counts[MAX_FIGURES] = { 0 }, sum = 0;

      for (guint k = 0; k < figures->len; k++)
        {
          const KsListColumn *column = figures->pdata[k];

          ks_list_read_count (ks_list_row_get (self->grid->pdata[i], (int) column->column),
                              &counts[k]);
        }
      for (guint body = 0; body < KS_N_BODIES; body++)
        sum += counts[body];
      if (figures->len == MAX_FIGURES)
        sum -= counts[KS_N_BODIES];
      if (counts[figures->len - 1] != sum)
        return FALSE;
    }
  return TRUE;
}

/* Four columns of figures are the four bodies; so are the first four where the last one adds them
 * up. Of others nobody can say what they are. */
static void
name_figures (KsListSheet *self)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  gboolean known;

  for (guint i = 0; i < self->columns->len; i++)
    if (((KsListColumn *) self->columns->pdata[i])->meaning.role == KS_LIST_SUM)
      g_ptr_array_add (figures, self->columns->pdata[i]);
  known = figures->len == KS_N_BODIES
          || (figures->len > KS_N_BODIES && figures->len <= MAX_FIGURES && adds_up (self, figures));
  for (guint i = 0; i < figures->len; i++)
    {
      KsListColumn *column = figures->pdata[i];
      KsListMeaning *meaning = &column->meaning;

      column->unclear = !known;
      if (!known)
        meaning->role = KS_LIST_IGNORED;
      else if (i < KS_N_BODIES)
        *meaning = (KsListMeaning){ KS_LIST_FIELD, (KsUnitField) (KS_UNIT_TOTAL + i) };
      else if (i + 1 < figures->len)
        meaning->role = KS_LIST_EXCUSED_SUM;
    }
}

/**
 * ks_list_sheet_guess_columns:
 * @self: a sheet without a header
 * @matcher: finds the units that its rows may name
 * @districts: those that it may name
 *
 * Tells the columns by what stands in them, as of a block that was copied without its titles.
 */
void
ks_list_sheet_guess_columns (KsListSheet *self, KsUnitMatcher *matcher, KsDistrictIndex *districts)
{
  guint width = 0;

  for (guint i = 0; i < self->grid->len; i++)
    width = MAX (width, ((const KsListRow *) self->grid->pdata[i])->n_cells);
  self->header = self->first = 0;
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < width; i++)
    {
      KsListColumn *column = g_new0 (KsListColumn, 1);

      column->column = i;
      column->meaning = judge_column (self, matcher, districts, i);
      column->title = g_strdup ("");
      if (column->meaning.role == KS_LIST_NUMBER && !is_first (self))
        column->meaning.role = KS_LIST_SUM;
      if (column->meaning.role != KS_LIST_SUM && column->meaning.role != KS_LIST_IGNORED
          && ks_list_sheet_find (self, column->meaning.role, column->meaning.field) >= 0)
        column->meaning.role = KS_LIST_IGNORED;
      g_ptr_array_add (self->columns, column);
    }
  name_figures (self);
}
