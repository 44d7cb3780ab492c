/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-list-sheet.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-list-letters.h"
#include "ks-number.h"
#include "ks-tables-error.h"
#include "ks-text.h"

#define MAX_ROWS 200000
#define MAX_BYTES ((gsize) 256 << 20)
#define MAX_HEADER_ROWS 3

static void
free_row (gpointer data)
{
  KsListRow *row = data;

  g_strfreev (row->cells);
  g_free (row->district);
  g_free (row);
}

static void
free_reading (gpointer data)
{
  KsListRow *row = data;

  g_free (row->district);
  g_free (row);
}

static void
free_column (gpointer data)
{
  KsListColumn *column = data;

  g_free (column->title);
  g_free (column->sample);
  g_free (column);
}

static void
free_note (gpointer data)
{
  KsListNote *note = data;

  g_free (note->message);
  g_free (note);
}

static KsListRow *
copy_row (KsListSheet *self, KsSheetSource *source, const KsRow *row)
{
  KsListRow *copy = g_new0 (KsListRow, 1);

  copy->number = row->number;
  copy->n_cells = row->n_cells;
  copy->cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    copy->cells[i] = ks_list_letters_read (self, ks_sheet_source_get_font (source, i),
                                           row->cells[i].text, row->cells[i].length);
  return copy;
}

static gboolean
read_grid (KsListSheet *self, KsSheetSource *source, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize n_bytes = 0;
  const KsRow *row;

  while ((row = ks_sheet_source_next (source, &local)) != NULL)
    {
      for (guint i = 0; i < row->n_cells; i++)
        n_bytes += row->cells[i].length;
      if (self->grid->len >= MAX_ROWS || n_bytes > MAX_BYTES)
        {
          g_autofree char *limit = ks_format_count (MAX_ROWS);

          g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
                       _ ("“%s” has more than %s rows. Split it into several files."), self->file,
                       limit);
          return FALSE;
        }
      g_ptr_array_add (self->grid, copy_row (self, source, row));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * ks_list_sheet_read:
 * @source: where it comes from
 * @sheet: number of the sheet
 * @error: return location for an error
 *
 * Reads all that a sheet holds.
 *
 * Returns: (transfer full) (nullable): the sheet; what is what in it is not known yet
 */
KsListSheet *
ks_list_sheet_read (KsSheetSource *source, guint sheet, GError **error)
{
  g_autoptr (KsListSheet) self = g_new0 (KsListSheet, 1);
  GArray *merges;

  self->file = g_strdup (ks_sheet_source_get_name (source));
  self->name = g_strdup (ks_sheet_source_get_sheet_name (source, sheet));
  self->grid = g_ptr_array_new_with_free_func (free_row);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->rows = g_ptr_array_new_with_free_func (free_reading);
  self->notes = g_ptr_array_new_with_free_func (free_note);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->settled = g_hash_table_new (NULL, NULL);
  self->merges = g_array_new (FALSE, FALSE, sizeof (KsMerge));
  if (!ks_sheet_source_select (source, sheet, error) || !read_grid (self, source, error))
    return NULL;
  merges = ks_sheet_source_get_merges (source);
  g_array_append_vals (self->merges, merges->data, merges->len);
  return g_steal_pointer (&self);
}

/**
 * ks_list_sheet_free:
 * @self: (transfer full): a sheet
 */
void
ks_list_sheet_free (KsListSheet *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->grid, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->settled, g_hash_table_unref);
  g_clear_pointer (&self->merges, g_array_unref);
  g_free (self->file);
  g_free (self->name);
  g_free (self->district);
  g_free (self);
}

/**
 * ks_list_row_get:
 * @self: a row
 * @column: a column, or -1
 *
 * Returns: (transfer none): what stands there; empty where nothing does
 */
const char *
ks_list_row_get (const KsListRow *self, int column)
{
  return column >= 0 && (guint) column < self->n_cells ? self->cells[column] : "";
}

static gboolean
is_filled (const KsListRow *row, guint column)
{
  return !ks_list_is_blank (ks_list_row_get (row, (int) column));
}

/* The title that spans a column of the row below: merged cells keep their text in the first one. */
static const char *
find_above (const KsListRow *row, guint column)
{
  for (int i = (int) MIN (column, row->n_cells - 1); row->n_cells > 0 && i >= 0; i--)
    if (is_filled (row, (guint) i))
      return row->cells[i];
  return NULL;
}

