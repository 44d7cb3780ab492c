/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-writer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "ks-csv-writer.h"
#include "ks-platform.h"

#define MAX_COLUMNS 500
#define MAX_CHARACTERS 32767
#define MAX_SHEET_NAME 31
/* In widths of a digit. */
#define MIN_WIDTH 6
#define MAX_WIDTH 60
#define MARGIN 2
#define MAX_DECIMALS 9

struct _KsSheetWriter {
  KsCsvWriter   *csv; /* or */
  char          *path;
  lxw_workbook  *workbook;
  lxw_worksheet *sheet;
  lxw_format    *header;
  lxw_format    *text;
  lxw_format    *wrapped;
  lxw_format    *day;
  lxw_format    *numbers[MAX_DECIMALS + 1];
  GHashTable    *names; /* of the sheets, folded */

  guint32        row;
  guint16        column;
  guint          n_columns; /* of the widest row */
  guint32        n_header_rows;
  glong          widths[MAX_COLUMNS];
};

/**
 * ks_sheet_format_from_path:
 * @path: where somebody wants a table
 *
 * Returns: the format that its name asks for; delimited text unless it ends in .xlsx
 */
KsSheetFormat
ks_sheet_format_from_path (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx") ? KS_SHEET_XLSX : KS_SHEET_CSV;
}

static void
begin_workbook (KsSheetWriter *self, KsMoment created)
{
  lxw_doc_properties properties = { .created = (time_t) created };
  int fd = g_file_open_tmp ("khaosat-XXXXXX.xlsx", &self->path, NULL);

  if (fd >= 0)
    g_close (fd, NULL);
  self->workbook = workbook_new (self->path != NULL ? self->path : "");
  workbook_set_properties (self->workbook, &properties);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->header = workbook_add_format (self->workbook);
  format_set_bold (self->header);
  format_set_text_wrap (self->header);
  format_set_align (self->header, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bottom (self->header, LXW_BORDER_THIN);
  self->text = workbook_add_format (self->workbook);
  format_set_num_format_index (self->text, 49); /* "@": stays text when it is edited */
  self->wrapped = workbook_add_format (self->workbook);
  format_set_num_format_index (self->wrapped, 49);
  format_set_text_wrap (self->wrapped);
  format_set_align (self->wrapped, LXW_ALIGN_VERTICAL_TOP);
  self->day = workbook_add_format (self->workbook);
  format_set_num_format (self->day, "dd/mm/yyyy");
}

/**
 * ks_sheet_writer_new:
 * @format: of the file
 * @created: the moment that a workbook carries as its date
 *
 * Returns: (transfer full): a writer before its first sheet
 */
KsSheetWriter *
ks_sheet_writer_new (KsSheetFormat format, KsMoment created)
{
  KsSheetWriter *self = g_new0 (KsSheetWriter, 1);

  if (format == KS_SHEET_CSV)
    self->csv = ks_csv_writer_new (NULL, KS_CSV_GUARD);
  else
    begin_workbook (self, created);
  return self;
}

/**
 * ks_sheet_writer_free:
 * @self: (transfer full): a writer; what was not finished is lost
 */
void
ks_sheet_writer_free (KsSheetWriter *self)
{
  g_clear_pointer (&self->csv, ks_csv_writer_free);
  g_clear_pointer (&self->workbook, lxw_workbook_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

static void
finish_sheet (KsSheetWriter *self)
{
  if (self->sheet == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                          (double) CLAMP (self->widths[i] + MARGIN, MIN_WIDTH, MAX_WIDTH), NULL);
  worksheet_freeze_panes (self->sheet, self->n_header_rows, 0);
  if (self->row > 0 && self->n_columns > 0)
    {
      g_autofree char *last = g_malloc0 (LXW_MAX_CELL_RANGE_LENGTH);

      lxw_rowcol_to_range (last, 0, 0, self->row - 1, (lxw_col_t) (self->n_columns - 1));
      worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, last);
    }
  self->sheet = NULL;
}

/* A tab holds 31 characters, some are not allowed, and no two are the same. */
static char *
make_sheet_name (KsSheetWriter *self, const char *given)
{
  g_autofree char *short_name = g_utf8_substring (
      given, 0, MIN (g_utf8_strlen (given, -1), MAX_SHEET_NAME - 5));
  g_autofree char *name = NULL;

  g_strdelimit (short_name, "[]:*?/\\'", '-');
  name = g_strdup (*short_name != '\0' ? short_name : "1");
  for (guint n = 2;; n++)
    {
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (g_hash_table_add (self->names, g_steal_pointer (&folded)))
        return g_steal_pointer (&name);
      g_free (name);
      name = g_strdup_printf ("%s (%u)", short_name, n);
    }
}

/**
 * ks_sheet_writer_begin_sheet:
 * @self: a writer
 * @name: what the tab says; it is cut and mended as Excel wants it
 *
 * Begins the first or the next sheet. In delimited text sheets follow each other, parted by a blank
 * line, and have no names.
 */
void
ks_sheet_writer_begin_sheet (KsSheetWriter *self, const char *name)
{
  g_autofree char *tab = NULL;

  g_return_if_fail (self->column == 0);

  if (self->csv != NULL)
    {
      if (self->row > 0)
        ks_csv_writer_end_row (self->csv, NULL);
      return;
    }
  finish_sheet (self);
  tab = make_sheet_name (self, name);
  self->sheet = workbook_add_worksheet (self->workbook, tab);
  self->row = self->n_columns = self->n_header_rows = 0;
  memset (self->widths, 0, sizeof self->widths);
}

/* The widest line counts. */
static void
measure (KsSheetWriter *self, const char *text)
{
  const char *end;

  for (; text != NULL; text = *end != '\0' ? end + 1 : NULL)
    {
      end = text + strcspn (text, "\n");
      self->widths[self->column]
          = MAX (self->widths[self->column], g_utf8_strlen (text, end - text));
    }
}

static gboolean
looks_like_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2])
         && g_ascii_isxdigit (text[3]) && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5])
         && text[6] == '_';
}

