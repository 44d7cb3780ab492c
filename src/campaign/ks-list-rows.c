/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-list-sheet.h"

#include <string.h>

#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-text.h"

/* Which rows of a sheet are units, and whether those that add up do. */

typedef enum {
  SPAN_ROWS_BEFORE, /* "Cộng": what stands before it, of its heading or of all */
  SPAN_ROWS_BELOW,  /* "I. Huyện …  120": what stands under the heading */
} Span;

/* A row that says what others add up to. */
typedef struct {
  const KsListRow *row;
  Span             span;
  guint            n_before; /* rows of units before it */
  guint            section;  /* where the last heading over it began, in rows of units */
} Total;

typedef struct {
  KsListSheet *sheet;
  KsDistrictIndex *districts;
  int          number, code, name, district_name, district_code;
  char        *section;  /* the heading over the row, or NULL */
  guint        section_start;
  GArray      *totals;   /* of Total */
  GPtrArray   *figures;  /* columns of figures: KsListColumn */
  const char  *carried;  /* of the column of districts */
  gboolean     sparse;   /* that column names each district once */
  int         *merged;   /* by row of the grid: above 0 where it belongs to merged cells there */
  guint        end;      /* what stands behind it in the grid is no table any more */
} Reading;

/* The words of a row: its name, or where the name is missing, the first text in it. */
static const char *
find_label (const Reading *reading, const KsListRow *row)
{
  const char *name = ks_list_row_get (row, reading->name);
  gint64 count;

  if (!ks_list_is_blank (name))
    return name;
  for (guint i = 0; i < row->n_cells; i++)
    if (!ks_list_is_blank (row->cells[i]) && !ks_list_read_count (row->cells[i], &count)
        && !ks_list_is_numeral (row->cells[i]))
      return row->cells[i];
  return "";
}

static guint
count_filled (const KsListRow *row)
{
  guint n_filled = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n_filled += !ks_list_is_blank (row->cells[i]);
  return n_filled;
}

/* "I. Huyện Lục Nam", "II | Lục Nam", "Thành phố Bắc Giang": returns the district. */
static char *
read_section (const Reading *reading, const KsListRow *row, const char *label)
{
  const char *text = ks_list_skip_numeral (label);
  gboolean numbered
      = text != label || ks_list_is_numeral (ks_list_row_get (row, reading->number))
        || (row->n_cells > 0 && reading->name > 0 && ks_list_is_numeral (row->cells[0]));
  gboolean has_kind;
  const KsDistrict *district = ks_district_index_find (reading->districts, text, &has_kind);

  if (district != NULL && (numbered || has_kind))
    return g_strdup (district->name);
  /* A list may name districts that the registry has not. */
  return has_kind && (numbered || count_filled (row) == 1) ? ks_text_clean (text) : NULL;
}

/* The first row of the grid whose number is at least that. */
static guint
find_row (GPtrArray *grid, guint64 number)
{
  guint low = 0, high = grid->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const KsListRow *) grid->pdata[middle])->number < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Merged cells show what their first one holds: which rows are meant is counted once. */
static int *
mark_merged (KsListSheet *sheet, int column)
{
  int *marks = g_new0 (int, sheet->grid->len + 1);

  for (guint i = 0; i < sheet->merges->len && column >= 0; i++)
    {
      const KsMerge *merge = &g_array_index (sheet->merges, KsMerge, i);

      if ((guint) column < merge->first_column || (guint) column > merge->last_column)
        continue;
      marks[find_row (sheet->grid, merge->first_row + 1)]++;
      marks[find_row (sheet->grid, merge->last_row + 1)]--;
    }
  for (guint i = 1; i <= sheet->grid->len; i++)
    marks[i] += marks[i - 1];
  return marks;
}

