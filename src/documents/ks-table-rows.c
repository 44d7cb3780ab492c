/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-layout-private.h"

#define LAST_ROWS 3 /* of units, with the total */
#define LAST_HIGH_ROWS 1

/**
 * ks_table_row_is_plain:
 * @row: of a table
 *
 * Returns: whether it is neither a group nor a total
 */
gboolean
ks_table_row_is_plain (const KsTableRow *row)
{
  return row->kind == KS_ROW_PLAIN || row->kind == KS_ROW_BOUND;
}

/**
 * ks_table_get_kind:
 * @rows: (element-type KsTableRow): of a table
 * @index: of a row, or one behind the last
 *
 * Returns: what it is; %KS_ROW_TOTAL behind the last
 */
KsRowKind
ks_table_get_kind (const GArray *rows, guint index)
{
  return index < rows->len ? g_array_index (rows, KsTableRow, index).kind : KS_ROW_TOTAL;
}

/**
 * ks_table_is_short:
 * @table: a table
 * @rows: (element-type KsTableRow): its rows
 *
 * Returns: whether it stands on one page
 */
gboolean
ks_table_is_short (const KsDocumentTable *table, const GArray *rows)
{
  return rows->len == 1 || (!table->breaks && rows->len <= KS_TABLE_FEW_ROWS);
}

/**
 * ks_table_find_last_rows:
 * @block: a table
 *
 * Returns: the first of the rows that stand on the last page: the total, and some units above it
 */
guint
ks_table_find_last_rows (const KsBlock *block)
{
  const GArray *rows = block->rows;
  guint first = rows->len;
  guint n_last = block->table.breaks ? LAST_HIGH_ROWS : LAST_ROWS;

  while (first > 0 && g_array_index (rows, KsTableRow, first - 1).kind == KS_ROW_TOTAL)
    first--;
  if (ks_table_is_short (&block->table, rows))
    return 0;
  for (guint i = 0; i < n_last && first > 0; i++)
    if (ks_table_row_is_plain (&g_array_index (rows, KsTableRow, first - 1)))
      first--;
  while (first > 0 && ks_table_get_kind (rows, first) == KS_ROW_BOUND)
    first--;
  return first;
}