/* Text that a spreadsheet would compute gets an apostrophe; text that looks like the escape of a
 * character, one of its own. */
static char *
guard_text (const char *text)
{
  GString *guarded = g_string_new (NULL);

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    g_string_append_c (guarded, '\'');
  for (; *text != '\0'; text++)
    g_string_append_printf (guarded, looks_like_escape (text) ? "_x005F%c" : "%c", *text);
  return g_string_free (guarded, FALSE);
}

static void
write_text (KsSheetWriter *self, const char *text, lxw_format *format)
{
  g_autofree char *guarded = guard_text (text);

  if (g_utf8_strlen (guarded, -1) > MAX_CHARACTERS)
    *g_utf8_offset_to_pointer (guarded, MAX_CHARACTERS) = '\0';
  measure (self, guarded);
  if (*guarded != '\0')
    worksheet_write_string (self->sheet, self->row, self->column, guarded, format);
  self->column++;
}

/**
 * ks_sheet_writer_add_header:
 * @self: a writer
 * @text: title of a column
 *
 * Adds a cell to a row of titles; such rows come first.
 */
void
ks_sheet_writer_add_header (KsSheetWriter *self, const char *text)
{
  g_return_if_fail (self->column < MAX_COLUMNS);

  if (self->csv != NULL)
    {
      ks_csv_writer_add_text (self->csv, text);
      return;
    }
  self->n_header_rows = self->row + 1;
  write_text (self, text, self->header);
}

/* Several lines, or one that no column is wide enough for. */
static gboolean
is_tall (const char *text)
{
  return strchr (text, '\n') != NULL || g_utf8_strlen (text, -1) > MAX_WIDTH;
}

/**
 * ks_sheet_writer_add_text:
 * @self: a writer
 * @text: UTF-8
 *
 * Adds a cell of text. Text that begins with = + - @ TAB CR or LF gets an apostrophe.
 */
void
ks_sheet_writer_add_text (KsSheetWriter *self, const char *text)
{
  g_return_if_fail (self->column < MAX_COLUMNS);

  if (self->csv != NULL)
    ks_csv_writer_add_text (self->csv, text);
  else
    write_text (self, text, is_tall (text) ? self->wrapped : self->text);
}

