/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gmodule.h>
#include <string.h>
#include <xlsxwriter.h>

#include "ks-platform.h"
#include "ks-sheet-target.h"
#include "ks-workbook-private.h"

/* The module that ks_sheet_writer_new() loads: the only code that knows libxlsxwriter. */

#define PAPER_A4 9 /* of Excel */
#define MAX_CHARACTERS 32767
#define MAX_SHEET_NAME 31
/* In widths of a digit. */
#define MIN_WIDTH 6
#define MAX_WIDTH 60
#define MARGIN 2
/* Of sheets that look as on paper. */
#define WIDTH_OF_MM 0.52  /* a digit of the usual font has 7 of 96 pixels to the inch */
#define PITCH 15.0       /* in points */

G_MODULE_EXPORT const KsSheetTarget *ks_workbook_module_get (void);

typedef struct {
  char          *path;
  lxw_workbook  *workbook;
  lxw_worksheet *sheet;
  lxw_format    *title;
  lxw_format    *header;
  lxw_format    *text;
  lxw_format    *wrapped;
  lxw_format    *day;
  lxw_format    *share;
  lxw_format    *numbers[KS_SHEET_MAX_DECIMALS + 1];
  GHashTable    *names; /* of the sheets, folded */
  GHashTable    *dress; /* guint → lxw_format: of sheets that look as on paper */

  guint32        row;
  guint16        column;
  guint          n_columns; /* of the widest row */
  guint32        n_header_rows;
  glong          widths[KS_SHEET_MAX_COLUMNS];
  gboolean       bold;
  gboolean       flat;
  guint          n_paper; /* columns of a sheet that looks as on paper; 0: it does not */
  guint          n_lines; /* of the highest cell of the row */
  double         paper_widths[KS_SHEET_MAX_COLUMNS];
  KsSheetAlign   aligns[KS_SHEET_MAX_COLUMNS];
} Workbook;

static gpointer
begin (KsMoment created)
{
  Workbook *self = g_new0 (Workbook, 1);
  lxw_doc_properties properties = { .created = (time_t) created };
  int fd = g_file_open_tmp ("khaosat-XXXXXX.xlsx", &self->path, NULL);

  if (fd >= 0)
    g_close (fd, NULL);
  self->workbook = workbook_new (self->path != NULL ? self->path : "");
  workbook_set_properties (self->workbook, &properties);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->dress = g_hash_table_new (NULL, NULL);
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
  return self;
}

static void
free_workbook (gpointer data)
{
  Workbook *self = data;

  g_clear_pointer (&self->workbook, lxw_workbook_free);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->dress);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

static lxw_format *
get_dress (Workbook *self, guint dress)
{
  gboolean centred = dress == KS_DRESS_HEADER;
  KsSheetAlign align = centred ? KS_SHEET_CENTRE
                       : dress == KS_DRESS_TITLE || dress == KS_DRESS_NOTE || self->column >= self->n_paper
                           ? KS_SHEET_LEFT
                           : self->aligns[self->column];
  gpointer key = GUINT_TO_POINTER (1 + dress * 8 + align * 2 + (self->bold ? 1u : 0u));
  lxw_format *format = g_hash_table_lookup (self->dress, key);

  if (format == NULL)
    {
      format = ks_workbook_create_dress (self->workbook, dress, align, self->bold);
      g_hash_table_insert (self->dress, key, format);
    }
  return format;
}

/* As it looks on paper, if it does so; else as tables do. */
static lxw_format *
choose (Workbook *self, guint dress, lxw_format *usual)
{
  return self->n_paper > 0 ? get_dress (self, dress) : usual;
}

static double
get_width (Workbook *self, guint column)
{
  if (column < self->n_paper)
    return self->paper_widths[column] * WIDTH_OF_MM;
  return (double) CLAMP (self->widths[column] + MARGIN, MIN_WIDTH, MAX_WIDTH);
}

/* Printed it is as wide as a page, and its header stands on each. */
static void
set_paper (Workbook *self)
{
  worksheet_set_paper (self->sheet, PAPER_A4);
  if (self->n_paper == 0 || self->flat)
    worksheet_set_landscape (self->sheet);
  if (self->n_paper > 0)
    worksheet_set_footer (self->sheet, "&C&P");
  worksheet_fit_to_pages (self->sheet, 1, 0);
  if (self->n_header_rows > 0)
    worksheet_repeat_rows (self->sheet, self->n_header_rows - 1, self->n_header_rows - 1);
}