/**
 * ks_list_sheet_read_title:
 * @self: a sheet
 * @above: (nullable): the title that spans several columns, with this one under it
 * @title: the title of a column
 *
 * Returns: what stands in the column, in a list of this kind
 */
KsListMeaning
ks_list_sheet_read_title (KsListSheet *self, const char *above, const char *title)
{
  if (self->read_title != NULL)
    return self->read_title (above, title, self->title_data);
  return ks_list_read_title (above, title);
}

/* What the rows of a header make of a column together; @title is its own text and @above that of
 * the rows over it. */
static KsListMeaning
read_column (KsListSheet *self, guint first, guint n_rows, guint column, char **title)
{
  GPtrArray *grid = self->grid;
  KsListMeaning ignored = { KS_LIST_IGNORED };
  g_autoptr (GString) above = g_string_new (NULL);
  const char *own = NULL;
  guint last = n_rows;

  while (last > 0 && own == NULL)
    {
      const KsListRow *row = grid->pdata[first + --last];

      own = is_filled (row, column) ? row->cells[column] : NULL;
    }
  if (own == NULL)
    return ignored;
  for (guint i = 0; i < last; i++)
    {
      const char *text = find_above (grid->pdata[first + i], column);

      if (text != NULL && !g_str_equal (text, own))
        g_string_append_printf (above, "%s%s", above->len > 0 ? " " : "", text);
    }
  if (title != NULL)
    {
      g_autofree char *whole
          = g_strdup_printf ("%s%s%s", above->str, above->len > 0 ? " – " : "", own);

      *title = ks_text_clean (whole);
    }
  return ks_list_sheet_read_title (self, above->len > 0 ? above->str : NULL, own);
}

static gboolean
is_key (KsListMeaning meaning)
{
  return meaning.role == KS_LIST_CODE
         || (meaning.role == KS_LIST_FIELD && meaning.field == KS_UNIT_NAME);
}

static guint
get_width (GPtrArray *grid, guint first, guint n_rows)
{
  guint width = 0;

  for (guint i = first; i < first + n_rows; i++)
    width = MAX (width, ((const KsListRow *) grid->pdata[i])->n_cells);
  return width;
}

/* A header names the units, and something about them unless the list is of names alone. */
static gboolean
is_header (KsListSheet *self, guint at)
{
  const KsListRow *row = self->grid->pdata[at];
  guint n_known = 0, n_filled = 0;
  gboolean has_key = FALSE;

  for (guint column = 0; column < row->n_cells; column++)
    if (is_filled (row, column))
      {
        KsListMeaning meaning = read_column (self, at, 1, column, NULL);

        n_filled++;
        n_known += meaning.role != KS_LIST_IGNORED;
        has_key = has_key || is_key (meaning);
      }
  return has_key && (n_known >= 2 || n_filled <= 2);
}

/* Whether a row refines the titles over it: it says nothing about code and name, and something that
 * makes sense under one of the others. */
static gboolean
refines_header (KsListSheet *self, guint first, guint n_rows)
{
  GPtrArray *grid = self->grid;
  const KsListRow *row;
  gboolean refined = FALSE;
  gint64 count;

  if (first + n_rows >= grid->len)
    return FALSE;
  row = grid->pdata[first + n_rows];
  for (guint column = 0; column < row->n_cells; column++)
    {
      const char *text = row->cells[column];

      if (!is_filled (row, column))
        continue;
      if (is_key (read_column (self, first, n_rows, column, NULL))
          && g_strcmp0 (find_above (grid->pdata[first], column), text) != 0)
        return FALSE;
      if (ks_list_read_count (text, &count))
        return FALSE;
      refined = refined
                || read_column (self, first, n_rows + 1, column, NULL).role != KS_LIST_IGNORED;
    }
  return refined;
}

/* "1 2 3 4" or "(1) (2)" or "A B 1 2" under the header numbers its columns. */
static gboolean
numbers_columns (const KsListRow *row)
{
  guint n_filled = 0, last = 0;

  for (guint column = 0; column < row->n_cells; column++)
    {
      g_autofree char *clean = ks_text_clean (row->cells[column]);
      char *text = clean + strspn (clean, "([");
      guint64 number;

      if (!is_filled (row, column))
        continue;
      text[strcspn (text, ")]")] = '\0';
      n_filled++;
      if (text[0] >= 'A' && text[0] <= 'Z' && text[1] == '\0' && last == 0)
        continue;
      if (!g_ascii_string_to_unsigned (text, 10, last + 1, last + 2, &number, NULL))
        return FALSE;
      last = (guint) number;
    }
  return n_filled >= 2 && last > 0;
}