/* Where the row says that its unit lies. */
static char *
find_district (Reading *reading, const KsListRow *row, guint at)
{
  int column = reading->district_name >= 0 ? reading->district_name : reading->district_code;
  const char *text = ks_list_row_get (row, column);

  if (!ks_list_is_blank (text))
    reading->carried = text;
  else
    text = reading->sparse || reading->merged[at] > 0 ? reading->carried : NULL;
  if (text == NULL)
    text = reading->section != NULL ? reading->section : reading->sheet->district;
  return ks_text_clean (text != NULL ? text : "");
}

static void
add_total (Reading *reading, const KsListRow *row, Span span)
{
  Total total = { row, span, reading->sheet->rows->len, reading->section_start };

  g_array_append_val (reading->totals, total);
  if (span == SPAN_ROWS_BELOW)
    reading->sheet->n_sections++;
  else
    reading->sheet->n_totals++;
}

static void
add_unit (Reading *reading, const KsListRow *row, guint at)
{
  KsListRow *unit = g_new0 (KsListRow, 1);

  *unit = *row;
  unit->district = find_district (reading, row, at);
  g_ptr_array_add (reading->sheet->rows, unit);
}

static gboolean
has_figures (const Reading *reading, const KsListRow *row)
{
  for (guint i = 0; i < reading->figures->len; i++)
    {
      const KsListColumn *column = reading->figures->pdata[i];

      if (!ks_list_is_blank (ks_list_row_get (row, (int) column->column)))
        return TRUE;
    }
  return FALSE;
}

/* The header again, as printed lists have it on every page. */
static gboolean
repeats_header (const Reading *reading, const KsListRow *row)
{
  int column = reading->name >= 0 ? reading->name : reading->code;
  const char *text = ks_list_row_get (row, column);

  for (guint i = 0; i < reading->sheet->first; i++)
    if (*text != '\0' && g_str_equal (ks_list_row_get (reading->sheet->grid->pdata[i], column), text))
      return TRUE;
  return FALSE;
}

/* Mostly a place, a day or a signature; but it may be a unit about which the list says nothing. */
static void
note_remark (Reading *reading, const KsListRow *row)
{
  g_autofree char *text = ks_text_clean (ks_list_row_get (row, reading->name));
  g_autofree char *quote = ks_field_shorten (text);

  if (*text != '\0')
    ks_list_sheet_add_note (
        reading->sheet, row->number, -1,
        g_strdup_printf (_ ("“%s” stands alone under the table and was left out"), quote));
}

static void
read_row (Reading *reading, const KsListRow *row, guint at)
{
  gboolean has_code = !ks_list_is_blank (ks_list_row_get (row, reading->code));
  gboolean has_name = !ks_list_is_blank (ks_list_row_get (row, reading->name));
  const char *label = find_label (reading, row);
  char *section = !has_code ? read_section (reading, row, label) : NULL;

  if (repeats_header (reading, row))
    return;
  if (section != NULL)
    {
      g_free (reading->section);
      reading->section = section;
      reading->section_start = reading->sheet->rows->len;
      add_total (reading, row, SPAN_ROWS_BELOW);
    }
  else if (!has_code && ks_list_is_total (ks_list_skip_numeral (label)))
    add_total (reading, row, SPAN_ROWS_BEFORE);
  else if (at >= reading->end && !has_code)
    note_remark (reading, row);
  else if (has_code || has_name)
    add_unit (reading, row, at);
  else if (has_figures (reading, row))
    ks_list_sheet_add_note (reading->sheet, row->number, -1,
                            g_strdup (_ ("the row has figures but neither a code nor a name; it "
                                         "was left out")));
}

static gint64
add_up (const Reading *reading, guint column, guint first, guint end)
{
  gint64 sum = 0, count;

  for (guint i = first; i < end; i++)
    if (ks_list_read_count (ks_list_row_get (reading->sheet->rows->pdata[i], (int) column), &count))
      sum += count;
  return sum;
}