/**
 * ks_sheet_writer_add_count:
 * @self: a writer
 * @count: a whole number
 *
 * Adds a cell with a number.
 */
void
ks_sheet_writer_add_count (KsSheetWriter *self, gint64 count)
{
  ks_sheet_writer_add_number (self, (double) count, 0);
}

static lxw_format *
get_number_format (KsSheetWriter *self, guint decimals)
{
  g_autofree char *zeros = g_strnfill (decimals, '0');
  g_autofree char *code = g_strdup_printf (decimals > 0 ? "0.%s" : "0%s", zeros);

  if (self->numbers[decimals] == NULL)
    {
      self->numbers[decimals] = workbook_add_format (self->workbook);
      format_set_num_format (self->numbers[decimals], code);
    }
  return self->numbers[decimals];
}

/**
 * ks_sheet_writer_add_number:
 * @self: a writer
 * @value: a number
 * @decimals: how many are shown, at most 9
 *
 * Adds a cell with a number; delimited text has a point as its decimal sign.
 */
void
ks_sheet_writer_add_number (KsSheetWriter *self, double value, guint decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE], format[8];

  g_return_if_fail (self->column < MAX_COLUMNS && decimals <= MAX_DECIMALS);

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (self->csv != NULL)
    {
      ks_csv_writer_add_figure (self->csv, buffer);
      return;
    }
  measure (self, buffer);
  worksheet_write_number (self->sheet, self->row, self->column++, value,
                          get_number_format (self, decimals));
}

/**
 * ks_sheet_writer_add_day:
 * @self: a writer
 * @day: a day, or %KS_DAY_NONE for an empty cell
 *
 * Adds a day: a date of the spreadsheet, or 2024-04-01 in delimited text.
 */
void
ks_sheet_writer_add_day (KsSheetWriter *self, KsDay day)
{
  g_autofree char *text = day != KS_DAY_NONE ? ks_day_to_iso (day) : g_strdup ("");
  lxw_datetime date = { 0 };

  g_return_if_fail (self->column < MAX_COLUMNS);

  if (self->csv != NULL)
    {
      ks_csv_writer_add_text (self->csv, text);
      return;
    }
  measure (self, text);
  if (day != KS_DAY_NONE)
    {
      ks_moment_to_civil (ks_day_get_start (day), &date.year, &date.month, &date.day, NULL, NULL,
                          NULL);
      worksheet_write_datetime (self->sheet, self->row, self->column, &date, self->day);
    }
  self->column++;
}

/**
 * ks_sheet_writer_end_row:
 * @self: a writer
 *
 * Ends the row.
 */
void
ks_sheet_writer_end_row (KsSheetWriter *self)
{
  if (self->csv != NULL)
    ks_csv_writer_end_row (self->csv, NULL);
  self->n_columns = MAX (self->n_columns, self->column);
  self->row++;
  self->column = 0;
}

static GBytes *
finish_workbook (KsSheetWriter *self, GError **error)
{
  lxw_workbook *workbook = g_steal_pointer (&self->workbook);
  g_autoptr (GError) cause = NULL;
  char *data = NULL;
  gsize length;

  finish_sheet (self);
  if (workbook_close (workbook) != LXW_NO_ERROR)
    cause = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "");
  else if (g_file_get_contents (self->path, &data, &length, &cause))
    return g_bytes_new_take (data, length);
  ks_file_set_write_error (error, self->path != NULL ? self->path : g_get_tmp_dir (), cause);
  return NULL;
}

/**
 * ks_sheet_writer_finish:
 * @self: a writer, which takes nothing more
 * @error: return location for %KS_BASE_ERROR_FILE
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
ks_sheet_writer_finish (KsSheetWriter *self, GError **error)
{
  char *text;

  if (self->csv == NULL)
    return finish_workbook (self, error);
  text = ks_csv_writer_steal_text (self->csv);
  return g_bytes_new_take (text, strlen (text));
}