static void
finish_sheet (Workbook *self)
{
  if (self->sheet == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, get_width (self, i), NULL);
  worksheet_freeze_panes (self->sheet, self->n_header_rows, 0);
  set_paper (self);
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
make_sheet_name (Workbook *self, const char *given)
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

static void
begin_sheet (gpointer data, const char *name)
{
  Workbook *self = data;
  g_autofree char *tab = make_sheet_name (self, name);

  finish_sheet (self);
  self->sheet = workbook_add_worksheet (self->workbook, tab);
  self->row = self->n_columns = self->n_header_rows = 0;
  self->n_paper = 0;
  self->bold = self->flat = FALSE;
  memset (self->widths, 0, sizeof self->widths);
}

static void
set_paper_look (gpointer data, const KsSheetPaper *paper)
{
  Workbook *self = data;

  self->n_paper = paper->n_columns;
  self->flat = paper->landscape;
  memcpy (self->paper_widths, paper->widths, paper->n_columns * sizeof *paper->widths);
  memcpy (self->aligns, paper->aligns, paper->n_columns * sizeof *paper->aligns);
}

static void
set_bold (gpointer data, gboolean bold)
{
  ((Workbook *) data)->bold = bold;
}

/* The widest line counts. */
static void
measure (Workbook *self, const char *text)
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
write_text (Workbook *self, const char *text, lxw_format *format)
{
  g_autofree char *guarded = guard_text (text);

  if (g_utf8_strlen (guarded, -1) > MAX_CHARACTERS)
    *g_utf8_offset_to_pointer (guarded, MAX_CHARACTERS) = '\0';
  measure (self, guarded);
  if (self->n_paper > 0)
    self->n_lines = MAX (self->n_lines, ks_workbook_count_lines (guarded, get_width (self, self->column)));
  if (*guarded != '\0')
    worksheet_write_string (self->sheet, self->row, self->column, guarded, format);
  else if (self->n_paper > 0)
    worksheet_write_blank (self->sheet, self->row, self->column, format);
  self->column++;
}

static void
end_row (gpointer data)
{
  Workbook *self = data;

  self->n_columns = MAX (self->n_columns, self->column);
  if (self->n_paper > 0 && self->n_lines > 1)
    worksheet_set_row (self->sheet, self->row, self->n_lines * PITCH, NULL);
  self->n_lines = 0;
  self->row++;
  self->column = 0;
}

/* Over the width of all columns: it widens none. */
static void
add_title (gpointer data, const char *text)
{
  Workbook *self = data;
  g_autofree char *guarded = guard_text (text);

  if (self->title == NULL)
    {
      self->title = workbook_add_format (self->workbook);
      format_set_bold (self->title);
    }
  self->n_header_rows = self->row + 1;
  if (*guarded != '\0')
    worksheet_write_string (self->sheet, self->row, 0, guarded,
                            choose (self, KS_DRESS_TITLE, self->title));
}

/* Over the width of the table, as high as its lines. */
static void
add_note (gpointer data, const char *text)
{
  Workbook *self = data;
  g_autofree char *guarded = guard_text (text);
  double width = 0;

  for (guint i = 0; i < self->n_paper; i++)
    width += get_width (self, i);
  self->n_lines = ks_workbook_count_lines (guarded, width);
  if (self->n_paper > 1)
    worksheet_merge_range (self->sheet, self->row, 0, self->row, (lxw_col_t) (self->n_paper - 1),
                           guarded, get_dress (self, KS_DRESS_NOTE));
  else
    worksheet_write_string (self->sheet, self->row, 0, guarded, get_dress (self, KS_DRESS_NOTE));
  end_row (self);
}

static void
add_header (gpointer data, const char *text)
{
  Workbook *self = data;

  self->n_header_rows = self->row + 1;
  write_text (self, text, choose (self, KS_DRESS_HEADER, self->header));
}

/* Several lines, or one that no column is wide enough for. */
static gboolean
is_tall (const char *text)
{
  return strchr (text, '\n') != NULL || g_utf8_strlen (text, -1) > MAX_WIDTH;
}

static void
add_text (gpointer data, const char *text)
{
  Workbook *self = data;

  write_text (self, text, choose (self, KS_DRESS_TEXT, is_tall (text) ? self->wrapped : self->text));
}

static lxw_format *
get_number_format (Workbook *self, guint decimals)
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

static void
add_number (gpointer data, double value, guint decimals, const char *text)
{
  Workbook *self = data;

  measure (self, text);
  worksheet_write_number (self->sheet, self->row, self->column, value,
                          self->n_paper > 0 ? get_dress (self, KS_DRESS_NUMBER + decimals)
                                            : get_number_format (self, decimals));
  self->column++;
}

static void
add_share (gpointer data, double share, const char *text)
{
  Workbook *self = data;

  if (self->share == NULL)
    {
      self->share = workbook_add_format (self->workbook);
      format_set_num_format (self->share, "0.00%");
    }
  measure (self, "100,00%");
  worksheet_write_number (self->sheet, self->row, self->column, share,
                          choose (self, KS_DRESS_SHARE, self->share));
  self->column++;
}

static void
add_day (gpointer data, KsDay day, const char *text)
{
  Workbook *self = data;
  lxw_datetime date = { 0 };

  measure (self, text);
  if (day != KS_DAY_NONE)
    {
      ks_moment_to_civil (ks_day_get_start (day), &date.year, &date.month, &date.day, NULL, NULL,
                          NULL);
      worksheet_write_datetime (self->sheet, self->row, self->column, &date, self->day);
    }
  self->column++;
}

static GBytes *
finish (gpointer data, GError **error)
{
  Workbook *self = data;
  lxw_workbook *workbook = g_steal_pointer (&self->workbook);
  g_autoptr (GError) cause = NULL;
  char *content = NULL;
  gsize length;

  finish_sheet (self);
  if (workbook_close (workbook) != LXW_NO_ERROR)
    cause = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "");
  else if (g_file_get_contents (self->path, &content, &length, &cause))
    return g_bytes_new_take (content, length);
  ks_file_set_write_error (error, self->path != NULL ? self->path : g_get_tmp_dir (), cause);
  return NULL;
}

/**
 * ks_workbook_module_get:
 *
 * Returns: (transfer none): what the module can do
 */
const KsSheetTarget *
ks_workbook_module_get (void)
{
  static const KsSheetTarget workbook = {
    begin,      free_workbook, begin_sheet, add_title, add_header,     add_text,
    add_number, add_share,     add_day,     end_row,   finish,         set_paper_look,
    set_bold,   add_note,
  };

  return &workbook;
}