/* Where the rows under a heading end: at the next one. */
static guint
find_section_end (const Reading *reading, guint from)
{
  guint end = reading->sheet->rows->len;

  for (guint i = from + 1; i < reading->totals->len; i++)
    if (g_array_index (reading->totals, Total, i).span == SPAN_ROWS_BELOW)
      return g_array_index (reading->totals, Total, i).n_before;
  return end;
}

static void
check_figure (Reading *reading, guint at, const KsListColumn *column)
{
  const Total *total = &g_array_index (reading->totals, Total, at);
  guint n_rows = reading->sheet->rows->len;
  gint64 given, sum, whole;
  g_autofree char *given_text = NULL;
  g_autofree char *sum_text = NULL;

  if (!ks_list_read_count (ks_list_row_get (total->row, (int) column->column), &given))
    return;
  whole = add_up (reading, column->column, 0, n_rows);
  if (total->span == SPAN_ROWS_BELOW)
    sum = add_up (reading, column->column, total->n_before, find_section_end (reading, at));
  else
    sum = add_up (reading, column->column, total->section, total->n_before);
  if (given == sum
      || (total->span == SPAN_ROWS_BEFORE
          && (given == whole || given == add_up (reading, column->column, 0, total->n_before))))
    return;
  if (total->span == SPAN_ROWS_BEFORE && total->n_before == n_rows && at + 1 == reading->totals->len)
    sum = whole;
  given_text = ks_format_count (given);
  sum_text = ks_format_count (sum);
  ks_list_sheet_add_note (
      reading->sheet, total->row->number, (int) column->column,
      g_strdup_printf (_ ("the list adds up to %s, its rows to %s. Find out which is right."),
                       given_text, sum_text));
}

static gint64
add_bodies (KsListSheet *sheet, const KsListRow *row, KsUnitField first, gboolean *any)
{
  gint64 sum = 0, count;

  for (guint body = 0; body < KS_N_BODIES; body++)
    {
      int column = ks_list_sheet_find (sheet, KS_LIST_FIELD, (KsUnitField) (first + body));

      if (ks_list_read_count (ks_list_row_get (row, column), &count))
        {
          sum += count;
          *any = TRUE;
        }
    }
  return sum;
}

/* The column of all staff against the four bodies of its row. */
static void
check_sum (KsListSheet *sheet, const KsListRow *row, KsListRole role, KsUnitField first)
{
  int column = ks_list_sheet_find (sheet, role, KS_UNIT_NAME);
  gboolean any = FALSE;
  gint64 sum = column >= 0 ? add_bodies (sheet, row, first, &any) : 0, given;
  g_autofree char *given_text = NULL;
  g_autofree char *sum_text = NULL;

  if (!any || !ks_list_read_count (ks_list_row_get (row, column), &given) || given == sum)
    return;
  given_text = ks_format_count (given);
  sum_text = ks_format_count (sum);
  ks_list_sheet_add_note (
      sheet, row->number, column,
      g_strdup_printf (_ ("the list says %s in all, the bodies add up to %s. Find out which is "
                          "right."),
                       given_text, sum_text));
}

static void
check_sums (Reading *reading)
{
  KsListSheet *sheet = reading->sheet;

  for (guint i = 0; i < reading->totals->len; i++)
    for (guint k = 0; k < reading->figures->len; k++)
      check_figure (reading, i, reading->figures->pdata[k]);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      check_sum (sheet, sheet->rows->pdata[i], KS_LIST_SUM, KS_UNIT_TOTAL);
      check_sum (sheet, sheet->rows->pdata[i], KS_LIST_EXCUSED_SUM, KS_UNIT_EXCUSED);
    }
}

static void
find_figures (Reading *reading)
{
  GPtrArray *columns = reading->sheet->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      KsListColumn *column = columns->pdata[i];
      KsListMeaning meaning = column->meaning;

      if (meaning.role == KS_LIST_SUM || meaning.role == KS_LIST_EXCUSED_SUM
          || (meaning.role == KS_LIST_FIELD && ks_unit_field_is_staff (meaning.field)))
        g_ptr_array_add (reading->figures, column);
    }
}