/* Whether an earlier column tells the same. */
static gboolean
is_told (KsListSheet *self, KsListMeaning meaning)
{
  if (meaning.role == KS_LIST_OTHER)
    return ks_list_sheet_find_other (self, meaning.other, meaning.day) >= 0;
  return meaning.role != KS_LIST_IGNORED
         && ks_list_sheet_find (self, meaning.role, meaning.field) >= 0;
}

static void
make_columns (KsListSheet *self, guint first, guint n_rows)
{
  guint width = get_width (self->grid, first, n_rows);

  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < width; i++)
    {
      char *title = NULL;
      KsListMeaning meaning = read_column (self, first, n_rows, i, &title);
      KsListColumn *column = g_new0 (KsListColumn, 1);

      column->column = i;
      column->meaning = meaning;
      column->title = title != NULL ? title : g_strdup ("");
      /* The first column of a kind counts; another one is told, but not used. */
      if (is_told (self, meaning))
        column->meaning.role = KS_LIST_IGNORED;
      g_ptr_array_add (self->columns, column);
    }
}

/**
 * ks_list_sheet_find_header:
 * @self: a sheet
 *
 * Finds the header wherever it stands, in one row or in several of merged cells.
 *
 * Returns: %FALSE if there is none
 */
gboolean
ks_list_sheet_find_header (KsListSheet *self)
{
  for (guint i = 0; i < MIN (self->grid->len, KS_LIST_HEADER_WITHIN); i++)
    {
      guint n_rows = 1;

      if (!is_header (self, i))
        continue;
      while (n_rows < MAX_HEADER_ROWS && refines_header (self, i, n_rows))
        n_rows++;
      make_columns (self, i, n_rows);
      self->header = i;
      self->first = i + n_rows;
      if (self->first < self->grid->len && numbers_columns (self->grid->pdata[self->first]))
        self->first++;
      return TRUE;
    }
  return FALSE;
}

/**
 * ks_list_sheet_find:
 * @self: a sheet
 * @role: what a column shall be
 * @field: the field, of a column that is one
 *
 * Returns: the first such column, or -1
 */
int
ks_list_sheet_find (KsListSheet *self, KsListRole role, KsUnitField field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsListColumn *column = self->columns->pdata[i];

      if (column->meaning.role == role
          && (role != KS_LIST_FIELD || column->meaning.field == field))
        return (int) column->column;
    }
  return -1;
}

/**
 * ks_list_sheet_find_other:
 * @self: a sheet
 * @other: what a column of another kind of list shall tell
 * @day: of which day
 *
 * Returns: the first such column, or -1
 */
int
ks_list_sheet_find_other (KsListSheet *self, guint other, KsDay day)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsListColumn *column = self->columns->pdata[i];

      if (column->meaning.role == KS_LIST_OTHER && column->meaning.other == other
          && column->meaning.day == day)
        return (int) column->column;
    }
  return -1;
}

/**
 * ks_list_sheet_add_note:
 * @self: a sheet
 * @row: number of the row; 0: the whole sheet
 * @column: a column, or -1
 * @message: (transfer full): what is to be told about it
 */
void
ks_list_sheet_add_note (KsListSheet *self, guint64 row, int column, char *message)
{
  KsListNote *note = g_new (KsListNote, 1);

  *note = (KsListNote){ row, column, message };
  g_ptr_array_add (self->notes, note);
}

/**
 * ks_list_sheet_dup_place:
 * @self: a sheet
 * @row: number of a row; 0: the whole sheet
 * @column: a column, or -1
 *
 * Returns: (transfer full): where that is, for messages: "a.xlsx, sheet “Lục Nam”, row 12, column C"
 */
char *
ks_list_sheet_dup_place (KsListSheet *self, guint64 row, int column)
{
  GString *place = g_string_new (self->file);
  g_autofree char *number = ks_format_count ((gint64) row);

  if (*self->name != '\0')
    {
      g_string_append (place, ", ");
      g_string_append_printf (place, _ ("sheet “%s”"), self->name);
    }
  if (row > 0)
    {
      g_string_append (place, ", ");
      g_string_append_printf (place, _ ("row %s"), number);
    }
  if (column >= 0)
    {
      g_autofree char *letters = ks_sheet_column_name ((guint) column);

      g_string_append (place, ", ");
      g_string_append_printf (place, _ ("column %s"), letters);
    }
  return g_string_free (place, FALSE);
}
