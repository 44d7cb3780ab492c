/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-columns.h"

#include "ks-i18n.h"

static const char *const titles[KS_N_UNIT_COLUMNS][8] = {
  { "code", "unit code", "ma don vi hanh chinh", "ma dvhc", "ma don vi", "ma", NULL },
  { "name", "unit", "don vi", "ten don vi", "ten", "xa, phuong, thi tran", NULL },
  { "district", "huyen", "huyen, thi xa, thanh pho", NULL },
};

/**
 * ks_unit_columns_find:
 * @header: the first row of a table
 * @columns: (out caller-allocates) (array fixed-size=3): by #KsUnitColumn, -1 for those that it lacks
 *
 * Returns: whether the table tells its units, by a code or a name
 */
gboolean
ks_unit_columns_find (const KsRow *header, int *columns)
{
  for (guint i = 0; i < KS_N_UNIT_COLUMNS; i++)
    columns[i] = ks_find_column (header, titles[i]);
  return columns[KS_UNIT_COLUMN_CODE] >= 0 || columns[KS_UNIT_COLUMN_NAME] >= 0;
}

/**
 * ks_unit_columns_is_title:
 * @folded: a folded title
 *
 * Returns: whether it is that of one of these columns
 */
gboolean
ks_unit_columns_is_title (const char *folded)
{
  for (guint i = 0; i < KS_N_UNIT_COLUMNS; i++)
    if (g_strv_contains (titles[i], folded))
      return TRUE;
  return FALSE;
}

/**
 * ks_unit_columns_match:
 * @columns: as ks_unit_columns_find() found them
 * @matcher: of the registry
 * @file: what the table is called in what is said of it
 * @row: a row of the table
 * @error: return location for an error that names file and row
 *
 * Returns: (transfer none): the one unit that the row is about, or %NULL with @error set where none is
 *   or more than one may be meant
 */
KsUnit *
ks_unit_columns_match (const int *columns, KsUnitMatcher *matcher, const char *file,
                       const KsRow *row, GError **error)
{
  g_autofree char *code = ks_dup_cell (row, columns[KS_UNIT_COLUMN_CODE]);
  g_autofree char *name = ks_dup_cell (row, columns[KS_UNIT_COLUMN_NAME]);
  g_autofree char *district = ks_dup_cell (row, columns[KS_UNIT_COLUMN_DISTRICT]);
  KsMatch match;

  ks_unit_matcher_match (matcher, code, name, district, &match);
  if (match.unit != NULL)
    return match.unit;
  ks_refuse_at (file, row->number,
                match.how == KS_MATCH_ASK
                    ? _ ("it is not certain which unit is meant: write its code, or its district "
                         "beside its name")
                    : _ ("no unit of the registry has this code or name"),
                error);
  return NULL;
}