/* Signatures and remarks under a table fill one cell of their rows. */
static void
find_end (Reading *reading)
{
  GPtrArray *grid = reading->sheet->grid;
  guint n_used = 0;

  for (guint i = 0; i < reading->sheet->columns->len; i++)
    n_used += ((KsListColumn *) reading->sheet->columns->pdata[i])->meaning.role != KS_LIST_IGNORED;
  reading->end = grid->len;
  while (n_used >= 2 && reading->end > reading->sheet->first
         && count_filled (grid->pdata[reading->end - 1]) < 2)
    reading->end--;
}

static gboolean
is_sparse (const Reading *reading)
{
  GPtrArray *grid = reading->sheet->grid;
  guint n_filled = 0, n_rows = reading->end - reading->sheet->first;

  for (guint i = reading->sheet->first; i < reading->end; i++)
    n_filled += !ks_list_is_blank (ks_list_row_get (grid->pdata[i], reading->district_name));
  return reading->district_name >= 0 && n_filled * 2 <= n_rows;
}

/* A title over the table or the name of the tab may say whose units these are. */
static void
find_sheet_district (KsListSheet *self, KsDistrictIndex *index)
{
  const KsDistrict *district = ks_district_index_find (index, self->name, NULL);

  g_clear_pointer (&self->district, g_free);
  for (guint i = 0; district == NULL && i < self->first; i++)
    {
      const KsListRow *row = self->grid->pdata[i];

      for (guint k = 0; district == NULL && k < row->n_cells; k++)
        {
          gboolean has_kind = FALSE;

          district = ks_district_index_find (index, row->cells[k], &has_kind);
          if (!has_kind)
            district = NULL;
        }
    }
  if (district != NULL)
    self->district = g_strdup (district->name);
}

static void
describe_columns (KsListSheet *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      KsListColumn *column = self->columns->pdata[i];

      g_clear_pointer (&column->sample, g_free);
      column->n_filled = 0;
      for (guint k = 0; k < self->rows->len; k++)
        {
          const char *text = ks_list_row_get (self->rows->pdata[k], (int) column->column);

          if (ks_list_is_blank (text))
            continue;
          column->n_filled++;
          if (column->sample == NULL)
            column->sample = ks_text_clean (text);
        }
    }
}

/**
 * ks_list_sheet_read_rows:
 * @self: a sheet whose columns are known
 * @districts: those that it may name
 *
 * Finds the rows of units, with their districts, and notes what does not add up.
 */
void
ks_list_sheet_read_rows (KsListSheet *self, KsDistrictIndex *districts)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (Total));
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  Reading reading = {
    .sheet = self,
    .districts = districts,
    .number = ks_list_sheet_find (self, KS_LIST_NUMBER, KS_UNIT_NAME),
    .code = ks_list_sheet_find (self, KS_LIST_CODE, KS_UNIT_NAME),
    .name = ks_list_sheet_find (self, KS_LIST_FIELD, KS_UNIT_NAME),
    .district_name = ks_list_sheet_find (self, KS_LIST_FIELD, KS_UNIT_DISTRICT_NAME),
    .district_code = ks_list_sheet_find (self, KS_LIST_FIELD, KS_UNIT_DISTRICT_CODE),
    .totals = totals,
    .figures = figures,
  };

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->notes, 0);
  self->n_sections = self->n_totals = 0;
  find_sheet_district (self, districts);
  find_figures (&reading);
  find_end (&reading);
  reading.sparse = is_sparse (&reading);
  reading.merged = mark_merged (self, reading.district_name >= 0 ? reading.district_name
                                                                  : reading.district_code);
  for (guint i = self->first; i < self->grid->len; i++)
    read_row (&reading, self->grid->pdata[i], i);
  g_free (reading.section);
  g_free (reading.merged);
  check_sums (&reading);
  describe_columns (self);
}
